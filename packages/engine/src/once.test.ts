/**
 * One pass: a file that several artifacts share is opened once and read once, wherever it lies. Readers count.
 * @module
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import type { AnyArtifact, Artifact } from "@contraluz/artifacts";
import { LIMITS } from "@contraluz/core";
import { backupOf, fileOf, plainDatabase, stored } from "./backups.fixture.ts";
import { bytesRead, type Container, countingPlatform, fresh, pack, type Ran, run } from "./check.fixture.ts";

const PATH = "Library/Shared/shared.db";
const MiB = 1 << 20;

/** Four artifacts on one database, each with its own columns. */
const four: readonly AnyArtifact[] = ["a", "b", "c", "d"].map(
  (name, n): Artifact<"sqlite"> => ({
    id: `test/${name}`,
    version: 1,
    feed: "sqlite",
    where: {
      "ios-backup": {
        paths: [`HomeDomain/${PATH}`],
        want: { tables: [{ name: "t", columns: n % 2 === 0 ? ["id", "name"] : ["name", "body"] }] },
      },
    },
    fields: {},
    observes: [],
    words: { name: { es: name, en: name }, shows: { es: "", en: "" }, hides: { es: "", en: "" } },
    sources: [],
    parse: () => ({
      take(item, emit) {
        for (const row of item.rows)
          emit({
            kind: name,
            fields: { name: row.values[item.column("name")] as string },
            observables: [],
            origin: item.origin(row),
          });
      },
    }),
  }),
);
const catalogue = { artifacts: four, rules: [] };
const ROWS = 12_000;
const body = plainDatabase(12 * MiB, ROWS);
const dir = backupOf([fileOf(PATH, body), fileOf("Library/other.bin", new Uint8Array(3 * MiB))]);

function allRead(ran: Ran): void {
  assert.deepEqual(ran.result.problems, []);
  for (const a of four) assert.equal(ran.result.records[a.id]?.count, ROWS, a.id);
}

test("a database that four artifacts share is opened once and every byte of it read once", async () => {
  const platform = countingPlatform();
  const ran = await run([dir], { platform, catalogue });
  allRead(ran);
  const path = join(dir, stored("HomeDomain", PATH));
  const { opened, scratches, live } = platform.counts;
  assert.equal(opened.get(path), 1);
  assert.equal(bytesRead(platform.counts, path), body.length);
  assert.equal(opened.get(join(dir, stored("HomeDomain", "Library/other.bin"))), undefined, "nobody asked for it");
  assert.deepEqual([scratches, live], [0, 0], "no scratch, nothing left open");
  const total = [...platform.counts.reads.keys()].reduce((n, p) => n + bytesRead(platform.counts, p), 0);
  const named = ran.result.files.reduce((n, f) => n + f.size, 0);
  // Info.plist and Manifest.plist are looked at before anybody asks for them as an artifact.
  assert.ok(total <= named + 64 * 1024, `${total} bytes read for files of ${named}`);
});

for (const kind of ["zip, stored", "zip, deflated"] as const) {
  test(`the same inside a zip (${kind})`, async () => {
    const zip = pack(dir, kind, "id");
    const bytes = readFileSync(zip);
    const inside = kind === "zip, stored" ? body : deflateRawSync(body);
    const at = bytes.indexOf(inside);
    assert.ok(at > 0);
    const platform = countingPlatform();
    const ran = await run([zip], { platform, catalogue });
    allRead(ran);
    const { counts } = platform;
    // What names the evidence is the hash of the whole archive: one pass over all of it, beside the one over the database.
    // Its end and the local headers are also read for the list, for the look into it, and for each file by name.
    const [once, all] = [bytesRead(counts, zip, at, at + inside.length), bytesRead(counts, zip)];
    assert.ok(once >= 2 * inside.length && once <= 2 * inside.length + MiB / 4, `${once} of ${inside.length}`);
    assert.ok(all <= bytes.length + inside.length + 2 * MiB, `${all} of ${bytes.length}`);
    assert.deepEqual([counts.scratches, counts.live], [0, 0]);
  });
}

for (const kind of ["tar", "tar.gz"] as const satisfies readonly Container[]) {
  test(`the same inside a ${kind}: two passes over the archive, nothing extracted`, async () => {
    const tar = pack(dir, kind, "id");
    const size = statSync(tar).size;
    const platform = countingPlatform();
    const ran = await run([tar], { platform, catalogue });
    allRead(ran);
    const { counts } = platform;
    assert.ok(body.length <= LIMITS.memory);
    assert.deepEqual([counts.scratches, counts.live], [0, 0]);
    const read = bytesRead(counts, tar);
    assert.ok(read <= 2 * size + MiB, `${read} bytes read of ${size}`);
  });
}

test("a capture that is the whole evidence is read once: its id is the hash that reading it gave", async () => {
  const frame = Buffer.alloc(16 + 1000);
  frame.writeUInt32LE(1_700_000_000, 0);
  frame.writeUInt32LE(1000, 8);
  frame.writeUInt32LE(1000, 12);
  const head = Buffer.from("d4c3b2a1020004000000000000000000ffff000001000000", "hex");
  const whole = Buffer.concat([head, ...Array.from({ length: 6000 }, () => frame)]);
  const path = `${fresh()}.pcap`;
  writeFileSync(path, whole);
  const platform = countingPlatform();
  const { result } = await run([path], { platform });
  assert.equal(result.acquisition.kind, "capture");
  assert.equal(result.evidence[0]!.id, createHash("sha256").update(whole).digest("hex"));
  // Its beginning is looked at to know what it is.
  assert.equal(bytesRead(platform.counts, path, MiB), whole.length - MiB);
});
