import assert from "node:assert/strict";
import { test } from "node:test";
import type { DossierExport } from "@contraluz/case/dossier/types.ts";
import { LANGS } from "@contraluz/core";
import { claimReview } from "./claim-review.ts";
import { ledgerExports, ledgerFiles } from "./exports.ts";
import { ACT, CLAIM, checked, LINK, letter, memo } from "./ledger.fixture.ts";
import { ledgerHtml } from "./page.ts";
import { ledgerRows, timesketchRows } from "./rows.ts";
import { ledgerText } from "./text.ts";
import type { LedgerView } from "./view.ts";
import { viewOf } from "./view.ts";

const HOSTILE = '<img src=x onerror="alert(1)"> </script>';
const view = (): LedgerView => viewOf(checked(CLAIM, ACT, LINK));
/** A dossier of nothing else. */
const NOTHING: Parameters<DossierExport["make"]>[1] = {
  lines: [],
  log: [],
  stories: [],
  reviews: [],
  incidents: [],
  tags: [],
  clocks: [],
};
type Obj = { readonly [k: string]: unknown };

test("ClaimReview has what schema.org asks for, a word and no number for the state", () => {
  const r = claimReview(view().states[0]!, { lang: "en", publisher: "La Hoja" }) as Obj;
  assert.equal(r["@type"], "ClaimReview");
  assert.equal(r.claimReviewed, CLAIM.quote);
  assert.deepEqual(r.author, { "@type": "Organization", name: "La Hoja" });
  const item = r.itemReviewed as Obj;
  assert.equal((item.author as Obj).name, "Rosendo Tapia");
  assert.equal(item.datePublished, "1990-05-02");
  assert.equal((item.appearance as Obj[]).length, 1);
  const rating = r.reviewRating as Obj;
  assert.equal(rating.alternateName, "Broken");
  assert.equal(rating.ratingValue, undefined);
});

test("rows of a timeline: no instant is invented for a day without a zone", () => {
  const v = view();
  const rows = ledgerRows(v.checked, v.at, "es");
  assert.deepEqual(
    rows.map((r) => [r.kind, r.id, r.at?.wall, r.at?.utc]),
    [
      ["claim", "c1", "1990-05-02T00:00:00", undefined],
      ["act", "a1", "1991-07-14T00:00:00", undefined],
      ["link", "l1", "1995-01-10T00:00:00", undefined],
    ],
  );
});

test("a link is a row with its reviewer; a draft without one, and what was replaced, is none", () => {
  const [row] = ledgerRows(view().checked, "1996-01-01", "es").filter((r) => r.kind === "link");
  assert.match(row!.text, /^Elena Ríos · Rosendo Tapia: .* · la contradice$/);
  assert.ok(!ledgerRows(view().checked, "1995-01-09", "es").some((r) => r.kind === "link"));
  const { reviewer: _, ...draft } = LINK;
  const none = viewOf(checked(CLAIM, ACT, { ...draft, id: "l9" }));
  assert.ok(!ledgerRows(none.checked, none.at, "es").some((r) => r.kind === "link"));
});

test("Timesketch: every row has message, datetime with offset, timestamp_desc", () => {
  const v = view();
  const rows = timesketchRows(v.checked, v.at, "en") as Obj[];
  assert.deepEqual(
    rows.map((r) => r.timestamp_desc),
    ["Said", "Done", "Reviewed"],
  );
  for (const r of rows) {
    assert.match(String(r.datetime), /^\d{4}-\d\d-\d\dT00:00:00\+00:00$/);
    assert.ok(r.message !== "" && r.timestamp_desc !== "");
  }
});

test("a row, a page and a text leave out what the checks refused", () => {
  const bad = { ...ACT, id: "bad", source: [{ ...memo, quote: "otra cosa" }] };
  const v = viewOf(checked(CLAIM, ACT, LINK, bad));
  assert.deepEqual(
    ledgerRows(v.checked, v.at, "es").map((r) => r.id),
    ["c1", "a1", "l1"],
  );
  assert.deepEqual(v.alone, []);
  assert.match(ledgerHtml(v, { lang: "es" }), /«bad»: la cita no está en la fuente/);
});

test("the page has no script, loads nothing, and says all there is in both languages", () => {
  const v = viewOf(
    checked({ ...CLAIM, gloss_es: HOSTILE, gloss_en: HOSTILE }, { ...ACT, what_es: HOSTILE, what_en: HOSTILE }, LINK),
  );
  for (const lang of LANGS) {
    const page = ledgerHtml(v, { lang, title: HOSTILE });
    assert.doesNotMatch(page, /<script|<img|javascript:|\son\w+="/i);
    assert.match(page, /&lt;img/);
    for (const text of [CLAIM.quote, letter.quote, "Elena Ríos", LINK.why_es]) assert.ok(page.includes(text), text);
  }
  assert.match(ledgerHtml(v, { lang: "es" }), /Incumplida/);
  assert.match(ledgerHtml(v, { lang: "en" }), /Broken/);
});

test("the text for a terminal has the state, the quote, the source and the reviewer", () => {
  const text = ledgerText(view(), { lang: "es", width: 80 }).replace(/\s+/g, " ");
  for (const part of [
    "INCUMPLIDA",
    "«Nadie será vigilado por sus ideas»",
    "Elena Ríos",
    "2 fuentes de origen distinto",
  ])
    assert.ok(text.includes(part), part);
});

test("files of a dossier have its names, and the ledger holds no state", async () => {
  const v = view();
  for (const e of ledgerExports(v, { lang: "es" })) {
    assert.match(e.name, /^[a-z0-9][a-z0-9.-]{0,80}$/);
    let bytes = 0;
    for await (const b of await e.make([], NOTHING)) bytes += b.length;
    assert.ok(bytes > 0, e.name);
  }
  const files = new Map(ledgerFiles(v, { lang: "es" }));
  assert.doesNotMatch(files.get("ledger.jsonl")!, /broken|incumplida/i);
  assert.match(files.get("ledger.states.jsonl")!, /"state":"broken"/);
  assert.equal((JSON.parse(files.get("ledger.claimreview.jsonld")!) as Obj)["@context"], "https://schema.org");
});
