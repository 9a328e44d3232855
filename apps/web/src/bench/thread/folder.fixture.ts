/** A small result in memory: two places, dated and undated records, damage. @module */
import type { ArtifactRecord, Finding, RandomAccess, Result, ResultFolder } from "@contraluz/core";
import { encodeRecord, type StoredFolder, TimelineWriter } from "@contraluz/store";

export class MemoryFolder implements StoredFolder, ResultFolder {
  readonly files = new Map<string, Uint8Array>();

  async append(name: string, bytes: Uint8Array): Promise<void> {
    const before = this.files.get(name) ?? new Uint8Array(0);
    const after = new Uint8Array(before.length + bytes.length);
    after.set(before);
    after.set(bytes, before.length);
    this.files.set(name, after);
  }

  async read(name: string): Promise<RandomAccess> {
    const bytes = this.files.get(name);
    if (!bytes) throw new Error(`no ${name}`);
    return {
      size: bytes.length,
      read: async (offset, length) => bytes.slice(offset, offset + length),
    };
  }

  async remove(name: string): Promise<void> {
    this.files.delete(name);
  }

  async commit(): Promise<void> {}

  async discard(): Promise<void> {}
}

export interface Given {
  readonly id: string;
  readonly records: readonly ArtifactRecord[];
  /** Lines put in as they are, after the records. */
  readonly raw?: readonly string[];
}

/** A record at `ms`, with the fields given. */
export function record(kind: string, ms: number | undefined, fields: ArtifactRecord["fields"]): ArtifactRecord {
  return {
    kind,
    ...(ms === undefined ? {} : { at: { utc: BigInt(ms) * 1_000_000n, seen: String(ms), precision: "ms" } }),
    fields,
    observables: [],
    origin: { file: 0, at: { table: "t", row: 1, page: 2, cell: 0 } },
  };
}

/** The folder and the parts of its result that the bench looks at. */
export async function smallResult(
  places: readonly Given[],
  findings: readonly Pick<Finding, "level" | "records">[] = [],
): Promise<{ folder: MemoryFolder; result: Result }> {
  const folder = new MemoryFolder();
  const timeline = new TimelineWriter(folder);
  const records: Record<string, { file: string; version: number; count: number; sha256: string }> = {};
  for (const [n, { id, records: list, raw = [] }] of places.entries()) {
    const file = `records/${id.replace("/", ".")}.jsonl`;
    const lines = [...list.map(encodeRecord), ...raw];
    await folder.append(file, new TextEncoder().encode(lines.map((l) => `${l}\n`).join("")));
    records[id] = { file, version: 1, count: lines.length, sha256: "" };
    const dated = list.flatMap((r, i) => (r.at?.utc === undefined ? [] : [[r.at.utc, i] as const]));
    await timeline.add(n, new BigInt64Array(dated.map(([t]) => t)), new Uint32Array(dated.map(([, i]) => i)));
  }
  await timeline.finish(places.map((p) => p.id));
  const files = [{ evidence: 0, path: "a.db", size: 8192, sha256: "" }];
  return { folder, result: { records, findings, files } as unknown as Result };
}
