import assert from "node:assert/strict";
import { test } from "node:test";
import { LANGS, LEVELS, say } from "@contraluz/core";
import { RULES } from "./catalogue.ts";

test("each rule says what it is, on what it stands, and how often it was wrong", () => {
  assert.equal(new Set(RULES.map((r) => r.id)).size, RULES.length);
  for (const r of RULES) {
    assert.ok(r.needs.length > 0 && r.sources.length > 0 && r.version >= 1 && r.budget > 0, r.id);
    assert.ok(LEVELS.includes(r.level) && r.level !== "match", `${r.id}: a rule alone is no match`);
    assert.ok(r.baseRate.samples > 0 && r.baseRate.fired <= r.baseRate.samples && r.baseRate.what.length > 10, r.id);
    for (const lang of LANGS) {
      assert.match(say(r.words.name, lang), /^\p{Lu}.*[^.]$/u);
      // The catalogue shows the words without a finding: holes stand for what would fill them.
      const holes = new Proxy({}, { get: (_, name) => `‹${String(name)}›` });
      for (const part of ["title", "why"] as const)
        assert.doesNotMatch(say(r.words[part], lang, holes), /undefined|NaN/, `${r.id} ${part}`);
      for (const part of ["otherwise", "next"] as const)
        assert.match(say(r.words[part], lang), /^(?!.*(?:undefined|NaN)).*\.$/s, `${r.id} ${part}`);
    }
  }
});

test("no rule throws on records of its artifacts, whatever they hold", () => {
  const values = [
    undefined,
    null,
    0,
    -1,
    2n ** 63n,
    Number.NaN,
    "",
    "x\u0000",
    [],
    ["a"],
    {},
    true,
    new Uint8Array(2),
  ] as const;
  const names =
    `alike answers busy large mac madeUp makes names over realm router says sni video abort access account action alarm app apple born by changed client client_type command company completed count decision device devices disabled enabled failed fingerprint first folder frames gone domain event first from_me handle hidden host identifier initiator installed installer keeps label last launcher level links mapped meeting_notes missing mode name notices op operation options organization organizer orphan outgoing own path payloads pid process profile provider receipt receipt_app redirect_from redirect_to removable role server servers service sha shutdowns source start started state sticker subject success supervised system team team_name type url user uuid value version warning what writer`.split(
      /\s+/,
    );
  const kinds =
    `acquisition admin alerts apk app attachment answer attempts binary boot certificate change client crash devices event file gaps grant hello key launcher listener log lookup message mode mount op override owner package pairing process profile property report role said security service setting shutdown start supervision transmitter usage use value visit vpn x`.split(
      /\s+/,
    );
  for (const rule of RULES) {
    const facts: unknown[] = [];
    for (const artifact of rule.needs)
      for (const kind of kinds)
        for (const value of values) {
          const fields = Object.fromEntries(names.map((n) => [n, value]));
          const ref = { artifact, ordinal: 0, origin: { file: 0, at: { key: "" } } } as const;
          const fact = rule.fact(
            { kind, fields: { ...fields, path: "Library/SMS/Attachments/a" }, observables: [], origin: ref.origin },
            () => ref,
            artifact,
          );
          if (fact !== undefined) facts.push(structuredClone(fact));
        }
    for (const hit of rule.judge(facts, { asOf: "", custody: [], known: ["x"] })) assert.ok(hit.subject.length > 0);
  }
});
