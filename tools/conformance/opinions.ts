/**
 * Where our documented table of levels (`packages/detection/src/levels.ts`) says otherwise than the generator, entry by entry, with the reason.
 * Whatever is not in this list must stand at the level that the generator says.
 * @module
 */
import type { Level } from "@contraluz/core";

export interface Opinion {
  /** Ids of entries, without what is before the colon. */
  readonly id: RegExp;
  readonly value?: string;
  /** Versions of iOS from which on it holds. */
  readonly from?: number;
  /** What we say instead. */
  readonly ours: readonly (Level | "none")[];
  readonly why: string;
}

export const OPINIONS: readonly Opinion[] = [
  {
    id: /^pegasus-(?:power-net|datausage|netusage)-0$/,
    value: "bh",
    ours: ["lead"],
    why: "a name that is also a common word needs its path for a match; network use tells no path",
  },
  {
    id: /^pegasus-idstatus$/,
    ours: ["targeted"],
    why: "an attacker's account that was looked up is an attempt, not a trace of the program",
  },
  {
    id: /^(?:kingspawn|predator|coruna|darksword)-(?:taskinfo|stackshot-\d+|jetsam-\d+|summary|power-pid)$/,
    ours: ["none", "lead"],
    why: "published as a path: the bare name is no sign (exact matching); where ps hides it the rule on hidden programs says lead",
  },
  {
    id: /^inf-tcc-(?:microphone|camera)$|^inf-record$/,
    ours: ["ask"],
    why: "what an app may do and did is told in the question about that app, not beside it",
  },
  {
    id: /^inf-pair-backup$/,
    ours: ["ask"],
    why: "that the computer asked for a backup is told in the question about that computer",
  },
  {
    id: /^triangulation-location-stop$/,
    from: 17,
    ours: ["none"],
    why: "Triangulation used flaws that iOS 16.6 closed: the rule on its time window says nothing from iOS 17 on",
  },
];
