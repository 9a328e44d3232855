/** What leaves: never anything of a device or a person, and the same bytes each time. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import type { Result } from "@contraluz/core";
import { HOSTILE, MATCH } from "../../sample.fixture.ts";
import { misp } from "../misp/index.ts";
import { stix } from "../stix/index.ts";
import { privateOf, resultOf, SIGNS } from "./share.fixture.ts";
import { shareOf } from "./share.ts";
import type { DocumentOutput, ShareOptions } from "./types.ts";
import { sha1, uuid5 } from "./uuid.ts";

const FORMATS: Readonly<Record<string, (r: Result, o?: ShareOptions) => DocumentOutput>> = { stix, misp };

test("SHA-1 as Node has it, at every length around a block; UUIDs of RFC 9562 and of Python's uuid", () => {
  for (let n = 0; n < 200; n++) {
    const bytes = Uint8Array.from({ length: n }, (_, i) => (i * 7 + n) & 255);
    assert.equal(Buffer.from(sha1(bytes)).toString("hex"), createHash("sha1").update(bytes).digest("hex"), String(n));
  }
  assert.equal(
    uuid5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com"),
    "2ed6657d-e927-568b-95e1-2665a8aea6a2",
  );
  assert.equal(
    uuid5("6ba7b811-9dad-11d1-80b4-00c04fd430c8", "http://www.example.com/"),
    "fcde3c85-2270-590f-9e7c-ee003d65e0e2",
  );
});

test("property: whatever stands in private places, not a byte of what is shared changes", () => {
  for (const [id, make] of Object.entries(FORMATS)) {
    const first = make(resultOf(privateOf(1))).text;
    for (let seed = 2; seed < 60; seed++) {
      const p = privateOf(seed);
      const { text } = make(resultOf(p));
      assert.equal(text, first, `${id} ${seed}`);
      assert.ok(p.said.size > 100);
      for (const s of p.said) assert.ok(!text.includes(s) && !text.includes(JSON.stringify(s).slice(1, -1)), s);
    }
  }
});

test("property: every text that is shared is of the sign, of who shares, or a word of ours", () => {
  const words =
    /^(?:\d{4}-\d\d-\d\dT00:00:00(?:\.000Z|\+00:00)|[a-z0-9-]+--[0-9a-f-]{36}|[0-9a-f-]{36}|\d+|2\.1|true|Contraluz|A rule of Contraluz.*|Published signs .*|Contraluz: Published signs .*|Met on a device .*|ios\/orphan-usage: (?:match|targeted|lead)|unnamed laboratory|(?:Pegasus|Predator)|contraluz-builtin|amnesty-nso|Amnesty .*|TLP:[A-Z+]+|tlp:[a-z+]+|\d{4}-\d\d-\d\d)$/;
  const ours = /^[a-zA-Z0-9 ._+:/-]{1,60}\.?$/;
  const signs = new Set(SIGNS.map(([, v]) => v));
  for (const make of Object.values(FORMATS)) {
    const leaves: string[] = [];
    JSON.parse(make(resultOf(privateOf(3))).text, (key, v: unknown) => {
      if (typeof v === "string" && key !== "comment" && key !== "pattern") leaves.push(v);
      return v;
    });
    assert.ok(leaves.length > 100);
    for (const l of leaves)
      assert.ok(
        words.test(l) || signs.has(l) || (ours.test(l) && !/\d{6}/.test(l)) || [...signs].some((s) => s.includes(l)),
        l,
      );
  }
});

test("times: the day unless the person agreed to more; RED stays back, and what was dismissed", () => {
  const r = resultOf(privateOf(5));
  const s = shareOf(r);
  assert.equal(s.tlp, "amber+strict");
  assert.equal(s.withheld, 1);
  assert.equal(s.sightings.length, SIGNS.length - 1);
  assert.ok(s.sightings.every((x) => x.first! % 86_400_000 === 0 && x.last! % 86_400_000 === 0));
  assert.deepEqual([s.sightings[0]!.first, s.sightings[0]!.last], [Date.UTC(2024, 4, 4), Date.UTC(2024, 4, 9)]);
  assert.equal(s.at, Date.UTC(2024, 5, 1));
  // Stricter than what was asked for where its publisher said so; never wider.
  assert.equal(shareOf(r, { tlp: "clear" }).sightings.find((x) => x.sign.tlp === "green")!.tlp, "green");
  assert.equal(shareOf(r, { tlp: "red" }).sightings.find((x) => x.sign.tlp === "green")!.tlp, "red");
  assert.ok(shareOf(r, { times: "exact" }).sightings.some((x) => x.first! % 86_400_000 !== 0));
  const id = s.sightings[0]!.finding;
  assert.ok(!shareOf(r, { without: new Set([id]) }).sightings.some((x) => x.finding === id));
  assert.deepEqual(s.heuristics, [
    { rule: "ios/orphan-usage", level: "lead" },
    { rule: "ios/orphan-usage", level: "match" },
    { rule: "ios/orphan-usage", level: "targeted" },
  ]);
  // Notes about what does not go along stay back, too.
  const notes = [{ text: "a" }, { text: "b", finding: id }, { text: "c", finding: "none" }];
  assert.deepEqual(
    shareOf(r, { notes }).notes.map((n) => n.text),
    ["a", "b"],
  );
});

test("another device, another lab: other ids of what is theirs, the same ids of what anybody says", () => {
  const ids = (r: Result, o: ShareOptions): Map<string, string[]> => {
    const { objects } = JSON.parse(stix(r, o).text) as { objects: { type: string; id: string }[] };
    const map = new Map<string, string[]>();
    for (const x of objects) map.set(x.type, [...(map.get(x.type) ?? []), x.id].sort());
    return map;
  };
  const r = resultOf(privateOf(7));
  const other: Result = { ...r, evidence: r.evidence.map((e) => ({ ...e, id: "d".repeat(64) })) };
  const [a, b, c] = [ids(r, {}), ids(other, {}), ids(r, { by: { name: "Another" } })];
  for (const type of ["domain-name", "file", "marking-definition"]) assert.deepEqual(a.get(type), b.get(type), type);
  assert.deepEqual(a.get("malware"), b.get("malware"));
  for (const type of ["sighting", "observed-data", "report"]) {
    assert.ok(
      a.get(type)!.every((x) => !b.get(type)!.includes(x)),
      type,
    );
    assert.ok(
      a.get(type)!.every((x) => !c.get(type)!.includes(x)),
      type,
    );
  }
});

test("hostile text of a list stays text", () => {
  for (const [id, make] of Object.entries(FORMATS)) {
    const signs = Object.values(HOSTILE).map((value, i) => ({
      ...MATCH.findings.find((f) => f.indicator)!,
      id: `${i}`.padStart(16, "0"),
      level: "match" as const,
      indicator: {
        ...MATCH.findings.find((f) => f.indicator)!.indicator!,
        value,
        campaign: value,
        type: "file-path" as const,
      },
    }));
    const out = make({ ...MATCH, findings: signs });
    assert.doesNotThrow(() => JSON.parse(out.text), id);
    assert.ok(out.written > 5);
    assert.doesNotMatch(out.text.trimEnd(), /[\p{Cc}\p{Cf}]/u);
  }
});
