/** What a case needs next, where nobody said it. @module */
import { count, type Lang, plural, say, type Words } from "@contraluz/core";
import type { CaseRow } from "./table.ts";
import { NEXT, TABLE } from "./words.ts";

export const STEP: {
  readonly consent: Words;
  readonly evidence: Words;
  readonly gaps: Words<{ n: number }>;
  readonly days: Words<{ n: number }>;
  readonly quiet: Words<{ n: number }>;
  readonly waits: Words<{ who: string }>;
  readonly next: Words;
} = {
  consent: { es: "Pedir el consentimiento", en: "Ask for the consent" },
  evidence: { es: "Agregar la evidencia y revisarla", en: "Add the evidence and check it" },
  gaps: {
    es: (p) => (p.n === 0 ? "sin huecos" : `${count(p.n)} ${plural(p.n, "hueco", "huecos")}`),
    en: (p) => (p.n === 0 ? "no gaps" : `${count(p.n)} ${plural(p.n, "gap", "gaps")}`),
  },
  days: {
    es: (p) => (p.n === 0 ? "de hoy" : `${count(p.n)} ${plural(p.n, "día", "días")}`),
    en: (p) => (p.n === 0 ? "of today" : `${count(p.n)} ${plural(p.n, "day", "days")}`),
  },
  quiet: {
    es: (p) => `${count(p.n)} ${plural(p.n, "día", "días")} sin cambios`,
    en: (p) => `${count(p.n)} ${plural(p.n, "day", "days")} without change`,
  },
  waits: { es: (p) => `espera: ${p.who}`, en: (p) => `waits for: ${p.who}` },
  next: { es: "Sigue", en: "Next" },
};

/** The step that follows from what is there; what somebody wrote down comes first. */
export function nextOf(r: CaseRow, lang: Lang): string {
  if (r.trouble) return say(TABLE[r.trouble], lang);
  if (r.consent === "withdrawn") return say(TABLE.withdrawn, lang);
  if (r.term?.state === "over") return say(TABLE.over, lang);
  const soon = r.term?.state === "ending" ? `${say(TABLE.ended, lang, { n: r.term.days ?? 0 })}. ` : "";
  const due = r.due === undefined ? "" : ` (${r.due})`;
  const step = (): string => {
    if (r.consent === "none") return say(STEP.consent, lang);
    if (r.verdict === undefined) return say(STEP.evidence, lang);
    return say(NEXT[r.verdict === "none-found" && (r.gaps ?? 0) > 0 ? "gaps" : r.verdict], lang);
  };
  return `${soon}${r.next ?? step()}${due}`;
}

const WEIGHT = ["match", "targeted", "lead", "unchecked", undefined, "none-found"];

/** What must be deleted or repaired first, then what waits for us, the heaviest first; what waits for nobody last. */
export function byUrgency(rows: readonly CaseRow[]): readonly CaseRow[] {
  const rank = (r: CaseRow): number => {
    if (r.trouble || r.consent === "withdrawn" || r.term?.state === "over") return 0;
    if (r.waiting === undefined || r.waiting === "us") return 1;
    return r.waiting === "none" ? 3 : 2;
  };
  return rows
    .map((r, i) => ({ r, i }))
    .sort((a, b) => rank(a.r) - rank(b.r) || WEIGHT.indexOf(a.r.verdict) - WEIGHT.indexOf(b.r.verdict) || a.i - b.i)
    .map((x) => x.r);
}
