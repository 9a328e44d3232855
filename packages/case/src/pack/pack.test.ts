/** A pack: exactly what the scope's check reads, and on the other side the same result, whatever the evidence came in. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { RandomAccess, Result } from "@contraluz/core";
import { BUILTIN_SET, type CompiledIndicators, compileIndicators } from "@contraluz/detection";
import { check } from "@contraluz/engine";
import {
  type Container,
  pack as packed,
  memoryFolder as resultMemory,
  SAMPLE,
} from "@contraluz/engine/check.fixture.ts";
import { readTar } from "@contraluz/formats/tar/index.ts";
import { inputOf, nodePlatform } from "@contraluz/platform-node";
import { encodeStructure, ResultWriter } from "@contraluz/store";
import { Decrypter } from "age-encryption";
import { scopeOf } from "../consent/gate.ts";
import type { Consent } from "../consent/types.ts";
import type { CaseMachine } from "../machine.ts";
import { memoryFolder } from "../vault/folder.fixture.ts";
import { checkInCase, createVault, newIdentity, type OpenVault, openCopy } from "../vault/index.ts";
import { makePack, type PackOptions } from "./make.ts";
import { type PartFolder, writeParts } from "./parts.ts";
import { readFront, receivePack } from "./receive.ts";

const platform = nodePlatform();
const machine: CaseMachine = {
  platform,
  now: () => "2026-11-26T03:30:00Z",
  random: (n) => Uint8Array.from(randomBytes(n)),
};
const CONSENT: Consent = {
  id: "c1",
  person: { label: "p1" },
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
const CONTEXT = {
  asOf: "",
  custody: [["2024-05-01T00:00:00Z", "2024-05-03T00:00:00Z"]] as const,
  known: ["com.example"],
};

let dir = "";
let key = { identity: "", recipient: "" };
let compiled: CompiledIndicators;
before(async () => {
  dir = mkdtempSync(join(tmpdir(), "pack-"));
  key = await newIdentity();
  compiled = await compileIndicators([BUILTIN_SET]);
});
after(() => rmSync(dir, { recursive: true }));

const optionsOf = (consent: Consent): PackOptions => ({
  machine,
  scope: scopeOf(consent),
  context: CONTEXT,
  compiled,
  version: "t",
  consent,
});

interface Memory extends PartFolder {
  readonly files: Map<string, Uint8Array>;
  puts: number;
}
function memory(files = new Map<string, Uint8Array>()): Memory {
  return {
    files,
    puts: 0,
    read: async (n) => files.get(n),
    async put(n, b) {
      this.puts++;
      files.set(n, b.slice());
    },
    async remove(n) {
      files.delete(n);
    },
  };
}
const partsOf = (m: Memory): (() => Promise<RandomAccess>)[] =>
  [...m.files.keys()]
    .filter((n) => n.endsWith(".age"))
    .sort()
    .map((n) => async () => ({
      size: m.files.get(n)!.length,
      read: async (at, k) => m.files.get(n)!.slice(at, at + k),
    }));

async function sent(
  path: string,
  consent = CONSENT,
  part = 200_000,
): Promise<{ folder: Memory; result: Result; packedFiles: number }> {
  const p = await makePack(await inputOf(path), optionsOf(consent));
  const folder = memory();
  await writeParts(p, [key.recipient], folder, { machine, part });
  await p.close();
  return { folder, result: p.result, packedFiles: p.head.packed.files };
}

async function vault(): Promise<OpenVault> {
  const to = { recipients: [key.recipient] };
  return createVault(memoryFolder(), { title: "", lang: "es", actor: "r1", to }, machine);
}

/** What the check of the path itself gives. */
async function straight(path: string, consent = CONSENT): Promise<Result> {
  const writer = new ResultWriter(resultMemory(), platform);
  const scope = scopeOf(consent);
  return check([await inputOf(path)], {
    platform,
    compiled,
    writer,
    version: "t",
    context: CONTEXT,
    scope,
    workers: 0,
  });
}

async function received(folder: Memory, consent = CONSENT): Promise<Result> {
  const v = await vault();
  const got = await receivePack(v, partsOf(folder), [key.identity]);
  assert.deepEqual(got.consent, consent);
  await v.write({ actor: "r1", action: "consent", data: { consent: got.consent! } });
  for (const [from, to] of got.head.context.custody)
    await v.write({ actor: "r1", action: "window", data: { from, to, why: "" } });
  await v.write({ actor: "r1", action: "known", data: { values: got.head.context.known } });
  await v.write({ actor: "r1", action: "intake", data: { evidence: [got.taken], how: "copy" } });
  const { result } = await checkInCase(v, [await openCopy(v, got.taken)], {
    actor: "r1",
    compiled,
    version: "t",
    workers: 0,
    hash: "read",
  });
  return result;
}

for (const kind of ["folder", "zip, stored", "zip, deflated", "tar", "tar.gz"] as const) {
  test(`the other side's check of a pack of a ${kind} gives the same result`, async () => {
    const path = kind === "folder" ? SAMPLE : packed(SAMPLE, kind as Container);
    const { folder, result } = await sent(path);
    const expected = encodeStructure(await straight(path));
    assert.equal(encodeStructure(result), expected, "the sender's");
    assert.equal(encodeStructure(await received(folder)), expected, "the receiver's");
  });
}

const NARROW: Consent = { ...CONSENT, artifacts: ["ios/safari-history"] };

test("what the scope leaves out is not in the pack, but for its hash", async () => {
  // Something that no check reads.
  const path = join(dir, "with-photo");
  cpSync(SAMPLE, path, { recursive: true });
  writeFileSync(join(path, "una-foto.jpg"), "secreto-que-nadie-lee");
  const { folder, packedFiles } = await sent(path, NARROW);
  const all = await sent(path);
  assert.ok(packedFiles < all.packedFiles, `${packedFiles} < ${all.packedFiles}`);
  const names: string[] = [];
  let leftOut = "";
  const text = (async function* () {
    for (const open of partsOf(folder)) {
      const source = await open();
      const d = new Decrypter();
      d.addIdentity(key.identity);
      const bytes = await d.decrypt(await source.read(0, source.size));
      assert.ok(!Buffer.from(bytes).includes("secreto-que-nadie-lee"));
      yield bytes;
    }
  })();
  for await (const e of readTar(text, (p) => assert.fail(p.code))) {
    names.push(e.name);
    if (e.name === "left-out.jsonl") for await (const p of e.stream()) leftOut += Buffer.from(p).toString();
  }
  assert.ok(names.includes("evidence/Manifest.db"));
  assert.ok(!names.includes("evidence/una-foto.jpg"));
  const { createHash } = await import("node:crypto");
  assert.ok(leftOut.includes(createHash("sha256").update("secreto-que-nadie-lee").digest("hex")));
  assert.equal(encodeStructure(await received(folder, NARROW)), encodeStructure(await straight(path, NARROW)));
});

test("an interrupted pack goes on: parts that are whole are not made again, a torn one is", async () => {
  const files = new Map<string, Uint8Array>();
  const stops = memory(files);
  const put = stops.put.bind(stops);
  let left = 5;
  stops.put = async (n, b) => {
    if (left-- <= 0) throw new Error("full");
    await put(n, b);
  };
  const open = async (): Promise<Awaited<ReturnType<typeof makePack>>> =>
    makePack(await inputOf(SAMPLE), optionsOf(CONSENT));
  const first = await open();
  await assert.rejects(writeParts(first, [key.recipient], stops, { machine, part: 100_000 }), /full/);
  await first.close();
  const whole = [...files.keys()].filter((n) => n.endsWith(".age")).sort();
  assert.equal(whole.length, 3);
  const keep = files.get(whole[0]!)!;
  files.set(whole[1]!, files.get(whole[1]!)!.subarray(0, 1000));
  const again = memory(files);
  const second = await open();
  assert.equal(second.id, first.id);
  const notes = await writeParts(second, [key.recipient], again, { machine, part: 100_000 });
  await second.close();
  assert.equal(files.get(whole[0]!), keep);
  assert.ok(files.get(whole[1]!)!.length > 1000);
  assert.ok([...files.keys()].every((n) => n.endsWith(".age")));
  assert.equal(notes.length, files.size);
  await received(again);
});

test("a pack that is not whole, was changed or is for somebody else leaves nothing", async () => {
  const { folder } = await sent(SAMPLE);
  const parts = partsOf(folder);
  assert.ok(parts.length > 3);
  const front = await readFront(parts.slice(0, 1), [key.identity], platform);
  assert.equal(front.consent?.id, "c1");
  const v = await vault();
  const names = [...folder.files.keys()].sort();
  const cases: [string, (() => Promise<RandomAccess>)[], string[], string][] = [
    ["the last part is missing", parts.slice(0, -1), [key.identity], "pack-damaged"],
    ["a part in the middle is missing", [...parts.slice(0, 1), ...parts.slice(2)], [key.identity], "pack-damaged"],
    ["parts in another order", [parts[0]!, parts[2]!, parts[1]!, ...parts.slice(3)], [key.identity], "pack-damaged"],
    ["another key", parts, [(await newIdentity()).identity], "case-key"],
  ];
  for (const at of [40, 300, 100_000]) {
    const bad = memory(new Map(folder.files));
    const bytes = bad.files.get(names[1]!)!.slice();
    bytes[Math.min(at, bytes.length - 1)]! ^= 1;
    bad.files.set(names[1]!, bytes);
    cases.push([`byte ${at}`, partsOf(bad), [key.identity], at < 300 ? "" : "pack-damaged"]);
  }
  for (const [what, p, ids, code] of cases) {
    await assert.rejects(
      receivePack(v, p, ids),
      (e: { code?: string }) => (code === "" ? true : e.code === code),
      what,
    );
    assert.deepEqual(await v.files.list("evidence"), [], what);
  }
});

test("keys that open a capture stay at home, unless they were asked for", async () => {
  const path = join(dir, "capture");
  mkdirSync(path);
  // An empty classic capture of Ethernet, and a key log as browsers write it.
  const pcap = Buffer.alloc(24);
  pcap.writeUInt32LE(0xa1b2c3d4, 0);
  pcap.writeUInt16LE(2, 4);
  pcap.writeUInt16LE(4, 6);
  pcap.writeUInt32LE(65_535, 16);
  pcap.writeUInt32LE(1, 20);
  writeFileSync(join(path, "a.pcap"), pcap);
  writeFileSync(join(path, "keys.txt"), `CLIENT_RANDOM ${"ab".repeat(32)} ${"cd".repeat(48)}\n`);
  const p = await makePack(await inputOf(path), optionsOf(CONSENT));
  assert.deepEqual([p.head.packed.files, p.head.leftOut.files], [1, 1]);
  for await (const piece of p.bytes()) assert.ok(!Buffer.from(piece).includes("cdcdcdcd"));
  await p.close();
  const o = optionsOf(CONSENT);
  const asked = await makePack(await inputOf(path), { ...o, scope: { ...o.scope, keys: true } });
  assert.equal(asked.head.packed.files, 2);
  await asked.close();
});
