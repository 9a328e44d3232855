/** A record in one line, and its values as texts. @module */
import type { ArtifactRecord, Lang, Moment } from "@contraluz/core";
import { momentWords } from "@contraluz/report/when.ts";
import type { FieldInfo } from "./ask.ts";
import type { BenchWords } from "./words.ts";

/** Letters and parts of one line. */
const LETTERS = 400;
const PARTS = 6;
const LIST = 3;
const DEEP = 6;

export function isMoment(v: unknown): v is Moment {
  return typeof v === "object" && v !== null && "seen" in v && "precision" in v;
}

/** A value as text: lists and objects as JSON, cut where they are deep or long. */
export function valueText(v: unknown, lang: Lang, w: BenchWords, depth = 0): string {
  if (typeof v === "string") return v;
  if (typeof v === "boolean") return v ? w.yes : w.no;
  if (v === null || v === undefined) return "";
  if (typeof v !== "object") return String(v);
  if (isMoment(v)) return momentWords(v, lang);
  if (depth >= DEEP) return "…";
  if (Array.isArray(v)) {
    const some = v.slice(0, LIST).map((x) => valueText(x, lang, w, depth + 1));
    return v.length > LIST ? `${some.join(", ")} ${w.more(v.length - LIST)}` : some.join(", ");
  }
  return Object.entries(v)
    .slice(0, PARTS)
    .map(([k, x]) => `${k}: ${valueText(x, lang, w, depth + 1)}`)
    .join(", ");
}

/** What a record says: texts as they are, numbers with their name, the name alone of what is so. */
export function brief(r: ArtifactRecord, fields: readonly FieldInfo[], lang: Lang, w: BenchWords): string {
  const label = new Map(fields.map((f) => [f.name, f.label[lang]]));
  const parts: string[] = [];
  for (const [name, v] of Object.entries(r.fields)) {
    if (parts.length >= PARTS) break;
    if (v === "" || v === undefined || v === null || v === false || isMoment(v)) continue;
    if (Array.isArray(v) && v.length === 0) continue;
    const text = v === true ? "" : valueText(v, lang, w);
    const named = typeof v === "string" || Array.isArray(v) ? text : `${label.get(name) ?? name} ${text}`.trim();
    parts.push(named);
  }
  return parts.join(" · ").slice(0, LETTERS) || r.kind;
}

/** Texts and numbers of a record, however deep: what can be looked for among bytes. */
export function textsOf(r: ArtifactRecord): string[] {
  const out = new Set<string>();
  const walk = (v: unknown, depth: number): void => {
    if (typeof v === "string" && v.length > 1) out.add(v);
    else if (isMoment(v) && v.seen.length > 3) out.add(v.seen);
    else if (typeof v === "object" && v !== null && depth < DEEP && out.size < 200)
      for (const x of Object.values(v)) walk(x, depth + 1);
  };
  walk(r.fields, 0);
  for (const o of r.observables) out.add(o.value);
  return [...out];
}

/** A name of ours as a saved result states it: whoever made it by hand gets no other letters onto the page. */
export function ownName(name: string): string {
  return name.slice(0, 60).replace(/[^A-Za-z0-9 _./-]/g, "?");
}
