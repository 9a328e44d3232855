/** Items of a made-up capture, and what an artifact makes of them. @module */
import type { ArtifactRecord, Problem } from "@contraluz/core";
import { DNS_TYPE, type DnsMessage, type DnsRecord } from "@contraluz/formats/dns/index.ts";
import type { Artifact, CaptureEnd, CaptureItem, DnsItem, FlowItem, HttpItem, TlsItem } from "../artifact.ts";
import { checkRecords, FILE } from "../artifacts.fixture.ts";
import { momentOf } from "../feeds/capture/clock.ts";

/** 2023-11-14T22:13:20Z. */
export const BASE = 1_700_000_000;
export const PHONE = "192.168.1.20";
export const PHONE_MAC = "3a:00:00:00:00:20";
const RESOLVER = "192.168.1.1";

const originOf = (packet: number) => ({ file: FILE, at: { packet, offset: 24 + 100 * packet } });

function envelope(second: number, from: string, fromPort: number, to: string, toPort: number) {
  const end = (address: string, port: number) => ({ address, port, ...(address === PHONE ? { mac: PHONE_MAC } : {}) });
  return {
    at: momentOf(BASE + second, 0),
    seconds: BASE + second,
    nanos: 0,
    packet: second + 1,
    offset: 24 + 100 * (second + 1),
    from: end(from, fromPort),
    to: end(to, toPort),
    origin: originOf(second + 1),
  };
}

const message = (name: string, type: number, more: Partial<DnsMessage>): DnsMessage => ({
  id: 1,
  response: false,
  opcode: 0,
  rcode: 0,
  truncated: false,
  questions: [{ name, type, unicast: false }],
  records: [],
  answers: 0,
  ...more,
});

export function asks(second: number, name: string, type: keyof typeof DNS_TYPE = "a", client = PHONE): DnsItem {
  return {
    kind: "dns",
    ...envelope(second, client, 50_000, RESOLVER, 53),
    over: "udp",
    message: message(name, DNS_TYPE[type], {}),
  };
}

/** An answer of the resolver; `records` are its answers. */
export function told(
  second: number,
  name: string,
  records: readonly Partial<DnsRecord>[] = [],
  more: Partial<DnsMessage> = {},
  type: keyof typeof DNS_TYPE = "a",
): DnsItem {
  const all = records.map((r): DnsRecord => ({ name, type: DNS_TYPE[type], ttl: 60, length: 4, ...r }));
  const of = message(name, DNS_TYPE[type], { response: true, records: all, answers: all.length, ...more });
  return { kind: "dns", ...envelope(second, RESOLVER, 53, PHONE, 50_000), over: "udp", message: of };
}

export function hello(second: number, more: Partial<TlsItem> = {}, port = 443, server = "203.0.113.7"): TlsItem {
  const where = envelope(second, PHONE, 50_001, server, port);
  return { kind: "tls", ...where, over: "tcp", alpn: [], ech: false, certificates: [], ...more };
}

export function head(
  second: number,
  of: Partial<HttpItem["head"]>,
  fields: Readonly<Record<string, string>> = {},
): HttpItem {
  const answer = of.status !== undefined;
  const [from, to] = answer ? ["203.0.113.7", PHONE] : [PHONE, "203.0.113.7"];
  const [fromPort, toPort] = answer ? [80, 50_002] : [50_002, 80];
  const whole = { protocol: "HTTP/1.1", fields: new Map(Object.entries(fields)), length: 10, ...of };
  return { kind: "http", ...envelope(second, from!, fromPort!, to!, toPort!), head: whole };
}

let flows = 0;

/** A connection of the phone that began at `second`. */
export function flow(second: number, more: Partial<FlowItem> = {}, server = "203.0.113.7", port = 443): FlowItem {
  const seconds = more.seconds ?? 1;
  return {
    kind: "flow",
    number: ++flows,
    transport: "tcp",
    client: { address: PHONE, port: 50_003, mac: PHONE_MAC },
    server: { address: server, port },
    first: momentOf(BASE + Math.floor(second), Math.round((second % 1) * 1e9)),
    last: momentOf(BASE + Math.floor(second + seconds), 0),
    seconds,
    up: { packets: 3, bytes: 300 },
    down: { packets: 3, bytes: 900 },
    opened: true,
    packet: Math.floor(second) + 1,
    origin: originOf(Math.floor(second) + 1),
    ...more,
  };
}

export function ends(more: Partial<CaptureEnd> = {}): CaptureEnd {
  const nothing = { cut: 0, dropped: 0, unset: 0, jumps: 0, secrets: false, counts: {} };
  return { kind: "end", packets: 10, bytes: 1000, links: [], ...nothing, origin: originOf(10), ...more };
}

export interface Parsed {
  readonly records: ArtifactRecord[];
  readonly problems: Problem[];
}

/** The records of one artifact, each held to what the artifact says of itself. */
export function parse(artifact: Artifact<"capture">, items: Iterable<CaptureItem>, content = false): Parsed {
  const [records, problems]: [ArtifactRecord[], Problem[]] = [[], []];
  const wanted = new Set(artifact.where.capture!.want.items);
  const problem = (p: Problem): void => void problems.push(p);
  const parser = artifact.parse({ acquisition: { kind: "capture" }, file: FILE, path: "x.pcap", content, problem });
  const emit = (r: ArtifactRecord): void => void records.push(r);
  for (const item of items) if (wanted.has(item.kind)) parser.take(item, emit);
  parser.end?.(emit);
  checkRecords(artifact, records, content);
  return { records, problems };
}
