/** The comparison of two results as text for a terminal. @module */
import type { AnyArtifact } from "@contraluz/artifacts";
import { type Lang, say } from "@contraluz/core";
import { inOrder, plain } from "@contraluz/report";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { isoWords, momentWords } from "@contraluz/report/when.ts";
import { levelWords } from "@contraluz/report/words.ts";
import { encodeStructure } from "@contraluz/store";
import { isMoment } from "@contraluz/store/encode.ts";
import type { ArtifactDifference, Comparison, FindingsDifference, KindDifference, Shown, Side } from "./types.ts";
import { C, CAVEAT, NOT_COMPARED, REASON, WARNING } from "./words.ts";

export interface CompareTextOptions {
  readonly lang: Lang;
  readonly width: number;
  readonly artifacts: readonly AnyArtifact[];
  /** What to type for all of it. */
  readonly command?: string;
}

type How = Pick<CompareTextOptions, "lang" | "width">;

/** Records of a place, and fields of a record, that a terminal shows. */
const FEW = 5;
const FIELDS = 4;
const VALUE = 60;

const lines = (text: string, o: How, first = ""): string[] => wrap(text, Math.min(100, o.width), first);
const shown = (text: string, o: How): string => plain(text, o.lang);

function sideLine(label: string, s: Side, o: How): string[] {
  const taken = s.taken === "" ? say(C.noDate, o.lang) : isoWords(s.taken.slice(0, 10), o.lang);
  const parts = [taken, s.device, s.system, s.name].filter((p) => p !== "");
  return lines(parts.map((p) => shown(p, o)).join(" · "), o, `  ${label}: `);
}

/** What came and went of the findings; also for a re-check. */
export function findingsText(d: FindingsDifference, o: How): string[] {
  const { lang } = o;
  const out: string[] = [];
  for (const side of ["came", "went"] as const) {
    if (d[side].length === 0) continue;
    out.push(`  ${say(side === "came" ? C.cameHead : C.wentHead, lang)}:`);
    const reasons = new Map(d[side].map((x) => [x.finding, x.reason]));
    for (const [finding, reason] of inOrder([...reasons.keys()]).map((f) => [f, reasons.get(f)!] as const)) {
      const title = shown(finding.text[lang].title, o);
      const why = say(REASON[side][reason], lang);
      out.push(...lines(`${levelWords(finding, lang)}: ${title} (${shown(finding.subject, o)}; ${why})`, o, "    - "));
    }
  }
  for (const c of d.changed) {
    if (c.before.level !== c.after.level) {
      const [before, after] = [c.before, c.after].map(({ level }) => levelWords({ level, rule: c.rule }, lang));
      const title = `${shown(c.text[lang].title, o)} (${shown(c.subject, o)})`;
      out.push(...lines(say(C.changedLevel, lang, { title, before: before!, after: after! }), o, "    - "));
    }
    if (c.before.count !== c.after.count) {
      const words = { subject: shown(c.subject, o), before: c.before.count, after: c.after.count };
      out.push(...lines(say(C.changedCount, lang, words), o, "    - "));
    }
  }
  const same = d.came.length + d.went.length + d.changed.length === 0 ? C.noneDiffer : C.stayed;
  if (same === C.noneDiffer || d.stayed > 0) out.push(`  ${say(same, lang, { n: d.stayed })}`);
  return out;
}

function fieldsText(k: KindDifference, o: How): string {
  const all = Object.keys(k.changed.fields).map((f) =>
    f === "at" ? say(C.time, o.lang) : f === "?" ? say(C.others, o.lang) : f,
  );
  return `${all.slice(0, FIELDS).join(", ")}${all.length > FIELDS ? "…" : ""}`;
}

function kindText(k: KindDifference, o: How): string {
  const { lang } = o;
  const out = [say(C.counts, lang, k)];
  if (k.came.total > 0) out.push(say(C.came, lang, { n: k.came.total }));
  if (k.went.total > 0) {
    const old = k.went.expired > 0 ? ` (${say(C.expired, lang, { n: k.went.expired })})` : "";
    out.push(say(C.went, lang, { n: k.went.total }) + old);
  }
  if (k.changed.total > 0) out.push(say(C.changed, lang, { n: k.changed.total, fields: fieldsText(k, o) }));
  return out.join(" · ");
}

const differs = (k: KindDifference): boolean => k.came.total + k.went.total + k.changed.total > 0;
const inside = (d: ArtifactDifference): boolean => d.kinds.some((k) => k.went.inside + k.came.inside > 0);

/** One record in a line: when, and the fields that come first. */
function recordLine(r: Shown, o: How): string[] {
  const values = Object.entries(r.fields)
    .filter(([, v]) => v !== null && v !== undefined)
    .slice(0, FIELDS)
    .map(([name, v]) => {
      const text = typeof v === "string" ? v : isMoment(v) ? momentWords(v, o.lang) : encodeStructure(v);
      return `${name} ${plain(text, o.lang, VALUE)}`;
    });
  return lines([momentWords(r.at, o.lang), ...values].join(" · "), o, "      ");
}

/** What went from the middle of a history, or came into it. */
function rewrittenText(d: ArtifactDifference, name: string, o: How): string[] {
  const { lang } = o;
  const out: string[] = [];
  for (const k of d.kinds) {
    const said: string[] = [];
    if (k.went.inside > 0) said.push(say(C.wentInside, lang, { n: k.went.inside }));
    if (k.went.inside > 0 && k.went.remains > 0) said.push(say(C.remains, lang, { n: k.went.remains }));
    if (k.came.inside > 0) said.push(say(C.cameInside, lang, { n: k.came.inside }));
    if (said.length > 0) out.push(...lines(`${name} (${k.kind}): ${said.join("; ")}`, o, "  - "));
  }
  const list = (head: keyof Pick<typeof C, "firstGone" | "firstCame">, all: readonly Shown[], n: number): void => {
    const some = all.slice(0, Math.min(FEW, n));
    if (some.length > 0) out.push(`    ${say(C[head], lang)}:`, ...some.flatMap((r) => recordLine(r, o)));
  };
  list(
    "firstGone",
    d.went,
    d.kinds.reduce((n, k) => n + k.went.inside, 0),
  );
  list(
    "firstCame",
    d.came,
    d.kinds.reduce((n, k) => n + k.came.inside, 0),
  );
  return out;
}

function placeText(d: ArtifactDifference, name: string, o: How): string[] {
  const { lang } = o;
  if (d.notCompared) return lines(`${name}: ${say(NOT_COMPARED[d.notCompared], lang)}`, o, "  - ");
  const kinds = d.kinds.filter(differs);
  const label = (k: KindDifference): string => (d.kinds.length > 1 ? `${name} (${k.kind})` : name);
  const out = kinds.flatMap((k) => lines(`${label(k)}: ${kindText(k, o)}`, o, "  - "));
  for (const c of out.length > 0 ? d.caveats : []) out.push(...lines(say(CAVEAT[c], lang), o, "    "));
  return out;
}

/** All of it, shortened: the structure itself holds the rest. */
export function compareText(c: Comparison, o: CompareTextOptions): string {
  const { lang } = o;
  const nameOf = (id: string): string => {
    const a = o.artifacts.find((x) => x.id === id);
    return a ? say(a.words.name, lang) : id;
  };
  const out = [
    say(C.title, lang),
    ...sideLine(say(C.before, lang), c.before, o),
    ...sideLine(say(C.after, lang), c.after, o),
  ];
  const section = (title: string, body: readonly string[]): void => {
    if (body.length > 0) out.push("", title, ...body);
  };
  const warned = c.warnings.flatMap((w) =>
    lines(say(WARNING[w.code], lang, { before: shown(w.before ?? "", o), after: shown(w.after ?? "", o) }), o, "  - "),
  );
  section(say(C.note, lang), warned);
  section(say(C.findings, lang), findingsText(c.findings, o));
  const rewritten = c.artifacts.filter(inside).flatMap((d) => rewrittenText(d, nameOf(d.artifact), o));
  if (rewritten.length > 0)
    section(say(C.rewritten, lang), [...lines(say(C.rewrittenMeans, lang), o, "  "), ...rewritten]);
  const equal = c.artifacts.filter((d) => !d.notCompared && !d.kinds.some(differs));
  // What neither of the two could read says nothing of a difference.
  const dark = (d: ArtifactDifference): boolean =>
    d.notCompared !== undefined && d.notCompared !== "damaged" && d.state.before === d.state.after;
  const told = c.artifacts.filter((d) => !equal.includes(d) && !dark(d));
  section(say(C.places, lang), [
    ...told.flatMap((d) => placeText(d, nameOf(d.artifact), o)),
    ...(equal.length > 0 ? [`  ${say(C.equal, lang, { n: equal.length })}`] : []),
  ]);
  if (o.command !== undefined) out.push("", say(C.whole, lang, { cmd: o.command }));
  return `${out.join("\n")}\n`;
}
