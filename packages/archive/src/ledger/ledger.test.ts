import assert from "node:assert/strict";
import { test } from "node:test";
import { checkLedger } from "./check.ts";
import { foldQuote } from "./fold.ts";
import { ACT, CLAIM, checked, codes, jsonl, LINK, letter, MEMO, memo, sha, texts } from "./ledger.fixture.ts";
import { readLedger } from "./read.ts";
import { refuseState, stateOf, statesOf } from "./state.ts";
import { PageTexts } from "./texts.ts";

const AT = "1996-01-01";
const state = (...lines: readonly object[]): string | undefined => statesOf(checked(...lines), AT)[0]?.state;
const because = (...lines: readonly object[]): readonly string[] =>
  statesOf(checked(...lines), AT)[0]!.weighed.flatMap((w) => w.because);

test("a quote is found across line ends, hyphens and kinds of quotation marks", () => {
  assert.equal(foldQuote("«Nadie  será vigi-\n lado»"), "nadie sera vigilado");
  assert.equal(foldQuote("norte-sur"), foldQuote("norte-\nsur"));
  assert.deepEqual(codes(checked(CLAIM)), []);
});

test("broken needs a contradicting act, two origins and the right of reply", () => {
  assert.equal(state(CLAIM, ACT, LINK), "broken");
  assert.equal(state(CLAIM, ACT), "open");
  assert.equal(state(CLAIM, { ...ACT, source: [memo] }, LINK), "open");
  assert.deepEqual(because(CLAIM, { ...ACT, source: [memo] }, LINK), ["one-origin"]);
  const origin = { origin: "Agencia del Valle" };
  assert.equal(
    state(
      CLAIM,
      {
        ...ACT,
        source: [
          { ...memo, ...origin },
          { ...letter, ...origin },
        ],
      },
      LINK,
    ),
    "open",
  );
  assert.deepEqual(because(CLAIM, ACT, { ...LINK, reply_of_the_party: { state: "not-asked" } }), ["not-heard"]);
  assert.deepEqual(because(CLAIM, { ...ACT, status: "alleged" }, LINK), ["alleged"]);
});

test("the words of the party make a claim disputed; acts both ways too", () => {
  const reply = { state: "answered", on: "1995-01-05", disputes: true, text_es: "No fue esta oficina." };
  assert.equal(state(CLAIM, ACT, { ...LINK, reply_of_the_party: reply }), "disputed");
  const other = { ...ACT, id: "a2", source: [memo] };
  const fulfils = { ...LINK, id: "l2", act_id: "a2", relation: "fulfils" };
  assert.equal(state(CLAIM, ACT, other, LINK, fulfils), "disputed");
  assert.equal(state(CLAIM, other, fulfils), "kept");
});

test("states are those of a day", () => {
  const c = checked(CLAIM, ACT, LINK);
  const claim = c.ledger.claims[0]!;
  assert.equal(stateOf(claim, c, "1990-05-01"), undefined);
  assert.equal(stateOf(claim, c, "1990-05-02")?.state, "open");
  assert.equal(stateOf(claim, c, "1995-01-09")?.state, "open");
  assert.equal(stateOf(claim, c, "1995-01-10")?.state, "broken");
});

test("a source that is not at hand, a paraphrase, and a page that nobody can read carry nothing", () => {
  const lost = { ...letter, sha256: sha("another file") };
  const c = checked(CLAIM, { ...ACT, source: [memo, lost] }, LINK);
  assert.deepEqual(codes(c), []);
  assert.deepEqual(
    c.unchecked.map((u) => u.what),
    ["source-absent"],
  );
  assert.equal(statesOf(c, AT)[0]?.state, "open");
  const { quote: _, ...told } = letter;
  assert.equal(state(CLAIM, { ...ACT, source: [memo, { ...told, paraphrase: "Lo siguieron." }] }, LINK), "open");
  const t = new PageTexts();
  t.add({ doc: sha(MEMO), page: 1, state: "unreadable", text: "" });
  const { ledger } = readLedger(jsonl(CLAIM, { ...ACT, source: [memo] }, LINK));
  assert.ok(checkLedger(ledger, { texts: t }).unchecked.some((u) => u.what === "source-unreadable"));
});

test("each check refuses with its own code", () => {
  const wrong = (...lines: readonly object[]): string[] => codes(checked(...lines));
  const said = { ...CLAIM, quote: "Nadie fue vigilado jamás" };
  assert.deepEqual(wrong(said), ["c1 quote-of-claim-not-in-source"]);
  assert.deepEqual(wrong({ ...ACT, source: [{ ...memo, quote: "siguieron al juez" }] }), ["a1 quote-not-in-source"]);
  assert.deepEqual(wrong({ ...ACT, source: [{ ...memo, offset: 3 }] }), ["a1 quote-not-at-offset"]);
  assert.deepEqual(wrong({ ...ACT, source: [{ ...memo, offset: MEMO.indexOf("el 14") }] }), []);
  assert.deepEqual(wrong({ ...ACT, source: [{ ...memo, page: 2 }] }), ["a1 no-such-page"]);
  assert.deepEqual(wrong(CLAIM, { ...ACT, on: "1990-05" }, LINK), ["l1 act-outside-time"]);
  assert.deepEqual(wrong(CLAIM, { ...ACT, on: "1995-01-01" }, LINK), ["l1 act-outside-time"]);
  assert.deepEqual(wrong(CLAIM, { ...ACT, actor: "Policía" }, LINK), ["l1 act-outside-scope"]);
  assert.deepEqual(wrong(CLAIM, { ...ACT, actor: "DELEGACION de enlace" }, LINK), []);
  assert.deepEqual(wrong(CLAIM, ACT, { ...LINK, reviewer: null }), ["l1 no-reviewer"]);
  const { reply_of_the_party: _, ...silent } = LINK;
  assert.deepEqual(wrong(CLAIM, ACT, silent), ["l1 no-reply"]);
  assert.deepEqual(wrong(CLAIM, ACT, { ...LINK, on: "1991-07-13" }), ["l1 link-before-act"]);
  assert.deepEqual(wrong(CLAIM, ACT, { ...LINK, claim_id: "c9", act_id: "a9" }), ["l1 no-claim", "l1 no-act"]);
  const { on: __, ...span } = ACT;
  assert.deepEqual(wrong({ ...span, from: "1992", until: "1991" }), ["a1 dates-in-wrong-order"]);
});

test("a place of a claim holds for the places in it", () => {
  const there = { ...CLAIM, scope: { ...CLAIM.scope, place: "Chiapas" } };
  assert.deepEqual(codes(checked(there, { ...ACT, place: "Tapachula, Chiapas" }, LINK)), []);
  assert.deepEqual(codes(checked(there, { ...ACT, place: "Puebla" }, LINK)), ["l1 act-outside-scope"]);
  assert.deepEqual(codes(checked(there, ACT, LINK)), ["l1 act-outside-scope"]);
});

test("what is to be done by a day is contradicted only after it", () => {
  const by = { ...CLAIM, term: "by", holds_until: "1991-06-30" };
  assert.equal(state(by, ACT, LINK), "broken");
  assert.deepEqual(codes(checked({ ...by, holds_until: "1991-07-31" }, ACT, LINK)), ["l1 act-outside-time"]);
  const done = { ...LINK, relation: "fulfils" };
  assert.deepEqual(codes(checked(by, ACT, done)), ["l1 act-outside-time"]);
  assert.deepEqual(codes(checked(by, ACT, { ...done, relation: "partly" })), []);
});

test("a span lies in time where a part of it surely does", () => {
  const { on: _, ...act } = ACT;
  const span = (from: string, until?: string): string[] => codes(checked(CLAIM, { ...act, from, until }, LINK));
  assert.deepEqual(span("1989-12", "1990-06"), []);
  assert.deepEqual(span("1989-12", "1990-05"), ["l1 act-outside-time"]);
  assert.deepEqual(span("1994-12", "1996"), []);
  assert.deepEqual(span("1995-01", "1996"), ["l1 act-outside-time"]);
});

test("lines that replace others: the last one stands, circles and forks are refused", () => {
  const newer = { ...LINK, id: "l2", supersedes: "l1", relation: "unrelated", on: "1995-06-01" };
  const c = checked(CLAIM, ACT, LINK, newer);
  assert.deepEqual(codes(c), []);
  assert.equal(statesOf(c, "1995-05-31")[0]?.state, "broken");
  assert.equal(statesOf(c, "1995-06-01")[0]?.state, "open");
  assert.deepEqual(codes(checked(CLAIM, ACT, LINK, newer, { ...newer, id: "l3" })), ["l3 supersedes-fork"]);
  const circle = codes(checked(CLAIM, ACT, { ...LINK, supersedes: "l2" }, { ...newer, on: LINK.on }));
  assert.deepEqual(circle, ["l1 supersedes-cycle", "l2 supersedes-cycle"]);
  assert.deepEqual(codes(checked(CLAIM, ACT, { ...LINK, supersedes: "l9" })), ["l1 supersedes-missing"]);
  const c2 = { ...CLAIM, id: "c2", supersedes: "c1" };
  assert.deepEqual(codes(checked(CLAIM, c2, ACT, LINK)), ["l1 superseded-target"]);
  const again = { ...newer, claim_id: "c2", relation: "contradicts" };
  const followed = checked(CLAIM, c2, ACT, LINK, again);
  assert.deepEqual(codes(followed), []);
  assert.deepEqual(
    statesOf(followed, AT).map((s) => [s.claim.id, s.state]),
    [["c2", "broken"]],
  );
});

test("an act can be a finding or an incident of a case; findings of one phone are one source", () => {
  const cites = [
    { check: "0001", finding: "f1", evidence: sha("phone") },
    { check: "0002", artifact: "ios/sms", ordinal: 4, evidence: sha("phone") },
  ];
  const { ledger } = readLedger(jsonl(CLAIM, { ...ACT, source: [], cites }, LINK));
  const open = checkLedger(ledger, { texts: texts(), cited: () => true });
  assert.equal(statesOf(open, AT)[0]?.weighed[0]?.origins, 1);
  const more = readLedger(jsonl(CLAIM, { ...ACT, source: [memo], cites }, LINK)).ledger;
  assert.equal(statesOf(checkLedger(more, { texts: texts(), cited: () => true }), AT)[0]?.state, "broken");
  assert.equal(statesOf(checkLedger(more, { texts: texts() }), AT)[0]?.state, "open");
  const gone = checkLedger(more, { texts: texts(), cited: () => false });
  assert.deepEqual(codes(gone), ["a1 no-such-cite", "a1 no-such-cite"]);
});

test("nobody may call a claim broken that the sources do not carry", () => {
  const c = checked(CLAIM, { ...ACT, source: [memo] }, LINK);
  assert.deepEqual(
    refuseState(c.ledger.claims[0]!, "broken", c, AT).map((r) => r.code),
    ["sources-not-independent"],
  );
  assert.deepEqual(
    refuseState(c.ledger.claims[0]!, "kept", c, AT).map((r) => r.code),
    ["state-not-carried"],
  );
  assert.deepEqual(refuseState(c.ledger.claims[0]!, "open", c, AT), []);
});

test("two hands at one event are two sources, a copy with errors of reading is one", () => {
  const copy = MEMO.replace("elementos", "e1ementos")
    .replace("domicilio", "domici1io")
    .replace("reportero", "reporteru");
  const t = texts();
  t.add({ doc: sha(copy), page: 1, state: "read", text: copy });
  const two = { ...ACT, source: [memo, { sha256: sha(copy), quote: "siguieron al reporteru hasta su domici1io" }] };
  const { ledger } = readLedger(jsonl(CLAIM, two, LINK));
  assert.equal(statesOf(checkLedger(ledger, { texts: t }), AT)[0]?.weighed[0]?.origins, 1);
});
