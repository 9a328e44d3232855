import assert from "node:assert/strict";
import { test } from "node:test";
import { LANGS, say } from "@contraluz/core";
import { checkLedger } from "./check.ts";
import { ACT, CLAIM, jsonl, LINK, texts } from "./ledger.fixture.ts";
import { ledgerHtml } from "./page.ts";
import { readLedger } from "./read.ts";
import { viewOf } from "./view.ts";
import { lineFaultWords, REFUSALS } from "./words.ts";

const faults = (text: string): string[] =>
  readLedger(text).faults.map((f) =>
    f.code === "form" ? `${f.line} ${f.fault.at} ${f.fault.code}` : `${f.line} ${f.code}`,
  );

test("a ledger is read whole; empty lines and marks of byte order say nothing", () => {
  const { ledger, faults: none } = readLedger(`\ufeff${jsonl(CLAIM)}\r\n\n${jsonl(ACT, LINK)}\n`);
  assert.deepEqual(none, []);
  assert.deepEqual([ledger.claims.length, ledger.acts.length, ledger.links.length], [1, 1, 1]);
  assert.deepEqual(ledger.links[0], { ...LINK, reply_of_the_party: { ...LINK.reply_of_the_party, source: [] } });
});

test("each fault names its line and field, and the other lines are read", () => {
  const bad: readonly (readonly [object, string])[] = [
    [{ ...CLAIM, kind: "vow" }, "kind unknown-value"],
    [{ ...CLAIM, state: "broken" }, "state unknown-field"],
    [{ ...CLAIM, said_on: "1990-02-30" }, "said_on not-a-day"],
    [{ ...CLAIM, source: [] }, "source missing"],
    [{ ...CLAIM, source: [{ sha256: "x", quote: "y" }] }, "source[0].sha256 not-a-hash"],
    [{ ...CLAIM, source: [{ ...CLAIM.source[0], paraphrase: "too" }] }, "source[0].quote missing"],
    [{ ...CLAIM, source: [{ ...CLAIM.source[0], url: "javascript:alert(1)" }] }, "source[0].url unknown-value"],
    [{ ...CLAIM, source: [{ ...CLAIM.source[0], page: 0 }] }, "source[0].page not-a-number"],
    [{ ...CLAIM, term: "by", holds_until: undefined }, "holds_until missing"],
    [{ ...ACT, from: "1991" }, "on missing"],
    [{ ...ACT, until: "1991" }, "until unknown-field"],
    [{ ...ACT, cites: [{ check: "1", finding: "f" }] }, "cites[0].check unknown-value"],
    [{ ...LINK, relation: "proves" }, "relation unknown-value"],
    [{ ...LINK, why_es: undefined }, "why_es missing"],
    [{ ...LINK, claim_id: "c 1" }, "claim_id unknown-value"],
    [{ ...LINK, id: "x".repeat(65) }, "id too-long"],
  ];
  for (const [line, fault] of bad) {
    const text = jsonl({ ...CLAIM, id: "first" }, line, { ...ACT, id: "last" });
    assert.deepEqual(faults(text), [`2 ${fault}`]);
    const { ledger } = readLedger(text);
    assert.deepEqual(
      [...ledger.claims, ...ledger.acts, ...ledger.links].map((e) => e.id),
      ["first", "last"],
    );
  }
});

test("a stored state is refused, as are lines of no kind, twice the same, too long, no JSON", () => {
  const state = { type: "state", claim: "c1", state: "broken" };
  const text = `${jsonl(CLAIM, CLAIM, state, { type: "__proto__" })}\n[1]\nnot json\n{"type":"claim","id":"${"x".repeat(120_000)}"}`;
  assert.deepEqual(faults(text), [
    "2 twice",
    "3 stored-state",
    "4 unknown-type",
    "5 unknown-type",
    "6  not-json",
    "7 too-long",
  ]);
});

test("bounds on lines and on what is told", () => {
  const many = "x\n".repeat(25_000);
  const read = readLedger(many);
  assert.equal(read.faults.length, 500);
  assert.equal(read.more, 20_000 - 500 + 1);
});

test("everything that can be wrong has words in both languages", () => {
  for (const lang of LANGS) {
    for (const [code, words] of Object.entries(REFUSALS))
      assert.match(say(words, lang, { id: "c1", found: "x", expected: "y" }), /c1/, code);
    for (const f of readLedger("x\n{}\n").faults) assert.match(lineFaultWords(f, lang), /\d/);
  }
});

test("600 mutations with a fixed seed: read, checked, derived, drawn, and nothing thrown", () => {
  const whole = jsonl(CLAIM, ACT, LINK, { ...LINK, id: "l2", supersedes: "l1", on: "1996" });
  let seed = 48;
  const next = (n: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % n;
  };
  const PIECES = [
    '"',
    "{",
    "}",
    ",",
    ":",
    "null",
    "-1",
    "1e999",
    "\\u0000",
    "9999-99-99",
    "1990-02",
    "a".repeat(3000),
    "\n",
    "[[[[",
  ];
  for (let i = 0; i < 600; i++) {
    let text = whole;
    for (let k = next(3); k >= 0; k--) {
      const at = next(text.length);
      const cut = next(4) === 0 ? next(40) : 1;
      text = text.slice(0, at) + (next(2) === 0 ? "" : PIECES[next(PIECES.length)]!) + text.slice(at + cut);
    }
    const read = readLedger(text);
    const v = viewOf(checkLedger(read.ledger, { texts: texts() }), read.faults);
    for (const lang of LANGS) assert.ok(ledgerHtml(v, { lang }).includes("</html>"));
    for (const f of read.faults) assert.notEqual(lineFaultWords(f, "es"), "");
  }
});
