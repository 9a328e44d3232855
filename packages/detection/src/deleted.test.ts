/** What a deleted row, and a torn one, may say. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import type { ArtifactRecord, Finding, Observable } from "@contraluz/core";
import { createCollector, mergeCollected } from "./collector.ts";
import { CONTEXT, matching, met, record, rule, SETS, sign } from "./detection.fixture.ts";
import { makeFindings } from "./findings.ts";
import type { AnyRule } from "./rule.ts";

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

function past(observables: readonly Observable[], torn = false): ArtifactRecord {
  const at = { table: "t", row: 1, offset: 99, ...(torn ? { torn: true as const } : {}) };
  return record(observables, undefined, { state: "deleted", origin: { file: 0, state: "deleted", at } });
}

function find(records: readonly ArtifactRecord[], rules: readonly AnyRule[] = [], signs = [sign()]): Finding[] {
  const c = createCollector(matching(...signs), rules);
  for (const [i, r] of records.entries()) c.take("ios/x", r, i);
  return makeFindings(mergeCollected([c.collected], rules), rules, SETS, CONTEXT, hash);
}

test("a deleted row weighs as much as another, and the text says that it is deleted and not certain", () => {
  const [f] = find([past([met("ran")])]);
  assert.equal(f!.level, "match");
  assert.match(f!.text.es.why, /fila borrada.*No hay certeza/);
  assert.match(f!.text.en.why, /deleted row.*not certain/);
  assert.equal(f!.records[0]!.origin.state, "deleted");
});

test("where a row that stands says as much, it speaks, whatever came first", () => {
  for (const order of [
    [past([met("opened")]), record([met("received")])],
    [record([met("received")]), past([met("opened")])],
  ]) {
    const [f] = find(order);
    assert.deepEqual([f!.level, f!.params.contact, f!.count], ["targeted", "received", 2]);
    assert.doesNotMatch(f!.text.es.why, /fila borrada/);
  }
  // What is deleted says more: it speaks, and says so.
  const [f] = find([record([met("received")]), past([met("ran")])]);
  assert.equal(f!.level, "match");
  assert.match(f!.text.es.why, /fila borrada/);
});

test("a torn row is a lead at most, also beside others and of a sign that had ended", () => {
  for (const contact of ["ran", "installed", "present", "resolved", "opened", "visited", "received"] as const) {
    const [f] = find([past([met(contact)], true)]);
    assert.equal(f!.level, "lead", contact);
    const [ended] = find(
      [past([met(contact)], true)],
      [],
      [sign({ validUntil: "2020-01-01T00:00:00Z" }), sign({ set: 1, id: "b" })],
    );
    assert.equal(ended!.level, "lead", contact);
  }
  const [f] = find([record([met("listed")]), past([met("ran")], true)]);
  assert.equal(f!.level, "lead");
  const [vendor] = find([past([met("visited")], true)], [], [sign({ role: "vendor" })]);
  assert.equal(vendor!.level, "info");
});

test("rules do not see deleted rows, but for those that say so; their findings tell it", () => {
  const seeing = rule({
    deleted: true,
    *judge(facts) {
      for (const n of facts)
        yield { subject: `n${n}`, records: [{ artifact: "ios/x", ordinal: n, origin: past([]).origin }] };
    },
  });
  assert.deepEqual(find([past([])], [rule()]), []);
  assert.deepEqual(
    find([record([]), past([])], [rule()]).map((f) => f.subject),
    ["n0"],
  );
  assert.deepEqual(find([past([], true)], [seeing]), []);
  const [f] = find([past([])], [seeing]);
  assert.equal(f!.subject, "n0");
  assert.match(f!.text.es.why, /fila borrada/);
});
