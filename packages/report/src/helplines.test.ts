import assert from "node:assert/strict";
import { test } from "node:test";
import { HELPLINES, HELPLINES_CHECKED, helplineFacts, MORE_HELPLINES } from "./helplines.ts";

const ALL = [...HELPLINES, ...MORE_HELPLINES];

test("every helpline says where its facts are from, and the list when they were read", () => {
  assert.match(HELPLINES_CHECKED, /^20\d\d-\d\d-\d\d$/);
  assert.equal(new Set(ALL.map((h) => h.id)).size, ALL.length);
  for (const h of ALL) {
    assert.ok(h.languages.length > 0 && h.ways.length > 0, h.id);
    // A page of their own, or two of others.
    const own = h.sources.some((s) => new URL(s).hostname.endsWith(h.address.split("/")[0]!));
    assert.ok(own || h.sources.length >= 2, h.id);
    for (const s of h.sources) assert.match(s, /^https?:\/\/[^\s]+$/, h.id);
  }
});

test("addresses can be typed, and lead nowhere by a touch", () => {
  for (const h of ALL) {
    assert.match(h.address, /^[a-z0-9.-]+\.[a-z]{2,}(\/[a-z-]+)*$/, h.id);
    if (h.mail !== undefined) assert.match(h.mail, /^[a-z]+@[a-z.]+$/, h.id);
    assert.equal(h.mail !== undefined, h.ways.includes("mail"), h.id);
    if (h.phone !== undefined) assert.ok(h.ways.includes("phone"), h.id);
  }
});

test("there is somebody for each need, in Spanish, and at any hour", () => {
  for (const need of ["spyware", "danger", "partner", "feelings"] as const)
    assert.ok(
      ALL.some((h) => h.for === need && h.languages.includes("es")),
      need,
    );
  assert.ok(ALL.some((h) => h.for === "spyware" && h.hours === "always"));
});

test("the facts of one line", () => {
  const [first] = HELPLINES;
  assert.deepEqual(helplineFacts(first!, "es"), [
    "español, inglés",
    "a toda hora",
    "por su página, correo",
    "todo el mundo",
  ]);
  assert.deepEqual(helplineFacts(HELPLINES[1]!, "en"), [
    "Spanish",
    "hours on their page",
    "through their page",
    "Latin America",
  ]);
});
