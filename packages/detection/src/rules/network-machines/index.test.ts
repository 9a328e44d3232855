import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, say } from "@contraluz/core";
import { CONTEXT, ref } from "../../detection.fixture.ts";
import { machines as rule } from "./index.ts";

const device = (mac: string, more: ArtifactRecord["fields"] = {}, kind = "device"): ArtifactRecord => ({
  kind,
  fields: { mac, ...more },
  observables: [],
  origin: ref(0).origin,
});
const judge = (records: readonly ArtifactRecord[], ...known: string[]) => [
  ...rule.judge(
    records.flatMap((r, i) => rule.fact(r, () => ref(i), "network/devices") ?? []),
    { ...CONTEXT, known },
  ),
];
const [A, B, C, ROUTER] = ["00:00:00:00:00:0a", "00:00:00:00:00:0b", "00:00:00:00:00:0c", "00:00:00:00:00:01"];
const HOME = [
  device(ROUTER, { router: true }),
  device(A, { names: ["tele"], maker: "Sony" }),
  device(B, { maker: "Tuya" }),
  device(C, {}, "transmitter"),
  device(A, {}, "transmitter"),
];

test("machines are listed once each, without the router, always with what does not show", () => {
  const [hit, ...rest] = judge(HOME);
  assert.deepEqual(rest, []);
  assert.deepEqual([hit!.params!.machines, hit!.params!.others], [3, 3]);
  assert.equal(hit!.params!.names, `tele, Sony (${A}), Tuya (${B}), ${C}`);
  for (const lang of LANGS) assert.match(say(rule.words.otherwise, lang, hit!.params!), /5 GHz/);
  assert.equal(say(rule.words.title, "es", hit!.params!), "En esta red hablaron 3 aparatos");
  assert.equal(say(rule.words.why, "en", hit!.params!), `They are: tele, Sony (${A}), Tuya (${B}), ${C}.`);
});

test("with a list of the person's own machines only the others are named", () => {
  const [hit] = judge(HOME, A, C);
  assert.deepEqual([hit!.params!.names, hit!.params!.told], [`Tuya (${B})`, 1]);
  assert.equal(say(rule.words.title, "es", hit!.params!), "Un aparato no está en tu lista");
  assert.equal(judge(HOME, "TELE")[0]!.params!.names, `Tuya (${B}), ${C}`);
  assert.equal(judge(HOME, "TELE")[0]!.params!.told, 1);
  const [all] = judge(HOME, A, B, C);
  assert.equal(say(rule.words.why, "en", all!.params!), "All that spoke are in your list.");
  assert.equal(say(rule.words.title, "en", all!.params!), "All machines of this network are in your list");
});

test("a machine and its router are no room", () => {
  assert.deepEqual(judge(HOME.slice(0, 3)), []);
});
