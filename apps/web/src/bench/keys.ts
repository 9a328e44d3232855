/** Keys of the bench. Those of a single letter can be turned off (WCAG 2.1.4), and never work while somebody writes. @module */
export type KeyId = "next" | "search" | "filters" | "zoom" | "around" | "bytes" | "note" | "finding" | "help";

/** What is written on the keys, in the order of the list. */
export const KEYS: readonly (readonly [id: KeyId, keys: readonly string[]])[] = [
  ["next", ["J", "K"]],
  ["search", ["/"]],
  ["filters", ["F"]],
  ["zoom", ["+", "−"]],
  ["around", ["P"]],
  ["bytes", ["H"]],
  ["note", ["N"]],
  ["finding", ["G"]],
  ["help", ["?"]],
];

export type Command =
  | "next"
  | "previous"
  | "search"
  | "filters"
  | "in"
  | "out"
  | "around"
  | "bytes"
  | "note"
  | "finding"
  | "findingBefore"
  | "help";

const COMMANDS: Readonly<Record<string, Command>> = {
  j: "next",
  k: "previous",
  "/": "search",
  f: "filters",
  "+": "in",
  "=": "in",
  "-": "out",
  "−": "out",
  p: "around",
  h: "bytes",
  n: "note",
  g: "finding",
  G: "findingBefore",
  "?": "help",
};

/** The part of a key event that matters. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  /** Text is written where the event comes from. */
  readonly writing: boolean;
}

/** What a key asks for; undefined if nothing. */
export function commandOf(e: Pressed, singleKeys: boolean): Command | undefined {
  if (e.ctrlKey || e.altKey || e.metaKey || e.writing) return undefined;
  if (!singleKeys && e.key !== "?") return undefined;
  return Object.hasOwn(COMMANDS, e.key) ? COMMANDS[e.key] : undefined;
}
