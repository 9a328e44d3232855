/** A case: what is written stays, whoever changes it is told, and a computer that stops at any moment loses nothing that was promised. */
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { BUILTIN_SET, type CompiledIndicators, compileIndicators } from "@contraluz/detection";
import { check } from "@contraluz/engine";
import { SAMPLE, WORKER } from "@contraluz/engine/check.fixture.ts";
import { inputOf, nodePlatform, resultFolder, vaultFolder } from "@contraluz/platform-node";
import { encodeStructure, ResultWriter } from "@contraluz/store";
import { scopeOf } from "../consent/gate.ts";
import type { Consent } from "../consent/types.ts";
import { followChain } from "../log/read.ts";
import type { CaseMachine } from "../machine.ts";
import { type MemoryFolder, memoryFolder, PowerCut } from "./folder.fixture.ts";
import {
  checkInCase,
  copyEvidence,
  createVault,
  newIdentity,
  type OpenVault,
  openCopy,
  openVault,
  openVaultToWrite,
  purgeCase,
  Refused,
  recheckInCase,
  removeParts,
  resultOfCheck,
} from "./index.ts";

const platform = nodePlatform();
const machine: CaseMachine = {
  platform,
  now: () => "2026-11-26T03:30:00Z",
  random: (n) => Uint8Array.from(randomBytes(n)),
};
const CONSENT: Consent = {
  id: "c1",
  person: { label: "p1", name: "Xóchitl Prueba" },
  organisation: "Línea de ayuda",
  purpose: "revisar",
  artifacts: "all",
  content: false,
  copies: true,
  publication: "none",
  after: "delete",
  recipients: [],
  incidents: false,
  given: { on: "2026-11-25", how: "signed" },
};
const sha = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

let dir = "";
let key = { identity: "", recipient: "" };
let compiled: CompiledIndicators;
before(async () => {
  dir = mkdtempSync(join(tmpdir(), "case-"));
  key = await newIdentity();
  compiled = await compileIndicators([BUILTIN_SET]);
});
after(() => rmSync(dir, { recursive: true }));

const by = (): { identities: string[] } => ({ identities: [key.identity] });
const start = (folder = memoryFolder()): Promise<OpenVault> =>
  createVault(folder, { title: "siete", lang: "es", actor: "r1", to: { recipients: [key.recipient] } }, machine);
const note = (v: OpenVault, text: string): Promise<unknown> =>
  v.write({ actor: "r1", action: "note", data: { id: text, text } });
const consent = (v: OpenVault, c: Consent = CONSENT): Promise<unknown> =>
  v.write({ actor: "r1", action: "consent", data: { consent: c } });

test("what is written is there after it was opened again, in order and chained", async () => {
  const folder = memoryFolder();
  const v = await start(folder);
  await Promise.all([note(v, "uno"), note(v, "dos"), note(v, "tres")]);
  await v.close();
  const again = await openVault(folder, by(), machine);
  assert.deepEqual(again.trouble, []);
  assert.deepEqual(
    again.state.notes.map((n) => n.text),
    ["uno", "dos", "tres"],
  );
  assert.equal(again.state.title, "siete");
  const lines = again.log.map((e) => e.line);
  assert.deepEqual(followChain(platform, lines).breaks, []);
  // By hand, as a stranger would: each line names the hash of the one before, and its data by salt.
  for (const [i, e] of again.log.entries()) {
    assert.equal(JSON.parse(e.line).prev, i === 0 ? "0".repeat(64) : sha(lines[i - 1]!));
    assert.equal(JSON.parse(e.line).data, sha(e.salt + e.text));
    assert.ok(!e.line.includes("uno"));
  }
});

test("many things are written down as if one after the other; where one cannot be, those before it stand", async () => {
  const folder = memoryFolder();
  const v = await start(folder);
  const deed = (text: string) => ({ actor: "r1", action: "note", data: { id: text, text } }) as const;
  const many = v.writeAll(["uno", "dos", "tres"].map(deed));
  await Promise.all([many, note(v, "cuatro")]);
  // Of no shape that could be read again.
  const bad = { ...deed("seis"), actor: "" };
  await assert.rejects(v.writeAll([deed("cinco"), bad, deed("siete")]), { code: "usage" });
  await v.close();
  const again = await openVault(folder, by(), machine);
  assert.deepEqual(again.trouble, []);
  assert.deepEqual(
    again.state.notes.map((n) => n.text),
    ["uno", "dos", "tres", "cuatro", "cinco"],
  );
});

test("nothing in the folder can be read without the key, and a wrong key says so", async () => {
  const folder = memoryFolder();
  const v = await start(folder);
  await consent(v);
  await v.close();
  for (const [name, bytes] of folder.files)
    for (const word of ["siete", "Xóchitl", "Línea"])
      assert.ok(!Buffer.from(bytes).includes(word), `${word} in ${name}`);
  const other = await newIdentity();
  await assert.rejects(openVault(folder, { identities: [other.identity] }, machine), { code: "case-key" });
  await assert.rejects(openVault(memoryFolder(), by(), machine), { code: "usage" });
});

test("a passphrase opens a case that was made with one", async () => {
  const folder = memoryFolder();
  const v = await createVault(
    folder,
    { title: "", lang: "en", actor: "r1", to: { passphrase: "cuatro palabras" } },
    machine,
  );
  await v.close();
  assert.equal((await openVault(folder, { passphrase: "cuatro palabras" }, machine)).log.length, 1);
  await assert.rejects(openVault(folder, { passphrase: "otras" }, machine), { code: "case-key" });
  // What was opened once is opened again without deriving a key; another key file is another one.
  const opened = new Map<string, string>();
  await openVault(folder, { passphrase: "cuatro palabras", opened }, machine);
  assert.equal(opened.size, 1);
  // The map stands for the phrase: no key was derived.
  assert.equal((await openVault(folder, { passphrase: "otras", opened }, machine)).log.length, 1);
  const foreign = memoryFolder(new Map(folder.files));
  foreign.files.set("keys.age", new Uint8Array(200));
  await assert.rejects(openVault(foreign, { passphrase: "cuatro palabras", opened }, machine), { code: "case-key" });
});

test("an entry that was changed, taken out or put elsewhere is told, and the rest can be read", async () => {
  const folder = memoryFolder();
  const v = await start(folder);
  for (const t of ["uno", "dos", "tres"]) await note(v, t);
  await v.close();
  const name = "log/00000003.json";
  const whole = new Map(folder.files);
  const opened = async (files: Map<string, Uint8Array>): ReturnType<typeof openVault> =>
    openVault(memoryFolder(files), by(), machine);
  const bytes = whole.get(name)!;
  for (let at = 0; at < bytes.length; at += 13) {
    const bad = bytes.slice();
    bad[at]! ^= 4;
    const { trouble, state } = await opened(new Map(whole).set(name, bad));
    assert.ok(
      trouble.some((t) => t.file === name),
      `byte ${at}`,
    );
    assert.deepEqual(
      state.notes.map((n) => n.text),
      ["uno", "tres"],
    );
  }
  const without = new Map(whole);
  without.delete(name);
  assert.ok((await opened(without)).trouble.length > 0);
  const swapped = new Map(whole).set(name, whole.get("log/00000002.json")!);
  assert.ok((await opened(swapped)).trouble.some((t) => t.file === name));
  // Whoever goes on with a damaged case overwrites nothing, and the break stays.
  const going = memoryFolder(new Map(whole).set("log/00000004.json", new Uint8Array(50)));
  const w = await openVaultToWrite(going, by(), machine);
  await note(w, "cuatro");
  await w.close();
  assert.equal(going.files.get("log/00000004.json")!.length, 50);
  const last = await openVault(going, by(), machine);
  assert.equal(last.state.notes.at(-1)!.text, "cuatro");
  assert.ok(last.trouble.length > 0);
});

test("one writer at a time", async () => {
  const folder = memoryFolder();
  const v = await start(folder);
  await assert.rejects(openVaultToWrite(folder, by(), machine), { code: "case-busy" });
  await v.close();
  await (await openVaultToWrite(folder, by(), machine)).close();
  await assert.rejects(note(v, "tarde"), { code: "usage" });
});

test("without consent nothing is checked, and nothing is left", async () => {
  const folder = memoryFolder();
  const v = await start(folder);
  const input = await inputOf(SAMPLE);
  await assert.rejects(checkInCase(v, [input], { actor: "r1", compiled, version: "t" }), Refused);
  await consent(v, { ...CONSENT, keepUntil: "2026-11-25" });
  await assert.rejects(
    checkInCase(v, [input], { actor: "r1", compiled, version: "t" }),
    (e: Refused) => e.refusal.code === "expired",
  );
  await consent(v);
  await v.write({ actor: "r1", action: "withdrawal", data: { why: "ya no", by: "p1" } });
  await assert.rejects(
    checkInCase(v, [input], { actor: "r1", compiled, version: "t" }),
    (e: Refused) => e.refusal.code === "withdrawn",
  );
  assert.ok(![...folder.files.keys()].some((f) => f.startsWith("checks")));
});

test("a check that read more than is allowed now is not compared again", async () => {
  const folder = memoryFolder();
  const v = await start(folder);
  await consent(v);
  const asked = (a: string): boolean => a === "ios/safari-history";
  const { name } = await checkInCase(v, [await inputOf(SAMPLE)], {
    actor: "r1",
    compiled,
    version: "t",
    asked,
    workers: 0,
  });
  const again = await recheckInCase(v, name, { actor: "r1", compiled, version: "t" });
  assert.equal(v.state.checks.at(-1)!.of, name);
  await consent(v, { ...CONSENT, artifacts: ["ios/safari-history"] });
  await assert.rejects(
    recheckInCase(v, again.name, { actor: "r1", compiled, version: "t" }),
    (e: Refused) => e.refusal.code === "wider-check",
  );
  assert.deepEqual(await v.files.list("checks"), [name, again.name]);
});

test("a copy gives the same result as the phone itself, byte for byte, sealed and in threads", async () => {
  const folder = vaultFolder(join(dir, "same"));
  const threads = { ...machine, platform: nodePlatform({ worker: WORKER }) };
  const v = await createVault(
    folder,
    { title: "", lang: "es", actor: "r1", to: { recipients: [key.recipient] } },
    threads,
  );
  await consent(v);
  const taken = await copyEvidence(v, await inputOf(SAMPLE), { report: () => {} });
  await v.write({ actor: "r1", action: "intake", data: { evidence: [taken], how: "copy" }, input: [taken.id] });
  const copy = await openCopy(v, taken);
  const { name, result } = await checkInCase(v, [copy], { actor: "r1", compiled, version: "t", workers: 2 });
  await v.close();
  const out = join(dir, "plain");
  const writer = new ResultWriter(await resultFolder(out), platform);
  const context = { asOf: "", custody: [], known: [] };
  const scope = scopeOf(CONSENT);
  const plain = await check([await inputOf(SAMPLE)], {
    platform,
    compiled,
    writer,
    version: "t",
    context,
    scope,
    workers: 0,
    hash: "all",
  });
  await writer.finish(`${encodeStructure(plain)}\n`);
  assert.equal(encodeStructure(result), encodeStructure(plain));
  const again = await openVault(folder, by(), machine);
  assert.equal(encodeStructure(await resultOfCheck(again, name)), encodeStructure(plain));
  for (const f of readdirSync(join(out, "records"))) {
    const sealed = (await again.files.read(`checks/${name}/records/${f}`))!;
    assert.deepEqual(Buffer.from(await sealed.read(0, sealed.size)), readFileSync(join(out, "records", f)), f);
    await sealed.close?.();
  }
  assert.equal(again.state.checks[0]!.resultSha256, sha(readFileSync(join(out, "result.json"))));
  assert.equal(sha(`${encodeStructure(result)}\n`), again.state.checks[0]!.resultSha256);
});

test("wherever the power is cut, the case opens, what was promised is there, and the next writer tidies up", async () => {
  const small: [string, Uint8Array][] = [
    ["a/uno.txt", randomBytes(70_000)],
    ["b.txt", new Uint8Array(3)],
  ];
  const tree = memoryTree(small);
  for (let left = 0; ; left++) {
    const folder = memoryFolder();
    const promised: string[] = [];
    let cut = false;
    try {
      folder.left = left;
      const v = await start(folder);
      promised.push("created");
      await note(v, "uno");
      promised.push("note uno");
      const taken = await copyEvidence(v, tree, { report: () => {} });
      await v.write({ actor: "r1", action: "intake", data: { evidence: [taken], how: "copy" }, input: [taken.id] });
      promised.push("intake");
      await note(v, "dos");
      promised.push("note dos");
      await removeParts(v, "r1", [taken.folder!], "ya no");
      promised.push("removed");
    } catch (e) {
      assert.ok(e instanceof PowerCut, String(e));
      cut = true;
    }
    // The computer starts again.
    const files = new Map(folder.files);
    const again = memoryFolder(files);
    if (!promised.includes("created")) {
      // No case yet, or one whose making was not promised.
      if (cut) continue;
    }
    const v = await openVaultToWrite(again, by(), machine);
    assert.deepEqual(v.trouble, [], `cut at ${left}`);
    const { state } = v;
    const texts = state.notes.map((n) => n.text);
    if (promised.includes("note uno")) assert.ok(texts.includes("uno"));
    if (promised.includes("note dos")) assert.ok(texts.includes("dos"));
    const kept = state.evidence[0];
    if (promised.includes("intake") && !kept?.removed) {
      const copy = await openCopy(v, kept!);
      assert.ok("tree" in copy && (await copy.tree.find("a/uno.txt")) !== undefined);
    }
    // Nothing that no entry speaks of is left.
    const folders = new Set([...files.keys()].map((f) => f.split("/").slice(0, 2).join("/")));
    const expected = kept && !kept.removed ? [kept.folder!] : [];
    assert.deepEqual(
      [...folders].filter((f) => f.startsWith("evidence/")),
      expected,
      `cut at ${left}`,
    );
    await note(v, "después");
    await v.close();
    if (!cut) break;
    assert.ok(left < 500, "the work ends");
  }
});

test("a purged case opens with no key, and says nothing of anybody", async () => {
  const at = join(dir, "gone");
  const v = await start(vaultFolder(at) as MemoryFolder);
  await consent(v);
  await v.close();
  // What a backup of the rest would hold.
  const backup = join(dir, "backup");
  cpSync(join(at, "log"), join(backup, "log"), { recursive: true });
  const stone = await purgeCase(vaultFolder(at), machine);
  assert.deepEqual(readdirSync(at), ["case.json"]);
  assert.equal(stone.purged, "2026-11-26");
  assert.deepEqual(Object.keys(JSON.parse(readFileSync(join(at, "case.json"), "utf8"))), [
    "schema",
    "id",
    "created",
    "purged",
  ]);
  writeFileSync(join(backup, "case.json"), `{"schema":"contraluz/case@1","id":"${stone.id}","created":"2026-11-26"}`);
  await assert.rejects(openVault(vaultFolder(backup), by(), machine), { code: "case-key" });
  await assert.rejects(openVault(vaultFolder(at), by(), machine), { code: "case-damaged" });
});

test("the folder on a disk: files whole or not there, a lock of a dead process is none", async () => {
  const at = join(dir, "disk");
  const folder = vaultFolder(at);
  const one = async function* (text: string, fail = false): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
    if (fail) throw new Error("cut");
  };
  assert.equal(await folder.create("log/1", one("uno")), true);
  assert.equal(await folder.create("log/1", one("dos")), false);
  assert.equal(readFileSync(join(at, "log/1"), "utf8"), "uno");
  await assert.rejects(folder.replace("log/1", one("tres", true)));
  assert.equal(readFileSync(join(at, "log/1"), "utf8"), "uno");
  assert.deepEqual(await folder.list("log"), ["1"]);
  assert.equal(await folder.read("log/2"), undefined);
  for (const bad of ["../x", "/etc/passwd", "a//b", "log/..", "Log", "a\\b"])
    await assert.rejects(async () => folder.read(bad), { code: "usage" }, bad);
  const unlock = (await folder.lock())!;
  assert.equal(await vaultFolder(at).lock(), undefined);
  await unlock();
  writeFileSync(join(at, "lock"), `999999999 ${(await import("node:os")).hostname()}\n`);
  const after = await folder.lock();
  assert.ok(after);
  await after();
  assert.ok(!existsSync(join(at, "lock")));
  await folder.destroy("log/1");
  assert.deepEqual(await folder.list("log"), []);
});

/** A folder of two files, in memory. */
function memoryTree(files: readonly (readonly [string, Uint8Array])[]): Parameters<typeof copyEvidence>[1] {
  const list = files.map(([path, bytes]) => ({
    path,
    kind: "file" as const,
    size: bytes.length,
    ref: {
      kind: "host" as const,
      size: bytes.length,
      handle: { size: bytes.length, read: async (at: number, n: number) => bytes.slice(at, at + n) },
    },
  }));
  return {
    name: "phone",
    tree: {
      kind: "folder",
      access: "seekable",
      async *files() {
        yield list;
      },
      find: async (p) => list.find((f) => f.path === p),
    },
  };
}
