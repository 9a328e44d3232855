/** What has to go, and what can only be asked back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { CONSENT } from "./consent.fixture.ts";
import { scopeOf } from "./gate.ts";
import type { Consent } from "./types.ts";
import { type Held, type PurgeItem, purgeDue, purgeExpired, purgeNarrowed, purgeWithdrawn } from "./withdraw.ts";

const HELD: Held = {
  consents: [{ consent: CONSENT }],
  evidence: [
    { id: "a", name: "backup", folder: "evidence/0001" },
    { id: "b", name: "old", folder: "evidence/0002", removed: true },
    { id: "c", name: "by hash" },
  ],
  checks: [{ check: "0001" }, { check: "0002" }, { check: "0003", removed: true }],
  incidents: [{ incident: { id: "i1" } }],
  dossiers: [
    { edition: "full", recipient: "Abogada", tagmanifest: "d1" },
    { edition: "anonymous", tagmanifest: "d2" },
  ],
  packs: [
    { id: "p1", sent: true, to: ["Laboratorio Segundo", "Otra"] },
    { id: "p2", sent: false },
  ],
  exports: [{ format: "stix", sha256: "e1" }],
};

const short = (list: readonly PurgeItem[]): string[] =>
  list.map((i) => [i.act, i.what, i.ref, i.at].filter((x) => x !== undefined && x !== "").join(" "));

test("taken back: the key of the case, and whoever has something of it is asked", () => {
  assert.deepEqual(short(purgeWithdrawn(HELD)), [
    "destroy-key case",
    "ask-back dossier d1 Abogada",
    "ask-back dossier d2",
    "ask-back pack p1 Laboratorio Segundo",
    "ask-back pack p1 Otra",
    "ask-back export e1 stix",
  ]);
  assert.deepEqual(purgeDue(HELD, "2026-11-26", { on: "2026-11-25" }), purgeWithdrawn(HELD));
});

test("the term: nothing before its end, then what was agreed", () => {
  assert.deepEqual(purgeExpired(HELD, "2027-05-01"), []);
  assert.equal(short(purgeExpired(HELD, "2027-05-02"))[0], "destroy-key case");
  const kept: Held = { ...HELD, consents: [{ consent: { ...CONSENT, after: "anonymised" } }] };
  assert.deepEqual(short(purgeDue(kept, "2027-05-02")).slice(0, 2), ["keep-anonymous dossier", "destroy-key case"]);
  assert.deepEqual(purgeDue({ ...HELD, consents: [] }, "2027-05-02"), []);
});

test("a consent that allows less: what lies outside of it goes, the rest stays", () => {
  const now: Consent = {
    ...CONSENT,
    artifacts: ["messages"],
    content: false,
    copies: false,
    incidents: false,
    recipients: [{ name: "laboratorio segundo", what: "pack" }],
  };
  const scopes = new Map([
    ["0001", scopeOf(CONSENT)],
    ["0002", scopeOf({ ...now, artifacts: ["ios/sms"] })],
  ]);
  assert.deepEqual(short(purgeNarrowed(HELD, now, scopes)), [
    "remove evidence evidence/0001",
    "remove check checks/0001",
    "withhold incident i1",
    "ask-back dossier d1 Abogada",
    "ask-back dossier d2",
    "ask-back pack p1 Otra",
  ]);
  assert.deepEqual(
    short(purgeNarrowed({ ...HELD, dossiers: [], packs: [] }, CONSENT, scopes)),
    [],
    "the same consent takes nothing away",
  );
  assert.ok(
    short(purgeNarrowed(HELD, CONSENT, new Map())).includes("remove check checks/0001"),
    "unknown counts as outside",
  );
});

test("labs that have its records let them go: first, or where the consent no longer allows it", () => {
  const held: Held = { ...HELD, labs: [{ lab: "00112233aabbccdd", path: "/lab" }, { lab: "ffee" }] };
  const labs = ["forget lab 00112233aabbccdd /lab", "forget lab ffee"];
  assert.deepEqual(short(purgeWithdrawn(held)).slice(0, 3), [...labs, "destroy-key case"]);
  assert.deepEqual(short(purgeExpired(held, "2027-05-02")).slice(0, 3), [...labs, "destroy-key case"]);
  const scopes = new Map(["0001", "0002"].map((c) => [c, scopeOf(CONSENT)] as const));
  assert.ok(short(purgeNarrowed(held, CONSENT, scopes)).includes(labs[0]!), "a consent that does not speak of it");
  assert.deepEqual(
    short(purgeNarrowed(held, { ...CONSENT, compare: true }, scopes)).filter((x) => x.startsWith("forget")),
    [],
  );
  const less = { ...CONSENT, compare: true, artifacts: ["ios/sms"] };
  const ours: Held = {
    ...held,
    labs: [
      { lab: "00112233aabbccdd", path: "/lab", checks: ["0002"] },
      { lab: "ffee", checks: ["0001"] },
    ],
  };
  const narrow = new Map([
    ["0001", scopeOf(less)],
    ["0002", scopeOf(CONSENT)],
  ]);
  assert.deepEqual(
    short(purgeNarrowed(ours, less, narrow)).filter((x) => x.startsWith("forget")),
    [labs[0]],
    "a check of more than is allowed now",
  );
});
