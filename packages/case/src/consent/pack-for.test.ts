import assert from "node:assert/strict";
import { test } from "node:test";
import { packFor, packReceivers } from "./pack-for.ts";
import type { Consent } from "./types.ts";

const ON = "2026-11-26";
const consent: Consent = {
  id: "c1",
  person: { label: "p1" },
  organisation: "Línea de prueba",
  purpose: "ver",
  artifacts: "all",
  content: false,
  copies: true,
  publication: "none",
  after: "delete",
  keepUntil: "2027-01-01",
  recipients: [
    { name: "Laboratorio Dos", what: "pack" },
    { name: "Redacción Norte", what: "dossier" },
    { name: "LÍNEA DE PRUEBA", what: "pack" },
  ],
  incidents: false,
  given: { on: "2026-11-01", how: "signed" },
};

test("a pack is for the organisation and for those who are named for packs, by any spelling, and for nobody else", () => {
  assert.deepEqual(packReceivers(consent), ["Línea de prueba", "Laboratorio Dos"]);
  const ask = (...names: (string | undefined)[]) =>
    packFor(
      consent,
      names.map((name, i) => ({ key: `age1${i}`, ...(name === undefined ? {} : { name }) })),
      ON,
    );
  assert.deepEqual(ask(undefined), { ok: true, names: ["Línea de prueba"], also: ["Laboratorio Dos"] });
  assert.deepEqual(ask("laboratorio  dos", "linea de prueba", "Línea de prueba"), {
    ok: true,
    names: ["Laboratorio Dos", "Línea de prueba"],
    also: [],
  });
  // Of two keys it must be said whose each is.
  const whose = ask(undefined, "Laboratorio Dos");
  assert.ok(!whose.ok && whose.why === "whose" && whose.may.length === 2);
  for (const [name, code] of [
    ["Redacción Norte", "not-this-recipient"],
    ["Otra", "not-recipient"],
    ["", "not-recipient"],
  ] as const) {
    const no = ask("Laboratorio Dos", name);
    assert.equal(!no.ok && no.why === "refused" && no.refusal.code, code, name);
  }
  const late = packFor(consent, [{ key: "age1" }], "2027-02-01");
  assert.ok(!late.ok && late.why === "refused");
});
