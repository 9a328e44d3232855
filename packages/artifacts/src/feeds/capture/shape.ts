/**
 * What an upload looks like, by sums that are kept while packets pass: how long it is busy, how large its packets are, and whether bursts
 * come at one pace, as key frames of a video do. No model is trained or applied.
 * @module
 */
import type { UplinkShape } from "./types.ts";

/** Bytes of a second that is busy: 200 kbit/s. */
export const BUSY = 25_000;
/** Bytes of a packet that is large: relays of cameras send 1024 of video. */
export const LARGE = 1000;
/**
 * Bursts are looked for in tenths of a second, in stretches of at most two minutes that end where little goes up for so many seconds, and
 * once so many bytes went up.
 */
const BINS = 1200;
const REST = 6;
const MIN_BYTES = 200_000;
/**
 * Two tenths that follow each other are a burst if they have at least so many times the bytes of a mean pair; bursts are so many tenths
 * apart. Between key frames a video goes on: in so many of the tenths something goes up. What goes in pieces, and rests, is no video.
 */
const PEAK = 1.8;
const APART = 4;
const FILLED = 0.6;
const MIN_BURSTS = 8;

interface Bursts {
  readonly burstPeriod: number;
  readonly burstAlike: number;
}

export class ShapeMeter {
  #packets = 0;
  #large = 0;
  #bytes = 0;
  #second = -1;
  #inSecond = 0;
  #busy = 0;
  #row = 0;
  #longest = 0;
  #bins: Float32Array | undefined;
  #firstBin = 0;
  /** Of the last busy second of the stretch; -1 where none has begun. */
  #lastBusy = -1;
  #best: (Bursts & { readonly count: number }) | undefined;

  /** Goes on where others counted: packets, large ones, bytes of all, the last second and its bytes. None was busy. */
  begin(packets: number, large: number, bytes: number, second: number, inSecond: number): void {
    this.#packets = packets;
    this.#large = large;
    this.#bytes = bytes;
    this.#second = second;
    this.#inSecond = inSecond;
  }

  /** A packet that went up, of so many bytes of payload. */
  add(seconds: number, nanos: number, bytes: number): void {
    this.#packets++;
    this.#bytes += bytes;
    if (bytes >= LARGE) this.#large++;
    if (seconds !== this.#second) this.#turn(seconds);
    this.#inSecond += bytes;
    if (this.#bytes < MIN_BYTES) return;
    const bin = seconds * 10 + Math.floor(nanos / 1e8);
    let at = bin - this.#firstBin;
    if (!this.#bins || at < 0 || at >= BINS) {
      this.#stretch();
      this.#bins ??= new Float32Array(BINS);
      this.#firstBin = bin;
      at = 0;
    }
    this.#bins[at]! += bytes;
  }

  #turn(seconds: number): void {
    if (this.#inSecond >= BUSY) {
      this.#busy++;
      this.#row++;
      this.#longest = Math.max(this.#longest, this.#row);
      this.#lastBusy = this.#second;
    } else this.#row = 0;
    if (seconds !== this.#second + 1) this.#row = 0;
    if (this.#lastBusy >= 0 && seconds - this.#lastBusy > REST) {
      this.#stretch();
      this.#firstBin = Number.NEGATIVE_INFINITY;
    }
    this.#second = seconds;
    this.#inSecond = 0;
  }

  /** A stretch is over: its bursts, if it has more than those before; the bins are empty then. */
  #stretch(): void {
    const bins = this.#bins;
    if (!bins) return;
    const length = this.#lastBusy < 0 ? 0 : Math.min(BINS, (this.#lastBusy + 1) * 10 - this.#firstBin);
    const found = length > 0 ? bursts(bins, length) : undefined;
    if (found && found.count > (this.#best?.count ?? 0)) this.#best = found;
    bins.fill(0);
    this.#lastBusy = -1;
  }

  /** What it came to. */
  end(): UplinkShape {
    this.#turn(this.#second + 1);
    this.#stretch();
    return {
      busySeconds: this.#busy,
      longestBusy: this.#longest,
      large: this.#packets === 0 ? 0 : Math.round((this.#large / this.#packets) * 100) / 100,
      ...(this.#best ? { burstPeriod: this.#best.burstPeriod, burstAlike: this.#best.burstAlike } : {}),
    };
  }
}

/** Bursts in the first `length` bins. */
function bursts(bins: Float32Array, length: number): (Bursts & { readonly count: number }) | undefined {
  let [sum, filled] = [0, 0];
  for (let i = 0; i < length; i++) {
    sum += bins[i]!;
    if (bins[i]! > 0) filled++;
  }
  if (filled < FILLED * length) return undefined;
  const high = (PEAK * 2 * sum) / length;
  const pair = (i: number): number => bins[i]! + (bins[i + 1] ?? 0);
  const gaps: number[] = [];
  let before = -1;
  for (let i = 0; i < length; i++) {
    const v = pair(i);
    if (v < high || (i > 0 && v < pair(i - 1)) || v < pair(i + 1)) continue;
    if (before >= 0 && i - before < APART) continue;
    if (before >= 0) gaps.push(i - before);
    before = i;
  }
  if (gaps.length + 1 < MIN_BURSTS) return undefined;
  const sorted = [...gaps].sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1]!;
  const alike = gaps.filter((g) => Math.abs(g - median) <= median / 4).length / gaps.length;
  return { burstPeriod: median / 10, burstAlike: Math.round(alike * 100) / 100, count: gaps.length + 1 };
}
