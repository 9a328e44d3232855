/**
 * A lab looks after its cases: whose term is over, whose case was destroyed, or whose consent was taken back or allows less, goes.
 * @module
 */
import type { Context } from "@contraluz/core";
import { withCustody } from "./cases.ts";
import { forgetCase } from "./forget.ts";
import { type OpenLab, readCases, writeCase } from "./open.ts";
import type { LabCase, LabLeave } from "./types.ts";

/** What there is to see where a case lies. */
export type Seen =
  /** It was destroyed: its tombstone says so. */
  | { readonly state: "purged" }
  /** Nothing is there, or another case is: a disk may not be in, or the folder was moved. */
  | { readonly state: "elsewhere" }
  /** Something was written in its log, and it could not be opened. */
  | { readonly state: "closed" }
  /** Nothing was written in its log since. */
  | { readonly state: "same" }
  /** It was opened. `allowed`: its consent still allows it. */
  | {
      readonly state: "read";
      readonly allowed: boolean;
      readonly entries: number;
      readonly keepUntil?: string;
      readonly leave: LabLeave;
      /** When the phone was out of the person's hands, as the case says now. */
      readonly custody: Context["custody"];
    };

export type WhyForgotten = "over" | "purged" | "not-allowed";

export interface LookedAfter {
  readonly forgotten: readonly { readonly of: LabCase; readonly why: WhyForgotten }[];
  /** Cases of which it could not be seen whether they may stay. */
  readonly unseen: readonly { readonly of: LabCase; readonly why: "elsewhere" | "closed" }[];
}

/** `see` says what there is of a case; it is asked only of those whose path is known. */
export async function lookAfter(lab: OpenLab, see: (of: LabCase) => Promise<Seen>): Promise<LookedAfter> {
  const today = lab.machine.now().slice(0, 10);
  const forgotten: { readonly of: LabCase; readonly why: WhyForgotten }[] = [];
  const unseen: { readonly of: LabCase; readonly why: "elsewhere" | "closed" }[] = [];
  const forget = async (of: LabCase, why: WhyForgotten): Promise<void> => {
    await forgetCase(lab, of.id);
    forgotten.push({ of, why });
  };
  for (const one of (await readCases(lab)).cases) {
    const over = (day: string | undefined): boolean => day !== undefined && day < today;
    if (over(one.keepUntil)) {
      await forget(one, "over");
      continue;
    }
    if (one.path === undefined) continue;
    const seen = await see(one);
    if (seen.state === "purged") await forget(one, "purged");
    else if (seen.state === "elsewhere" || seen.state === "closed") unseen.push({ of: one, why: seen.state });
    else if (seen.state === "read") {
      const { keepUntil: _, ...rest } = one;
      const { allowed, entries, keepUntil, leave } = seen;
      const checks = withCustody(one.checks, seen.custody);
      if (over(keepUntil)) await forget(one, "over");
      else if (!allowed) await forget(one, "not-allowed");
      else await writeCase(lab, { ...rest, entries, leave, checks, ...(keepUntil === undefined ? {} : { keepUntil }) });
    }
  }
  return { forgotten, unseen };
}
