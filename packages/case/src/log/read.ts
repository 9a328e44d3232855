/** Reads entries of the log and proves their chain. Whoever can write to the folder may have written them. @module */
import type { Platform } from "@contraluz/core";
import type { Action } from "./actions.ts";
import { commitment, type Entry, FIRST, hashText, type Line } from "./entry.ts";

const HASH = /^[0-9a-f]{64}$/;
const AT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
/** A label, and an action: nothing that a terminal or a page could trip over. */
const LABEL = /^[^\p{C}\p{Zl}\p{Zp}]{1,60}$/u;
const ACTION = /^[a-z][a-z-]{1,30}$/;
/** Hashes of one line. */
const MOST = 10_000;

type Json = { readonly [k: string]: unknown };

const isObject = (v: unknown): v is Json => typeof v === "object" && v !== null && !Array.isArray(v);
/** A text of that form: what only becomes one when it is written out is none. */
const like = (v: unknown, form: RegExp): boolean => typeof v === "string" && form.test(v);
const isHashes = (v: unknown): boolean => Array.isArray(v) && v.length <= MOST && v.every((x) => like(x, HASH));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The fields of a line of the log, or undefined if it is none. */
export function readLine(line: string): Line | undefined {
  const v = parsed(line);
  if (!isObject(v)) return undefined;
  const ok =
    Number.isSafeInteger(v.seq) &&
    (v.seq as number) >= 1 &&
    like(v.prev, HASH) &&
    like(v.at, AT) &&
    like(v.actor, LABEL) &&
    like(v.action, ACTION) &&
    isHashes(v.input) &&
    isHashes(v.output) &&
    (v.salted === undefined || v.salted === true) &&
    like(v.data, HASH);
  if (!ok) return undefined;
  const { seq, prev, at, actor, action, input, output, salted, data } = v as unknown as Line;
  return { seq, prev, at, actor, action, input, output, ...(salted ? { salted } : {}), data };
}

/** An entry from the text of its file; undefined if it is none, or its data is not what its line says. */
export function readEntry(platform: Pick<Platform, "sha256">, text: string): Entry | undefined {
  const v = parsed(text);
  if (!isObject(v) || typeof v.line !== "string" || typeof v.salt !== "string" || typeof v.text !== "string")
    return undefined;
  const head = readLine(v.line);
  const data = parsed(v.text);
  if (!head || !HASH.test(v.salt) || !isObject(data)) return undefined;
  if (commitment(platform, v.salt, v.text) !== head.data) return undefined;
  return { line: v.line, salt: v.salt, text: v.text, head, data } as unknown as Entry;
}

/** Why a chain of lines does not hold. `seq`: the line at which it breaks. */
export interface Break {
  readonly seq: number;
  readonly why: "not-a-line" | "number" | "link" | "time";
}

/**
 * Follows lines from the first on. `last`: the line before the first of these, where they are a part of a log. Clocks may be set
 * back, so a time that runs backwards breaks nothing; it is said (`time`) and the chain goes on.
 */
export function followChain(
  platform: Pick<Platform, "sha256">,
  lines: readonly string[],
  last?: string,
): { readonly breaks: readonly Break[]; readonly heads: readonly Line[] } {
  const breaks: Break[] = [];
  const heads: Line[] = [];
  let before = last;
  let seq = before === undefined ? 0 : (readLine(before)?.seq ?? 0);
  let at = "";
  for (const line of lines) {
    seq++;
    const head = readLine(line);
    if (!head) breaks.push({ seq, why: "not-a-line" });
    else {
      if (head.seq !== seq) {
        breaks.push({ seq, why: "number" });
        // One hole is told once.
        seq = head.seq;
      } else if (head.prev !== (before === undefined ? FIRST : hashText(platform, before)))
        breaks.push({ seq, why: "link" });
      if (head.at < at) breaks.push({ seq, why: "time" });
      at = head.at;
      heads.push(head);
    }
    before = line;
  }
  return { breaks, heads };
}

/** True for an entry of one action: its data has that type. */
export function isAction<A extends Action>(e: Entry, action: A): e is Entry<A> {
  return e.head.action === action;
}
