/** Opens made backups and reads all that is in them: shared by the tests of this folder. @module */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { ContraluzError, type EvidenceFile, type EvidenceTree, type FileRef, type Problem } from "@contraluz/core";
import { openRef } from "../open-ref.ts";
import { type FixtureFile, type FixtureOptions, makeBackup } from "./backup.fixture.ts";
import { TestPlatform } from "./harness.fixture.ts";
import { findBackup, type IosBackup, openIosBackup } from "./index.ts";

const root = mkdtempSync(join(tmpdir(), "contraluz-backup-"));
after(() => rmSync(root, { recursive: true }));
let count = 0;
export const fresh = (): string => join(root, String(++count));
export const utf8 = (s: string): Uint8Array => new TextEncoder().encode(s);
export const long = createHash("sha512").update("long").digest().toString("hex").repeat(2000);

export const FILES: readonly FixtureFile[] = [
  { domain: "HomeDomain", relativePath: "", kind: "dir" },
  { domain: "HomeDomain", relativePath: "Library/SMS", kind: "dir" },
  { domain: "HomeDomain", relativePath: "Library/SMS/sms.db", bytes: utf8(long) },
  { domain: "HomeDomain", relativePath: "Library/SMS/sms.db-wal", bytes: utf8("wal"), protectionClass: 1 },
  {
    domain: "AppDomain-org.example.app",
    relativePath: "Documents/año.txt",
    bytes: utf8("dieciséis bytes!".slice(0, 15)),
    protectionClass: 4,
  },
  { domain: "RootDomain", relativePath: "Library/empty", bytes: new Uint8Array(0), protectionClass: 2 },
  { domain: "HomeDomain", relativePath: "Library/link", kind: "link", target: "/etc/passwd" },
];
export const contents = (): [string, string][] =>
  FILES.filter((f) => f.bytes).map((f) => [`${f.domain}/${f.relativePath}`, new TextDecoder().decode(f.bytes)]);

export function made(files: readonly FixtureFile[] = FILES, o: FixtureOptions = {}): string {
  const dir = fresh();
  makeBackup(dir, files, o);
  return dir;
}

export interface Opening {
  readonly backup: IosBackup;
  readonly problems: Problem[];
  readonly platform: TestPlatform;
}

export async function open(
  tree: EvidenceTree,
  passwords: string[] = [],
  problems: Problem[] = [],
  platform = new TestPlatform(),
): Promise<Opening> {
  const report = (p: Problem): void => void problems.push(p);
  const found = await findBackup(tree, { platform, report });
  assert.ok(found, "no backup found");
  const secret = (): Promise<Uint8Array | undefined> => {
    const next = passwords.shift();
    return Promise.resolve(next === undefined ? undefined : utf8(next));
  };
  return { backup: await openIosBackup(found, { platform, report, secret }), problems, platform };
}

export async function list(backup: IosBackup): Promise<EvidenceFile[]> {
  const out: EvidenceFile[] = [];
  for await (const batch of backup.files()) out.push(...batch);
  return out;
}

/** Texts of all bodies, by path, in path order. */
export async function read({ backup, platform }: Opening): Promise<[string, string][]> {
  const out: [string, string][] = [];
  const text = async (file: EvidenceFile, ref: FileRef): Promise<void> => {
    const source = await openRef(ref, { platform });
    out.push([file.path, new TextDecoder().decode(await source.read(0, source.size))]);
    await source.close?.();
  };
  const files = (await list(backup)).filter((f) => f.kind === "file");
  if (backup.access === "sequential") {
    for await (const b of backup.bodies(new Map(files.map((f) => [f.stored!, f])))) {
      await text(b.file, b.ref);
      await b.close();
    }
  } else {
    for (const f of files) {
      const body = await backup.bodyOf(f);
      if (body) await text(f, body.ref);
    }
  }
  return out.sort(([a], [b]) => (a < b ? -1 : 1));
}

export const sorted = (x: [string, string][]): [string, string][] => x.sort(([a], [b]) => (a < b ? -1 : 1));
export const fails = (code: string) => (e: unknown) => {
  assert.ok(e instanceof ContraluzError, String(e));
  assert.equal(e.code, code);
  assert.equal(e.problem?.code, code);
  return true;
};
