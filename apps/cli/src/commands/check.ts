/** `contraluz check` and `contraluz demo`. @module */
import { existsSync } from "node:fs";
import { readFile, realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ARTIFACTS } from "@contraluz/artifacts";
import { type Context, ContraluzError, type Lang, type Problem, parseIso, say } from "@contraluz/core";
import { check, type Progress } from "@contraluz/engine";
import { inputOf, nodePlatform, resultFolder } from "@contraluz/platform-node";
import { ResultWriter } from "@contraluz/store";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { askHidden, firstLine, printable, progressLine } from "../terminal.ts";
import { VERSION } from "../version.ts";
import { page, printAnswer, resultText } from "../views.ts";
import { W } from "../words.ts";
import { loadIndicators } from "./indicators.ts";

/** Dates and windows of the context; throws UsageError on what is no date. */
export function readContext(args: Args): Context {
  const asOf = args.one("as-of") ?? "";
  if (asOf !== "" && parseIso(asOf) === undefined) throw new UsageError(say(W.badDate, args.lang, { value: asOf }));
  const custody = args.all("custody").map((value) => {
    const [from, to, more] = value.split("/");
    if (
      more !== undefined ||
      from === undefined ||
      to === undefined ||
      parseIso(from) === undefined ||
      parseIso(to) === undefined
    ) {
      throw new UsageError(say(W.badCustody, args.lang, { value }));
    }
    return [from, to] as const;
  });
  return { asOf, custody, known: args.all("known") };
}

function readAsked(args: Args): ((id: string) => boolean) | undefined {
  const ids = ARTIFACTS.map((a) => a.id as string);
  const full = (id: string): string => (ids.includes(id) ? id : (ids.find((x) => x.split("/")[1] === id) ?? id));
  const [only, skip] = [args.all("only").map(full), args.all("skip").map(full)];
  for (const id of [...only, ...skip]) {
    if (!ids.includes(id)) throw new UsageError(say(W.badId, args.lang, { id, known: ids.join(", ") }));
  }
  if (only.length === 0 && skip.length === 0) return undefined;
  return (id) => (only.length === 0 || only.includes(id)) && !skip.includes(id);
}

/** A new folder beside where the person stands: `contraluz-NAME`, `contraluz-NAME-2`… */
export function newFolder(name: string): string {
  const clean =
    name
      .replace(/[^A-Za-z0-9._-]+/g, "-")
      .replace(/^[.-]+/, "")
      .slice(0, 40) || "resultado";
  for (let n = 1; ; n++) {
    const path = resolve(`contraluz-${clean}${n === 1 ? "" : `-${n}`}`);
    if (!existsSync(path) && !existsSync(`${path}.partial`)) return path;
  }
}

async function checkOut(out: string, evidence: readonly string[], lang: Lang): Promise<void> {
  if (existsSync(out)) throw new UsageError(say(W.outExists, lang, { path: out }));
  const parent = await realpath(dirname(out)).catch(() => dirname(out));
  for (const e of evidence) {
    const inside = relative(await realpath(e), join(parent, basename(out)));
    if (!inside.startsWith("..") && !resolve(inside).startsWith("..") && inside !== resolve(inside)) {
      throw new UsageError(say(W.outInside, lang));
    }
  }
}

function secretOf(args: Args, interrupted: AbortController): (why: Problem) => Promise<Uint8Array | undefined> {
  const file = args.one("password-file");
  let asked = 0;
  return async (why) => {
    if (file !== undefined) {
      if (asked++ > 0) return undefined;
      if (file === "-") return firstLine(process.stdin);
      const bytes = new Uint8Array(await readFile(resolve(file)));
      // A line end at the end of the file is the editor's, not the person's.
      let end = bytes.length;
      if (bytes[end - 1] === 10) end--;
      if (bytes[end - 1] === 13) end--;
      return bytes.slice(0, end);
    }
    const again = why.code === "backup-password-wrong";
    const secret = await askHidden(say(again ? W.askAgain : W.askPassword, args.lang), process.stdin, process.stderr);
    if (secret === undefined && process.stdin.isTTY) interrupted.abort();
    return secret;
  };
}

function progressText(p: Progress, lang: Lang): string {
  switch (p.step) {
    case "opening":
      return say(W.opening, lang);
    case "unlocking":
      return say(W.deriving, lang);
    case "listing":
      return say(W.listing, lang, { n: p.done });
    case "reading":
      return say(W.reading, lang, { file: p.file });
    case "hashing":
      return say(W.writing, lang);
  }
}

interface Request {
  readonly paths: readonly string[];
  readonly indicators: readonly string[];
  readonly out: string;
  readonly demo: boolean;
}

async function checkPaths(args: Args, r: Request): Promise<number> {
  const { lang } = args;
  const started = performance.now();
  const context = readContext(args);
  const asked = readAsked(args);
  await checkOut(r.out, r.paths, lang);
  const abort = new AbortController();
  const onSignal = (): void => abort.abort();
  process.once("SIGINT", onSignal);
  process.once("SIGTERM", onSignal);
  const line = progressLine(process.stderr, args.flags.has("json"));
  const platform = nodePlatform({
    worker: new URL(import.meta.url.endsWith(".ts") ? "../main.ts" : import.meta.url, import.meta.url),
  });
  const folder = await resultFolder(r.out);
  const writer = new ResultWriter(folder, platform);
  try {
    line.say(say(W.signs, lang));
    const { compiled, problems } = await loadIndicators(r.indicators);
    const inputs = [];
    for (const p of r.paths) inputs.push(await inputOf(p));
    const workers = args.one("workers");
    const made = await check(inputs, {
      platform,
      compiled,
      writer,
      version: VERSION,
      context,
      scope: { artifacts: "all", content: args.flags.has("with-content"), evidenceCopies: false },
      hash: (args.one("hash") as "read" | "all" | undefined) ?? "read",
      secret: secretOf(args, abort),
      cancel: abort.signal,
      progress: (p) => line.say(progressText(p, lang)),
      ...(asked ? { asked } : {}),
      ...(workers === undefined ? {} : { workers: Number.parseInt(workers, 10) || 0 }),
    });
    const result = problems.length === 0 ? made : { ...made, problems: [...problems, ...made.problems] };
    if (abort.signal.aborted) throw new ContraluzError("cancelled", "cancelled");
    const json = resultText(result);
    await writer.file("report.html", page(result, json, lang));
    await writer.file(
      "run.json",
      `${JSON.stringify(
        {
          finished: new Date().toISOString(),
          seconds: Math.round((performance.now() - started) / 10) / 100,
          cpuSeconds: Math.round((process.cpuUsage().user + process.cpuUsage().system) / 10_000) / 100,
          node: process.version,
          machine: `${process.platform} ${process.arch}`,
          command: args.command,
          paths: r.paths.map((p) => resolve(p)),
          indicators: r.indicators.map((p) => resolve(p)),
        },
        null,
        1,
      )}\n`,
    );
    await writer.finish(json);
    line.end();
    if (args.flags.has("json")) process.stdout.write(json);
    else printAnswer(result, { lang, folder: r.out, demo: r.demo });
    if (!args.flags.has("exit-code")) return EXIT.result;
    const level = result.verdict.evidence;
    return level === "match" ? EXIT.match : level === "targeted" || level === "lead" ? EXIT.targeted : EXIT.result;
  } catch (e) {
    line.end();
    await writer.discard();
    throw e;
  } finally {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  }
}

export async function checkCommand(args: Args): Promise<number> {
  if (args.paths.length === 0) throw new UsageError(say(W.needPath, args.lang));
  const paths = args.paths.map((p) => resolve(p));
  for (const p of [...paths, ...args.all("indicators").map((f) => resolve(f))]) {
    if (!existsSync(p)) throw new UsageError(say(W.noSuchPath, args.lang, { path: printable(p) }));
  }
  const out = args.one("out");
  return checkPaths(args, {
    paths,
    indicators: args.all("indicators").map((f) => resolve(f)),
    out: out === undefined ? newFolder(basename(paths[0]!)) : resolve(out),
    demo: false,
  });
}

/** The sample lies beside the bundle when packed, in `samples/` in a clone. */
function sampleFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const found = [join(here, "sample"), join(here, "../../../../samples/journalist")].find((p) =>
    existsSync(join(p, "backup")),
  );
  if (!found) throw new ContraluzError("usage", "the sample phone is not here: samples/journalist");
  return found;
}

export async function demoCommand(args: Args): Promise<number> {
  const sample = sampleFolder();
  const out = args.one("out");
  return checkPaths(args, {
    paths: [join(sample, "backup")],
    indicators: [join(sample, "indicators.stix2"), join(sample, "vendors.yaml")],
    out: out === undefined ? newFolder(args.lang === "es" ? "muestra" : "sample") : resolve(out),
    demo: true,
  });
}
