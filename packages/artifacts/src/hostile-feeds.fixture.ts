/** What feeds could give of a hostile file: entries of logs, items of captures. @module */
import type { Moment } from "@contraluz/core";
import { readRrc } from "@contraluz/formats/lte-rrc/index.ts";
import { readEps, readLayer3 } from "@contraluz/formats/nas/index.ts";
import type { Random } from "../../../samples/lib/random.ts";
import { FILE } from "./artifacts.fixture.ts";
import { TEXTS } from "./hostile.fixture.ts";
import type { CaptureItem, LogItem } from "./index.ts";

/** What the feed of logs can give: its texts are anybody's. */
export function logItem(r: Random, content: boolean): LogItem {
  const t = (): string => TEXTS[r.below(TEXTS.length)]!;
  const some = <T>(v: T): T | undefined => (r.below(3) === 0 ? undefined : v);
  const at: Moment = { boot: { id: t(), ns: BigInt(r.below(1000)) }, seen: "1", precision: "ns" };
  const origin = { file: FILE, at: { offset: 0, length: 1 } };
  const sums = { entries: r.below(9), errors: r.below(2), faults: r.below(2), uuid: some(t()), path: some(t()) };
  const items: readonly LogItem[] = [
    { kind: "image", uuid: t(), path: t(), origin },
    { kind: "launch", at, name: t(), pid: r.below(9), service: t(), reason: t(), origin },
    ...(content ? [{ kind: "message", at, path: t(), pid: some(1), text: t(), origin } as const] : []),
    { kind: "exit", at, service: t(), pid: some(1), signal: t(), by: some(t()), origin },
    { kind: "process", boot: t(), pid: some(1), euid: some(2 ** 32), first: at, last: at, ...sums, origin },
    { kind: "hour", at, ...sums, subsystems: r.below(2) === 0 ? [] : [[t(), 1]], origin },
    {
      kind: "boot",
      boot: t(),
      at,
      first: at,
      last: at,
      entries: 1,
      lost: 0,
      build: t(),
      hardware: t(),
      zone: t(),
      origin,
    },
  ];
  return items[r.below(items.length)]!;
}

/** A message of a mobile network, of bytes that mean nothing. */
export function radioItem(
  r: Random,
  at: Moment,
  origin: { file: number; at: { packet: number; offset: number } },
): CaptureItem {
  const bytes = Uint8Array.from({ length: 1 + r.below(60) }, () => r.below(256));
  const base = {
    kind: "radio",
    at,
    packet: 1,
    up: r.below(2) === 0,
    pci: r.below(9),
    earfcn: r.below(9),
    origin,
  } as const;
  const channels = ["BCCH-DL-SCH-Message", "PCCH-Message", "DL-DCCH-Message", "UL-CCCH-Message"];
  const channel = channels[r.below(channels.length)]!;
  if (r.below(2) === 0) {
    const rrc = readRrc(channel, bytes)!;
    return { ...base, generation: "4g", channel, type: rrc.name, rrc };
  }
  const old = r.below(2) === 0;
  bytes[0] = old ? [5, 6, 8, 9][r.below(4)]! : 7;
  const nas = old ? readLayer3(bytes) : readEps(bytes, true);
  return { ...base, generation: old ? "2g" : "4g", channel: "NAS", type: nas?.type ?? "?", ...(nas ? { nas } : {}) };
}

/** What the feed of captures can give. */
export function captureItem(r: Random): CaptureItem {
  const t = (): string => TEXTS[r.below(TEXTS.length)]!;
  const some = <T>(v: T): T | undefined => (r.below(3) === 0 ? undefined : v);
  const at: Moment = { boot: { id: "c", ns: BigInt(r.below(1000)) }, seen: "1", precision: "ns" };
  const origin = { file: FILE, at: { packet: 1, offset: 0 } };
  const end = () => ({
    address: r.below(2) === 0 ? "192.0.2.1" : "fe80::1",
    port: r.below(9),
    mac: "02:00:00:00:00:01",
  });
  const envelope = { at, seconds: 5, nanos: 0, packet: 1, offset: 0, from: end(), to: end(), origin };
  const sum = { packets: r.below(9), bytes: r.below(99) };
  const shape = { busySeconds: r.below(3), longestBusy: r.below(3), large: 0.5 };
  const questions = [{ name: t(), type: r.below(70), unicast: false }].slice(r.below(2));
  const records = [{ name: t(), type: 5, ttl: 1, target: t(), length: 4, address: Uint8Array.of(1, 2, 3, 4) }];
  const message = {
    id: 1,
    response: r.below(2) === 0,
    opcode: 0,
    rcode: r.below(5),
    truncated: false,
    questions,
    records,
  };
  const certificate = {
    serial: t(),
    subject: t(),
    issuer: t(),
    names: [t(), t()],
    selfIssued: false,
    sha256: "a",
    sha1: "b",
  };
  const times = { notBefore: r.below(2) * 1e15, notAfter: -r.below(2) * 1e15 };
  const fields = new Map(["host", "server", "user-agent", "www-authenticate"].map((k) => [k, `realm="${t()}`]));
  const head = { protocol: "HTTP/1.1", fields, length: 4 };
  const flow = { client: end(), server: end(), first: at, last: at, seconds: 1, up: sum, down: sum, opened: true };
  const device = {
    mac: "02:00:00:00:00:01",
    local: true,
    addresses: [t()],
    first: at,
    last: at,
    sent: sum,
    received: sum,
  };
  const items: readonly CaptureItem[] = [
    { kind: "dns", ...envelope, over: r.below(2) === 0 ? "udp" : "mdns", message: { ...message, answers: r.below(2) } },
    {
      kind: "tls",
      ...envelope,
      over: "tcp",
      sni: some(t()),
      alpn: [t()],
      ech: true,
      certificates: [{ ...certificate, ...times }],
    } as CaptureItem,
    {
      kind: "http",
      ...envelope,
      head: r.below(2) === 0 ? { ...head, status: 200 } : { ...head, method: "GET", target: t() },
      sdp: t(),
    },
    { kind: "discovery", ...envelope, over: "dhcp", answers: r.below(2) === 0, says: { host: t(), model: t() } },
    {
      kind: "flow",
      number: 1,
      transport: "udp",
      ...flow,
      host: some(t()),
      resolved: some(t()),
      shape,
      packet: 1,
      origin,
    } as CaptureItem,
    { kind: "device", ...device, out: 1, outside: 1, hours: [], shape, packet: 1, origin },
    radioItem(r, at, origin),
    {
      kind: "ble",
      address: "c0:00:00:00:00:01",
      addressKind: "static",
      seen: r.below(3),
      first: at,
      last: at,
      between: [5, 5 + r.below(9000)],
      spans: [[5, 5 + r.below(9000)]],
      name: t(),
      services: [t()],
      makers: [r.below(99_999)],
      connected: r.below(2) === 0,
      ...(r.below(2) === 0 ? { tag: { type: "tile", state: "unknown", minutes: r.below(99) } } : {}),
      packet: 1,
      origin,
    },
    { kind: "position", at, seconds: r.below(9000), latitude: r.below(90), longitude: -r.below(180), origin },
    {
      kind: "end",
      packets: 1,
      bytes: 1,
      links: [],
      cut: 0,
      dropped: 0,
      unset: 0,
      jumps: 0,
      secrets: false,
      counts: {},
      origin,
    },
  ];
  return items[r.below(items.length)]!;
}
