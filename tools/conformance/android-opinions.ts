/**
 * Where our documented table of levels (`packages/detection/src/levels.ts`) or what a shape can tell says otherwise than `gen_android.py`, with
 * the reason. Whatever is not in this list must stand at the level that the generator says.
 * @module
 */
import type { Acquisition, Level } from "@contraluz/core";

export interface AndroidOpinion {
  /** Ids of entries. */
  readonly id: RegExp;
  /** Shapes in which it holds. */
  readonly in?: (a: Acquisition) => boolean;
  /** Of hosts that are a shop's page, too. */
  readonly page?: true;
  /** What we say instead. */
  readonly ours: readonly (Level | "none")[];
  readonly why: string;
}

export const ANDROID_OPINIONS: readonly AndroidOpinion[] = [
  {
    id: /^footprint\.adb-key$/,
    in: (a) => a.kind === "android-bugreport" && a.os?.version.startsWith("8") === true,
    ours: ["ask"],
    why: "Android 8 says neither when a key was used nor which computer is connected: a bug report alone cannot tell the computer that made it",
  },
  {
    id: /^(?:stalkerware|watchware)\..*\.domain(?:\.\d+)?\.sms$/,
    page: true,
    ours: ["info"],
    why: "the list names the host as the shop's page and as a server: a link to it in a message is taken for the page",
  },
];
