import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, type Moment, type RecordRef, say } from "@contraluz/core";
import { triangulationWindow as rule } from "./index.ts";

type Fact = NonNullable<ReturnType<typeof rule.fact>>;
const T = 1_650_000_000_000_000_000n;
const at = (s: number): Moment => ({ utc: T + BigInt(s) * 1_000_000_000n, seen: String(s), precision: "s" });
let ordinal = 0;
const ref = (artifact: string) => (): RecordRef => ({
  artifact,
  ordinal: ordinal++,
  origin: { file: 0, at: { table: "Files", row: 1 } },
});

/** A row of Manifest.db; each time may be left out. */
function file(domain: string, path: string, modified?: number, changed?: number, born?: number): Fact | undefined {
  const m = (s: number | undefined): Moment | undefined => (s === undefined ? undefined : at(s));
  const modifiedAt = m(modified);
  const r: ArtifactRecord = {
    kind: "file",
    ...(modifiedAt ? { at: modifiedAt } : {}),
    fields: { domain, path, changed: m(changed), born: m(born) },
    observables: [],
    origin: ref("")().origin,
  };
  return rule.fact(r, ref("ios/manifest"), "ios/manifest");
}
const folder = (s: number, path = "65/05"): Fact | undefined =>
  file("MediaDomain", `Library/SMS/Attachments/${path}`, s, s, s);
const below = (s: number, path = "65/05"): Fact | undefined =>
  file("MediaDomain", `Library/SMS/Attachments/${path}/ABC/IMG.heic`, s, s, s);
const imageIo = (s: number): Fact | undefined =>
  file("RootDomain", "Library/Preferences/com.apple.ImageIO.plist", s, s);

function net(name: string, s: number | undefined, more: { kind?: string; first?: number } = {}): Fact | undefined {
  const moment = s === undefined ? undefined : at(s);
  const r: ArtifactRecord = {
    kind: more.kind ?? "process",
    ...(moment ? { at: moment } : {}),
    fields: { name, first: more.first === undefined ? undefined : at(more.first) },
    observables: [],
    origin: ref("")().origin,
  };
  return rule.fact(r, ref("ios/data-usage"), "ios/data-usage");
}

/** A stop of the use of the location. */
function stop(client: string, s: number, event = "LocationTimeStopped"): Fact | undefined {
  const r: ArtifactRecord = {
    kind: "use",
    at: at(s),
    fields: { client, event },
    observables: [],
    origin: ref("")().origin,
  };
  return rule.fact(r, ref("ios/location-clients"), "ios/location-clients");
}

const judge = (...facts: (Fact | undefined)[]) => [
  ...rule.judge(
    facts.filter((f) => f !== undefined),
    { asOf: "", custody: [], known: [] },
  ),
];

test("two classes within five minutes are a lead, with each thing once", () => {
  const hits = judge(folder(0), net("nehelper", 120));
  assert.equal(hits.length, 1);
  assert.deepEqual([hits[0]!.params!.classes, hits[0]!.params!.things, hits[0]!.records.length], [2, 2, 2]);
  assert.equal(hits[0]!.subject, "2022-04-15T05:20:00Z");
  const three = judge(folder(0), net("nehelper", 20), imageIo(300));
  assert.deepEqual([three.length, three[0]!.params!.classes, three[0]!.records.length], [1, 3, 3]);
});

test("each of the places counts: both levels of folders, three files, four programs, first and last use", () => {
  assert.equal(judge(folder(0, "65"), net("nehelper", 1)).length, 1);
  for (const f of [
    imageIo(10),
    file("HomeDomain", "Library/Preferences/com.apple.locationd.StatusBarIconManager.plist", 10),
    file("HomeDomain", "Library/Preferences/com.apple.imservice.ids.FaceTime.plist", undefined, 10),
    file("HomeDomain", "Library/Preferences/com.apple.imservice.ids.FaceTime.plist", undefined, undefined, 10),
    net("com.apple.WebKit.WebContent", 10),
    net("powerd/com.apple.datausage.diagnostics", 10),
    net("lockdownd/com.apple.datausage.security", 10),
    net("nehelper", 9000, { first: 10 }),
    net("nehelper", 10, { kind: "usage" }),
  ])
    assert.equal(
      judge(folder(0), f).length,
      1,
      JSON.stringify(f, (_, v) => (typeof v === "bigint" ? String(v) : v)),
    );
});

test("near misses: other places, other programs, one class, too far apart", () => {
  for (const f of [
    file("HomeDomain", "Library/Preferences/com.apple.ImageIO.plist", 10, 10),
    file("AppDomain-com.example", "Library/Preferences/com.apple.ImageIO.plist", 10, 10),
    file("RootDomain", "Library/Preferences/com.apple.imservice.ids.FaceTime.plist", 10, 10),
    file("RootDomain", "Library/Preferences/com.apple.ImageIO.plist"),
    net("mediaserverd", 10),
    net("powerd2", 10),
    net("mDNSResponder/com.apple.WebKit.WebContent", 10),
    net("nehelper", undefined),
    net("nehelper", 301),
    folder(10, "66/06"),
  ])
    assert.deepEqual(judge(folder(0), f), []);
  assert.deepEqual(judge(net("nehelper", 0), net("powerd", 10)), []);
  assert.deepEqual(judge(file("HomeDomain", "Library/SMS/Attachments/65/05", 0, 0), net("nehelper", 10)), []);
});

test("ordinary use: a file below a folder at that time, or a folder that was modified or changed alone", () => {
  assert.deepEqual(judge(folder(0), below(1), net("nehelper", 10)), []);
  assert.deepEqual(judge(folder(0), below(290, "aa/10"), net("nehelper", 10)), []);
  assert.deepEqual(judge(file("MediaDomain", "Library/SMS/Attachments/65/05", 0), net("nehelper", 10)), []);
  assert.deepEqual(judge(file("MediaDomain", "Library/SMS/Attachments/65/05", 0, 9000), net("nehelper", 10)), []);
  // A file below from another day says nothing about this one.
  assert.equal(judge(folder(0), below(86_400), net("nehelper", 10)).length, 1);
});

test("a restore, where hundreds share one time, is not a lead", () => {
  const many = Array.from({ length: 30 }, (_, i) => folder(0, `${i.toString(16).padStart(2, "0")}/05`));
  assert.deepEqual(judge(...many, net("nehelper", 10)), []);
});

test("two windows are two findings; the order of facts does not matter", () => {
  const facts = [folder(0), net("nehelper", 10), folder(86_400, "aa/10"), imageIo(86_410)];
  const subjects = (f: (Fact | undefined)[]) => judge(...f).map((h) => h.subject);
  assert.deepEqual(subjects(facts), ["2022-04-15T05:20:00Z", "2022-04-16T05:20:00Z"]);
  assert.deepEqual(subjects([...facts].reverse()), subjects(facts));
});

test("facts below folders are kept once a minute", () => {
  assert.deepEqual(below(1), below(2));
  assert.equal(rule.once!(below(1)!), rule.once!(below(2)!));
  assert.notEqual(rule.once!(below(1)!), rule.once!(below(120)!));
  assert.equal(rule.once!(folder(1)!), undefined);
});

test("a hundred thousand facts in one minute take no time", () => {
  const facts = Array.from({ length: 100_000 }, (_, i) => net("nehelper", i % 60)!);
  const before = process.cpuUsage();
  assert.deepEqual(judge(folder(0), ...facts), []);
  assert.ok(process.cpuUsage(before).user < 3_000_000);
});

test("says nothing from iOS 17 on, and says why", () => {
  const gate = (version: string) => rule.gate!({ kind: "ios-backup", os: { name: "ios", version } });
  for (const v of ["17.0", "18.4.1", "26.0"]) for (const lang of LANGS) assert.match(say(gate(v)!, lang), /16\.6/);
  for (const v of ["15.7.1", "16.6", "9.3", "?"]) assert.equal(gate(v), undefined);
  assert.equal(rule.gate!({ kind: "ios-backup" }), undefined);
});

test("words", () => {
  const [hit] = judge(folder(0), net("nehelper", 120));
  assert.equal(say(rule.words.title, "es", hit!.params!), "Varios cambios raros juntos, el 15 abr 2022, 05:20 UTC");
  assert.equal(
    say(rule.words.title, "en", hit!.params!),
    "Several unusual changes together, on 15 Apr 2022, 05:20 UTC",
  );
  assert.match(
    say(rule.words.why, "es", hit!.params!),
    /2 cambios de 2 clases: una carpeta de adjuntos sin un archivo nuevo dentro; uso de red/,
  );
});

test("a stop of one of two location bundles is a class of its own", () => {
  const bundles = "/System/Library/LocationBundles";
  for (const name of ["IonosphereHarvest", "WRMLinkSelection"]) {
    const [hit] = judge(folder(0), stop(`${bundles}/${name}.bundle`, 200));
    assert.deepEqual([hit!.params!.classes, hit!.params!.things], [2, 2]);
  }
  for (const other of [
    stop(`${bundles}/Traffic.bundle`, 200),
    stop(`/x${bundles}/IonosphereHarvest.bundle`, 200),
    stop(`${bundles}/IonosphereHarvest.bundle`, 200, "LocationTimeStarted"),
  ])
    assert.equal(other, undefined);
  assert.deepEqual(judge(folder(0), stop(`${bundles}/IonosphereHarvest.bundle`, 400)), []);
});

/** A file or folder of a dump, which has one time. */
function dumped(path: string, s: number, type?: string): Fact | undefined {
  const r: ArtifactRecord = {
    kind: "file",
    at: at(s),
    fields: { path, type },
    observables: [],
    origin: ref("")().origin,
  };
  return rule.fact(r, ref("ios/file-system"), "ios/file-system");
}
const ROOT = "/private/var/root/Library/Preferences/com.apple.ImageIO.plist";
const MAIL = "/private/var/mobile/Library/SMS/Attachments";

test("a dump: its files as those of a backup", () => {
  const [hit] = judge(dumped(ROOT, 0), net("BackupAgent", 100));
  assert.deepEqual([hit!.params!.classes, hit!.params!.things], [2, 2]);
  const preference = "/private/var/mobile/Library/Preferences/com.apple.imservice.ids.FaceTime.plist";
  assert.equal(judge(dumped(preference, 0), net("nehelper", 100)).length, 1);
  for (const path of [`/private/var/mobile${ROOT.slice(17)}`, `/x${ROOT}`, `${ROOT}.bak`])
    assert.equal(dumped(path, 0), undefined);
});

test("a dump: a folder of attachments, of which only one time is known, is told beside two classes and is none of them", () => {
  const of = dumped(`${MAIL}/65/05`, 10, "dir");
  assert.deepEqual(judge(of, net("nehelper", 100)), []);
  const [hit] = judge(of, dumped(ROOT, 0), net("nehelper", 100));
  assert.deepEqual([hit!.params!.classes, hit!.params!.things], [3, 3]);
  // A file of that name is no folder; a file below it at that time is an ordinary message.
  assert.equal(dumped(`${MAIL}/65/05`, 10), undefined);
  assert.deepEqual(judge(of, dumped(`${MAIL}/65/05/ABC/IMG.heic`, 20), dumped(ROOT, 0), net("nehelper", 100)), []);
});
