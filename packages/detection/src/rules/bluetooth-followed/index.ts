/**
 * A tag that went along: near for half an hour or more, in two places or more. A lead where it says that its owner is away; a question where
 * its kind does not tell whose it is, or where it is a phone or computer of Apple that is offline. One that stayed in one place and is strong is a
 * question, too. Tags of the person, and those with their owner, are none.
 *
 * Places are those of a track beside the capture; without one, surroundings that changed (`bluetooth/trackers`). Neighbours' tags stay in
 * one place, those of fellow passengers go along for one ride.
 * Source: network.md 3(d) (AirGuard's thresholds, facts alone).
 * @module
 */
import { type ArtifactRecord, type Context, parseIso, type RecordRef } from "@contraluz/core";
import { number } from "../../network/destination.ts";
import { span } from "../../network/time.ts";
import { plain, string } from "../../plain.ts";
import type { Hit, Rule } from "../../rule.ts";
import { type Kind, words } from "./words.ts";

type Span = readonly [from: number, to: number];

interface Tag {
  readonly is: "tag";
  readonly addresses: readonly string[];
  readonly kind: Kind;
  readonly state: string;
  readonly uncertain: boolean;
  readonly minutes: number;
  readonly surroundings: number;
  /** dBm; 0 where nothing tells. */
  readonly mean: number;
  readonly spans: readonly Span[];
  readonly name: string;
  readonly connected: boolean;
  readonly ref: RecordRef;
}
interface Place {
  readonly is: "place";
  readonly number: number;
  readonly span: Span;
}
/** Something was heard at all. */
interface Heard {
  readonly is: "heard";
  readonly ref: RecordRef;
}
type Fact = Tag | Place | Heard;

/** Minutes; of a phone or computer of Apple, which is offline more often than a tag is lost; of one that stays in one place. */
const [ALONG, APPLE_DEVICE, STAYED] = [30, 150, 60];
const PLACES = 2;
/** Seconds in a place. */
const THERE = 300;
/** dBm, in the mean: within some metres. */
const STRONG = -70;
/** Addresses and spans of one fact; findings of one level. */
const [MAX_LIST, MAX_HITS] = [100, 12];
/** Tags that are weighed, those that were there for longest, and places of a track: more of both are no walk of a person. */
const [MAX_WEIGHED, MAX_TRACK] = [500, 2000];

const list = (v: unknown): string[] => (Array.isArray(v) ? v.filter((x) => typeof x === "string") : []);

function spanOf(text: string): Span | undefined {
  const [from, to] = text.split("/", 2).map((t) => parseIso(t));
  return from === undefined || to === undefined
    ? undefined
    : [Number(from / 1_000_000_000n), Number(to / 1_000_000_000n)];
}

function kindOf(type: string, model: string): Kind {
  if (type !== "find-my") return (Object.hasOwn(words.kinds, type) ? type : "other") as Kind;
  return model === "airtag" ? "airtag" : model === "device" ? "apple" : model === "airpods" ? "airpods" : "find-my";
}

function tagOf({ fields: f }: ArtifactRecord, ref: () => RecordRef): Tag | undefined {
  const address = string(f.address);
  if (address === "") return undefined;
  return {
    is: "tag",
    addresses: f.uncertain === true ? list(f.addresses).slice(0, MAX_LIST) : [address],
    kind: kindOf(string(f.type), string(f.model)),
    state: string(f.state),
    uncertain: f.uncertain === true,
    minutes: number(f.minutes),
    surroundings: number(f.surroundings),
    mean: number(f.mean),
    spans: list(f.spans)
      .slice(0, MAX_LIST)
      .map(spanOf)
      .filter((s) => s !== undefined),
    name: string(f.name).slice(0, 100),
    connected: f.connected === true,
    ref: ref(),
  };
}

const overlap = (spans: readonly Span[], [from, to]: Span): number =>
  spans.reduce((n, s) => n + Math.max(0, Math.min(s[1], to) - Math.max(s[0], from)), 0);

/** In how many places it was: by the track where that covers half of its time, else by its surroundings. */
function placesOf(tags: readonly Tag[], track: readonly Place[]): { readonly places: number; readonly track: boolean } {
  const best = tags.reduce((a, b) => (b.surroundings > a.surroundings ? b : a));
  const { spans } = tags.reduce((a, b) => (b.minutes > a.minutes ? b : a));
  const whole = spans.reduce((n, s) => n + s[1] - s[0], 0);
  let covered = 0;
  const there = new Map<string, number>();
  for (const [i, p] of track.entries()) {
    const seconds = overlap(spans, p.span);
    covered += seconds;
    // A stay has a number, under which the person may come back; a way has none.
    const key = p.number > 0 ? `${p.number}` : `way ${i}`;
    if (seconds > 0) there.set(key, (there.get(key) ?? 0) + seconds);
  }
  if (2 * covered < whole || covered === 0) return { places: best.surroundings, track: false };
  return { places: [...there.values()].filter((s) => s >= THERE).length, track: true };
}

type Told = Omit<Hit, "level"> & { readonly level: "lead" | "ask" };

function weigh(tags: readonly Tag[], track: readonly Place[]): Told | undefined {
  const one = tags[0]!;
  const minutes = longest(tags);
  const { places, track: known } = placesOf(tags, track);
  const least = one.kind === "apple" ? APPLE_DEVICE : ALONG;
  const along = minutes >= least && places >= PLACES;
  const heard = tags.filter((t) => t.mean < 0);
  const strong = heard.some((t) => t.mean >= STRONG);
  if (!along && !(strong && minutes >= STAYED)) return undefined;
  const level = along && one.state === "away" && one.kind !== "apple" ? "lead" : "ask";
  return {
    subject: one.addresses[0]!,
    level,
    params: {
      case: along ? "along" : "strong",
      kind: one.kind,
      name: plain(one.name),
      address: one.addresses[0]!,
      addresses: one.addresses.length,
      minutes,
      time_es: span(minutes * 60, "es"),
      time_en: span(minutes * 60, "en"),
      places,
      track: known ? 1 : 0,
      away: one.state === "away" ? 1 : 0,
      uncertain: one.uncertain ? 1 : 0,
      asks: level === "ask" ? 1 : 0,
    },
    records: tags.map((t) => t.ref),
  };
}

/** Of one tag all that was recorded of it: several captures of one walk tell of it. */
function byAddress(facts: readonly Fact[]): Map<string, Tag[]> {
  const by = new Map<string, Tag[]>();
  for (const t of facts) {
    if (t.is !== "tag") continue;
    const of = by.get(t.addresses[0]!);
    if (of) of.push(t);
    else by.set(t.addresses[0]!, [t]);
  }
  return by;
}

/** What the person told, as addresses and names are compared. */
const knownOf = (context: Context): ReadonlySet<string> =>
  new Set(context.known.flatMap((k) => [k.trim().toLowerCase(), k.trim().toLowerCase().replaceAll("-", ":")]));

function isKnown(tags: readonly Tag[], known: ReadonlySet<string>): boolean {
  return tags.some((t) => t.addresses.some((a) => known.has(a)) || (t.name !== "" && known.has(t.name.toLowerCase())));
}

const longest = (tags: readonly Tag[]): number => tags.reduce((n, t) => Math.max(n, t.minutes), 0);

export const followed: Rule<Fact> = {
  id: "bluetooth/followed",
  version: 1,
  level: "lead",
  words: words.rule,
  needs: ["bluetooth/trackers", "bluetooth/devices", "bluetooth/places"],
  baseRate: {
    fired: 3,
    samples: 3,
    what: "walks that a generator made without followers: each time a question about the own Tile, no lead; no public capture of a real walk was found",
  },
  sources: ["network.md 3(d)", "draft-ietf-dult-accessory-protocol"],
  budget: 20_000,
  once: (f) => (f.is === "heard" ? "heard" : undefined),
  fact(r, ref, artifact) {
    if (r.kind === "tag") return tagOf(r, ref);
    if (artifact === "bluetooth/devices") return { is: "heard", ref: ref() };
    if (r.kind !== "stay" && r.kind !== "way") return undefined;
    const last = r.fields.last;
    const to = last !== null && typeof last === "object" && "utc" in last ? last.utc : undefined;
    if (r.at?.utc === undefined || typeof to !== "bigint") return undefined;
    const between: Span = [Number(r.at.utc / 1_000_000_000n), Number(to / 1_000_000_000n)];
    return { is: "place", number: number(r.fields.place), span: between };
  },
  *judge(facts, context) {
    const tags = [...byAddress(facts).values()];
    const track = facts.filter((f) => f.is === "place").slice(0, MAX_TRACK);
    const known = knownOf(context);
    const refs = facts.filter((f) => f.is !== "place").map((f) => f.ref);
    if (refs.length === 0) return;
    const strange = tags.filter(
      (of) => of.some((t) => t.state !== "near") && !of.some((t) => t.connected) && !isKnown(of, known),
    );
    const told = [...strange]
      .sort((a, b) => longest(b) - longest(a))
      .slice(0, MAX_WEIGHED)
      .map((of) => weigh(of, track))
      .filter((h) => h !== undefined);
    for (const level of ["lead", "ask"] as const) {
      const of = told.filter((t) => t.level === level);
      yield* of.slice(0, MAX_HITS);
      const rest = of.slice(MAX_HITS);
      if (rest.length > 0)
        yield {
          subject: "…",
          level,
          params: { ...rest[0]!.params, rest: rest.length },
          records: rest.flatMap((h) => h.records.slice(0, 1)),
        };
    }
    yield {
      subject: "heard",
      level: "info",
      params: { case: "heard", tags: tags.length, others: strange.length - told.length, told: told.length },
      records: refs.slice(0, MAX_LIST),
    };
  },
};
