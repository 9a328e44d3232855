/** What a check must not let pass: a time without a maker, proofs out of sight, names that are one name elsewhere. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { minisignKeyText } from "../sign/minisign.ts";
import { makeMinisignKey } from "../sign/minisign-key.ts";
import { timestampRequest } from "../timestamp/request.ts";
import { OPENSSL, testAuthority } from "../timestamp/tsa.fixture.ts";
import type { BagTree } from "./bag-tree.ts";
import { makeDossier } from "./build.ts";
import { readManifest, TAGMANIFEST } from "./check-manifests.ts";
import { NOBODY, type Trusted, trustedFrom } from "./check-proofs.ts";
import { withoutLetter } from "./consent.ts";
import { MemoryBag, madeInput, madeResult, memory, PLATFORM, sumOf } from "./dossier.fixture.ts";
import { NameGuard } from "./guard.ts";
import { signDossier } from "./proofs.ts";
import { redactedResult, saysDevice } from "./redact.ts";
import { verifyReport } from "./text.ts";
import { verifyDossier } from "./verify.ts";
import type { Verified } from "./verify-types.ts";

const dir = mkdtempSync(join(tmpdir(), "contraluz-strict-"));
after(() => rmSync(dir, { recursive: true, force: true }));
const random = (n: number): Uint8Array => Uint8Array.from(randomBytes(n));

const treeOf = (files: ReadonlyMap<string, Uint8Array>): BagTree => ({
  files: new Map([...files].map(([n, b]) => [n, b.length])),
  others: [],
  open: async (path) => memory(files.get(path)!),
});
const verified = (files: ReadonlyMap<string, Uint8Array>, trusted: Trusted): Promise<Verified> =>
  verifyDossier(treeOf(files), { platform: PLATFORM, trusted });

async function made(): Promise<{ readonly files: Map<string, Uint8Array>; readonly list: Uint8Array }> {
  const bag = new MemoryBag();
  assert.ok((await makeDossier(madeInput(), bag, PLATFORM)).ok);
  return { files: new Map(bag.files), list: bag.bytes(TAGMANIFEST) };
}

test("a known time without a known signature proves no maker; who names an authority gets no less", {
  skip: OPENSSL,
}, async () => {
  const { files, list } = await made();
  const { key } = await makeMinisignKey(random);
  const mini = trustedFrom(minisignKeyText({ id: key.id!, key: key.publicKey }));
  const tsa = testAuthority(join(dir, "tsa"));
  const { roots } = trustedFrom(tsa.root);
  const stamped = new Map(files);
  const question = timestampRequest(Buffer.from(sumOf(list), "hex"), random(16));
  stamped.set("proofs/tagmanifest-sha256.txt.t.tsr", tsa.answer(question));
  const signed = new Map([...files, ...signDossier(list, key, "lab", "2026-11-26T03:30:00Z")]);
  assert.equal((await verified(stamped, { ...NOBODY, roots })).verdict, "unproven");
  assert.equal((await verified(stamped, { ...mini, roots })).verdict, "unproven");
  assert.equal((await verified(signed, { ...mini, roots })).verdict, "unproven");
  assert.equal((await verified(signed, mini)).verdict, "holds");
  assert.equal((await verified(new Map([...signed, ...stamped]), { ...mini, roots })).verdict, "holds");
  // Whoever made an authority of their own attests what they like: the text says so beside it.
  const text = verifyReport(await verified(new Map([...signed, ...stamped]), mini), {
    lang: "es",
    width: 100,
  }).replaceAll(/\n {4}/g, " ");
  assert.match(text, /Sello «t»: .*\(no lo diste: puede haberlo hecho cualquiera\)/);
  assert.match(text, /Firma «lab»: llave \S+\n/);
});

test("a proof that fails is not hidden by many files beside it, and proofs over the limit are told", async () => {
  const { files } = await made();
  for (let i = 0; i < 300; i++) files.set(`proofs/a${i}`, new Uint8Array(1));
  for (let i = 0; i < 21; i++) files.set(`proofs/tagmanifest-sha256.txt.x${i}.minisig`, new Uint8Array(1));
  const v = await verified(files, NOBODY);
  assert.equal(v.verdict, "fails");
  assert.equal(v.items.find((i) => i.code === "other-proof")?.count, 301);
});

test("a list whose names are one name on another machine is no list", () => {
  const list = (...names: readonly string[]): string => names.map((n) => `${sumOf(n)}  ${n}\n`).join("");
  assert.equal(readManifest(list("data/a", "data/b", "data/ñ"))?.size, 3);
  for (const two of [
    ["data/a", "data/A"],
    ["data/ñ", "data/n\u0303"],
    ["data/a", "data\\b"],
    ["data/a", "data/../b"],
  ])
    assert.equal(readManifest(list(...two)), undefined, two.join());
});

test("names of two letters are looked for; a letter's hash goes where nobody is named", () => {
  const found = (name: string, text: string): boolean => {
    const guard = new NameGuard([name]);
    guard.push("x", new TextEncoder().encode(text));
    return guard.found.length > 0;
  };
  assert.ok(found("Bo", "la señora BO dijo"));
  assert.ok(!found("Bo", "boca"));
  const given = { on: "2026-11-26", how: "signed", letterSha256: sumOf("letter") };
  assert.deepEqual(withoutLetter({ person: {}, given, content: true }), {
    person: {},
    content: true,
    given: { on: "2026-11-26", how: "signed" },
  });
  assert.deepEqual(withoutLetter({ person: { name: "Ana" }, given }), { person: { name: "Ana" }, given });
});

test("an edition that withholds: not what the phone is called, nor a list of somebody's own", () => {
  const { result } = madeResult();
  const called = (name: string) =>
    saysDevice([{ ...result, acquisition: { kind: "x", device: { name, model: "SM-A15" } } }]);
  assert.ok(called('El "cel" de Ana')('{"fields":{"text":"EL \\"cel\\" de ana"}}'));
  assert.ok(!called("iPhone")('{"fields":{"text":"iPhone"}}'));
  assert.ok(!called("sm-a15")('{"fields":{"text":"SM-A15"}}'));
  const set = { name: "lista-de-ana.txt", source: "Ana", licence: "", date: "", sha256: sumOf("l"), count: 1 };
  const own = redactedResult({ ...result, indicators: [set] }, new Map(), [], new Map(), () => false);
  assert.deepEqual(own.indicators, [{ ...set, name: "list-1", source: "" }]);
});
