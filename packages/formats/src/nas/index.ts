/**
 * Signalling between a phone and the core of a network: LTE (EMM, ESM), and that of 2G and 3G as far as its names go (MM, GMM, RR).
 *
 * Who the phone is (IMSI, IMEI, TMSI) is never part of what comes out: only which kind of identity it was, and the country and network.
 * What is encrypted stays so; a message that is only signed is opened.
 * Sources: 3GPP TS 24.301, 8.2, 9.3.1, 9.8, 9.9.3 (EMM, ESM); TS 24.008, 9.2, 10.4, 10.5.1.4 (MM, GMM); TS 44.018, 10.4 (RR).
 * @example
 * readEps(bytes)?.type // "identityRequest"
 * @module
 */
import { CC_TYPES, EMM_TYPES, ESM_TYPES, GMM_TYPES, MM_TYPES, RR_TYPES, SMS_TYPES } from "./names.ts";

export type Identity = "none" | "imsi" | "imei" | "imeisv" | "tmsi" | "guti" | "?";

export interface NasMessage {
  readonly protocol: "EMM" | "ESM" | "MM" | "GMM" | "RR" | "CC" | "SMS" | "?";
  /** `identityRequest`; `encrypted` where nothing else can be known; `?12` for a number without a name. */
  readonly type: string;
  /** Around the message: `none`, `signed`, `encrypted`; with `new` where it begins to hold. */
  readonly security: "none" | "signed" | "encrypted" | "signed-new" | "encrypted-new" | "service";
  /** The message without what is around it. */
  readonly plain: Uint8Array;
  /** Number of the reason of a reject or a detach. */
  readonly cause?: number;
  /** Which identity was asked for, or given. */
  readonly identity?: Identity;
  /** Network of a temporary identity that was given, or of the place where the phone was before: `334-020`. */
  readonly last?: string;
  /** Country of the SIM, where the phone gave its identity: `334`. */
  readonly home?: string;
  /** Chosen by the network: 0 is none. */
  readonly cipher?: number;
  readonly integrity?: number;
  /** The network asks for the phone's own number (IMEISV) along with it. */
  readonly imeisv?: true;
  /** Of an attach: 1 EPS, 2 both, 6 emergency. */
  readonly attach?: number;
}

const SECURITY = ["none", "signed", "encrypted", "signed-new", "encrypted-new", "encrypted"] as const;

const digit = (n: number): string => (n < 10 ? String(n) : "?");

/** Country and network of three bytes (TS 24.008, 10.5.1.3): `334-020`. Undefined where digits are none. */
export function plmnOf(b: Uint8Array, at: number): string | undefined {
  if (at + 3 > b.length) return undefined;
  const [x, y, z] = [b[at]!, b[at + 1]!, b[at + 2]!];
  const third = y >> 4;
  const text = `${digit(x & 15)}${digit(x >> 4)}${digit(y & 15)}-${digit(z & 15)}${digit(z >> 4)}${third === 15 ? "" : digit(third)}`;
  return text.includes("?") ? undefined : text;
}

const KINDS: readonly Identity[] = ["none", "imsi", "imei", "imeisv", "tmsi", "?", "guti", "?"];

/** What a mobile identity says without saying who. `at`: of its first byte, behind its length. */
function identityOf(b: Uint8Array, at: number, length: number): Pick<NasMessage, "identity" | "last" | "home"> {
  if (length < 1 || at + length > b.length) return {};
  const identity = KINDS[b[at]! & 7]!;
  if (identity === "guti" && length >= 4) {
    const last = plmnOf(b, at + 1);
    return { identity, ...(last === undefined ? {} : { last }) };
  }
  if (identity !== "imsi" || length < 3) return { identity };
  const home = `${digit(b[at]! >> 4)}${digit(b[at + 1]! & 15)}${digit(b[at + 1]! >> 4)}`;
  return { identity, ...(home.includes("?") ? {} : { home }) };
}

/** Optional parts of an attach or an update: only the place where the phone was (0x52) is looked for. */
function lastPlace(b: Uint8Array, from: number): string | undefined {
  for (let at = from; at < b.length; ) {
    const tag = b[at]!;
    if (tag === 0x52) return plmnOf(b, at + 1);
    if (tag >= 0x80) at += 1;
    else if (tag === 0x19 || tag === 0x13) at += tag === 0x19 ? 4 : 6;
    else if (tag === 0x5c) at += 3;
    else if (at + 1 < b.length) at += 2 + b[at + 1]!;
    else return undefined;
  }
  return undefined;
}

function attach(b: Uint8Array): Partial<NasMessage> {
  const length = b[3] ?? 0;
  const of = identityOf(b, 4, length);
  let at = 4 + length;
  at += 1 + (b[at] ?? 0);
  const container = ((b[at] ?? 0) << 8) | (b[at + 1] ?? 0);
  const last = lastPlace(b, at + 2 + container) ?? of.last;
  return { attach: b[2]! & 7, ...of, ...(last === undefined ? {} : { last }) };
}

/** What the rules need of a message. Bytes that are not there are not told. */
function emm(type: number, b: Uint8Array): Partial<NasMessage> {
  const cause = (at: number): Partial<NasMessage> => (at < b.length ? { cause: b[at]! } : {});
  switch (type) {
    case 0x41:
      return b.length > 4 ? attach(b) : {};
    case 0x44:
    case 0x4b:
    case 0x4e:
    case 0x5c:
    case 0x5f:
    case 0x60:
      return cause(2);
    case 0x45:
      return b[3] === 0x53 ? cause(4) : {};
    case 0x48:
      return b.length > 4 ? identityOf(b, 4, b[3]!) : {};
    case 0x55:
      return b.length > 2 ? { identity: KINDS[b[2]! & 7]! } : {};
    case 0x56:
      return b.length > 3 ? identityOf(b, 3, b[2]!) : {};
    case 0x5d: {
      if (b.length < 4) return {};
      const replayed = 4 + 1 + (b[4] ?? 0);
      const imeisv = b[replayed] !== undefined && b[replayed]! >> 4 === 0xc && (b[replayed]! & 7) === 1;
      return { cipher: (b[2]! >> 4) & 7, integrity: b[2]! & 7, ...(imeisv ? { imeisv } : {}) };
    }
    default:
      return {};
  }
}

const named = (names: Readonly<Record<number, string>>, type: number): string =>
  Object.hasOwn(names, type) ? names[type]! : `?${type}`;

function plainEps(b: Uint8Array, security: NasMessage["security"]): NasMessage | undefined {
  const protocol = b[0]! & 15;
  if (protocol === 7 && b.length >= 2) {
    const type = b[1]!;
    return { protocol: "EMM", type: named(EMM_TYPES, type), security, plain: b, ...emm(type, b) };
  }
  if (protocol !== 2 || b.length < 3) return undefined;
  return { protocol: "ESM", type: named(ESM_TYPES, b[2]!), security, plain: b };
}

/** Whether bytes that may be encrypted begin as a message does: a network without encryption sends them so. */
function begins(b: Uint8Array): boolean {
  return b.length >= 2 && b[0] === 7 && Object.hasOwn(EMM_TYPES, b[1]!);
}

/** A message of LTE. Undefined for what is none. `opened`: the log has taken the encryption off already. */
export function readEps(b: Uint8Array, opened = false): NasMessage | undefined {
  if (b.length < 2) return undefined;
  const head = b[0]! >> 4;
  if ((b[0]! & 15) !== 7 || head === 0) return plainEps(b, "none");
  if (head >= 12) return { protocol: "EMM", type: "serviceRequest", security: "service", plain: b };
  const security = SECURITY[head];
  if (security === undefined || b.length < 7) return undefined;
  const inner = b.subarray(6);
  const open = opened || security === "signed" || security === "signed-new" || begins(inner);
  const found = open ? plainEps(inner, security) : undefined;
  return found ?? { protocol: "?", type: "encrypted", security, plain: inner };
}

/** A message of 2G or 3G, layer 3. Undefined for what is none. */
export function readLayer3(b: Uint8Array): NasMessage | undefined {
  if (b.length < 2) return undefined;
  const protocol = b[0]! & 15;
  const [security, plain] = ["none" as const, b];
  // Bits 7 and 8 of a type count messages in some protocols.
  const mm = b[1]! & 0x3f;
  const identity = (at: number): Partial<NasMessage> => (at < b.length ? { identity: KINDS[b[at]! & 7]! } : {});
  if (protocol === 5) {
    const of = mm === 0x18 ? identity(2) : mm === 0x04 || mm === 0x22 ? (b.length > 2 ? { cause: b[2]! } : {}) : {};
    return { protocol: "MM", type: named(MM_TYPES, mm), security, plain, ...of };
  }
  if (protocol === 8) {
    const reject = b[1] === 0x04 || b[1] === 0x0b || b[1] === 0x0e;
    const of = b[1] === 0x15 ? identity(2) : reject && b.length > 2 ? { cause: b[2]! } : {};
    return { protocol: "GMM", type: named(GMM_TYPES, b[1]!), security, plain, ...of };
  }
  if (protocol === 6) {
    // A command to encrypt: bit 1 says whether at all, bits 2 to 4 with what (A5/1 is 0).
    const of = b[1] === 0x35 && b.length > 2 ? { cipher: b[2]! & 1 ? ((b[2]! >> 1) & 7) + 1 : 0 } : {};
    return { protocol: "RR", type: named(RR_TYPES, b[1]!), security, plain, ...of };
  }
  if (protocol === 3) return { protocol: "CC", type: named(CC_TYPES, mm), security, plain };
  if (protocol === 9) return { protocol: "SMS", type: named(SMS_TYPES, b[1]!), security, plain };
  return undefined;
}

/** Where a cell of 2G is, of its system information 3 or 4 (RR): network, area, and of 3 the number of the cell. */
export function readGsmCell(
  b: Uint8Array,
): { readonly plmn: string; readonly area: number; readonly cell?: number } | undefined {
  const three = b[1] === 0x1b;
  const at = three ? 4 : 2;
  if ((b[0]! & 15) !== 6 || (!three && b[1] !== 0x1c) || b.length < at + 5) return undefined;
  const plmn = plmnOf(b, at);
  if (plmn === undefined) return undefined;
  const area = (b[at + 3]! << 8) | b[at + 4]!;
  return { plmn, area, ...(three ? { cell: (b[2]! << 8) | b[3]! } : {}) };
}

/**
 * True for a short message that asks not to be shown (TP-PID 0x40, "type 0"), or that its program drops: a CP-DATA with an RP-DATA to the
 * phone. Sources: TS 24.011, 7.2, 7.3; TS 23.040, 9.2.3.9.
 */
export function isSilentSms(b: Uint8Array): boolean {
  if ((b[0]! & 15) !== 9 || b[1] !== 0x01 || b.length < 12 || b[3] !== 0x01) return false;
  // RP-DATA: reference, originator (length, value), destination (length 0), length, then the message itself.
  let at = 5;
  at += 1 + (b[at] ?? 0);
  at += 1 + (b[at] ?? 0);
  at += 1;
  if ((b[at] ?? 3) % 4 !== 0) return false;
  const digits = b[at + 1] ?? 0;
  return b[at + 3 + ((digits + 1) >> 1)] === 0x40;
}
