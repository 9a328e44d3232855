/** Checks in a case: what consent allows, and that a copy says the same as the phone. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { check } from "@contraluz/engine";
import { SAMPLE, WORKER } from "@contraluz/engine/check.fixture.ts";
import { inputOf, nodePlatform, resultFolder, vaultFolder } from "@contraluz/platform-node";
import { encodeStructure, ResultWriter } from "@contraluz/store";
import { scopeOf } from "../consent/gate.ts";
import { memoryFolder } from "./folder.fixture.ts";
import {
  checkInCase,
  copyEvidence,
  createVault,
  openCopy,
  openVault,
  Refused,
  recheckInCase,
  resultOfCheck,
} from "./index.ts";
import { by, CONSENT, compiled, consent, dir, key, machine, platform, sha, start } from "./vault.fixture.ts";

test("without consent nothing is checked, and nothing is left", async () => {
  const folder = memoryFolder();
  const v = await start(folder);
  const input = await inputOf(SAMPLE);
  await assert.rejects(checkInCase(v, [input], { actor: "r1", compiled, version: "t" }), Refused);
  await consent(v, { ...CONSENT, keepUntil: "2026-11-25" });
  await assert.rejects(
    checkInCase(v, [input], { actor: "r1", compiled, version: "t" }),
    (e: Refused) => e.refusal.code === "expired",
  );
  await consent(v);
  await v.write({ actor: "r1", action: "withdrawal", data: { why: "ya no", by: "p1" } });
  await assert.rejects(
    checkInCase(v, [input], { actor: "r1", compiled, version: "t" }),
    (e: Refused) => e.refusal.code === "withdrawn",
  );
  assert.ok(![...folder.files.keys()].some((f) => f.startsWith("checks")));
});

test("a check that read more than is allowed now is not compared again", async () => {
  const folder = memoryFolder();
  const v = await start(folder);
  await consent(v);
  const asked = (a: string): boolean => a === "ios/safari-history";
  const { name } = await checkInCase(v, [await inputOf(SAMPLE)], {
    actor: "r1",
    compiled,
    version: "t",
    asked,
    workers: 0,
  });
  const again = await recheckInCase(v, name, { actor: "r1", compiled, version: "t" });
  assert.equal(v.state.checks.at(-1)!.of, name);
  await consent(v, { ...CONSENT, artifacts: ["ios/safari-history"] });
  await assert.rejects(
    recheckInCase(v, again.name, { actor: "r1", compiled, version: "t" }),
    (e: Refused) => e.refusal.code === "wider-check",
  );
  assert.deepEqual(await v.files.list("checks"), [name, again.name]);
});

test("a copy gives the same result as the phone itself, byte for byte, sealed and in threads", async () => {
  const folder = vaultFolder(join(dir, "same"));
  const threads = { ...machine, platform: nodePlatform({ worker: WORKER }) };
  const v = await createVault(
    folder,
    { title: "", lang: "es", actor: "r1", to: { recipients: [key.recipient] } },
    threads,
  );
  await consent(v);
  const taken = await copyEvidence(v, await inputOf(SAMPLE), { report: () => {} });
  await v.write({ actor: "r1", action: "intake", data: { evidence: [taken], how: "copy" }, input: [taken.id] });
  const copy = await openCopy(v, taken);
  const { name, result } = await checkInCase(v, [copy], { actor: "r1", compiled, version: "t", workers: 2 });
  await v.close();
  const out = join(dir, "plain");
  const writer = new ResultWriter(await resultFolder(out), platform);
  const context = { asOf: "", custody: [], known: [] };
  const scope = scopeOf(CONSENT);
  const plain = await check([await inputOf(SAMPLE)], {
    platform,
    compiled,
    writer,
    version: "t",
    context,
    scope,
    workers: 0,
    hash: "all",
  });
  await writer.finish(`${encodeStructure(plain)}\n`);
  assert.equal(encodeStructure(result), encodeStructure(plain));
  const again = await openVault(folder, by(), machine);
  assert.equal(encodeStructure(await resultOfCheck(again, name)), encodeStructure(plain));
  for (const f of readdirSync(join(out, "records"))) {
    const sealed = (await again.files.read(`checks/${name}/records/${f}`))!;
    assert.deepEqual(Buffer.from(await sealed.read(0, sealed.size)), readFileSync(join(out, "records", f)), f);
    await sealed.close?.();
  }
  assert.equal(again.state.checks[0]!.resultSha256, sha(readFileSync(join(out, "result.json"))));
  assert.equal(sha(`${encodeStructure(result)}\n`), again.state.checks[0]!.resultSha256);
});
