/** `contraluz archive index`, `search`, `names`. Nothing of a query is kept, logged or said back. @module */
import { readFileSync } from "node:fs";
import type { ShownGroup, ShownHits } from "@contraluz/archive/hits/index.ts";
import type { StoredPage } from "@contraluz/archive/index/index.ts";
import {
  type Asked,
  findNames,
  GRADE,
  NAME_LIMITS,
  type NameFound,
  type NameGrade,
  type NamePage,
  REASON,
} from "@contraluz/archive/names/index.ts";
import type { PageState } from "@contraluz/archive/pages/types.ts";
import {
  type Coverage,
  type PageFilter,
  type SearchOptions,
  type Snippet,
  search,
} from "@contraluz/archive/search/index.ts";
import { type Cancel, count, say } from "@contraluz/core";
import { encodeStructure } from "@contraluz/store";
import { type Args, UsageError } from "../args.ts";
import { NAME } from "../name.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { FAULT, FW, STATE } from "./find-words.ts";
import { writeHits } from "./hits-page.ts";
import { type Opened, withArchive } from "./open.ts";

/** Bytes of a list of names. */
const LIST = 1_000_000;

function dateOf(args: Args, name: "since" | "until"): string | undefined {
  const text = args.one(name);
  if (text !== undefined && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(text))
    throw new UsageError(say(FW.badDate, args.lang, { found: printable(text) }));
  return text;
}

function numberOf(args: Args, name: string, standard: number): number {
  const text = args.one(name);
  if (text === undefined) return standard;
  if (!/^\d{1,7}$/.test(text)) throw new UsageError(say(FW.badNumber, args.lang, { found: printable(text) }));
  return Number(text);
}

function filterOf(args: Args): PageFilter & { readonly limit: number; readonly from: number } {
  const [since, until, path] = [dateOf(args, "since"), dateOf(args, "until"), args.one("within")];
  const states = args.all("state") as readonly PageState[];
  return {
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(path !== undefined && { path }),
    ...(states.length > 0 && { states }),
    limit: numberOf(args, "limit", 20),
    from: numberOf(args, "start", 0),
  };
}

/** The words around, with what was found between « and ». */
function shown(s: Snippet): string {
  let [out, at] = ["", 0];
  for (const m of s.marks) {
    out += `${printable(s.text.slice(at, m.start))}[${printable(s.text.slice(m.start, m.end))}]`;
    at = m.end;
  }
  return `${s.before ? "… " : ""}${out}${printable(s.text.slice(at))}${s.after ? " …" : ""}`;
}

const pageLine = (p: StoredPage, args: Args, more: readonly string[]): string => {
  const notes = [
    ...more,
    ...(p.date ? [printable(p.date.since === p.date.until ? p.date.since : p.date.text)] : []),
    ...(p.state === "read" ? [] : [say(STATE[p.state], args.lang)]),
    ...(p.corrected > 0 ? [say(FW.corrected, args.lang)] : []),
    ...(p.dup ? [say(FW.copy, args.lang)] : []),
  ];
  const place = say(FW.page, args.lang, { path: printable(p.path), page: String(p.page) });
  return notes.length > 0 ? `${place} (${notes.join("; ")})` : place;
};

const coverageLines = (c: Coverage, args: Args): string[] => [
  say(FW.coverage, args.lang, { pages: count(c.pages), unreadable: count(c.unreadable), poor: count(c.poor) }),
  ...(c.unreadable + c.poor > 0 ? [say(FW.mayBe, args.lang)] : []),
  ...(c.undated > 0 ? [say(FW.undated, args.lang, { n: count(c.undated) })] : []),
];

const trouble = (o: Opened, args: Args): string[] => [
  ...(o.unfinished ? [say(FW.unfinished, args.lang)] : []),
  ...(o.unopened > 0 ? [say(FW.unopened, args.lang, { n: count(o.unopened) })] : []),
  ...(o.problems.length > 0 ? [say(FW.damaged, args.lang, { n: count(o.problems.length) })] : []),
  ...(o.lostFixes > 0 ? [say(FW.lostFixes, args.lang, { n: count(o.lostFixes) })] : []),
];

/** The same, for other programs. */
const troubleJson = (o: Opened): object => ({
  unfinished: o.unfinished,
  unopened: o.unopened,
  problems: o.problems,
  lostCorrections: o.lostFixes,
});

export const indexCommand = (args: Args): Promise<number> =>
  withArchive(args, async (o) => {
    const n = o.index.count();
    if (args.flags.has("json")) await writeOut(`${encodeStructure({ pages: n, added: o.added, ...troubleJson(o) })}\n`);
    else {
      const said = say(FW.indexed, args.lang, { n: count(n), added: count(o.added) });
      await writeOut(`${[said, ...trouble(o, args)].join("\n")}\n`);
    }
  });

/** A page as it is handed to other programs: without its text, which they can read in the archive. */
const bare = ({
  text: _text,
  lines: _lines,
  id: _id,
  ...rest
}: StoredPage): Omit<StoredPage, "text" | "lines" | "id"> => rest;

/** What was damaged in the folder. */
const damagedIn = (o: Opened): number => o.problems.length + o.lostFixes + o.unopened;

/** Writes the page, with pictures where the documents are at hand. */
async function pageOfHits(
  o: Opened,
  groups: readonly ShownGroup[],
  found: Pick<ShownHits, "kind" | "coverage">,
  cancel: Cancel,
  args: Args,
): Promise<void> {
  o.leave?.may();
  const pictures = await o.pictures();
  try {
    const text = await writeHits(
      { ...found, groups, damaged: damagedIn(o), unfinished: o.unfinished },
      pictures,
      cancel,
      args,
    );
    await o.leave?.note("archive-hits", new TextEncoder().encode(text));
  } finally {
    await pictures?.close();
  }
}

export const searchCommand = (args: Args): Promise<number> =>
  withArchive(args, async (o, cancel) => {
    const order = args.one("order") as SearchOptions["order"];
    const typed = args.paths.slice(1).join(" ");
    // From the input it stays in no history.
    const text = typed === "-" ? readFileSync(0, "utf8").trim() : typed;
    const found = search(o.index, text, { ...filterOf(args), ...(order && { order }) });
    if ("fault" in found) throw new UsageError(say(FAULT[found.fault], args.lang));
    if (args.flags.has("json")) {
      await writeOut(
        `${encodeStructure({ ...found, hits: found.hits.map((h) => ({ ...h, page: bare(h.page) })), ...troubleJson(o) })}\n`,
      );
      return;
    }
    const html = args.one("html") !== undefined;
    if (html) {
      const group = { understood: true, total: found.total, unread: 0, hits: found.hits };
      await pageOfHits(o, [group], { kind: "search", coverage: found.coverage }, cancel, args);
    }
    const shownHits = html ? [] : found.hits;
    const lines = shownHits.flatMap((h) => [
      pageLine(h.page, args, h.exact ? [] : [say(FW.other, args.lang)]),
      `  ${shown(h.snippet)}`,
    ]);
    const head = found.total === 0 ? say(FW.none, args.lang) : say(FW.found, args.lang, { n: count(found.total) });
    const taken = found.taken.map((t) =>
      say(FW.taken, args.lang, { word: printable(t.word), terms: t.terms.slice(0, 12).map(printable).join(", ") }),
    );
    const more = found.next === undefined ? [] : [say(FW.more, args.lang, { start: String(found.next) })];
    await writeOut(
      `${[head, ...taken, ...coverageLines(found.coverage, args), ...trouble(o, args), "", ...lines, ...more].join("\n").trimEnd()}\n`,
    );
  });

/** Names of a list: one a line, aliases behind `|`. */
function askedOf(args: Args): Asked[] {
  const list = args.one("list");
  const typed = args.paths[1];
  let text = typed ?? "";
  if (list !== undefined) {
    const bytes = readFileSync(list === "-" ? 0 : list);
    if (bytes.length > LIST) throw new UsageError(say(FW.many, args.lang, { most: count(NAME_LIMITS.names) }));
    text = bytes.toString("utf8");
  }
  const asked = text
    .split(/\r?\n/)
    .filter((l) => l.trim() !== "")
    .map((l) => {
      const [name, ...aliases] = l.split("|").map((x) => x.trim());
      return { name: name!, ...(aliases.length > 0 && { aliases }) };
    });
  if (asked.length === 0) throw new UsageError(say(FW.needName, args.lang, { cmd: NAME }));
  if (asked.length > NAME_LIMITS.names)
    throw new UsageError(say(FW.many, args.lang, { most: count(NAME_LIMITS.names) }));
  return asked;
}

const nameLines = (p: NamePage, args: Args): string[] => {
  const reasons = p.mentions[0]!.reasons.map((r) => say(REASON[r], args.lang));
  return [pageLine(p.page, args, [say(GRADE[p.grade], args.lang), ...reasons]), `  ${shown(p.snippet)}`];
};

const groupOf = (f: NameFound): ShownGroup => ({
  number: f.asked + 1,
  grades: f.total,
  understood: f.query !== undefined,
  total: f.total.same + f.total.likely + f.total.possible,
  unread: f.unread,
  hits: f.pages.map((p) => ({ ...p, spans: p.mentions, reasons: p.mentions[0]!.reasons })),
});

export const namesCommand = (args: Args): Promise<number> =>
  withArchive(args, async (o, cancel) => {
    const asked = askedOf(args);
    const least = args.one("least") as NameGrade | undefined;
    const { names, coverage } = findNames(o.index, asked, { ...filterOf(args), ...(least && { least }) });
    if (args.flags.has("json")) {
      const plain = names.map(({ query: _query, ...n }) => ({
        ...n,
        pages: n.pages.map((p) => ({ ...p, page: bare(p.page) })),
      }));
      await writeOut(`${encodeStructure({ names: plain, coverage, ...troubleJson(o) })}\n`);
      return;
    }
    const html = args.one("html") !== undefined;
    if (html) await pageOfHits(o, names.map(groupOf), { kind: "names", coverage }, cancel, args);
    const lines = names.flatMap((f) => {
      const n = String(f.asked + 1);
      if (!f.query) return [say(FW.noName, args.lang, { n }), ""];
      const { same, likely, possible } = f.total;
      return [
        say(FW.name, args.lang, { n, same: count(same), likely: count(likely), possible: count(possible) }),
        ...(same + likely + possible === 0 ? [say(FW.none, args.lang)] : []),
        ...(f.unread > 0 ? [say(FW.unread, args.lang, { n: count(f.unread) })] : []),
        ...(html ? [] : f.pages.flatMap((p) => nameLines(p, args))),
        ...(f.next === undefined ? [] : [say(FW.more, args.lang, { start: String(f.next) })]),
        "",
      ];
    });
    await writeOut(
      `${[...lines, say(FW.notAsserted, args.lang), ...coverageLines(coverage, args), ...trouble(o, args)].join("\n")}\n`,
    );
  });
