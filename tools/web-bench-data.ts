/** A saved result with any number of records: the made-up case again and again, each time some hours later. @module */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ArtifactRecord, Moment, RandomAccess, Result, ResultFolder } from "@contraluz/core";
import { type StoredEntry, writeZip } from "@contraluz/formats/zip/index.ts";
import { decodeRecord, encodeRecord, TimelineWriter } from "@contraluz/store";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CLI = join(ROOT, "apps/cli/src/main.ts");
const CASE = join(ROOT, "samples/journalist");
/** From one copy of the case to the next: 1,400 of them fill some five years. */
const STEP = 113_000n * 1_000_000_000n;
/** Lines that are kept before they are written. */
const BATCH = 4096;

class Files implements ResultFolder {
  readonly files = new Map<string, Buffer[]>();
  async append(name: string, bytes: Uint8Array): Promise<void> {
    const parts = this.files.get(name) ?? [];
    parts.push(Buffer.from(bytes));
    this.files.set(name, parts);
  }
  async read(name: string): Promise<RandomAccess> {
    const all = Buffer.concat(this.files.get(name)!);
    return { size: all.length, read: async (offset, length) => all.subarray(offset, offset + length) };
  }
  async remove(name: string): Promise<void> {
    this.files.delete(name);
  }
  async commit(): Promise<void> {}
  async discard(): Promise<void> {}
}

function later(r: ArtifactRecord, by: bigint): ArtifactRecord {
  const move = (m: Moment): Moment => (m.utc === undefined ? m : { ...m, utc: m.utc + by });
  const fields = Object.entries(r.fields).map(([k, v]) => [
    k,
    typeof v === "object" && v !== null && "utc" in v && "seen" in v ? move(v as Moment) : v,
  ]);
  return { ...r, fields: Object.fromEntries(fields), ...(r.at ? { at: move(r.at) } : {}) };
}

/** Writes `path`, a zip as the app saves it. Records of the case come first, so what findings name stays where it is. */
export async function writeLarge(path: string, records: number): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), "contraluz-large-"));
  try {
    const out = join(dir, "out");
    const signs = ["indicators.stix2", "vendors.yaml"].flatMap((n) => ["--indicators", join(CASE, n)]);
    const args = [CLI, "check", join(CASE, "backup"), "--out", out, ...signs];
    const done = spawnSync(process.execPath, args, { stdio: "ignore" });
    if (done.status !== 0) throw new Error(`the check ended with ${done.status}`);
    const result = JSON.parse(readFileSync(join(out, "result.json"), "utf8")) as Result;
    const folder = new Files();
    const timeline = new TimelineWriter(folder);
    const places = Object.entries(result.records).filter(([, r]) => r.count > 0);
    const base = places.reduce((n, [, r]) => n + r.count, 0);
    const copies = Math.ceil(records / base);
    const counts = new Map<string, number>();
    let left = records;
    for (const [number, [id, entry]] of places.entries()) {
      const lines = readFileSync(join(out, entry.file), "utf8").trimEnd().split("\n").map(decodeRecord);
      const total = number === places.length - 1 ? left : Math.min(left, lines.length * copies);
      left -= total;
      counts.set(id, total);
      let text: string[] = [];
      const times = new BigInt64Array(total);
      const ordinals = new Uint32Array(total);
      let dated = 0;
      for (let i = 0; i < total; i++) {
        const copy = Math.floor(i / lines.length);
        const r = later(lines[i % lines.length]!, STEP * BigInt(copy));
        if (r.at?.utc !== undefined) {
          times[dated] = r.at.utc;
          ordinals[dated++] = i;
        }
        text.push(encodeRecord(r));
        if (text.length < BATCH && i < total - 1) continue;
        await folder.append(entry.file, Buffer.from(`${text.join("\n")}\n`));
        text = [];
      }
      await timeline.add(number, times.subarray(0, dated), ordinals.subarray(0, dated));
    }
    await timeline.finish(places.map(([id]) => id));
    const larger = Object.fromEntries(
      Object.entries(result.records).map(([id, r]) => [id, { ...r, count: counts.get(id) ?? 0 }]),
    );
    const json = Buffer.from(`${JSON.stringify({ ...result, records: larger })}\n`);
    folder.files.set("result.json", [json]);
    const entries = [...folder.files].map(
      ([name, parts]): StoredEntry => ({
        name: `contraluz/${name}`,
        size: parts.reduce((n, p) => n + p.length, 0),
        async *chunks() {
          yield* parts;
        },
      }),
    );
    const file = openSync(path, "w");
    for await (const chunk of writeZip(entries)) writeSync(file, chunk);
    closeSync(file);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
