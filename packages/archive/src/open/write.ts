/** Writes a correction of a page behind those that there are. @module */
import { type Correction, correctionsOf, undoing } from "../pages/correction.ts";

/** The page that is corrected: as it was read, and as it is shown. */
export interface Corrected {
  readonly doc: string;
  readonly path: string;
  readonly page: number;
  readonly read: string;
  readonly shown: string;
}

export interface By {
  readonly by: string;
  /** `2026-11-26T04:35:00.123Z`. */
  readonly at: string;
  readonly why?: string;
}

/** `same`: the page says so already. `none`: there is nothing to take back. */
export type NotCorrected = "same" | "none";

/** The correction that says `text` from now on, or takes the last one back where there is no text. */
export function nextCorrection(
  all: readonly Correction[],
  page: Corrected,
  text: string | undefined,
  by: By,
): Correction | NotCorrected {
  const of = correctionsOf(all, page);
  const { doc, path, page: number } = page;
  const to = text === undefined ? undoing(of, page.read) : { text };
  if (!to) return "none";
  if (text !== undefined && text === page.shown) return "same";
  return { doc, path, page: number, n: of.length + 1, ...to, ...by };
}
