/** Lists of what is withheld: each line does what it says, or nothing is made. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeEntry } from "../log/entry.ts";
import { makeDossier } from "./build.ts";
import { MemoryBag, madeInput, madeLog, madeResult, PLATFORM } from "./dossier.fixture.ts";
import type { DossierMade, DossierRefused, Told } from "./types.ts";
import { readWithhold } from "./withhold.ts";

async function cut(list: string): Promise<{ readonly bag: MemoryBag; readonly made: DossierMade | DossierRefused }> {
  const read = readWithhold(list);
  assert.ok(read.ok);
  const { withheld, unmet } = read;
  const bag = new MemoryBag();
  return { bag, made: await makeDossier(madeInput({ edition: { kind: "redacted", withheld, unmet } }), bag, PLATFORM) };
}

test("a finding that is withheld, by its id, its number or a text, has its id nowhere: it could be guessed", async () => {
  for (const line of ["0001/finding/00000000000000bb", "0001/finding/1", "text:Enlace SECRETO", "0001/ios.sms/1"]) {
    const { bag, made } = await cut(line);
    assert.ok(made.ok, line);
    assert.match(bag.text("data/commitments.txt"), / {2}0001\/finding\/1\n/);
    assert.doesNotMatch(bag.text("data/salts.txt"), /finding\/1/);
    for (const [name, bytes] of bag.files)
      assert.equal(Buffer.from(bytes).includes("00000000000000bb"), false, `${name}: ${line}`);
    assert.ok(bag.text("data/checks/0001/findings.jsonl").includes("00000000000000aa"));
  }
});

test("a line that names nothing: no dossier, since what it meant would be published", async () => {
  const slips = ["0001/ios.sms/99", "0002/ios.sms", "0001/finding/cc", "entry/77"];
  const { bag, made } = await cut(["0001/ios.calls", "entry/1", ...slips].join("\n"));
  assert.deepEqual(made, { ok: false, why: "nothing-to-withhold", where: slips.map((file) => ({ file })) });
  assert.equal(bag.state, "discarded");
  // Entries that stay back in any case, or cite what does, were named all the same.
  const all = await cut("0001/ios.calls\n0001/ios.calls/1\nentry/1\nentry/2\nentry/3\nentry/4\nentry/5\ntext:nowhere");
  assert.ok(all.made.ok, JSON.stringify(all.made));
});

test("a text is seen however its accents are written: phones write some as letters of their own", () => {
  for (const form of ["NFC", "NFD"] as const) {
    const read = readWithhold(`text:${"Muñoz Pérez".normalize(form)}`);
    assert.ok(read.ok);
    for (const other of ["NFC", "NFD"] as const) {
      const line = `{"name":"${"Muñoz Pérez".normalize(other)}"}`;
      assert.ok(read.withheld({ kind: "record", check: "0001", artifact: "ios/sms", ordinal: 0, line }));
    }
    assert.equal(read.said()[0]!.n, 2);
  }
});

test("a list that is too long makes no edition: its end would be published", () => {
  const long = `${"entry/1\n".repeat(999_999)}0001/ios.sms`;
  assert.equal(readWithhold(long).ok, true);
  assert.deepEqual(readWithhold(`${long}\n0001/ios.sms/1`), { ok: false, line: 1_000_001 });
});

test("of each text it is counted what said it: one that stands nowhere is seen, and each is looked for", async () => {
  const read = readWithhold("text:SECRETO\ntext:nowhere\ntext:Enlace SECRETO\n0001/ios.sms");
  assert.ok(read.ok);
  const { withheld, unmet } = read;
  assert.deepEqual(
    read.said().map((t) => t.n),
    [0, 0, 0],
  );
  const bag = new MemoryBag();
  assert.ok((await makeDossier(madeInput({ edition: { kind: "redacted", withheld, unmet } }), bag, PLATFORM)).ok);
  const n = new Map(read.said().map((t) => [t.text, t.n]));
  assert.ok(n.get("SECRETO")! >= n.get("Enlace SECRETO")! && n.get("Enlace SECRETO")! > 0);
  assert.equal(n.get("nowhere"), 0);
});

test("a text that the path of a file says stands nowhere either, and what was read there is shown", async () => {
  const { folder, result } = madeResult();
  const secret = 'chats/"Escuela" 12/sms.db';
  const files = result.files.map((f, i) => (i === 0 ? { ...f, path: secret } : f));
  const read = readWithhold('text:\\"Escuela\\" 12');
  assert.ok(read.ok);
  const bag = new MemoryBag();
  const checks = [{ name: "0001", folder, result: { ...result, files } }];
  assert.ok((await makeDossier(madeInput({ checks, edition: { kind: "redacted", ...read } }), bag, PLATFORM)).ok);
  for (const [name, bytes] of bag.files) assert.equal(Buffer.from(bytes).includes("Escuela"), false, name);
  assert.equal(read.said()[0]!.n, 1);
  assert.ok(bag.text("data/checks/0001/records/ios.sms.jsonl").includes("uno.example"));
  assert.ok(bag.text("data/checks/0001/result.json").includes("calls.db"));
});

test("a correction of a clock that was taken back does not stand again where the taking back is withheld", async () => {
  const log = madeLog();
  for (const data of [
    { check: "0001", seconds: -420, why: "uno" },
    { check: "0001", seconds: 0, why: "dos", undoes: 6 },
    { check: "0001", seconds: 60, why: "tres" },
  ])
    log.push(
      makeEntry(
        PLATFORM,
        log.at(-1),
        { actor: "r1", action: "clock", data },
        { at: "2024-03-01T00:00:00Z", salt: "5a".repeat(32) },
      ),
    );
  for (const [list, seconds] of [
    ["entry/7", [60]],
    ["text:dos", [60]],
    ["entry/8", []],
  ] as const) {
    const read = readWithhold(list);
    assert.ok(read.ok);
    let told: Told | undefined;
    const make = (_: unknown, t: Told): AsyncIterable<Uint8Array> => {
      told = t;
      return (async function* () {})();
    };
    const input = madeInput({
      custody: log,
      exports: [{ name: "told.txt", make }],
      edition: { kind: "redacted", ...read },
    });
    assert.ok((await makeDossier(input, new MemoryBag(), PLATFORM)).ok);
    assert.deepEqual(
      told!.clocks.map((c) => c.seconds),
      seconds,
      list,
    );
  }
});
