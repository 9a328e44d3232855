/** What the bench shows, and every way it can change. Pure: tested without a browser. @module */
import type { Level } from "@contraluz/core";
import type { ListId, Spec } from "./ask.ts";

export type Tab = ListId | "coverage";
export const TABS: readonly Tab[] = ["time", "undated", "place", "coverage"];

/** A stretch of time, milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Ref {
  readonly artifact: string;
  readonly ordinal: number;
}

/** Where the list is to go when it stands ready. `n`: the same place twice is two jumps. */
export type Jump = ({ readonly to: Ref } | { readonly to: { readonly ms: number } }) & { readonly n: number };

export interface BenchState {
  readonly tab: Tab;
  readonly query: string;
  readonly without: readonly string[];
  readonly levels: readonly (Level | "none")[];
  /** Of the tab `place`. */
  readonly artifact: string;
  readonly kind: string;
  readonly zone: string;
  readonly span: Span;
  readonly row: number;
  readonly jump?: Jump;
  readonly bytes: boolean;
  readonly noting: boolean;
  readonly help: boolean;
  readonly filters: boolean;
  readonly singleKeys: boolean;
  readonly notes: ReadonlyMap<string, string>;
}

export type BenchAct =
  | { readonly type: "tab"; readonly tab: Tab }
  | { readonly type: "query"; readonly query: string }
  | { readonly type: "without"; readonly ids: readonly string[]; readonly off: boolean }
  | { readonly type: "level"; readonly level: Level | "none"; readonly off: boolean }
  | { readonly type: "clear" }
  | { readonly type: "place"; readonly artifact: string; readonly kind: string }
  | { readonly type: "zone"; readonly zone: string }
  | { readonly type: "span"; readonly span: Span }
  | { readonly type: "row"; readonly row: number }
  | { readonly type: "jump"; readonly to: Ref | { readonly ms: number } }
  /** To what lies just before and after a record, everything shown. */
  | { readonly type: "around"; readonly ref: Ref; readonly ms: number }
  | {
      readonly type: "toggle";
      readonly what: "bytes" | "noting" | "help" | "filters" | "singleKeys";
      readonly on?: boolean;
    }
  | { readonly type: "note"; readonly ref: Ref; readonly text: string };

/** On each side of a record, by "before and after". */
export const AROUND = 5 * 60_000;
/** The shortest span of the map. */
const SHORTEST = 10_000;

export function firstBench(span: Span, artifact: string, kind: string): BenchState {
  return {
    tab: "time",
    query: "",
    without: [],
    levels: [],
    artifact,
    kind,
    zone: "UTC",
    span,
    row: -1,
    bytes: false,
    noting: false,
    help: false,
    filters: false,
    singleKeys: true,
    notes: new Map(),
  };
}

export function noteKey({ artifact, ordinal }: Ref): string {
  return `${artifact} ${ordinal}`;
}

/** A span twice or half as long around a moment inside it, within `all`. */
export function zoomed(span: Span, factor: number, at: number, all: Span): Span {
  const whole = Math.max(SHORTEST, all.to - all.from);
  const length = Math.min(whole, Math.max(SHORTEST, (span.to - span.from) * factor));
  const middle = at >= span.from && at <= span.to ? at : (span.from + span.to) / 2;
  const share = span.to > span.from ? (middle - span.from) / (span.to - span.from) : 0.5;
  return within({ from: middle - length * share, to: middle + length * (1 - share) }, all);
}

/** The span moved so that it lies inside `all`, if it is not longer. */
export function within(span: Span, all: Span): Span {
  const length = Math.max(span.to - span.from, SHORTEST);
  const from = Math.max(all.from, Math.min(span.from, Math.max(all.from, all.to - length)));
  return { from, to: from + length };
}

function less<T>(list: readonly T[], gone: readonly T[]): readonly T[] {
  return list.filter((x) => !gone.includes(x));
}

/** The next state. Another list begins without a chosen row. */
export function nextBench(s: BenchState, a: BenchAct): BenchState {
  switch (a.type) {
    case "tab":
      return a.tab === s.tab ? s : { ...noJump(s), tab: a.tab, row: -1, bytes: false, noting: false };
    case "query":
      return { ...noJump(s), query: a.query, row: -1 };
    case "without":
      return { ...noJump(s), without: a.off ? [...less(s.without, a.ids), ...a.ids] : less(s.without, a.ids), row: -1 };
    case "level":
      return {
        ...noJump(s),
        levels: a.off ? [...less(s.levels, [a.level]), a.level] : less(s.levels, [a.level]),
        row: -1,
      };
    case "clear":
      return { ...noJump(s), query: "", without: [], levels: [], row: -1 };
    case "place":
      return { ...noJump(s), tab: "place", artifact: a.artifact, kind: a.kind, row: -1 };
    case "zone":
      return { ...s, zone: a.zone };
    case "span":
      return { ...s, span: a.span };
    case "row":
      return { ...s, row: a.row };
    case "jump":
      return { ...s, jump: { to: a.to, n: (s.jump?.n ?? 0) + 1 } as Jump };
    case "around":
      return {
        ...s,
        tab: "time",
        query: "",
        without: [],
        levels: [],
        span: { from: a.ms - AROUND, to: a.ms + AROUND },
        jump: { to: a.ref, n: (s.jump?.n ?? 0) + 1 },
      };
    case "toggle":
      return { ...s, [a.what]: a.on ?? !s[a.what] };
    case "note": {
      const notes = new Map(s.notes);
      if (a.text.trim() === "") notes.delete(noteKey(a.ref));
      else notes.set(noteKey(a.ref), a.text);
      return { ...s, notes };
    }
  }
}

function noJump(s: BenchState): BenchState {
  const { jump: _, ...rest } = s;
  return rest;
}

/** The list that a state wants; undefined for a tab without one. `kinds`: those of the chosen place. */
export function specOf(s: BenchState, kinds: readonly string[]): Spec | undefined {
  if (s.tab === "coverage") return undefined;
  const place = s.tab === "place";
  const others = kinds.filter((k) => s.kind !== "" && k !== s.kind).map((k) => `${s.artifact}#${k}`);
  return {
    list: s.tab,
    artifact: place ? s.artifact : "",
    query: s.query,
    without: place ? others : s.without,
    levels: s.levels,
    zone: s.tab === "time" ? s.zone : "UTC",
  };
}
