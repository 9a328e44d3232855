/**
 * Entries of the custody log and their chain.
 *
 * A line says who did what, when, with which bytes, and names nobody: what is personal stands in the entry's data, of which the line
 * holds a salted hash. So the chain can be shown whole while data is withheld, and each datum can be disclosed alone:
 * `printf '%s%s' SALT DATA | sha256sum` gives the line's `data`. The next line's `prev` is the SHA-256 of this line.
 *
 * Hashes of what went in and came out are salted in the same way, since whoever can make the same bytes anew (a result, from a copy of the
 * phone) would know them again. Lines of before 2026-11-26 have no `salted`, and those hashes as they are.
 * @module
 */
import { encodeJson, type Json, type Platform, type Sha256 } from "@contraluz/core";
import type { Action, Actions } from "./actions.ts";

export const FIRST: Sha256 = "0".repeat(64);
export const SALT_SIZE = 32;

/** The fields of a line, in their order. */
export interface Line {
  readonly seq: number;
  readonly prev: Sha256;
  /** ISO 8601 in UTC, by the clock of the machine that wrote it. */
  readonly at: string;
  /** A short label; the person behind it is data of an `actor` entry. */
  readonly actor: string;
  readonly action: Action;
  /** Hashes of what went in and of what came out; `salted`: of the salt in hexadecimal and that hash. */
  readonly input: readonly Sha256[];
  readonly output: readonly Sha256[];
  readonly salted?: true;
  /** SHA-256 of the salt in hexadecimal and the canonical data. */
  readonly data: Sha256;
}

/** An entry as it is kept. `line` and `data` are the very texts that were hashed. */
export interface Entry<A extends Action = Action> {
  readonly line: string;
  readonly salt: string;
  readonly text: string;
  /** `line` and `text`, parsed. */
  readonly head: Line & { readonly action: A };
  readonly data: Actions[A];
}

/** What somebody wants to write down. */
export type Deed = {
  readonly [A in Action]: {
    readonly actor: string;
    readonly action: A;
    readonly data: Actions[A];
    readonly input?: readonly Sha256[];
    readonly output?: readonly Sha256[];
  };
}[Action];

type Hash = Pick<Platform, "sha256">;

/** SHA-256 of a text's UTF-8. */
export function hashText(platform: Hash, text: string): Sha256 {
  const h = platform.sha256();
  h.update(new TextEncoder().encode(text));
  return h.hex();
}

/** What ties data to its line. */
export function commitment(platform: Hash, salt: string, text: string): Sha256 {
  return hashText(platform, salt + text);
}

/** The entry that follows `last`. `o.seq`: its number, where entries before it cannot be read; else the next one. */
export function makeEntry(
  platform: Hash,
  last: Pick<Entry, "line" | "head"> | undefined,
  deed: Deed,
  o: { readonly at: string; readonly salt: string; readonly seq?: number },
): Entry {
  const { at, salt } = o;
  const text = encodeJson(deed.data as unknown as Json);
  const head: Line = {
    seq: o.seq ?? (last?.head.seq ?? 0) + 1,
    prev: last ? hashText(platform, last.line) : FIRST,
    at,
    actor: deed.actor,
    action: deed.action,
    input: (deed.input ?? []).map((h) => commitment(platform, salt, h)),
    output: (deed.output ?? []).map((h) => commitment(platform, salt, h)),
    salted: true,
    data: commitment(platform, salt, text),
  };
  return { line: encodeJson(head as unknown as Json), salt, text, head, data: deed.data } as Entry;
}

/** Whether a line has this hash among what came out. */
export function hasOutput(platform: Hash, head: Line, salt: string, sum: Sha256): boolean {
  return head.output.includes(head.salted ? commitment(platform, salt, sum) : sum);
}

const SUMS = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g;

/**
 * A line with its hashes as they are, as far as they stand in its data; those that do not are left out, since nobody could say of what they
 * are. Without data, `salted` hashes are all left out.
 */
export function unsalted(platform: Hash, head: Line, told?: Pick<Entry, "salt" | "text">): Line {
  if (!head.salted) return head;
  const known = new Map<Sha256, Sha256>();
  if (told) for (const [sum] of told.text.matchAll(SUMS)) known.set(commitment(platform, told.salt, sum), sum);
  const plain = (of: readonly Sha256[]): Sha256[] => of.flatMap((h) => known.get(h) ?? []);
  const { salted: _, ...rest } = head;
  return { ...rest, input: plain(head.input), output: plain(head.output) };
}

/** An entry as the text of its file. */
export function encodeEntry(e: Entry): string {
  return `${encodeJson({ line: e.line, salt: e.salt, text: e.text })}\n`;
}
