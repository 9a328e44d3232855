/**
 * `contraluz archive entities`: what the rules find in pages that were read, who appears with whom, and rows for a timeline. A name that is
 * asked for is not stored.
 * @module
 */
import { open } from "node:fs/promises";
import { resolve } from "node:path";
import {
  type Decision,
  ENTITY_TYPES,
  type EntityType,
  entitiesOf,
  type Groups,
  groupsOf,
  learn,
  type NameGroup,
  nothingLearned,
  type PageEntities,
  pageRows,
  readDecisions,
  together,
} from "@contraluz/archive/entities/index.ts";
import type { Page } from "@contraluz/archive/pages/types.ts";
import { MAX_FORM } from "@contraluz/case/forms/fields.ts";
import { faultWords } from "@contraluz/case/forms/words.ts";
import { fold } from "@contraluz/case/timeline/fold.ts";
import { byCodeUnit, say } from "@contraluz/core";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { pagesAt } from "../archive/parts.ts";
import { type Args, UsageError } from "../args.ts";
import { faultsError } from "../case/consent.ts";
import { casePath } from "../case/open.ts";
import { EXIT } from "../exit.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { width } from "../views.ts";
import { there } from "./folder.ts";
import { EW, LW } from "./words.ts";

/** Names, pairs and places that a terminal shows. */
const NAMES = 30;
const PAIRS = 30;
const PLACES = 5;
/** Bytes of a file of decisions. */
const MAX_DECISIONS = 64 * MAX_FORM;

export type Slim = Pick<Page, "doc" | "path" | "page" | "state" | "text"> & Pick<Page, "date">;

/** Pages of a file, of the folder of an archive, or (`first`: what the command names first) of a case; as they were last corrected. */
export async function pagesOf(path: string, args: Args, first = false): Promise<Slim[]> {
  const out: Slim[] = [];
  const each = ({ doc, path: of, page, state, text, date }: Page): void =>
    void out.push({ doc, path: of, page, state, text, ...(date ? { date } : {}) });
  const { bad } = await pagesAt(path, args, each, first);
  if (bad > 0) process.stderr.write(`${say(LW.badPages, args.lang, { path: printable(path), n: bad })}\n`);
  return out;
}

async function decisionsOf(args: Args): Promise<readonly Decision[]> {
  const path = args.one("decisions");
  if (path === undefined) return [];
  const file = await open(there(resolve(path), args));
  try {
    if ((await file.stat()).size > MAX_DECISIONS)
      throw new UsageError(say(LW.tooLarge, args.lang, { path: printable(path) }));
    const read = readDecisions(await file.readFile("utf8"));
    if (read.faults.length === 0) return read.decisions;
    const lines = read.faults.slice(0, NAMES).map((f) => `${f.line}: ${faultWords(f.fault, args.lang)}`);
    throw faultsError(path, lines, args.lang);
  } finally {
    await file.close();
  }
}

function typeOf(args: Args): EntityType | undefined {
  const type = args.one("entity");
  return ENTITY_TYPES.find((t) => t === type);
}

/** Groups in whose name all these words are. */
function named(groups: Groups, words: string): NameGroup[] {
  const wanted = fold(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((w) => w !== "");
  return groups.groups.filter((g) => {
    const have = fold(`${g.id} ${g.name}`).split(/[^\p{L}\p{N}]+/u);
    return wanted.length > 0 && wanted.every((w) => have.includes(w));
  });
}

function counts(found: readonly PageEntities[], args: Args): string[] {
  const { lang } = args;
  const lines = ENTITY_TYPES.map((type) => {
    const all = found.flatMap((f) => f.entities.filter((e) => e.type === type));
    return say(EW.count, lang, {
      type: say(EW.types[type], lang),
      n: all.length,
      values: new Set(all.map((e) => e.value)).size,
    });
  });
  return [say(EW.rules, lang), "", ...lines];
}

function values(found: readonly PageEntities[], type: EntityType, args: Args): string[] {
  const seen = new Map<string, { text: string; n: number; pages: Set<string> }>();
  for (const f of found)
    for (const e of f.entities) {
      if (e.type !== type) continue;
      let s = seen.get(e.value);
      if (!s) seen.set(e.value, (s = { text: e.text, n: 0, pages: new Set() }));
      s.n++;
      s.pages.add(`${f.path} ${f.page}`);
    }
  const list = [...seen.values()].sort((a, b) => b.n - a.n || byCodeUnit(a.text, b.text));
  const shown = list
    .slice(0, NAMES)
    .map((s) => say(EW.value, args.lang, { text: s.text, n: s.n, pages: s.pages.size }));
  return list.length > NAMES ? [...shown, say(LW.more, args.lang, { n: list.length - NAMES })] : shown;
}

function withWhom(g: NameGroup, groups: Groups, pairs: ReturnType<typeof together>["pairs"], args: Args): string[] {
  const { lang } = args;
  const name = (id: string): string => groups.groups.find((x) => x.id === id)?.name ?? id;
  const of = pairs.filter((p) => p.a === g.id || p.b === g.id);
  const lines = of.slice(0, PAIRS).flatMap((p) => {
    const other = name(p.a === g.id ? p.b : p.a);
    const when = p.from === undefined ? "" : p.from === p.to ? p.from : `${p.from} – ${p.to}`;
    const places = p.places
      .slice(0, PLACES)
      .map((x) => `      ${x.path}, ${say(EW.page, lang, { n: x.page })}${x.date === undefined ? "" : `, ${x.date}`}`);
    return [`  ${say(EW.pair, lang, { name: other, pages: p.pages, near: p.near, when })}`, ...places];
  });
  const more = of.length > PAIRS ? [say(LW.more, lang, { n: of.length - PAIRS })] : [];
  return ["", say(EW.written, lang, { name: g.name, id: g.id, n: g.mentions.length }), ...lines, ...more];
}

export async function entitiesCommand(args: Args): Promise<number> {
  const { lang } = args;
  const pages = await pagesOf(there(casePath(args), args), args, true);
  const decisions = await decisionsOf(args);
  const learned = nothingLearned();
  for (const p of pages) learn(p, learned);
  const found = pages.map((p) => entitiesOf(p, learned));
  const unread = pages.filter((p) => p.state === "unreadable").length;
  // Lines for other programs have no place for it.
  if (unread > 0 && (args.flags.has("json") || args.flags.has("rows")))
    process.stderr.write(`${say(EW.unread, lang, { n: unread })}\n`);
  if (args.flags.has("json")) {
    for (const f of found) await writeOut(`${JSON.stringify(f)}\n`);
    return EXIT.result;
  }
  if (args.flags.has("rows")) {
    for (const r of pageRows(pages.map((p, i) => [p, found[i]!] as const))) await writeOut(`${JSON.stringify(r)}\n`);
    return EXIT.result;
  }
  const who = args.one("who");
  const type = typeOf(args);
  let lines: string[];
  if (who === undefined) lines = type === undefined ? counts(found, args) : values(found, type, args);
  else {
    const groups = groupsOf(found, decisions);
    for (const f of groups.faults)
      process.stderr.write(`${printable(say(EW.decision[f.code], lang, { id: f.id, found: f.found }))}\n`);
    const all = named(groups, who);
    const pairs =
      all.length === 0
        ? []
        : together(
            pages.map((p, i) => [p, found[i]!] as const),
            groups,
          ).pairs;
    lines =
      all.length === 0
        ? [say(EW.nobody, lang)]
        : [say(EW.notWho, lang), ...all.slice(0, NAMES).flatMap((g) => withWhom(g, groups, pairs, args))];
  }
  // A page that nobody can read is no page without names.
  if (unread > 0) lines.push("", say(EW.unread, lang, { n: unread }));
  const shown = lines.flatMap((l) => {
    const indent = /^ */.exec(l)![0];
    return l === "" ? [""] : wrap(printable(l.trimStart()), Math.min(100, width()), indent);
  });
  await writeOut(`${shown.join("\n")}\n`);
  return EXIT.result;
}
