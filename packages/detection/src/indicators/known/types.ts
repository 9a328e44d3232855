/** What is known of a public set before anybody has it: who publishes it, where it lies, what it is about. @module */
import type { Words } from "@contraluz/core";

export interface KnownFile {
  /** `https:`, of a host of `KNOWN_HOSTS`. */
  readonly url: string;
  /** Its own name: hints at the type of the lines of a plain list. */
  readonly name: string;
}

export interface KnownSet {
  /** What is typed: small letters, digits, `-`. */
  readonly name: string;
  readonly title: string;
  /** Who publishes the files. */
  readonly publisher: string;
  /** Who found what is in them. */
  readonly found: readonly string[];
  readonly licence: string;
  readonly format: "stix" | "yaml" | "list";
  /** One version of the set is all of them together. */
  readonly files: readonly KnownFile[];
  readonly about: Words;
  /** As its signs name them; of plain lists, which name none, the one that they are given. */
  readonly campaigns: readonly string[];
  readonly references: readonly string[];
  /** Names that stand for several sets. */
  readonly groups: readonly string[];
}
