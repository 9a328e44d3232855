import assert from "node:assert/strict";
import { test } from "node:test";
import { compileIndicators } from "@contraluz/detection";
import { nodePlatform } from "@contraluz/platform-node";
import { ResultWriter } from "@contraluz/store";
import type { BackupFile } from "../../../samples/lib/backup.ts";
import { folderOf, memoryFolder } from "../../../tools/fuzz/memory.ts";
import { explodedTest, mutationTest } from "../../../tools/fuzz/mutations.ts";
import { makePhone } from "../../../tools/fuzz/phones.ts";
import { check } from "./check.ts";
import { MAX_WANTED } from "./wanted.ts";

mutationTest("evidence", { read: 50_000 });
await explodedTest("evidence");
mutationTest("trees", { read: 1000 });

test("a list that names too many files of one artifact costs that artifact, not the others, and no memory", async () => {
  const platform = nodePlatform({ workers: 0 });
  const domain = "SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles";
  const path = (i: number): string => `Library/ConfigurationProfiles/profile-${i}.stub`;
  const list: BackupFile[] = Array.from({ length: MAX_WANTED + 7 }, (_, i) => ({
    domain,
    path: path(i),
    size: 1,
    modified: 1.7e9,
  }));
  const grants = { domain: "HomeDomain", path: "Library/TCC/TCC.db", body: new Uint8Array(100), modified: 1.7e9 };
  const phone = await makePhone([...list, grants], false, platform);
  const result = await check([{ name: "respaldo", tree: folderOf(phone.files) }], {
    platform,
    compiled: await compileIndicators([]),
    writer: new ResultWriter(memoryFolder(), platform),
    version: "0.0.0",
    context: { asOf: "", custody: [], known: [] },
    scope: { artifacts: "all", content: false, evidenceCopies: false },
    workers: 0,
  });
  const told = result.problems.filter((p) => p.code === "too-many-files");
  assert.deepEqual(
    told.map((p) => p.found),
    [`ios/configuration-profiles: ${MAX_WANTED + 7}`],
  );
  const state = (id: string): string | undefined => result.coverage.find((c) => c.artifact === id)?.state;
  assert.equal(state("ios/configuration-profiles"), "unreadable");
  assert.equal(state("ios/manifest"), "read");
  assert.equal(state("ios/sms"), "absent");
  assert.equal(result.records["ios/manifest"]?.count, MAX_WANTED + 8);
  assert.ok(
    result.files.some((f) => f.name === "HomeDomain/Library/TCC/TCC.db"),
    "the row after the flood was read",
  );
  assert.ok(result.files.length < MAX_WANTED + 100);
});
