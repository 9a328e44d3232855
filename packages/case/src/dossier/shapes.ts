/** Whether data of a log has the form that its action says: the log may be somebody else's, and then anything can stand there. @module */
import type { Action } from "../log/actions.ts";

type Plain = { readonly [k: string]: unknown };

const isPlain = (v: unknown): v is Plain => typeof v === "object" && v !== null && !Array.isArray(v);
const texts = (v: unknown, ...names: readonly string[]): boolean =>
  isPlain(v) && names.every((n) => typeof v[n] === "string");
const list = (v: unknown, each: (x: unknown) => boolean): boolean => Array.isArray(v) && v.every(each);

const isCite = (v: unknown): boolean =>
  texts(v, "check", "finding") || (texts(v, "check", "artifact") && Number.isSafeInteger((v as Plain).ordinal));

const SHAPES: { readonly [A in Action]?: (v: Plain) => boolean } = {
  story: (v) =>
    texts(v, "id", "title") &&
    (v.lang === "es" || v.lang === "en") &&
    list(v.sentences, (s) => texts(s, "text") && list((s as Plain).cites, isCite)),
  review: (v) =>
    texts(v.about, "check", "finding") &&
    (v.decision === "confirm" || v.decision === "dismiss" || v.decision === "ask") &&
    texts(v, "why") &&
    texts(v.reviewer, "name", "role"),
  note: (v) => v.about === undefined || isCite(v.about),
  tag: (v) => list(v.about, isCite),
  incident: ({ incident: i }) =>
    isPlain(i) &&
    texts(i, "who", "what") &&
    texts(i.at, "seen") &&
    texts(i.place, "name") &&
    texts(i.source, "label") &&
    isPlain(i.consent) &&
    typeof i.consent.publish === "boolean" &&
    list(i.evidence, (e) => texts(e, "sha256") || isCite(e)),
};

/** The data of an entry from its text; undefined if it has not the form of its action. */
export function dataOf(action: Action, text: string): unknown {
  try {
    const v: unknown = JSON.parse(text);
    return isPlain(v) && (SHAPES[action]?.(v) ?? true) ? v : undefined;
  } catch {
    return undefined;
  }
}
