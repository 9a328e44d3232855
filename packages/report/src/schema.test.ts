import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { PROBLEMS } from "@contraluz/core";
import { encodeStructure } from "@contraluz/store/encode.ts";
import { MATCH, SAMPLES } from "./sample.fixture.ts";

type Schema = { readonly [k: string]: unknown };
const SCHEMA = JSON.parse(readFileSync(new URL("../../../docs/result.schema.json", import.meta.url), "utf8")) as Schema;

const KNOWN = new Set([
  "$schema",
  "$id",
  "$ref",
  "$defs",
  "title",
  "description",
  "type",
  "enum",
  "const",
  "properties",
  "required",
  "additionalProperties",
  "propertyNames",
  "items",
  "minItems",
  "maxItems",
  "minimum",
  "pattern",
  "anyOf",
  "oneOf",
]);

function typeOf(v: unknown): string {
  return v === null ? "null" : Array.isArray(v) ? "array" : typeof v;
}

/** Errors of a value: the keywords that our schema uses, and no other (an unknown one is an error of the schema). */
function errors(s: Schema | boolean, v: unknown, at: string): string[] {
  if (typeof s === "boolean") return s ? [] : [`${at}: not allowed`];
  const out: string[] = [];
  for (const k of Object.keys(s)) if (!KNOWN.has(k)) out.push(`schema: unknown keyword ${k}`);
  if (s.$ref !== undefined) {
    const name = /^#\/\$defs\/(\w+)$/.exec(s.$ref as string)![1]!;
    out.push(...errors((SCHEMA.$defs as Record<string, Schema>)[name]!, v, at));
  }
  if (s.type !== undefined) {
    const types = [s.type].flat() as string[];
    if (!types.some((t) => (t === "integer" ? Number.isInteger(v) : t === typeOf(v))))
      return [...out, `${at}: ${typeOf(v)} is not ${types.join(" or ")}`];
  }
  if (s.enum !== undefined && !(s.enum as unknown[]).includes(v))
    out.push(`${at}: ${JSON.stringify(v)} is none of the values`);
  if ("const" in s && s.const !== v) out.push(`${at}: is not ${JSON.stringify(s.const)}`);
  if (typeof v === "string" && s.pattern !== undefined && !new RegExp(s.pattern as string, "u").test(v))
    out.push(`${at}: ${v.slice(0, 80)} does not match ${s.pattern}`);
  if (typeof v === "number" && s.minimum !== undefined && v < (s.minimum as number))
    out.push(`${at}: below ${s.minimum}`);
  if (Array.isArray(v)) {
    if (v.length < ((s.minItems as number) ?? 0) || v.length > ((s.maxItems as number) ?? Number.POSITIVE_INFINITY))
      out.push(`${at}: ${v.length} items`);
    if (s.items !== undefined)
      for (const [i, x] of v.entries()) out.push(...errors(s.items as Schema, x, `${at}[${i}]`));
  } else if (typeof v === "object" && v !== null) {
    const props = (s.properties ?? {}) as Record<string, Schema>;
    for (const r of (s.required ?? []) as string[]) if (!Object.hasOwn(v, r)) out.push(`${at}: ${r} is missing`);
    for (const [k, x] of Object.entries(v)) {
      if (s.propertyNames !== undefined) out.push(...errors(s.propertyNames as Schema, k, `${at}.${k} (name)`));
      if (Object.hasOwn(props, k)) out.push(...errors(props[k]!, x, `${at}.${k}`));
      else if (s.additionalProperties !== undefined)
        out.push(...errors(s.additionalProperties as Schema | boolean, x, `${at}.${k}`));
    }
  }
  const passing = (list: unknown): number => (list as Schema[]).filter((x) => errors(x, v, at).length === 0).length;
  if (s.anyOf !== undefined && passing(s.anyOf) === 0) out.push(`${at}: fits none of anyOf`);
  if (s.oneOf !== undefined && passing(s.oneOf) !== 1) out.push(`${at}: fits ${passing(s.oneOf)} of oneOf`);
  return out;
}

const stored = (r: unknown): Record<string, never> => JSON.parse(encodeStructure(r)) as Record<string, never>;

for (const [name, r] of Object.entries(SAMPLES)) {
  test(`the sample "${name}" fits the published schema`, () => {
    assert.deepEqual(errors(SCHEMA, stored(r), "result"), []);
  });
}

test("every keyword of the schema is one that the checker knows, every reference leads somewhere", () => {
  const walk = (s: unknown, inProperties: boolean): void => {
    if (Array.isArray(s)) for (const x of s) walk(x, false);
    else if (typeof s === "object" && s !== null) {
      for (const [k, x] of Object.entries(s)) {
        if (!inProperties) assert.ok(KNOWN.has(k), k);
        if (k === "$ref" && !inProperties)
          assert.ok(Object.hasOwn(SCHEMA.$defs as object, (x as string).slice("#/$defs/".length)), x as string);
        if (k !== "enum" && k !== "const" && k !== "required")
          walk(x, !inProperties && (k === "properties" || k === "$defs"));
      }
    }
  };
  walk(SCHEMA, false);
  for (const code of Object.keys(PROBLEMS)) assert.match(code, /^[a-z0-9-]+$/);
});

test("the schema refuses what is no result", () => {
  // biome-ignore lint/suspicious/noExplicitAny: the point is to break the shape
  const bad: [string, (r: Record<string, any>) => void][] = [
    ["no verdict", (r) => delete r.verdict],
    ["a word of our own", (r) => (r.verdict.evidence = "clean")],
    ["a score", (r) => (r.verdict.score = 3)],
    ["another schema", (r) => (r.schema = "contraluz/result@2")],
    ["a moment without base", (r) => delete r.coverage[0].from.utc],
    ["two causes", (r) => (r.findings[2].indicator = r.findings[4].indicator)],
    ["no cause", (r) => (r.findings[2].rule = null)],
    ["a short hash", (r) => (r.files[0].sha256 = "ab")],
    ["an origin of two kinds", (r) => (r.findings[0].records[0].origin.at.key = "k")],
    ["a path as file of records", (r) => (r.records["ios/sms"].file = "../../etc/passwd")],
    ["text in one language", (r) => delete r.findings[0].text.en],
    ["a negative count", (r) => (r.coverage[0].records = -1)],
  ];
  for (const [name, change] of bad) {
    const r = stored(MATCH);
    change(r);
    assert.notDeepEqual(errors(SCHEMA, r, "result"), [], name);
  }
});
