/** What stands in a pack, read as something that anybody may have written. @module */
import { ContraluzError, LIMITS, type Sha256, type Wrapped } from "@contraluz/core";
import { PACK_SCHEMA, type PackedFile, type PackHead } from "./types.ts";

/** The error of all that is no pack. */
export function bad(found: string, expected: string): ContraluzError {
  return new ContraluzError("pack-damaged", found, { code: "pack-damaged", found, expected, lost: "evidence" });
}

type Obj = { readonly [k: string]: unknown };
const isObject = (v: unknown): v is Obj => typeof v === "object" && v !== null && !Array.isArray(v);
const isHash = (v: unknown): v is Sha256 => typeof v === "string" && /^[0-9a-f]{64}$/.test(v);
const isCount = (v: unknown): v is number => Number.isSafeInteger(v) && (v as number) >= 0;
const isText = (v: unknown, most = 4096): v is string => typeof v === "string" && v.length <= most;

function wrappedOf(v: unknown): Wrapped | undefined {
  if (!isObject(v) || !isHash(v.sha256) || !isCount(v.size) || !Array.isArray(v.layers)) return undefined;
  if (v.layers.length > LIMITS.nesting || !v.layers.every((l) => isText(l, 16))) return undefined;
  return { sha256: v.sha256, size: v.size, layers: v.layers as string[] };
}

/** `pack.json`. Throws ContraluzError ("pack-damaged") for anything else. */
export function readHead(text: string): PackHead {
  let v: unknown;
  try {
    v = JSON.parse(text);
  } catch {
    throw bad("pack.json is no JSON", PACK_SCHEMA);
  }
  if (!isObject(v) || v.schema !== PACK_SCHEMA)
    throw bad(isObject(v) && isText(v.schema) ? `schema ${v.schema.slice(0, 80)}` : "no schema", PACK_SCHEMA);
  const { evidence: e, scope, context, packed, leftOut } = v;
  const was = isObject(e) && e.was !== undefined ? wrappedOf(e.was) : undefined;
  const ok =
    isObject(e) &&
    isHash(e.id) &&
    isText(e.name) &&
    ["folder", "zip", "tar", "ios-backup"].some((k) => k === e.kind) &&
    (e.was === undefined || was !== undefined) &&
    isObject(scope) &&
    (scope.artifacts === "all" || (Array.isArray(scope.artifacts) && scope.artifacts.every((a) => isText(a, 80)))) &&
    typeof scope.content === "boolean" &&
    typeof scope.evidenceCopies === "boolean" &&
    isObject(context) &&
    isText(context.asOf, 40) &&
    Array.isArray(context.custody) &&
    context.custody.length <= 10_000 &&
    context.custody.every((w) => Array.isArray(w) && w.length === 2 && w.every((t) => isText(t, 40))) &&
    Array.isArray(context.known) &&
    context.known.length <= 10_000 &&
    context.known.every((k) => isText(k)) &&
    isText(v.version, 40) &&
    Array.isArray(v.indicators) &&
    v.indicators.length <= 10_000 &&
    v.indicators.every(isHash) &&
    isHash(v.resultSha256) &&
    (v.consentSha256 === undefined || isHash(v.consentSha256)) &&
    [packed, leftOut].every((x) => isObject(x) && isCount(x.files) && isCount(x.bytes));
  if (!ok) throw bad("pack.json has other fields than those of a pack", PACK_SCHEMA);
  return v as unknown as PackHead;
}

/** A line of `files.jsonl`. Throws ContraluzError ("pack-damaged") for anything else. */
export function readFile(line: string): PackedFile {
  let v: unknown;
  try {
    v = JSON.parse(line);
  } catch {
    throw bad("a line of files.jsonl is no JSON", "an object");
  }
  const ok =
    isObject(v) &&
    isText(v.path) &&
    ["file", "dir", "link", "other"].some((k) => k === v.kind) &&
    (v.size === undefined || isCount(v.size)) &&
    (v.sha256 === undefined || (isHash(v.sha256) && isCount(v.size))) &&
    (v.modified === undefined || (Number.isSafeInteger(v.modified) && Math.abs(v.modified as number) <= 8.64e15));
  if (!ok) throw bad("a line of files.jsonl has other fields", "path, kind, size, sha256, modified");
  return v as unknown as PackedFile;
}
