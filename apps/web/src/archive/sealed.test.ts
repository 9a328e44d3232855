/** Papers of a case as the archive's thread has them: without a browser. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { serveDocuments } from "@contraluz/archive/read/index.ts";
import type { Consent } from "@contraluz/case/consent/types.ts";
import type { CaseMachine } from "@contraluz/case/machine.ts";
import { type MemoryFolder, memoryFolder } from "@contraluz/case/vault/folder.fixture.ts";
import { copyEvidence, createVault, newIdentity, openVaultToWrite, removeParts } from "@contraluz/case/vault/index.ts";
import type { WorkerPort } from "@contraluz/core";
import { inputOf, nodePlatform } from "@contraluz/platform-node";
import { openSealed, TooMany } from "./thread/sealed.ts";
import type { Sealed } from "./thread/sealed-types.ts";

const platform = nodePlatform({ workers: 0 });
const now = (): string => "2026-11-26T03:30:00Z";
const its: CaseMachine = { platform, now, random: (n) => crypto.getRandomValues(new Uint8Array(n)) };
const PAGES = 40;

let dir = "";
let key = { identity: "", recipient: "" };
before(async () => {
  dir = mkdtempSync(join(tmpdir(), "sealed-papers-"));
  key = await newIdentity();
  writeFileSync(join(dir, "a.txt"), Array.from({ length: PAGES }, (_, i) => `hoja ${i + 1} de Cholula`).join("\f"));
});
after(() => rmSync(dir, { recursive: true }));

/** A thread that reads, in this one. */
function spawn(): WorkerPort {
  const ends: ((m: unknown) => void)[] = [() => {}, () => {}];
  let ended = false;
  const end = (mine: number): WorkerPort => ({
    post: (m) => void setImmediate(() => ended || ends[1 - mine]!(m)),
    onMessage: (f) => void (ends[mine] = f),
    onError: () => {},
    close: () => void (ended = true),
  });
  serveDocuments(end(1), platform);
  return end(0);
}

async function caseOf(): Promise<MemoryFolder> {
  const folder = memoryFolder();
  const head = { title: "uno", lang: "es", actor: "r1", to: { recipients: [key.recipient] } } as const;
  const v = await createVault(folder, head, its);
  const consent: Consent = {
    id: "c1",
    person: { label: "p1" },
    organisation: "Línea",
    purpose: "buscar",
    artifacts: ["documents"],
    content: true,
    copies: true,
    publication: "none",
    after: "delete",
    recipients: [],
    incidents: false,
    given: { on: "2026-11-25", how: "signed" },
  };
  await v.write({ actor: "r1", action: "consent", data: { consent } });
  const evidence = [await copyEvidence(v, await inputOf(dir), { report: () => {} })];
  await v.write({ actor: "r1", action: "intake", data: { evidence, how: "copy" } });
  await v.close();
  return folder;
}

const machine = { platform, now: () => 0, clock: now, support: async () => undefined, spawn, after: () => () => {} };
const by = (): { identities: string[] } => ({ identities: [key.identity] });
const open = (folder: MemoryFolder, most: number): Promise<Sealed> =>
  openSealed(folder, { by: by(), actor: "r1" }, { ...machine, most });
const read = (s: Sealed): Promise<"whole" | "stopped"> => {
  const how = { lang: "spa", letters: false, threads: 1, cancel: { aborted: false }, tell: () => {} } as const;
  return s.read({ ...how, copies: s.facts().copies.map((c) => c.folder) });
};
const pages = async (s: Sealed): Promise<number> => (await s.index.now()).count();

test("as many pages as the device holds are read, and that it was that is said", async () => {
  const folder = await caseOf();
  const s = await open(folder, 8);
  assert.equal(await read(s), "stopped");
  assert.deepEqual([s.index.full, s.whole(), s.facts().copies[0]?.read?.whole], [true, false, false]);
  assert.ok((await pages(s)) >= 8);
  await s.close();
  const larger = await open(folder, 1000);
  assert.equal(await read(larger), "whole");
  assert.deepEqual([larger.index.full, larger.whole(), await pages(larger)], [false, true, PAGES]);
  await larger.close();
  await assert.rejects(open(folder, 8), TooMany);
});

test("where the pages went while they were open here, nothing of them is written when they are closed", async () => {
  const folder = await caseOf();
  const s = await open(folder, 1000);
  await read(s);
  assert.equal(await pages(s), PAGES);
  const v = await openVaultToWrite(folder, by(), its);
  await removeParts(v, "r1", ["archive/0001"], "consent");
  await v.close();
  await s.close();
  assert.deepEqual(
    [...folder.files.keys()].filter((n) => /^(archive|index\/archive)/.test(n)),
    [],
  );
});
