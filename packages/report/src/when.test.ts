import assert from "node:assert/strict";
import { test } from "node:test";
import type { Moment } from "@contraluz/core";
import { momentWords } from "./when.ts";

const UTC = 1_726_174_491_000_000_000n;
const at = (m: Partial<Moment>): Moment => ({ seen: "x", precision: "s", ...m });

test("an instant says if its zone was assumed", () => {
  const zone = { name: "-06:00", from: "assumed" } as const;
  assert.equal(momentWords(at({ utc: UTC, zone }), "es"), "12 sep 2024, 20:54:51 UTC (zona supuesta: -06:00)");
  assert.equal(momentWords(at({ utc: UTC, zone }), "en"), "12 Sep 2024, 20:54:51 UTC (zone assumed: -06:00)");
  assert.equal(momentWords(at({ utc: UTC, zone: { ...zone, from: "stated" } }), "en"), "12 Sep 2024, 20:54:51 UTC");
  assert.equal(momentWords(at({ utc: UTC, zone, precision: "day" }), "en"), "12 Sep 2024");
});

test("a wall clock without a zone stands as it is", () => {
  assert.equal(
    momentWords(at({ wall: "2024-09-12T14:54:51" }), "en"),
    "12 Sep 2024, 14:54:51 (time of the device, zone not known)",
  );
  assert.equal(momentWords(undefined, "es"), "sin fecha");
});
