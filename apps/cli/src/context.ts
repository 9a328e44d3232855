/** What the person tells a check: dates, things they know, and what to read. Mistakes are said before anything is opened. @module */
import { ARTIFACTS } from "@contraluz/artifacts";
import { type Context, parseIso, say } from "@contraluz/core";
import { type Args, perhaps, UsageError } from "./args.ts";
import { NAME } from "./name.ts";
import { printable } from "./terminal.ts";
import { W } from "./words.ts";

/** Dates and windows of the context; throws UsageError on what is no date. */
export function readContext(args: Args): Context {
  const { lang } = args;
  const asOf = args.one("as-of") ?? "";
  if (asOf !== "" && parseIso(asOf) === undefined) {
    throw new UsageError(say(W.badDate, lang, { value: printable(asOf) }));
  }
  const custody = args.all("custody").map((value) => {
    const shown = { value: printable(value) };
    const [from, to, more] = value.split("/");
    const [a, b] = [parseIso(from ?? ""), parseIso(to ?? "")];
    if (more !== undefined || a === undefined || b === undefined) throw new UsageError(say(W.badCustody, lang, shown));
    if (b < a) throw new UsageError(say(W.badOrder, lang, shown));
    return [from!, to!] as const;
  });
  return { asOf, custody, known: args.all("known") };
}

/** Which artifacts were asked for; undefined for all. Throws UsageError on an id that nobody knows, or if none is left. */
export function readAsked(args: Args): ((id: string) => boolean) | undefined {
  const ids: readonly string[] = ARTIFACTS.map((a) => a.id);
  const full = (id: string): string => ids.find((x) => x === id || x.split("/")[1] === id) ?? id;
  const [only, skip] = [args.all("only").map(full), args.all("skip").map(full)];
  for (const id of [...only, ...skip]) {
    if (ids.includes(id)) continue;
    throw new UsageError(say(W.badId, args.lang, { id: printable(id), cmd: NAME }) + perhaps(id, ids, args.lang));
  }
  if (only.length === 0 && skip.length === 0) return undefined;
  const asked = (id: string): boolean => (only.length === 0 || only.includes(id)) && !skip.includes(id);
  if (!ids.some(asked)) throw new UsageError(say(W.nothingAsked, args.lang));
  return asked;
}

/** Threads to use; undefined to decide by the machine. */
export function readWorkers(args: Args): number | undefined {
  const value = args.one("workers");
  if (value === undefined) return undefined;
  if (!/^\d{1,2}$/.test(value) || Number(value) > 64) {
    throw new UsageError(say(W.badWorkers, args.lang, { value: printable(value) }));
  }
  return Number(value);
}
