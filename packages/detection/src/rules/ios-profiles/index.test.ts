import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord, RecordRef } from "@contraluz/core";
import { profiles } from "./index.ts";

const ref = (): RecordRef => ({
  artifact: "ios/configuration-profiles",
  ordinal: 0,
  origin: { file: 0, at: { key: "PayloadUUID" } },
});
const fact = (fields: ArtifactRecord["fields"]) =>
  profiles.fact({ kind: "profile", fields, observables: [], origin: ref().origin }, ref, "ios/configuration-profiles")!;
const vpn = fact({
  uuid: "AA-1",
  name: "Oficina",
  identifier: "mx.example.vpn",
  organization: "Redacción",
  payloads: ["com.apple.vpn.managed", "com.apple.security.root"],
});

test("asks about each profile, in words", () => {
  const [hit] = [...profiles.judge([vpn], { asOf: "", custody: [], known: [] })];
  assert.equal(hit!.subject, "AA-1");
  assert.match(String(hit!.params!.what_es), /VPN.*certificados/);
  assert.match(String(hit!.params!.what_en), /VPN.*certificates/);
});

test("what the person knows is not asked again, by uuid, name or identifier, in any case", () => {
  for (const known of ["aa-1", "OFICINA", "mx.example.vpn"])
    assert.deepEqual([...profiles.judge([vpn], { asOf: "", custody: [], known: [known] })], [], known);
  assert.equal([...profiles.judge([vpn], { asOf: "", custody: [], known: ["Ofi"] })].length, 1);
});

test("a profile without any name still asks once", () => {
  const nameless = fact({ payloads: [] });
  assert.equal([...profiles.judge([nameless, nameless], { asOf: "", custody: [], known: [] })].length, 1);
});
