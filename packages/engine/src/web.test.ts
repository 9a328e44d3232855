/**
 * One engine, two platforms: in a web worker of headless Chromium a check gives the same bytes as in Node, and the page asks
 * for nothing but its own files.
 * @module
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, type TestContext, test } from "node:test";
import { deflateRawSync, gzipSync } from "node:zlib";
import { ARTIFACTS } from "@contraluz/artifacts";
import { LIMITS } from "@contraluz/core";
import { RULES } from "@contraluz/detection";
import { filesOf, makeTar, makeZip } from "@contraluz/evidence/ios-backup/harness.fixture.ts";
import { nodePlatform } from "@contraluz/platform-node";
import { outcomeOf, someBytes } from "@contraluz/platform-web/suite.fixture.ts";
import { htmlReport } from "@contraluz/report";
import type { Page } from "playwright-core";
import { createRandom } from "../../../samples/lib/random.ts";
import { type Match, oddMatches } from "../../../tools/web-engine/odd-hosts.ts";
import { choose, isIsolated, type Opened, openBrowser, probe, runIn } from "../../../tools/web-engine/open.ts";
import type { OnDisk, Wish } from "../../../tools/web-engine/order.ts";
import { textSums } from "../../../tools/web-engine/text.ts";
import { backupOf, bigBackup, encryptedSample, fileOf, PASSWORD, plainDatabase, typed } from "./backups.fixture.ts";
import { type Container, countingPlatform, fresh, pack, type RunOptions, run, SAMPLE, SIGNS } from "./check.fixture.ts";

const NAMES = filesOf(SAMPLE).map(([path]) => path);

let opened: Opened | string;
/** Pages whose threads do not share memory, and do. */
let page: Page;
let isolated: Page;
before(async () => {
  opened = await openBrowser(
    new Map(
      filesOf(SAMPLE).map(([path, body]) => [`/backup/${path}`, { type: "application/octet-stream", body }] as const),
    ),
  );
  if (typeof opened === "string") return;
  page = await opened.page();
  isolated = await opened.page({ isolated: true });
  for (const p of [page, isolated]) await choose(p, "signs", SIGNS);
});
after(async () => {
  if (typeof opened !== "string") await opened?.close();
});

/** A test that needs the browser; skipped with the reason where it does not start. */
function inBrowser(name: string, f: (o: Opened) => Promise<void>): void {
  test(name, async (t: TestContext) => (typeof opened === "string" ? t.skip(opened) : f(opened)));
}

/** All that a check writes in Node, by name. */
async function inNode(path: string, o: RunOptions = {}): Promise<Map<string, Buffer>> {
  const { result, json, folder } = await run([path], o);
  const artifacts = new Map(ARTIFACTS.map((a) => [a.id, a]));
  const rules = new Map(RULES.map((r) => [r.id, r.words.name]));
  const files = new Map(folder.files);
  for (const lang of ["es", "en"] as const)
    files.set(`report.${lang}.html`, Buffer.from(htmlReport(result, { lang, artifacts, rules })));
  return files.set("result.json", Buffer.from(json));
}

async function sameAs(expected: ReadonlyMap<string, Buffer>, on: Page, wish: Wish, what: string): Promise<void> {
  const came = await runIn(on, wish);
  assert.deepEqual(Object.keys(came.files).sort(), [...expected.keys()].sort(), what);
  for (const [name, bytes] of expected) {
    const found = Buffer.from(came.files[name]!, "base64");
    if (!found.equals(bytes)) assert.equal(found.toString("latin1"), bytes.toString("latin1"), `${what}: ${name}`);
  }
}

inBrowser("a folder that the person chose: 0 and 2 threads, with shared memory and without", async () => {
  const expected = await inNode(SAMPLE);
  const result = JSON.parse(expected.get("result.json")!.toString());
  assert.equal(result.verdict.evidence, "match");
  for (const p of [page, isolated]) {
    assert.equal(await isIsolated(p), p === isolated);
    await choose(p, "folder", SAMPLE);
    for (const workers of [0, 2]) await sameAs(expected, p, { from: "folder", workers }, `${workers} threads`);
  }
});

inBrowser("a folder whose bytes the page has fetched from itself", async ({ server }) => {
  const asked = server.asked.length;
  const wish: Wish = { from: { name: "backup", paths: NAMES.toReversed() }, workers: 0 };
  await sameAs(await inNode(SAMPLE), page, wish, "fetched");
  assert.deepEqual(server.asked.slice(asked).sort(), ["/engine.js", ...NAMES.map((n) => `/backup/${n}`)].sort());
});

inBrowser("an encrypted backup, and a wrong password", async () => {
  const dir = encryptedSample();
  const expected = await inNode(dir, { secret: typed });
  await choose(page, "folder", dir);
  for (const workers of [0, 2])
    await sameAs(expected, page, { from: "folder", workers, password: PASSWORD }, `${workers} threads`);
  await assert.rejects(runIn(page, { from: "folder", workers: 0, password: "otra" }), /backup-password-wrong/);
});

const CONTAINERS: readonly Container[] = ["zip, stored", "zip, deflated", "tar", "tar.gz"];

inBrowser("zip, tar and tar.gz, plain and encrypted", async () => {
  for (const dir of [SAMPLE, encryptedSample()]) {
    const secret = dir === SAMPLE ? {} : { secret: typed };
    for (const kind of CONTAINERS) {
      const path = pack(dir, kind, "backup");
      await choose(page, "file", path);
      await sameAs(await inNode(path, secret), page, { from: "file", workers: 2, password: PASSWORD }, kind);
    }
  }
});

const write = (bytes: Uint8Array): string => {
  const path = fresh();
  writeFileSync(path, bytes);
  return path;
};
const cut = (b: Buffer, part: number): string => write(b.subarray(0, Math.floor(b.length * part)));
function flipped(b: Buffer, at: number): string {
  const out = Buffer.from(b);
  out[at]! ^= 0x55;
  return write(out);
}
/** As some tools write it: many members in a row, and zeros at the end. */
function members(tar: Buffer): string {
  const parts: Buffer[] = [];
  for (let at = 0; at < tar.length; at += 70_001) parts.push(gzipSync(tar.subarray(at, at + 70_001)));
  return write(Buffer.concat([...parts, Buffer.alloc(10_240)]));
}

inBrowser("archives that are cut short or damaged: the same records, the same problems", async () => {
  const describing = /^(Manifest|Info|Status)/;
  const files = filesOf(SAMPLE);
  // What describes the backup comes first, so that there is something to lose behind it.
  const tar = makeTar([...files.filter(([p]) => describing.test(p)), ...files.filter(([p]) => !describing.test(p))]);
  const gz = gzipSync(tar);
  const zip = makeZip(files, true);
  const cases: readonly (readonly [string, string])[] = [
    ["cut", cut(gz, 0.8)],
    ["cut by a byte", write(gz.subarray(0, -1))],
    ["damaged", flipped(gz, Math.floor(gz.length * 0.9))],
    ["wrong CRC", flipped(gz, gz.length - 6)],
    ["members and zeros", members(tar)],
    ["zip, damaged entry", flipped(zip, Math.floor(zip.length * 0.5))],
    ["zip, cut", cut(zip, 0.7)],
  ];
  const codes = new Set<string>();
  for (const [name, path] of cases) {
    const expected = await inNode(path);
    for (const p of JSON.parse(expected.get("result.json")!.toString()).problems) codes.add(p.code);
    await choose(page, "file", path);
    await sameAs(expected, page, { from: "file", workers: 2 }, name);
  }
  for (const code of ["gzip-damaged", "zip-entry", "zip-directory"]) assert.ok(codes.has(code), code);
});

inBrowser("a database too large for memory inside a tar.gz: scratch, and nothing of it left", async () => {
  const big = fileOf("Library/SMS/sms.db", plainDatabase(LIMITS.memory + 3_000_000));
  const path = pack(backupOf([big]), "tar.gz");
  const counting = countingPlatform();
  const expected = await inNode(path, { platform: counting });
  assert.ok(counting.counts.scratchBytes > LIMITS.memory);
  await choose(page, "file", path);
  await sameAs(expected, page, { from: "file", workers: 0 }, "tar.gz");
  const onDisk: OnDisk = {
    before: 0,
    // Encrypted: of the two megabytes that lie there nothing can be read.
    during: [
      ["contraluz-scratch/", 0],
      ["contraluz-scratch/#", 2 << 20],
    ],
    plain: false,
    after: 0,
  };
  assert.deepEqual(await probe(page, { ask: "scratch" }), onDisk);
  // A thread that ends without closing it leaves a file; whoever needs scratch next removes it.
  await probe(page, { ask: "leave" });
  assert.deepEqual(await probe(page, { ask: "scratch" }), { ...onDisk, before: 1 });
});

inBrowser("tens of thousands of rows in several lanes: chunks interleave, bytes do not", async () => {
  const dir = bigBackup({ messages: 8000, visits: 8000, usages: 6000, listed: 1000 });
  const expected = await inNode(dir);
  for (const p of [page, isolated]) {
    await choose(p, "folder", dir);
    // Most of the result goes to scratch.
    await sameAs(expected, p, { from: "folder", workers: 2, memory: 100_000 }, "2 threads");
    assert.equal((await probe<OnDisk>(p, { ask: "scratch" })).before, 0);
  }
});

inBrowser("the browser's platform does what every platform does", async () => {
  const cases = await probe<[string, string][]>(page, { ask: "suite" });
  assert.ok(cases.length >= 15);
  for (const [name, wrong] of cases) assert.equal(wrong, "", name);
});

inBrowser("a folder of a case is whole or not there, whatever way the browser has to write", async () => {
  for (const without of [[], ["move"], ["createWritable"]] as const) {
    const cases = await probe<[string, string][]>(page, { ask: "folders", without });
    assert.ok(cases.length >= 8);
    for (const [name, wrong] of cases) assert.equal(wrong, "", `${name}, without ${without.join()}`);
  }
  const bytes = someBytes(100_000, 5);
  const sum = bytes.reduce((n, b) => n + b, 0);
  assert.equal(await probe(page, { ask: "folder file" }), sum, "another thread reads it by its reference");
});

inBrowser("scratch that the browser does not give is said as such", async () => {
  assert.deepEqual(await probe(page, { ask: "scratch fails" }), [
    "scratch-unavailable: SecurityError: not here",
    "scratch-unavailable: TypeError: navigator.storage.getDirectory is not a function",
    "scratch-unavailable: NoModificationAllowedError: not here",
    "scratch-unavailable: QuotaExceededError: no room",
    "0 files left",
  ]);
});

inBrowser("threads: nothing is lost before somebody listens, and one that cannot start says so", async ({ server }) => {
  const asked = server.asked.length;
  const found = await probe(page, { ask: "threads" });
  assert.deepEqual(found, ["first", "second", 10, 0, "the thread could not start"]);
  assert.ok(server.asked.slice(asked).includes("/nothing.js"));
});

inBrowser("damaged streams: the same bytes come out, the same words are said", async () => {
  const random = createRandom(20);
  const text = Buffer.from(Array.from({ length: 12_000 }, (_, i) => `${i} ${random.below(1000)} línea\n`).join(""));
  const whole = { gzip: gzipSync(text), "deflate-raw": deflateRawSync(text) };
  const said = new Set<string>();
  for (let i = 0; i < 30; i++) {
    const kind = i % 2 === 0 ? "gzip" : "deflate-raw";
    const { length } = whole[kind];
    const bytes = Buffer.from(whole[kind].subarray(0, i % 3 === 0 ? random.below(length) : length));
    if (i % 3 > 0) for (let n = 1 + random.below(3); n > 0; n--) bytes[random.below(bytes.length)]! = random.below(256);
    const pieces = 1 + random.below(60_000);
    await choose(page, "file", write(bytes));
    const expected = await outcomeOf(nodePlatform(), kind, piecesOf(bytes, pieces));
    const found = await probe<{ length: number; sha256: string; error: string }>(page, {
      ask: "inflate",
      kind,
      pieces,
    });
    const sha256 = createHash("sha256").update(expected.bytes).digest("hex");
    assert.deepEqual(found, { length: expected.bytes.length, sha256, error: expected.error }, `${kind} ${i}`);
    said.add(expected.error);
  }
  assert.equal(said.size, 3);
});

async function* piecesOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield new Uint8Array(bytes.subarray(at, at + size));
}

inBrowser("hosts, however odd, have the same match keys and meet the same signs", async () => {
  const [here, there] = [await oddMatches(), await probe<Match[]>(page, { ask: "hosts" })];
  assert.deepEqual(there, here);
  assert.ok(here.length > 250);
  // Most of them are hosts, and found: the comparison is not one of empty lists.
  assert.ok(here.filter((m) => m.keys.length > 0).length > 200);
  assert.ok(here.filter((m) => m.met.length > 0).length > 120);
});

inBrowser("characters, encodings and numbers are the same", async () => {
  const [here, there] = [textSums(), await probe<{ [question: string]: string }>(page, { ask: "text" })];
  assert.ok(Object.keys(here).length >= 12);
  assert.deepEqual(there, here);
});

inBrowser("nothing is asked of anybody else, and nothing can be", async ({ requests, said, server, page: newPage }) => {
  const other = createServer((_, response) => response.end());
  let reached = 0;
  other.on("request", () => reached++);
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  try {
    for (const r of requests) assert.ok(r.startsWith(`GET ${server.origin}/`), r);
    const paths = new Set(requests.map((r) => r.slice(`GET ${server.origin}`.length)));
    const own = /^(\/isolated)?\/(index\.html|page\.js|engine\.js|probe\.js|nothing\.js)$/;
    for (const path of paths) assert.ok(own.test(path) || NAMES.includes(path.slice("/backup/".length)), path);
    assert.deepEqual(
      [...new Set(server.asked)].filter((path) => !paths.has(path)),
      [],
    );
    assert.deepEqual(said, []);
    // The rules hold: a worker that tries is refused before anything leaves.
    const urls = [`http://127.0.0.1:${(other.address() as AddressInfo).port}/`, "http://example.invalid/"];
    assert.deepEqual(await probe(await newPage(), { ask: "reach", urls }), ["refused", "refused"]);
    assert.equal(reached, 0);
    assert.equal((await fetch(urls[0]!)).status, 200);
    assert.equal(reached, 1);
  } finally {
    other.closeAllConnections();
    other.close();
  }
});
