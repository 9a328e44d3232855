/** What is shared beyond the case: published signs that were met, how often, on which days. @module */
import type { Finding, Indicator, Lang, Level } from "@contraluz/core";

/** Traffic Light Protocol 2.0 (FIRST, August 2022), the widest first. */
export const TLP_LEVELS = ["clear", "green", "amber", "amber+strict", "red"] as const;
export type Tlp = (typeof TLP_LEVELS)[number];

/** Words of an analyst that go along, as they stand: about one finding, or about the whole. Nobody reads them for names but whoever writes them. */
export interface ShareNote {
  readonly text: string;
  /** `Finding.id` */
  readonly finding?: string;
}

export interface ShareOptions {
  /** Who shares: a laboratory or a helpline, never the person. `id`: the UUID under which others know it. */
  readonly by?: { readonly name: string; readonly id?: string };
  /** How far it may go; AMBER+STRICT if not given. Signs that were published under a stricter one keep theirs. */
  readonly tlp?: Tlp;
  /** `exact` only where the person agreed: else all that is told of a time is its day (UTC). */
  readonly times?: "day" | "exact";
  /** When the export is made (ISO 8601, UTC): the version of what is in it. Not given: `asOf` of the check. */
  readonly at?: string;
  readonly notes?: readonly ShareNote[];
  /** Of the few words that are ours; English if not given, as those who read such files expect. */
  readonly lang?: Lang;
  /** Ids of findings that do not go along: dismissed by a reviewer, or not agreed to. */
  readonly without?: ReadonlySet<string>;
}

/** One published sign that was met. Nothing in here comes from the device but the count and the times. */
export interface Sighting {
  readonly finding: Finding["id"];
  readonly level: Level;
  readonly sign: Pick<Indicator, "id" | "type" | "value" | "campaign" | "grade" | "role" | "common" | "tlp">;
  /** The id is that of its publisher. */
  readonly published: boolean;
  /** Name and publisher of the list, where it is a public one. */
  readonly list?: { readonly name: string; readonly publisher: string };
  readonly count: number;
  /** Milliseconds since 1970, rounded down to the day unless told otherwise; of the records that the finding names. */
  readonly first?: number;
  readonly last?: number;
  /** The finding names fewer records than it counts: earlier and later ones may be among the rest. */
  readonly partly: boolean;
  readonly tlp: Tlp;
}

/** A rule of ours that spoke: its name and level are all that is told. */
export interface Heuristic {
  readonly rule: string;
  readonly level: Level;
}

export interface Shared {
  readonly by: { readonly name: string; readonly id: string };
  readonly tlp: Tlp;
  readonly lang: Lang;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What sets this device apart in ids, from the hashes of the evidence: says nothing to whoever does not have it. */
  readonly seed: string;
  readonly sightings: readonly Sighting[];
  readonly heuristics: readonly Heuristic[];
  readonly notes: readonly ShareNote[];
  /** Findings that stayed back: signs published for named recipients alone (RED). */
  readonly withheld: number;
}

/** What came of an export that is one document. */
export interface DocumentOutput {
  readonly text: string;
  /** Signs told of. */
  readonly written: number;
  /** Findings that stayed back. */
  readonly withheld: number;
}
