import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc, LIMITS } from "@contraluz/core";
import { type Plain, Real, xmlPlist } from "../../../../../samples/lib/plist.ts";
import { fieldsOf, parsePlistFile, seen } from "../../artifacts.fixture.ts";
import { idStatusCache } from "./index.ts";

const list = (handles: { readonly [handle: string]: Plain }): Plain => ({
  CacheVersion: 3,
  "com.apple.madrid": handles,
});

test("each account that was looked up, per service", async () => {
  const { records, problems } = await parsePlistFile(idStatusCache, {
    CacheVersion: 3,
    "com.apple.madrid": {
      "mailto:Ana@example.org": { LookupDate: new Real(736_672_089.25), IDStatus: 1, ValidExpiry: 1.5 },
      "tel:+525555550101": { LookupDate: 736_672_090, IDStatus: 2 },
    },
    "com.apple.private.alloy.facetime.audio": { "urn:biz:1": { IDStatus: 1 } },
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { service: "com.apple.madrid", handle: "mailto:Ana@example.org", status: 1 },
    { service: "com.apple.madrid", handle: "tel:+525555550101", status: 2 },
    { service: "com.apple.private.alloy.facetime.audio", handle: "urn:biz:1", status: 1 },
  ]);
  assert.deepEqual(records.map(seen), [["email looked-up Ana@example.org"], ["phone looked-up +525555550101"], []]);
  assert.equal(isoUtc(records[0]!.at!.utc!, "us"), "2024-05-06T07:08:09.250000Z");
  assert.deepEqual(records[0]!.origin.at, { key: "com.apple.madrid.mailto:Ana@example.org" });
});

test("NUL characters stay in the record; the account is compared without them too", async () => {
  const { records } = await parsePlistFile(
    idStatusCache,
    list({ "mailto:evil\u0000\u0000@example.org": { IDStatus: 1 }, "tel:\u0000": {}, "mailto:": {} }),
  );
  assert.equal(records[0]!.fields.handle, "mailto:evil\u0000\u0000@example.org");
  assert.deepEqual(records.map(seen), [
    ["email looked-up evil\u0000\u0000@example.org", "email looked-up evil@example.org"],
    ["phone looked-up \u0000"],
    [],
  ]);
});

test("wrong shapes cost the entry, wrong values the value", async () => {
  const { records, problems } = await parsePlistFile(idStatusCache, {
    a: 1,
    b: ["mailto:x@example.org"],
    c: {
      "mailto:1@example.org": "texto",
      "mailto:2@example.org": { LookupDate: "ayer", IDStatus: "sí" },
      "mailto:3@example.org": { LookupDate: new Date("2024-05-06T07:08:09Z"), IDStatus: 2n ** 62n },
      "mailto:4@example.org": { LookupDate: new Real(Number.POSITIVE_INFINITY), IDStatus: new Real(Number.NaN) },
      ["mailto:".concat("a".repeat(10_000))]: {},
      "__proto__:x": {},
      "constructor:x": {},
    },
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map((r) => [r.at && isoUtc(r.at.utc!, "s"), r.fields.status]).slice(0, 3), [
    [undefined, undefined],
    ["2024-05-06T07:08:09Z", 2n ** 62n],
    [undefined, undefined],
  ]);
  assert.equal(records.length, 6);
  assert.equal(String(records[3]!.fields.handle).length, LIMITS.text);
  assert.deepEqual(records.slice(4).map(seen), [[], []]);
});

test("XML is read too; what is no dictionary, or no list at all, is a problem", async () => {
  const xml = await parsePlistFile(idStatusCache, xmlPlist(list({ "mailto:a@example.org": { IDStatus: 1 } })));
  assert.deepEqual(xml.records.map(seen), [["email looked-up a@example.org"]]);
  const array = await parsePlistFile(idStatusCache, ["a"]);
  assert.deepEqual([array.records, array.problems.map((p) => [p.code, p.lost])], [[], [["plist-damaged", "file"]]]);
  const damaged = await parsePlistFile(idStatusCache, new Uint8Array([1, 2, 3]));
  assert.deepEqual([damaged.ok, damaged.problems.map((p) => p.code)], [false, ["plist-damaged"]]);
});
