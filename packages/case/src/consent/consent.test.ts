/** Consent as a file, as a Scope, as a gate. @module */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTIFACTS } from "@contraluz/artifacts";
import { LANGS } from "@contraluz/core";
import { faultWords } from "../forms/words.ts";
import { CONSENT } from "./consent.fixture.ts";
import { mayCompare, mayExport, mayKeep, mayRead, scopeOf } from "./gate.ts";
import { DATA_GROUPS, expand, placesOf } from "./groups.ts";
import { PUBLICATIONS, readConsent, SHARES } from "./read.ts";
import { termOf } from "./term.ts";
import type { Consent, ExportAsk, Refusal } from "./types.ts";
import { refusalWords } from "./words.ts";

const IDS = new Set(ARTIFACTS.map((a) => a.id));
const ON = "2026-11-26";

test("every place of the catalogue is in one group", () => {
  const all = DATA_GROUPS.flatMap((g) => placesOf(g));
  assert.deepEqual(
    [...IDS].filter((id) => !all.includes(id)),
    [],
    "a new place belongs in consent/groups.ts",
  );
  assert.equal(new Set(all).size, all.length);
  assert.ok(DATA_GROUPS.every((g) => placesOf(g).length > 0));
});

test("a consent is read as it was written", () => {
  const text = JSON.stringify(CONSENT);
  assert.deepEqual(readConsent(text, IDS), { value: CONSENT, faults: [] });
  assert.deepEqual(readConsent(`\ufeff${text}`, IDS), { value: CONSENT, faults: [] });
  const less = { ...CONSENT, artifacts: ["messages", "ios/tcc"], person: { label: "r1" }, publication: "none" };
  assert.deepEqual(readConsent(JSON.stringify(less), IDS), { value: less, faults: [] });
});

test("each fault is named by its place, in both languages", () => {
  const faults = (change: object): string[] => {
    const r = readConsent(JSON.stringify({ ...CONSENT, ...change }), IDS);
    for (const f of r.faults) for (const l of LANGS) assert.ok(faultWords(f, l).length > 10);
    return r.faults.map((f) => `${f.code} ${f.at}`);
  };
  assert.deepEqual(faults({ publcation: "none" }), ["unknown-field publcation"]);
  assert.deepEqual(faults({ publication: "yes" }), ["unknown-value publication"]);
  assert.deepEqual(faults({ person: { label: "r1" } }), ["missing person.name"]);
  assert.deepEqual(faults({ artifacts: ["ios/tcc", "ios/tcc", "ios/none", "../x", 3] }), [
    "twice artifacts",
    "unknown-value artifacts[2]",
    "unknown-value artifacts[3]",
    "unknown-value artifacts[4]",
  ]);
  assert.deepEqual(faults({ artifacts: "everything" }), ["wrong-type artifacts"]);
  assert.deepEqual(faults({ content: "true" }), ["wrong-type content"]);
  assert.deepEqual(faults({ keepUntil: "2027-02-30" }), ["not-a-day keepUntil"]);
  assert.deepEqual(faults({ given: { on: "ayer", how: "signed", letterSha256: "ABC" } }), [
    "not-a-hash given.letterSha256",
    "not-a-day given.on",
  ]);
  assert.deepEqual(faults({ purpose: "x".repeat(2001) }), ["too-long purpose"]);
  assert.deepEqual(faults({ organisation: "a\u202eb" }), ["control-letters organisation"]);
  assert.deepEqual(faults({ recipients: Array(51).fill({ name: "a", what: "result" }) }), ["too-many recipients"]);
  assert.deepEqual(
    readConsent("{", IDS).faults.map((f) => f.code),
    ["not-json"],
  );
  assert.deepEqual(
    readConsent(" ".repeat(300_000), IDS).faults.map((f) => f.code),
    ["too-large"],
  );
  for (const junk of ["null", "[]", "3", '"x"', "[".repeat(100_000), '{"__proto__":{"id":"c9"}}', "{}"])
    assert.ok(readConsent(junk, IDS).faults.length > 0);
});

test("the Scope is what was allowed, and nothing without consent", () => {
  assert.deepEqual(scopeOf(undefined), { artifacts: [], content: false, evidenceCopies: false });
  assert.deepEqual(scopeOf(CONSENT), { artifacts: "all", content: true, evidenceCopies: true });
  const some: Consent = { ...CONSENT, artifacts: ["messages", "ios/tcc", "ios/sms"], content: false, copies: false };
  assert.deepEqual(scopeOf(some), {
    artifacts: ["android/sms", "ios/sms", "ios/sms-attachments", "ios/tcc", "ios/whatsapp"],
    content: false,
    evidenceCopies: false,
  });
  for (const id of IDS)
    assert.equal(mayRead(some, id, ON) === undefined, expand(some.artifacts as string[]).includes(id), id);
});

/** What is allowed is allowed by all of what would have to forbid it: the rule, written down once more. */
function mustRefuse(c: Consent, ask: ExportAsk): boolean {
  if (ask.to.who === "person") return false;
  if (ask.withdrawn || ask.on < c.given.on || (c.keepUntil !== undefined && ask.on > c.keepUntil)) return true;
  if (ask.to.who === "public")
    return ask.what === "pack" || c.publication === "none" || (ask.edition === "full" && c.publication === "anonymous");
  const { name } = ask.to;
  const given = c.recipients.filter((r) => r.name === name).map((r) => r.what);
  if (ask.what === "pack" || ask.what === "dossier") return !given.includes(ask.what);
  if (ask.what === "result") return !given.some((w) => w !== "indicators");
  return given.length === 0;
}

test("the gate of exports: every combination", () => {
  let [yes, no] = [0, 0];
  for (const publication of PUBLICATIONS)
    for (const on of ["2026-11-19", "2026-11-20", ON, "2027-05-01", "2027-05-02"])
      for (const what of SHARES)
        for (const edition of ["full", "anonymous"] as const)
          for (const withdrawn of [undefined, { on: ON }])
            for (const to of [
              { who: "person" },
              { who: "public" },
              ...["Laboratorio Segundo", "Señales Compartidas", "Abogada", "Nadie"].map((name) => ({
                who: "named",
                name,
              })),
            ] as ExportAsk["to"][]) {
              const consent = { ...CONSENT, publication };
              const ask: ExportAsk = { what, edition, to, on, ...(withdrawn ? { withdrawn } : {}) };
              const r = mayExport(consent, ask);
              assert.equal(r !== undefined, mustRefuse(consent, ask), JSON.stringify(ask));
              if (r) no++;
              else yes++;
              if (r) for (const l of LANGS) assert.doesNotMatch(refusalWords(r, l), /undefined|«»|“”/);
            }
  assert.ok(yes > 200 && no > 500, `${yes} ${no}`);
  assert.equal(
    mayExport(CONSENT, { what: "pack", edition: "full", to: { who: "named", name: " laboratorio  SEGUNDO" }, on: ON }),
    undefined,
  );
  const none = mayExport(undefined, { what: "result", edition: "full", to: { who: "person" }, on: ON });
  assert.equal(none?.code, "no-consent");
});

test("a refusal says why and on which clause it rests", () => {
  const r = mayExport(
    { ...CONSENT, publication: "anonymous" },
    { what: "dossier", edition: "full", to: { who: "public" }, on: ON },
  );
  assert.deepEqual(r, { code: "not-named", clause: "publication", params: {} } satisfies Refusal);
  assert.match(refusalWords(r!, "es"), /edición anónima\. Cláusula 5, Publicación\.$/);
  const k = mayKeep({ ...CONSENT, copies: false }, "copies", ON);
  assert.deepEqual([k?.code, k?.clause], ["not-allowed-copies", "copies"]);
  assert.equal(mayKeep(CONSENT, "incidents", ON), undefined);
  assert.equal(mayKeep({ ...CONSENT, content: false }, "content", ON)?.clause, "data");
});

test("the term, to the day", () => {
  const at = (on: string): string => {
    const t = termOf(CONSENT, on);
    return `${t.state} ${t.days}`;
  };
  assert.deepEqual(["2027-03-31T10:00:00Z", "2027-04-01", "2027-05-01", "2027-05-02"].map(at), [
    "running 31",
    "ending 30",
    "ending 0",
    "over -1",
  ]);
  const { keepUntil: _none, ...open } = CONSENT;
  assert.equal(termOf(open, ON).state, "none");
});

test("records go to a lab only where the consent says so, and holds, and covers what the check read", () => {
  const yes: Consent = { ...CONSENT, compare: true };
  const all = scopeOf(yes);
  const code = (c: Consent | undefined, on = ON, withdrawn?: { on: string }): string | undefined =>
    mayCompare(c, all, on, withdrawn)?.code;
  assert.equal(code(yes), undefined);
  assert.equal(mayCompare(yes, undefined, ON), undefined, "before it is known what was read");
  assert.equal(code(CONSENT), "not-allowed-compare", "a consent of before says nothing of it");
  assert.equal(code({ ...yes, compare: false }), "not-allowed-compare");
  assert.equal(code(undefined), "no-consent");
  assert.equal(code(yes, "2027-05-02"), "expired");
  assert.equal(code(yes, ON, { on: ON }), "withdrawn");
  assert.equal(code({ ...yes, artifacts: ["messages"] }), "wider-check");
  assert.equal(code({ ...yes, content: false }), "wider-check");
  for (const l of LANGS) assert.match(refusalWords(mayCompare(CONSENT, all, ON)!, l), /\. (Cláusula|Clause) 3, /);
  assert.deepEqual(readConsent(JSON.stringify(yes), IDS), { value: yes, faults: [] });
  assert.equal(readConsent(JSON.stringify({ ...yes, compare: "yes" }), IDS).faults[0]?.code, "wrong-type");
});
