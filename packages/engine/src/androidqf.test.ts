/** What AndroidQF copied, from end to end: apps and their signers, messages, logs that overlap, lists; in a folder, a zip, and front to back. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { deflateSync, gzipSync } from "node:zlib";
import { makeApk } from "@contraluz/artifacts/feeds/apk.fixture.ts";
import { androidQf } from "@contraluz/evidence/android/phone.fixture.ts";
import { makeTar } from "@contraluz/evidence/ios-backup/harness.fixture.ts";
import { makeAb } from "@contraluz/formats/android-backup/write.fixture.ts";
import { block, certificate, V2, v2 } from "@contraluz/formats/apk-signing/apk-signing.fixture.ts";
import { nodePlatform } from "@contraluz/platform-node";
import { fresh, pack, type Ran, records, run, WORKER } from "./check.fixture.ts";

const json = (v: unknown): Buffer => Buffer.from(JSON.stringify(v));
const text = (...lines: string[]): Buffer => Buffer.from(`${lines.join("\n")}\n`);
const sha256 = (b: Uint8Array): string => createHash("sha256").update(b).digest("hex");

const signer = certificate("Ana", 7);
const apk = (app: string): Uint8Array =>
  makeApk({ manifest: { name: "manifest", attributes: { package: app } }, block: block([[V2, v2(signer)]]) });
const [copied, backed] = [apk("com.ejemplo.app"), apk("com.ejemplo.otra")];

const lookup = (host: string): string =>
  JSON.stringify({ dns_event: { event_time: 1773377344481, hostname: host, package_name: "com.ejemplo.app" } });
const messages = [
  { address: "+525511110000", body: "mira https://enlace.example/x", date: "1747800000000", type: "1" },
];

const packed = gzipSync("registro\n");

const FILES: readonly (readonly [string, Uint8Array])[] = [
  ...androidQf().filter(([n]) => !["backup.ab", "hashes.csv", "files.json", "apks/org.example.apk"].includes(n)),
  ["apks/com.ejemplo.app.apk", copied],
  [
    "backup.ab",
    makeAb(
      makeTar([
        ["apps/com.ejemplo.otra/a/base.apk", Buffer.from(backed)],
        ["apps/com.android.providers.telephony/d_f/000000_sms_backup", deflateSync(json(messages))],
      ]),
    ),
  ],
  ["files.json", text(...["/data/local/tmp/a", "/sdcard/DCIM/b.jpg"].map((path) => JSON.stringify({ path })))],
  ["tmp/registro.gz", packed],
  ["intrusion_logs/log-8.txt", text(lookup("a.example"), lookup("b.example"))],
  ["intrusion_logs/log-9.txt", text(lookup("b.example"), lookup("c.example"))],
];

function folder(): string {
  const root = fresh();
  for (const [path, bytes] of FILES) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
  return root;
}

/** The fields of all records of one place. */
function of(ran: Ran, artifact: string): { readonly [k: string]: unknown }[] {
  const lines = (records(ran)[`records/android.${artifact}.jsonl`] ?? "").split("\n").filter((l) => l !== "");
  return lines.map((l) => Object.values(JSON.parse(l) as object)[0] as { [k: string]: unknown });
}

test("each part is read, the same in every shape and with any number of workers", async () => {
  const root = folder();
  const whole = await run([root]);
  assert.deepEqual(
    of(whole, "apks").map((r) => [r.app, r.file, r.sha256, r.signers]),
    [
      ["com.ejemplo.app", "com.ejemplo.app.apk", copied],
      ["com.ejemplo.otra", "base.apk", backed],
    ].map(([app, file, bytes]) => [
      app,
      file,
      sha256(bytes as Uint8Array),
      [{ sha256: sha256(signer), sha1: createHash("sha1").update(signer).digest("hex"), scheme: "v2" }],
    ]),
  );
  // A file of the temporary folder is known by its own hash, whatever it opens to.
  assert.deepEqual(
    of(whole, "temp-files").filter((r) => r.path === "/data/local/tmp/registro.gz"),
    [{ path: "/data/local/tmp/registro.gz", size: packed.length, sha256: sha256(packed) }],
  );
  assert.equal(whole.result.files.find((f) => f.path === "apks/com.ejemplo.app.apk")?.sha256, sha256(copied));
  assert.deepEqual(
    of(whole, "sms").map((r) => [r.address, r.direction, r.links]),
    [["+525511110000", "received", ["https://enlace.example/x"]]],
  );
  const hosts = of(whole, "intrusion-logs").flatMap((r) => r.host ?? []);
  assert.deepEqual(
    hosts.filter((h) => /^[abc]\.example$/.test(h as string)),
    ["a.example", "b.example", "c.example"],
  );
  assert.deepEqual(of(whole, "files"), [{ path: "/data/local/tmp/a" }, { folder: "/sdcard/DCIM", count: 1 }]);
  assert.equal(of(whole, "acquisition").filter((r) => r.tool === "AndroidQF").length, 1);
  for (const kind of ["zip, stored", "zip, deflated", "tar.gz"] as const)
    assert.deepEqual(records(await run([pack(root, kind)])), records(whole), kind);
  assert.deepEqual(
    records(await run([root], { workers: 2, platform: nodePlatform({ worker: WORKER }) })),
    records(whole),
  );
});
