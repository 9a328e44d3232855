/** `contraluz case add` and `case check`: evidence comes in, and is looked at. @module */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { mayKeep, standing } from "@contraluz/case/consent/gate.ts";
import {
  checkInCase,
  copyEvidence,
  hashEvidence,
  latestConsent,
  openCopy,
  refuse,
  withdrawalOf,
} from "@contraluz/case/vault/index.ts";
import { type Input, say } from "@contraluz/core";
import { inputOf, nodePlatform } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { indicatorPaths, loadIndicators } from "../commands/indicators.ts";
import { readAsked, readContext, readWorkers } from "../context.ts";
import { EXIT } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { NAME } from "../name.ts";
import { writeOut } from "../pipes.ts";
import { doing, stopwatch } from "../progress.ts";
import { runText } from "../run-json.ts";
import { secretOf } from "../secret.ts";
import { printable, progressLine } from "../terminal.ts";
import { VERSION } from "../version.ts";
import { exitOf, page, printAnswer } from "../views.ts";
import { W } from "../words.ts";
import { actorOf, casePath, caseShown, lineOf, nodeMachine, writeCase } from "./open.ts";
import { C } from "./words.ts";

function pathsOf(args: Args): readonly string[] {
  return args.paths.slice(1).map((p) => {
    const path = resolve(p);
    if (!existsSync(path)) throw new UsageError(say(W.noSuchPath, args.lang, { path: printable(path) }));
    return path;
  });
}

/** Copies evidence into the case, or notes its hash (`--by-hash`). */
export async function addCommand(args: Args): Promise<number> {
  const { lang } = args;
  const paths = pathsOf(args);
  if (paths.length === 0) throw new UsageError(say(C.needRest, lang, { line: lineOf(args) }));
  const byHash = args.flags.has("by-hash");
  const line = progressLine(process.stderr, args.flags.has("json"));
  const stop = interruption();
  const out: string[] = [];
  try {
    await writeCase(args, async (vault) => {
      const day = vault.machine.now().slice(0, 10);
      const withdrawn = withdrawalOf(vault.state);
      // A hash may be noted before anything is allowed, and no more after it was taken back.
      if (!byHash) refuse(mayKeep(latestConsent(vault.state), "copies", day, withdrawn));
      else if (withdrawn) refuse(standing(latestConsent(vault.state), day, withdrawn));
      for (const path of paths) {
        const o = {
          report: () => {},
          cancel: stop.signal,
          progress: (bytes: number) =>
            line.say({ key: "copying", text: say(C.copying, lang, { mb: Math.round(bytes / 1e6) }) }),
        };
        const input = await inputOf(path);
        const taken = byHash ? await hashEvidence(input, vault.machine, o) : await copyEvidence(vault, input, o);
        const from = args.one("from");
        await vault.write({
          actor: actorOf(args),
          action: "intake",
          data: { evidence: [taken], how: byHash ? "hash" : "copy", ...(from === undefined ? {} : { from }) },
          input: [taken.id],
        });
        out.push(
          say(byHash ? C.hashed : C.copied, lang, { name: printable(taken.name), files: taken.files, id: taken.id }),
        );
      }
    });
  } finally {
    line.end();
    stop.end();
  }
  await writeOut(`${out.join("\n")}\n`);
  return EXIT.result;
}

/** Checks what the case holds, or evidence that lies elsewhere. */
export async function caseCheckCommand(args: Args): Promise<number> {
  const { lang } = args;
  const paths = pathsOf(args);
  const context = readContext(args);
  const asked = readAsked(args);
  const workers = readWorkers(args);
  const lists = indicatorPaths(args);
  const spent = stopwatch();
  const line = progressLine(process.stderr, args.flags.has("json"));
  const stop = interruption();
  const platform = nodePlatform({
    worker: new URL(import.meta.url.endsWith(".ts") ? "../main.ts" : import.meta.url, import.meta.url),
  });
  try {
    const { result, name, strange, told } = await writeCase(
      args,
      async (vault) => {
        const lab =
          args.one("lab") === undefined
            ? undefined
            : await (await import("../hunt/from-case.ts")).joinsLab(vault, args);
        const kept = vault.state.evidence.filter((e) => e.folder !== undefined && !e.removed);
        const inputs: Input[] = [];
        for (const p of paths) inputs.push(await inputOf(p));
        if (paths.length === 0) for (const e of kept) inputs.push(await openCopy(vault, e));
        if (inputs.length === 0)
          throw new UsageError(say(C.nothingToCheck, lang, { folder: caseShown(args), cmd: NAME }));
        line.say({ key: "signs", text: say(W.signs, lang) });
        const { compiled, installed } = await loadIndicators(lists, args, true);
        const secret = secretOf(args, { before: () => line.end(), gaveUp: () => stop.abort() });
        const made = await stop.within(
          checkInCase(vault, inputs, {
            actor: actorOf(args),
            compiled,
            version: VERSION,
            ...(paths.length === 0 ? { taken: kept.map((e) => e.id) } : {}),
            hash: paths.length === 0 && kept.some((e) => e.partial) ? "read" : "all",
            asOf: context.asOf,
            secret,
            cancel: stop.signal,
            progress: (p) => {
              const now = doing(p, lang);
              if (now) line.say(now);
            },
            pages: (r, json) => [
              { name: "report.html", text: page(r, json, lang) },
              {
                name: "run.json",
                text: runText(args, {
                  indicators: lists,
                  installed,
                  paths,
                  spent: spent(),
                  unlock: undefined,
                }),
              },
            ],
            ...(asked ? { asked } : {}),
            ...(workers === undefined ? {} : { workers }),
          }),
        );
        // Of a narrow consent less is hashed than was noted: only whole evidence can be compared.
        const noted = new Set(vault.state.evidence.map((e) => e.id));
        const whole = made.result.scope.artifacts === "all";
        const strange = whole && made.result.evidence.some((e) => e.hashed === "all" && !noted.has(e.id));
        return { ...made, strange, told: lab ? await lab.take(casePath(args), stop.signal) : [] };
      },
      nodeMachine(platform),
    );
    line.end();
    if (args.flags.has("json"))
      await writeOut(`${JSON.stringify({ check: name, verdict: result.verdict.evidence })}\n`);
    else {
      printAnswer(result, { lang, folder: casePath(args), indicators: lists });
      if (strange && paths.length > 0) process.stderr.write(`\n${say(C.notTheSame, lang)}\n`);
      process.stderr.write(`\n${say(C.checked, lang, { check: name, folder: caseShown(args), cmd: NAME })}\n`);
    }
    for (const t of told) process.stderr.write(`${t}\n`);
    return exitOf(args, result);
  } finally {
    line.end();
    stop.end();
  }
}
