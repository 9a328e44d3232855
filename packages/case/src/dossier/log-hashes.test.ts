/** Hashes in the lines of a log: whoever can make a result anew does not know it again in an edition that withholds. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeJson, type Json } from "@contraluz/core";
import { type Entry, hashText, type Line } from "../log/entry.ts";
import type { BagTree } from "./bag-tree.ts";
import { makeDossier } from "./build.ts";
import { MemoryBag, madeInput, madeLog, madeResult, memory, PLATFORM, sumOf } from "./dossier.fixture.ts";
import { dossierExports } from "./exports.ts";
import type { DossierInput } from "./types.ts";
import { verifyDossier } from "./verify.ts";
import { readWithhold } from "./withhold.ts";

const RESULT = sumOf(madeResult().files.get("result.json")!);
const EXPORTS = dossierExports({ checks: ["0001"], at: "2026-11-26T03:30:00Z", lang: "en", platform: PLATFORM });

async function made(more: Partial<DossierInput>): Promise<MemoryBag> {
  const bag = new MemoryBag();
  assert.ok((await makeDossier(madeInput({ exports: EXPORTS, ...more }), bag, PLATFORM)).ok);
  return bag;
}

async function fails(bag: MemoryBag): Promise<string[]> {
  const { files } = bag;
  const tree: BagTree = {
    files: new Map([...files].map(([n, b]) => [n, b.length])),
    others: [],
    open: async (path) => memory(files.get(path)!),
  };
  const { items } = await verifyDossier(tree, { platform: PLATFORM });
  return items.filter((i) => i.state === "fails").map((i) => i.code);
}

/** The log as it was written before its hashes were salted. `change`: what another line says. */
function relined(log: readonly Entry[], change: (h: Line, e: Entry) => Line): Entry[] {
  const out: Entry[] = [];
  for (const e of log) {
    const last = out.at(-1);
    const head = change({ ...e.head, prev: last ? hashText(PLATFORM, last.line) : e.head.prev }, e);
    out.push({ ...e, head, line: encodeJson(head as unknown as Json) } as Entry);
  }
  return out;
}

const asBefore = (log: readonly Entry[]): Entry[] =>
  relined(log, ({ salted: _, ...h }) => ({ ...h, output: h.action === "check" ? [RESULT] : [] }));

test("the hash of a result is in no byte of an edition that withholds, and is there in the full one", async () => {
  const log = madeLog();
  assert.ok(log.every((e) => e.head.salted && !e.line.includes(RESULT)));
  const full = await made({ custody: log });
  assert.ok(full.text("data/custody-data.txt").includes(RESULT));
  assert.ok(full.text("data/export/case.jsonld").toLowerCase().includes(RESULT));
  const list = readWithhold("0001/ios.sms/1\n");
  assert.ok(list.ok);
  const cut = await made({ custody: log, edition: { kind: "redacted", ...list } });
  for (const [name, bytes] of cut.files)
    for (const sum of [RESULT, RESULT.toUpperCase()]) assert.ok(!Buffer.from(bytes).includes(sum), name);
  // What stands in a line is no hash of anything: no export calls it one.
  const [sum] = log[1]!.head.output;
  assert.ok(
    cut.text("data/custody.jsonl").includes(sum!) && !cut.text("data/export/case.jsonld").toLowerCase().includes(sum!),
  );
  assert.deepEqual([await fails(full), await fails(cut)], [[], []]);
  // Whoever is shown the salt can tell.
  assert.equal(hashText(PLATFORM, log[1]!.salt + RESULT), sum);
});

test("a log that was begun before has its hashes as they are, and holds; what another line says does not", async () => {
  const before = asBefore(madeLog());
  assert.ok(before[1]!.line.includes(`"output":["${RESULT}"]`));
  const full = await made({ custody: before });
  assert.deepEqual(await fails(full), []);
  assert.ok(full.text("data/export/case.jsonld").toLowerCase().includes(RESULT));
  for (const change of [
    // Salted with something else, another result, none.
    ({ output, ...h }: Line): Line => ({ ...h, output: output.map((o) => sumOf(o)) }),
    ({ output: _, ...h }: Line, e: Entry): Line => ({ ...h, output: [hashText(PLATFORM, e.salt + sumOf("other"))] }),
    ({ output: _, ...h }: Line): Line => ({ ...h, output: [] }),
    // The form of before, where the line says that it is the new one.
    ({ output: _, ...h }: Line): Line => ({ ...h, output: [RESULT] }),
  ])
    assert.deepEqual(await fails(await made({ custody: relined(madeLog(), change) })), ["custody-data"]);
});
