/** `contraluz archive page` and `correct`: what a page says, and that it says another thing. What is looked for is kept nowhere. @module */
import { existsSync, readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { boxed, encodePng, NO_PICTURE, shownPicture, svgFile } from "@contraluz/archive/hits/index.ts";
import type { PageVersion, StoredPage } from "@contraluz/archive/index/index.ts";
import { nextCorrection } from "@contraluz/archive/open/write.ts";
import { correctionsOf } from "@contraluz/archive/pages/correction.ts";
import { PAGE_LIMITS } from "@contraluz/archive/pages/read.ts";
import type { PictureFault } from "@contraluz/archive/read/picture.ts";
import { type Mark, marksOn } from "@contraluz/archive/search/index.ts";
import { count, say } from "@contraluz/core";
import { encodeStructure } from "@contraluz/store";
import { type Args, UsageError } from "../args.ts";
import { K } from "../case/consent-words.ts";
import { actorOf, lineOf } from "../case/open.ts";
import { notThere } from "../commands/report.ts";
import { there } from "../ledger/folder.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { W } from "../words.ts";
import { PW } from "./correct-words.ts";
import { FAULT, FW, STATE } from "./find-words.ts";
import { type Opened, withArchive } from "./open.ts";
import { deflate } from "./pictures.ts";

/** Lines of a page for a terminal: each without what a terminal would obey. */
const lines = (text: string): string => text.split("\n").map(printable).join("\n");

/** The page that was named; of several files at one path the one that was read last. */
function pageNamed(o: Opened, args: Args): StoredPage {
  const [, path, number] = args.paths;
  if (path === undefined || number === undefined)
    throw new UsageError(say(PW.needPage, args.lang, { line: lineOf(args) }));
  if (!/^[1-9]\d{0,6}$/.test(number)) throw new UsageError(say(PW.badPage, args.lang, { found: printable(number) }));
  const page = o.index.pages.find(path, Number(number)).at(-1);
  if (!page) throw new UsageError(say(PW.noPage, args.lang, { path: printable(path), page: number }));
  return page;
}

/** The words to mark: typed, or from the input, so that they stay in no history. */
function marksAsked(o: Opened, page: StoredPage, args: Args): readonly Mark[] | undefined {
  const typed = args.one("query");
  if (typed === undefined) return undefined;
  const found = marksOn(o.index, page, typed === "-" ? readFileSync(0, "utf8").trim() : typed);
  if ("fault" in found) throw new UsageError(say(FAULT[found.fault], args.lang));
  const { marks, spans } = found;
  const said = spans.length === 0 ? say(PW.noHits, args.lang) : say(PW.hits, args.lang, { n: count(spans.length) });
  process.stderr.write(`${said}\n`);
  return marks;
}

function headOf(page: StoredPage, args: Args): string {
  const { lang } = args;
  const { path, page: number, of, state, confidence, date } = page;
  const place = { path: printable(path), page: String(number), of: of === undefined ? "" : String(of) };
  return [
    say(PW.head, lang, place),
    say(STATE[state], lang),
    ...(confidence === undefined ? [] : [say(PW.sure, lang, { n: String(Math.round(confidence)) })]),
    ...(date ? [printable(date.text)] : []),
    ...(page.corrected > 0 ? [say(FW.corrected, lang)] : []),
    ...(page.dup ? [say(FW.copy, lang)] : []),
  ].join(" · ");
}

/** `undid`: the correction that it takes back. */
const versionText = (v: PageVersion, undid: number | undefined, args: Args): string => {
  if (v.n === 0) return `${say(PW.asRead, args.lang)}\n\n${lines(v.text)}`;
  const who = { n: String(v.n), by: printable(v.by ?? ""), at: printable(v.at ?? "") };
  const head =
    undid === undefined ? say(PW.version, args.lang, who) : say(PW.undid, args.lang, { ...who, of: String(undid) });
  return `${head}${v.why === undefined ? "" : ` · ${printable(v.why)}`}\n\n${lines(v.text)}`;
};

/** Writes the picture of the page, with boxes around what was asked. */
async function drawPage(o: Opened, page: StoredPage, marks: readonly Mark[], args: Args): Promise<void> {
  const { lang } = args;
  const path = resolve(args.one("picture")!);
  const kind = /\.(png|svg)$/i.exec(path)?.[1]?.toLowerCase();
  if (kind === undefined) throw new UsageError(say(PW.pictureKind, lang, { path: printable(path) }));
  // Before the work of drawing; whoever makes the file meanwhile is met below.
  if (existsSync(path)) throw new UsageError(say(W.fileExists, lang, { path: printable(path), option: "--picture" }));
  o.leave?.may();
  const pictures = await o.pictures();
  if (!pictures) throw new UsageError(say(PW.needEvidence, lang));
  try {
    const drawn = await pictures.of(page);
    const shown = shownPicture(drawn, deflate);
    if (typeof drawn === "string" || typeof shown === "string")
      throw new UsageError(say(NO_PICTURE[drawn as PictureFault], lang));
    if (kind === "png" && shown.uri === "") throw new UsageError(say(PW.lettersOnly, lang));
    const label = `${page.path}, ${page.page}`;
    const bytes =
      kind === "svg"
        ? svgFile(shown, marks, label)
        : encodePng(
            boxed(
              drawn,
              marks.map((m) => m.box),
            ),
            deflate,
          );
    await writeFile(path, bytes, { flag: "wx", mode: 0o600 }).catch((e: unknown) => {
      throw notThere(e, path, "--picture", args);
    });
    await o.leave?.note("archive-picture", typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes);
    process.stderr.write(`${say(K.wrote, lang, { path: printable(path) })}\n`);
  } finally {
    await pictures.close();
  }
}

/** The text goes to the output alone, so that it can be kept, corrected by hand and handed to `archive correct`. */
export const pageCommand = (args: Args): Promise<number> =>
  withArchive(args, async (o) => {
    const page = pageNamed(o, args);
    const marks = marksAsked(o, page, args);
    if (args.one("picture") !== undefined) await drawPage(o, page, marks ?? [], args);
    if (args.flags.has("json")) {
      const { id: _, ...shown } = page;
      const history = o.index.pages.history(page);
      await writeOut(`${encodeStructure({ ...shown, history, ...(marks && { marks }) })}\n`);
      return;
    }
    process.stderr.write(`${headOf(page, args)}\n`);
    if (args.flags.has("history")) {
      const written = correctionsOf(await o.corrections(), page);
      const all = o.index.pages.history(page).map((v) => versionText(v, written[v.n - 1]?.undoes, args));
      await writeOut(`${all.join("\n\n")}\n`);
      return;
    }
    if (page.text === "") process.stderr.write(`${say(PW.empty, args.lang)}\n`);
    else await writeOut(`${lines(page.text)}\n`);
  });

/** The text of a file, or of the input; the line feed at its end is none of the page's. */
async function textOf(args: Args): Promise<string> {
  const { lang } = args;
  const file = args.paths[3] ?? "-";
  if (file === "-" && process.stdin.isTTY) throw new UsageError(say(PW.needText, lang));
  const bytes = file === "-" ? readFileSync(0) : await readFile(there(file, args));
  if (bytes.length > 4 * PAGE_LIMITS.text) throw new UsageError(say(PW.longText, lang));
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(say(PW.badText, lang));
  }
  text = text.replaceAll("\r\n", "\n");
  if (text.endsWith("\n")) text = text.slice(0, -1);
  if (text.length > PAGE_LIMITS.text) throw new UsageError(say(PW.longText, lang));
  return text;
}

export const correctCommand = (args: Args): Promise<number> =>
  withArchive(args, async (o) => {
    const { lang } = args;
    const page = pageNamed(o, args);
    const undo = args.flags.has("undo");
    const text = undo ? undefined : await textOf(args);
    const why = args.one("reason");
    const by = { by: actorOf(args), at: new Date().toISOString(), ...(why !== undefined && why !== "" && { why }) };
    const read = o.index.pages.history(page)[0]!.text;
    const { doc, path, page: number } = page;
    const made = await o.correct((all) =>
      nextCorrection(all, { doc, path, page: number, read, shown: page.text }, text, by),
    );
    if (made === "none") throw new UsageError(say(PW.nothingToUndo, lang));
    if (made === "same") {
      process.stderr.write(`${say(PW.sameText, lang)}\n`);
      return;
    }
    if (args.flags.has("json")) {
      const { n, undoes } = made;
      await writeOut(`${JSON.stringify({ doc, path, page: number, n, ...(undoes !== undefined && { undoes }) })}\n`);
      return;
    }
    const place = { path: printable(path), page: String(number) };
    const said =
      made.undoes === undefined
        ? say(PW.corrected, lang, { ...place, n: String(made.n) })
        : say(PW.undone, lang, { ...place, n: String(made.undoes) });
    await writeOut(`${said}\n`);
  });
