/**
 * What an upload looks like, by sums that are kept while packets pass: how long it is busy, how large its packets are, and whether bursts
 * come at one pace, as key frames of a video do. No model is trained or applied.
 * @module
 */
import type { UplinkShape } from "./types.ts";

/** Bytes of a second that is busy: 200 kbit/s. */
const BUSY = 25_000;
/** Bytes of a packet that is large. */
const LARGE = 1100;
/** Bursts are looked for in tenths of a second, of two minutes at most, and once so many bytes went up. */
const BINS = 1200;
const MIN_BYTES = 200_000;
/** A burst has at least so many times the bytes of a mean tenth, and bursts are so many tenths apart. */
const PEAK = 2;
const APART = 4;
const MIN_BURSTS = 8;

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

  /** A packet that went up, of so many bytes of payload. */
  add(seconds: number, nanos: number, bytes: number): void {
    this.#packets++;
    this.#bytes += bytes;
    if (bytes >= LARGE) this.#large++;
    if (seconds !== this.#second) this.#turn(seconds);
    this.#inSecond += bytes;
    if (this.#bytes < MIN_BYTES) return;
    const bin = seconds * 10 + Math.floor(nanos / 1e8);
    if (!this.#bins) {
      this.#bins = new Float32Array(BINS);
      this.#firstBin = bin;
    }
    const at = bin - this.#firstBin;
    if (at >= 0 && at < BINS) this.#bins[at]! += bytes;
  }

  #turn(seconds: number): void {
    if (this.#inSecond >= BUSY) {
      this.#busy++;
      this.#row++;
      this.#longest = Math.max(this.#longest, this.#row);
    } else this.#row = 0;
    if (seconds !== this.#second + 1) this.#row = 0;
    this.#second = seconds;
    this.#inSecond = 0;
  }

  #bursts(): { readonly burstPeriod: number; readonly burstAlike: number } | undefined {
    const bins = this.#bins;
    if (!bins) return undefined;
    let [last, sum] = [BINS, 0];
    while (last > 0 && bins[last - 1] === 0) last--;
    for (let i = 0; i < last; i++) sum += bins[i]!;
    const mean = sum / Math.max(1, last);
    const gaps: number[] = [];
    let before = -1;
    for (let i = 1; i < last - 1; i++) {
      const v = bins[i]!;
      if (v < PEAK * mean || v < bins[i - 1]! || v < bins[i + 1]!) continue;
      if (before >= 0 && i - before < APART) continue;
      if (before >= 0) gaps.push(i - before);
      before = i;
    }
    if (gaps.length + 1 < MIN_BURSTS) return undefined;
    gaps.sort((a, b) => a - b);
    const median = gaps[gaps.length >> 1]!;
    const alike = gaps.filter((g) => Math.abs(g - median) <= median / 4).length / gaps.length;
    return { burstPeriod: median / 10, burstAlike: Math.round(alike * 100) / 100 };
  }

  /** What it came to. */
  end(): UplinkShape {
    this.#turn(this.#second + 1);
    return {
      busySeconds: this.#busy,
      longestBusy: this.#longest,
      large: this.#packets === 0 ? 0 : Math.round((this.#large / this.#packets) * 100) / 100,
      ...this.#bursts(),
    };
  }
}
