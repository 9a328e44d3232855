/** The web app as it is built: its weight, the same bytes twice, sums, nothing that a page must not have. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";
import { type BuiltWeb, buildWeb, sortSigns, sumsOf } from "./web-build.ts";
import { overweight, partsOf, sizeTable } from "./web-sizes.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SIGNS = [{ name: "a.txt", text: "spy.example\n" }];

let built: BuiltWeb;
before(async () => {
  built = await buildWeb(ROOT);
});

const textOf = (name: string): string => Buffer.from(built.files.get(name) ?? "").toString();
const named = (fits: RegExp): string => [...built.files.keys()].find((n) => fits.test(n)) ?? assert.fail(String(fits));

test("no part weighs more than it may, and none that is heavy comes with the first screen", () => {
  const parts = partsOf(built);
  assert.deepEqual(overweight(parts), [], sizeTable(parts));
  assert.equal(
    parts.reduce((n, p) => n + p.files.length, 0),
    built.files.size,
    "every file is in one part",
  );
  for (const fits of [/^main-.*\.js$/, /^main-.*\.css$/, /next-latin.*\.woff2$/])
    assert.ok(built.first.some((n) => fits.test(n)));
});

test("what is too heavy, or is no part of its own, is said", () => {
  const heavy = { ...built, files: new Map([...built.files, ["contraluz.html", "x".repeat(17 << 20)] as const]) };
  assert.deepEqual(overweight(partsOf(heavy)), ["contraluz.html: 17408 KiB, at most 16384"]);
  const early = { ...built, first: [...built.first, named(/^bench-/)] };
  assert.deepEqual(overweight(partsOf(early)), ["bench: is no part of its own"]);
});

test("the same source, the same bytes; with other signs another build", async () => {
  const again = await buildWeb(ROOT);
  assert.deepEqual(sumsOf(again.files), sumsOf(built.files));
  const other = await buildWeb(ROOT, SIGNS);
  const id = (b: BuiltWeb): string => /name="build" content="(\w+)"/.exec(String(b.files.get("index.html")))![1]!;
  assert.match(id(built), /^[0-9a-f]{10}$/);
  assert.notEqual(id(other), id(built));
  for (const b of [built, other]) {
    assert.ok(String(b.files.get("contraluz.html")).includes(`content="${id(b)}"`));
    assert.ok(b.files.has(`keep-${id(b)}.js`));
  }
});

test("lists travel packed, those without a sign not at all", async () => {
  const { good, empty } = await sortSigns([
    ...SIGNS,
    { name: "readme.json", text: "{}" },
    { name: "b.txt", text: "\n" },
  ]);
  assert.deepEqual(good, SIGNS);
  assert.deepEqual(empty, ["readme.json", "b.txt"]);
  const repeated = { name: "long.txt", text: "spy.example\n".repeat(20_000) };
  const other = await buildWeb(ROOT, [repeated]);
  const [chunk] = [...other.files].find(([name]) => /^contraluz_signs-/.test(name))!;
  const text = Buffer.from(other.files.get(chunk)!).toString();
  assert.ok(text.length < 5000);
  const [, base64] = /packed:"([^"]+)"/.exec(text)!;
  assert.equal(inflateRawSync(Buffer.from(base64!, "base64")).toString(), repeated.text);
});

test("sha256sum agrees with the sums", { skip: process.platform === "win32" && "needs sha256sum" }, () => {
  const folder = mkdtempSync(join(tmpdir(), "contraluz-sums-"));
  try {
    for (const [name, body] of built.files) writeFileSync(join(folder, name), body);
    const { status, stderr } = spawnSync("sha256sum", ["-c", "--strict", "-"], {
      cwd: folder,
      input: sumsOf(built.files),
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("the script of a kept page names every file of the site, each by its hash", () => {
  const script = textOf(named(/^keep-/));
  for (const [name, body] of built.files) {
    if (/^keep-|^contraluz\.html$/.test(name)) continue;
    const sum = createHash("sha256").update(body).digest("base64");
    assert.ok(script.includes(`["${name}","sha256-${sum}"]`), name);
  }
});

test("no script reaches for the network or a store; pages carry no script but their own", () => {
  const forbidden =
    /\b(XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|indexedDB|localStorage|sessionStorage|document\.cookie|document\.write)\b/;
  for (const [name] of built.files) {
    if (!name.endsWith(".js")) continue;
    assert.doesNotMatch(textOf(name), forbidden, name);
    assert.doesNotMatch(textOf(name), /[^.\w]fetch\(/, name);
  }
  assert.equal(textOf("contraluz.html").match(/<script/g)?.length, 1);
  assert.doesNotMatch(textOf("contraluz.html"), /<link rel="stylesheet"|<script[^>]+src=/);
});
