/**
 * Whether the data of an entry has the form of its action. Whoever can open a case may have written its log, so the state of a case is
 * made only of entries that have it. Words of people (stories, reviews, tags, incidents) are looked at as for a dossier.
 * @module
 */
import { consentOf } from "../consent/read.ts";
import { dataOf } from "../dossier/shapes.ts";
import type { Action } from "../log/actions.ts";
import type { Entry } from "../log/entry.ts";

type Plain = { readonly [k: string]: unknown };

const isPlain = (v: unknown): v is Plain => typeof v === "object" && v !== null && !Array.isArray(v);
const isText = (v: unknown): v is string => typeof v === "string";
const texts = (v: Plain, ...names: readonly string[]): boolean => names.every((n) => isText(v[n]));
/** Those that may be left out. */
const perhaps = (v: Plain, ...names: readonly string[]): boolean =>
  names.every((n) => v[n] === undefined || isText(v[n]));
const list = (v: unknown, each: (x: unknown) => boolean): boolean => Array.isArray(v) && v.every(each);
const isHash = (v: unknown): boolean => isText(v) && /^[0-9a-f]{64}$/.test(v);
const isCount = (v: unknown): boolean => Number.isSafeInteger(v) && (v as number) >= 0;
const isName = (v: unknown): boolean => isText(v) && /^\d{4,8}$/.test(v);
const isLab = (v: unknown): boolean => isText(v) && /^[0-9a-f]{16}$/.test(v);
const isLang = (v: unknown): boolean => v === "es" || v === "en";
const VERDICTS: readonly unknown[] = ["match", "targeted", "lead", "none-found", "unchecked"];
const WAITING: readonly unknown[] = ["person", "us", "lab", "none"];
const EDITIONS: readonly unknown[] = ["full", "redacted", "anonymous"];

const isEvidence = (v: unknown): boolean =>
  isPlain(v) &&
  isHash(v.id) &&
  texts(v, "name") &&
  isCount(v.bytes) &&
  isCount(v.files) &&
  (v.folder === undefined || (isText(v.folder) && /^evidence\/\d{4,8}$/.test(v.folder))) &&
  (v.partial === undefined || v.partial === true);

const isCheck = (v: Plain): boolean =>
  isName(v.check) &&
  isHash(v.resultSha256) &&
  list(v.evidence, isHash) &&
  (v.taken === undefined || list(v.taken, isHash)) &&
  VERDICTS.includes(v.verdict) &&
  typeof v.complete === "boolean" &&
  texts(v, "version") &&
  list(v.indicators, isHash);

const isArchive = (v: Plain): boolean =>
  isName(v.archive) &&
  isHash(v.evidence) &&
  texts(v, "lang") &&
  typeof v.ocr === "boolean" &&
  (v.pages === undefined ||
    (isPlain(v.pages) && [v.pages.read, v.pages.poor, v.pages.unreadable, v.pages.blank].every(isCount)));

const SHAPES: { readonly [A in Action]?: (v: Plain) => boolean } = {
  created: (v) => texts(v, "title") && isLang(v.lang),
  actor: (v) => texts(v, "label") && perhaps(v, "name", "role"),
  consent: (v) => "value" in consentOf(v.consent),
  withdrawal: (v) => texts(v, "why", "by"),
  intake: (v) =>
    list(v.evidence, isEvidence) && (v.how === "copy" || v.how === "hash") && perhaps(v, "from", "received"),
  window: (v) => texts(v, "from", "to", "why") && perhaps(v, "where", "who", "told"),
  known: (v) => list(v.values, isText),
  check: isCheck,
  recheck: (v) => isCheck(v) && isName(v.of),
  note: (v) => texts(v, "id", "text"),
  reproduced: (v) => texts(v, "check", "by") && typeof v.equal === "boolean" && list(v.differences, isText),
  status: (v) => WAITING.includes(v.waiting) && texts(v, "next") && perhaps(v, "due"),
  export: (v) => texts(v, "format") && isHash(v.sha256) && isCount(v.bytes),
  dossier: (v) => EDITIONS.includes(v.edition) && isHash(v.tagmanifest) && perhaps(v, "recipient"),
  "pack-sent": (v) => texts(v, "id") && list(v.parts, isHash) && list(v.to, isText),
  "pack-received": (v) => texts(v, "id") && list(v.parts, isHash) && perhaps(v, "from"),
  recipients: (v) => list(v.added, isText) && list(v.removed, isText),
  "lab-added": (v) => isLab(v.lab) && list(v.checks, isName) && perhaps(v, "path"),
  "lab-removed": (v) => isLab(v.lab) && texts(v, "why"),
  removed: (v) => list(v.objects, isText) && texts(v, "why"),
  archive: isArchive,
  correction: (v) =>
    isName(v.archive) &&
    isHash(v.doc) &&
    isCount(v.page) &&
    isCount(v.n) &&
    (v.undoes === undefined || isCount(v.undoes)),
  problem: (v) => texts(v, "what", "found"),
};

/** True for an action that is not known here, too: a later version wrote it. */
export function hasShape(e: Entry): boolean {
  const { action } = e.head;
  return (SHAPES[action]?.(e.data as unknown as Plain) ?? true) && dataOf(action, e.text) !== undefined;
}
