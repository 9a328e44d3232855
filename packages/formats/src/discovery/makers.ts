/**
 * How machines of some makers find each other in a network: cameras of Hikvision and Dahua, plugs of Tuya and TP-Link, cameras that call
 * through a relay (PPPP), machines of Xiaomi. The makers publish none of it.
 *
 * Sources: network.md 3(a) and the readers named there; public descriptions by those who took them apart (tuyapi, softScheck's work on
 * TP-Link, pppp descriptions of Paul Marrapese). "SADP" is XML on UDP 37020, "DHIP" JSON behind 32 bytes on UDP 37810.
 * @module
 */
import { xmlValues } from "./xml.ts";

export type Maker = "sadp" | "dhip" | "tuya" | "tplink" | "xiaomi" | "pppp";

export interface MakerMessage {
  readonly maker: Maker;
  /** It answers, or tells of itself; else it asks who is there. */
  readonly answers: boolean;
  /** What it says: model, version, serial; short texts. */
  readonly says: Readonly<Record<string, string>>;
}

const MAX_JSON = 4096;
const MAX_SAID = 20;
const MAX_TEXT = 120;

/** Short texts of a JSON object, also within objects, by name. */
function flat(json: unknown, out: Record<string, string> = {}, depth = 0): Record<string, string> {
  if (typeof json !== "object" || json === null || depth > 4) return out;
  for (const [k, v] of Object.entries(json)) {
    if (Object.keys(out).length >= MAX_SAID) break;
    if (typeof v === "string" || typeof v === "number") out[k.slice(0, 40)] ??= String(v).slice(0, MAX_TEXT);
    else flat(v, out, depth + 1);
  }
  return out;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.trim()) as unknown;
  } catch {
    return undefined;
  }
}

const decode = (b: Uint8Array, from: number, to: number): string =>
  new TextDecoder().decode(b.subarray(from, Math.min(to, from + MAX_JSON)));
const is = (b: Uint8Array, at: number, ...bytes: number[]): boolean => bytes.every((x, i) => b[at + i] === x);

function sadp(b: Uint8Array, start: number, end: number): MakerMessage | undefined {
  const values = xmlValues(b, start, end);
  const type = values?.get("Types");
  if (!values || type === undefined) return undefined;
  const says: Record<string, string> = {};
  for (const name of ["DeviceType", "DeviceDescription", "SoftwareVersion", "MAC", "IPv4Address", "Activated"]) {
    const v = values.get(name);
    if (v !== undefined) says[name] = v.slice(0, MAX_TEXT);
  }
  return { maker: "sadp", answers: values.has("DeviceType") || values.has("DeviceDescription"), says };
}

function dhip(b: Uint8Array, start: number, end: number): MakerMessage | undefined {
  if (end - start < 34 || !is(b, start, 0x20, 0, 0, 0, 0x44, 0x48, 0x49, 0x50)) return undefined;
  const json = jsonOf(decode(b, start + 32, end));
  if (typeof json !== "object" || json === null) return undefined;
  const says = flat(json);
  return { maker: "dhip", answers: says.method !== "DHDiscover.search", says };
}

/** `000055AA` … `0000AA55`, or since version 3.5 `00006699` … `00009966`; what it says is encrypted with a key that all know. */
function tuya(b: Uint8Array, start: number, end: number): MakerMessage | undefined {
  if (end - start < 24) return undefined;
  const old = is(b, start, 0, 0, 0x55, 0xaa) && is(b, end - 4, 0, 0, 0xaa, 0x55);
  const later = is(b, start, 0, 0, 0x66, 0x99) && is(b, end - 4, 0, 0, 0x99, 0x66);
  if (!old && !later) return undefined;
  const open = decode(b, start, end);
  const json = open.indexOf("{") >= 0 ? jsonOf(open.slice(open.indexOf("{"), open.lastIndexOf("}") + 1)) : undefined;
  return { maker: "tuya", answers: true, says: flat(json) };
}

/** JSON under a running XOR that begins with 171. */
function tplink(b: Uint8Array, start: number, end: number): MakerMessage | undefined {
  if (end - start < 4) return undefined;
  const plain = new Uint8Array(Math.min(end - start, MAX_JSON));
  let key = 171;
  for (let i = 0; i < plain.length; i++) {
    plain[i] = b[start + i]! ^ key;
    key = b[start + i]!;
  }
  if (plain[0] !== 0x7b || plain[1] !== 0x22) return undefined;
  const json = jsonOf(new TextDecoder().decode(plain));
  const says = flat(json);
  const answers = says.alias !== undefined || says.model !== undefined || says.mac !== undefined;
  return { maker: "tplink", answers, says: answers ? says : {} };
}

function xiaomi(b: Uint8Array, start: number, end: number): MakerMessage | undefined {
  if (end - start < 32 || !is(b, start, 0x21, 0x31)) return undefined;
  const asks = is(b, start + 4, 0xff, 0xff, 0xff, 0xff);
  return { maker: "xiaomi", answers: !asks, says: {} };
}

/** `F1`, a type, the length of what follows. Types of a search, of what opens a way through a router, and of the session. */
const PPPP_TYPES: ReadonlySet<number> = new Set([
  0x00, 0x01, 0x02, 0x03, 0x10, 0x11, 0x12, 0x20, 0x21, 0x30, 0x40, 0x41, 0x42, 0x43, 0x60, 0x61, 0x67, 0x68, 0x69,
  0x70, 0x71, 0x72, 0x73, 0x80, 0x81, 0x82, 0xd0, 0xd1, 0xe0, 0xe1, 0xf0,
]);

function pppp(b: Uint8Array, start: number, end: number): MakerMessage | undefined {
  if (end - start < 4 || b[start] !== 0xf1 || !PPPP_TYPES.has(b[start + 1]!)) return undefined;
  if (4 + ((b[start + 2]! << 8) | b[start + 3]!) !== end - start) return undefined;
  const type = b[start + 1]!;
  return { maker: "pppp", answers: type !== 0x30, says: { type: type.toString(16).padStart(2, "0") } };
}

const BY_PORT: Readonly<Record<number, (b: Uint8Array, start: number, end: number) => MakerMessage | undefined>> = {
  37020: sadp,
  37810: dhip,
  6666: tuya,
  6667: tuya,
  9999: tplink,
  54321: xiaomi,
  32108: pppp,
  32100: pppp,
};

/** The message of a maker in a datagram to or from `port`; of PPPP on any port. */
export function readMaker(b: Uint8Array, start: number, end: number, port: number): MakerMessage | undefined {
  return BY_PORT[port]?.(b, start, end) ?? (b[start] === 0xf1 ? pppp(b, start, end) : undefined);
}
