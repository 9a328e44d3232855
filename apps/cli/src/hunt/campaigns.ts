/**
 * `contraluz hunt campaigns`: which cases of a lab are linked, by what, and since when; with `--out` a report that may be published instead.
 * Nothing of it is kept in the lab.
 * @module
 */
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { type Cancel, ContraluzError, encodeJson, type Json, say } from "@contraluz/core";
import { readCases } from "@contraluz/hunt";
import { campaignText } from "@contraluz/hunt/links/index.ts";
import { FEWEST_LEAST, phonesOf, publicHtml, publicMarkdown, publish } from "@contraluz/hunt/share/index.ts";
import type { Tlp } from "@contraluz/report";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { reportFonts } from "../fonts.ts";
import { interruption } from "../interrupt.ts";
import { outOf } from "../out.ts";
import { writeOut } from "../pipes.ts";
import { printable, progressLine } from "../terminal.ts";
import { W } from "../words.ts";
import { labPath, readLab } from "./lab.ts";
import { allowed, fewestOf, leaveTo } from "./leave.ts";
import { huntNamed, type Linked, withLinks } from "./links.ts";
import { HSW } from "./share-words.ts";
import { pathOf } from "./text.ts";

/** Bytes of a list of values that a person read. */
const VALUES_MOST = 1 << 20;

async function valuesOf(args: Args): Promise<ReadonlySet<string>> {
  const name = args.one("values");
  if (name === undefined) return new Set();
  const path = resolve(name);
  const size = await stat(path).then(
    (s) => s.size,
    () => undefined,
  );
  if (size === undefined) throw new UsageError(say(W.noSuchPath, args.lang, { path: printable(path) }));
  if (size > VALUES_MOST) throw new UsageError(`${printable(path)}: ${size} bytes`);
  const lines = (await readFile(path, "utf8")).split("\n").map((l) => l.trim());
  return new Set(lines.filter((l) => l !== "" && !l.startsWith("#")));
}

/** Writes the report that may be published, of cases alone that allow it. */
async function publishTo(args: Args, path: string, links: () => Promise<Linked>): Promise<void> {
  const { lang } = args;
  const fewest = fewestOf(args, FEWEST_LEAST);
  const values = await valuesOf(args);
  const out = await outOf(args, `campaigns-${basename(path)}`, [path]);
  const { report, hunt, cases } = await links();
  const [by, tlp] = [args.one("by"), args.one("tlp")];
  const made = publish(
    { links: report, ...(hunt ? { hunt } : {}), cases: phonesOf(cases), asOf: report.asOf },
    { fewest, values, ...(by === undefined ? {} : { by }), ...(tlp === undefined ? {} : { tlp: tlp as Tlp }) },
  );
  await mkdir(out, { mode: 0o700 });
  const files: readonly (readonly [string, string])[] = [
    ["report.json", `${encodeJson(made as unknown as Json)}\n`],
    ["report.md", publicMarkdown(made, lang)],
    ["report.html", publicHtml(made, lang, reportFonts())],
  ];
  for (const [name, text] of files) await writeFile(join(out, name), text, { flag: "wx", mode: 0o600 });
  process.stderr.write(`${say(HSW.published, lang, { path: printable(out) })}\n`);
}

async function tell(args: Args, links: Promise<Linked>): Promise<void> {
  const { lang } = args;
  const { report, cases } = await links;
  if (args.flags.has("json")) {
    await writeOut(`${encodeJson(report as unknown as Json)}\n`);
    return;
  }
  const beside = (id: string): string[] => pathOf(cases, id).map((l) => l.trim());
  await writeOut(`${campaignText(report, { lang, beside }).join("\n")}\n`);
}

async function work(args: Args, path: string, cancel: Cancel, end: () => void): Promise<void> {
  const lab = await readLab(args, path);
  const hunt = await huntNamed(args, lab, args.paths[1]);
  const linked = (use?: Parameters<typeof withLinks>[3]["use"]): Promise<Linked> =>
    withLinks(args, path, lab, { cancel, ...(hunt ? { hunt } : {}), ...(use ? { use } : {}) }, async (l) => l).finally(
      end,
    );
  if (args.one("out") === undefined) await tell(args, linked());
  else {
    const { cases } = await readCases(lab);
    const may = await allowed(args, lab, cases, "indicators", leaveTo(args) ?? { who: "public" });
    await publishTo(args, path, () => linked(may));
  }
}

export async function campaignsCommand(args: Args): Promise<number> {
  const path = labPath(args);
  const stop = interruption();
  const line = progressLine(process.stderr, args.flags.has("json"));
  try {
    line.say({ key: "linking", text: say(HSW.linking, args.lang) });
    await work(args, path, stop.signal, () => line.end());
    return EXIT.result;
  } catch (e) {
    throw stop.signal.aborted ? new ContraluzError("cancelled", "cancelled") : e;
  } finally {
    line.end();
    stop.end();
  }
}
