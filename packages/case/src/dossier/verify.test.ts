/** A signed and stamped dossier: every byte of it, one after the other, and the ordinary commands over a sample. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createRandom } from "../../../../samples/lib/random.ts";
import { minisignKeyText } from "../sign/minisign.ts";
import { makeMinisignKey } from "../sign/minisign-key.ts";
import { sshKeyText } from "../sign/sshsig.ts";
import { timestampRequest } from "../timestamp/request.ts";
import { OPENSSL, testAuthority } from "../timestamp/tsa.fixture.ts";
import type { BagTree } from "./bag-tree.ts";
import { makeDossier } from "./build.ts";
import { checkManifests, TAGMANIFEST } from "./check-manifests.ts";
import { checkProofs, type Trusted, trustedFrom } from "./check-proofs.ts";
import { COMMANDS } from "./commands.ts";
import { MemoryBag, madeInput, madeLog, memory, PLATFORM, sumOf, writeFolder } from "./dossier.fixture.ts";
import { signDossier, takeSignature } from "./proofs.ts";
import { verifyDossier } from "./verify.ts";

const dir = mkdtempSync(join(tmpdir(), "contraluz-verify-"));
after(() => rmSync(dir, { recursive: true, force: true }));
const random = (n: number): Uint8Array => Uint8Array.from(randomBytes(n));
const AT = "2026-11-26T03:30:00Z";
const has = (program: string): boolean => spawnSync(program, ["--help"]).error === undefined;

const treeOf = (files: ReadonlyMap<string, Uint8Array>, others: readonly string[] = []): BagTree => ({
  files: new Map([...files].map(([n, b]) => [n, b.length])),
  others,
  open: async (path) => memory(files.get(path)!),
});

/** Everything with two signatures and, where openssl is there, two times. */
const files = new Map<string, Uint8Array>();
let trusted: Trusted;
let full: MemoryBag;

before(async () => {
  full = new MemoryBag();
  const made = await makeDossier(madeInput(), full, PLATFORM);
  assert.ok(made.ok);
  const list = full.bytes(TAGMANIFEST);
  const { key } = await makeMinisignKey(random);
  const add = (m: ReadonlyMap<string, Uint8Array>): void => {
    for (const [n, b] of m) files.set(n, b);
  };
  add(full.files);
  add(signDossier(list, key, "lab", AT));
  add(signDossier(list, { ...key, kind: "ssh" }, "lab", AT));
  const given = [
    trustedFrom(minisignKeyText({ id: key.id!, key: key.publicKey })),
    trustedFrom(sshKeyText(key.publicKey)),
  ];
  if (!OPENSSL)
    for (const name of ["hora1", "hora2"]) {
      const a = testAuthority(join(dir, name), { name });
      const request = timestampRequest(Buffer.from(sumOf(list), "hex"), random(16));
      files.set(`proofs/tagmanifest-sha256.txt.${name}.tsq`, request);
      files.set(`proofs/tagmanifest-sha256.txt.${name}.tsr`, a.answer(request));
      files.set(`proofs/keys/${name}.pem`, new TextEncoder().encode(a.chain));
      given.push(trustedFrom(a.root));
    }
  trusted = {
    minisign: given.flatMap((g) => g.minisign),
    ssh: given.flatMap((g) => g.ssh),
    roots: given.flatMap((g) => g.roots),
  };
});

const states = async (f: ReadonlyMap<string, Uint8Array>, t: Trusted | undefined = trusted, others: string[] = []) => {
  const v = await verifyDossier(treeOf(f, others), { platform: PLATFORM, ...(t ? { trusted: t } : {}) });
  return { v, fails: v.items.filter((i) => i.state === "fails").map((i) => i.code) };
};
const flipped = (name: string, at: number, mask: number): Map<string, Uint8Array> => {
  const b = files.get(name)!.slice();
  b[at]! ^= mask;
  return new Map(files).set(name, b);
};

test("it holds for who has the keys, and says to others what they cannot know", async () => {
  const { v, fails } = await states(files);
  assert.deepEqual(fails, []);
  assert.equal(v.verdict, "holds");
  assert.deepEqual(
    v.items.filter((i) => i.state === "unknown"),
    OPENSSL ? [{ code: "timestamp", state: "unknown", why: "no-timestamp", about: [], count: 0 }] : [],
  );
  assert.equal(v.attested.signatures.length, 2);
  assert.equal(v.attested.times.length, OPENSSL ? 0 : 2);
  assert.deepEqual([v.facts.committed, v.facts.disclosed, v.facts.entries, v.facts.edition], [7, 7, 5, "full"]);
  const stranger = (await states(files, { minisign: [], ssh: [], roots: [] })).v;
  assert.equal(stranger.verdict, "unproven");
  assert.ok(
    stranger.items
      .filter((i) => i.code === "signature")
      .every((i) => i.state === "unknown" && i.why === "key-not-given"),
  );
  const one = new Map([...files].filter(([n]) => !n.includes("hora2")));
  const alone = (await states(one)).v.items.some((i) => i.why === "one-authority" && i.state === "unknown");
  assert.equal(alone, OPENSSL === false);
  const bare = (await states(full.files)).v;
  assert.equal(bare.verdict, "unproven");
  assert.deepEqual(
    bare.items.filter((i) => i.state !== "holds").map((i) => i.why),
    ["no-signature", "no-timestamp"],
  );
});

test("every byte outside proofs/: changed, at least one check fails", async () => {
  let bytes = 0;
  for (const [name, content] of files) {
    if (name.startsWith("proofs/")) continue;
    // The lists name one hash for it. What comes before the byte is hashed once.
    const listed = sumOf(content);
    const before = createHash("sha256");
    for (let i = 0; i < content.length; i++) {
      const rest = content.slice(i);
      rest[0]! ^= 1 << (i % 8);
      assert.notEqual(before.copy().update(rest).digest("hex"), listed);
      before.update(content.subarray(i, i + 1));
      bytes++;
    }
    // And the check itself, for some of them.
    for (let i = 0; i < content.length; i += 1 + (content.length >> 2)) {
      const { items, tagmanifest } = await checkManifests(treeOf(flipped(name, i, 1 << (i % 8))), PLATFORM);
      const proofs = await checkProofs(treeOf(files), tagmanifest, trusted, PLATFORM);
      assert.ok(
        [...items, ...proofs.items].some((x) => x.state === "fails"),
        `${name} byte ${i}`,
      );
    }
  }
  assert.ok(bytes > 50_000);
  const signed = new Map([...files].filter(([n]) => /[./]lab\./.test(n)));
  for (let i = 0; i < files.get(TAGMANIFEST)!.length; i++) {
    const tagmanifest = flipped(TAGMANIFEST, i, 1 << (i % 8)).get(TAGMANIFEST)!;
    const proofs = await checkProofs(treeOf(signed), tagmanifest, trusted, PLATFORM);
    assert.equal(proofs.items.filter((x) => x.state === "fails").length, 2, `byte ${i}`);
  }
});

test("every byte inside proofs/: changed, it fails or attests the same", async () => {
  const whole = (await checkProofs(treeOf(files), files.get(TAGMANIFEST)!, trusted, PLATFORM)).attested;
  let failed = 0;
  let same = 0;
  for (const [name, content] of files) {
    // The second authority has the same form.
    if (!name.startsWith("proofs/") || name.includes("hora2")) continue;
    // Only what it stands beside: the others do not change.
    const label = /\.([a-z0-9]+)\.[a-z]+$/.exec(name)?.[1] ?? /keys\/([a-z0-9]+)\./.exec(name)![1]!;
    for (let i = 0; i < content.length; i++) {
      const some = new Map(
        [...flipped(name, i, 1 << (i % 8))].filter(([n]) => n.includes(`.${label}.`) || n.includes(`keys/${label}.`)),
      );
      const { items, attested } = await checkProofs(treeOf(some), files.get(TAGMANIFEST)!, trusted, PLATFORM);
      if (items.some((x) => x.state === "fails")) {
        failed++;
        continue;
      }
      same++;
      assert.deepEqual(
        attested.signatures,
        whole.signatures.filter((s) => s.label === label),
        `${name} byte ${i}`,
      );
      assert.deepEqual(
        attested.times,
        whole.times.filter((s) => s.label === label),
        `${name} byte ${i}`,
      );
    }
  }
  assert.ok(failed > 0 && same > 0, `${failed} fail, ${same} attest the same`);
});

test("a file that is added, removed, linked or another one fails", async () => {
  const without = (name: string): Map<string, Uint8Array> => new Map([...files].filter(([n]) => n !== name));
  for (const name of files.keys()) {
    if (name.startsWith("proofs/")) continue;
    const { fails } = await states(without(name));
    assert.ok(fails.includes("missing") || fails.includes("form"), `${name}: ${fails}`);
  }
  for (const name of ["data/x", "x.txt", "data/checks/0001/records/ios.x.jsonl", "tag/y"]) {
    const { fails } = await states(new Map(files).set(name, new Uint8Array(3)));
    assert.ok(fails.includes("added"), name);
  }
  assert.deepEqual((await states(files, trusted, ["data/link"])).fails, ["added"]);
  assert.deepEqual((await states(new Map(files).set("proofs/x", new Uint8Array(3)))).fails, []);
});

test("the ordinary commands over a sample of bytes: at least one of them fails", {
  skip: !has("sha256sum") && "sha256sum is not on this machine",
}, () => {
  const at = join(dir, "bag");
  writeFolder(at, files);
  const sh = (command: string): { code: number | null; out: string } => {
    const r = spawnSync("sh", ["-c", command], { cwd: at, encoding: "utf8" });
    return { code: r.status, out: r.stdout + r.stderr };
  };
  const good = (): boolean => {
    if (sh(COMMANDS.sums).code !== 0 || sh(COMMANDS.added).out !== "") return false;
    if (has("ssh-keygen") && !/^Good .*signature/m.test(sh(COMMANDS.ssh).out)) return false;
    if (has("minisign") && !/Signature and comment signature verified/.test(sh(COMMANDS.minisign).out)) return false;
    return OPENSSL !== false || (sh(COMMANDS.stamps).out.match(/^Verification: OK/gm)?.length ?? 0) === 2;
  };
  assert.ok(good());
  const outside = [...files].filter(([n]) => !n.startsWith("proofs/"));
  for (const [k, [name, content]] of outside.entries())
    for (const i of [(k * 7919) % content.length, content.length - 1]) {
      const b = content.slice();
      b[i]! ^= 1;
      writeFileSync(join(at, name), b);
      assert.ok(!good(), `${name} byte ${i}`);
      writeFileSync(join(at, name), content);
    }
  writeFileSync(join(at, "data/extra"), "x");
  assert.ok(!good());
  rmSync(join(at, "data/extra"));
  rmSync(join(at, "data/salts.txt"));
  assert.ok(!good());
  writeFileSync(join(at, "data/salts.txt"), files.get("data/salts.txt")!);
  assert.ok(good());
});

test("lists that were made anew hide nothing from the commitments, the log and the proofs", async () => {
  const again = (changes: Record<string, (text: string) => string>): Map<string, Uint8Array> => {
    const f = new Map(files);
    for (const [name, change] of Object.entries(changes)) {
      const before = Buffer.from(f.get(name)!).toString();
      const now = change(before);
      assert.notEqual(now, before);
      f.set(name, Buffer.from(now));
    }
    const line = (n: string): string => `${sumOf(f.get(n)!)}  ${n}\n`;
    const names = [...f.keys()].filter((n) => !n.startsWith("proofs/")).sort();
    f.set(
      "manifest-sha256.txt",
      Buffer.from(
        names
          .filter((n) => n.startsWith("data/"))
          .map(line)
          .join(""),
      ),
    );
    f.set(
      TAGMANIFEST,
      Buffer.from(
        names
          .filter((n) => !n.startsWith("data/") && n !== TAGMANIFEST)
          .map(line)
          .join(""),
      ),
    );
    return f;
  };
  const fails = async (changes: Record<string, (text: string) => string>): Promise<string[]> =>
    [...new Set((await states(again(changes))).fails)].filter(
      (c) => c !== "signature" && c !== "timestamp" && c !== "oxum",
    );
  const sms = "data/checks/0001/records/ios.sms.jsonl";
  assert.deepEqual(await fails({ [sms]: (t) => t.replace("uno", "una") }), ["records", "results"]);
  assert.deepEqual(await fails({ [sms]: (t) => t.split("\n").slice(1).join("\n") }), ["records", "results"]);
  assert.deepEqual(await fails({ [sms]: (t) => `${t}{}\n` }), ["records", "results"]);
  assert.deepEqual(await fails({ "data/commitments.txt": (t) => t.split("\n").slice(2).join("\n") }), ["records"]);
  assert.deepEqual(await fails({ "data/salts.txt": (t) => t.replace(/^./, (c) => (c === "0" ? "1" : "0")) }), [
    "records",
  ]);
  assert.deepEqual(await fails({ "data/checks/0001/result.json": (t) => t.replace("Enlace uno", "Enlace dos") }), [
    "results",
    "custody-data",
  ]);
  // What it says of its records and findings holds; only the log knows that it was another one.
  assert.deepEqual(await fails({ "data/checks/0001/result.json": (t) => t.replace("iPhone 8", "iPhone 9") }), [
    "custody-data",
  ]);
  assert.deepEqual(await fails({ "data/custody.jsonl": (t) => t.replace('"r1"', '"r9"') }), ["custody"]);
  assert.deepEqual(await fails({ "data/custody.jsonl": (t) => t.split("\n").slice(0, 3).join("\n") }), [
    "custody",
    "custody-data",
  ]);
  assert.deepEqual(await fails({ "data/custody-data.txt": (t) => t.replace("Un enlace", "Dos") }), ["custody-data"]);
  const { v } = await states(again({ [sms]: (t) => t.replace("uno", "una") }));
  assert.equal(
    v.items.filter((i) => i.code === "signature").every((i) => i.state === "fails"),
    true,
  );
});

test("a redacted edition is tied to its full one", async () => {
  const list = full.bytes(TAGMANIFEST);
  const log = madeLog();
  const whole = new MemoryBag();
  const made = await makeDossier(madeInput({ custody: log }), whole, PLATFORM);
  assert.ok(made.ok);
  const cut = new MemoryBag();
  const edition = {
    kind: "redacted",
    of: made.tagmanifest,
    commitments: made.commitments,
    withheld: (w: { kind: string }) => w.kind === "record",
  } as const;
  assert.ok((await makeDossier(madeInput({ custody: log, edition }), cut, PLATFORM)).ok);
  const check = async (of?: ReadonlyMap<string, Uint8Array>) => {
    const v = await verifyDossier(treeOf(cut.files), { platform: PLATFORM, ...(of ? { full: treeOf(of) } : {}) });
    assert.deepEqual(
      v.items.filter((i) => i.state === "fails" && i.code !== "full-edition"),
      [],
    );
    return v.items.find((i) => i.code === "full-edition")?.state;
  };
  assert.equal(await check(), "unknown");
  assert.equal(await check(whole.files), "holds");
  const { signatures } = (await checkProofs(treeOf(files), list, trusted, PLATFORM)).attested;
  assert.equal(signatures.length, 2);
  assert.equal(await check(new Map(whole.files).set(TAGMANIFEST, new Uint8Array(4))), "fails");
  const list2 = Buffer.concat([whole.bytes("manifest-sha256.txt"), Buffer.from(`${sumOf("x")}  data/x\n`)]);
  assert.equal(await check(new Map(whole.files).set("manifest-sha256.txt", new Uint8Array(list2))), "fails");
});

test("a redacted edition that names no full one is compared by what both commit to", async () => {
  const cut = new MemoryBag();
  const edition = { kind: "redacted", withheld: (w: { kind: string }) => w.kind === "record" } as const;
  assert.ok((await makeDossier(madeInput({ edition }), cut, PLATFORM)).ok);
  const other = new MemoryBag();
  assert.ok((await makeDossier(madeInput({ checks: [] }), other, PLATFORM)).ok);
  const states: (string | undefined)[] = [];
  for (const given of [undefined, full.files, other.files]) {
    const whole = given ? { full: treeOf(given) } : {};
    const v = await verifyDossier(treeOf(cut.files), { platform: PLATFORM, ...whole });
    states.push(v.items.find((i) => i.code === "full-edition")?.state);
  }
  assert.deepEqual(states, [undefined, "holds", "fails"]);
});

test("a signature that was made elsewhere is taken only if it holds", async () => {
  const list = files.get(TAGMANIFEST)!;
  const ssh = files.get("proofs/tagmanifest-sha256.txt.lab.sig")!;
  const mini = files.get("proofs/tagmanifest-sha256.txt.lab.minisig")!;
  assert.deepEqual(
    [...takeSignature(list, ssh, "lab")!.keys()],
    ["proofs/tagmanifest-sha256.txt.lab.sig", "proofs/keys/lab.allowed_signers"],
  );
  assert.ok(takeSignature(list, mini, "lab", trusted.minisign[0]));
  assert.equal(takeSignature(list, mini, "lab"), undefined);
  assert.equal(takeSignature(list.subarray(1), ssh, "lab"), undefined);
  assert.throws(
    () => signDossier(list, { kind: "ssh", seed: random(32), publicKey: random(32), comment: "" }, "../x", AT),
    { code: "usage" },
  );
});

test("hostile bags end in an answer", async () => {
  const rnd = createRandom(8493);
  const names = [...files.keys()];
  for (let n = 0; n < 120; n++) {
    const f = new Map(files);
    for (let k = rnd.below(3); k >= 0; k--) {
      const name = names[rnd.below(names.length)]!;
      const b = f.get(name)!.slice(0, n % 3 === 0 ? rnd.below(f.get(name)!.length + 1) : undefined);
      for (let j = 0; j < 3 && b.length > 0; j++) b[rnd.below(b.length)] = rnd.below(256);
      f.set(name, b);
    }
    await states(f);
  }
  for (const evil of ["../x", "/etc/passwd", "data/../x", "data/a\u001b[2J", "data//x"]) {
    const f = new Map(files).set("manifest-sha256.txt", Buffer.from(`${"0".repeat(64)}  ${evil}\n`));
    assert.ok((await states(f)).fails.includes("form"), evil);
  }
});
