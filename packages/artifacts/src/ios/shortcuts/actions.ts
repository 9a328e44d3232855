/**
 * The actions of a shortcut: a property list, bare or in a dictionary under WFWorkflowActions, of dictionaries of
 * WFWorkflowActionIdentifier and WFWorkflowActionParameters. Texts stand anywhere in the parameters, also inside dictionaries that mark
 * where a variable is put into them.
 * @module
 */
import { asArray, asDict, asString, get } from "@contraluz/formats/plist/get.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import { links } from "../../links.ts";
import { text } from "../../text.ts";

export interface Actions {
  readonly count: number;
  /** Identifiers, each once, in their order. */
  readonly kinds: readonly string[];
  readonly links: ReadonlySet<string>;
  /** An action speaks to a server by itself, without showing a page. */
  readonly sends: boolean;
  /** Nothing was left out. */
  readonly all: boolean;
}

/** Actions that fetch from or send to an address on their own. Source: identifiers of Apple's Shortcuts app. */
const SENDS: ReadonlySet<string> = new Set([
  "is.workflow.actions.downloadurl",
  "is.workflow.actions.getwebpagecontents",
  "is.workflow.actions.runsshscript",
  "is.workflow.actions.rss",
]);
/** Its text is for whoever reads the shortcut. */
const COMMENT = "is.workflow.actions.comment";

const MAX_KINDS = 100;
const MAX_DEPTH = 20;
/** Values looked at in one shortcut: parts of a binary list can be shared, so that a small one unfolds without end. */
const MAX_VALUES = 200_000;

class Walk {
  readonly links = new Set<string>();
  all = true;
  /** A list can name one long text many times: it is searched once. */
  readonly #done = new Set<string>();
  #left = MAX_VALUES;

  texts(v: PlistValue | undefined, depth = 0): void {
    if (this.#left-- <= 0 || depth > MAX_DEPTH) {
      this.all = false;
      return;
    }
    if (typeof v === "string") {
      if (this.#done.has(v)) return;
      this.#done.add(v);
      if (!links(v, this.links)) this.all = false;
      return;
    }
    const [list, dict] = [asArray(v), asDict(v)];
    for (const x of list ?? []) {
      if (this.#left <= 0) break;
      this.texts(x, depth + 1);
    }
    for (const [, x] of dict ?? []) {
      if (this.#left <= 0) break;
      this.texts(x, depth + 1);
    }
  }
}

/** What a stored list of actions holds; undefined if it is none. */
export function actionsOf(plist: PlistValue | undefined): Actions | undefined {
  const list = asArray(plist) ?? asArray(get(plist, "WFWorkflowActions"));
  if (!list) return undefined;
  const walk = new Walk();
  const kinds = new Set<string>();
  let sends = false;
  for (const action of list) {
    const kind = asString(get(action, "WFWorkflowActionIdentifier"));
    if (kind !== undefined) {
      if (kinds.size < MAX_KINDS) kinds.add(text(kind)!);
      if (SENDS.has(kind)) sends = true;
    }
    if (kind !== COMMENT) walk.texts(get(action, "WFWorkflowActionParameters"));
    if (!walk.all) break;
  }
  return { count: list.length, kinds: [...kinds], links: walk.links, sends, all: walk.all };
}
