/** What a dossier holds beside records: pages, exports, incidents, evidence; all of it obeys the edition. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Incident } from "../incidents/types.ts";
import { type Deed, type Entry, makeEntry } from "../log/entry.ts";
import { makeDossier } from "./build.ts";
import { custodyLeaving } from "./custody.ts";
import { MemoryBag, madeInput, madeLog, memory, PLATFORM, sumOf } from "./dossier.fixture.ts";
import { dossierExports } from "./exports.ts";
import type { DossierInput, DossierRow, Withholdable } from "./types.ts";

const AT = "2026-11-26T03:30:00Z";
const EXPORTS = dossierExports({ checks: ["0001"], at: AT, lang: "es", platform: PLATFORM, by: "Laboratorio Uno" });

function incident(n: number, publish: boolean, what = `pasó ${n}`): Incident {
  return {
    id: `i${n}`,
    at: { from: { wall: `2024-01-0${n}T10:00`, precision: "min" }, seen: `día ${n}` },
    place: { name: `Caseta ${n}`, lat: 16.9, lon: -92.1, within: 500 },
    who: "dos hombres",
    what,
    kinds: ["checkpoint"],
    source: { label: "SECRETO-persona", how: "direct" },
    consent: { publish },
    evidence: [{ check: "0001", artifact: "ios/sms", ordinal: n === 3 ? 1 : 0 }],
    origin: { file: "SECRETO-tabla.csv", sha256: sumOf("t"), row: n },
  };
}

/** The made-up log, and behind it what people saw, tagged and corrected. */
function log(): Entry[] {
  const out = madeLog();
  const deeds: Deed[] = [
    { actor: "r1", action: "incident", data: { incident: incident(1, true) } },
    { actor: "r1", action: "incident", data: { incident: incident(2, true, "RETIRADO al principio") } },
    { actor: "r1", action: "incident", data: { incident: incident(2, false, "RETIRADO después") } },
    // It rests on a record that is withheld.
    { actor: "r1", action: "incident", data: { incident: incident(3, true, "SECRETO-visto") } },
    { actor: "r1", action: "clock", data: { check: "0001", seconds: 3600, why: "iba una hora atrás" } },
    {
      actor: "r1",
      action: "tag",
      data: { about: [{ check: "0001", artifact: "ios/sms", ordinal: 2 }], tag: "clave", on: true },
    },
  ];
  for (const d of deeds) out.push(makeEntry(PLATFORM, out.at(-1), d, { at: AT, salt: sumOf(String(out.length)) }));
  return out;
}

async function made(more: Partial<DossierInput>): Promise<MemoryBag> {
  const bag = new MemoryBag();
  const r = await makeDossier(madeInput({ exports: EXPORTS, ...more }), bag, PLATFORM);
  assert.ok(r.ok, JSON.stringify(r));
  return bag;
}

const withheld = (w: Withholdable): boolean =>
  w.kind === "record" ? w.line.includes("SECRETO") : w.kind === "entry" && w.action === "created";

const rows = (bag: MemoryBag): { check: string; artifact: string; ordinal: number; tag?: string[] }[] =>
  bag
    .text("data/export/timesketch.jsonl")
    .trim()
    .split("\n")
    .map((l) => JSON.parse(l) as { check: string; artifact: string; ordinal: number; tag?: string[] });

test("a full edition: first page, timeline, stories, map, exports, and what each file is", async () => {
  const bag = await made({ custody: log() });
  const first = bag.text("data/dossier.es.html");
  for (const [, href] of first.matchAll(/href="([^"#]+)"/g)) assert.ok(bag.parts.has(`data/${href}`), href);
  assert.ok(first.includes("export/0001.misp.json") && first.includes("Línea de tiempo del caso"));
  const timeline = bag.text("data/timeline.es.html");
  for (const t of ["Enlace uno", "0001/ios.sms/2", "Caseta 1", "r2: decisión", "Reloj corregido"])
    assert.ok(timeline.includes(t), t);
  assert.match(timeline, /Etiqueta: <bdi[^>]*>clave/);
  // A time that the clock was wrong by is added to what is shown.
  assert.ok(timeline.includes("1 ene 2024, 01:00:00"));
  assert.ok(bag.text("data/stories.en.html").includes("sms.db"));
  assert.ok(bag.text("data/incidents.es.html").includes("<svg"));
  assert.deepEqual(
    (JSON.parse(bag.text("data/incidents.json")) as Incident[]).map((i) => [i.id, i.what]),
    [
      ["i1", "pasó 1"],
      ["i2", "RETIRADO después"],
      ["i3", "SECRETO-visto"],
    ],
  );
  assert.deepEqual(
    rows(bag).flatMap((r) => (r.tag ? [`${r.check}/${r.artifact}/${r.ordinal} ${r.tag.join()}`] : [])),
    ["0001/ios/sms/2 clave"],
  );
  assert.equal(rows(bag).length, 5);
  const stix = JSON.parse(bag.text("data/export/0001.stix.json")) as { objects: { type: string; content?: string }[] };
  assert.ok(stix.objects.some((o) => o.type === "note" && o.content === "test/rule: targeted"));
  assert.ok(bag.text("data/export/case.jsonld").includes("InvestigativeAction"));
  const crate = JSON.parse(bag.text("data/ro-crate-metadata.json")) as {
    "@graph": { "@id": string; sha256?: string }[];
  };
  for (const [name, bytes] of bag.files)
    if (name.startsWith("data/") && !name.endsWith("ro-crate-metadata.json")) {
      const file = crate["@graph"].find((x) => x["@id"] === name.slice(5));
      assert.equal(file?.sha256, sumOf(bytes), name);
    }
});

test("an edition that withholds: no page and no export has what is withheld, nor who told, nor what was taken back", async () => {
  const bag = await made({ custody: log(), edition: { kind: "redacted", withheld } });
  for (const [name, bytes] of bag.files)
    for (const t of ["SECRETO", "RETIRADO"]) assert.ok(!Buffer.from(bytes).includes(t), `${t} in ${name}`);
  assert.deepEqual(
    (JSON.parse(bag.text("data/incidents.json")) as Incident[]).map((i) => i.what),
    ["pasó 1"],
  );
  // The numbers are those of the commitments, whatever is missing between them.
  assert.deepEqual(
    rows(bag).map((r) => `${r.artifact}/${r.ordinal}`),
    ["ios/sms/0", "ios/sms/2", "ios/calls/0"],
  );
});

test("what a reviewer dismissed is shared with nobody; the name of who stays anonymous is found in every export", async () => {
  const dismiss: Deed = {
    actor: "r2",
    action: "review",
    data: {
      about: { check: "0001", finding: "00000000000000aa" },
      decision: "dismiss",
      why: "Era un anuncio.",
      reviewer: { name: "Laboratorio Dos", role: "analista" },
    },
  };
  const last = log();
  for (const id of ["00000000000000aa", "00000000000000bb"])
    last.push(
      makeEntry(
        PLATFORM,
        last.at(-1),
        { ...dismiss, data: { ...dismiss.data, about: { check: "0001", finding: id } } },
        { at: AT, salt: sumOf(id) },
      ),
    );
  const bag = await made({ custody: last });
  assert.ok(!bag.text("data/export/0001.stix.json").includes("test/rule"));
  assert.ok(!bag.text("data/export/0001.misp.json").includes("test/rule"));
  for (const e of EXPORTS) {
    const make: typeof e.make = async function* () {
      yield Buffer.from('{"x":"Persona Nombre"}');
    } as never;
    const refused = await makeDossier(
      madeInput({
        exports: [{ name: e.name, make }],
        never: ["Persona Nombre"],
        edition: { kind: "redacted", withheld: () => false },
      }),
      new MemoryBag(),
      PLATFORM,
    );
    assert.ok(
      !refused.ok && refused.why === "name-occurs" && refused.where.some((w) => w.file.endsWith(e.name)),
      e.name,
    );
  }
});

test("evidence goes under its hash, only with a full edition; another file under that hash makes none", async () => {
  const bytes = Buffer.from("sms");
  const good = { sha256: sumOf(bytes), open: async () => memory(bytes) };
  const bag = await made({ evidence: [good, good], custody: log() });
  assert.equal(bag.text(`data/evidence/${good.sha256}`), "sms");
  assert.match(bag.text("data/dossier.en.html"), /1 file in evidence/);
  const cut = await made({ evidence: [good], custody: log(), edition: { kind: "redacted", withheld } });
  assert.ok(![...cut.parts.keys()].some((n) => n.startsWith("data/evidence")));
  const other = { sha256: good.sha256, open: async () => memory(Buffer.from("smt")) };
  const refused = await makeDossier(madeInput({ evidence: [other] }), new MemoryBag(), PLATFORM);
  assert.equal(!refused.ok && refused.why, "damaged-evidence");
});

test("a log that leaves: incidents as they may, and nothing of checks that stay", () => {
  const entries = log().map(({ line, salt, text }) => ({ line, salt, text }));
  const told = (o: Parameters<typeof custodyLeaving>[1]): string =>
    custodyLeaving(entries, o)
      .map((e) => e.text ?? "")
      .join("\n");
  const nothing = new Set<string>();
  assert.ok(told({ incidents: "all", without: nothing }).includes("RETIRADO"));
  const published = told({ incidents: "published", without: nothing });
  assert.ok(published.includes("pasó 1") && !published.includes("RETIRADO"));
  assert.ok(!told({ incidents: "none", without: nothing }).includes("Caseta"));
  const without = told({ incidents: "published", without: new Set(["0001"]) });
  for (const t of ["0001", "Llegó un enlace", "Es la dirección"]) assert.ok(!without.includes(t), t);
  assert.ok(without.includes("Caso de"));
  assert.equal(custodyLeaving(entries, { incidents: "none", without: new Set(["0001"]) }).length, entries.length);
});

test("rows of a ledger and of documents stand on the timeline; one that rests on what is withheld does not", async () => {
  const row = (id: string, more: Partial<DossierRow>): DossierRow => ({
    kind: "act",
    id,
    text: { es: `fila ${id} <b>`, en: `row ${id} <b>` },
    cites: [],
    ...more,
  });
  const rows = [
    row("plain", { at: { wall: "1971-03-03T00:00:00", seen: "3 de marzo de 1971", precision: "day" } }),
    row("good", { cites: [{ check: "0001", artifact: "ios/sms", ordinal: 0 }] }),
    row("secret", { cites: [{ check: "0001", artifact: "ios/sms", ordinal: 1 }] }),
    row("nothing", { cites: [{ check: "0001", artifact: "ios/sms", ordinal: 99 }] }),
    row("seen", { kind: "document", cites: [{ incident: "i1" }] }),
    row("back", { cites: [{ incident: "i2" }] }),
  ];
  const shown = (bag: MemoryBag): string[] =>
    rows.flatMap((r) => (bag.text("data/timeline.en.html").includes(`row ${r.id} &lt;b&gt;`) ? [r.id] : []));
  const full = await made({ custody: log(), rows });
  assert.deepEqual(shown(full), ["plain", "good", "secret", "seen", "back"]);
  assert.match(full.text("data/timeline.es.html"), /3 mar 1971[\s\S]*fila plain &lt;b&gt;[\s\S]*Un acto/);
  // Incidents have other names there: what rests on one stays back.
  assert.deepEqual(shown(await made({ custody: log(), rows, edition: { kind: "redacted", withheld } })), [
    "plain",
    "good",
  ]);
  const named = await makeDossier(
    madeInput({ rows: [row("x", { text: { es: "Persona Nombre", en: "" } })], never: ["Persona Nombre"] }),
    new MemoryBag(),
    PLATFORM,
  );
  assert.equal(!named.ok && named.why, "name-occurs");
});
