/** One value over all cases: what a look at every record finds. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { ArtifactRecord, Observable } from "@contraluz/core";
import { CATALOGUE } from "@contraluz/engine";
import { keyTexts, readCases, type SearchReport, search, writeCase } from "@contraluz/hunt";
import { readRecords, readResult } from "@contraluz/store";
import { casesOf } from "./engine.ts";
import { type Phone, type PhoneLab, phone, phoneLab } from "./phones.fixture.ts";

let l: PhoneLab;
const phones = new Map<string, Phone>();
before(async () => {
  l = await phoneLab();
  const odd = (value: string, n: number): ArtifactRecord => ({
    kind: "row",
    fields: { n },
    observables: [{ type: "url", value, contact: "visited" }],
    origin: { file: 0, at: { table: "t", row: n } },
  });
  const values = ["https://cien%_por.example/a'b\"c\\d!e", "https://CIENxxpor.example/", "https://españa.example/año"];
  for (let n = 0; n < 6; n++) {
    const p = await phone(n + 1, 120, n === 2 ? values.map(odd) : []);
    phones.set((await l.take(n, p.folder)).id, p);
  }
});
after(() => l.end());

async function ask(query: string): Promise<SearchReport> {
  return search({ engine: l.engine, cases: (await readCases(l.lab)).cases }, query);
}

/** Records with a value that fits, counted by reading all of them. */
async function counted(fits: (o: Observable) => boolean): Promise<Map<string, number>> {
  const out = new Map<string, number>();
  for (const [id, { folder }] of phones) {
    const result = await readResult(folder);
    for (const a of CATALOGUE.artifacts)
      for await (const { records } of readRecords(folder, result, a.id))
        for (const r of records) if (r.observables.some(fits)) out.set(id, (out.get(id) ?? 0) + 1);
  }
  return out;
}

const counts = (r: SearchReport): Map<string, number> => new Map(r.hits.map((h) => [h.caseId, h.count]));
const sorted = (m: Map<string, number>): [string, number][] => [...m].sort(([a], [b]) => (a < b ? -1 : 1));
const has =
  (...texts: string[]) =>
  (o: Observable): boolean =>
    keyTexts(o).some((k) => texts.includes(k));

test("a whole value, as what it is: with names below it, folders, networks, cut names, other ways to write it", async () => {
  const of: readonly (readonly [string, (o: Observable) => boolean])[] = [
    ["evil.example", has("d:evil.example")],
    ["evil[.]example", has("d:evil.example")],
    ["EVIL.example", has("d:evil.example")],
    ["hxxps://evil.example/a", has("u:evil.example/a")],
    ["198.51.0.0/16", has("i:198.51.0.0/16")],
    ["198.51.100.7", has("i:198.51.100.7")],
    ["+52 1 55 1234 5678", has("e:+525512345678")],
    ["/private/var/db/com.apple.xpc.roleaccountd.staging", has("f:/private/var/db/com.apple.xpc.roleaccountd.staging")],
    ["vigilante-largo-de-nombre", has("p:vigilante-largo-de-nombre", "p15:vigilante-largo", "p16:vigilante-largo-")],
    ["com.vigia.app", has("k:com.vigia.app")],
  ];
  for (const [query, fits] of of) {
    const r = await ask(query);
    assert.equal(r.how, "keys");
    assert.deepEqual(sorted(counts(r)), sorted(await counted(fits)), query);
    assert.ok(r.hits.length > 0, query);
    assert.equal(r.searched.length, phones.size);
    for (const h of r.hits) {
      assert.equal(
        h.count,
        Object.values(h.artifacts).reduce((a, b) => a + b, 0),
      );
      assert.ok(h.records.length === Math.min(100, h.count) && h.records.every((x) => x.values.some(fits)), query);
    }
  }
});

test("what begins so: letters of SQL and JSON are letters; upper and lower case are one", async () => {
  // Not where a name stands in other letters, which its keys make plain: that is found whole.
  const begins = (text: string) => (o: Observable) =>
    o.value.toLowerCase().startsWith(text) ||
    (keyTexts(o).some((k) =>
      k
        .slice(k.indexOf(":") + 1)
        .toLowerCase()
        .startsWith(text),
    ) &&
      o.value.toLowerCase().includes(text));
  for (const text of [
    "evil",
    "vigilante-larg",
    "/private/var/db",
    "https://cien%_p",
    "https://cien%_por.example/a'b\"c\\d!",
    "https://españa",
  ]) {
    const r = await ask(`${text}*`);
    assert.equal(r.how, "records");
    assert.deepEqual(sorted(counts(r)), sorted(await counted(begins(text))), text);
    assert.ok(r.hits.length > 0, text);
  }
  assert.equal((await ask("https://cien%_p*")).hits[0]?.count, 1);
});

test("what is not there, and what cannot be looked for", async () => {
  assert.deepEqual((await ask("nadie.example")).hits, []);
  assert.deepEqual((await ask("nadie-*")).hits, []);
  for (const query of ["", " ", "com.mx", "10.0.0.0/4", "/private/var", "ab*", "*", "%%%*", "x".repeat(9000)])
    await assert.rejects(ask(query), { code: "usage" }, query);
});

test("a case whose term is over is not looked at, also before the lab lets go of it", async () => {
  const [first, second] = (await readCases(l.lab)).cases;
  const today = l.lab.machine.now().slice(0, 10);
  await writeCase(l.lab, { ...first!, keepUntil: "2001-01-01" });
  await writeCase(l.lab, { ...second!, keepUntil: today });
  const ids = (await casesOf(l.lab)).cases.map((c) => c.id);
  assert.ok(!ids.includes(first!.id));
  assert.ok(ids.includes(second!.id));
  assert.equal(ids.length, phones.size - 1);
});
