import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, say } from "@contraluz/core";
import { CONTEXT, ref } from "../../detection.fixture.ts";
import { networkSettings } from "./index.ts";

type Fact = NonNullable<ReturnType<typeof networkSettings.fact>>;
const take = (kind: string, fields: ArtifactRecord["fields"], artifact: string, ordinal = 0): Fact | undefined =>
  networkSettings.fact(
    { kind, fields, observables: [], origin: { file: 0, at: { key: "x" } } },
    () => ref(ordinal),
    artifact,
  );
const setting = (fields: ArtifactRecord["fields"], ordinal = 0): Fact =>
  take("setting", fields, "ios/network-settings", ordinal)!;
const judge = (facts: Fact[], ...known: string[]) => [...networkSettings.judge(facts, { ...CONTEXT, known })];

const VPN = { what: "vpn", name: "Oficina", app: "mx.example.vpn", servers: ["vpn.example.org"] };

test("one question for each app, with all that it set up", () => {
  const hits = judge([
    setting(VPN, 0),
    setting({ ...VPN, what: "content-filter" }, 1),
    setting({ what: "dns", name: "DNS" }, 2),
  ]);
  assert.deepEqual(
    hits.map((h) => [h.subject, h.records.map((r) => r.ordinal)]),
    [
      ["mx.example.vpn", [0, 1]],
      ["DNS", [2]],
    ],
  );
  assert.match(
    say(networkSettings.words.why, "es", hits[0]!.params!),
    /una VPN, un filtro de contenido\. Manda la conexión a: vpn\.example\.org\./,
  );
  assert.doesNotMatch(say(networkSettings.words.why, "en", hits[1]!.params!), /It sends/);
});

test("what comes from a profile that is there, and what the person knows, is not asked", () => {
  const profile = take("profile", { uuid: "AA-1" }, "ios/configuration-profiles")!;
  assert.deepEqual(judge([profile, setting({ ...VPN, profile: "aa-1" })]), []);
  assert.equal(judge([profile, setting({ ...VPN, profile: "AA-2" })]).length, 1);
  for (const known of ["oficina", "MX.example.vpn"]) assert.deepEqual(judge([setting(VPN)], known), []);
});

test("many settings end in one question for the rest", () => {
  const hits = judge(Array.from({ length: 50 }, (_, i) => setting({ what: "vpn", name: `n${i}` }, i)));
  assert.deepEqual([hits.length, hits[4]!.subject, hits[4]!.records.length], [5, "…", 46]);
});

test("odd records are no facts, foreign names stay short", () => {
  assert.equal(take("x", VPN, "ios/network-settings"), undefined);
  for (const what of ["constructor", "push", undefined, 5])
    assert.equal(take("setting", { ...VPN, what } as never, "ios/network-settings"), undefined);
  const [hit] = judge([setting({ what: "vpn", name: `\u202e${"x".repeat(4000)}`, servers: 5 } as never)]);
  for (const lang of LANGS) assert.ok(say(networkSettings.words.title, lang, hit!.params!).length < 120);
  assert.equal(judge([setting({ what: "vpn" })])[0]!.subject, "vpn");
});
