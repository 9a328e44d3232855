import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord, Result } from "@contraluz/core";
import { encodeRecord } from "@contraluz/store";
import { foldLog } from "../vault/state.ts";
import { rowsOfCase } from "./from-case.ts";
import { timelineText } from "./text.ts";
import { Indexes, Memory, platform } from "./timeline.fixture.ts";
import { Timeline } from "./timeline.ts";
import type { ExtraRow, TimelineCheck, TimelineRow } from "./types.ts";

const at = (s: number) => ({ utc: BigInt(s) * 1_000_000_000n, seen: String(s), precision: "s" as const });
const HOSTILE = "\u001b[2J\u202etxt <b>";

function small(records: readonly ArtifactRecord[]): TimelineCheck {
  const folder = new Memory();
  folder.files.set("records/ios.sms.jsonl", Buffer.from(records.map((r) => `${encodeRecord(r)}\n`).join("")));
  const result = {
    records: { "ios/sms": { file: "records/ios.sms.jsonl", version: 1, count: records.length, sha256: "" } },
    findings: [{ id: "f1", level: "match", records: [{ artifact: "ios/sms", ordinal: 1 }] }],
    files: [],
  };
  return { check: "0001", folder, result: result as unknown as Result };
}

const record = (s: number | undefined, text: string): ArtifactRecord => ({
  kind: "message",
  ...(s === undefined ? {} : { at: at(s) }),
  fields: { text },
  observables: [],
  origin: { file: 0, at: { key: "" } },
});

const EXTRA: readonly ExtraRow[] = [
  { at: at(2000), kind: "incident", id: "i1", text: "Retén en la carretera" },
  { at: at(1000), kind: "note", id: "n1", text: `Llamó ${HOSTILE}` },
  {
    at: { wall: "2026-11-20T00:00:00", seen: "20 nov", precision: "day" },
    kind: "incident",
    id: "i2",
    text: "Un dron",
  },
  { at: at(1500), kind: "incident", id: "i3", text: "Otro retén" },
];

const open = (extra: readonly ExtraRow[] = EXTRA): Promise<Timeline> =>
  Timeline.open({
    checks: [small([record(1000, "hola"), record(2000, `reten ${HOSTILE}`), record(undefined, "sin fecha")])],
    indexes: new Indexes(),
    platform,
    extra,
    tags: [{ cite: { check: "0001", artifact: "ios/sms", ordinal: 1 }, tag: "preguntar" }],
    clocks: [{ check: "0001", seconds: 3600, why: "el reloj iba atrasado" }],
  });

const names = (rows: readonly TimelineRow[]): string[] => rows.map((r) => r.extra?.id ?? `${r.artifact}/${r.ordinal}`);

test("incidents, notes and the log stand among the records, by their time; both ways, with filters", async () => {
  const t = await open();
  assert.deepEqual(names((await t.page({})).rows), ["n1", "i3", "i1", "ios/sms/0", "ios/sms/1"]);
  const first = await t.page({}, { limit: 2 });
  assert.deepEqual(names((await t.page({}, { limit: 2, after: first.last! })).rows), ["i1", "ios/sms/0"]);
  assert.deepEqual(names((await t.page({}, { limit: 2, back: true })).rows), ["ios/sms/0", "ios/sms/1"]);
  assert.deepEqual(names((await t.undated({})).rows), ["i2", "ios/sms/2"]);
  assert.deepEqual(names((await t.page({ text: "RETEN" })).rows), ["i3", "i1", "ios/sms/1"]);
  assert.deepEqual(names((await t.page({ artifacts: ["case/incident"] })).rows), ["i3", "i1"]);
  assert.deepEqual(names((await t.page({ kinds: ["note"] })).rows), ["n1"]);
  assert.deepEqual(names((await t.page({ levels: ["match"] })).rows), ["ios/sms/1"]);
  assert.deepEqual(names((await t.page({ tag: "preguntar" })).rows), ["ios/sms/1"]);
  assert.deepEqual(names((await t.page({ observable: { type: "domain", value: "x.example" } })).rows), []);
  assert.deepEqual(await t.count({}), { n: 5, exact: true });
  assert.equal((await t.histogram({}, "hour")).bars.length, 2);
  // A place of something that is gone is a place all the same.
  const gone = { ns: 1_600_000_000_000n, check: "", artifact: "case/gone", ordinal: 0 };
  assert.deepEqual(names((await t.page({}, { after: gone })).rows), ["i1", "ios/sms/0", "ios/sms/1"]);
  const { corrected, ns, record: r } = (await t.page({ tag: "preguntar" })).rows[0]!;
  assert.deepEqual([corrected?.seconds, ns, r?.at?.utc], [3600, 5_600_000_000_000n, 2_000_000_000_000n]);
});

test("text for a terminal: what others wrote cannot move it, both times of a corrected clock, how to go on", async () => {
  const t = await open();
  for (const lang of ["es", "en"] as const) {
    const page = await t.page({}, { limit: 5 });
    const text = timelineText(
      page,
      await t.count({}),
      [{ check: "0001", artifact: "ios/sms", found: "2 of 3 records are there" }],
      {
        lang,
        width: 70,
        artifacts: [],
        next: "NEXT",
        previous: "BEFORE",
        undated: { n: 2, command: "UNDATED" },
      },
    );
    assert.ok(!text.includes("\u001b") && !text.includes("\u202e"), text);
    const flat = text.replace(/\s+/g, " ");
    for (const part of ["0001/ios/sms/1", "#preguntar", "<U+001B>", "NEXT", "BEFORE", "UNDATED", "2 of 3", "01:33:20"])
      assert.ok(flat.includes(part), `${part}\n${text}`);
    assert.match(
      flat,
      lang === "es"
        ? /el registro dice 1 ene 1970, 00:33:20 UTC; reloj corregido/
        : /the record says 1 Jan 1970, 00:33:20 UTC; clock corrected/,
    );
    const apart = timelineText(await t.undated({}), { n: 9, exact: false }, [], { lang, width: 70, artifacts: [] });
    assert.match(apart, lang === "es" ? /Al menos 9/ : /At least 9/);
    assert.match(
      apart.replace(/\s+/g, " "),
      lang === "es" ? /la hora del reloj, sin saber de qué zona/ : /in a zone that is not known/,
    );
    const none = timelineText(await t.page({ text: "nadie" }), { n: 0, exact: true }, [], {
      lang,
      width: 70,
      artifacts: [],
    });
    assert.match(none, lang === "es" ? /Nada con esos filtros/ : /Nothing with these filters/);
  }
});

test("what a case wrote down becomes rows, tags and clocks", () => {
  const state = {
    ...foldLog([]),
    notes: [{ seq: 2, at: "2026-11-26T03:30:00Z", actor: "r1", id: "n1", text: "Llamó" }],
    tags: [
      {
        seq: 3,
        at: "",
        actor: "r1",
        about: [
          { check: "0001", artifact: "ios/sms", ordinal: 1 },
          { check: "0001", finding: "f" },
        ],
        tag: "raro",
        on: true,
      },
    ],
    clocks: [{ seq: 4, at: "", actor: "r1", check: "0001", seconds: 5, why: "w" }],
  };
  const head = { seq: 2, at: "2026-11-26T03:30:00Z", actor: "r1", action: "note" };
  const rows = rowsOfCase(state, "es", {
    log: [head, { ...head, at: "never", action: "new-one" }],
    words: { note: { es: "nota", en: "note" } },
  });
  assert.deepEqual(
    rows.extra.map((e) => [e.kind, e.id, e.text, e.at?.utc !== undefined]),
    [
      ["note", "n1", "r1: Llamó", true],
      ["log", "2", "r1: nota", true],
      ["log", "2", "r1: new-one", false],
    ],
  );
  assert.deepEqual(rows.tags, [{ cite: { check: "0001", artifact: "ios/sms", ordinal: 1 }, tag: "raro" }]);
  assert.equal(rows.clocks[0]!.seconds, 5);
});
