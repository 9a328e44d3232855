/**
 * Where whoever captured was, by a track beside the captures: places in which they stayed, by number, and ways between them. Where a person
 * was is theirs: the coordinates are kept only if they say so; that it was another place is always told.
 * Source: GPX 1.1.
 * @module
 */
import { type Moment, type Origin, own } from "@contraluz/core";
import type { Artifact, CaptureItem, Emit, ParseRun, Parser, PositionItem } from "../../artifact.ts";
import { fields, words } from "./words.ts";

/** Metres within which one is in one place; seconds after which one stays there; a pause after which nothing is known. */
const [NEAR, STAYS, PAUSE] = [150, 480, 900];
const MAX_PLACES = 500;

/** Metres; flat earth is enough for a few streets. */
function metres(a: Point, b: Point): number {
  const [north, east] = [b.latitude - a.latitude, b.longitude - a.longitude];
  return 111_320 * Math.hypot(north, east * Math.cos((a.latitude * Math.PI) / 180));
}

type Point = Pick<PositionItem, "latitude" | "longitude">;

interface Group {
  readonly first: PositionItem;
  last: PositionItem;
  /** Sums of its points: their middle is the place. */
  points: number;
  latitudes: number;
  longitudes: number;
}

function add(g: Group, p: PositionItem): void {
  g.last = p;
  g.points++;
  g.latitudes += p.latitude;
  g.longitudes += p.longitude;
}

const begun = (p: PositionItem): Group => {
  const g: Group = { first: p, last: p, points: 0, latitudes: 0, longitudes: 0 };
  add(g, p);
  return g;
};

class Places implements Parser<CaptureItem> {
  readonly #run: ParseRun;
  readonly #places: Point[] = [];
  #group: Group | undefined;
  #way: Group | undefined;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: CaptureItem, emit: Emit): void {
    if (item.kind !== "position") return;
    const g = this.#group;
    const pause = g !== undefined && Math.abs(item.seconds - g.last.seconds) > PAUSE;
    if (g && !pause && metres(g.first, item) <= NEAR) {
      add(g, item);
      return;
    }
    if (g) this.#close(g, emit);
    if (pause) this.#closeWay(emit);
    this.#group = begun(item);
  }

  /** A group that stayed is a place; else it is part of a way. */
  #close(g: Group, emit: Emit): void {
    if (g.last.seconds - g.first.seconds < STAYS) {
      if (this.#way) this.#way.last = g.last;
      else this.#way = g;
      return;
    }
    this.#closeWay(emit);
    const middle: Point = { latitude: g.latitudes / g.points, longitude: g.longitudes / g.points };
    let number = this.#places.findIndex((p) => metres(p, middle) <= NEAR);
    if (number < 0 && this.#places.length < MAX_PLACES) number = this.#places.push(middle) - 1;
    this.#tell("stay", g, number + 1, emit);
  }

  #closeWay(emit: Emit): void {
    if (this.#way) this.#tell("way", this.#way, undefined, emit);
    this.#way = undefined;
  }

  #tell(kind: "stay" | "way", { first, last }: Group, place: number | undefined, emit: Emit): void {
    const moment = (m: Moment): Moment => ({ ...m, seen: own(m.seen) });
    const origin: Origin = first.origin;
    const { latitude, longitude } = first;
    emit({
      kind,
      at: moment(first.at),
      fields: {
        ...(place === undefined ? {} : { place }),
        last: moment(last.at),
        ...(this.#run.content ? { latitude, longitude } : {}),
      },
      observables: [],
      origin,
    });
  }

  end(emit: Emit): void {
    if (this.#group) this.#close(this.#group, emit);
    this.#closeWay(emit);
  }
}

export const bluetoothPlaces: Artifact<"capture"> = {
  id: "bluetooth/places",
  version: 1,
  feed: "capture",
  where: { capture: { paths: ["**"], want: { items: ["position"] } } },
  fields,
  observes: [],
  words,
  sources: ["GPX 1.1"],
  parse: (run) => new Places(run),
};
