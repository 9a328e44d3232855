/** One finding down to its bytes, in words: what a second person needs to look it up with other tools. @module */
import { ContraluzError, type Finding, type Lang, type Result } from "@contraluz/core";
import { plainSentence } from "./foreign.ts";
import { PAGE } from "./html/words.ts";
import { chainOf, rowCommand } from "./origin/origin.ts";
import { ORIGIN } from "./origin/words.ts";
import { plain, SEEN_LETTERS } from "./safe.ts";
import { wrap } from "./text/wrap.ts";
import { levelWords, SAY } from "./words.ts";

const BROAD = 100;
/** Letters of a path: long, since it is there to be compared. */
const PATH = 1024;

/** The finding with this id, or the only one whose id starts so (4 letters or more). */
function find(result: Result, id: string): Finding | undefined {
  const exact = result.findings.find((f) => f.id === id);
  if (exact || id.length < 4) return exact;
  const some = result.findings.filter((f) => f.id.startsWith(id));
  return some.length === 1 ? some[0] : undefined;
}

/**
 * The text of a finding and the origin chain of each of its records (the first 100), for a terminal of `width` columns.
 * Throws a ContraluzError ("usage") if there is no such finding.
 * @example
 * process.stdout.write(explain(result, "3f0c2a9b7d51e604", "es"));
 */
export function explain(result: Result, findingId: string, lang: Lang, width: number = BROAD): string {
  const w = SAY[lang];
  const f = find(result, findingId);
  if (!f) throw new ContraluzError("usage", `${w.noSuchFinding} (${plain(findingId, lang, 40)})`);
  const t = f.text[lang];
  const out: string[] = [];
  const say = (text: string, first = ""): void => {
    out.push(...wrap(text, Math.min(BROAD, Math.max(40, width)), first));
  };
  say(`${levelWords(f, lang)}: ${plainSentence(t.title, f, lang, SEEN_LETTERS)}`);
  say(`${PAGE[lang].findingNo}: ${f.id}`);
  out.push("");
  say(plainSentence(t.why, f, lang, SEEN_LETTERS));
  if (f.window === "custody") say(w.custody);
  say(`${w.otherwise}: ${plainSentence(t.otherwise, f, lang, SEEN_LETTERS)}`);
  say(`${w.next}: ${plainSentence(t.next, f, lang, SEEN_LETTERS)}`);
  out.push("");
  say(`${w.subject}: ${plain(f.subject, lang)} · ${w.times(f.count)}`);
  if (f.indicator) {
    const set = result.indicators[f.indicator.set];
    say(`${PAGE[lang].sign}: ${plain(f.indicator.value, lang)} (${f.indicator.type})`);
    if (set) say(`${PAGE[lang].signSet}: ${plain(set.name, lang)} ${set.date} · SHA-256 ${set.sha256}`);
  } else if (f.rule !== null) say(`${PAGE[lang].rule}: ${f.rule}`);
  f.records.forEach((r, i) => {
    out.push("");
    say(`${i + 1}/${f.count}`);
    for (const link of chainOf(r, result, lang)) {
      say(`${link.label}: ${plain(link.text, lang, PATH)}`, "  ");
      if (link.more !== undefined) say(link.more, "    ");
    }
    const command = rowCommand(r.origin.at);
    if (command !== undefined) out.push(`  ${ORIGIN[lang].seeRow}`, `  ${command}`);
  });
  if (f.count > f.records.length) {
    out.push("");
    say(PAGE[lang].restInResult(f.count - f.records.length));
  }
  return `${out.join("\n")}\n`;
}
