/** A lab: who may open it, what comes in and goes, whatever stops in between, and files that somebody else wrote. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type MemoryFolder, memoryFolder, PowerCut } from "@contraluz/case/vault/folder.fixture.ts";
import { type OpenVault, Refused } from "@contraluz/case/vault/index.ts";
import { KEYS_VERSION } from "@contraluz/detection";
import { decodeRecord } from "@contraluz/store";
import { parseHunt } from "../run/stored.ts";
import { rebuildKeys } from "../store/rebuild.ts";
import { addCase, checksFor } from "./cases.ts";
import { forgetCase } from "./forget.ts";
import {
  CONSENT,
  engineIn,
  LINK,
  type MadeCase,
  machine,
  madeCase,
  parquetIn,
  rowsIn,
  SECRET_WORDS,
} from "./lab.fixture.ts";
import { lookAfter } from "./look.ts";
import { caseFile, labName, placeFile } from "./name.ts";
import { createLab, labHead, openLab, readCases } from "./open.ts";
import { openLabToWrite } from "./write.ts";

const A = "a".repeat(64);
const B = "b".repeat(64);
const SECRET = new Uint8Array(32).fill(5);
const text = (folder: MemoryFolder): string =>
  [...folder.files].map(([name, b]) => `${name}\n${Buffer.from(b).toString("latin1")}`).join("\n");

async function newLab(secret?: Uint8Array): Promise<MemoryFolder> {
  const folder = memoryFolder();
  await createLab(folder, machine, secret);
  return folder;
}

/** The same files on another computer, where nothing is locked. */
const again = (folder: MemoryFolder): MemoryFolder => memoryFolder(new Map(folder.files));

async function add(folder: MemoryFolder, vault: OpenVault, secret?: Uint8Array) {
  const lab = await openLabToWrite(folder, machine, secret);
  try {
    return await addCase({ lab, files: parquetIn(folder), vault, actor: "r1", path: "/casos/rosa", labPath: "/lab" });
  } finally {
    await lab.close();
  }
}

async function within<T>(of: MadeCase, work: (vault: OpenVault) => Promise<T>): Promise<T> {
  const vault = await of.open();
  try {
    return await work(vault);
  } finally {
    await vault.close();
  }
}

test("a lab is opened by whoever has its secret, one writer at a time", async () => {
  const folder = await newLab(SECRET);
  assert.equal((await labHead(folder))?.keysVersion, KEYS_VERSION);
  assert.equal((await openLab(folder, machine)).keying, undefined);
  assert.ok((await openLab(folder, machine, SECRET)).keying);
  for (const other of [new Uint8Array(32), new Uint8Array(31), new Uint8Array(5000)])
    await assert.rejects(openLab(folder, machine, other), { code: "lab-secret" });
  await assert.rejects(openLab(await newLab(), machine, SECRET), { code: "lab-secret" });
  await assert.rejects(createLab(folder, machine), { code: "usage" });
  const lab = await openLabToWrite(folder, machine);
  await assert.rejects(openLabToWrite(folder, machine), { code: "lab-busy" });
  await lab.close();
  await (await openLabToWrite(folder, machine)).close();
  assert.ok(!text(folder).includes(Buffer.from(SECRET).toString("latin1")));
  await assert.rejects(openLab(memoryFolder(), machine), { code: "usage" });
});

test("a head that is none of ours", async () => {
  const good = JSON.parse(new TextDecoder().decode((await newLab(SECRET)).files.get("lab.json")!)) as object;
  const heads: unknown[] = [
    null,
    [],
    "x",
    { ...good, schema: "contraluz/lab@2" },
    { ...good, layout: 2 },
    { ...good, id: "../../../../etc" },
    { ...good, keyed: true },
    { ...good, keyed: { check: "x" } },
    { ...good, keysVersion: "2" },
    { ...good, created: 3 },
  ];
  for (const head of [...heads.map((h) => JSON.stringify(h)), "{", "[".repeat(50_000), " ".repeat(70_000)]) {
    const folder = memoryFolder(new Map([["lab.json", new TextEncoder().encode(head)]]));
    await assert.rejects(openLab(folder, machine), { code: "lab-damaged" }, head.slice(0, 60));
    await assert.rejects(openLabToWrite(folder, machine), { code: "lab-damaged" }, head.slice(0, 60));
  }
});

test("what of a case comes in: the newest check of each evidence, in the order of rows, without content or names", async () => {
  const of = await madeCase();
  await of.check(A, 5);
  await of.check(A);
  await of.check(A, 20, "0002");
  await of.check(B, 4);
  const folder = await newLab();
  const added = await within(of, async (vault) => {
    assert.deepEqual(checksFor(vault.state), ["0002", "0004"]);
    const first = await add(folder, vault);
    assert.deepEqual(
      vault.state.labs.map((l) => [l.checks, l.path]),
      [[["0002", "0004"], "/lab"]],
    );
    const { entries } = vault.state;
    assert.deepEqual((await add(folder, vault)).kept, ["0002", "0004"]);
    assert.equal(vault.state.entries, entries, "said once");
    return { ...first, id: first.id, case: vault.head.id };
  });
  const { cases, damaged } = await readCases({ folder });
  assert.deepEqual(damaged, []);
  assert.deepEqual(cases, [added.of]);
  assert.equal(added.of.keepUntil, CONSENT.keepUntil);
  assert.equal(added.of.id, labName(machine.platform, (await labHead(folder))!.id, added.case));
  const [first] = added.added;
  assert.deepEqual([first!.records, first!.asOf, first!.until], [23, "2026-11-20", "2023-11-14"]);
  const rows = rowsIn(folder, placeFile("records", added.id, "0002"));
  assert.deepEqual(
    rows.map((r) => r[0]),
    rows.map((_, i) => i),
  );
  assert.deepEqual(
    [...new Set(rows.map((r) => r[1]))],
    ["ios/safari-history", "ios/sms"].sort(
      (a, b) => rows.findIndex((r) => r[1] === a) - rows.findIndex((r) => r[1] === b),
    ),
  );
  const sms = rows.filter((r) => r[1] === "ios/sms");
  assert.deepEqual(
    sms.map((r) => [r[2], r[3]]),
    sms.map((_, i) => [i, i % 2]),
  );
  const record = decodeRecord(sms[7]![5] as string);
  assert.equal(record.fields.text, undefined);
  assert.ok(record.observables.some((o) => o.value === LINK));
  assert.equal(sms[7]![4], 1_700_000_007_000n);
  const all = text(folder);
  for (const never of [SECRET_WORDS, "una app", "iPhone de Rosa", "123456789012345", added.case])
    assert.ok(!all.includes(never), never);
});

test("a newer check of the same evidence takes the place of the one before", async () => {
  const of = await madeCase();
  await of.check(A, 5);
  const folder = await newLab();
  const { id } = await within(of, (vault) => add(folder, vault));
  await of.check(A, 6);
  const { added } = await within(of, (vault) => add(folder, vault));
  assert.deepEqual(
    added.map((c) => c.check),
    ["0002"],
  );
  assert.deepEqual([...folder.files.keys()].filter((f) => f.includes(id)).sort(), [
    caseFile(id),
    placeFile("keys", id, "0002"),
    placeFile("records", id, "0002"),
  ]);
});

test("what the consent does not allow stays out, and nothing is written of it", async () => {
  const { compare: _, ...before } = CONSENT;
  for (const consent of [before, { ...CONSENT, compare: false }, { ...CONSENT, keepUntil: "2026-11-25" }]) {
    const of = await madeCase(consent);
    await of.check(A, 2);
    const folder = await newLab();
    await within(of, async (vault) => {
      await assert.rejects(add(folder, vault), Refused);
      assert.deepEqual(vault.state.labs, []);
    });
    assert.deepEqual([...folder.files.keys()], ["lab.json"]);
  }
  const narrow = await madeCase({ ...CONSENT, artifacts: ["ios/sms"] });
  await narrow.check(A, 2);
  await within(narrow, async (vault) => assert.rejects(add(await newLab(), vault), Refused));
  await within(await madeCase(), async (vault) => assert.rejects(add(await newLab(), vault), { code: "usage" }));
});

test("a lab with a secret has other keys; without it nothing comes in", async () => {
  const of = await madeCase();
  await of.check(A, 2);
  const [plain, keyed] = [await newLab(), await newLab(SECRET)];
  const keys = async (folder: MemoryFolder, secret?: Uint8Array): Promise<unknown[]> => {
    const { id } = await within(of, (vault) => add(folder, vault, secret));
    return rowsIn(folder, placeFile("keys", id, "0001")).map((r) => r[0]);
  };
  const [a, b] = [await keys(plain), await keys(keyed, SECRET)];
  assert.equal(a.length, b.length);
  assert.ok(a.every((k) => !b.includes(k)));
  await within(of, async (vault) => assert.rejects(add(keyed, vault), { code: "lab-secret" }));
});

test("the power may be cut at any write: a case is in the lab whole or not at all, and its log knew before", async () => {
  const of = await madeCase();
  await of.check(A, 3);
  await of.check(B, 3);
  const empty = await newLab();
  let n = 0;
  for (let whole = false; !whole; n++) {
    const cut = again(empty);
    cut.left = n;
    const id = await within(of, async (vault) => {
      const found = await add(cut, vault).then(
        () => true,
        (e) => {
          assert.ok(e instanceof PowerCut, String(e));
          return false;
        },
      );
      whole = found;
      const some = [...cut.files.keys()].some((f) => f.includes("case_id="));
      assert.ok(!some || vault.state.labs.length > 0, "the log says it first");
      return labName(machine.platform, (await labHead(cut))!.id, vault.head.id);
    });
    const folder = again(cut);
    await (await openLabToWrite(folder, machine)).close();
    const left = [...folder.files.keys()].filter((f) => f.includes(id));
    const there = (await readCases({ folder })).cases.length;
    assert.equal(left.length, there === 1 ? 5 : 0, `cut at write ${n}: ${left.join(" ")}`);
    assert.ok(!whole || there === 1);
  }
  assert.ok(n > 5);
});

test("the power may be cut while a case goes: nothing of it is found by whoever opens the lab next and asks again", async () => {
  const of = await madeCase();
  await of.check(A, 3);
  const full = await newLab();
  const { id } = await within(of, (vault) => add(full, vault));
  const hunt = {
    schema: "contraluz/hunt@1",
    hunt: "0001",
    lab: "x",
    tool: { name: "contraluz", version: "0" },
    engine: { name: "duckdb", version: "0" },
    asOf: "2026-11-26",
    signs: [],
    signsSha256: "0".repeat(64),
    keysVersion: KEYS_VERSION,
    searched: [
      { caseId: id, checkId: "0001" },
      { caseId: "f".repeat(16), checkId: "0001" },
    ],
    gaps: [],
    cases: [{ caseId: id, checkId: "0001", findings: [] }],
    candidates: 1,
    refused: 0,
  };
  const put = (name: string, t: string): void => void full.files.set(name, new TextEncoder().encode(t));
  put("hunts/0001/hunt.json", JSON.stringify(hunt));
  put("hunts/0002/hunt.json", `{"cut off ${id}`);
  put("hunts/0003/hunt.json", JSON.stringify({ ...hunt, hunt: "0003", searched: hunt.searched.slice(1), cases: [] }));
  const third = full.files.get("hunts/0003/hunt.json");
  let n = 0;
  let between = false;
  for (let whole = false; !whole; n++) {
    const cut = again(full);
    const lab = await openLabToWrite(cut, machine);
    cut.left = n;
    whole = await forgetCase(lab, id).then(
      () => true,
      (e) => {
        assert.ok(e instanceof PowerCut, String(e));
        return false;
      },
    );
    const folder = again(cut);
    const next = await openLabToWrite(folder, machine);
    const named = (await readCases(next)).cases.length > 0;
    const left = [...folder.files.keys()].filter((f) => f.includes("case_id="));
    assert.equal(left.length, named ? 2 : 0, `cut at write ${n}`);
    const report = parseHunt(new TextDecoder().decode(folder.files.get("hunts/0001/hunt.json")));
    assert.equal(report.searched.length + report.cases.length, report.cases.length === 0 ? 1 : 3, "whole, old or new");
    // Also before somebody opened the lab for writing.
    assert.ok(cut.files.has("hunts/0001/hunt.json") || cut.files.has("hunts/0001/next.json"), `cut at write ${n}`);
    assert.deepEqual(
      [...folder.files.keys()].filter((f) => f.endsWith("next.json")),
      [],
    );
    between ||= !cut.files.has("hunts/0001/hunt.json");
    await forgetCase(next, id);
    await next.close();
    assert.ok(!text(folder).includes(id), `cut at write ${n}`);
    assert.deepEqual(folder.files.get("hunts/0003/hunt.json"), third, "what did not name it stays as it is");
    assert.ok(!folder.files.has("hunts/0002/hunt.json"));
  }
  assert.ok(n > 7 && between);
});

test("what else lies in the place of a report that is to come is no report, and goes", async () => {
  for (const found of ["", "{}", '{"schema":"contraluz/hunt@1"}']) {
    const folder = await newLab();
    const whole = new TextEncoder().encode("whatever it says");
    folder.files.set("hunts/0001/hunt.json", whole);
    folder.files.set("hunts/0001/next.json", new TextEncoder().encode(found));
    await (await openLabToWrite(folder, machine)).close();
    assert.deepEqual([...folder.files.keys()].sort(), ["hunts/0001/hunt.json", "lab.json"]);
    assert.deepEqual(folder.files.get("hunts/0001/hunt.json"), whole);
  }
});

test("windows that are told after a check are those of the lab: when it is added again, and when the lab looks after it", async () => {
  const of = await madeCase();
  await of.check(A, 3);
  const folder = await newLab();
  const windows = async (): Promise<unknown> => (await readCases({ folder })).cases[0]!.checks[0]!.context.custody;
  await within(of, (vault) => add(folder, vault));
  // What the check was told is not what the case says.
  assert.deepEqual(await windows(), []);
  await within(of, async (vault) => {
    const data = { from: "2026-02-01", to: "2026-02-02", why: "taken" };
    await vault.write({ actor: "r1", action: "window", data });
    assert.deepEqual((await add(folder, vault)).kept, ["0001"]);
  });
  assert.deepEqual(await windows(), [["2026-02-01", "2026-02-02"]]);
  const custody = [["2026-03-01", "2026-03-02"]] as const;
  const leave = { public: false, indicators: [], records: [] };
  const lab = await openLabToWrite(folder, machine);
  await lookAfter(lab, async () => ({ state: "read", allowed: true, entries: 9, leave, custody }));
  await lab.close();
  assert.deepEqual(await windows(), custody);
});

test("files of cases that somebody else wrote: said to be damaged, their folders are left alone, and they can be forgotten", async () => {
  const of = await madeCase();
  await of.check(A, 2);
  const full = await newLab();
  const { id } = await within(of, (vault) => add(full, vault));
  const good = JSON.parse(new TextDecoder().decode(full.files.get(caseFile(id))!)) as { checks: object[] };
  const check = good.checks[0]!;
  const bad: unknown[] = [
    null,
    { ...good, id: "f".repeat(16) },
    { ...good, path: 3 },
    { ...good, checks: "x" },
    { ...good, checks: [{ ...check, check: "../../x" }] },
    { ...good, checks: [{ ...check, evidence: [{ id: "x" }] }] },
    { ...good, checks: [{ ...check, context: { asOf: 3 } }] },
    { ...good, checks: [{ ...check, context: { asOf: "", custody: [["a"]], known: [] } }] },
    { ...good, checks: [{ ...check, context: { asOf: "" } }] },
    { ...good, checks: [{ ...check, evidence: [{ id: "a".repeat(64), acquisition: { zone: 3 } }] }] },
    { ...good, checks: [{ ...check, evidence: [{ id: "a".repeat(64), acquisition: { zone: "x", offsets: 5 } }] }] },
    { ...good, checks: [{ ...check, records: -1 }] },
    { ...good, keepUntil: "soon" },
  ];
  for (const v of [...bad.map((b) => JSON.stringify(b)), "{", "[".repeat(50_000)]) {
    const folder = again(full);
    folder.files.set(caseFile(id), new TextEncoder().encode(v));
    const lab = await openLabToWrite(folder, machine);
    assert.deepEqual(await readCases(lab), { cases: [], damaged: [id] }, v.slice(0, 80));
    assert.ok(folder.files.has(placeFile("keys", id, "0001")));
    assert.equal(await forgetCase(lab, id), true);
    await lab.close();
    assert.deepEqual([...folder.files.keys()], ["lab.json"]);
  }
});

test("keys of another version are made again from the records; where those are damaged nothing is said to be new", async () => {
  const of = await madeCase();
  await of.check(A, 9);
  await of.check(B, 4);
  const full = await newLab(SECRET);
  const { id, of: had } = await within(of, (vault) => add(full, vault, SECRET));
  const name = placeFile("keys", id, "0001");
  const before = full.files.get(name)!;
  const old = { ...had, checks: had.checks.map((c) => ({ ...c, keys: 0, keysVersion: 1 })) };
  for (const f of [name, placeFile("keys", id, "0002")]) full.files.set(f, new Uint8Array(0));
  full.files.set(caseFile(id), new TextEncoder().encode(JSON.stringify(old)));
  const records = placeFile("records", id, "0002");
  const lines = new TextDecoder().decode(full.files.get(records)!).split("\n");
  full.files.set(records, new TextEncoder().encode(lines.slice(1).join("\n")));
  const lab = await openLabToWrite(full, machine, SECRET);
  const done = await rebuildKeys({ lab, engine: engineIn(full), files: parquetIn(full) });
  assert.deepEqual(done, {
    checks: [{ caseId: id, checkId: "0001" }],
    damaged: [{ caseId: id, checkId: "0002" }],
  });
  assert.deepEqual(full.files.get(name), before);
  const [now] = (await readCases(lab)).cases;
  assert.deepEqual(now!.checks[0], had.checks[0]);
  assert.equal(now!.checks[1]!.keysVersion, 1);
  await lab.close();
  const without = await openLabToWrite(full, machine);
  await assert.rejects(rebuildKeys({ lab: without, engine: engineIn(full), files: parquetIn(full) }), {
    code: "lab-secret",
  });
  await without.close();
});
