/**
 * Rules: heuristics that look at records, not at published signs.
 *
 * `fact` picks small facts from records as they pass (pure, in the worker); `judge` weighs them once, at the end.
 * @module
 */
import type { Acquisition, ArtifactRecord, Context, Level, Params, RecordRef, Words } from "@contraluz/core";

export interface Hit {
  /** What it is about: this process, this profile. One finding per rule and subject. */
  readonly subject: string;
  /** If it differs from the rule's. */
  readonly level?: Level;
  readonly params?: Params;
  readonly records: readonly RecordRef[];
}

export interface RuleWords {
  /** What the rule looks for, in one line (catalogue, docs). */
  readonly name: Words;
  readonly title: Words;
  readonly why: Words;
  readonly otherwise: Words;
  readonly next: Words;
}

export interface Rule<Fact = unknown> {
  readonly id: `${string}/${string}`;
  readonly version: number;
  readonly level: Level;
  readonly words: RuleWords;
  /** Artifacts whose records it sees. Where none of them was read, the rule is not applied. */
  readonly needs: readonly string[];
  /** A reason why it says nothing about this evidence. */
  readonly gate?: (a: Acquisition) => Words | undefined;
  /** Share of clean samples on which it fired, and how many there were: `{ fired: 0, samples: 3 }`. */
  readonly baseRate: { readonly fired: number; readonly samples: number; readonly what: string };
  readonly sources: readonly string[];
  /** Facts kept at most; past it the rule reports itself as partly applied. */
  readonly budget: number;
  /** Deleted rows count, too, as long as they are whole. Without it the collector shows the rule only what stands in its tables. */
  readonly deleted?: true;
  /** Pure; the fact must survive structured clone. `ref` is called only if there is one. */
  fact(r: ArtifactRecord, ref: () => RecordRef, artifact: string): Fact | undefined;
  /** Facts of equal key are kept once (the first): for facts that only say that something exists. */
  readonly once?: (fact: Fact) => string | undefined;
  /** Facts in catalogue and record order. */
  judge(facts: readonly Fact[], context: Context): Iterable<Hit>;
}

/** A rule whatever its fact: what the catalogue holds. Only its own `fact` makes what its `judge` takes. */
// biome-ignore lint/suspicious/noExplicitAny: facts of different rules share no type
export type AnyRule = Rule<any>;
