import assert from "node:assert/strict";
import { test } from "node:test";
import { commandOf } from "./keys.ts";
import { AROUND, type BenchAct, firstBench, nextBench, specOf, within, zoomed } from "./state.ts";
import { dayOf, offsetAt, offsetWords, UTC, zoneOf } from "./zone.ts";

const DAY = 86_400_000;
const first = firstBench({ from: 0, to: 100 * DAY }, "ios/sms", "");
const after = (...acts: BenchAct[]) => acts.reduce(nextBench, first);

test("filters make another list, from its start; the same list is asked for only once", () => {
  const s = after(
    { type: "row", row: 7 },
    { type: "query", query: "abc" },
    { type: "without", ids: ["ios/sms", "ios/sms"], off: true },
    { type: "level", level: "info", off: true },
  );
  assert.equal(s.row, -1);
  const spec = specOf(s, [])!;
  assert.deepEqual([spec.query, spec.levels], ["abc", ["info"]]);
  assert.deepEqual(new Set(spec.without), new Set(["ios/sms"]));
  assert.deepEqual(specOf(nextBench(s, { type: "clear" }), []), specOf(first, []));
  assert.deepEqual(specOf(after({ type: "span", span: { from: 1, to: 2 } }), []), specOf(first, []));
});

test("before and after a record: everything is shown, around it", () => {
  const ref = { artifact: "ios/tcc", ordinal: 3 };
  const s = after({ type: "tab", tab: "place" }, { type: "query", query: "x" }, { type: "around", ref, ms: 50 * DAY });
  assert.deepEqual([s.tab, s.query, s.span], ["time", "", { from: 50 * DAY - AROUND, to: 50 * DAY + AROUND }]);
  assert.deepEqual(s.jump, { to: ref, n: 1 });
  assert.equal(nextBench(s, { type: "around", ref, ms: 0 }).jump?.n, 2);
  assert.equal(nextBench(s, { type: "query", query: "y" }).jump, undefined, "another list is not jumped into");
});

test("the tab of one place asks for one kind of its records; coverage asks for none", () => {
  const s = after({ type: "place", artifact: "ios/sms", kind: "message" });
  assert.deepEqual(specOf(s, ["message", "gaps"])!.without, ["ios/sms#gaps"]);
  assert.equal(specOf(after({ type: "tab", tab: "coverage" }), []), undefined);
});

test("a note stays with its record, and an empty one goes", () => {
  const ref = { artifact: "ios/sms", ordinal: 1 };
  const s = after({ type: "note", ref, text: "look" });
  assert.equal(s.notes.get("ios/sms 1"), "look");
  assert.equal(nextBench(s, { type: "note", ref, text: "  " }).notes.size, 0);
});

test("zoom keeps the moment in its place, and stays within what there is", () => {
  const all = { from: 0, to: 100 * DAY };
  const near = zoomed(all, 0.5, 25 * DAY, all);
  assert.deepEqual(near, { from: 12.5 * DAY, to: 62.5 * DAY });
  assert.deepEqual(zoomed(near, 4, 25 * DAY, all), all);
  assert.equal(zoomed({ from: 0, to: 10 }, 0.5, 5, all).to, 10_000, "not shorter than ten seconds");
  assert.deepEqual(within({ from: -5 * DAY, to: 5 * DAY }, all), { from: 0, to: 10 * DAY });
  assert.deepEqual(within({ from: 98 * DAY, to: 108 * DAY }, all), { from: 90 * DAY, to: 100 * DAY });
});

test("single keys: not while somebody writes, not with others, and not when they are off; help is always there", () => {
  const key = (k: string, more: object = {}) => ({
    key: k,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    writing: false,
    ...more,
  });
  assert.equal(commandOf(key("j"), true), "next");
  assert.equal(commandOf(key("j"), false), undefined);
  assert.equal(commandOf(key("?"), false), "help");
  assert.equal(commandOf(key("/", { writing: true }), true), undefined);
  assert.equal(commandOf(key("p", { ctrlKey: true }), true), undefined);
  assert.equal(commandOf(key("constructor"), true), undefined);
});

test("zones: where the clock changes, days begin at their own midnight; an unknown zone is UTC", () => {
  const year = [Date.UTC(2021, 0, 1), Date.UTC(2021, 11, 31)] as const;
  const mexico = zoneOf("America/Mexico_City", ...year);
  assert.equal(offsetAt(mexico, Date.UTC(2021, 0, 15)), -6 * 3_600_000);
  assert.equal(offsetAt(mexico, Date.UTC(2021, 5, 15)), -5 * 3_600_000);
  // Mexico: first Sunday in April, 02:00; last Sunday in October, 02:00.
  assert.deepEqual(mexico.at, [Date.UTC(2021, 3, 4, 8), Date.UTC(2021, 9, 31, 7)]);
  assert.equal(dayOf(mexico, Date.UTC(2021, 5, 11, 4)), dayOf(UTC, Date.UTC(2021, 5, 10)));
  assert.equal(zoneOf("No/Such", ...year), UTC);
  assert.equal(zoneOf("UTC", ...year), UTC);
  assert.deepEqual([0, -6 * 3_600_000, 5.5 * 3_600_000].map(offsetWords), ["UTC", "UTC−6", "UTC+5:30"]);
  assert.ok(zoneOf("Africa/Casablanca", ...year).at.length >= 2, "Ramadan");
});
