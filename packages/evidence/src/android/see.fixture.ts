/** Opens a made-up phone and reads all of it: what the tests of this folder look at. @module */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { EvidenceTree, Input, Problem } from "@contraluz/core";
import { nodePlatform } from "@contraluz/platform-node";
import { makeZip } from "../ios-backup/harness.fixture.ts";
import { openInput } from "../open.ts";
import { openRef } from "../open-ref.ts";
import type { ReadableEvidence } from "../readable.ts";
import { findAndroid, openAndroid } from "./index.ts";
import type { Entries } from "./phone.fixture.ts";

export const platform = nodePlatform({ workers: 0 });
export const memory = (b: Uint8Array) => ({
  kind: "host" as const,
  size: b.length,
  handle: { size: b.length, read: async (at: number, n: number) => b.subarray(at, at + n) },
});

export function folder(files: Entries): EvidenceTree {
  const all = files.map(([path, b]) => ({ path, kind: "file" as const, size: b.length, ref: memory(b) }));
  return {
    kind: "folder",
    access: "seekable",
    async *files() {
      yield all;
    },
    find: async (path) => all.find((f) => f.path === path),
  };
}

export const below = (prefix: string, files: Entries): Entries => files.map(([p, b]) => [prefix + p, b]);

export interface Seen {
  readonly evidence: ReadableEvidence;
  readonly problems: Problem[];
  /** Path and hash of every file. */
  readonly files: ReadonlyMap<string, string>;
  readonly stored: ReadonlyMap<string, string>;
  readonly asked: string[];
}

export async function see(
  given: Entries | Buffer,
  o: { secrets?: string[]; name?: string; wanted?: (p: string) => boolean } = {},
): Promise<Seen | undefined> {
  const problems: Problem[] = [];
  const asked: string[] = [];
  const left = [...(o.secrets ?? [])];
  const report = (p: Problem): void => void problems.push(p);
  const secret = async (why: Problem): Promise<Uint8Array | undefined> => {
    asked.push(`${why.code} ${why.path ?? ""}`.trim());
    const next = left.shift();
    return next === undefined ? undefined : new TextEncoder().encode(next);
  };
  const name = o.name ?? "given";
  const input: Input = Array.isArray(given) ? { name, tree: folder(given) } : { name, file: memory(given) };
  const opened = await openInput(input, { platform, report, secret });
  try {
    const options = { platform, report, secret, wanted: () => o.wanted ?? (() => true) };
    const found = await findAndroid(opened.tree, opened.layers, options);
    if (!found) return undefined;
    const evidence = await openAndroid(found, options);
    const [files, stored] = [new Map<string, string>(), new Map<string, string>()];
    for await (const batch of evidence.files()) {
      for (const f of batch) {
        const body = f.kind === "file" ? await evidence.bodyOf(f) : undefined;
        if (!body) continue;
        assert.ok(!files.has(f.path), `${f.path} twice`);
        const source = await openRef(body.ref, { platform, report });
        const bytes = await source.read(0, source.size);
        await source.close?.();
        files.set(f.path, createHash("sha256").update(bytes).digest("hex").slice(0, 16));
        stored.set(f.path, f.stored!);
        assert.equal((await evidence.find(f.path))?.stored, f.stored, f.path);
      }
    }
    await evidence.verify?.(new Map());
    await evidence.close();
    return { evidence, problems, files, stored, asked };
  } finally {
    await opened.close();
  }
}

export const codes = (s: Seen): string[] => s.problems.map((p) => `${p.code} ${p.path ?? ""}`.trim()).sort();
export const zip = (files: Entries, deflate = true): Buffer => makeZip(files, deflate);
