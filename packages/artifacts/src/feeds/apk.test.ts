import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import type { Problem } from "@contraluz/core";
import { block, certificate, message, V2, V3, v2, v3 } from "@contraluz/formats/apk-signing/apk-signing.fixture.ts";
import { makeAxml } from "@contraluz/formats/axml/axml.fixture.ts";
import { attribute } from "@contraluz/formats/axml/index.ts";
import { nodePlatform } from "@contraluz/platform-node";
import type { ApkItem } from "../artifact.ts";
import { memory } from "../artifacts.fixture.ts";
import { makeApk } from "./apk.fixture.ts";
import { runApk } from "./apk.ts";

const hash = (algorithm: string, b: Uint8Array): string => createHash(algorithm).update(b).digest("hex");
const manifest = { name: "manifest", attributes: { package: "com.ejemplo.app" } };
const [ana, old] = [certificate("Ana", 7), certificate("Vieja", 8)];

async function read(bytes: Uint8Array, sha256?: string): Promise<{ item: ApkItem; problems: Problem[] }> {
  const problems: Problem[] = [];
  const items: ApkItem[] = [];
  const run = { file: 7, report: (p: Problem) => void problems.push(p), platform: nodePlatform() };
  await runApk(
    memory(bytes),
    [{ take: (i) => void items.push(i) }],
    sha256 ? { ...run, sha256: async () => sha256 } : run,
  );
  assert.equal(items.length, 1);
  return { item: items[0]!, problems };
}

test("manifest, hash, and each certificate once with its schemes", async () => {
  const bytes = makeApk({
    manifest,
    metaInf: { "CERT.RSA": message([ana], [["Ana", 7]]), "MANIFEST.MF": new Uint8Array(9) },
    block: block([
      [V2, v2(ana)],
      [V3, v3(ana, [old, ana])],
    ]),
  });
  const { item, problems } = await read(bytes);
  assert.deepEqual(problems, []);
  assert.equal(attribute(item.manifest!, "package")?.value, "com.ejemplo.app");
  assert.equal(item.sha256, hash("sha256", bytes));
  assert.deepEqual(item.signers, [
    { sha256: hash("sha256", ana), sha1: hash("sha1", ana), schemes: ["v2", "v3", "v1"] },
    { sha256: hash("sha256", old), sha1: hash("sha1", old), schemes: ["past"] },
  ]);
  assert.deepEqual(item.origin(), { file: 7, at: { offset: 0, length: bytes.length } });
  assert.equal((await read(bytes, "la de otro")).item.sha256, "la de otro");
});

test("a manifest whose method is one that does not exist is stored, as for the phone", async () => {
  const bytes = makeApk({ manifest, stored: true });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const directory = view.getUint32(bytes.length - 6, true);
  view.setUint16(directory + 10, 9999, true);
  const { item, problems } = await read(bytes);
  assert.equal(attribute(item.manifest!, "package")?.value, "com.ejemplo.app");
  assert.deepEqual(problems, []);
});

test("no zip, no manifest, a damaged manifest: the hash stays", async () => {
  const text = new TextEncoder().encode("esto no es un APK");
  for (const bytes of [
    text,
    makeApk({}),
    makeApk({ manifest: text }),
    makeApk({ manifest: makeAxml(manifest) }).subarray(0, 200),
  ]) {
    const { item, problems } = await read(bytes);
    assert.equal(item.sha256, hash("sha256", bytes));
    assert.deepEqual(item.signers, []);
    assert.ok(problems.some((p) => p.code === "axml-damaged" || p.code === "zip-entry"));
  }
});

test("a damaged message of META-INF, and one too large to be one", async () => {
  const { item, problems } = await read(
    makeApk({ manifest, stored: true, metaInf: { "A.RSA": new Uint8Array(50), "B.EC": new Uint8Array(1_100_000) } }),
  );
  assert.deepEqual(item.signers, []);
  assert.deepEqual(problems.map((p) => p.code).sort(), ["apk-signature", "zip-entry"]);
});

test("more messages of META-INF than are read are told", async () => {
  const metaInf = Object.fromEntries(
    Array.from({ length: 25 }, (_, i) => [`${i}.RSA`, message([ana], [["Ana", 7]])] as const),
  );
  const { item, problems } = await read(makeApk({ manifest, metaInf }));
  assert.equal(item.signers.length, 1);
  assert.deepEqual(
    problems.map((p) => [p.code, p.found]),
    [["apk-signature", "META-INF: 25 signatures"]],
  );
});
