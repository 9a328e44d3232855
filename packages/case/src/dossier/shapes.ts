/** Whether data of a log has the form that its action says: the log may be somebody else's, and then anything can stand there. @module */
import { HOW_WORDS, KIND_WORDS } from "../incidents/words.ts";
import type { Action } from "../log/actions.ts";

type Plain = { readonly [k: string]: unknown };

const isPlain = (v: unknown): v is Plain => typeof v === "object" && v !== null && !Array.isArray(v);
const texts = (v: unknown, ...names: readonly string[]): boolean =>
  isPlain(v) && names.every((n) => typeof v[n] === "string");
const list = (v: unknown, each: (x: unknown) => boolean): boolean => Array.isArray(v) && v.every(each);

const isCite = (v: unknown): boolean =>
  texts(v, "check", "finding") || (texts(v, "check", "artifact") && Number.isSafeInteger((v as Plain).ordinal));

/** Letters of a wall clock, as precise as it is known. */
const WALL: Readonly<Record<string, RegExp>> = {
  year: /^\d{4}$/,
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  day: /^\d{4}-(0[1-9]|1[0-2])-\d\d$/,
  hour: /^\d{4}-(0[1-9]|1[0-2])-\d\dT\d\d$/,
  min: /^\d{4}-(0[1-9]|1[0-2])-\d\dT\d\d:\d\d$/,
};

const isDate = (v: unknown): boolean =>
  texts(v, "wall", "precision") &&
  Object.hasOwn(WALL, (v as Plain).precision as string) &&
  WALL[(v as Plain).precision as string]!.test((v as Plain).wall as string);

const isTime = (v: unknown): boolean =>
  texts(v, "seen") &&
  isDate((v as Plain).from) &&
  ((v as Plain).to === undefined || isDate((v as Plain).to)) &&
  ((v as Plain).zone === undefined || texts(v, "zone"));

const within = (v: unknown, most: number, least = -most): boolean =>
  v === undefined || (typeof v === "number" && v >= least && v <= most);

const isPlace = (v: unknown): boolean =>
  texts(v, "name") &&
  within((v as Plain).lat, 90) &&
  within((v as Plain).lon, 180) &&
  within((v as Plain).within, 1e9, 0) &&
  ((v as Plain).lat === undefined) === ((v as Plain).lon === undefined);

const has = (words: object, k: unknown): boolean => typeof k === "string" && Object.hasOwn(words, k);

const SHAPES: { readonly [A in Action]?: (v: Plain) => boolean } = {
  story: (v) =>
    texts(v, "id", "title") &&
    (v.lang === "es" || v.lang === "en") &&
    list(v.sentences, (s) => texts(s, "text") && list((s as Plain).cites, isCite)),
  review: (v) =>
    texts(v.about, "check", "finding") &&
    (v.decision === "confirm" || v.decision === "dismiss" || v.decision === "ask") &&
    texts(v, "why") &&
    texts(v.reviewer, "name", "role") &&
    (v.carried === undefined || texts(v.carried, "check", "at")),
  note: (v) => v.about === undefined || isCite(v.about),
  tag: (v) => list(v.about, isCite) && texts(v, "tag") && typeof v.on === "boolean",
  clock: (v) =>
    texts(v, "check", "why") &&
    Number.isFinite(v.seconds) &&
    (v.artifact === undefined || texts(v, "artifact")) &&
    (v.undoes === undefined || Number.isSafeInteger(v.undoes)),
  incident: ({ incident: i }) =>
    isPlain(i) &&
    texts(i, "id", "who", "what") &&
    isTime(i.at) &&
    isPlace(i.place) &&
    texts(i.source, "label") &&
    has(HOW_WORDS, (i.source as Plain).how) &&
    list(i.kinds, (k) => has(KIND_WORDS, k)) &&
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
