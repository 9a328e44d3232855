import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, say } from "@contraluz/core";
import { CONTEXT, moment, ref } from "../../detection.fixture.ts";
import { followed as rule } from "./index.ts";

const iso = (minute: number): string =>
  `2024-05-06T${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:00Z`;
const A = "f7:00:00:00:00:01";

function tag(more: ArtifactRecord["fields"] = {}, from = 0, to = 90): ArtifactRecord {
  const spans = [`${iso(from)}/${iso(to)}`];
  const fields = {
    type: "find-my",
    model: "airtag",
    state: "away",
    address: A,
    minutes: to - from,
    surroundings: 2,
    spans,
  };
  return { kind: "tag", fields: { ...fields, ...more }, observables: [], origin: ref(0).origin };
}
const place = (kind: "stay" | "way", from: number, to: number, number?: number): ArtifactRecord => ({
  kind,
  at: moment(from * 60),
  fields: { last: moment(to * 60), ...(number === undefined ? {} : { place: number }) },
  observables: [],
  origin: ref(0).origin,
});
const device = (): ArtifactRecord => ({ kind: "device", fields: {}, observables: [], origin: ref(0).origin });

const judge = (records: readonly ArtifactRecord[], ...known: string[]) => [
  ...rule.judge(
    records.flatMap((r, i) => {
      const artifact = r.kind === "tag" ? "trackers" : r.kind === "device" ? "devices" : "places";
      return rule.fact(r, () => ref(i), `bluetooth/${artifact}`) ?? [];
    }),
    { ...CONTEXT, known },
  ),
];
const levels = (records: readonly ArtifactRecord[], ...known: string[]): string[] =>
  judge(records, ...known)
    .filter((h) => h.subject !== "heard")
    .map((h) => `${h.level} ${h.subject} ${h.params!.places}`);

test("a tag without its owner in two places is a lead; of a kind that does not tell a question", () => {
  assert.deepEqual(levels([tag()]), [`lead ${A} 2`]);
  for (const type of ["find-hub", "smarttag", "dult"]) assert.deepEqual(levels([tag({ type })]), [`lead ${A} 2`]);
  assert.deepEqual(levels([tag({ type: "tile", state: "unknown" })]), [`ask ${A} 2`]);
  assert.deepEqual(levels([tag({ type: "toString" })]), [`lead ${A} 2`]);
});

test("near misses: its owner near, half an hour, one place, a phone, one that this phone connected with", () => {
  assert.deepEqual(levels([tag({ state: "near", minutes: 0 })]), []);
  assert.deepEqual(levels([tag({}, 0, 29)]), []);
  assert.deepEqual(levels([tag({ surroundings: 1, mean: -88 })]), []);
  assert.deepEqual(levels([tag({ surroundings: 1 })]), []);
  assert.deepEqual(levels([tag({ model: "device" })]), []);
  assert.deepEqual(levels([tag({ model: "device" }, 0, 150)]), [`ask ${A} 2`]);
  assert.deepEqual(levels([tag({ connected: true })]), []);
  assert.deepEqual(levels([tag({ address: "" })]), []);
});

test("one that stayed and was strong for an hour is a question", () => {
  assert.deepEqual(levels([tag({ surroundings: 1, mean: -60 })]), [`ask ${A} 1`]);
  assert.deepEqual(levels([tag({ surroundings: 1, mean: -60 }, 0, 59)]), []);
});

test("a track decides where it covers the time; one place is one, however often", () => {
  const day = [place("stay", 0, 40, 1), place("way", 41, 59), place("stay", 60, 100, 2)];
  assert.deepEqual(levels([tag({ surroundings: 1 }), ...day]), [`lead ${A} 3`]);
  const ride = [place("stay", 0, 2, 1), place("way", 3, 88), place("stay", 89, 100, 2)];
  assert.deepEqual(levels([tag(), ...ride]), []);
  assert.deepEqual(levels([tag(), place("stay", 0, 30, 1), place("stay", 40, 100, 1)]), []);
  // Of another day, or of a part: the surroundings decide.
  assert.deepEqual(levels([tag(), place("stay", 500, 900, 1)]), [`lead ${A} 2`]);
  assert.deepEqual(levels([tag(), place("stay", 0, 20, 1)]), [`lead ${A} 2`]);
});

test("what the person knows is silent, by any of its addresses or by its name", () => {
  const addresses = [A, "f7:00:00:00:00:02"];
  const turned = tag({ uncertain: true, addresses, name: "Llaves" });
  assert.deepEqual(levels([turned]), [`lead ${A} 2`]);
  for (const known of [A, "F7-00-00-00-00-02", "llaves"]) assert.deepEqual(levels([turned], known), [], known);
  assert.deepEqual(levels([tag({ addresses })], "f7:00:00:00:00:02"), [`lead ${A} 2`]);
});

test("one tag in several captures is one finding; many are some and one for the rest", () => {
  const [hit] = judge([tag({ surroundings: 1 }), tag({ surroundings: 3 }), tag()]);
  assert.deepEqual([hit!.records.length, hit!.params!.places], [3, 3]);
  const many = Array.from({ length: 20 }, (_, i) => tag({ address: `f7:00:00:00:01:${10 + i}` }));
  const told = judge(many).filter((h) => h.level === "lead");
  assert.deepEqual([told.length, told[12]!.subject, told[12]!.params!.rest, told[12]!.records.length], [13, "…", 8, 8]);
});

test("always what does not show; nothing where nothing was heard", () => {
  assert.deepEqual(judge([]), []);
  assert.deepEqual(judge([place("stay", 0, 9, 1)]), []);
  const [none] = judge([device()]);
  assert.deepEqual([none!.level, none!.params!.tags], ["info", 0]);
  const all = judge([device(), tag(), tag({ address: "f7:00:00:00:00:09", surroundings: 1 })]);
  assert.deepEqual([all[1]!.params!.tags, all[1]!.params!.others], [2, 1]);
  for (const h of [none!, ...all])
    for (const lang of LANGS)
      for (const part of ["title", "why", "otherwise", "next"] as const)
        assert.doesNotMatch(say(rule.words[part], lang, h.params!), /undefined|NaN|‹/, part);
  assert.match(say(rule.words.title, "es", all[0]!.params!), /^Fue contigo 90 minutos, lejos de su dueño: un AirTag/);
  assert.match(say(rule.words.why, "en", all[1]!.params!), /^2 trackers were heard\. One stayed behind/);
});
