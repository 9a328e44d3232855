/**
 * Tracks of where somebody was (GPX 1.0, 1.1), in pieces of any size: points with their time. No other part is read.
 * @example
 * const reader = new GpxReader((p) => points.push(p));
 * for await (const chunk of chunksOf(source)) reader.take(chunk);
 * reader.end();
 *
 * Source: topografix.com/GPX/1/1.
 * @module
 */
import { parseIso } from "@contraluz/core";

export interface GpxPoint {
  /** Nanoseconds since 1970. */
  readonly utc: bigint;
  /** As it stands there. */
  readonly seen: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Where its element begins in the file, and its length in bytes. */
  readonly offset: number;
  readonly length: number;
}

/** Points of one file: a point a second for a week; and bytes of one point. */
const MAX_POINTS = 600_000;
const MAX_ELEMENT = 16_384;
const [OPEN, CLOSE] = ["<trkpt", "</trkpt>"];

/** True for the first bytes of a track. */
export function looksLikeGpx(head: Uint8Array): boolean {
  const text = latin.decode(head.subarray(0, 4096));
  return /^(?:\xef\xbb\xbf)?\s{0,100}<(?:\?xml|gpx\b)/.test(text) && text.includes("<gpx");
}

/** One letter for each byte: offsets stay those of the file. What is read of it is ASCII. */
const latin = new TextDecoder("latin1");

function degrees(element: string, name: string, most: number): number | undefined {
  const at = element.indexOf(`${name}=`);
  const quote = element[at + name.length + 1];
  if (at < 0 || (quote !== '"' && quote !== "'")) return undefined;
  const from = at + name.length + 2;
  const text = element.slice(from, element.indexOf(quote, from));
  if (!/^[+-]?\d{1,3}(?:\.\d{0,20})?$/.test(text)) return undefined;
  const n = Number(text);
  return Math.abs(n) <= most ? n : undefined;
}

function pointOf(element: string, offset: number): GpxPoint | undefined {
  const head = element.slice(0, element.indexOf(">"));
  const [latitude, longitude] = [degrees(head, "lat", 90), degrees(head, "lon", 180)];
  const from = element.indexOf("<time>");
  const to = element.indexOf("</time>", from);
  if (latitude === undefined || longitude === undefined || from < 0 || to < 0 || to - from > 60) return undefined;
  const seen = element.slice(from + 6, to).trim();
  const utc = parseIso(seen);
  return utc === undefined ? undefined : { utc, seen, latitude, longitude, offset, length: element.length };
}

export class GpxReader {
  readonly #each: (p: GpxPoint) => void;
  #rest = "";
  #at = 0;
  /** Points that were read; elements that are none, or that nobody kept. */
  points = 0;
  damaged = 0;

  constructor(each: (p: GpxPoint) => void) {
    this.#each = each;
  }

  take(chunk: Uint8Array): void {
    const text = this.#rest + latin.decode(chunk);
    let from = 0;
    // Both only go forward: a file of beginnings or ends alone must not be read again and again.
    let next = text.indexOf(OPEN);
    for (let close = text.indexOf(CLOSE); close >= 0; close = text.indexOf(CLOSE, from)) {
      let open = -1;
      while (next >= 0 && next < close) {
        open = next;
        next = text.indexOf(OPEN, next + OPEN.length);
      }
      from = close + CLOSE.length;
      const whole = open >= 0 && close - open <= MAX_ELEMENT && this.points < MAX_POINTS;
      const p = whole ? pointOf(text.slice(open, from), this.#at + open) : undefined;
      if (p) {
        this.points++;
        this.#each(p);
      } else this.damaged++;
    }
    from = Math.max(from, text.length - MAX_ELEMENT);
    this.#at += from;
    this.#rest = text.slice(from);
  }

  end(): void {
    if (this.#rest.includes(OPEN)) this.damaged++;
  }
}
