/** The inbox: packs and evidence become cases, once; what cannot be done is set aside with its reason; a stop in between loses nothing. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { before, test } from "node:test";
import { LANGS, type VaultFolder } from "@contraluz/core";
import { BUILTIN_SET, type CompiledIndicators, compileIndicators } from "@contraluz/detection";
import { SAMPLE } from "@contraluz/engine/check.fixture.ts";
import { writeTar } from "@contraluz/formats/tar/write.ts";
import { inputOf, nodePlatform } from "@contraluz/platform-node";
import { Encrypter } from "age-encryption";
import { scopeOf } from "../consent/gate.ts";
import type { Consent } from "../consent/types.ts";
import type { CaseMachine } from "../machine.ts";
import { makePack, writeParts } from "../pack/index.ts";
import { type MemoryFolder, memoryFolder, PowerCut } from "../vault/folder.fixture.ts";
import { createVault, newIdentity, openVault, openVaultToWrite } from "../vault/index.ts";
import { type Arrival, type Arrivals, type CaseShelf, caseRows, tableText, takeIn } from "./index.ts";

const platform = nodePlatform();
const machine: CaseMachine = {
  platform,
  now: () => "2026-11-26T03:30:00Z",
  random: (n) => Uint8Array.from(randomBytes(n)),
};
const consentOf = (label: string, more: Partial<Consent> = {}): Consent => ({
  id: "c1",
  person: { label },
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
  ...more,
});

let key = { identity: "", recipient: "" };
let compiled: CompiledIndicators;
before(async () => {
  key = await newIdentity();
  compiled = await compileIndicators([BUILTIN_SET]);
});

type Files = Map<string, Uint8Array>;
const access = (b: Uint8Array) => ({ size: b.length, read: async (at: number, n: number) => b.slice(at, at + n) });

/** A folder of arrivals: files in memory, and folders of the disk that are evidence. */
function arrivals(files: Files, evidence: ReadonlyMap<string, string> = new Map()): Arrivals {
  const names = (): string[] => [...files.keys(), ...evidence.keys()];
  return {
    async list(folder) {
      const head = folder === "" ? "" : `${folder}/`;
      const inside = names().filter((n) => n.startsWith(head));
      const first = [...new Set(inside.map((n) => n.slice(head.length).split("/")[0]!))].sort();
      return first.map((name) => ({ name, kind: files.has(head + name) ? ("file" as const) : ("folder" as const) }));
    },
    open: async (path) => access(files.get(path)!),
    async input(path) {
      const there = evidence.get(path);
      if (there !== undefined) return inputOf(there);
      const bytes = files.get(path)!;
      return { name: path, file: { kind: "host", handle: access(bytes), size: bytes.length } };
    },
  };
}

interface Shelf extends CaseShelf {
  readonly folders: Map<string, MemoryFolder>;
  /** Writes until the power is cut, over all cases. */
  left: number;
}
function shelf(saved: ReadonlyMap<string, Files> = new Map()): Shelf {
  const folders = new Map([...saved].map(([n, f]) => [n, memoryFolder(new Map(f))]));
  const s: Shelf = {
    folders,
    left: Number.POSITIVE_INFINITY,
    list: async () =>
      [...folders]
        .filter(([, f]) => f.files.has("case.json"))
        .map(([n]) => n)
        .sort(),
    folder(name): VaultFolder {
      let f = folders.get(name);
      if (!f) folders.set(name, (f = memoryFolder()));
      const counted = f;
      return new Proxy(counted, {
        get(target, property, receiver) {
          // One count for all.
          counted.left = s.left;
          const value = Reflect.get(target, property, receiver);
          if (typeof value !== "function") return value;
          return async (...a: unknown[]) => {
            try {
              return await value.apply(target, a);
            } finally {
              s.left = counted.left;
            }
          };
        },
      });
    },
  };
  return s;
}

const options = () => ({
  machine,
  identities: [key.identity],
  recipients: [key.recipient],
  actor: "r1",
  lang: "es" as const,
  compiled,
  version: "t",
  workers: 0,
});

async function packInto(
  files: Files,
  consent: Consent | undefined,
  to = key.recipient,
  path = SAMPLE,
  known: readonly string[] = [],
): Promise<string> {
  const scope = scopeOf(consent ?? consentOf("x"));
  const p = await makePack(await inputOf(path), {
    machine,
    scope,
    context: { asOf: "", custody: [["2024-05-01T00:00:00Z", "2024-05-02T00:00:00Z"]], known },
    compiled,
    version: "t",
    ...(consent ? { consent } : {}),
  });
  await writeParts(
    p,
    [to],
    {
      read: async (n) => files.get(n),
      put: async (n, b) => void files.set(n, b.slice()),
      remove: async (n) => void files.delete(n),
    },
    { machine, part: 150_000 },
  );
  await p.close();
  return p.id;
}

test("packs become cases, once; the sender's result is compared; the table tells all", async () => {
  const files: Files = new Map();
  const [a, b] = [consentOf("ana"), consentOf("beto", { artifacts: ["ios/safari-history"] })];
  const ids = [await packInto(files, a), await packInto(files, b)];
  const cases = shelf();
  const first = await takeIn(arrivals(files), cases, options());
  assert.deepEqual(first.map((x) => [x.outcome, x.case]).sort(), [
    ["new", "2026-11-26-ana"],
    ["new", "2026-11-26-beto"],
  ]);
  for (const x of first) {
    const v = await openVault(cases.folders.get(x.case!)!, { identities: [key.identity] }, machine);
    assert.deepEqual(v.trouble, []);
    assert.equal(v.state.reproduced[0]?.equal, true, JSON.stringify(v.state.reproduced));
    assert.deepEqual(
      v.state.windows.map((w) => w.from),
      ["2024-05-01T00:00:00Z"],
    );
    assert.equal(v.state.checks.length, 1);
    assert.ok(ids.includes(v.state.packs[0]!.id));
  }
  const again = await takeIn(arrivals(files), cases, options());
  assert.deepEqual(
    again.map((x) => x.outcome),
    ["known", "known"],
  );
  const rows = await caseRows(cases, { identities: [key.identity] }, machine);
  assert.deepEqual(
    rows.map((r) => r.verdict),
    first.map((x) => x.verdict).sort(),
  );
  for (const lang of LANGS)
    for (const width of [40, 80, 140]) {
      const text = tableText(rows, { lang, width, waiting: (w) => w });
      assert.ok(text.includes("2026-11-26-ana"));
      for (const line of text.split("\n")) assert.ok(line.length <= width, `${width}: ${line}`);
    }
});

test("what cannot be done is set aside with its reason, and the rest goes on", async () => {
  const files: Files = new Map();
  const waiting = await packInto(files, consentOf("ana"));
  const parts = [...files.keys()].sort();
  assert.ok(parts.length >= 2, String(parts.length));
  files.delete(parts.at(-1)!);
  const other = await newIdentity();
  const theirs = await packInto(files, consentOf("otra"), other.recipient);
  const old = await packInto(files, consentOf("tarde", { keepUntil: "2026-01-01" }));
  const noCopies = await packInto(files, consentOf("sin-copias", { copies: false }));
  const without = await packInto(files, undefined);
  const bad = await packInto(files, consentOf("rota", { artifacts: ["ios/safari-history"] }));
  const torn = [...files.keys()]
    .filter((n) => n.includes(bad))
    .sort()
    .at(-1)!;
  files.set(torn, files.get(torn)!.subarray(0, 5000));
  const good = await packInto(files, consentOf("bien"));
  files.set("foto.jpg", new Uint8Array(10));
  const cases = shelf();
  const got = new Map((await takeIn(arrivals(files), cases, options())).map((x): [string, Arrival] => [x.what, x]));
  assert.deepEqual(got.get(waiting), { what: waiting, outcome: "waiting", missing: [parts.length] });
  assert.equal(got.get(theirs)!.why, "other-key");
  assert.equal(got.get(old)!.why, "consent-refuses");
  assert.equal(got.get(noCopies)!.why, "consent-refuses");
  assert.equal(got.get(without)!.why, "no-consent");
  assert.equal(got.get(bad)!.why, "damaged");
  assert.equal(got.get("foto.jpg")!.why, "no-consent");
  assert.equal(got.get(good)!.outcome, "new");
  // A pack that does not hold leaves no case.
  assert.deepEqual(await cases.list(), ["2026-11-26-bien"]);
});

test("evidence in the folder of its case joins it, under its consent; without one it waits", async () => {
  const cases = shelf();
  const make = async (name: string, c?: Consent): Promise<void> => {
    const to = { recipients: [key.recipient] };
    const v = await createVault(cases.folder(name), { title: name, lang: "es", actor: "r1", to }, machine);
    if (c) await v.write({ actor: "r1", action: "consent", data: { consent: c } });
    await v.close();
  };
  await make("ana", consentOf("ana", { artifacts: ["ios/safari-history"] }));
  await make("beto", consentOf("beto", { copies: false }));
  await make("carla");
  const evidence = new Map([
    ["ana/phone", SAMPLE],
    ["beto/phone", SAMPLE],
    ["carla/phone", SAMPLE],
  ]);
  const files: Files = new Map([["ana/notas.txt", Buffer.from("no es evidencia")]]);
  const run = async (): Promise<Map<string, Arrival>> =>
    new Map((await takeIn(arrivals(files, evidence), cases, options())).map((x) => [x.what, x]));
  const got = await run();
  assert.equal(got.get("ana/phone")!.outcome, "joined");
  assert.equal(got.get("beto/phone")!.outcome, "joined");
  assert.equal(got.get("carla/phone")!.why, "no-consent");
  assert.equal(got.get("ana/notas.txt")!.why, "not-evidence");
  const state = async (n: string) =>
    (await openVault(cases.folders.get(n)!, { identities: [key.identity] }, machine)).state;
  assert.equal((await state("ana")).evidence[0]!.how, "copy");
  const beto = await state("beto");
  assert.equal(beto.evidence[0]!.how, "hash");
  assert.equal(beto.checks.length, 1);
  assert.ok(![...cases.folders.get("beto")!.files.keys()].some((f) => f.startsWith("evidence/")));
  const again = await run();
  assert.equal(again.get("ana/phone")!.outcome, "known");
  assert.equal(again.get("beto/phone")!.outcome, "known");
});

test("wherever the power is cut while a pack is taken in, the next run ends with one case, one copy and one check", async () => {
  const files: Files = new Map();
  await packInto(files, consentOf("ana", { artifacts: ["ios/safari-history"] }));
  let cuts = 0;
  for (let left = 0; ; left += 3) {
    const cases = shelf();
    cases.left = left;
    const stopped = await takeIn(arrivals(files), cases, options()).then(
      (l) => l.some((a) => a.detail === "the power was cut"),
      (e) => {
        assert.ok(e instanceof PowerCut, String(e));
        return true;
      },
    );
    const after = shelf(new Map([...cases.folders].map(([n, f]) => [n, f.files])));
    await takeIn(arrivals(files), after, options());
    const names = await after.list();
    const full = [];
    for (const n of names) {
      const v = await openVault(after.folders.get(n)!, { identities: [key.identity] }, machine);
      assert.deepEqual(v.trouble, [], `cut at ${left}`);
      if (v.state.checks.length > 0) full.push(v.state);
    }
    assert.equal(full.length, 1, `cut at ${left}: ${names}`);
    assert.equal(full[0]!.checks.length, 1, `cut at ${left}`);
    assert.equal(full[0]!.evidence.length, 1, `cut at ${left}`);
    if (!stopped) break;
    cuts++;
    assert.ok(left < 3000);
  }
  assert.ok(cuts > 5, String(cuts));
});

test("a pack never changes what the person told the case, and a consent that was taken back opens no other", async () => {
  const cases = shelf();
  const narrow = consentOf("ana", { artifacts: ["ios/safari-history"] });
  const first: Files = new Map();
  await packInto(first, narrow);
  const [made] = await takeIn(arrivals(first), cases, options());
  assert.equal(made!.outcome, "new");
  const folder = (): MemoryFolder => cases.folders.get(made!.case!)!;
  const open = () => openVault(folder(), { identities: [key.identity] }, machine);
  // The same evidence, under words that allow more.
  const wider: Files = new Map();
  const id = await packInto(wider, { ...narrow, publication: "anonymous" });
  const [second] = await takeIn(arrivals(wider), cases, options());
  assert.deepEqual(
    [second!.what, second!.outcome, second!.why, second!.case],
    [id, "aside", "other-consent", made!.case],
  );
  assert.equal((await open()).state.consents.length, 1);
  assert.equal((await open()).state.evidence.length, 1);
  // It is taken back: neither the same words nor others bring anything in again.
  const w = await openVaultToWrite(folder(), { identities: [key.identity] }, machine);
  await w.write({ actor: "r1", action: "withdrawal", data: { why: "ya no", by: "ana" } });
  await w.close();
  const more: Files = new Map();
  await packInto(more, narrow, key.recipient, SAMPLE, ["otro"]);
  const [back] = await takeIn(arrivals(more), cases, options());
  assert.deepEqual([back!.outcome, back!.why, back!.detail], ["aside", "consent-refuses", "not consented: withdrawn"]);
  const [again] = await takeIn(arrivals(wider), cases, options());
  assert.deepEqual([again!.outcome, again!.why], ["aside", "consent-refuses"]);
  assert.equal((await open()).state.evidence.length, 1);
  assert.deepEqual(await cases.list(), [made!.case]);
});

test("files that are called like the parts of a pack do not keep it out", async () => {
  const files: Files = new Map();
  const id = await packInto(files, consentOf("ana", { artifacts: ["ios/safari-history"] }));
  const part = [...files.keys()].sort()[0]!;
  files.set(`contraluz-${id}-001-of-001.age`, files.get(part)!);
  const other = await packInto(new Map(), consentOf("beto", { artifacts: ["ios/safari-history"] }));
  for (const [n, b] of [...files]) if (!n.includes("of-001")) files.set(n.replace(id, other), b);
  const cases = shelf();
  const got = await takeIn(arrivals(files), cases, options());
  const said = got.map((a) => [a.what, a.outcome, a.why]);
  assert.ok(
    said.some(([w, o]) => w === id && o === "new"),
    JSON.stringify(said),
  );
  assert.ok(
    said.some(([w, o, y]) => w === other && o === "aside" && y === "damaged"),
    JSON.stringify(said),
  );
  assert.equal((await cases.list()).length, 1);
});

test("one intake at a time; a folder that cannot be read keeps nothing else out", async () => {
  const files: Files = new Map();
  await packInto(files, consentOf("ana", { artifacts: ["ios/safari-history"] }));
  const cases = shelf();
  await assert.rejects(takeIn(arrivals(files), { ...cases, lock: async () => undefined }, options()), {
    code: "case-busy",
  });
  const to = { recipients: [key.recipient] };
  await (await createVault(cases.folder("beto"), { title: "", lang: "es", actor: "r1", to }, machine)).close();
  const inside = arrivals(files, new Map([["beto/phone", SAMPLE]]));
  const broken: Arrivals = {
    ...inside,
    list: (f) => (f === "beto" ? Promise.reject(new Error("EACCES")) : inside.list(f)),
  };
  const got = await takeIn(broken, cases, options());
  assert.deepEqual(got.map((a) => a.outcome).sort(), ["aside", "new"]);
});

test("what a pack says of itself is shown as one plain line, whatever it is", async () => {
  const heads = [
    { schema: "x\u001b[2J\nnada" },
    { schema: { toString: 1 } },
    { schema: "contraluz/pack@1", evidence: { id: "a".repeat(64), name: "x", kind: { toString: 1 } } },
    null,
  ];
  const files: Files = new Map();
  for (const [i, head] of heads.entries()) {
    const bytes = Buffer.from(JSON.stringify(head));
    const file = {
      name: "pack.json",
      size: bytes.length,
      async *bytes() {
        yield bytes;
      },
    };
    const pieces: Uint8Array[] = [];
    for await (const piece of writeTar([file])) pieces.push(piece);
    const e = new Encrypter();
    e.addRecipient(key.recipient);
    files.set(`contraluz-000000000000000${i}-001-of-001.age`, await e.encrypt(Uint8Array.from(Buffer.concat(pieces))));
  }
  const got = await takeIn(arrivals(files), shelf(), options());
  assert.deepEqual(
    got.map((a) => a.why),
    heads.map(() => "damaged"),
  );
  for (const a of got) assert.match(a.detail!, /^[^\p{C}]+$/u);
});
