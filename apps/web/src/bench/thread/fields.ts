/** What fields of records are called. @module */
import { ARTIFACTS } from "@contraluz/artifacts";
import { LANGS, say } from "@contraluz/core";
import type { Said } from "../../engine/protocol.ts";
import type { FieldInfo } from "../ask.ts";

/** Fields of one kind of record, in the order of the place; none where this version knows no such kind. */
export function fieldsOf(artifact: string, kind: string): readonly FieldInfo[] {
  const fields = ARTIFACTS.find((a) => a.id === artifact)?.fields;
  if (!fields || !Object.hasOwn(fields, kind)) return [];
  return Object.entries(fields[kind]!).map(([name, { words, unit }]) => ({
    name,
    label: Object.fromEntries(LANGS.map((l) => [l, say(words, l, {})])) as Said,
    ...(unit === undefined ? {} : { unit }),
  }));
}
