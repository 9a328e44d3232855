/** Words that leave, as a person asks for them: text, a page that is never written over, under both names of the command. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { CONTROL, contraluz, folder, type Ran } from "./cli.fixture.ts";

const dir = folder();
const run = (...args: string[]): Promise<Ran> => contraluz(args, { cwd: dir.path });

before(async () => {
  const { code, err } = await run("demo", "--out", "r", "--workers", "0");
  assert.equal(code, 0, err);
});
after(() => dir[Symbol.dispose]());

test("a message without links, a letter and a page with the hash of the result, in both languages", async () => {
  const print = createHash("sha256")
    .update(readFileSync(join(dir.path, "r/result.json")))
    .digest("hex");
  const [es, en, lab, named, lawyer] = await Promise.all([
    run("palabras", "r", "--lang", "es"),
    run("words", "r", "--lang", "en", "--for", "person"),
    run("words", "r", "--lang", "es", "--for", "lab"),
    run("words", "r", "--lang", "es", "--for", "lab", "--with-names"),
    run("words", "r", "--lang", "en", "--for", "lawyer"),
  ]);
  for (const r of [es!, en!, lab!, named!, lawyer!]) {
    assert.deepEqual([r.code, r.err], [0, ""]);
    assert.ok(!CONTROL.test(r.out));
  }
  for (const r of [es!, en!]) {
    assert.ok(r.out.length < 1100, String(r.out.length));
    assert.doesNotMatch(r.out, /:\/\/|\p{L}\.\p{L}{2,}/u);
  }
  for (const r of [lab!, lawyer!]) assert.ok(r.out.includes(print));
  assert.ok(named!.out.length > lab!.out.length);
});

test("a page for paper is written once, and other readers are refused", async () => {
  const first = await run("words", "r", "--for", "lawyer", "--html", "hoja.html", "--lang", "es");
  assert.equal(first.code, 0, first.err);
  assert.match(readFileSync(join(dir.path, "hoja.html"), "utf8"), /^<!doctype html>[\s\S]*@page\{size:A4/);
  assert.equal((await run("words", "r", "--for", "lawyer", "--html", "hoja.html")).code, 2);
  assert.equal((await run("words", "r", "--for", "press")).code, 2);
  assert.equal((await run("words")).code, 2);
});
