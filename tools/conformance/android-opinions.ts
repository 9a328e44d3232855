/**
 * Where our documented table of levels (`packages/detection/src/levels.ts`) or what a shape can tell says otherwise than `gen_android.py`, with
 * the reason. Whatever is not in this list must stand at the level that the generator says.
 * @module
 */
import type { Level } from "@contraluz/core";

export interface AndroidOpinion {
  /** Ids of entries. */
  readonly id: RegExp;
  /** Shapes in which it holds. */
  readonly in: (shape: string) => boolean;
  /** What we say instead. */
  readonly ours: readonly (Level | "none")[];
  readonly why: string;
}

export const ANDROID_OPINIONS: readonly AndroidOpinion[] = [];
