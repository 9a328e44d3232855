/** What the page asks of the names and things in its papers: plain data. A name that is looked for stays nowhere. @module */
import type { DecisionFault, EntityType } from "@contraluz/archive/entities/index.ts";
import type { Fault } from "@contraluz/case/forms/fields.ts";
import type { HitRow } from "./protocol.ts";

/** What people decided, as it is shown. `undone`: it was taken back. */
export interface DecidedRow {
  readonly id: string;
  readonly type: "merge" | "split" | "undo";
  readonly by: string;
  readonly on: string;
  readonly why: string;
  /** Names as they are written, else ids. */
  readonly from: readonly string[];
  readonly into: string;
  readonly undone: boolean;
}

export interface PeopleFacts {
  readonly counts: readonly { readonly type: EntityType; readonly n: number; readonly values: number }[];
  /** Pages that were looked at, that nobody could read, and that were too many. */
  readonly pages: number;
  readonly unread: number;
  readonly left: number;
  readonly decisions: readonly DecidedRow[];
  readonly faults: readonly DecisionFault[];
}

/** A name, or a thing: `id` is the group of a name, or the value of a thing. */
export interface ThingRow {
  readonly id: string;
  readonly text: string;
  readonly n: number;
  readonly pages: number;
  /** Names that a person joined to it. */
  readonly merged: number;
}

/** A name that stands on the same pages. */
export interface BesideRow {
  readonly id: string;
  readonly text: string;
  readonly pages: number;
  /** In how many of them in one paragraph. Left out: nobody looked, since one of the two is no name. */
  readonly near?: number;
  readonly from?: string;
  readonly to?: string;
  /** The first pages that show it. */
  readonly rows: readonly HitRow[];
}

export interface Thing {
  readonly type: EntityType;
  readonly id: string;
}

export type Deciding =
  | { readonly type: "merge"; readonly from: readonly string[]; readonly into: string }
  | {
      readonly type: "split";
      readonly from: string;
      readonly into: string;
      readonly places: readonly { readonly doc: string; readonly page: number; readonly start: number }[];
    }
  | { readonly type: "undo"; readonly of: string };

export interface PeopleQuestions {
  /** Looks at all pages, where it was not done yet. */
  readonly people: { readonly ask: Readonly<Record<string, never>>; readonly answer: PeopleFacts };
  /** `text`: words that are to stand in it. */
  readonly things: {
    readonly ask: { readonly type: EntityType; readonly text: string; readonly from: number };
    readonly answer: { readonly rows: readonly ThingRow[]; readonly total: number };
  };
  /** Undefined: it is not there any more. */
  readonly thing: {
    readonly ask: Thing & { readonly from: number };
    readonly answer:
      | {
          readonly row: ThingRow;
          readonly rows: readonly HitRow[];
          readonly total: number;
          readonly beside: readonly BesideRow[];
          readonly besides: number;
          /** Pages with more names than can be paired. */
          readonly crowded: number;
          /** Decisions that made it what it is. */
          readonly history: readonly string[];
          readonly merged: readonly string[];
        }
      | undefined;
  };
  readonly decide: {
    readonly ask: { readonly what: Deciding; readonly by: string; readonly why: string };
    readonly answer:
      | { readonly facts: PeopleFacts; readonly id: string }
      | { readonly faults: readonly Fault[] }
      | { readonly refused: readonly DecisionFault[] };
  };
}
