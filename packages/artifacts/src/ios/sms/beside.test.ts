import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { bplist } from "../../../../../samples/lib/plist.ts";
import { attributedBody } from "../../../../../samples/lib/typedstream.ts";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { RowCount } from "../../row-count.ts";
import { previewLinks, readEdits } from "./beside.ts";
import { sms } from "./index.ts";

const preview = bplist({
  $archiver: "NSKeyedArchiver",
  $objects: ["$null", { x: 1 }, "https://evil.example/x", "Un título sin enlace", "https://evil.example/icon.png"],
});
const edits = bplist({
  ec: {
    "0": [
      { d: 736_672_000, t: attributedBody("antes https://first.example/") },
      { d: 736_672_010, t: attributedBody("después") },
    ],
  },
  rp: [0],
});
const URLS = "com.apple.messages.URLBalloonProvider";

const SCHEMA = `CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT);
CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT, attributedBody BLOB, handle_id INTEGER, is_from_me INTEGER,
  date_edited INTEGER, date_retracted INTEGER, message_summary_info BLOB, balloon_bundle_id TEXT, payload_data BLOB);`;
type Value = string | number | bigint | null | Uint8Array;
const store =
  (rows: readonly Record<string, Value>[], more = "") =>
  (db: DatabaseSync): void => {
    db.exec(SCHEMA);
    for (const r of rows) {
      const names = Object.keys(r);
      db.prepare(`INSERT INTO message (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`).run(
        ...Object.values(r),
      );
    }
    db.exec(more);
  };

test("links of a preview that the text does not show", async () => {
  const { records } = await parseSqlite(
    sms,
    store([
      { text: "mira", balloon_bundle_id: URLS, payload_data: preview },
      { text: "mira", balloon_bundle_id: "com.example.game", payload_data: preview },
    ]),
  );
  assert.deepEqual(records.map(seen), [
    ["url received https://evil.example/x", "url received https://evil.example/icon.png"],
    [],
  ]);
});

test("what an edited message said before; what was unsent", async () => {
  const { records } = await parseSqlite(
    sms,
    store([
      { text: "después", date_edited: 736_672_010_000_000_000n, message_summary_info: edits },
      { text: null, date_retracted: 736_672_010_000_000_000n },
      { text: "nunca editado", date_edited: 0, message_summary_info: edits },
    ]),
  );
  const [one, two, three] = records.map(fieldsOf);
  assert.deepEqual([one!.links, one!.versions, one!.unsent], [["https://first.example/"], 2, true]);
  assert.equal((one!.edited as { seen: string }).seen, "736672010000000000");
  assert.deepEqual([two!.unsent, two!.versions], [true, undefined]);
  assert.deepEqual([three!.edited, three!.unsent, three!.links], [undefined, undefined, undefined]);
});

test("damaged previews and summaries cost nothing else", () => {
  const found = new Set<string>();
  for (const v of [
    null,
    7,
    "x",
    new Uint8Array(0),
    new Uint8Array(2_000_000),
    new Uint8Array([98, 112]),
    preview.slice(0, 40),
  ]) {
    previewLinks(URLS, v, found);
    assert.deepEqual(readEdits(v, found), { versions: 0, unsent: false });
  }
  assert.deepEqual(readEdits(bplist({ ec: { "0": [{ t: new Uint8Array(3) }, 7] }, rp: [] }), found), {
    versions: 1,
    unsent: false,
  });
  assert.equal(found.size, 0);
  assert.equal(readEdits(bplist({ ec: { "0": Array(500).fill({ t: attributedBody("x") }) } }), found).versions, 64);
});

test("Apple's warning is told, wherever the words stand, with its language", async () => {
  const text = "ALERT: Apple detected a targeted mercenary spyware attack against your iPhone";
  const { records } = await parseSqlite(
    sms,
    store([
      { text },
      { text: null, attributedBody: attributedBody(text) },
      { text: "hola", attributedBody: attributedBody(text) },
      { text: "hola" },
    ]),
  );
  assert.deepEqual(
    records.map((r) => r.fields.warning),
    ["en", "en", "en", undefined],
  );
});

test("numbers that are missing: between messages, and at the end", async () => {
  const gaps = async (ids: readonly number[], more = "") =>
    (
      await parseSqlite(
        sms,
        store(
          ids.map((ROWID) => ({ ROWID, text: "x" })),
          more,
        ),
      )
    ).records
      .filter((r) => r.kind === "gaps")
      .map(fieldsOf);
  assert.deepEqual(await gaps([5, 6, 7]), []);
  assert.deepEqual(await gaps([5, 6, 9, 20]), [
    {
      rows: 4,
      missing: 12,
      last: 20,
      gaps: [
        [6, 2],
        [9, 10],
      ],
    },
  ]);
  assert.deepEqual(await gaps([5, 6, 7], "DELETE FROM message WHERE ROWID = 7"), [
    { rows: 2, missing: 1, last: 6, gaps: [[6, 1]] },
  ]);
  assert.deepEqual(await gaps([]), []);
});

test("rows that come after all others are no part of the count; odd numbers end it", () => {
  const count = new RowCount();
  const take = (...ids: (number | bigint)[]) => count.take(ids.map((rowid) => ({ rowid })));
  assert.equal(take(1, 2, 5), true);
  assert.equal(take(3, 4), false);
  assert.equal(take(9), false);
  assert.deepEqual([count.rows, count.missing, count.last, count.odd], [3, 2, 5, false]);
  const odd = new RowCount();
  odd.take([{ rowid: 1 }, { rowid: 2n ** 62n }]);
  assert.equal(odd.odd, true);
  const many = new RowCount();
  many.take(Array.from({ length: 10_000 }, (_, i) => ({ rowid: (i + 1) * (i < 5000 ? 3 : 4) })));
  assert.equal(many.longest().length, 10);
});

test("messages under recently deleted say when", async () => {
  const { records } = await parseSqlite(
    sms,
    store(
      [
        { ROWID: 3, text: "x" },
        { ROWID: 4, text: "y" },
      ],
      "CREATE TABLE chat_recoverable_message_join (chat_id, message_id, delete_date); INSERT INTO chat_recoverable_message_join VALUES (1, 3, 736672089000000000), (1, 4, 'x')",
    ),
  );
  assert.deepEqual(
    records.map((r) => (r.fields.deleted as { seen: string } | undefined)?.seen),
    ["736672089000000000", undefined],
  );
});

test("a preview that names one long text a quarter of a million times is searched once", () => {
  const refs = new Uint8Array(250_000).fill(3);
  const body = new Uint8Array(400_000).fill(0x61);
  const be = (n: number): number[] => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
  const parts = [
    Uint8Array.from(Buffer.from("bplist00")),
    Uint8Array.of(0xd1, 1, 2),
    Uint8Array.from([0x58, ...Buffer.from("$objects")]),
    Uint8Array.from([0xaf, 0x12, ...be(refs.length), ...refs]),
    Uint8Array.from([0x5f, 0x12, ...be(body.length), ...body]),
  ];
  const starts: number[] = [];
  let at = 0;
  for (const p of parts) {
    starts.push(at);
    at += p.length;
  }
  const tail = [
    ...starts.slice(1).flatMap(be),
    0,
    0,
    0,
    0,
    0,
    0,
    4,
    1,
    0,
    0,
    0,
    0,
    ...be(4),
    0,
    0,
    0,
    0,
    ...be(0),
    0,
    0,
    0,
    0,
  ];
  const file = Buffer.concat([...parts, Uint8Array.from([...tail, ...be(at)])]);
  const found = new Set<string>();
  const started = process.cpuUsage();
  for (let i = 0; i < 10; i++) previewLinks("com.apple.messages.URLBalloonProvider", new Uint8Array(file), found);
  assert.ok(process.cpuUsage(started).user < 5_000_000);
  assert.equal(found.size, 0);
});
