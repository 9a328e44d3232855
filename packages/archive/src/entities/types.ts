/**
 * What stands in a page, found by rules for this genre: memos, cards, logs of surveillance, lists, tapped calls, clippings of an office of
 * the years 1950 to 2010 in Spanish. A rule finds how something is written; who or what it is, a person decides.
 * @module
 */
import type { Page } from "../pages/types.ts";

export const ENTITY_TYPES = [
  "person",
  "alias",
  "agent",
  "office",
  "org",
  "place",
  "plate",
  "phone",
  "date",
  "time",
  "file-number",
  "amount",
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** What the rules read of a page. */
export type EntityPage = Pick<Page, "doc" | "path" | "page" | "state" | "text" | "date">;

export interface Entity {
  readonly type: EntityType;
  /** As it stands there; line ends inside are spaces. */
  readonly text: string;
  /** Places in the text of the page, UTF-16 code units: begin, and the first behind it. */
  readonly span: readonly [start: number, end: number];
  /** One form for what is the same: digits of a phone, ISO of a date, letters of a plate. */
  readonly value: string;
  /** Of a person: the title that stood before the name. */
  readonly title?: string;
  /** Of a person: given names or initials, and surnames, folded, without little words. Either may be empty. */
  readonly name?: PersonName;
}

export interface PersonName {
  readonly given: string;
  readonly surnames: string;
}

/** Where an entity stands: what is shown with everything that is said of it. */
export interface EntityPlace {
  readonly doc: string;
  readonly path: string;
  readonly page: number;
  readonly span: readonly [start: number, end: number];
}

export interface PageEntities {
  readonly doc: string;
  readonly path: string;
  readonly page: number;
  readonly entities: readonly Entity[];
}
