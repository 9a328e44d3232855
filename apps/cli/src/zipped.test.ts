/** A result as the web app saves it: a zip, read in place. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type StoredEntry, writeZip } from "@contraluz/formats/zip/index.ts";
import { contraluz, folder, type Ran } from "./cli.fixture.ts";

const dir = folder();
const cwd = dir.path;
const run = (...args: string[]): Promise<Ran> => contraluz(args, { cwd });

/** The files of a folder, stored below `top`. */
async function zip(from: string, to: string, top: string): Promise<void> {
  const names = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) =>
      join(e.parentPath, e.name)
        .slice(from.length + 1)
        .replaceAll("\\", "/"),
    );
  const entries = names.map((name): StoredEntry => {
    const bytes = readFileSync(join(from, name));
    return {
      name: top + name,
      size: bytes.length,
      async *chunks() {
        yield bytes;
      },
    };
  });
  const parts: Uint8Array[] = [];
  for await (const chunk of writeZip(entries)) parts.push(chunk);
  writeFileSync(to, Buffer.concat(parts));
}

before(async () => {
  assert.equal((await run("demo", "--out", "r")).code, 0);
  await zip(join(cwd, "r"), join(cwd, "r.zip"), "contraluz/");
  await zip(join(cwd, "r"), join(cwd, "flat.zip"), "");
  await zip(join(cwd, "r/records"), join(cwd, "other.zip"), "");
});
after(() => dir[Symbol.dispose]());

test("report, explain and export read it as they read the folder", async () => {
  for (const name of ["r.zip", "flat.zip"]) {
    assert.equal((await run("report", name, "--json")).out, readFileSync(join(cwd, "r/result.json"), "utf8"));
    const [zipped, open] = [await run("export", name), await run("export", "r")];
    assert.equal(zipped.code, 0, zipped.err);
    assert.ok(zipped.out.length > 1000);
    assert.equal(zipped.out, open.out);
    const id = JSON.parse(readFileSync(join(cwd, "r/result.json"), "utf8")).findings[0].id as string;
    assert.equal((await run("explain", name, id)).out, (await run("explain", "r", id)).out);
  }
});

test("what writes beside a result wants the folder; another zip is no result", async () => {
  for (const verb of ["recheck", "forget"]) {
    const ran = await run(verb, "r.zip", "--lang", "en");
    assert.equal(ran.code, 2);
    assert.match(ran.err, /Unzip it first/);
  }
  const other = await run("report", "other.zip", "--lang", "en");
  assert.equal(other.code, 2);
  assert.match(other.err, /There is no result there/);
});
