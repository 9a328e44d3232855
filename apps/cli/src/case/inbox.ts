/** `contraluz case intake` and `case list`: what arrived becomes cases, and all cases in one table. @module */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import {
  type Arrival,
  ASIDE,
  byUrgency,
  caseRows,
  OUTCOME,
  TABLE,
  tableText,
  takeIn,
} from "@contraluz/case/inbox/index.ts";
import { WAITING } from "@contraluz/case/inbox/words.ts";
import { recipientsOf } from "@contraluz/case/vault/index.ts";
import { type Lang, say } from "@contraluz/core";
import { nodePlatform } from "@contraluz/platform-node";
import { ANSWER } from "@contraluz/report/answer/words.ts";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { type Args, UsageError } from "../args.ts";
import { indicatorPaths, loadIndicators } from "../commands/indicators.ts";
import { readWorkers } from "../context.ts";
import { EXIT } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { NAME, typed } from "../name.ts";
import { writeOut } from "../pipes.ts";
import { doing, stopwatch } from "../progress.ts";
import { runText } from "../run-json.ts";
import { printable, progressLine } from "../terminal.ts";
import { VERSION } from "../version.ts";
import { page, width } from "../views.ts";
import { W } from "../words.ts";
import { identitiesOf } from "./identity.ts";
import { I } from "./inbox-words.ts";
import { actorOf, lineOf, nodeMachine } from "./open.ts";
import { arrivalsOf, shelfOf } from "./parts.ts";

function arrivalText(a: Arrival, lang: Lang): string {
  const of = a.case === undefined ? "" : ` → ${a.case}`;
  const verdict = a.verdict ? ` · ${ANSWER[lang].short[a.verdict]}` : "";
  const missing = a.missing ? `\n  ${say(TABLE.missing, lang, { parts: a.missing.join(", ") })}` : "";
  const why = a.why ? `\n  ${say(ASIDE[a.why], lang)}${a.detail ? ` (${printable(a.detail)})` : ""}` : "";
  return printable(`${a.what}: ${say(OUTCOME[a.outcome], lang)}${of}${verdict}`) + missing + why;
}

/** The folder of all cases: `--cases`. */
function casesOf(args: Args, at: number): string {
  const named = args.one("cases") ?? args.paths[at];
  if (named === undefined) throw new UsageError(say(I.needCases, args.lang, { line: lineOf(args) }));
  return resolve(named);
}

export async function intakeCommand(args: Args): Promise<number> {
  const { lang } = args;
  const [from] = args.paths;
  if (from === undefined || !existsSync(from))
    throw new UsageError(say(W.noSuchPath, lang, { path: printable(resolve(from ?? "")) }));
  const cases = casesOf(args, 1);
  const shelf = shelfOf(cases);
  const join =
    args.one("lab") === undefined ? undefined : await (await import("../hunt/from-case.ts")).arrivalsJoin(args);
  const identities = await identitiesOf(args);
  const recipients = [...new Set([...(await recipientsOf(identities)), ...args.all("recipient")])];
  const workers = readWorkers(args);
  const lists = indicatorPaths(args);
  const { compiled, installed } = await loadIndicators(lists, args, true);
  const json = args.flags.has("json");
  const line = progressLine(process.stderr, json);
  const stop = interruption();
  const spent = stopwatch();
  const platform = nodePlatform({
    worker: new URL(import.meta.url.endsWith(".ts") ? "../main.ts" : import.meta.url, import.meta.url),
  });
  try {
    const arrived = await stop.within(
      takeIn(arrivalsOf(resolve(from)), shelf, {
        machine: nodeMachine(platform),
        identities,
        recipients,
        actor: actorOf(args),
        lang,
        compiled,
        version: VERSION,
        cancel: stop.signal,
        pages: (result, text) => [
          { name: "report.html", text: page(result, text, lang) },
          {
            name: "run.json",
            text: runText(args, { paths: [from], indicators: lists, installed, spent: spent() }),
          },
        ],
        progress: (p) => {
          const now = doing(p, lang);
          if (now) line.say(now);
        },
        done: (a) => {
          line.end();
          if (!json) process.stdout.write(`${arrivalText(a, lang)}\n`);
        },
        ...(workers === undefined ? {} : { workers }),
      }),
    );
    line.end();
    const lab = (await join?.(cases, arrived, stop.signal)) ?? [];
    if (json) await writeOut(`${JSON.stringify(arrived, null, 1)}\n`);
    else if (arrived.length === 0) await writeOut(`${say(I.empty, lang)}\n`);
    else {
      const n = (...o: readonly Arrival["outcome"][]): number => arrived.filter((a) => o.includes(a.outcome)).length;
      const sums = { taken: n("new", "joined"), known: n("known"), waiting: n("waiting"), aside: n("aside") };
      await writeOut(`\n${say(I.summary, lang, sums)}\n`);
    }
    for (const t of lab) process.stderr.write(`${t}\n`);
    return EXIT.result;
  } finally {
    line.end();
    stop.end();
  }
}

export async function listCommand(args: Args): Promise<number> {
  const { lang } = args;
  const path = casesOf(args, 0);
  if (!existsSync(path)) throw new UsageError(say(W.noSuchPath, lang, { path: printable(path) }));
  const rows = byUrgency(await caseRows(shelfOf(path), { identities: await identitiesOf(args) }, nodeMachine()));
  const waiting = (w: keyof typeof WAITING): string => say(WAITING[w], lang);
  // What the log of a case says is somebody's text, and so may be the name of its folder.
  const text = (name: "title" | "next" | "due", t: string | undefined): object =>
    t === undefined ? {} : { [name]: printable(t) };
  const shown = rows.map((r) => ({
    ...r,
    case: printable(r.case),
    ...text("title", r.title),
    ...text("next", r.next),
    ...text("due", r.due),
  }));
  if (args.flags.has("json")) await writeOut(`${JSON.stringify(rows, null, 1)}\n`);
  else {
    await writeOut(tableText(shown, { lang, width: width(), waiting }));
    const one = rows.find((r) => r.verdict !== undefined && r.trouble === undefined && r.consent === "standing");
    if (one) {
      const folder = typed(resolve(path, one.case)) ?? printable(one.case);
      await writeOut(`\n${wrap(say(I.person, lang, { cmd: NAME, folder }), width()).join("\n")}\n`);
    }
  }
  return EXIT.result;
}
