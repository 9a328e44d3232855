/** What a consent lets leave a lab, and nothing else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { CONSENT } from "@contraluz/case/consent/consent.fixture.ts";
import { type LeaveTo, leaveOf, mayTell } from "./leave.ts";
import { caseOf } from "./shapes.ts";

const LAB = "00112233aabbccdd";
const DAY = "2026-11-26";
const to = (name: string): LeaveTo => ({ who: "named", name });
const PUBLIC: LeaveTo = { who: "public" };

test("each recipient may have what the consent gives, and what is in it", () => {
  const c = { leave: leaveOf(CONSENT, LAB), keepUntil: CONSENT.keepUntil! };
  const may = (what: "indicators" | "records", whom: LeaveTo, lab = LAB, day = DAY): boolean =>
    mayTell(c, what, whom, lab, day);
  // A pack holds all; a dossier holds the result; indicators are that alone.
  for (const name of ["Laboratorio Segundo", "  laboratório   SEGUNDO ", "Abogada"]) {
    assert.equal(may("indicators", to(name)), true, name);
    assert.equal(may("records", to(name)), true, name);
  }
  assert.deepEqual(
    [may("indicators", to("Señales Compartidas")), may("records", to("Señales Compartidas"))],
    [true, false],
  );
  assert.deepEqual([may("indicators", to("Nadie")), may("records", to("Nadie"))], [false, false]);
  assert.deepEqual([may("indicators", PUBLIC), may("records", PUBLIC)], [true, false]);
  assert.equal(may("indicators", to("Abogada"), "ffffffffffffffff"), false);
  assert.equal(may("indicators", to("Abogada"), LAB, "2027-05-02"), false);
});

test("nothing leaves of a case that says nothing, or says no", () => {
  assert.equal(mayTell({}, "indicators", PUBLIC, LAB, DAY), false);
  for (const consent of [undefined, { ...CONSENT, publication: "none" as const, recipients: [] }]) {
    const leave = leaveOf(consent, LAB);
    for (const whom of [PUBLIC, to("Abogada")])
      for (const what of ["indicators", "records"] as const)
        assert.equal(mayTell({ leave }, what, whom, LAB, DAY), false);
  }
});

test("a lab's file holds no name of a recipient, and is read again", () => {
  const leave = leaveOf(CONSENT, LAB);
  const text = JSON.stringify(leave);
  for (const r of CONSENT.recipients) assert.ok(!text.includes(r.name));
  const file = { schema: "contraluz/lab-case@1", id: LAB, added: DAY, leave, checks: [] };
  assert.deepEqual(caseOf(JSON.parse(JSON.stringify(file)))?.leave, leave);
  for (const bad of [
    true,
    {},
    { ...leave, public: 1 },
    { ...leave, records: ["Abogada"] },
    { ...leave, indicators: null },
  ])
    assert.equal(caseOf({ ...file, leave: bad }), undefined, JSON.stringify(bad));
});
