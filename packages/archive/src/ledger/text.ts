/** The ledger as text for a terminal. @module */
import { type Lang, say } from "@contraluz/core";
import { plain } from "@contraluz/report/safe.ts";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { citeWords, dateWords, either, glossOf, saidIn, sourceWords, spanWords, whatDone, whenDone } from "./say.ts";
import type { Weighed } from "./state.ts";
import type { Source } from "./types.ts";
import { type LedgerView, markOf } from "./view.ts";
import {
  BECAUSE_WORDS,
  KIND_WORDS,
  L,
  lineFaultWords,
  RELATION_WORDS,
  REPLY_WORDS,
  refusalWords,
  STATE_WORDS,
  STATUS_WORDS,
  uncheckedWords,
} from "./words.ts";

const LETTERS = 2000;

/** What did not pass and what could not be checked: what `ledger check` prints. */
export function checkLines(v: LedgerView, lang: Lang): readonly string[] {
  return [
    ...v.faults.map((f) => lineFaultWords(f, lang)),
    ...v.refusals.map((r) => refusalWords(r, lang)),
    ...v.unchecked.map((u) => uncheckedWords(u, lang)),
  ];
}

export function ledgerText(v: LedgerView, o: { readonly lang: Lang; readonly width: number }): string {
  const { lang } = o;
  const width = Math.max(40, Math.min(100, o.width));
  const out: string[] = [`${say(L.title, lang)} · ${say(L.asOf, lang, { day: dateWords(v.at, lang) })}`];
  const line = (text: string, indent: string): void => {
    out.push(...wrap(plain(text, lang, LETTERS).replaceAll("\n", " "), width, indent));
  };
  const source = (s: Source, indent: string): void => {
    const mark = markOf(s, v.checked);
    const words = mark === "stands" ? L.checked : mark === "paraphrase" ? L.paraphrase : L.notChecked;
    line(`${s.quote === undefined ? (s.paraphrase ?? "") : `«${s.quote}»`}`, indent);
    line(`${sourceWords(s, lang)}${s.url === undefined ? "" : ` · ${s.url}`} · ${say(words, lang)}`, `${indent}  `);
  };
  const act = ({ act: a, link: l, origins, because }: Weighed): void => {
    out.push("");
    line(`${say(RELATION_WORDS[l.relation], lang)}: ${whatDone(a, lang)}`, "  ");
    line(
      [
        a.actor,
        whenDone(a, lang),
        a.place ?? "",
        say(STATUS_WORDS[a.status], lang),
        say(L.origins, lang, { n: origins }),
      ]
        .filter((t) => t !== "")
        .join(" · "),
      "    ",
    );
    for (const s of a.source) source(s, "    ");
    for (const c of a.cites) line(citeWords(c, lang), "    ");
    line(`${say(L.why, lang)}: ${either(l.why_es, l.why_en, lang)}`, "    ");
    if (l.reviewer) line(say(L.reviewed, lang, { name: l.reviewer.name, day: dateWords(l.on, lang) }), "    ");
    const r = l.reply_of_the_party;
    if (r)
      line(
        `${say(REPLY_WORDS[r.state], lang)}${(r.text_es ?? r.text_en) ? `: ${either(r.text_es, r.text_en, lang)}` : ""}`,
        "    ",
      );
    if (because.length > 0)
      line(say(L.settles, lang, { why: because.map((b) => say(BECAUSE_WORDS[b], lang)).join("; ") }), "    ");
  };
  for (const d of v.states) {
    const c = d.claim;
    out.push("");
    line(`${say(STATE_WORDS[d.state], lang).toUpperCase()} · ${c.id} · ${say(KIND_WORDS[c.kind], lang)}`, "");
    line(c.quote === undefined ? saidIn(c, lang) : `«${c.quote}»`, "  ");
    if (c.quote !== undefined && glossOf(c, lang) !== "") line(glossOf(c, lang), "  ");
    line(`${c.speaker.name}, ${dateWords(c.said_on, lang)}`, "  ");
    line(
      `${say(c.term === "by" ? L.by : L.holds, lang)}: ${c.term === "by" ? dateWords(c.holds_until ?? "", lang) : spanWords(c.holds_from, c.holds_until, lang)}`,
      "  ",
    );
    for (const s of c.source) source(s, "  ");
    for (const w of d.weighed) act(w);
    if (d.weighed.length === 0) line(say(L.noActs, lang), "  ");
  }
  if (v.states.length === 0) out.push("", say(L.none, lang));
  if (v.alone.length > 0) {
    out.push("", say(L.others, lang));
    for (const a of v.alone) line(`${a.id} · ${whatDone(a, lang)} · ${a.actor} · ${whenDone(a, lang)}`, "  ");
  }
  const wrong = checkLines(v, lang);
  if (wrong.length > 0)
    out.push("", say(L.faults, lang), ...wrong.flatMap((w) => wrap(plain(w, lang, LETTERS), width, "  ")));
  return `${out.join("\n")}\n`;
}
