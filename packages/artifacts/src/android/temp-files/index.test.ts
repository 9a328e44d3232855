import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { block, certificate, V2, v2 } from "@contraluz/formats/apk-signing/apk-signing.fixture.ts";
import { fieldsOf, parseApk, seen } from "../../artifacts.fixture.ts";
import { makeApk } from "../../feeds/apk.fixture.ts";
import { tempFiles } from "./index.ts";

const hash = (algorithm: string, b: Uint8Array): string => createHash(algorithm).update(b).digest("hex");

test("any file by its hash; an APK with its name and signers", async () => {
  const program = new TextEncoder().encode("\x7fELF");
  const other = await parseApk(tempFiles, program, { path: "tmp/.st" });
  assert.deepEqual(other.problems, []);
  assert.deepEqual(other.records.map(fieldsOf), [
    { path: "/data/local/tmp/.st", size: 4, sha256: hash("sha256", program) },
  ]);
  const signer = certificate("Ana", 7);
  const bytes = makeApk({
    manifest: { name: "manifest", attributes: { package: "com.ejemplo.app" } },
    block: block([[V2, v2(signer)]]),
  });
  const { records, problems } = await parseApk(tempFiles, bytes, { path: "tmp/wd/x" });
  assert.deepEqual(problems, []);
  assert.deepEqual(seen(records[0]!), [
    "file-path present /data/local/tmp/wd/x",
    `hash present ${hash("sha256", bytes)}`,
    "app-id present com.ejemplo.app",
    `certificate present ${hash("sha256", signer)}`,
    `certificate present ${hash("sha1", signer)}`,
  ]);
  // A zip that is no APK.
  const zip = await parseApk(tempFiles, makeApk({}), { path: "tmp/x.zip" });
  assert.deepEqual([zip.problems, zip.records[0]!.fields.app], [[], undefined]);
});
