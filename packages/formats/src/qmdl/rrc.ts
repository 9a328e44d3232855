/**
 * Logs of messages that a modem sent or got: which radio cell, which channel, and the bytes of the message itself.
 *
 * How the head of B0C0 (LTE RRC) is laid out changed with its version; the length of the message tells whether a layout fits. Which number
 * means which channel changed, too.
 * Sources: network.md 2; MobileInsight (Apache-2.0), LteRrcOtaPacketFmt and LteRrcOtaPduType; seen in logs of versions 8, 20 and 26.
 * @module
 */

export interface RrcLog {
  /** As `lte-rrc` names it; undefined for a number that this version does not have. */
  readonly channel: string | undefined;
  readonly version: number;
  readonly pdu: number;
  /** Physical number of the cell, and the frequency. */
  readonly pci: number;
  readonly earfcn: number;
  readonly message: Uint8Array;
}

/** Logs by their code, as a person who reads the log knows them. */
export const LOG_NAMES: Readonly<Record<number, string>> = {
  16687: "WCDMA RRC",
  20783: "GSM RR",
  21030: "GPRS MAC",
  28986: "UMTS NAS",
  45154: "LTE MAC random access",
  45155: "LTE MAC downlink",
  45156: "LTE MAC uplink",
  45248: "LTE RRC",
  45249: "LTE RRC master block",
  45250: "LTE RRC serving cell",
  45282: "LTE NAS ESM in",
  45283: "LTE NAS ESM out",
  45285: "LTE NAS ESM state",
  45292: "LTE NAS EMM in",
  45293: "LTE NAS EMM out",
  45294: "LTE NAS EMM state",
  45332: "LTE timing",
  45415: "LTE random access request",
  45416: "LTE random access answer",
  45433: "LTE signal while connected",
  45439: "LTE serving signal",
  45440: "LTE neighbour signal",
  45459: "LTE signal",
  47114: "5G NAS in",
  47115: "5G NAS out",
  47137: "5G RRC",
};

const u16 = (b: Uint8Array, at: number): number => b[at]! | (b[at + 1]! << 8);
const u32 = (b: Uint8Array, at: number): number => u16(b, at) + u16(b, at + 2) * 65_536;

const FIRST = [
  "BCCH-BCH-Message",
  "BCCH-DL-SCH-Message",
  "MCCH-Message",
  "PCCH-Message",
  "DL-CCCH-Message",
  "DL-DCCH-Message",
  "UL-CCCH-Message",
  "UL-DCCH-Message",
] as const;
const NARROW = [
  "BCCH-BCH-Message-NB",
  "BCCH-DL-SCH-Message-NB",
  "PCCH-Message-NB",
  "DL-CCCH-Message-NB",
  "DL-DCCH-Message-NB",
  "UL-CCCH-Message-NB",
  undefined,
  "UL-DCCH-Message-NB",
] as const;

/** The eight channels begin at these numbers. */
function numbered(first: readonly number[], narrow?: number): ReadonlyMap<number, string> {
  const of = new Map<number, string>();
  for (const [i, name] of FIRST.entries()) of.set(first[i]!, name);
  if (narrow !== undefined) for (const [i, name] of NARROW.entries()) if (name !== undefined) of.set(narrow + i, name);
  return of;
}

const OLD = numbered([1, 2, 3, 4, 5, 6, 7, 8]);
const SHIFTED = numbered([8, 9, 10, 11, 12, 13, 14, 15]);
const MIDDLE = numbered([1, 2, 4, 5, 6, 7, 8, 9]);
const TWENTY = numbered([1, 2, 4, 5, 6, 7, 8, 9], 54);
const NEW = numbered([1, 3, 6, 7, 8, 9, 10, 11], 45);

/** Versions whose numbers were seen, or told of; others are taken for the nearest one before them. */
function channels(version: number): ReadonlyMap<number, string> {
  if (version === 9 || version === 12) return SHIFTED;
  if (version < 14 || version === 22) return OLD;
  if (version < 19) return MIDDLE;
  if (version === 19 || version >= 26) return NEW;
  return TWENTY;
}

/** Body of a log B0C0. Undefined if no layout fits it. */
export function readRrcLog(b: Uint8Array): RrcLog | undefined {
  if (b.length < 13) return undefined;
  const version = b[0]!;
  // [where the cell stands, bytes of the frequency, bytes of the mask of blocks]
  const layouts = [
    [version >= 25 ? 6 : 4, version < 8 ? 2 : 4, version < 5 ? 0 : 4],
    [6, 4, 4],
    [4, 4, 4],
    [4, 2, 4],
    [4, 2, 0],
  ] as const;
  for (const [cell, wide, mask] of layouts) {
    const sfn = cell + 2 + wide;
    const size = sfn + 3 + mask + 2;
    if (b.length < size || u16(b, size - 2) !== b.length - size) continue;
    const pdu = b[sfn + 2]!;
    return {
      channel: channels(version).get(pdu),
      version,
      pdu,
      pci: u16(b, cell),
      earfcn: wide === 2 ? u16(b, cell + 2) : u32(b, cell + 2),
      message: b.subarray(size),
    };
  }
  return undefined;
}

/** Body of a log of LTE NAS (B0E2, B0E3, B0EC, B0ED): four bytes of versions, then the message as it was before its encryption. */
export function readNasLog(b: Uint8Array): Uint8Array | undefined {
  return b.length > 4 ? b.subarray(4) : undefined;
}

/** Body of a log 713A: direction, length, the message (MM, GMM). */
export function readUmtsNasLog(b: Uint8Array): { readonly up: boolean; readonly message: Uint8Array } | undefined {
  if (b.length < 7) return undefined;
  const length = u32(b, 1);
  return length > b.length - 5 ? undefined : { up: b[0] === 1, message: b.subarray(5, 5 + length) };
}

/** Channels of a log 512F (its low seven bits; the highest one says that it came down). */
const GSM_CHANNELS = ["DCCH", "BCCH", "RACH", "CCCH", "SACCH", "SDCCH", "FACCH/F", "FACCH/H", "RACH"] as const;

/** Body of a log 512F: GSM RR, as layer 3 has it (of broadcast with its length first). */
export function readGsmLog(
  b: Uint8Array,
): { readonly up: boolean; readonly channel: string; readonly message: Uint8Array } | undefined {
  if (b.length < 4) return undefined;
  const [where, length] = [b[0]!, b[2]!];
  if (length > b.length - 3) return undefined;
  const channel = GSM_CHANNELS[where & 0x7f] ?? String(where & 0x7f);
  return { up: (where & 0x80) === 0, channel, message: b.subarray(3, 3 + length) };
}
