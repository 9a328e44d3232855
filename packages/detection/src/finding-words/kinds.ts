/** The ways in which a published sign can mean something: one text for each. @module */
import type { RuleWords } from "../rule.ts";
export type Kind =
  | "trace"
  | "watcher"
  | "name"
  | "name-cut"
  | "thing-received"
  | "thing-looked-up"
  | "server-used"
  | "server-set"
  | "server-looked-up"
  | "visited"
  | "received"
  | "account"
  | "vendor"
  | "young"
  | "shown"
  | "shared"
  | "listed";

/** The texts of some kinds. */
export type KindWords<K extends Kind> = Readonly<Record<K, Omit<RuleWords, "name">>>;
