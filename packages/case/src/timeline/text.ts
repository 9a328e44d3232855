/** A window of the timeline as text for a terminal: day by day, each row with the name by which it can be tagged and cited. @module */
import type { AnyArtifact } from "@contraluz/artifacts";
import { isoUtc, type Lang, type Level, say } from "@contraluz/core";
import { plain } from "@contraluz/report";
import { fieldText } from "@contraluz/report/exports/record.ts";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { dayWords, momentWords } from "@contraluz/report/when.ts";
import { SAY } from "@contraluz/report/words.ts";
import { citeText } from "./cursor.ts";
import type { TimelineCount, TimelinePage, TimelineRow, TimelineTrouble } from "./types.ts";
import { T, UNDATED_WORDS } from "./words.ts";

export interface TimelineTextOptions {
  readonly lang: Lang;
  readonly width: number;
  readonly artifacts: readonly AnyArtifact[];
  /** What to type for what comes after, and before. */
  readonly next?: string;
  readonly previous?: string;
  /** Rows without a date that the same filters leave, and what to type for them. */
  readonly undated?: { readonly n: number; readonly command: string };
}

/** Letters of a value, and fields of a record, that a terminal shows. */
const VALUE = 120;
const FIELDS = 8;

/** Hour, minute and second, as far as the record knows them. */
function clockOf(row: TimelineRow): string {
  const precision = row.record?.at?.precision ?? row.extra?.at?.precision ?? "s";
  if (precision === "day" || precision === "month" || precision === "year") return "";
  const text = isoUtc(row.ns!, precision === "ns" || precision === "us" ? "ms" : precision).slice(11, -1);
  return precision === "min" ? text.slice(0, 5) : text;
}

function whatOf(row: TimelineRow, o: TimelineTextOptions): string {
  const { lang } = o;
  if (row.extra) return `${say(T.own, lang)} · ${row.kind} · ${plain(row.extra.text, lang, 400)}`;
  const a = o.artifacts.find((x) => x.id === row.artifact);
  const name = a ? say(a.words.name, lang) : row.artifact;
  if (!row.record) return `${name} · ${say(UNDATED_WORDS.damaged, lang)}`;
  const fields = Object.entries(row.record.fields)
    .filter(([, v]) => v !== null && v !== undefined && v !== "")
    .slice(0, FIELDS)
    .map(([k, v]) => `${plain(k, lang, 40)} ${plain(fieldText(v), lang, VALUE)}`);
  return [name, plain(row.kind, lang, 40), ...fields].join(" · ");
}

/** The second line: its name, who cites it, its tags, what its own clock said. */
function marksOf(row: TimelineRow, o: TimelineTextOptions): string {
  const { lang } = o;
  const levels = [...new Set(row.findings.map((f): Level => f.level))].map((l) => SAY[lang].level[l]);
  const parts = [row.extra ? plain(row.extra.id, lang, 80) : citeText(row), ...levels];
  parts.push(...row.tags.map((t) => `#${plain(t, lang, 60)}`));
  if (row.record?.state) parts.push(row.record.state);
  if (row.corrected)
    parts.push(say(T.clock, lang, { seen: momentWords(row.record?.at, lang), why: plain(row.corrected.why, lang) }));
  if (row.undated)
    parts.push(`${momentWords(row.record?.at ?? row.extra?.at, lang)}: ${say(UNDATED_WORDS[row.undated], lang)}`);
  return parts.join(" · ");
}

export function countText(c: TimelineCount, lang: Lang): string {
  return say(c.exact ? T.rows : T.atLeast, lang, { n: c.n });
}

/** The rows of a page; `count`: of all that the filters leave. */
export function timelineText(
  page: TimelinePage,
  count: TimelineCount,
  trouble: readonly TimelineTrouble[],
  o: TimelineTextOptions,
): string {
  const { lang } = o;
  const width = Math.min(120, o.width);
  const dated = page.rows.every((r) => r.ns !== undefined);
  const out = [`${say(dated ? T.title : T.undatedTitle, lang)} · ${countText(count, lang)}`];
  for (const t of trouble)
    out.push(...wrap(say(T.trouble, lang, { check: t.check, artifact: t.artifact ?? "", found: t.found }), width));
  if (o.previous !== undefined) out.push(say(T.before, lang, { cmd: o.previous }));
  if (page.rows.length === 0) out.push("", say(T.none, lang));
  let day = "";
  for (const row of page.rows) {
    const now = row.ns === undefined ? "" : dayWords(row.ns, lang);
    if (now !== day || (row.ns === undefined && row === page.rows[0])) {
      out.push("");
      if (now !== "") out.push(now);
      day = now;
    }
    const clock = row.ns === undefined ? "" : clockOf(row).padEnd(12);
    out.push(...wrap(whatOf(row, o), width, `  ${clock} `), ...wrap(marksOf(row, o), width, "      "));
  }
  const last: string[] = [];
  if (o.next !== undefined) last.push(say(T.more, lang, { cmd: o.next }));
  if (o.undated && o.undated.n > 0) last.push(say(T.undatedToo, lang, { n: o.undated.n, cmd: o.undated.command }));
  if (last.length > 0) out.push("", ...last);
  return `${out.join("\n")}\n`;
}
