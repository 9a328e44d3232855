/** Hits to look at, as a page for people shows them. What was asked stands nowhere in it. @module */
import type { StoredPage } from "../index/index.ts";
import type { NameGrade, NameReason } from "../names/index.ts";
import type { Box } from "../pages/types.ts";
import type { PictureFault } from "../read/picture.ts";
import type { Coverage, Mark, Snippet } from "../search/index.ts";

/** The picture of a page, ready to be shown. */
export interface ShownPicture {
  /** `data:image/png;base64,…`; "" where nothing is drawn but words. */
  readonly uri: string;
  /** Size of the page, which boxes are measured in. */
  readonly width: number;
  readonly height: number;
  /** Words that a font draws: they are not on the picture. */
  readonly words: readonly { readonly text: string; readonly box: Box }[];
}

/** `many`: so many pages are shown that this one goes without. */
export type NotShown = PictureFault | "many";

export interface ShownHit {
  readonly page: StoredPage;
  readonly snippet: Snippet;
  readonly marks: readonly Mark[];
  /** Places in the text of the page. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  /** Of a search: spelled as it was typed. */
  readonly exact?: boolean;
  /** Of a name. */
  readonly grade?: NameGrade;
  readonly reasons?: readonly NameReason[];
  /** Left out where the documents are not at hand. */
  readonly picture?: ShownPicture | NotShown;
}

/** What was found for one thing that was asked. */
export interface ShownGroup {
  /** Of a list of names: its place in the list, from 1. */
  readonly number?: number;
  /** Of a name that was understood. */
  readonly grades?: Readonly<Record<NameGrade, number>>;
  /** False for what was not understood as a name. */
  readonly understood: boolean;
  readonly total: number;
  /** Of a common name: pages that were not looked at. */
  readonly unread: number;
  readonly hits: readonly ShownHit[];
}

export interface ShownHits {
  readonly kind: "search" | "names";
  readonly groups: readonly ShownGroup[];
  readonly coverage: Coverage;
  /** Lines of pages that were damaged, and corrections without their page. */
  readonly damaged: number;
  /** Reading has not come to its end. */
  readonly unfinished: boolean;
}
