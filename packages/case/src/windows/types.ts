/** The phone was out of its owner's hands: what the person tells of it. It becomes a window of the Context (`Context.custody`). @module */
import type { SpokenTime } from "../dates/types.ts";

export type WindowWhy = "taken" | "inspected" | "border" | "repaired" | "lent" | "left" | "lost" | "other";
export type Answer = "yes" | "no" | "unknown";

export interface CustodyTold {
  readonly at: SpokenTime;
  /** False: it never came back, or has not yet; the window lasts until the day on which this is told. */
  readonly returned: boolean;
  readonly why: WindowWhy;
  readonly where?: string;
  readonly who?: string;
  /** Whether they had the code, or the phone was unlocked. */
  readonly unlocked: Answer;
  /** Whether a cable was connected. */
  readonly cable: Answer;
  /** What was different afterwards. */
  readonly changed?: string;
  /** Whose phone it is: a label. */
  readonly person?: string;
}

/** What the log of a case holds of it. */
export interface WindowData {
  readonly from: string;
  readonly to: string;
  readonly why: string;
  readonly where?: string;
  readonly who?: string;
  readonly told?: string;
}
