/**
 * What an advertisement says: names, services, makers, and whether it is that of a tag by which things are found.
 *
 * Sources: Bluetooth Core Supplement, part A (structures); Bluetooth Assigned Numbers; network.md 3(d); Apple "Find My" frames (OpenHaystack,
 * facts alone); Google, Find Hub Network accessory specification (frames 0x40, 0x41); draft-ietf-dult-accessory-protocol (0xFCB2);
 * Yu et al. 2022 (states of SmartTag).
 * @module
 */

export type TagType = "find-my" | "find-hub" | "smarttag" | "dult" | "tile" | "chipolo" | "pebblebee";
/** `away`: it says that its owner is not near; `near`: the owner is, or was within minutes; `unknown`: this kind does not tell. */
export type TagState = "away" | "near" | "unknown";
/** Of Find My: what it is. */
export type TagModel = "device" | "airtag" | "accessory" | "airpods";

/** One object is used again and again. */
export interface TagSign {
  type: TagType;
  state: TagState;
  model: TagModel | undefined;
}

/** In the order in which they are told. */
export const TAG_TYPES: readonly TagType[] = [
  "find-my",
  "find-hub",
  "smarttag",
  "dult",
  "tile",
  "chipolo",
  "pebblebee",
];

export function newTag(): TagSign {
  return { type: "find-my", state: "unknown", model: undefined };
}

const [SOME_16, ALL_16, SHORT_NAME, NAME, SERVICE_DATA, MAKER] = [0x02, 0x03, 0x08, 0x09, 0x16, 0xff];
const APPLE = 0x004c;
const [FIND_MY, SEPARATED] = [0x12, 0x19];
const MODELS: readonly TagModel[] = ["device", "airtag", "accessory", "airpods"];
const MAX_LIST = 16;

const u16 = (b: Uint8Array, at: number): number => b[at]! | (b[at + 1]! << 8);
const hex4 = (n: number): string => n.toString(16).padStart(4, "0");

function ofApple(b: Uint8Array, from: number, end: number, t: TagSign): boolean {
  // Messages of Apple follow one another, each with kind and length; that of Find My stands alone.
  if (from + 3 > end || b[from] !== FIND_MY) return false;
  t.type = "find-my";
  t.state = b[from + 1] === SEPARATED ? "away" : "near";
  t.model = MODELS[(b[from + 2]! >> 4) & 3];
  return true;
}

/** By the service whose data these are; at least one byte of data is there. */
function ofService(b: Uint8Array, service: number, from: number, end: number, t: TagSign): boolean {
  const first = b[from]!;
  t.model = undefined;
  switch (service) {
    case 0xfeaa:
      // The service of Eddystone, too, whose frames are 0x00 to 0x30.
      if (first !== 0x40 && first !== 0x41) return false;
      t.type = "find-hub";
      t.state = first === 0x41 ? "away" : "near";
      return true;
    case 0xfd5a:
      if ((first & 0xf8) !== 0x10) return false;
      t.type = "smarttag";
      // 1: for minutes, 2: for longer, 3: for a day; 4 to 6: connected.
      t.state = (first & 7) === 2 || (first & 7) === 3 ? "away" : "near";
      return true;
    case 0xfcb2:
      if (from + 2 > end) return false;
      t.type = "dult";
      t.state = (b[from + 1]! & 1) === 0 ? "away" : "near";
      return true;
    case 0xfeed:
      if (from + 2 > end || first !== 0x02 || b[from + 1] !== 0) return false;
      t.type = "tile";
      break;
    case 0xfe33:
      t.type = "chipolo";
      break;
    case 0xfa25:
      t.type = "pebblebee";
      break;
    default:
      return false;
  }
  t.state = "unknown";
  return true;
}

/** True if these structures are those of a tag; `t` then says of which. */
export function readTag(b: Uint8Array, start: number, end: number, t: TagSign): boolean {
  for (let at = start; at + 1 < end && b[at] !== 0; at += 1 + b[at]!) {
    const stop = at + 1 + b[at]!;
    if (stop > end) return false;
    const kind = b[at + 1];
    if (stop < at + 5) continue;
    if (kind === MAKER && u16(b, at + 2) === APPLE && ofApple(b, at + 4, stop, t)) return true;
    if (kind === SERVICE_DATA && ofService(b, u16(b, at + 2), at + 4, stop, t)) return true;
  }
  return false;
}

/** Calls `take` for each structure that is whole, until it gives false: kind, and where its value lies. */
function walk(
  b: Uint8Array,
  start: number,
  end: number,
  take: (kind: number, from: number, stop: number) => void,
): void {
  for (let at = start; at + 1 < end && b[at] !== 0; at += 1 + b[at]!) {
    const stop = at + 1 + b[at]!;
    if (stop > end) return;
    take(b[at + 1]!, at + 2, stop);
  }
}

const utf8 = new TextDecoder();

/** The name that it gives itself: the whole one, else a part of it. */
export function adName(b: Uint8Array, start: number, end: number): string | undefined {
  let [name, short] = ["", ""];
  walk(b, start, end, (kind, from, stop) => {
    if (kind === NAME) name ||= utf8.decode(b.subarray(from, stop));
    else if (kind === SHORT_NAME) short ||= utf8.decode(b.subarray(from, stop));
  });
  return name || short || undefined;
}

/** Numbers of 16 bits of the services that it offers or has data of: `feaa`. */
export function adServices(b: Uint8Array, start: number, end: number): string[] {
  const out = new Set<string>();
  walk(b, start, end, (kind, from, stop) => {
    if (kind === SERVICE_DATA && from + 2 <= stop) out.add(hex4(u16(b, from)));
    if (kind === SOME_16 || kind === ALL_16)
      for (let at = from; at + 2 <= stop && out.size < MAX_LIST; at += 2) out.add(hex4(u16(b, at)));
  });
  return [...out].slice(0, MAX_LIST);
}

/** Numbers of the companies whose data it sends: 76 is Apple. */
export function adMakers(b: Uint8Array, start: number, end: number): number[] {
  const out: number[] = [];
  walk(b, start, end, (kind, from, stop) => {
    if (kind === MAKER && from + 2 <= stop && out.length < MAX_LIST) out.push(u16(b, from));
  });
  return out;
}
