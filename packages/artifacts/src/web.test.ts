import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc, type Moment } from "@contraluz/core";
import { appOf, seenSite, seenUrl, tabTime, unixFine } from "./web.ts";

const iso = (m: Moment | undefined): string | undefined => m && isoUtc(m.utc!, m.precision);

test("the app of a path", () => {
  assert.equal(appOf("AppDomain-com.google.Gmail/Library/x"), "com.google.Gmail");
  assert.equal(
    appOf("AppDomainGroup-group.org.mozilla.ios.Firefox/profile.profile/places.db"),
    "group.org.mozilla.ios.Firefox",
  );
  assert.equal(appOf("AppDomainPlugin-a.b/x"), "a.b");
  assert.equal(appOf("HomeDomain/Library/Safari/x"), "HomeDomain");
  assert.equal(appOf("x"), "x");
  assert.equal(appOf(""), "");
});

test("an empty value shows nothing", () => {
  assert.deepEqual(seenUrl("", "visited"), []);
  assert.deepEqual(seenSite(undefined, "visited"), []);
  assert.deepEqual(seenSite("a.example", "looked-up"), [{ type: "domain", value: "a.example", contact: "looked-up" }]);
});

test("milliseconds and microseconds since 1970 are told apart", () => {
  assert.equal(iso(unixFine(1_714_979_289_250)), "2024-05-06T07:08:09.250Z");
  assert.equal(iso(unixFine(1_714_979_289_250_001)), "2024-05-06T07:08:09.250001Z");
  assert.equal(iso(unixFine(1_714_979_289_250_001n)), "2024-05-06T07:08:09.250001Z");
  for (const v of [0, -1, 0.5, Number.NaN, 1e300, 8e12, 2n ** 62n, undefined])
    assert.equal(unixFine(v), undefined, String(v));
});

test("the time of a tab: Apple's seconds, or Unix seconds from iOS 26 on", () => {
  assert.equal(iso(tabTime(736_672_089.25)), "2024-05-06T07:08:09.250000Z");
  assert.equal(iso(tabTime(1_714_979_289.25)), "2024-05-06T07:08:09.250000Z");
  for (const v of [0, -1e300, 1e300, undefined]) assert.equal(tabTime(v), undefined);
});
