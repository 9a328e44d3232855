/** Cases that somebody else wrote, who has a key of them: every entry is looked at before the case is made of it. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { before, test } from "node:test";
import { encodeJson, type Json } from "@contraluz/core";
import { nodePlatform } from "@contraluz/platform-node";
import type { Deed } from "../log/entry.ts";
import { encodeEntry, makeEntry } from "../log/entry.ts";
import { readLine } from "../log/read.ts";
import type { CaseMachine } from "../machine.ts";
import { type MemoryFolder, memoryFolder } from "./folder.fixture.ts";
import {
  createVault,
  newIdentity,
  nextFolder,
  type OpenVault,
  openVault,
  openVaultToWrite,
  removeParts,
} from "./index.ts";
import { once } from "./vault.ts";

const machine: CaseMachine = {
  platform: nodePlatform(),
  now: () => "2026-11-26T03:30:00Z",
  random: (n) => Uint8Array.from(randomBytes(n)),
};
let key = { identity: "", recipient: "" };
before(async () => {
  key = await newIdentity();
});
const by = () => ({ identities: [key.identity] });
const start = (folder: MemoryFolder): Promise<OpenVault> =>
  createVault(folder, { title: "t", lang: "es", actor: "r1", to: { recipients: [key.recipient] } }, machine);
const note = (v: OpenVault, text: string): Promise<unknown> =>
  v.write({ actor: "r1", action: "note", data: { id: text, text } });

/** Writes an entry past the checks of the vault, as a hostile program would. */
async function slip(v: OpenVault, action: string, data: unknown): Promise<void> {
  const last = v.log.at(-1)!;
  const deed = { actor: "x", action, data } as unknown as Deed;
  const e = makeEntry(machine.platform, last, deed, { at: machine.now(), salt: "0".repeat(64) });
  await v.files.create(`log/${String(e.head.seq).padStart(8, "0")}.json`, once(Buffer.from(encodeEntry(e))));
}

test("an entry whose data has another form is told, and the rest of the case can be read", async () => {
  const hash = "a".repeat(64);
  const bad: readonly (readonly [string, unknown])[] = [
    ["created", { title: 5, lang: "es" }],
    ["created", { title: "", lang: "xx" }],
    ["actor", { label: {} }],
    ["consent", {}],
    ["consent", { consent: { artifacts: "all" } }],
    ["withdrawal", { why: 1, by: "p" }],
    ["intake", { evidence: 7, how: "copy" }],
    ["intake", { evidence: [{ id: hash, name: "x", bytes: 0, files: 0, folder: "../../x" }], how: "copy" }],
    ["window", { from: [], to: "x", why: "y" }],
    ["known", { values: { length: 3 } }],
    ["check", { check: "../0001" }],
    ["removed", { objects: "checks/0001", why: "" }],
    ["story", { id: "1", title: "t", lang: "es", sentences: [{ text: "x", cites: [null] }] }],
    ["incident", { incident: { id: "1" } }],
    ["tag", { about: 1, tag: "t", on: true }],
    ["status", { waiting: "constructor", next: "" }],
    ["problem", { what: null, found: null }],
    ["pack-received", { id: "x", parts: "y" }],
    ["recipients", { added: null, removed: [] }],
  ];
  for (const [action, data] of bad) {
    const folder = memoryFolder();
    const v = await start(folder);
    await note(v, "uno");
    await slip(v, action, data);
    await v.close();
    const read = await openVault(folder, by(), machine);
    assert.ok(
      read.trouble.some((t) => t.file === "log/00000003.json"),
      `${action} ${encodeJson(data as Json)}`,
    );
    assert.deepEqual(
      read.state.notes.map((n) => n.text),
      ["uno"],
    );
  }
  // What a later version writes is passed over, and is no trouble.
  const folder = memoryFolder();
  const v = await start(folder);
  await slip(v, "new-thing", { x: 1 });
  await v.close();
  assert.deepEqual((await openVault(folder, by(), machine)).trouble, []);
});

test("a line is one only if its fields are texts and numbers themselves", () => {
  const good = {
    seq: 1,
    prev: "0".repeat(64),
    at: "2026-11-26T03:30:00Z",
    actor: "r1",
    action: "note",
    input: [],
    output: [],
    data: "a".repeat(64),
  };
  assert.ok(readLine(JSON.stringify(good)));
  for (const k of ["prev", "at", "actor", "action", "data"] as const) {
    assert.equal(readLine(JSON.stringify({ ...good, [k]: [good[k]] })), undefined, k);
    assert.equal(readLine(JSON.stringify({ ...good, [k]: { toString: 1 } })), undefined, k);
  }
});

test("what could not be read again is not written", async () => {
  const folder = memoryFolder();
  const v = await start(folder);
  const text = "x";
  for (const actor of ["", "a\nb", "x".repeat(61)])
    await assert.rejects(v.write({ actor, action: "note", data: { id: "1", text } }), { code: "usage" }, actor);
  const long = "x".repeat(5 << 20);
  await assert.rejects(v.write({ actor: "r1", action: "note", data: { id: "1", text: long } }), { code: "usage" });
  await note(v, "uno");
  await v.close();
  const again = await openVault(folder, by(), machine);
  assert.deepEqual([again.log.length, again.trouble], [2, []]);
});

test("a log whose last entries are missing is told, for ever, and nothing is tidied up after it", async () => {
  const whole = memoryFolder();
  const v = await start(whole);
  await note(v, "uno");
  const stage = await v.files.stage("evidence/0001");
  await stage.append("bytes", new Uint8Array(3));
  await stage.commit();
  const taken = { id: "a".repeat(64), name: "x", bytes: 3, files: 1, folder: "evidence/0001" };
  await v.write({ actor: "r1", action: "intake", data: { evidence: [taken], how: "copy" } });
  await note(v, "dos");
  await v.close();
  const without = (...names: string[]): MemoryFolder => {
    const files = new Map(whole.files);
    for (const n of names) files.delete(n);
    return memoryFolder(files);
  };
  const tail = ["log/00000003.json", "log/00000004.json"];
  for (const folder of [without(...tail), without(...tail, "log/last.json")]) {
    const w = await openVaultToWrite(folder, by(), machine);
    assert.ok(w.trouble.length > 0);
    assert.ok(folder.files.has("evidence/0001/bytes"), "evidence that a lost entry speaks of stays");
    await note(w, "tres");
    await w.close();
    const again = await openVault(folder, by(), machine);
    assert.ok(again.trouble.length > 0, "also after somebody went on");
    assert.deepEqual(
      again.state.notes.map((n) => n.text),
      ["uno", "tres"],
    );
  }
});

test("a number is given once: what is removed never lends its name to something new", async () => {
  const folder = memoryFolder();
  const v = await start(folder);
  const take = async (): Promise<string> => {
    const name = `evidence/${await nextFolder(v, "evidence")}`;
    const stage = await v.files.stage(name);
    await stage.append("bytes", new Uint8Array(3));
    await stage.commit();
    const taken = { id: "a".repeat(64), name: "x", bytes: 3, files: 1, folder: name };
    await v.write({ actor: "r1", action: "intake", data: { evidence: [taken], how: "copy" } });
    return name;
  };
  assert.equal(await take(), "evidence/0001");
  await removeParts(v, "r1", ["evidence/0001"], "ya no");
  assert.equal(await take(), "evidence/0002");
  assert.deepEqual(
    v.state.evidence.map((e) => e.removed),
    [true, undefined],
  );
  await v.close();
  const again = await openVaultToWrite(folder, by(), machine);
  assert.deepEqual(await again.files.list("evidence"), ["0002"]);
  await again.close();
});
