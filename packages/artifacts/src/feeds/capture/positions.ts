/**
 * Positions in the comments of frames, as Rayhunter writes them into its captures: `{"unix_ts": …, "lat": …, "lon": …}`. Where a person was is
 * theirs: who takes the items keeps the numbers only with content.
 *
 * Sources: Rayhunter fc1db11 (comment of a packet, facts of the format alone); network.md 2.
 * @module
 */
import type { Packet } from "@contraluz/formats/pcap/index.ts";
import { momentOf, SET_SINCE } from "./clock.ts";
import type { PositionItem } from "./types.ts";

/** Letters of a comment that may be a position, and the last second that one can have (2100). */
const MAX = 300;
const UNTIL = 4_102_444_800;
/** Seconds after which the same place is told again. */
const AGAIN = 10;

const within = (v: unknown, most: number): v is number => typeof v === "number" && v >= -most && v <= most;

export class Positions {
  readonly #file: number;
  #last: PositionItem | undefined;

  constructor(file: number) {
    this.#file = file;
  }

  /** The position of a frame that has a comment; undefined of other comments, and of a place that was told just now. */
  of(p: Packet): PositionItem | undefined {
    const text = p.comment ?? "";
    if (text.length > MAX || !text.startsWith("{") || !text.includes('"lat"')) return undefined;
    let v: unknown;
    try {
      v = JSON.parse(text);
    } catch {
      return undefined;
    }
    const own = (key: string): unknown =>
      Object.hasOwn(v as object, key) ? (v as Readonly<Record<string, unknown>>)[key] : undefined;
    const [latitude, longitude, stated] = [own("lat"), own("lon"), own("unix_ts")];
    if (!within(latitude, 90) || !within(longitude, 180)) return undefined;
    const set = typeof stated === "number" && stated >= SET_SINCE && stated < UNTIL;
    const seconds = set ? Math.floor(stated) : p.seconds;
    const last = this.#last;
    if (last?.latitude === latitude && last.longitude === longitude && Math.abs(seconds - last.seconds) < AGAIN)
      return undefined;
    this.#last = {
      kind: "position",
      at: momentOf(seconds, set ? 0 : p.nanos),
      seconds,
      latitude,
      longitude,
      origin: { file: this.#file, at: { packet: p.number, offset: p.offset } },
    };
    return this.#last;
  }
}
