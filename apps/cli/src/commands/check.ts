/** `contraluz check` and `contraluz demo`. @module */
import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Context, ContraluzError, type Result, say } from "@contraluz/core";
import { check } from "@contraluz/engine";
import { inputOf, nodePlatform, resultFolder } from "@contraluz/platform-node";
import { ResultWriter } from "@contraluz/store";
import { type Args, UsageError } from "../args.ts";
import { readAsked, readContext, readWorkers } from "../context.ts";
import { interruption, leaveBehind } from "../interrupt.ts";
import { NAME } from "../name.ts";
import { outOf } from "../out.ts";
import { doing, stopwatch, unlockTimer } from "../progress.ts";
import { runText } from "../run-json.ts";
import { type Secret, secretOf } from "../secret.ts";
import type { Installed } from "../signs/installed.ts";
import { printable, progressLine } from "../terminal.ts";
import { VERSION } from "../version.ts";
import { exitOf, page, printAnswer, resultText } from "../views.ts";
import { W } from "../words.ts";
import { indicatorPaths, installedWords, loadIndicators } from "./indicators.ts";

/** What the options say, read before anything is opened. */
interface Wishes {
  readonly context: Context;
  readonly asked: ((id: string) => boolean) | undefined;
  readonly workers: number | undefined;
}

interface Request extends Wishes {
  readonly paths: readonly string[];
  readonly indicators: readonly string[];
  readonly out: string;
  readonly demo: boolean;
}

const wishesOf = (args: Args): Wishes => ({
  context: readContext(args),
  asked: readAsked(args),
  workers: readWorkers(args),
});

async function checkPaths(args: Args, r: Request): Promise<number> {
  const { lang } = args;
  const spent = stopwatch();
  const unlocking = unlockTimer();
  const { context, asked, workers } = r;
  const line = progressLine(process.stderr, args.flags.has("json"));
  const stop = interruption(`${r.out}.partial`);
  const platform = nodePlatform({
    worker: new URL(import.meta.url.endsWith(".ts") ? "../main.ts" : import.meta.url, import.meta.url),
  });
  let writer: ResultWriter | undefined;
  let installed: readonly Installed[] = [];
  const work = async (writer: ResultWriter, secret: Secret): Promise<Result> => {
    line.say({ key: "signs", text: say(W.signs, lang) });
    // The sample shows the same to everybody.
    const loaded = await loadIndicators(r.indicators, args, !r.demo);
    const { compiled, problems } = loaded;
    installed = loaded.installed;
    const inputs = [];
    for (const p of r.paths) inputs.push(await inputOf(p));
    const made = await check(inputs, {
      platform,
      compiled,
      writer,
      version: VERSION,
      context,
      scope: {
        artifacts: "all",
        content: args.flags.has("with-content"),
        evidenceCopies: false,
        ...(args.flags.has("with-keys") ? { keys: true } : {}),
      },
      hash: (args.one("hash") as "read" | "all" | undefined) ?? "read",
      secret,
      cancel: stop.signal,
      progress: (p) => {
        unlocking.step(p);
        const now = doing(p, lang);
        if (now) line.say(now);
      },
      ...(asked ? { asked } : {}),
      ...(workers === undefined ? {} : { workers }),
    });
    return problems.length === 0 ? made : { ...made, problems: [...problems, ...made.problems] };
  };
  try {
    const secret = secretOf(args, {
      before() {
        line.end();
        unlocking.stop();
      },
      gaveUp: () => stop.abort(),
    });
    writer = new ResultWriter(await resultFolder(r.out), platform);
    const result = await stop.within(work(writer, secret));
    line.say({ key: "writing", text: say(W.writing, lang) });
    const json = resultText(result);
    await writer.file("report.html", page(result, json, lang));
    await writer.file("run.json", runText(args, { ...r, installed, spent: spent(), unlock: unlocking.spent }));
    if (stop.signal.aborted) throw new ContraluzError("cancelled", "cancelled");
    await writer.finish(json);
    line.end();
    const used = installedWords(installed, args, new Date().toISOString());
    if (used !== undefined) process.stderr.write(`${used}\n\n`);
    if (args.flags.has("json")) process.stdout.write(json);
    else printAnswer(result, { lang, folder: r.out, demo: r.demo, indicators: r.indicators });
    return exitOf(args, result);
  } catch (e) {
    line.end();
    await writer?.discard();
    if (stop.signal.aborted && unlocking.running) leaveBehind();
    // Whatever an interrupted reader made of it: the person wanted to stop.
    throw stop.signal.aborted ? new ContraluzError("cancelled", "cancelled") : e;
  } finally {
    stop.end();
  }
}

export async function checkCommand(args: Args): Promise<number> {
  const { lang } = args;
  if (args.paths.length === 0) throw new UsageError(say(W.needPath, lang, { cmd: NAME }));
  const paths = args.paths.map((p) => resolve(p));
  for (const path of paths) {
    if (!existsSync(path)) throw new UsageError(say(W.noSuchPath, lang, { path: printable(path) }));
  }
  const wishes = wishesOf(args);
  const indicators = indicatorPaths(args);
  const out = await outOf(args, basename(paths[0]!), paths);
  return checkPaths(args, { ...wishes, paths, indicators, out, demo: false });
}

/** The sample lies beside the bundle when packed, in `samples/` in a clone. */
function sampleFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const found = [join(here, "sample"), join(here, "../../../../samples/journalist")].find((p) =>
    existsSync(join(p, "backup")),
  );
  if (!found) throw new Error("the sample phone is not here: samples/journalist");
  return found;
}

export async function demoCommand(args: Args): Promise<number> {
  const sample = sampleFolder();
  const backup = join(sample, "backup");
  const out = await outOf(args, args.lang === "es" ? "muestra" : "sample", [backup]);
  const indicators = [join(sample, "indicators.stix2"), join(sample, "vendors.yaml")];
  return checkPaths(args, { ...wishesOf(args), paths: [backup], indicators, out, demo: true });
}
