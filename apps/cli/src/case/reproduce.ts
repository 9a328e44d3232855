/** `contraluz reproduce`: a second reviewer does a check again from what was handed over, and reads what differs. @module */
import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { standing } from "@contraluz/case/consent/gate.ts";
import { type BagTree, bytesIn, NOBODY, verifyDossier } from "@contraluz/case/dossier/index.ts";
import { differenceNotes, differencesOf, type Reproduced, reproducedText } from "@contraluz/case/reproduce/index.ts";
import { latestConsent, refuse, withdrawalOf } from "@contraluz/case/vault/index.ts";
import { ContraluzError, type Result, say } from "@contraluz/core";
import { check } from "@contraluz/engine";
import { inputOf, nodePlatform, resultFolder } from "@contraluz/platform-node";
import { ResultWriter, readResult } from "@contraluz/store";
import { type Args, UsageError } from "../args.ts";
import { indicatorPaths, loadIndicators } from "../commands/indicators.ts";
import { bytesOf, storedOf } from "../commands/stored.ts";
import { readWorkers } from "../context.ts";
import { openBag } from "../dossier/bag.ts";
import { EXIT } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { NAME, typed } from "../name.ts";
import { outOf } from "../out.ts";
import { writeOut } from "../pipes.ts";
import { doing, stopwatch } from "../progress.ts";
import { runText } from "../run-json.ts";
import { secretOf } from "../secret.ts";
import { printable, progressLine } from "../terminal.ts";
import { VERSION } from "../version.ts";
import { page, resultText, width } from "../views.ts";
import { W } from "../words.ts";
import { actorOf, lineOf, writeCase } from "./open.ts";
import { RP } from "./reproduce-words.ts";

interface Theirs {
  readonly result: Result;
  /** Bytes of their `result.json`. */
  readonly json: Uint8Array;
  readonly check: string;
  readonly edition: "full" | "redacted";
}

/** Bytes of a result that a dossier may hold. */
const MOST = 512 * 1024 * 1024;

/** What cannot be read says nothing: then parts count as withheld. */
async function editionOf(bag: BagTree): Promise<"full" | "redacted"> {
  try {
    const about: unknown = JSON.parse(new TextDecoder().decode(await bytesIn(bag, "data/dossier.json", 1 << 24)));
    return (about as { readonly edition?: unknown } | null)?.edition === "full" ? "full" : "redacted";
  } catch {
    return "redacted";
  }
}

async function fromDossier(bag: BagTree, path: string, args: Args): Promise<Theirs> {
  const { lang } = args;
  const platform = nodePlatform();
  if ((await verifyDossier(bag, { platform, trusted: NOBODY })).verdict === "fails")
    throw new UsageError(say(RP.broken, lang, { cmd: NAME, path: typed(path) ?? "…" }));
  const names = [...bag.files.keys()]
    .flatMap((p) => /^data\/checks\/(\d{4,8})\/result\.json$/.exec(p)?.[1] ?? [])
    .sort();
  const wanted = args.one("check");
  const known = names.join(", ");
  const check = wanted === undefined ? names[0] : names.find((n) => Number(n) === Number(wanted));
  if (check === undefined) throw new UsageError(say(RP.noCheck, lang, { check: printable(wanted ?? ""), known }));
  if (wanted === undefined && names.length > 1) throw new UsageError(say(RP.several, lang, { known }));
  const folder = { read: (file: string) => bag.open(`data/checks/${check}/${file}`) };
  return {
    result: await readResult(folder),
    json: (await bytesIn(bag, `data/checks/${check}/result.json`, MOST))!,
    check,
    edition: await editionOf(bag),
  };
}

/** What was handed over: a dossier, a result, or a check of a case. */
async function theirsOf(path: string, args: Args): Promise<Theirs> {
  const inside = existsSync(join(path, "bagit.txt")) || /\.zip$/i.test(path);
  const open = inside ? await openBag(path, args, nodePlatform()).catch(() => undefined) : undefined;
  if (open) {
    try {
      return await fromDossier(open.bag, path, args);
    } finally {
      await open.close();
    }
  }
  const stored = await storedOf(args, { zip: true });
  try {
    const json = await bytesOf(stored.folder, "result.json");
    return { result: stored.result, json, check: stored.of?.check ?? "", edition: "full" };
  } finally {
    await stored.close();
  }
}

async function again(t: Theirs, paths: readonly string[], out: string, args: Args): Promise<Reproduced> {
  const { lang } = args;
  const line = progressLine(process.stderr, args.flags.has("json"));
  const stop = interruption(`${out}.partial`);
  const spent = stopwatch();
  const lists = indicatorPaths(args);
  const workers = readWorkers(args);
  const platform = nodePlatform({
    worker: new URL(import.meta.url.endsWith(".ts") ? "../main.ts" : import.meta.url, import.meta.url),
  });
  const left = new Set(t.result.coverage.filter((c) => c.state === "not-asked").map((c) => c.artifact));
  const writer = new ResultWriter(await resultFolder(out), platform);
  try {
    line.say({ key: "signs", text: say(W.signs, lang) });
    const { compiled, installed } = await loadIndicators(lists, args, true);
    const inputs = [];
    for (const p of paths) inputs.push(await inputOf(p));
    const ours = await stop.within(
      check(inputs, {
        platform,
        compiled,
        writer,
        version: VERSION,
        context: { ...t.result.context, asOf: t.result.asOf },
        scope: t.result.scope,
        hash: t.result.evidence.some((e) => e.hashed === "read") ? "read" : "all",
        secret: secretOf(args, { before: () => line.end(), gaveUp: () => stop.abort() }),
        cancel: stop.signal,
        progress: (p) => {
          const now = doing(p, lang);
          if (now) line.say(now);
        },
        ...(left.size > 0 ? { asked: (id: string) => !left.has(id) } : {}),
        ...(workers === undefined ? {} : { workers }),
      }),
    );
    const json = resultText(ours);
    await writer.file("report.html", page(ours, json, lang));
    await writer.file("run.json", runText(args, { paths, indicators: lists, installed, spent: spent() }));
    if (stop.signal.aborted) throw new ContraluzError("cancelled", "cancelled");
    await writer.finish(json);
    const identical = Buffer.compare(Buffer.from(json), t.json) === 0;
    return differencesOf(t.result, ours, { edition: t.edition, identical });
  } catch (e) {
    await writer.discard();
    throw stop.signal.aborted ? new ContraluzError("cancelled", "cancelled") : e;
  } finally {
    line.end();
    stop.end();
  }
}

/** Exit code 0: it gave the same; 5: it did not. */
export async function reproduceCommand(args: Args): Promise<number> {
  const { lang } = args;
  const [first, ...rest] = args.paths;
  if (first === undefined || rest.length === 0) throw new UsageError(say(RP.need, lang, { line: lineOf(args) }));
  const paths = rest.map((p) => resolve(p));
  for (const p of paths) if (!existsSync(p)) throw new UsageError(say(W.noSuchPath, lang, { path: printable(p) }));
  const theirs = await theirsOf(resolve(first), args);
  const out = await outOf(args, `again-${basename(resolve(first))}`, paths);
  const r = await again(theirs, paths, out, args);
  const into = args.one("into");
  if (into !== undefined)
    await writeCase({ ...args, paths: [into] }, (vault) => {
      refuse(standing(latestConsent(vault.state), vault.machine.now().slice(0, 10), withdrawalOf(vault.state)));
      return vault.write({
        actor: actorOf(args),
        action: "reproduced",
        data: {
          check: theirs.check,
          by: args.one("reviewer") ?? actorOf(args),
          equal: r.equal,
          differences: differenceNotes(r),
        },
      });
    });
  if (args.flags.has("json")) await writeOut(`${JSON.stringify({ ...r, folder: out })}\n`);
  else {
    await writeOut(reproducedText(r, { lang, width: width() }).split("\n").map(printable).join("\n"));
    process.stderr.write(`\n${say(RP.kept, lang, { folder: printable(out) })}\n`);
    if (into !== undefined) process.stderr.write(`${say(RP.noted, lang)}\n`);
  }
  return r.equal ? EXIT.result : EXIT.fails;
}
