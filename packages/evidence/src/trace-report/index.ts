/**
 * The report that Trace (tracescan) leaves of a sysdiagnose: one JSON file. It is hearsay: what another tool read and said; its own guide
 * calls it unsigned and editable.
 *
 * It is known by what stands in it: `tool.name` is "Trace", with a `schema_version` and a `verdict`. Its keys come in any order, so the file
 * is parsed; one beyond 16 MiB is none (Trace keeps 5,000 findings at most).
 * Sources: report.schema.json, schema versions 3 and 4; reports that Trace 0.7.6 wrote of its own demo archives.
 * @module
 */
import { type Acquisition, type EvidenceFile, type EvidenceTree, type Moment, parseIso } from "@contraluz/core";
import { stopIfCancelled } from "../cancel.ts";
import { type MetaOptions, openOr } from "../ios-backup/meta.ts";
import { chunksOf, openRef } from "../open-ref.ts";
import { PlainFiles } from "../plain-files.ts";
import type { ReadableEvidence } from "../readable.ts";
import { isJunk, onlyFiles } from "../tree.ts";

/** Files that are looked into: a report stands alone, or beside a few others. */
const MAX_FILES = 64;
const MAX_REPORT = 16 * 1024 * 1024;
/** Bytes by which a file is told to be a JSON object at all. */
const HEAD = 256;

export interface FoundTrace {
  /** Only the reports. */
  readonly tree: EvidenceTree;
  readonly acquisition: Acquisition;
}

interface Seen {
  readonly version: string;
  readonly schema: number;
  readonly at: Moment | undefined;
}

const START = /^\uFEFF?\s*\{\s*"[a-z_]{1,40}"\s*:/;
const decoder = new TextDecoder();

/** The whole file, or undefined if it begins as no such report, or is larger than one. */
async function wholeOf(file: EvidenceFile, o: MetaOptions): Promise<string | undefined> {
  const source = file.stream ? undefined : file.ref && (await openRef(file.ref, { platform: o.platform }));
  if (source && source.size > MAX_REPORT) {
    await source.close?.();
    return undefined;
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  let known = false;
  try {
    for await (const chunk of file.stream?.() ?? (source ? chunksOf(source) : [])) {
      stopIfCancelled(o.cancel);
      parts.push(chunk.slice());
      size += chunk.length;
      if (size > MAX_REPORT) return undefined;
      if (!known && size >= HEAD) {
        if (!START.test(textOf(parts, size).slice(0, HEAD))) return undefined;
        known = true;
      }
    }
  } finally {
    await source?.close?.();
  }
  return textOf(parts, size);
}

function textOf(parts: readonly Uint8Array[], size: number): string {
  const all = new Uint8Array(size);
  let at = 0;
  for (const p of parts) {
    all.set(p, at);
    at += p.length;
  }
  return decoder.decode(all);
}

const record = (v: unknown): { readonly [k: string]: unknown } =>
  typeof v === "object" && v !== null && !Array.isArray(v) ? (v as { readonly [k: string]: unknown }) : {};

/** When the report was made, by the clock of the computer that made it. */
function madeAt(v: unknown): Moment | undefined {
  if (typeof v !== "string" || v.length > 40) return undefined;
  const utc = parseIso(v);
  return utc === undefined ? undefined : { utc, seen: v, precision: "s" };
}

function seenOf(text: string | undefined): Seen | undefined {
  if (text === undefined || !START.test(text.slice(0, HEAD))) return undefined;
  let value: { readonly [k: string]: unknown };
  try {
    value = record(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch {
    return undefined;
  }
  const tool = Object.hasOwn(value, "tool") ? record(value.tool) : {};
  const { schema_version: schema, verdict } = value;
  if (tool.name !== "Trace" || typeof schema !== "number" || typeof verdict !== "string") return undefined;
  return {
    version: typeof tool.version === "string" ? tool.version.slice(0, 40) : "",
    schema,
    at: madeAt(value.generated_at),
  };
}

/**
 * The reports in what was handed in, or undefined: a file alone, or a folder or archive of at most 64 files.
 * @example
 * const found = await findTraceReport(tree, { platform, report });
 * const evidence = found && openTraceReport(found, { platform, report });
 */
export async function findTraceReport(tree: EvidenceTree, o: MetaOptions): Promise<FoundTrace | undefined> {
  const paths = new Set<string>();
  let newest: Seen | undefined;
  let looks = 0;
  for await (const batch of tree.files(o.cancel)) {
    stopIfCancelled(o.cancel);
    for (const file of batch) {
      if (file.kind !== "file" || isJunk(file.path)) continue;
      if (++looks > MAX_FILES) return undefined;
      const text = await openOr(
        () => wholeOf(file, o),
        file.path,
        () => {},
      );
      const seen = seenOf(text);
      if (!seen) continue;
      paths.add(file.path);
      if (!newest || (seen.at?.utc ?? 0n) > (newest.at?.utc ?? 0n)) newest = seen;
    }
  }
  stopIfCancelled(o.cancel);
  if (!newest) return undefined;
  const acquisition: Acquisition = {
    kind: "trace-report",
    ...(newest.at ? { taken: newest.at } : {}),
    device: { tool: "Trace", version: newest.version, schema: newest.schema },
  };
  return { tree: onlyFiles(tree, paths), acquisition };
}

/** The reports as evidence. Nothing of them is opened here. */
export function openTraceReport(found: FoundTrace, o: Pick<MetaOptions, "platform" | "report">): ReadableEvidence {
  return new PlainFiles(found.tree, "", found.acquisition, o);
}
