/** Names, decisions and the ledger of an archive that is open, and an archive that is full: without a browser. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { isFull } from "@contraluz/archive/index/full.ts";
import { MAX_FORM } from "@contraluz/case/forms/fields.ts";
import { nodePlatform } from "@contraluz/platform-node";
import { mostPages } from "./bound.ts";
import { pageFolder } from "./thread/folder.ts";
import { type Feeding, feeding } from "./thread/index.ts";
import { ledgerAnswers, takeLedger } from "./thread/ledger.ts";
import type { Held, Open } from "./thread/open.ts";
import { peopleAnswers, takeDecisions } from "./thread/people.ts";

const platform = nodePlatform({ workers: 0 });
const sha = (text: string): string => createHash("sha256").update(text).digest("hex");
const none = async (): Promise<never> => assert.fail("no scratch is needed");

const pageLine = (path: string, text: string, page = 1): string =>
  `${JSON.stringify({ doc: sha(path), path, page, state: "read", from: "text", text })}\n`;

const PAGES = [
  pageLine("a.txt", "Elena Ríos Vega viajó con Armando Ruiz Arreguín, placas ABC-123."),
  pageLine("b.txt", "Elena Ríos Vega y Armando Ruiz Arreguín.\n\nTomás Ibarra Nava"),
  pageLine("c.txt", "El vocero dijo: nadie será vigilado. Elena Ríos"),
];

const feed = (): Feeding => feeding(async () => undefined, platform.sha256);

async function archive(): Promise<{ readonly held: Held; readonly o: Open }> {
  const index = feed();
  const folder = pageFolder(none, async (_, bytes) => index.take(bytes));
  await folder.append("pages/000001.jsonl", new TextEncoder().encode(PAGES.join("")));
  const o: Open = {
    folder,
    index,
    marks: new Map(),
    findings: [],
    decisions: [],
    ledger: "",
    asked: undefined,
    papers: undefined,
    sealed: undefined,
    last: undefined,
    whole: true,
    corrections: 0,
    kept: undefined,
    unsaved: false,
    problems: 0,
    lines: 0,
    full: false,
    turn: 0,
  };
  const machine = { clock: () => "2026-11-26T10:00:00Z", breathe: async () => {} };
  return { o, held: { now: () => o, kept: () => folder, machine } };
}

test("names with whom and where; joined, refused, taken back; what was decided is there when it is opened again", async () => {
  const { held, o } = await archive();
  const a = peopleAnswers(held);
  const facts = await a.people({});
  assert.deepEqual([facts.pages, facts.unread, facts.left], [3, 0, 0]);
  const { rows, total } = await a.things({ type: "person", text: "RIOS", from: 0 });
  assert.deepEqual(
    [total, rows.map((r) => [r.text, r.n, r.pages])],
    [
      2,
      [
        ["Elena Ríos Vega", 2, 2],
        ["Elena Ríos", 1, 1],
      ],
    ],
  );
  const one = await a.thing({ type: "person", id: rows[0]!.id, from: 0 });
  assert.deepEqual(
    one?.beside.map((b) => [b.text, b.pages, b.near, b.rows.length]),
    [
      ["Armando Ruiz Arreguín", 2, 2, 2],
      ["Tomás Ibarra Nava", 1, 0, 1],
    ],
  );
  const plate = await a.thing({
    type: "plate",
    id: (await a.things({ type: "plate", text: "", from: 0 })).rows[0]!.id,
    from: 0,
  });
  assert.equal(plate?.beside.length, 2);
  assert.equal(await a.thing({ type: "plate", id: "nada", from: 0 }), undefined);

  const join = { type: "merge" as const, from: [rows[1]!.id], into: rows[0]!.id };
  const nobody = await a.decide({ what: join, by: " ", why: "x" });
  assert.ok("faults" in nobody && nobody.faults.some((f) => f.at === "by"));
  const self = await a.decide({ what: { ...join, from: [rows[0]!.id] }, by: "Alma", why: "x" });
  assert.ok("refused" in self && self.refused[0]?.code === "into-itself");
  assert.equal(o.folder.size("decisions.jsonl"), 0, "what was refused is not written");
  const made = await a.decide({ what: join, by: "Alma", why: "misma letra" });
  assert.ok("id" in made && made.id === "d1");
  assert.equal((await a.thing({ type: "person", id: rows[0]!.id, from: 0 }))?.row.n, 3);
  const back = await a.decide({ what: { type: "undo", of: "d1" }, by: "Alma", why: "eran dos" });
  assert.ok("facts" in back);
  assert.deepEqual(
    back.facts.decisions.map((d) => [d.id, d.type, d.undone]),
    [
      ["d2", "undo", false],
      ["d1", "merge", true],
    ],
  );
  o.decisions = [];
  await takeDecisions(o);
  assert.deepEqual(
    o.decisions.map((d) => d.id),
    ["d1", "d2"],
  );
  await o.index.close();
});

test("a page that came later is looked at when it is asked for", async () => {
  const { held, o } = await archive();
  const a = peopleAnswers(held);
  await a.people({});
  await o.folder.append("pages/000001.jsonl", new TextEncoder().encode(pageLine("d.txt", "Berta Luna Paz")));
  o.turn++;
  assert.equal((await a.people({})).pages, 4);
  await o.index.close();
});

test("what was made of an index that is another one now serves nobody", async () => {
  const { held, o } = await archive();
  const a = peopleAnswers(held);
  await a.people({});
  const again = feed();
  await again.take(new TextEncoder().encode([pageLine("0.txt", "Berta Luna Paz"), ...PAGES].join("")));
  await o.index.close();
  Object.assign(o, { index: again });
  const { rows } = await a.things({ type: "person", text: "berta", from: 0 });
  assert.equal((await a.thing({ type: "person", id: rows[0]!.id, from: 0 }))?.rows[0]?.page.path, "0.txt");
  await again.close();
});

test("a line of the ledger is written when it can be read and no check refuses it; lines of others never take the place of one", async () => {
  const { held, o } = await archive();
  const a = ledgerAnswers(held);
  const quote = "nadie será vigilado";
  const claim = {
    type: "claim" as const,
    speaker: { name: "Vocero" },
    said_on: "1974",
    quote,
    kind: "promise",
    scope: { actor: "oficina", subject: "vigilancia" },
    term: "during",
    holds_from: "1974",
    source: [{ sha256: sha("c.txt"), page: 1, quote }],
  };
  const bad = await a.ledgerAdd({ line: { ...claim, said_on: "ayer" } });
  assert.ok("faults" in bad && bad.faults.length > 0);
  const other = await a.ledgerAdd({
    line: { ...claim, quote: "x y z", source: [{ ...claim.source[0]!, quote: "x y z" }] },
  });
  assert.ok("refusals" in other && other.refusals[0]?.code === "quote-not-in-source");
  assert.equal(o.ledger, "");
  const made = await a.ledgerAdd({ line: claim });
  assert.ok("id" in made && made.id === "C1");
  const [shown] = made.shown.claims;
  assert.deepEqual([shown?.state, shown?.sources[0]?.mark], ["open", "stands"]);
  assert.equal(o.ledger.slice(0), new TextDecoder().decode(await (await o.folder.read("ledger.jsonl"))!.read(0, 9999)));
  const span = shown?.sources[0]?.stop?.spans[0];
  assert.equal(span && span.end - span.start, quote.length);

  const mine = o.ledger.trim();
  const theirs = mine.replace('"Vocero"', '"Otro"');
  const act = {
    type: "act",
    id: "A1",
    actor: "oficina",
    what_es: "x",
    on: "1974",
    status: "alleged",
    source: claim.source,
  };
  const taken = await a.ledgerTake({ text: `${mine}\n${JSON.stringify(act)}\n{"type":"state","id":"S"}\n` });
  assert.deepEqual([taken.added, taken.known, taken.others, taken.faults[0]?.code], [1, 1, [], "stored-state"]);
  const again = await a.ledgerTake({ text: theirs });
  assert.deepEqual([again.added, again.known, again.others], [0, 0, ["C1"]]);
  await takeLedger(o);
  assert.equal((await a.ledger({ at: "1973-01-01" })).claims.length, 0);
  assert.deepEqual((await a.ledger({})).entries, { claims: 1, acts: 1, links: 0 });
  await o.index.close();
});

test("a file of lines that is too large is told, and nothing is written behind what nobody read", async () => {
  const { held, o } = await archive();
  await o.folder.append("decisions.jsonl", new TextEncoder().encode("\n".repeat(64 * MAX_FORM + 1)));
  await o.folder.append("ledger.jsonl", new Uint8Array((8 << 20) + 1).fill(10));
  await takeDecisions(o);
  await takeLedger(o);
  assert.equal(o.problems, 2);
  const act = { type: "act" as const, actor: "oficina", what_es: "x", on: "1974", status: "alleged" };
  const line = { ...act, source: [{ sha256: sha("c.txt"), page: 1, quote: "nadie será vigilado" }] };
  await assert.rejects(ledgerAnswers(held).ledgerAdd({ line }), { code: "usage" });
  const a = peopleAnswers(held);
  const { rows } = await a.things({ type: "person", text: "rios", from: 0 });
  const what = { type: "merge" as const, from: [rows[1]!.id], into: rows[0]!.id };
  await assert.rejects(a.decide({ what, by: "Alma", why: "x" }), { code: "usage" });
  await o.index.close();
});

test("a line that is decided stands by itself behind one without a line end", async () => {
  const { held, o } = await archive();
  const a = peopleAnswers(held);
  const { rows } = await a.things({ type: "person", text: "rios", from: 0 });
  const merge = {
    type: "merge",
    id: "d1",
    by: "Alma",
    on: "2026-11-25",
    why: "x",
    from: [rows[1]!.id],
    into: rows[0]!.id,
  };
  await o.folder.append("decisions.jsonl", new TextEncoder().encode(JSON.stringify(merge)));
  await takeDecisions(o);
  const made = await a.decide({ what: { type: "undo", of: "d1" }, by: "Alma", why: "eran dos" });
  assert.ok("id" in made && made.id === "d2");
  o.decisions = [];
  await takeDecisions(o);
  assert.deepEqual([o.decisions.map((d) => d.id), o.problems], [["d1", "d2"], 0]);
  await o.index.close();
});

test("an index that can grow no more says so, and answers with what it has", async () => {
  const index = feed();
  await index.take(new TextEncoder().encode(PAGES.join("")));
  const { db } = await index.now();
  const [{ n }] = db.prepare("SELECT page_count AS n FROM pragma_page_count()").all() as [{ n: number }];
  db.exec(`PRAGMA max_page_count = ${n + 2}`);
  const long = Array.from({ length: 3000 }, (_, i) => `palabra${i}`).join(" ");
  await index.take(new TextEncoder().encode(pageLine("e.txt", long)));
  assert.equal((await index.now()).count(), 3);
  assert.equal(index.full, true);
  await index.take(new TextEncoder().encode(pageLine("f.txt", "más")));
  assert.equal((await index.ready()).count(), 3);
  await index.close();
});

test("a telephone holds fewer pages than a computer; what is no lack of room is none", () => {
  const agent = "Mozilla/5.0 (X11; Linux x86_64)";
  const [much, little] = [mostPages({ agent }), mostPages({ agent, memory: 4 })];
  assert.ok(little < much && mostPages({ agent: "Mozilla/5.0 (Linux; Android 16) Mobile", memory: 8 }) === little);
  assert.deepEqual(
    [
      new RangeError("x"),
      Object.assign(new Error("x"), { resultCode: 7 }),
      new Error("x"),
      undefined,
      { resultCode: 1 },
    ].map(isFull),
    [true, true, false, false, false],
  );
});
