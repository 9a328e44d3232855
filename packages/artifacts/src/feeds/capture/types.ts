/** What the feed of captures gives: messages as they are read, connections, machines and transmitters when they end. @module */
import type { Moment, Origin } from "@contraluz/core";
import type { TagModel, TagState, TagType } from "@contraluz/formats/ble/index.ts";
import type { Maker } from "@contraluz/formats/discovery/index.ts";
import type { DnsMessage } from "@contraluz/formats/dns/index.ts";
import type { HttpHead } from "@contraluz/formats/http/index.ts";
import type { Security } from "@contraluz/formats/wifi/index.ts";
import type { Certificate } from "@contraluz/formats/x509/index.ts";
import type { RadioEnd, RadioItem, RadioSignal } from "../radio/types.ts";

export type * from "../radio/types.ts";

/** One end of a conversation. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
  /** Of its link, where it is in the same network. */
  readonly mac?: string;
}

/** What every message says besides itself. */
export interface Envelope {
  readonly at: Moment;
  /** The same as two numbers, for who keeps many. */
  readonly seconds: number;
  readonly nanos: number;
  /** Of the frame that completed it, from 1; and where it lies. */
  readonly packet: number;
  readonly offset: number;
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly origin: Origin;
}

/** DNS as sent: over UDP, or a whole message of TCP. */
export interface DnsItem extends Envelope {
  readonly kind: "dns";
  /** `mdns` and `llmnr` ask their neighbours, not a resolver. */
  readonly over: "udp" | "tcp" | "mdns" | "llmnr";
  readonly message: DnsMessage;
}

/** A certificate that a server showed: in the open (TLS until 1.2), or opened with keys. */
export interface ShownCertificate extends Certificate {
  readonly sha256: string;
  readonly sha1: string;
}

/** The beginning of a connection of TLS or QUIC. */
export interface TlsItem extends Envelope {
  readonly kind: "tls";
  readonly over: "tcp" | "quic";
  /** The name asked for in the open. */
  readonly sni?: string;
  readonly alpn: readonly string[];
  /** The true name may be another one: it is encrypted. */
  readonly ech: boolean;
  readonly ja3?: string;
  readonly ja4?: string;
  /** What the server took: version of TLS (0x0304), cipher, its fingerprint. */
  readonly version?: number;
  readonly cipher?: number;
  readonly ja3s?: string;
  /** The server's own first; empty where they were encrypted, or not seen. */
  readonly certificates: readonly ShownCertificate[];
  /** They were encrypted, and opened with keys that lay beside the capture. */
  readonly decrypted?: true;
}

/** A head of HTTP or RTSP, in the open. */
export interface HttpItem extends Envelope {
  readonly kind: "http";
  readonly head: HttpHead;
  /** Of an answer of RTSP: what it describes (SDP), its beginning. */
  readonly sdp?: string;
  /** It was encrypted, and opened with keys that lay beside the capture. */
  readonly decrypted?: true;
}

/** Keys of TLS that lie in a capture or beside it: a file of them, or what became of them in a capture. */
export interface KeysItem {
  readonly kind: "keys";
  /** The person asked for it. Else nothing of them was read. */
  readonly used: boolean;
  /** Connections whose keys are known so far. */
  readonly connections?: number;
  /** Connections of this capture that were opened, and those whose keys did not open them. */
  readonly opened?: number;
  readonly failed?: number;
  /** Opened connections whose certificates came compressed, and were not read. */
  readonly packed?: number;
  readonly origin: Origin;
}

/** What a machine says of itself to its neighbours, or asks of them. */
export interface DiscoveryItem extends Envelope {
  readonly kind: "discovery";
  readonly over: "dhcp" | "ssdp" | "ws-discovery" | Maker;
  /** It tells of itself; else it asks. */
  readonly answers: boolean;
  /** Short texts by name: `host`, `server`, `types`, `DeviceType` … */
  readonly says: Readonly<Record<string, string>>;
}

/** A machine of the network, when the capture is over. */
export interface DeviceItem {
  readonly kind: "device";
  readonly mac: string;
  /** Its address is made up (phones do so), and says nothing of the maker. */
  readonly local: boolean;
  /** Those that it sent from; a router has those of all who are behind it. */
  readonly addresses: readonly string[];
  readonly first: Moment;
  readonly last: Moment;
  readonly sent: Direction;
  readonly received: Direction;
  /** What it sent, by hour. */
  readonly hours: readonly HourSum[];
  /** Bytes that it sent out of the network, and to how many addresses. */
  readonly out: number;
  readonly outside: number;
  /** Of what it sent out of the network, or to one machine in it. */
  readonly shape?: UplinkShape;
  readonly packet: number;
  readonly origin: Origin;
}

/** Who transmits on Wi-Fi, when the capture is over: heard from the air, encrypted or not. */
export interface TransmitterItem {
  readonly kind: "transmitter";
  readonly mac: string;
  readonly local: boolean;
  /** It tells of a network: an access point. */
  readonly network: boolean;
  /** Of the network that it last sent into. */
  readonly bssid?: string;
  readonly frames: number;
  /** Data that it sent into the network, or to others without one; and what the network sent to it. Without heads and encryption. */
  readonly up: Direction;
  readonly down: Direction;
  /** Of the frames that went up. */
  readonly encrypted: number;
  /** The strongest, in dBm. */
  readonly signal?: number;
  /** What went up, by hour. */
  readonly hours: readonly HourSum[];
  /** Names of networks that it looked for. */
  readonly asked: readonly string[];
  readonly first: Moment;
  readonly last: Moment;
  readonly shape?: UplinkShape;
  readonly packet: number;
  readonly origin: Origin;
}

/** A network of Wi-Fi that told of itself. */
export interface WifiNetworkItem {
  readonly kind: "wifi-network";
  readonly bssid: string;
  readonly name?: string;
  readonly channel?: number;
  readonly security: Security;
  readonly signal?: number;
  readonly frames: number;
  readonly first: Moment;
  readonly last: Moment;
  readonly packet: number;
  readonly origin: Origin;
}

/** From a second since 1970 to another. */
export type Span = readonly [from: number, to: number];

/** Who advertised over Bluetooth Low Energy, when the capture is over. */
export interface BleItem {
  readonly kind: "ble";
  readonly address: string;
  /** `public`: of its maker; the others are made up: `static` stays for a day or more, the rest change each quarter of an hour. */
  readonly addressKind: "public" | "static" | "resolvable" | "unresolvable" | "other";
  readonly seen: number;
  readonly first: Moment;
  readonly last: Moment;
  readonly between: Span;
  /** dBm, where the capture tells. */
  readonly strongest?: number;
  readonly mean?: number;
  readonly tag?: {
    readonly type: TagType;
    readonly model?: TagModel;
    readonly state: TagState;
    /** In which it was heard without its owner, or nothing tells whether with. */
    readonly minutes: number;
  };
  /** When it was there, without pauses of more than five minutes; of a tag: without its owner. */
  readonly spans: readonly Span[];
  readonly name?: string;
  /** `fd5a`; and numbers of companies. */
  readonly services: readonly string[];
  readonly makers: readonly number[];
  /** The phone whose log this is connected with it. */
  readonly connected: boolean;
  readonly packet: number;
  readonly origin: Origin;
}

/** Where whoever captured was: a point of a track beside the captures. */
export interface PositionItem {
  readonly kind: "position";
  readonly at: Moment;
  readonly seconds: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly origin: Origin;
}

/** An hour since 1970 (UTC), and bytes of it. */
export type HourSum = readonly [hour: number, bytes: number];

/** Sums of one direction. */
export interface Direction {
  readonly packets: number;
  /** Bytes of payload, as sent (not as captured). */
  readonly bytes: number;
}

/** How what went up looks like, by plain statistics. */
export interface UplinkShape {
  /** Seconds in which more than 25,000 bytes (200 kbit/s) went up; and the longest row of such seconds. */
  readonly busySeconds: number;
  readonly longestBusy: number;
  /** Share of packets of at least 1,100 bytes among those that went up. */
  readonly large: number;
  /** Seconds between bursts, and how alike they are (share of bursts within a quarter of the median); left out below 8 bursts. */
  readonly burstPeriod?: number;
  readonly burstAlike?: number;
}

/** A connection (TCP), or packets between two ports (UDP) without a pause of five minutes. */
export interface FlowItem {
  readonly kind: "flow";
  readonly number: number;
  readonly transport: "tcp" | "udp";
  readonly client: Endpoint;
  readonly server: Endpoint;
  readonly first: Moment;
  readonly last: Moment;
  /** Seconds from the first packet to the last. */
  readonly seconds: number;
  /** From the client to the server. */
  readonly up: Direction;
  readonly down: Direction;
  /** The beginning of a TCP connection was seen. */
  readonly opened: boolean;
  /** What it speaks, by content: `tls`, `quic`, `http`, `dns`, `rtsp`, `rtp`, `stun`, `wireguard` … */
  readonly app?: string | undefined;
  /** The name that the client asked for: in TLS or QUIC, in HTTP. */
  readonly host?: string | undefined;
  /** Names whose answer in this capture was the server's address, the last one before the flow began. */
  readonly resolved?: string | undefined;
  /** Where so much went up that a second of it could be busy. */
  readonly shape?: UplinkShape | undefined;
  /** Of its first frame. */
  readonly packet: number;
  readonly origin: Origin;
}

/** What the whole capture was: the last item. */
export interface CaptureEnd {
  readonly kind: "end";
  readonly packets: number;
  readonly bytes: number;
  readonly first?: Moment;
  readonly last?: Moment;
  /** Frames by link type; those that nobody reads. */
  readonly links: readonly { readonly link: number; readonly packets: number; readonly read: boolean }[];
  /** Frames that carry more than was captured. */
  readonly cut: number;
  /** Frames of which the card that captured lost count, as it says. */
  readonly dropped: number;
  /** The clock was not set: frames before 2000. */
  readonly unset: number;
  /** Times at which the clock went back or forth by more than an hour. */
  readonly jumps: number;
  /** Keys of TLS lie in the file. */
  readonly secrets: boolean;
  /** Other sums, by name: `stun` … */
  readonly counts: Readonly<Record<string, number>>;
  readonly origin: Origin;
}

export type CaptureItem =
  | DnsItem
  | TlsItem
  | HttpItem
  | DiscoveryItem
  | KeysItem
  | FlowItem
  | DeviceItem
  | TransmitterItem
  | WifiNetworkItem
  | BleItem
  | PositionItem
  | RadioItem
  | RadioSignal
  | RadioEnd
  | CaptureEnd;

export type CaptureItemKind = CaptureItem["kind"];

/** Which kinds of items are wanted. */
export interface CaptureWant {
  readonly items: readonly CaptureItemKind[];
}
