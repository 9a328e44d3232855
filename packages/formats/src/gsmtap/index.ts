/**
 * GSMTAP, version 2: messages of mobile networks with a head of 16 bytes, over UDP 4729 or alone (link type 217).
 *
 * The frequency has 14 bits: that of a modern LTE cell is cut, and nothing says so. The physical number of the cell is not in it.
 * Sources: libosmocore, gsmtap (the layout and its numbers); network.md 2 (GSMTAP).
 * @example
 * const head = readGsmtap(bytes, 0, bytes.length);
 * @module
 */

export const GSMTAP_PORT = 4729;

export type Generation = "2g" | "3g" | "4g" | "5g";

export interface Gsmtap {
  readonly type: number;
  readonly subtype: number;
  /** Of 2G, which of eight parts of a frequency, and which part of that: one channel each. */
  readonly slot: number;
  readonly part: number;
  readonly generation: Generation | undefined;
  /** What it carries, by name: `GSM Um SDCCH`, `LTE RRC`, `LTE NAS` … */
  readonly name: string;
  /** Of LTE RRC, as `lte-rrc` names it. */
  readonly channel?: string;
  /** 14 bits. */
  readonly arfcn: number;
  readonly up: boolean;
  /** Strength as received, dBm; 0 where nobody wrote it. */
  readonly signal: number;
  /** Where the message begins. */
  readonly start: number;
}

const LTE_CHANNELS: readonly string[] = [
  "DL-CCCH-Message",
  "DL-DCCH-Message",
  "UL-CCCH-Message",
  "UL-DCCH-Message",
  "BCCH-BCH-Message",
  "BCCH-DL-SCH-Message",
  "PCCH-Message",
  "MCCH-Message",
  "BCCH-BCH-Message-MBMS",
  "BCCH-DL-SCH-Message-BR",
  "BCCH-DL-SCH-Message-MBMS",
  "SC-MCCH-Message-r13",
  "SBCCH-SL-BCH-Message",
  "SBCCH-SL-BCH-Message-V2X-r14",
  "DL-CCCH-Message-NB",
  "DL-DCCH-Message-NB",
  "UL-CCCH-Message-NB",
  "UL-DCCH-Message-NB",
  "BCCH-BCH-Message-NB",
  "BCCH-BCH-Message-TDD-NB",
  "BCCH-DL-SCH-Message-NB",
  "PCCH-Message-NB",
  "SC-MCCH-Message-NB",
];
const UM_CHANNELS: readonly string[] = [
  "?",
  "BCCH",
  "CCCH",
  "RACH",
  "AGCH",
  "PCH",
  "SDCCH",
  "SDCCH/4",
  "SDCCH/8",
  "TCH/F",
  "TCH/H",
  "PACCH",
  "CBCH",
  "PDCH",
  "PTCCH",
  "CBCH",
];

const TYPES: ReadonlyMap<number, readonly [string, Generation | undefined]> = new Map([
  [0x01, ["GSM Um", "2g"]],
  [0x02, ["GSM Abis", "2g"]],
  [0x03, ["GSM Um burst", "2g"]],
  [0x04, ["SIM", undefined]],
  [0x08, ["GPRS LLC", "2g"]],
  [0x0b, ["UMTS RLC MAC", "3g"]],
  [0x0c, ["UMTS RRC", "3g"]],
  [0x0d, ["LTE RRC", "4g"]],
  [0x0e, ["LTE MAC", "4g"]],
  [0x0f, ["LTE MAC", "4g"]],
  [0x10, ["OsmoCore log", undefined]],
  [0x11, ["QC DIAG", undefined]],
  [0x12, ["LTE NAS", "4g"]],
]);

/** Reads the head; undefined for what is none. Only version 2 is known. */
export function readGsmtap(b: Uint8Array, start: number, end: number): Gsmtap | undefined {
  if (end - start < 16 || b[start] !== 2 || b[start + 1]! < 4) return undefined;
  const size = b[start + 1]! * 4;
  if (start + size > end) return undefined;
  const [type, subtype] = [b[start + 2]!, b[start + 12]!];
  const arfcn = (b[start + 4]! << 8) | b[start + 5]!;
  const [word, generation] = TYPES.get(type) ?? [`GSMTAP ${type}`, undefined];
  const channel = type === 0x0d ? LTE_CHANNELS[subtype] : undefined;
  const named = type === 0x01 ? `${word} ${UM_CHANNELS[subtype & 0x7f] ?? subtype & 0x7f}` : word;
  const signal = b[start + 6]!;
  return {
    type,
    subtype,
    slot: b[start + 3]!,
    part: b[start + 14]!,
    generation,
    name: named,
    ...(channel === undefined ? {} : { channel }),
    arfcn: arfcn & 0x3fff,
    // Of LTE RRC the channel says it; some writers leave the bit out.
    up: channel === undefined ? (arfcn & 0x4000) !== 0 : channel.startsWith("UL-"),
    signal: signal > 127 ? signal - 256 : signal,
    start: start + size,
  };
}
