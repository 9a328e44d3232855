import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, say } from "@contraluz/core";
import { CONTEXT, ref } from "../../detection.fixture.ts";
import { appSource } from "./index.ts";

type Fact = NonNullable<ReturnType<typeof appSource.fact>>;
const take = (
  kind: string,
  fields: ArtifactRecord["fields"],
  artifact = "ios/applications",
  ordinal = 0,
): Fact | undefined =>
  appSource.fact(
    { kind, fields, observables: [], origin: { file: 0, at: { key: "x" } } },
    () => ref(ordinal),
    artifact,
  );
const apps = (...list: ArtifactRecord["fields"][]): Fact[] =>
  list.map((fields, i) => take("app", fields, "ios/applications", i)).filter((f) => f !== undefined);
const judge = (facts: Fact[], ...known: string[]) => [...appSource.judge(facts, { ...CONTEXT, known })];
const said = (hit: ReturnType<typeof judge>[number], lang: "es" | "en") =>
  (["title", "why", "otherwise"] as const).map((part) => say(appSource.words[part], lang, hit.params!)).join(" ");

test("apps of the App Store and of device management are no fact; those of the system need no receipt", () => {
  for (const source of ["com.apple.AppStore", "com.apple.AppStore.ProductPageExtension", "com.apple.dmd", "dmd"])
    assert.deepEqual(apps({ app: "a", receipt: true, source }), []);
  assert.deepEqual(apps({ app: "com.apple.Maps", receipt: false }, { app: "a" }), []);
});

test("one finding a source, with its apps; known stores are named", () => {
  const hits = judge(
    apps(
      { app: "mx.a", receipt: true, source: "com.alternative.store" },
      { app: "mx.b", receipt: true, source: "com.alternative.store" },
      { app: "mx.c", receipt: true, source: "com.apple.TestFlight" },
      { app: "mx.d", receipt: true, source: "com.apple.Preferences" },
      { app: "mx.e", receipt: true },
    ),
  );
  assert.deepEqual(
    hits.map((h) => [h.subject, h.level, h.records.length]),
    [
      ["com.alternative.store", "ask", 2],
      ["com.apple.TestFlight", "ask", 1],
      ["com.apple.Preferences", "info", 1],
      ["?", "ask", 1],
    ],
  );
  assert.match(
    said(hits[0]!, "es"),
    /2 apps no vinieron de la App Store mx\.a, mx\.b\. Las instaló «com\.alternative\.store»/,
  );
  assert.match(said(hits[1]!, "en"), /One app did not come .* TestFlight, for test versions/);
});

test("apps without a receipt, or with that of another app, are one finding", () => {
  const hits = judge(
    apps(
      { app: "mx.a", receipt: false },
      { app: "mx.b", receipt: false },
      { app: "mx.c", receipt: true, receipt_app: "mx.z", source: "com.apple.AppStore" },
    ),
  );
  assert.deepEqual(
    hits.map((h) => [h.subject, h.records.length]),
    [["iTunesMetadata", 3]],
  );
  assert.match(said(hits[0]!, "es"), /3 apps no traen comprobante .* mx\.a, mx\.b, mx\.c/);
});

test("a company's permit asks, Apple's own does not", () => {
  const permit = (fields: ArtifactRecord["fields"]) => take("profile", fields, "ios/provisioning-profiles");
  assert.equal(permit({ company: true, apple: true }), undefined);
  assert.equal(permit({ beta: true }), undefined);
  const f = permit({ company: true, team: "T1", team_name: "Ejemplo, S.A.", name: "Interno" })!;
  const [hit] = judge([f]);
  assert.equal(hit!.subject, "mis.db");
  assert.match(said(hit!, "es"), /Hay un permiso de: Ejemplo, S\.A\./);
  assert.deepEqual(judge([f], "ejemplo, s.a."), []);
});

test("what the person knows, by app or by source, is not asked", () => {
  const facts = apps({ app: "mx.a", receipt: true, source: "com.alternative.store" });
  for (const known of ["MX.a", "com.alternative.store"]) assert.deepEqual(judge(facts, known), []);
});

test("data of an app that the list does not name is a note; without a list nothing is missing", () => {
  const container = (app: string, domain = `AppDomain-${app}`): Fact | undefined =>
    appSource.fact(
      {
        kind: "file",
        fields: { domain },
        observables: [
          { type: "file-name", value: "x", contact: "present" },
          { type: "app-id", value: app, contact: "present" },
        ],
        origin: { file: 0, at: { key: "x" } },
      },
      () => ref(0),
      "ios/manifest",
    );
  assert.equal(container("com.apple.Maps"), undefined);
  assert.equal(container("mx.a", "AppDomainPlugin-mx.a"), undefined);
  const facts = [container("mx.a")!, container("mx.B")!, take("app", { app: "mx.b" }, "ios/backup-info")!];
  const [hit, ...more] = judge(facts);
  assert.deepEqual([hit!.subject, hit!.level, hit!.params!.apps, more], ["Info.plist", "info", "mx.a", []]);
  assert.match(
    `${said(hit!, "en")} ${say(appSource.words.next, "en", hit!.params!)}`,
    /its folder|their folder.*nothing else to do/,
  );
  assert.deepEqual([judge(facts.slice(0, 2)), judge(facts, "MX.a")], [[], []]);
});

test("hundreds of sources end in a few findings, foreign names stay short", () => {
  const hits = judge(
    apps(
      ...Array.from({ length: 300 }, (_, i) => ({ app: `a${i}`, receipt: true, source: `s${i}\n${"x".repeat(3000)}` })),
    ),
  );
  assert.deepEqual([hits.length, hits[4]!.subject, hits[4]!.records.length], [5, "…", 296]);
  for (const lang of LANGS) for (const h of hits) assert.ok(said(h, lang).length < 800 && h.subject.length <= 80);
});

test("odd records are no facts", () => {
  for (const fields of [
    {},
    { app: 5, receipt: true },
    { app: "a", receipt: "no" },
    { app: "a", receipt: null },
  ] as const)
    assert.equal(take("app", fields as never), undefined);
  assert.equal(take("x", { app: "a", receipt: false }), undefined);
});

test("in a dump: folders of apps without a receipt, if others have one", () => {
  const bundle = (app: string, folder: string) => take("bundle", { app, folder }, "ios/app-bundles")!;
  const receipt = (app: string, folder: string, source = "com.apple.AppStore") =>
    take("app", { app, folder, receipt: true, source }, "ios/app-bundles")!;
  const hits = judge([bundle("mx.a", "A"), receipt("mx.a", "A"), bundle("mx.b", "B")]);
  assert.deepEqual(
    hits.map((h) => [h.subject, h.params!.apps]),
    [["iTunesMetadata", "mx.b"]],
  );
  assert.deepEqual(judge([bundle("mx.a", "A"), bundle("mx.b", "B")]), []);
  assert.deepEqual(judge([bundle("mx.b", "B"), receipt("mx.a", "A")], "MX.B"), []);
  assert.equal(take("bundle", { app: "com.apple.Maps", folder: "C" }, "ios/app-bundles"), undefined);
});

test("in the log: what a computer installed, or a company's permit was installed for", () => {
  const log = (...events: ArtifactRecord["fields"][]) =>
    events.flatMap((e, i) => take("event", e, "ios/installation-log", i) ?? []);
  const path = "/private/var/containers/Bundle/Application/9C4A";
  const hits = judge(
    log(
      { action: "requested", type: "Placeholder", by: "appstored" },
      { action: "container", app: "mx.store", path },
      { action: "requested", type: "Enterprise", by: "mobile_installation_proxy" },
      { action: "container", app: "mx.b", path },
      { action: "profile", app: "mx.b" },
      { action: "container", app: "mx.c", path },
    ),
  );
  assert.deepEqual(
    hits.map((h) => [h.subject, h.params!.source, h.records.length]),
    [["mx.b", "mobile_installation_proxy", 3]],
  );
  assert.match(said(hits[0]!, "es"), /mx\.b\. La puso una computadora/);
  assert.deepEqual(judge(log({ action: "requested", type: 5 }, { action: "profile" }, { action: "x", app: "a" })), []);
});

const grant = (client: string, service = "kTCCServiceMicrophone", decision = "allowed", client_type = "app") =>
  take("grant", { client, service, decision, client_type }, "ios/tcc");
const energy = (app: string, more: ArtifactRecord["fields"] = {}) => take("app", { app, ...more }, "ios/power-log");
const sold = (...list: string[]) => list.map((app) => take("install", { app }, "ios/store-apps")!);

test("what such an app may use and did is told in its question", () => {
  const came = apps({ app: "mx.a", receipt: true, source: "com.alternative.store" });
  const more = [
    grant("mx.a")!,
    grant("mx.a", "kTCCServiceCamera", "limited")!,
    grant("mx.b")!,
    take("audio", { app: "mx.a", operation: "Record" }, "ios/power-log")!,
    energy("mx.a")!,
  ];
  const [hit, ...others] = judge([...came, ...more]);
  assert.deepEqual([hit!.records.length, others], [5, []]);
  assert.match(said(hit!, "es"), /Hay permiso para usar el micrófono y la cámara\. Hubo grabación de sonido\./);
  assert.match(said(hit!, "en"), /There is permission to use the microphone and the camera\. There was recording/);
  assert.doesNotMatch(said(judge(came)[0]!, "es"), /permiso|undefined/);
  for (const f of [
    grant("mx.a", "kTCCServicePhotos"),
    grant("mx.a", "kTCCServiceCamera", "denied"),
    grant("/usr/libexec/x", "kTCCServiceCamera", "allowed", "path"),
    grant("com.apple.Maps"),
    take("audio", { app: "mx.a", operation: "Play" }, "ios/power-log"),
  ])
    assert.equal(f, undefined);
});

test("an app of the power log that the store does not name is asked about, if the store names the others", () => {
  const list = ["mx.a", "mx.b", "mx.c", "mx.d", "mx.odd"].map((a) => energy(a)!);
  const [hit, ...others] = judge([...list, ...sold("mx.a", "mx.b", "mx.c", "mx.d"), grant("mx.odd")!]);
  assert.deepEqual([hit!.subject, hit!.level ?? "ask", hit!.records.length, others], ["mx.odd", "ask", 2, []]);
  assert.match(said(hit!, "es"), /La tienda no nombra una app de este teléfono mx\.odd\. .*usar el micrófono/);
  // Known to the person; too few that the store names; more that it does not name; Apple's; removed.
  assert.deepEqual(judge([...list, ...sold("mx.a", "mx.b", "mx.c", "mx.d")], "MX.odd"), []);
  assert.deepEqual(judge([...list, ...sold("mx.a", "mx.b", "mx.c")]), []);
  assert.deepEqual(judge([...list, energy("mx.other")!, ...sold("mx.a", "mx.b", "mx.c", "mx.d")]), []);
  for (const f of [energy("com.apple.Maps"), energy("mx.gone", { deleted: { seen: "1", precision: "s" } })])
    assert.equal(f, undefined);
});

test("what another place told of the app is not asked twice", () => {
  const list = ["mx.a", "mx.b", "mx.c", "mx.d", "mx.odd"].map((a) => energy(a)!);
  const hits = judge([...list, ...sold("mx.a", "mx.b", "mx.c", "mx.d"), ...apps({ app: "mx.odd", receipt: false })]);
  assert.deepEqual(
    hits.map((h) => [h.subject, h.records.length]),
    [["iTunesMetadata", 2]],
  );
});

test("in a dump: an app that carries a permit, with or without receipts beside it", () => {
  const bundle = (app: string, folder: string) => take("bundle", { app, folder }, "ios/app-bundles")!;
  const inside = (folder: string, team_name?: string) =>
    take("permit", { folder, company: true, team: "T1", team_name }, "ios/app-provisioning")!;
  const [hit, ...others] = judge([bundle("mx.a", "A"), bundle("mx.b", "B"), inside("A", "Ejemplo, S.A.")]);
  assert.deepEqual([hit!.params!.apps, hit!.records.length, others], ["mx.a", 2, []]);
  assert.match(said(hit!, "es"), /Trae un permiso a nombre de: Ejemplo, S\.A\./);
  assert.match(said(judge([bundle("mx.a", "A"), inside("A")])[0]!, "en"), /Its permit is in the name of: T1\./);
  assert.deepEqual(judge([bundle("mx.a", "A"), inside("other")]), []);
  assert.equal(take("permit", { company: true }, "ios/app-provisioning"), undefined);
});
