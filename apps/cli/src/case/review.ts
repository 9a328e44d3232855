/** `contraluz case review`, `case tag`, `case known`, `case recheck`: what people decide about what was found. @module */
import { type Earlier, earlierDecisions, madeOf } from "@contraluz/case/review/carry.ts";
import { refuseReview, reviewsOf } from "@contraluz/case/review/decisions.ts";
import { tagName, tagsOf } from "@contraluz/case/review/tags.ts";
import { earlierWords, REVIEW_REFUSAL, REVIEW_STATUS, reasonWords } from "@contraluz/case/review/words.ts";
import { recheckInCase } from "@contraluz/case/vault/index.ts";
import { say } from "@contraluz/core";
import { inOrder } from "@contraluz/report/order.ts";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { levelWords } from "@contraluz/report/words.ts";
import { type Args, UsageError } from "../args.ts";
import { indicatorPaths, loadIndicators } from "../commands/indicators.ts";
import { readContext } from "../context.ts";
import { EXIT } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { NAME } from "../name.ts";
import { writeOut } from "../pipes.ts";
import { stopwatch } from "../progress.ts";
import { runText } from "../run-json.ts";
import { printable, progressLine } from "../terminal.ts";
import { VERSION } from "../version.ts";
import { exitOf, page, printAnswer, width } from "../views.ts";
import { W } from "../words.ts";
import { CiteReader } from "./cites.ts";
import { actorOf, casePath, caseShown, checkNamed, lineOf, readCase, writeCase } from "./open.ts";
import { R } from "./review-words.ts";
import { C } from "./words.ts";

const DECISIONS = ["confirm", "dismiss", "ask"] as const;
type Decision = (typeof DECISIONS)[number];
const isDecision = (v: string | undefined): v is Decision => DECISIONS.some((d) => d === v);

async function showReviews(args: Args): Promise<number> {
  const { lang } = args;
  const vault = await readCase(args);
  const check = checkNamed(vault, args.one("check"), args);
  const reader = new CiteReader(vault, args);
  const result = await reader.result(check);
  const reviews = new Map(reviewsOf(check, result, vault.state.reviews).map((r) => [r.finding, r]));
  const of = madeOf(vault.state.checks, check);
  const earlier: ReadonlyMap<string, Earlier> =
    of === undefined
      ? new Map()
      : earlierDecisions({ check: of, result: await reader.result(of) }, { check, result }, vault.state.reviews);
  const list = inOrder(result.findings);
  if (args.flags.has("json")) {
    const again = [...earlier].map(([finding, e]) => ({ finding, ...e }));
    await writeOut(`${JSON.stringify({ check, reviews: [...reviews.values()], again }, null, 1)}\n`);
    return EXIT.result;
  }
  const lines = list.flatMap((f, i) => {
    const r = reviews.get(f.id)!;
    const by = r.by ? ` (${r.by.name}, ${r.by.role}, ${r.at?.slice(0, 10)}: ${reasonWords(r, lang)})` : "";
    const disputed = r.disputed ? ` · ${say(R.disputed, lang)}` : "";
    const old = earlier.get(f.id);
    const again = old ? wrap(printable(earlierWords(old, lang)), width(), "   ") : [];
    return [
      ...wrap(printable(`${i + 1}. ${levelWords(f, lang)}: ${f.text[lang].title} · ${f.subject}`), width()),
      ...wrap(printable(`${say(REVIEW_STATUS[r.status], lang)}${by}${disputed}`), width(), "   "),
      ...again,
    ];
  });
  const how = wrap(say(R.how, lang, { line: lineOf(args) }), width());
  await writeOut(`${(lines.length === 0 ? [say(R.noFindings, lang)] : [...lines, "", ...how]).join("\n")}\n`);
  return EXIT.result;
}

/** Shows the findings with what was decided; or, with a finding and a decision, writes one down. */
export async function reviewCommand(args: Args): Promise<number> {
  const { lang } = args;
  const [, name, decision, why] = args.paths;
  if (name === undefined) return showReviews(args);
  if (!isDecision(decision)) throw new UsageError(say(R.badDecision, lang, { found: printable(decision ?? "") }));
  await writeCase(args, async (vault) => {
    const reader = new CiteReader(vault, args);
    const about = await reader.finding(args.one("check"), name);
    const reviewer = { name: args.one("reviewer") ?? "", role: args.one("role") ?? "" };
    const data = { about, decision, why: why ?? "", reviewer };
    const no = refuseReview(data, (await reader.result(about.check)).findings);
    if (no) throw new UsageError(`${say(REVIEW_REFUSAL[no], lang)}\n${say(R.how, lang, { line: lineOf(args) })}`);
    await vault.write({ actor: actorOf(args), action: "review", data });
  });
  await writeOut(`${say(C.noted, lang)}\n`);
  return EXIT.result;
}

/** Puts a tag on records and findings, or takes it off; without places it lists the tags. */
export async function tagCommand(args: Args): Promise<number> {
  const { lang } = args;
  const [, typed, ...places] = args.paths;
  if (typed === undefined || places.length === 0) {
    const { names } = tagsOf((await readCase(args)).state.tags);
    const lines = names.map((t) => printable(`${t.tag}: ${t.n}`));
    await writeOut(`${lines.length === 0 ? say(R.noTags, lang) : lines.join("\n")}\n`);
    return EXIT.result;
  }
  const tag = tagName(typed);
  if (tag === undefined) throw new UsageError(say(R.badTag, lang));
  const n = await writeCase(args, async (vault) => {
    const reader = new CiteReader(vault, args);
    const about = [];
    for (const p of places) about.push(await reader.cite(p));
    await vault.write({ actor: actorOf(args), action: "tag", data: { about, tag, on: !args.flags.has("off") } });
    return tagsOf(vault.state.tags).names.find((t) => t.tag === tag)?.n ?? 0;
  });
  await writeOut(`${say(R.tagged, lang, { tag: printable(tag), n })}\n`);
  return EXIT.result;
}

/** What the person recognises: the next check does not ask for it again. */
export async function knownCommand(args: Args): Promise<number> {
  const values = args.paths.slice(1);
  if (values.length === 0) throw new UsageError(say(C.needRest, args.lang, { line: lineOf(args) }));
  await writeCase(args, (vault) => vault.write({ actor: actorOf(args), action: "known", data: { values } }));
  await writeOut(`${say(C.noted, args.lang)}\n`);
  return EXIT.result;
}

/** The newest check, or the one that is named, against other signs: no evidence is needed. */
export async function caseRecheckCommand(args: Args): Promise<number> {
  const { lang } = args;
  const context = readContext(args);
  const lists = indicatorPaths(args);
  const spent = stopwatch();
  const line = progressLine(process.stderr, args.flags.has("json"));
  const stop = interruption();
  try {
    const { of, name, result, carried } = await writeCase(args, async (vault) => {
      const of = checkNamed(vault, args.one("check"), args);
      line.say({ key: "signs", text: say(W.signs, lang) });
      const { compiled, installed } = await loadIndicators(lists, args, true);
      line.say({ key: "comparing", text: say(W.comparing, lang) });
      const made = await stop.within(
        recheckInCase(vault, of, {
          actor: actorOf(args),
          compiled,
          version: VERSION,
          asOf: context.asOf,
          cancel: stop.signal,
          pages: (r, json) => [
            { name: "report.html", text: page(r, json, lang) },
            { name: "run.json", text: runText(args, { paths: [], indicators: lists, installed, spent: spent() }) },
          ],
        }),
      );
      return { ...made, of };
    });
    line.end();
    if (args.flags.has("json"))
      await writeOut(
        `${JSON.stringify({ check: name, of, verdict: result.verdict.evidence, carried: carried.reviews.length, again: carried.again, gone: carried.gone })}\n`,
      );
    else {
      printAnswer(result, { lang, folder: casePath(args), indicators: lists });
      const p = { of, check: name, folder: caseShown(args), cmd: NAME };
      const decided = [
        ...(carried.reviews.length > 0 ? [say(R.carried, lang, { n: carried.reviews.length, of })] : []),
        ...(carried.again.length > 0 ? [say(R.lookAgain, lang, { ...p, n: carried.again.length })] : []),
        ...(carried.gone > 0 ? [say(R.gone, lang, { n: carried.gone })] : []),
      ];
      process.stderr.write(`\n${[say(R.rechecked, lang, p), ...decided].join("\n")}\n`);
    }
    return exitOf(args, result);
  } finally {
    line.end();
    stop.end();
  }
}
