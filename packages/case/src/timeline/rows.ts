/** Records for the rows that are shown, read from where they lie: the index is believed only as far as they agree. @module */
import type { ArtifactRecord } from "@contraluz/core";
import { decodeRecord } from "@contraluz/store/encode.ts";
import type { RecordBlocks } from "./blocks.ts";
import { IndexDamaged } from "./chunks.ts";
import { BLOCK } from "./head.ts";
import { readLine, type Undated } from "./line.ts";
import { blockOf, type Key, type Source } from "./sources.ts";
import type { CitingFinding, TimelineRow } from "./types.ts";

/** What is known of rows beside their records. */
export interface Marks {
  findings(source: number, ordinal: number): readonly CitingFinding[];
  tags(source: number, ordinal: number): readonly string[];
}

function recordOf(line: string): ArtifactRecord | undefined {
  try {
    return decodeRecord(line);
  } catch (e) {
    if (e instanceof SyntaxError || e instanceof RangeError) return undefined;
    throw e;
  }
}

function rowOf(k: Key, s: Source, line: string, dated: boolean, marks: Marks): TimelineRow {
  const { when, kind } = readLine(line);
  if (dated ? when !== k.ns - s.shift : typeof when === "bigint")
    throw new IndexDamaged(s.check, `row ${k.ordinal} of ${s.artifact} has another time`);
  const record = when === "damaged" ? undefined : recordOf(line);
  const file = record && s.of!.stored.result.files?.[record.origin.file];
  return {
    check: s.check,
    artifact: s.artifact,
    ordinal: k.ordinal,
    kind,
    ...(dated ? { ns: k.ns } : { undated: when as Undated }),
    ...(dated && s.clock && s.shift !== 0n ? { corrected: s.clock } : {}),
    ...(record ? { record } : {}),
    ...(file ? { file } : {}),
    findings: marks.findings(s.no, k.ordinal),
    tags: marks.tags(s.no, k.ordinal),
  };
}

function extraOf(k: Key, s: Source, dated: boolean): TimelineRow {
  const extra = s.extra![k.ordinal]!;
  const undated = extra.at?.wall !== undefined ? "wall" : extra.at?.boot !== undefined ? "boot" : "none";
  return {
    check: "",
    artifact: s.artifact,
    ordinal: k.ordinal,
    kind: extra.kind,
    ...(dated ? { ns: k.ns } : { undated }),
    extra,
    findings: [],
    tags: [],
  };
}

/** The rows of these keys, in their order. */
export async function fetchRows(
  keys: readonly Key[],
  sources: readonly Source[],
  blocks: RecordBlocks,
  dated: boolean,
  marks: Marks,
): Promise<TimelineRow[]> {
  const out: TimelineRow[] = new Array(keys.length);
  const wanted = new Map<number, Map<number, number[]>>();
  for (const [i, k] of keys.entries()) {
    const s = sources[k.source]!;
    if (s.extra) {
      out[i] = extraOf(k, s, dated);
      continue;
    }
    let of = wanted.get(s.no);
    if (!of) wanted.set(s.no, (of = new Map()));
    const b = blockOf(k.ordinal);
    const some = of.get(b);
    if (some) some.push(i);
    else of.set(b, [i]);
  }
  for (const [no, of] of wanted)
    for await (const { block, lines } of blocks.read(
      sources[no]!,
      [...of.keys()].sort((a, b) => a - b),
    ))
      for (const i of of.get(block)!)
        out[i] = rowOf(keys[i]!, sources[no]!, lines[keys[i]!.ordinal % BLOCK]!, dated, marks);
  return out;
}

/** One row by its number; the record says when it was. */
export async function rowAt(s: Source, ordinal: number, blocks: RecordBlocks, marks: Marks): Promise<TimelineRow> {
  for await (const { lines } of blocks.read(s, [blockOf(ordinal)])) {
    const { when } = readLine(lines[ordinal % BLOCK]!);
    const dated = typeof when === "bigint";
    const key = { ns: dated ? when + s.shift : 0n, source: s.no, ordinal };
    return rowOf(key, s, lines[ordinal % BLOCK]!, dated, marks);
  }
  throw new IndexDamaged(s.check, `row ${ordinal} of ${s.artifact} is not there`);
}
