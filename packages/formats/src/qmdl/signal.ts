/**
 * Logs in which a modem wrote how strongly it receives a cell (B17F serving cell, B180 its neighbours), and how far away the network
 * thinks it is (B062, the answer to a random access: timing advance).
 *
 * The layouts differ with the version. Read are only those of which bytes of real phones are public with what another tool says of them, and of
 * which the three values fit one another: strength of the pilots, strength of all, and quality (its ratio, 3GPP TS 36.214, 5.1.3).
 * Other versions (and B193, B179) are counted by name.
 * Sources: fgsect/scat (facts alone), diagltelogparser.py and the bytes of its tests; 3GPP TS 36.133, 9.1.4 (range), TS 36.321, 6.2.3 (advance).
 * @module
 */

/** How strongly one cell was received. */
export interface CellSignal {
  readonly pci: number;
  readonly earfcn: number;
  /** Strength of its pilots (RSRP), dBm. */
  readonly signal: number;
  /** The phone belongs to it. */
  readonly serving: boolean;
}

export const SERVING_LOG = 0xb17f;
export const NEIGHBOUR_LOG = 0xb180;
export const ACCESS_LOG = 0xb062;

/** Neighbours of one log. */
const MAX_CELLS = 64;
const NEIGHBOUR_BYTES = 32;
/** What a phone can receive; TS 36.133 reports from -140 to -44, newer ones from -156. */
const [WEAKEST, STRONGEST] = [-156, -31];
/** Frequencies have 18 bits (TS 36.101, 5.7.3). */
const LAST_EARFCN = 262_143;

const u16 = (b: Uint8Array, at: number): number => b[at]! | (b[at + 1]! << 8);
const u32 = (b: Uint8Array, at: number): number => u16(b, at) + u16(b, at + 2) * 65_536;
/** Sixteenths of a decibel above -180 dBm. */
const dbm = (n: number): number => n / 16 - 180;
const possible = (signal: number): boolean => signal >= WEAKEST && signal <= STRONGEST;

/** `version`: of this version no layout is known. `damaged`: it is shorter than it says, or says what cannot be. */
export type SignalLog = readonly CellSignal[] | "version" | "damaged";

/** Body of a log B17F or B180. */
export function readSignalLog(code: number, b: Uint8Array): SignalLog {
  const version = b[0];
  if (version !== 4 && version !== 5) return "version";
  return code === SERVING_LOG ? serving(b, version) : neighbours(b, version);
}

function serving(b: Uint8Array, version: number): SignalLog {
  // Version, release, two bytes; the frequency; number of the cell with how much it is to be wanted; then words of 32 bits.
  const [wide, place, words] = version === 4 ? [2, 6, 8] : [4, 8, 12];
  if (b.length < words + 16) return "damaged";
  const signal = dbm(u32(b, words) & 0xfff);
  const earfcn = wide === 2 ? u16(b, 4) : u32(b, 4);
  if (!possible(signal) || earfcn > LAST_EARFCN) return "damaged";
  return [{ pci: u16(b, place) & 0x1ff, earfcn, signal, serving: true }];
}

function neighbours(b: Uint8Array, version: number): SignalLog {
  const start = version === 4 ? 8 : 12;
  if (b.length < start) return "damaged";
  const earfcn = version === 4 ? u16(b, 4) : u32(b, 4);
  const count = version === 4 ? u16(b, 6) >> 6 : Math.floor(u32(b, 8) / 64);
  if (earfcn > LAST_EARFCN || count > MAX_CELLS || start + count * NEIGHBOUR_BYTES > b.length) return "damaged";
  const found: CellSignal[] = [];
  for (let i = 0; i < count; i++) {
    const at = start + i * NEIGHBOUR_BYTES;
    const signal = dbm(u32(b, at) >>> 20);
    if (possible(signal)) found.push({ pci: u16(b, at) & 0x1ff, earfcn, signal, serving: false });
  }
  return found;
}

/** Where the answer of the network stands in a part of B062, by the version of the part. */
const ANSWERS: ReadonlyMap<number, readonly [mask: number, answer: number]> = new Map([
  [2, [3, 8]],
  [3, [5, 10]],
  [0x31, [5, 10]],
  [0x32, [5, 13]],
]);
const [ACCESS, MAX_PARTS, MAX_ADVANCE] = [6, 16, 1282];

/**
 * Body of a log B062: how far away the network thinks the phone is, in steps of 78 m (timing advance). One for each attempt that was
 * answered.
 */
export function readAccessLog(b: Uint8Array): readonly number[] | "version" | "damaged" {
  if (b[0] !== 1) return "version";
  const found: number[] = [];
  let at = 4;
  for (let n = Math.min(b[1] ?? 0, MAX_PARTS); n > 0; n--) {
    if (at + 4 > b.length) return found.length > 0 ? found : "damaged";
    const [id, version, size] = [b[at]!, b[at + 1]!, u16(b, at + 2)];
    const where = id === ACCESS ? ANSWERS.get(version) : undefined;
    if (id === ACCESS && !where) return "version";
    if (where) {
      const body = at + 4;
      const [mask, answer] = where;
      if (body + answer + 7 > b.length) return "damaged";
      // Its result (0 is well), and that both the first message and the answer are there.
      const ended = b[body + mask - 2]!;
      const advance = u16(b, body + answer + 5);
      if (ended === 0 && (b[body + mask]! & 3) === 3 && advance <= MAX_ADVANCE) found.push(advance);
    }
    at += Math.max(size, 4);
  }
  return found;
}
