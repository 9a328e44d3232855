import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { checkLedger, PageTexts, readLedger, statesOf } from "@contraluz/archive/ledger/index.ts";
import { promisesSample } from "./make.ts";
import { PASSAGES } from "./passages.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const files = promisesSample();

test("the files of the sample are those that its data make", () => {
  const lying = ["ledger.jsonl", ...readdirSync(join(HERE, "sources")).map((n) => `sources/${n}`)];
  assert.deepEqual(lying.sort(), [...files.keys()].sort());
  for (const [name, text] of files) assert.equal(readFileSync(join(HERE, name), "utf8"), text, name);
});

test("every entry passes the checks, and what follows is what the sources carry", () => {
  const { ledger, faults } = readLedger(files.get("ledger.jsonl")!);
  assert.deepEqual(faults, []);
  const texts = new PageTexts();
  for (const [name, text] of files)
    if (name.startsWith("sources/"))
      texts.add({ doc: createHash("sha256").update(text).digest("hex"), page: 1, state: "read", text });
  const c = checkLedger(ledger, { texts });
  assert.deepEqual(c.refusals, []);
  assert.deepEqual(c.unchecked, []);
  assert.deepEqual(Object.fromEntries(statesOf(c, "2026-11-26").map((s) => [s.claim.id, s.state])), {
    "c-opositores": "open",
    "c-cisen": "open",
    "c-vigilancia-ilegal": "open",
    "c-visitantes": "open",
    "c-informacion": "open",
    "c-dhs-investigacion": "kept",
    "c-cbp-consultas": "open",
  });
  const frena = statesOf(c, "2026-11-26")
    .flatMap((s) => s.weighed)
    .find((w) => w.link.id === "l-opositores-frena");
  assert.deepEqual([frena?.origins, frena?.because], [1, ["one-origin"]]);
});

test("passages are short: the pages belong to those who wrote them", () => {
  for (const [place, p] of Object.entries(PASSAGES))
    for (const q of Object.values(p.quotes)) assert.ok(q.length <= 330, `${place} ${q.length}`);
});
