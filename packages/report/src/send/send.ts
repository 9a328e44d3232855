/** One function for all words that leave: from a result, and what named people decided about it, to a sheet. @module */
import type { Lang, Result, Sha256 } from "@contraluz/core";
import type { Names } from "../gaps/gaps.ts";
import { PAGE } from "../html/words.ts";
import { clip } from "../safe.ts";
import { labSheet } from "./lab.ts";
import { lawyerSheet } from "./lawyer.ts";
import { isConfirmed, personSheet, reviewLines } from "./person.ts";
import { decided, type ReviewDecision } from "./review.ts";
import type { Sheet } from "./sheet.ts";
import { SEND } from "./words.ts";

/** Who reads it. */
export type Reader = "person" | "lab" | "lawyer";
export const READERS: readonly Reader[] = ["person", "lab", "lawyer"];

export interface SendOptions {
  readonly for: Reader;
  readonly lang: Lang;
  readonly names: Names;
  /** Decisions of a case's log, in their order: the last one about a finding counts. */
  readonly reviews?: readonly ReviewDecision[];
  /** SHA-256 of `result.json`. */
  readonly fingerprint?: Sha256;
  /** In the letter for a laboratory: also names, subjects and paths of the evidence. */
  readonly personal?: boolean;
}

/**
 * The words for a reader. They say nothing that the result does not say, and the same input gives the same words.
 * @example
 * sheetText(sendSheet(result, { for: "person", lang: "es", names }));
 */
export function sendSheet(result: Result, o: SendOptions): Sheet {
  const reviews = o.reviews ?? [];
  if (o.for === "person") return personSheet(result, o.lang, o.names, reviews);
  const decisions = decided(result, reviews);
  const confirmed = isConfirmed(result, decisions);
  const [signed] = reviewLines(result, decisions, o.lang, SEND[o.lang].lawyer.state);
  const foot = SEND[o.lang].foot(
    clip(result.tool.version, 40),
    confirmed && signed ? signed : PAGE[o.lang].unconfirmed,
  );
  const print = o.fingerprint === undefined ? {} : { fingerprint: o.fingerprint };
  const sheet =
    o.for === "lab"
      ? labSheet(result, { lang: o.lang, reviews, personal: o.personal === true, ...print })
      : lawyerSheet(result, o.lang, o.names, reviews, o.fingerprint);
  return { ...sheet, foot };
}
