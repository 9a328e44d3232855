/** The log of a case: what is written stays, who may read and write it, whoever changes it is told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { followChain } from "../log/read.ts";
import { memoryFolder } from "./folder.fixture.ts";
import { createVault, newIdentity, openVault, openVaultToWrite } from "./index.ts";
import { by, consent, machine, note, platform, sha, start } from "./vault.fixture.ts";

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
