/**
 * The keybag of an encrypted iOS backup (`BackupKeyBag` in Manifest.plist): one key per protection class, each wrapped
 * by a key that is derived from the backup password.
 *
 * Form: `tag[4] length[u32 BE] value`, repeated. The first `UUID` opens the header, every later one a class key.
 * Sources: Apple Platform Security ("Keybags for Data Protection"); tags as read from real backups, ios.md 1.3.
 * @module
 */
import { hex, type Problem, type Report } from "@contraluz/core";

/** Rounds of PBKDF2 that we are ready to run; iOS writes 10,000,000. A hostile bag could ask for 2^32, which is hours. */
export const MAX_ITERATIONS = 100_000_000;

/** Real bags have 11 class keys and some 2 KB. */
const MAX_BYTES = 1 << 20;
const MAX_CLASS_KEYS = 64;
const MAX_SALT = 1024;

export interface ClassKey {
  /** Bit 1: wrapped by the device key; bit 2: by the passcode (here the backup password). 2 alone opens off the device. */
  readonly wrap: number;
  /** 0: AES-256; 1: Curve25519. */
  readonly keyType: number;
  /** RFC 3394 form, 40 bytes for an AES-256 key. */
  readonly wrapped: Uint8Array;
}

export interface Keybag {
  readonly version: number;
  /** 1 is a backup's keybag. */
  readonly type: number;
  /** Hexadecimal. */
  readonly uuid: string;
  readonly salt: Uint8Array;
  readonly iterations: number;
  /** Salt and rounds of the first derivation, iOS 10.2 and later; both or neither. */
  readonly dpsl?: Uint8Array;
  readonly dpic?: number;
  /** By protection class: 1 to 4 files, 6 to 11 keychain items. */
  readonly classKeys: ReadonlyMap<number, ClassKey>;
}

interface OpenKey {
  clas?: number;
  wrap?: number;
  ktyp?: number;
  wpky?: Uint8Array;
}

interface Header {
  vers?: number;
  type?: number;
  uuid?: Uint8Array;
  salt?: Uint8Array;
  iter?: number;
  dpsl?: Uint8Array;
  dpic?: number;
}

const PATH = "Manifest.plist";

function tagText(bytes: Uint8Array, at: number): string {
  let s = "";
  for (let i = at; i < at + 4; i++) {
    const c = bytes[i]!;
    s += c >= 0x20 && c < 0x7f ? String.fromCharCode(c) : ".";
  }
  return s;
}

/**
 * Reads a keybag. What is damaged is reported as `backup-keybag` and left out; undefined if what remains cannot derive
 * a key (no salt, no or too many rounds, no class keys). Byte values are copies: the caller may drop `bytes`.
 *
 * @example
 * ```ts
 * const bag = readKeybag(asBytes(get(manifest, "BackupKeyBag")), report);
 * bag?.classKeys.get(3)?.wrapped.length; // 40
 * ```
 */
export function readKeybag(bytes: Uint8Array, report: Report): Keybag | undefined {
  const bad = (p: Omit<Problem, "code" | "path">): void => report({ code: "backup-keybag", path: PATH, ...p });
  if (bytes.length > MAX_BYTES) {
    bad({ found: `${bytes.length} B`, expected: `<= ${MAX_BYTES} B`, lost: "evidence" });
    return undefined;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header: Header = {};
  const classKeys = new Map<number, ClassKey>();
  let key: OpenKey | undefined;
  let keys = 0;

  const closeKey = (offset: number): void => {
    if (!key) return;
    const { clas, wrap, ktyp, wpky } = key;
    key = undefined;
    if (clas === undefined || wrap === undefined || !wpky) {
      bad({ offset, found: `class ${clas ?? "?"}`, expected: "CLAS, WRAP, WPKY", lost: "bytes" });
    } else if (classKeys.has(clas)) bad({ offset, found: `class ${clas} twice`, lost: "bytes" });
    else classKeys.set(clas, { wrap, keyType: ktyp ?? 0, wrapped: wpky });
  };

  let at = 0;
  for (; at + 8 <= bytes.length; ) {
    const tag = tagText(bytes, at);
    const length = view.getUint32(at + 4);
    const from = at + 8;
    if (length > bytes.length - from) {
      bad({ offset: at, found: `${tag}: ${length} B`, expected: `<= ${bytes.length - from} B`, lost: "bytes" });
      at = bytes.length;
      break;
    }
    const value = (): Uint8Array => new Uint8Array(bytes.subarray(from, from + length));
    const u32 = (): number | undefined => {
      if (length === 4) return view.getUint32(from);
      bad({ offset: at, found: `${tag}: ${length} B`, expected: "4 B", lost: "bytes" });
      return undefined;
    };
    if (tag === "UUID" && header.uuid) {
      closeKey(at);
      if (++keys > MAX_CLASS_KEYS) {
        bad({ offset: at, found: `> ${MAX_CLASS_KEYS} class keys`, lost: "bytes" });
        at = bytes.length;
        break;
      }
      key = {};
    } else if (key) readKeyTag(key, tag, value, u32);
    else readHeaderTag(header, tag, value, u32);
    at = from + length;
  }
  if (at < bytes.length) bad({ offset: at, found: `${bytes.length - at} B`, expected: "tag, length", lost: "bytes" });
  closeKey(bytes.length);
  return assemble(header, classKeys, bad);
}

type Value = () => Uint8Array;
type U32 = () => number | undefined;

function readKeyTag(key: OpenKey, tag: string, value: Value, u32: U32): void {
  let n: number | undefined;
  if (tag === "WPKY") key.wpky = value();
  else if (tag === "CLAS" && (n = u32()) !== undefined) key.clas = n;
  else if (tag === "WRAP" && (n = u32()) !== undefined) key.wrap = n;
  else if (tag === "KTYP" && (n = u32()) !== undefined) key.ktyp = n;
}

function readHeaderTag(h: Header, tag: string, value: Value, u32: U32): void {
  let n: number | undefined;
  if (tag === "UUID") h.uuid = value();
  else if (tag === "SALT") h.salt = value();
  else if (tag === "DPSL") h.dpsl = value();
  else if (tag === "VERS" && (n = u32()) !== undefined) h.vers = n;
  else if (tag === "TYPE" && (n = u32()) !== undefined) h.type = n;
  else if (tag === "ITER" && (n = u32()) !== undefined) h.iter = n;
  else if (tag === "DPIC" && (n = u32()) !== undefined) h.dpic = n;
}

/** What is there is enough, or says why not. */
function assemble(
  h: Header,
  classKeys: ReadonlyMap<number, ClassKey>,
  bad: (p: Omit<Problem, "code" | "path">) => void,
): Keybag | undefined {
  const refuse = (found: string, expected: string): undefined => {
    bad({ found, expected, lost: "evidence" });
    return undefined;
  };
  const both = h.dpsl !== undefined && h.dpic !== undefined;
  if (!h.salt || h.salt.length > MAX_SALT) return refuse(`SALT: ${h.salt?.length ?? 0} B`, `1 to ${MAX_SALT} B`);
  if (both && h.dpsl!.length > MAX_SALT) return refuse(`DPSL: ${h.dpsl!.length} B`, `1 to ${MAX_SALT} B`);
  const rounds: [string, number][] = [["ITER", h.iter ?? 0]];
  if (both) rounds.push(["DPIC", h.dpic!]);
  for (const [tag, n] of rounds) {
    if (n < 1 || n > MAX_ITERATIONS) return refuse(`${tag}: ${n}`, `1 to ${MAX_ITERATIONS}`);
  }
  if (!both && (h.dpsl || h.dpic !== undefined))
    bad({ found: h.dpsl ? "DPSL" : "DPIC", expected: "DPSL, DPIC", lost: "bytes" });
  if (classKeys.size === 0) return refuse("0 class keys", "1 or more");
  return {
    version: h.vers ?? 0,
    type: h.type ?? 0,
    uuid: hex(h.uuid ?? new Uint8Array(0)),
    salt: h.salt,
    iterations: h.iter!,
    ...(both ? { dpsl: h.dpsl!, dpic: h.dpic! } : {}),
    classKeys,
  };
}
