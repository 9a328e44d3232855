/** Reads a result folder: the result, its records, its timeline. @module */
import { type ArtifactRecord, ContraluzError, type RandomAccess, type Result } from "@contraluz/core";
import { decodeMoment, decodeRecord, isMoment, parseJson } from "./encode.ts";

/** Access to the files of a stored result by name. */
export interface StoredFolder {
  read(name: string): Promise<RandomAccess>;
}

const MAX_RESULT = 512 * 1024 * 1024;
const CHUNK = 1 << 20;

/** Turns moments of parsed JSON back into moments, in place of any depth. */
function revive(v: unknown): unknown {
  if (isMoment(v)) return decodeMoment(v);
  if (Array.isArray(v)) return v.map(revive);
  if (typeof v !== "object" || v === null) return v;
  return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, revive(x)]));
}

/** The result of a folder. Throws a ContraluzError ("usage") if it is none, or of a version that we do not know. */
export async function readResult(folder: StoredFolder): Promise<Result> {
  const source = await folder.read("result.json").catch(() => undefined);
  if (!source) throw new ContraluzError("usage", "no result.json in this folder: it is not a result");
  try {
    if (source.size > MAX_RESULT) throw new ContraluzError("usage", `result.json is too large: ${source.size} bytes`);
    const parsed = parseJson(new TextDecoder().decode(await source.read(0, source.size))) as { schema?: unknown };
    if (parsed.schema !== "contraluz/result@1") {
      throw new ContraluzError(
        "usage",
        `unknown schema: found ${JSON.stringify(parsed.schema)}, expected "contraluz/result@1"`,
      );
    }
    return revive(parsed) as Result;
  } catch (e) {
    if (e instanceof SyntaxError) throw new ContraluzError("usage", `result.json is damaged: ${e.message}`);
    throw e;
  } finally {
    await source.close?.();
  }
}

/** Lines of a file of records, in batches, with the ordinal of the first one. */
export async function* readLines(source: RandomAccess): AsyncGenerator<{ first: number; lines: string[] }> {
  const decoder = new TextDecoder();
  let rest = "";
  let first = 0;
  for (let at = 0; ; ) {
    const bytes = await source.read(at, CHUNK);
    at += bytes.length;
    const text = rest + decoder.decode(bytes, { stream: bytes.length > 0 });
    const lines = text.split("\n");
    rest = lines.pop()!;
    if (bytes.length === 0 && rest !== "") lines.push(rest);
    if (lines.length > 0) yield { first, lines };
    first += lines.length;
    if (bytes.length === 0) return;
  }
}

/** Records of one artifact of a stored result, in batches. */
export async function* readRecords(
  folder: StoredFolder,
  result: Result,
  artifact: string,
): AsyncGenerator<{ first: number; records: ArtifactRecord[] }> {
  const entry = result.records[artifact];
  if (!entry || entry.count === 0) return;
  if (!/^records\/[a-z0-9.-]+\.jsonl$/.test(entry.file))
    throw new ContraluzError("usage", `not a name of records: ${entry.file}`);
  const source = await folder.read(entry.file);
  try {
    for await (const { first, lines } of readLines(source)) yield { first, records: lines.map(decodeRecord) };
  } finally {
    await source.close?.();
  }
}
