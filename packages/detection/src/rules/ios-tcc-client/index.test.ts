import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, say } from "@contraluz/core";
import { CONTEXT, ref } from "../../detection.fixture.ts";
import { tccClient } from "./index.ts";

type Fact = NonNullable<ReturnType<typeof tccClient.fact>>;
const take = (kind: string, fields: ArtifactRecord["fields"], artifact = "ios/tcc", ordinal = 0): Fact | undefined =>
  tccClient.fact(
    { kind, fields, observables: [], origin: { file: 0, at: { key: "x" } } },
    () => ref(ordinal),
    artifact,
  );
const grant = (
  client: string,
  service = "kTCCServiceMicrophone",
  decision = "allowed",
  ordinal = 0,
): Fact | undefined =>
  take(
    "grant",
    { client, client_type: client.startsWith("/") ? "path" : "app", service, decision },
    "ios/tcc",
    ordinal,
  );
const app = (name: string): Fact => take("app", { app: name }, "ios/backup-info")!;
const judge = (facts: (Fact | undefined)[], ...known: string[]) => [
  ...tccClient.judge(
    facts.filter((f) => f !== undefined),
    { ...CONTEXT, known },
  ),
];

test("a program by its path is a lead, whatever was decided, one for each path", () => {
  const bad = "/private/var/tmp/agent";
  const hits = judge([
    grant(bad, "kTCCServiceCamera", "denied", 1),
    grant(bad, "kTCCServiceMicrophone", "allowed", 2),
    app("a"),
  ]);
  assert.deepEqual(
    hits.map((h) => [h.subject, h.level, h.records.map((r) => r.ordinal)]),
    [[bad, undefined, [1, 2]]],
  );
  assert.match(say(tccClient.words.why, "es", hits[0]!.params!), /agent pidió: cámara, micrófono\./);
});

test("programs of the system and of apps may name themselves by path", () => {
  for (const path of [
    "/System/Library/x",
    "/usr/libexec/y",
    "/Applications/Z.app/Z",
    "/private/var/containers/Bundle/Application/U/A.app/A",
  ])
    assert.equal(grant(path), undefined, path);
  for (const path of ["/private/var/mobile/x", "/usr/../private/var/tmp/x"]) assert.ok(grant(path), path);
});

test("apps that are gone are one note, and only for rights that matter", () => {
  const hits = judge([
    grant("mx.ido.uno", "kTCCServiceMicrophone", "allowed", 1),
    grant("mx.ido.dos", "kTCCServicePhotos", "limited", 2),
    grant("mx.ido.tres", "kTCCServiceMicrophone", "denied"),
    grant("mx.ido.cuatro", "kTCCServiceUbiquity"),
    grant("com.apple.Health"),
    grant("mx.aqui"),
    app("MX.aqui"),
  ]);
  assert.deepEqual(
    hits.map((h) => [h.subject, h.level, h.records.map((r) => r.ordinal)]),
    [["gone", "info", [1, 2]]],
  );
  for (const lang of LANGS) assert.match(say(tccClient.words.title, lang, hits[0]!.params!), /2/);
});

test("without a list of apps nothing is gone; what the person knows is not said", () => {
  assert.deepEqual(judge([grant("mx.ido")]), []);
  assert.deepEqual(judge([app("a"), grant("mx.ido")], "mx.IDO"), []);
});

test("many paths end in a few findings; odd records are no facts", () => {
  const hits = judge(Array.from({ length: 50 }, (_, i) => grant(`/tmp/${i}${"x".repeat(3000)}`, "s", "denied", i)));
  assert.deepEqual([hits.length, hits[5]!.subject, hits[5]!.records.length], [6, "…", 45]);
  assert.ok(hits.every((h) => h.subject.length <= 80));
  for (const fields of [{}, { client: "" }, { client: 5, client_type: "path" }] as const)
    assert.equal(take("grant", fields as never), undefined);
  assert.equal(take("x", { client: "/tmp/x" }), undefined);
});
