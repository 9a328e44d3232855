import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, type RecordRef, say } from "@contraluz/core";
import { profiles } from "./index.ts";

const ref = (): RecordRef => ({
  artifact: "ios/configuration-profiles",
  ordinal: 0,
  origin: { file: 0, at: { key: "PayloadUUID" } },
});
type Fact = NonNullable<ReturnType<typeof profiles.fact>>;
const fact = (fields: ArtifactRecord["fields"]): Fact =>
  profiles.fact({ kind: "profile", fields, observables: [], origin: ref().origin }, ref, "ios/configuration-profiles")!;
const judge = (facts: Fact[], ...known: string[]) => [...profiles.judge(facts, { asOf: "", custody: [], known })];

const OFFICE = {
  uuid: "AA-1",
  name: "Oficina",
  identifier: "mx.example.vpn",
  organization: "Redacción",
  payloads: ["com.apple.vpn.managed", "com.apple.security.root"],
  servers: ["vpn.example.org"],
};
const vpn = fact(OFFICE);

test("asks about each profile, in words", () => {
  const [hit, ...more] = judge([vpn]);
  assert.deepEqual([hit!.subject, hit!.records.length, more.length], ["AA-1", 1, 0]);
  assert.equal(say(profiles.words.title, "es", hit!.params!), "¿Conoces el perfil «Oficina»?");
  const why = say(profiles.words.why, "es", hit!.params!);
  assert.match(why, /Redacción.*VPN.*certificados.*Manda la conexión a: vpn\.example\.org\./);
  assert.match(String(hit!.params!.what_en), /VPN.*certificates/);
  assert.doesNotMatch(
    say(profiles.words.why, "es", judge([fact({ ...OFFICE, servers: undefined })])[0]!.params!),
    /Manda/,
  );
});

test("what the person knows is not asked again, by uuid, name or identifier, in any case", () => {
  for (const known of ["aa-1", "OFICINA", "mx.example.vpn"]) assert.deepEqual(judge([vpn], known), [], known);
  for (const other of ["Ofi", "", "AA-1 ", "Redacción"]) assert.equal(judge([vpn], other).length, 1, other);
});

test("a name that two profiles share answers for neither; an identifier does for its own", () => {
  const twin = fact({ ...OFFICE, uuid: "BB-2", identifier: "com.evil" });
  assert.deepEqual(
    judge([vpn, twin], "Oficina").map((h) => h.subject),
    ["AA-1", "BB-2"],
  );
  assert.deepEqual(
    judge([vpn, twin], "AA-1").map((h) => h.subject),
    ["BB-2"],
  );
  // Marks that nobody sees do not make another name.
  const masked = fact({ ...OFFICE, uuid: "CC-3", identifier: "x", name: "Oficina\u200b\u202e" });
  assert.deepEqual(
    judge([vpn, masked], "Oficina").map((h) => h.subject),
    ["AA-1", "CC-3"],
  );
});

test("the same profile twice is one question", () => {
  const [hit, ...more] = judge([vpn, vpn, fact({ ...OFFICE, uuid: "DD-4" })]);
  assert.deepEqual([hit!.records.length, more.length], [2, 1]);
});

test("a profile without any name still asks once", () => {
  const nameless = fact({ payloads: [] });
  const [hit, ...more] = judge([nameless, nameless]);
  assert.deepEqual([hit!.subject, hit!.params!.name, more.length], ["?", "?", 0]);
  assert.equal(hit!.params!.what_es, "no lo dice");
  assert.deepEqual(judge([nameless], "").length, 1);
});

test("names and types chosen by an attacker stay one short line", () => {
  const [hit] = judge([
    fact({
      uuid: "u",
      name: `a\u0000\n\u202eb${"x".repeat(4000)}`,
      organization: "\u200b".repeat(4000),
      payloads: [
        "constructor",
        "__proto__",
        "com.example.one",
        "com.example.two",
        "com.example.three",
        "com.example.four",
        "»</b>",
        "y".repeat(4000),
        5,
      ],
      servers: Array.from({ length: 100 }, (_, i) => `s${i}.${"z".repeat(300)}.example`),
    } as never),
  ]);
  const { name, organization, servers, what_es } = hit!.params! as Record<string, string>;
  assert.equal(name, `a b${"x".repeat(76)}…`);
  assert.equal(organization, "");
  assert.match(say(profiles.words.why, "es", hit!.params!), /Este no dice de quién es\./);
  assert.ok(servers!.length < 200 && servers!.split(", ").length === 3);
  assert.equal(what_es, "otros ajustes, constructor, __proto__, com.example.one");
});

test("a phone with many profiles gets eight questions, and one for all the rest", () => {
  const hits = judge(
    Array.from({ length: 1000 }, (_, i) =>
      fact({ ...OFFICE, uuid: `U${i}`, name: `N${i}`, organization: i === 20 ? "Otra" : "" }),
    ),
  );
  assert.deepEqual([hits.length, hits[7]!.subject, hits[8]!.subject, hits[8]!.records.length], [9, "U7", "…", 992]);
  assert.equal(say(profiles.words.title, "es", hits[8]!.params!), "¿Conoces estos otros 992 perfiles: N8, N9, N10 …?");
  assert.match(say(profiles.words.why, "en", hits[8]!.params!), /These say they are from: Otra\. They can change/);
});

test("nothing but profiles is a fact", () => {
  assert.equal(
    profiles.fact({ kind: "other", fields: OFFICE, observables: [], origin: ref().origin }, ref, ""),
    undefined,
  );
  assert.deepEqual(judge([]), []);
  const wrong = fact({ uuid: 5, name: null, identifier: ["x"], payloads: "x", servers: 7 } as never);
  assert.deepEqual(
    judge([wrong]).map((h) => h.subject),
    ["?"],
  );
});
