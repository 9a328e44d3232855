import assert from "node:assert/strict";
import { test } from "node:test";
import type { Contact, Indicator, Level } from "@contraluz/core";
import { levelOf } from "./levels.ts";

const CONTACTS: readonly Contact[] = [
  "ran",
  "installed",
  "present",
  "resolved",
  "opened",
  "visited",
  "shown",
  "received",
  "looked-up",
  "listed",
  "shared",
];
const [M, T, L, I, _] = ["match", "targeted", "lead", "info", undefined] as const;

/** Each cell of the table of DESIGN section 3, contacts in the order above. */
const TABLE: Readonly<Record<Indicator["role"], readonly (Level | undefined)[]>> = {
  implant: [M, M, M, _, _, _, T, T, T, L, _],
  server: [M, M, M, M, T, T, T, T, T, L, I],
  account: [_, _, _, _, _, _, T, T, T, L, _],
  vendor: [_, _, _, I, I, I, I, I, I, I, _],
  young: [_, _, _, I, I, I, I, I, I, _, _],
};

for (const role of ["implant", "server", "account", "vendor", "young"] as const) {
  test(`levels of ${role}`, () => {
    for (const [k, contact] of CONTACTS.entries()) {
      const level = TABLE[role][k];
      const watchware: Readonly<Record<string, Level>> = {
        match: "lead",
        targeted: "lead",
        lead: "info",
        info: "info",
      };
      const tracker: Readonly<Record<string, Level>> = { match: "lead", targeted: "info", lead: "info", info: "info" };
      assert.equal(levelOf({ role, grade: "spyware" }, contact), level, contact);
      assert.equal(levelOf({ role, grade: "stalkerware" }, contact), level, contact);
      assert.equal(levelOf({ role, grade: "watchware" }, contact), level && watchware[level], `watchware ${contact}`);
      assert.equal(levelOf({ role, grade: "tracker" }, contact), level && tracker[level], `tracker ${contact}`);
      const atMost = level === "match" || level === "targeted" ? "lead" : level;
      assert.equal(levelOf({ role, grade: "spyware", common: true }, contact), atMost, `common ${contact}`);
      assert.equal(levelOf({ role, grade: "spyware", truncated: true }, contact), atMost, `truncated ${contact}`);
    }
  });
}

test("a lower grade of a common name is not raised to a lead", () => {
  assert.equal(levelOf({ role: "implant", grade: "tracker", common: true }, "listed"), "info");
});
