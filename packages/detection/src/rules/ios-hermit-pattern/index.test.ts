import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, say } from "@contraluz/core";
import { cpu } from "@contraluz/core/cpu.fixture.ts";
import { CONTEXT, moment, ref } from "../../detection.fixture.ts";
import { hermitPattern as rule } from "./index.ts";

type Of = readonly [artifact: string, record: ArtifactRecord];
const origin = ref(0).origin;
const make = (artifact: string, kind: string, fields: ArtifactRecord["fields"], at?: number): Of => [
  artifact,
  { kind, fields, observables: [], origin, ...(at === undefined ? {} : { at: moment(at) }) },
];
const placed = (app: string, at?: number, action = "profile"): Of =>
  make("ios/installation-log", "event", { app, action }, at);
const permit = (fields: ArtifactRecord["fields"], artifact = "ios/app-provisioning"): Of =>
  make(artifact, "permit", { company: true, ...fields });
const sms = (
  handle: string,
  at: number,
  fields: ArtifactRecord["fields"] = {},
  value = "https://example.org/x",
): Of => {
  const [artifact, r] = make("ios/sms", "message", { handle, service: "SMS", ...fields }, at);
  return [artifact, { ...r, observables: [{ type: "url", value, contact: "received" }] }];
};
const ANA = make("ios/contacts", "value", { value: "+52 55 1234 5678" });
const DAY = 86_400;
const judge = (all: readonly Of[], ...known: string[]) => [
  ...rule.judge(
    all.flatMap(([artifact, r], i) => rule.fact(r, () => ref(i), artifact) ?? []),
    { ...CONTEXT, known },
  ),
];

test("an app under a company's permit soon after an SMS with a link from a stranger", () => {
  const [hit, ...others] = judge([ANA, sms("VODA", 0), sms("3312345678", DAY), placed("mx.red", 2 * DAY)]);
  assert.deepEqual(
    [hit!.subject, hit!.params!.case, hit!.records.map((r) => r.ordinal), others],
    ["mx.red", "sms", [3, 2], []],
  );
  for (const lang of LANGS) assert.match(say(rule.words.why, lang, hit!.params!), /«mx\.red»|“mx\.red”/);
});

test("near misses: a contact, long before, after, no link, iMessage, sent, another action, no address book, known", () => {
  const app = placed("mx.red", 4 * DAY);
  const [artifact, plainOne] = sms("VODA", 4 * DAY - 60);
  for (const other of [
    sms("+525512345678", 4 * DAY - 60),
    sms("VODA", 2 * DAY - 1),
    sms("VODA", 4 * DAY + 1),
    [artifact, { ...plainOne, observables: [] }] as const,
    sms("VODA", 4 * DAY - 60, { service: "iMessage" }),
    sms("VODA", 4 * DAY - 60, { from_me: true }),
  ])
    assert.deepEqual(judge([ANA, other, app]), []);
  const near = sms("VODA", 4 * DAY - 60);
  assert.equal(judge([ANA, near, app]).length, 1);
  assert.deepEqual(judge([near, app]), []);
  assert.deepEqual(judge([ANA, near, placed("mx.red", 4 * DAY, "container")]), []);
  assert.deepEqual(judge([ANA, near, placed("mx.red")]), []);
  assert.deepEqual(judge([ANA, near, app], "MX.Red"), []);
});

test("an app under a company's permit that has the name of an operator or a messenger", () => {
  for (const name of [
    "com.ios.MyVodafone",
    "My Vodafone",
    "it.TIM.assistenza",
    "WhatsApp Business Repair",
    "org.signal",
  ]) {
    const [hit, ...others] = judge([placed(name)]);
    assert.deepEqual([hit!.params!.case, hit!.subject, others], ["looks", name, []], name);
  }
  // The real ones have no such permit; others hold the letters by chance.
  for (const name of [
    "mx.example.optimizador",
    "com.orangery.garden",
    "org.signals",
    "mx.windows",
    "mx.wind.park",
    "Tiempo",
  ])
    assert.deepEqual(judge([placed(name)]), [], name);
  const [hit] = judge([
    permit({ folder: "A", app: "Mi Movistar", team_name: "Ejemplo, S.A." }),
    make("ios/app-bundles", "bundle", { folder: "A", app: "mx.red" }),
  ]);
  assert.deepEqual([hit!.subject, hit!.params!.like], ["mx.red", "Mi Movistar"]);
  assert.deepEqual(
    judge([permit({ app: "Mi Movistar", apple: true }), permit({ app: "Mi Movistar", company: false })]),
    [],
  );
});

test("the company that the press names, in a dump and in a backup", () => {
  for (const artifact of ["ios/app-provisioning", "ios/provisioning-profiles"]) {
    const [hit, ...others] = judge([permit({ team_name: "3-1 Mobile SRL", name: "x" }, artifact)]);
    assert.deepEqual([hit!.params!.case, hit!.params!.team, others], ["company", "3-1 Mobile SRL", []]);
  }
  for (const team_name of ["3-1 Mobiles", "Mobile 3-1", "33-1 Mobile", ""])
    assert.deepEqual(judge([permit({ team_name, name: "x" })]), []);
  assert.deepEqual(judge([permit({ team_name: "3-1 Mobile SRL", name: "x" })], "3-1 mobile srl"), []);
});

test("hundreds of apps end in a few findings, at no cost", () => {
  const spent = cpu();
  const all = Array.from({ length: 20_000 }, (_, i) => [placed(`a${i}.vodafone`, i), sms("VODA", i)]).flat();
  assert.equal(judge([ANA, ...all]).length, 4);
  const others = Array.from({ length: 20_000 }, (_, i) => [placed(`a${i}`, i), sms("VODA", i + 9 * DAY)]).flat();
  assert.deepEqual(judge([ANA, ...others]), []);
  assert.ok(spent() < 3000);
});
