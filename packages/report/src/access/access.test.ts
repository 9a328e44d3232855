import assert from "node:assert/strict";
import { test } from "node:test";
import type { AnyArtifact } from "@contraluz/artifacts/artifact.ts";
import { ARTIFACTS as ALL } from "@contraluz/artifacts/catalogue.ts";
import type { Coverage, Finding, ReadState, Result } from "@contraluz/core";
import { RULES } from "@contraluz/detection/catalogue.ts";
import { htmlReport } from "../html.ts";
import { COMPLETE, HOSTILE, MATCH, UNCHECKED } from "../sample.fixture.ts";
import { textReport } from "../text.ts";
import { type Access, accessOf } from "./access.ts";
import { ANDROID_ACCESS } from "./android-kinds.ts";
import { ACCESS_KINDS, type AccessId, IOS_ACCESS } from "./kinds.ts";
import { ACCESS } from "./words.ts";

const artifacts: ReadonlyMap<string, AnyArtifact> = new Map(ALL.map((a) => [a.id, a]));
const names = { artifacts };
const paths = { report: "/r/report.html", folder: "/r" };

function place(artifact: string, state: ReadState, records = 0): Coverage {
  return { artifact, state, records, undated: 0, deleted: 0, problems: 0 };
}

const example = MATCH.findings.find((f) => f.level === "ask")!;
function asks(rule: string, subject: string, artifact = "ios/sms"): Finding {
  const text = { title: `¿Conoces «${subject}»?`, why: "w", otherwise: "o", next: "n" };
  return {
    ...example,
    id: `${rule}-${subject.length}`,
    rule,
    indicator: null,
    subject,
    params: { subject },
    records: [{ ...example.records[0]!, artifact }],
    text: { es: text, en: text },
  };
}

/** A backup in which some places were read. */
function phone(coverage: readonly Coverage[], findings: readonly Finding[] = []): Result {
  return { ...COMPLETE, coverage, findings };
}

const of = (r: Result): ReadonlyMap<AccessId, Access> =>
  new Map(accessOf(r, "es", names).map((a): [AccessId, Access] => [a.id, a]));

test("every rule and place of the table exists, and a rule belongs to one kind", () => {
  const rules = ACCESS_KINDS.flatMap((k) => k.rules);
  assert.equal(new Set(rules).size, rules.length);
  const known = new Set<string>(RULES.map((r) => r.id));
  for (const r of rules) assert.ok(known.has(r), r);
  for (const k of ACCESS_KINDS)
    for (const id of [...k.places, ...(k.lists ?? []), ...(k.signs ?? [])]) assert.ok(artifacts.has(id), id);
  assert.equal(new Set(ACCESS_KINDS.map((k) => k.id)).size, ACCESS_KINDS.length);
});

/** Rules that ask about something that is no way in of somebody else's. */
const NO_WAY_IN: ReadonlySet<string> = new Set([
  // What an app of the phone does, whoever put it there.
  "ios/only-listens",
  // What is switched off, whoever did it.
  "android/protections",
]);

test("every rule that asks the person has its kind, or is none of access", () => {
  const told = new Set(ACCESS_KINDS.flatMap((k) => k.rules));
  for (const r of RULES)
    if (r.level === "ask")
      assert.ok(told.has(r.id) !== NO_WAY_IN.has(r.id), `${r.id}: say in kinds.ts of what kind it is`);
});

test("a finding is told under its kind, a list that only the person can go through under its own", () => {
  const paired = asks("ios/host-pairing", "HOST-1");
  const all = of(phone([place("ios/lockdown-log", "read", 3), place("ios/key-transparency", "partly", 2)], [paired]));
  assert.deepEqual(all.get("computers")!.findings, [paired]);
  assert.equal(all.get("computers")!.state, "asked");
  assert.deepEqual(all.get("computers")!.unseen, ["Computadoras y aparatos Bluetooth"]);
  const account = all.get("account")!;
  assert.equal(account.state, "listed");
  assert.deepEqual(
    account.lists.map((l) => [l.artifact, l.count]),
    [["ios/key-transparency", 2]],
  );
});

test("what was read and asks nothing is quiet; what no place could tell is dark, whatever the reason", () => {
  for (const state of ["absent", "unreadable", "not-consented", "not-in-this-kind", "not-asked"] as const)
    assert.equal(of(phone([place("ios/trust-store", state)])).get("certificates")!.state, "dark", state);
  for (const state of ["read", "partly"] as const)
    assert.equal(of(phone([place("ios/trust-store", state)])).get("certificates")!.state, "quiet", state);
  // Not even named in the coverage.
  assert.equal(of(phone([])).get("certificates")!.state, "dark");
  // No file of a phone tells with whom it shares.
  assert.equal(of(COMPLETE).get("sharing")!.state, "dark");
});

test("a published sign in a profile is a way in; one in a message is none", () => {
  const hit = (artifact: string): Finding => {
    const f = MATCH.findings.find((x) => x.indicator !== null)!;
    return { ...f, records: [{ ...f.records[0]!, artifact }] };
  };
  const profile = hit("ios/configuration-profiles");
  const all = of(phone([place("ios/configuration-profiles", "read", 1)], [profile]));
  assert.deepEqual(all.get("profiles")!.findings, [profile]);
  for (const a of of(phone([place("ios/sms", "read", 1)], [hit("ios/sms")])).values()) assert.deepEqual(a.findings, []);
});

test("what asks for a look comes first, then what is dark, then what is quiet", () => {
  const r = phone(
    [place("ios/trust-store", "read"), place("ios/whatsapp", "read", 9), place("ios/accounts", "read", 4)],
    [asks("ios/whatsapp-devices", "1")],
  );
  const states = accessOf(r, "es", names).map((a) => a.state);
  assert.deepEqual(states.slice(0, 2), ["asked", "listed"]);
  assert.equal(states.at(-1), "quiet");
  assert.ok(states.lastIndexOf("dark") < states.indexOf("quiet"));
});

const as = (kind: string, findings: readonly Finding[] = []): Result =>
  ({ ...COMPLETE, findings, acquisition: { ...COMPLETE.acquisition, kind } }) as Result;

test("a phone with Android has ways of its own, in whatever shape it is handed in", () => {
  const key = asks("android/adb-keys", "AA:BB");
  for (const kind of ["android-bugreport", "androidqf", "adb-backup", "intrusion-logs"]) {
    const all = of(as(kind, [key]));
    assert.deepEqual([...all.keys()].sort(), ANDROID_ACCESS.map((k) => k.id).sort());
    assert.deepEqual(all.get("android-computers")!.findings, [key]);
  }
});

test("nothing is said of what is no phone, was not read, or comes from another tool", () => {
  assert.deepEqual(accessOf(UNCHECKED, "es", names), []);
  for (const kind of ["capture", "documents", "constructor"]) assert.deepEqual(accessOf(as(kind), "es", names), []);
  assert.ok(!htmlReport(UNCHECKED, { lang: "es", artifacts }).includes('id="access"'));
});

test("the page names findings in their own words and leads to their cards", () => {
  for (const lang of ["es", "en"] as const) {
    const r = phone([place("ios/lockdown-log", "read", 3)], [asks("ios/host-pairing", "HOST-1")]);
    const page = htmlReport(r, { lang, artifacts });
    const part = page.slice(page.indexOf('id="access"'), page.indexOf('id="coverage"'));
    assert.ok(part.includes('<a href="#f1">1. ¿Conoces «'));
    // Paper hides what leads about (`.go`): the names of findings must stay.
    assert.ok(!part.includes('class="go"'));
    assert.ok(page.includes('id="f1"') && page.includes('<a href="#access">'));
    const w = ACCESS[lang];
    for (const k of IOS_ACCESS) assert.ok(part.includes(w.kinds[k.id].look.slice(0, 20)), k.id);
    const android = htmlReport(as("androidqf"), { lang, artifacts });
    for (const k of ANDROID_ACCESS) assert.ok(android.includes(w.kinds[k.id].name.slice(0, 20)), k.id);
    assert.ok(part.includes(w.care[2]!.what) && part.includes(w.dark));
    // What to do stands with all that may show something: not with what was read and asks nothing.
    assert.ok(part.includes(w.kinds.computers.act) && part.includes(w.kinds.sharing.act));
    const quiet = htmlReport(phone([place("ios/trust-store", "read")]), { lang, artifacts });
    assert.ok(!quiet.includes(w.kinds.certificates.act));
  }
});

test("names of others stay harmless on the page and the terminal", () => {
  for (const bad of Object.values(HOSTILE)) {
    const r = phone([place("ios/lockdown-log", "read", 1)], [asks("ios/host-pairing", bad)]);
    const page = htmlReport(r, { lang: "es", artifacts });
    assert.ok(!/<(script|img)|onmouseover="|<\/style><\/title>/.test(page.slice(page.indexOf("<body>"))));
    const text = textReport(r, { lang: "es", artifacts, width: 80, color: false, paths });
    assert.ok(!/(?!\n)\p{Cc}|\p{Cf}/u.test(text));
  }
});

test("the terminal names what to look at and what is dark, and leaves the rest to the report", () => {
  const r = phone(
    [place("ios/lockdown-log", "read", 3), place("ios/key-transparency", "read", 2)],
    [asks("ios/host-pairing", "HOST-1")],
  );
  const text = textReport(r, { lang: "es", artifacts, width: 100, color: false, paths }).replaceAll(/\n +/g, " ");
  const w = ACCESS.es;
  for (const s of [w.title, w.kinds.computers.name, w.kinds.sharing.name, w.inReport, "HOST-1", "2 registros"])
    assert.ok(text.includes(s), s);
  assert.ok(!text.includes(w.kinds.sharing.look));
});
