/** Documents of a case: read within its consent, sealed, found, corrected; an interruption loses nothing; what has to go goes. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Consent } from "@contraluz/case/consent/types.ts";
import { purgeNarrowed } from "@contraluz/case/consent/withdraw.ts";
import type { CaseMachine } from "@contraluz/case/machine.ts";
import { type MemoryFolder, memoryFolder, PowerCut } from "@contraluz/case/vault/folder.fixture.ts";
import {
  archiveIndex,
  archivesThere,
  copyEvidence,
  createVault,
  newIdentity,
  type OpenVault,
  openVault,
  openVaultToWrite,
  purgeCase,
  Refused,
  removeParts,
} from "@contraluz/case/vault/index.ts";
import type { WorkerPort } from "@contraluz/core";
import { SAMPLE } from "@contraluz/engine/check.fixture.ts";
import { inputOf, nodePlatform } from "@contraluz/platform-node";
import { wasmSql } from "@contraluz/platform-web/sql.ts";
import { nextCorrection } from "../open/write.ts";
import { serveDocuments } from "../read/index.ts";
import { search } from "../search/index.ts";
import {
  copiesIn,
  correctInCase,
  IndexTooLarge,
  isChecked,
  openCaseIndex,
  partsOfCase,
  readInCase,
  type Shelf,
} from "./index.ts";

const platform = nodePlatform({ workers: 0 });
const machine: CaseMachine = {
  platform,
  now: () => "2026-11-26T03:30:00Z",
  random: (n) => Uint8Array.from(randomBytes(n)),
};
const CONSENT: Consent = {
  id: "c1",
  person: { label: "p1" },
  organisation: "Línea",
  purpose: "buscar",
  artifacts: ["documents"],
  content: true,
  copies: true,
  publication: "none",
  after: "delete",
  recipients: [],
  incidents: false,
  given: { on: "2026-11-25", how: "signed" },
};

let dir = "";
let key = { identity: "", recipient: "" };
let wasm: Uint8Array;
before(async () => {
  dir = mkdtempSync(join(tmpdir(), "in-case-"));
  key = await newIdentity();
  wasm = readFileSync(createRequire(import.meta.url).resolve("@sqlite.org/sqlite-wasm/sqlite3.wasm"));
  mkdirSync(join(dir, "cajas/uno"), { recursive: true });
  writeFileSync(join(dir, "cajas/uno/oficio.txt"), "Se vio a Zenaida Quetzal en Puebla\fSegunda hoja");
  writeFileSync(
    join(dir, "cajas/largo.txt"),
    Array.from({ length: 60 }, (_, i) => `hoja ${i + 1} de Cholula`).join("\f"),
  );
});
after(() => rmSync(dir, { recursive: true }));

/** Two ends of a line, in this thread. */
function spawn(): WorkerPort {
  const ends: ((m: unknown) => void)[] = [() => {}, () => {}];
  let open = true;
  const end = (mine: number): WorkerPort => ({
    post: (m) => void setImmediate(() => open && ends[1 - mine]!(m)),
    onMessage: (f) => void (ends[mine] = f),
    onError: () => {},
    close: () => {
      open = false;
    },
  });
  serveDocuments(end(1), platform);
  return end(0);
}

const by = (): { identities: string[] } => ({ identities: [key.identity] });
const sql = (shelf: Shelf) => wasmSql({ wasm, shelf });
const how = { actor: "r1", lang: "spa", ocr: false, threads: 2, spawn, after: () => () => {}, report: () => {} };
const told = (v: OpenVault, consent: Consent) => v.write({ actor: "r1", action: "consent", data: { consent } });

async function begin(
  folder: MemoryFolder = memoryFolder(),
  consent: Consent | undefined = CONSENT,
  papers = "cajas",
): Promise<OpenVault> {
  const v = await createVault(
    folder,
    { title: "", lang: "es", actor: "r1", to: { recipients: [key.recipient] } },
    machine,
  );
  if (consent) await told(v, consent);
  const evidence = [await copyEvidence(v, await inputOf(join(dir, papers)), { report: () => {} })];
  await v.write({ actor: "r1", action: "intake", data: { evidence, how: "copy" } });
  return v;
}

const read = (v: OpenVault, more: object = {}) => readInCase(v, copiesIn(v.state)[0]!, { ...how, ...more });

async function found(v: OpenVault, words: string): Promise<string[]> {
  // Whoever searches has no lock, and takes one only to keep the index.
  const made = await openCaseIndex(v, sql, { sha256: platform.sha256 });
  assert.ok(made);
  try {
    const f = search(made.index, words);
    assert.ok("hits" in f);
    return f.hits.map((h) => `${h.page.path} ${h.page.page}`);
  } finally {
    await made.index.close();
  }
}

/** Every byte that lies in the folder, as text. */
const bytesOf = (folder: MemoryFolder): string =>
  [...folder.files.values()].map((b) => Buffer.from(b).toString("latin1")).join("\n");

test("read, found, corrected; no word of a page lies in the folder in plain, and the log has no query and no text", async () => {
  const folder = memoryFolder();
  const v = await begin(folder);
  const made = await read(v);
  assert.deepEqual([made.archive, made.fresh, made.coverage.pages.read], ["0001", true, 62]);
  await v.close();
  const w = (await openVault(folder, by(), machine)) as OpenVault;
  assert.deepEqual(await found(w, "zenaida"), ["uno/oficio.txt 1"]);
  assert.ok([...folder.files.keys()].includes("index/archive-0/pages.sqlite"), "the index is kept");
  assert.deepEqual(await found(w, "ausente"), []);

  const x = await openVaultToWrite(folder, by(), machine);
  const doc = JSON.parse(await text(x, "uno/oficio.txt")).doc as string;
  const page = { doc, path: "uno/oficio.txt", page: 1, read: "Se vio a Zenaida Quetzal en Puebla", shown: "x" };
  const c = await correctInCase(x, "r2", (all) =>
    nextCorrection(all, page, "Xicoténcatl", { by: "r2", at: "2026-11-26T05:00:00Z" }),
  );
  assert.ok(typeof c !== "string" && c.n === 1);
  const lost = { ...page, path: "no.txt" };
  assert.equal(
    await correctInCase(x, "r2", (all) => nextCorrection(all, lost, "y", { by: "r2", at: "2026-11-26T05:00:00Z" })),
    "gone",
  );
  assert.deepEqual(
    x.log.slice(-3).map((e) => e.head.action),
    ["archive", "archive", "correction"],
  );
  assert.match(x.log.at(-2)!.head.output[0]!, /^[0-9a-f]{64}$/);
  assert.deepEqual(x.log.at(-1)!.data, { archive: "0001", doc, page: 1, n: 1 });
  await x.close();
  const y = (await openVault(folder, by(), machine)) as OpenVault;
  assert.deepEqual(await found(y, "xicotencatl"), ["uno/oficio.txt 1"]);
  assert.deepEqual(await found(y, "zenaida"), []);
  const all = bytesOf(folder);
  for (const word of ["Zenaida", "zenaida", "Cholula", "cholula", "ausente", "Xicot", "oficio", "SQLite format"])
    assert.ok(!all.includes(word), word);
  const log = y.log.map((e) => e.text).join("\n");
  for (const word of ["ausente", "zenaida", "Xicot", "oficio"]) assert.ok(!log.includes(word), word);
});

/** Lines of all pages, or the first of a path. */
async function text(v: OpenVault, path?: string): Promise<string> {
  let all = "";
  for (const p of (await partsOfCase(v)).pages) for await (const b of p.stream()) all += Buffer.from(b).toString();
  return path === undefined ? all : all.split("\n").find((l) => l.includes(`"path":"${path}"`))!;
}

test("wherever the power is cut: what was promised is there, reading goes on, no page is twice and none is lost", async () => {
  const folder = memoryFolder();
  const v = await begin(folder);
  await read(v);
  const whole = await text(v);
  await v.close();
  // Every place at which a write can fail, and two readings that are called off.
  for (let left = 0, cuts = 0; left < 12; left++) {
    const part = memoryFolder();
    const b = await begin(part);
    await b.close();
    const cut = await openVaultToWrite(part, by(), machine);
    part.left = left;
    const broke = await read(cut).then(
      () => false,
      (e: unknown) => {
        assert.ok(e instanceof PowerCut, String(e));
        return true;
      },
    );
    if (broke) cuts++;
    assert.ok(cuts > left || !broke);
    // The machine starts anew: nobody holds the lock.
    const again = await openVaultToWrite(memoryFolder(part.files), by(), machine);
    assert.deepEqual(again.trouble, []);
    const made = await read(again);
    assert.equal(made.coverage.pages.read, 62, `cut at ${left}`);
    assert.equal(await text(again), whole, `cut at ${left}`);
    assert.ok(archivesThere(again.state).at(-1)!.pages);
  }
});

test("called off in the middle, and again: it goes on where it was", async () => {
  const v = await begin();
  let pages = 0;
  const cancel = { aborted: false };
  const progress = (p: { pages: number }): void => {
    pages = p.pages;
    if (pages >= 16) cancel.aborted = true;
  };
  await assert.rejects(read(v, { cancel, progress, threads: 1 }), { code: "cancelled" });
  assert.equal(archivesThere(v.state)[0]!.pages, undefined);
  const made = await read(v);
  assert.ok(made.kept >= 16 && made.kept < 62);
  assert.deepEqual([made.coverage.pages.read, archivesThere(v.state).length], [62, 1]);
  const known = await read(v);
  assert.deepEqual([known.fresh, known.kept], [false, 62]);
  assert.equal(v.log.filter((e) => e.head.action === "archive").length, 2);
});

test("without consent to documents, content or copies nothing is read, and nothing that was read is shown", async () => {
  const less: readonly Partial<Consent>[] = [
    { artifacts: ["messages"] },
    { content: false },
    { copies: false },
    { keepUntil: "2026-11-25" },
  ];
  for (const change of less) {
    const v = await begin();
    await read(v);
    const before = v.log.length;
    const now = { ...CONSENT, ...change };
    const scopes = new Map();
    const go = purgeNarrowed(v.state, now, scopes).filter((i) => i.ref === "archive/0001");
    assert.equal(go.length, change.keepUntil === undefined ? 1 : 0, "what is not allowed any more has to go");
    await told(v, now);
    await assert.rejects(read(v, { ocr: true }), Refused);
    await assert.rejects(openCaseIndex(v, sql, { sha256: platform.sha256 }), Refused);
    await assert.rejects(
      correctInCase(v, "r1", () => "none"),
      Refused,
    );
    assert.equal(v.log.length, before + 1);
  }
  const taken = await begin();
  await read(taken);
  await taken.write({ actor: "r1", action: "withdrawal", data: { why: "", by: "p1" } });
  await assert.rejects(openCaseIndex(taken, sql, { sha256: platform.sha256 }), Refused);
});

test("an index that does not fit into memory is refused, at once the second time, until other pages are there", async () => {
  mkdirSync(join(dir, "muchas"));
  const words = (from: number): string =>
    Array.from({ length: 200 }, (_, i) => `p${(from * 200 + i) * 7919}`).join(" ");
  writeFileSync(join(dir, "muchas/hojas.txt"), Array.from({ length: 15 }, (_, i) => words(i)).join("\f"));
  const folder = memoryFolder();
  const writer = await begin(folder, CONSENT, "muchas");
  await read(writer);
  await writer.close();
  const v = (await openVault(folder, by(), machine)) as OpenVault;
  const whole = (await openCaseIndex(v, sql, { sha256: platform.sha256 }))!;
  const size = whole.index.db.prepare("PRAGMA page_count").all()[0]!.page_count as number;
  await whole.index.close();
  folder.files.delete(`${archiveIndex(v.state)}/pages.sqlite`);
  const narrow = (most: number) => async (shelf: Shelf) => {
    const own = await sql(shelf);
    return {
      async open(name?: string) {
        const db = await own.open(name);
        db.exec(`PRAGMA max_page_count = ${most}`);
        return db;
      },
    };
  };
  let looked = 0;
  const o = { sha256: platform.sha256, progress: () => void looked++ };
  await assert.rejects(openCaseIndex(v, narrow(size - 10), o), IndexTooLarge);
  assert.ok(looked > 0);
  looked = 0;
  await assert.rejects(openCaseIndex(v, narrow(size - 10), o), IndexTooLarge);
  assert.equal(looked, 0, "nobody waits twice");
  const again = await openVaultToWrite(folder, by(), machine);
  await fewer(again);
  await again.close();
  assert.deepEqual(await found((await openVault(folder, by(), machine)) as OpenVault, "p7919"), []);
});

test("what does not fit into the memory of one machine is refused there, and tried again by the next", async () => {
  const folder = memoryFolder();
  const writer = await begin(folder);
  await read(writer);
  await writer.close();
  const v = (await openVault(folder, by(), machine)) as OpenVault;
  const poor = async (shelf: Shelf) => {
    const own = await sql(shelf);
    return {
      async open(name?: string) {
        const db = await own.open(name);
        return {
          ...db,
          prepare(text: string) {
            if (/INSERT INTO words/.test(text)) throw Object.assign(new Error("no memory"), { resultCode: 7 });
            return db.prepare(text);
          },
        };
      },
    };
  };
  await assert.rejects(openCaseIndex(v, poor, { sha256: platform.sha256 }), IndexTooLarge);
  assert.deepEqual(await found(v, "zenaida"), ["uno/oficio.txt 1"]);
});

/** The same case with other pages: its index is tried again. */
async function fewer(v: OpenVault): Promise<void> {
  const [first] = (await partsOfCase(v)).pages;
  await v.files.replace(
    first!.name,
    (async function* () {
      yield new Uint8Array(0);
    })(),
  );
}

test("a copy that goes takes its pages, corrections and index along; purging leaves nothing", async () => {
  const folder = memoryFolder();
  const v = await begin(folder);
  await read(v);
  await v.close();
  const w = (await openVault(folder, by(), machine)) as OpenVault;
  await found(w, "cholula");
  const names = (): string[] => [...folder.files.keys()].filter((n) => /^(archive|index\/archive)/.test(n));
  assert.ok(names().some((n) => n.startsWith("archive/0001/pages/")) && names().some((n) => n.startsWith("index/")));
  const x = await openVaultToWrite(folder, by(), machine);
  await removeParts(x, "r1", ["evidence/0001"], "consent");
  assert.deepEqual(names(), []);
  assert.deepEqual(x.log.at(-1)!.data, { objects: ["evidence/0001", "archive/0001"], why: "consent" });
  assert.deepEqual([archivesThere(x.state).length, copiesIn(x.state).length], [0, 0]);
  await x.close();

  const other = memoryFolder();
  const o = await begin(other);
  await read(o);
  await o.close();
  await purgeCase(other, machine);
  assert.deepEqual([...other.files.keys()], ["case.json"]);
});

test("the power is cut while an archive goes: the next one who writes finishes it, index too", async () => {
  const folder = memoryFolder();
  const v = await begin(folder);
  await read(v);
  await v.close();
  const w = (await openVault(folder, by(), machine)) as OpenVault;
  await found(w, "cholula");
  const stale = Uint8Array.from(folder.files.get("index/archive-0/pages.sqlite")!);
  for (let left = 0; left < 8; left++) {
    const part = memoryFolder(new Map(folder.files));
    const x = await openVaultToWrite(part, by(), machine);
    part.left = left;
    await removeParts(x, "r1", ["archive/0001"], "test").catch((e) => assert.ok(e instanceof PowerCut));
    const again = await openVaultToWrite(memoryFolder(part.files), by(), machine);
    const gone = archivesThere(again.state).length === 0;
    const left2 = [...part.files.keys()].filter((n) => /^(archive|index\/archive)/.test(n));
    assert.equal(
      left2.some((n) => n.startsWith("archive/")),
      !gone,
      `cut at ${left}`,
    );
    if (gone) assert.deepEqual(left2, [], `cut at ${left}`);
    await again.close();
  }
  // One that somebody wrote meanwhile has the name of before, and goes.
  const x = await openVaultToWrite(folder, by(), machine);
  await removeParts(x, "r1", ["archive/0001"], "test");
  assert.notEqual(archiveIndex(x.state), "index/archive-0");
  folder.files.set("index/archive-0/pages.sqlite", stale);
  await x.close();
  await (await openVaultToWrite(folder, by(), machine)).close();
  assert.deepEqual(
    [...folder.files.keys()].filter((n) => n.startsWith("index/archive")),
    [],
  );
});

test("an index whose pages went while it was open is not kept when it is closed", async () => {
  const folder = memoryFolder();
  const v = await begin(folder);
  await read(v);
  await v.close();
  const made = await openCaseIndex(await openVault(folder, by(), machine), sql, { sha256: platform.sha256 });
  assert.equal(made?.changed, true);
  const x = await openVaultToWrite(folder, by(), machine);
  await removeParts(x, "r1", ["archive/0001"], "consent");
  await x.close();
  await made.index.close();
  assert.deepEqual(
    [...folder.files.keys()].filter((n) => /^(archive|index\/archive)/.test(n)),
    [],
  );
});

test("read in another way: the newer reading takes the place of the older one, and corrections stay", async () => {
  const v = await begin();
  await read(v);
  const doc = JSON.parse(await text(v, "uno/oficio.txt")).doc as string;
  const page = { doc, path: "uno/oficio.txt", page: 1, read: "x", shown: "x" };
  await correctInCase(v, "r1", (all) =>
    nextCorrection(all, page, "Corregida a mano", { by: "r1", at: "2026-11-26T05:00:00Z" }),
  );
  const made = await read(v, { lang: "eng" });
  assert.deepEqual([made.archive, archivesThere(v.state).map((a) => a.archive)], ["0002", ["0002"]]);
  assert.equal((await partsOfCase(v)).corrections.length, 1);
  await v.close();
  assert.deepEqual(await found(v, "corregida"), ["uno/oficio.txt 1"]);
});

test("a damaged index is made anew; papers are no phone, and a phone is no paper", async () => {
  const folder = memoryFolder();
  const v = await begin(folder);
  await read(v);
  assert.equal(await isChecked(v, copiesIn(v.state)[0]!), false);
  const evidence = [await copyEvidence(v, await inputOf(SAMPLE), { report: () => {} })];
  await v.write({ actor: "r1", action: "intake", data: { evidence, how: "copy" } });
  assert.equal(await isChecked(v, copiesIn(v.state)[1]!), true);
  await v.close();
  await found(v, "cholula");
  const name = "index/archive-0/pages.sqlite";
  const bytes = folder.files.get(name)!;
  bytes[bytes.length - 40]! ^= 1;
  assert.equal((await found(v, "zenaida")).length, 1);
});
