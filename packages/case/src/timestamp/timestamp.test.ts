/** Timestamps against openssl: it reads our questions, we check its answers, both agree on what is damaged. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createRandom } from "../../../../samples/lib/random.ts";
import { generalizedTime } from "./der.ts";
import { certificatesOf, chainCertificate, timestampRequest, verifyTimestamp } from "./index.ts";
import { OPENSSL, openssl, type TestAuthority, testAuthority } from "./tsa.fixture.ts";
import { verifySignature } from "./verify-signature.ts";

const dir = mkdtempSync(join(tmpdir(), "contraluz-tsa-"));
after(() => rmSync(dir, { recursive: true, force: true }));
const MESSAGE = new TextEncoder().encode("0f…  manifest-sha256.txt\n");
const digest = Uint8Array.from(createHash("sha256").update(MESSAGE).digest());
const ask = (): Uint8Array => timestampRequest(digest, Uint8Array.from(randomBytes(16)));

let first: TestAuthority | undefined;
const authority = (): TestAuthority => (first ??= testAuthority(join(dir, "one")));

test("openssl reads the question as it is meant, whatever the first bits of its number", { skip: OPENSSL }, () => {
  for (const nonce of [Uint8Array.of(0, 0, 5), Uint8Array.of(0x80, 1), Uint8Array.from(randomBytes(16))]) {
    writeFileSync(join(dir, "q.tsq"), timestampRequest(digest, nonce));
    const text = openssl(dir, "ts", "-query", "-in", "q.tsq", "-text").toString();
    assert.match(text, /Hash Algorithm: sha256/);
    assert.match(text, /Certificate required: yes/);
    const shown = Buffer.from(nonce)
      .toString("hex")
      .replace(/^(00)+/, "")
      .toUpperCase();
    assert.ok(text.includes(`Nonce: 0x${shown}`), text);
  }
});

test("its answers hold: keys, hashes and names of the certificate of every kind", { skip: OPENSSL }, async () => {
  const kinds = [
    { key: "ec" },
    { key: "rsa", digest: "sha512" },
    { key: "rsa", digest: "sha384", ess: "sha1" },
    { key: "ec", ess: "sha1" },
  ] as const;
  for (const [i, kind] of kinds.entries()) {
    const a = testAuthority(join(dir, `k${i}`), kind);
    const request = ask();
    const response = a.answer(request);
    const checked = await verifyTimestamp({ digest, request, response, roots: certificatesOf(a.root) });
    assert.equal(checked.fault, undefined);
    assert.equal(checked.state, "good");
    assert.match(checked.authority!, /CN=Hora de prueba/);
    assert.match(checked.time!, /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    assert.ok(Math.abs(Date.parse(checked.time!) - Date.now()) < 120_000);
    const none = await verifyTimestamp({ digest, request, response, roots: [] });
    assert.deepEqual([none.state, none.time], ["untrusted", checked.time]);
  }
});

test("what does not hold is named", { skip: OPENSSL }, async () => {
  const a = authority();
  const request = ask();
  const response = a.answer(request);
  const roots = certificatesOf(a.root);
  const fault = async (more: Partial<Parameters<typeof verifyTimestamp>[0]>): Promise<string | undefined> =>
    (await verifyTimestamp({ digest, request, response, roots, ...more })).fault;
  assert.equal(await fault({}), undefined);
  assert.equal(await fault({ digest: digest.map((v) => v ^ 1) }), "other-content");
  assert.equal(await fault({ request: ask() }), "other-question");
  assert.equal(await fault({ response: response.subarray(0, 40) }), "unreadable");
  // An authority that refuses: the question asks for a hash that it does not take.
  const strange = timestampRequest(digest, Uint8Array.of(9));
  strange[strange.indexOf(0x60) + 8] = 2;
  assert.equal(await fault({ response: a.answer(strange) }), "refused");
  const wrong = testAuthority(join(dir, "wrong"), { key: "ec", name: "Otra" });
  const untrusted = await verifyTimestamp({ digest, request, response, roots: certificatesOf(wrong.root) });
  assert.equal(untrusted.state, "untrusted");
});

test("a certificate for other purposes stamps nothing; one that is not valid at that time neither", {
  skip: OPENSSL,
}, async () => {
  const a = authority();
  const roots = certificatesOf(a.root);
  const signer = certificatesOf(a.chain)[0]!;
  assert.equal(signer.mayStamp, true);
  assert.equal(roots[0]!.mayStamp, false);
  const { checkChain } = await import("./chain.ts");
  const now = Date.now() / 1000;
  assert.equal(await checkChain(signer, [], roots, now), "good");
  assert.equal(await checkChain(signer, [], roots, now + 25 * 86_400), "expired");
  assert.equal(await checkChain(signer, [], [], now), "unknown");
  assert.equal(await checkChain({ ...signer, unknown: ["2.5.29.30"] }, [], roots, now), "unsupported");
  // An authority that may stand above no other, and one that is none.
  assert.equal(await checkChain(signer, [], [{ ...roots[0]!, authority: false }], now), "unknown");
  assert.equal(await checkChain(signer, [], [{ ...roots[0]!, mayCertify: false }], now), "unknown");
  for (const usage of ["timeStamping", "critical,timeStamping,codeSigning", "critical,codeSigning"]) {
    // openssl asks for the purpose before it signs: the certificate is made, and judged by itself.
    const other = testAuthority(join(dir, usage), { usage });
    assert.equal(certificatesOf(other.chain)[0]!.mayStamp, false, usage);
  }
});

test("any byte of an answer changed: it fails, or says the same", { skip: OPENSSL }, async () => {
  const a = authority();
  const request = ask();
  const response = a.answer(request);
  const roots = certificatesOf(a.root);
  const whole = await verifyTimestamp({ digest, request, response, roots });
  let failed = 0;
  for (let i = 0; i < response.length; i++) {
    const b = response.slice();
    b[i]! ^= 1 << (i % 8);
    const checked = await verifyTimestamp({ digest, request, response: b, roots });
    if (checked.state !== "good") failed++;
    else assert.deepEqual(checked, whole, `byte ${i}`);
  }
  assert.ok(failed > response.length * 0.5, `${failed} of ${response.length}`);
});

test("openssl agrees about nearly all of a sample of damaged answers; the rest is in bytes that say nothing", {
  skip: OPENSSL,
}, async () => {
  const a = authority();
  const request = ask();
  const response = a.answer(request);
  const roots = certificatesOf(a.root);
  writeFileSync(join(dir, "m.txt"), MESSAGE);
  writeFileSync(join(dir, "roots.pem"), a.root);
  let same = 0;
  let all = 0;
  for (let i = 3; i < response.length; i += 29) {
    const b = response.slice();
    b[i]! ^= 1;
    writeFileSync(join(dir, "d.tsr"), b);
    const args = ["ts", "-verify", "-data", "m.txt", "-in", "d.tsr", "-CAfile", "roots.pem"];
    const theirs = spawnSync("openssl", args, { cwd: dir }).status === 0;
    const ours = (await verifyTimestamp({ digest, request, response: b, roots })).state === "good";
    all++;
    if (ours === theirs) same++;
  }
  assert.ok(same >= all * 0.9, `${same} of ${all}`);
});

test("hostile answers, questions and certificates end in a fault", { skip: OPENSSL }, async () => {
  const a = authority();
  const request = ask();
  const response = a.answer(request);
  const roots = certificatesOf(a.chain);
  const rnd = createRandom(3161);
  for (let n = 0; n < 900; n++) {
    const b = response.slice(0, n % 5 === 0 ? rnd.below(response.length) : response.length);
    for (let k = rnd.below(5); k >= 0; k--) if (b.length > 0) b[rnd.below(b.length)] = rnd.below(256);
    await verifyTimestamp({ digest, request, response: b, roots });
    const q = request.slice();
    q[rnd.below(q.length)] = rnd.below(256);
    await verifyTimestamp({ digest, request: q, response, roots: [] });
    const c = roots[0]!.der.slice();
    c[rnd.below(c.length)] = rnd.below(256);
    chainCertificate(c);
    certificatesOf(Buffer.from(b).toString("base64").slice(rnd.below(50)));
  }
});

test("times of the calendar alone; keys that are none", async () => {
  const time = (t: string): string | undefined => {
    const body = new TextEncoder().encode(t);
    return generalizedTime({ tag: 0x18, all: body, body });
  };
  assert.equal(time("20261126033000Z"), "2026-11-26T03:30:00Z");
  assert.equal(time("20261126033000.25Z"), "2026-11-26T03:30:00.25Z");
  for (const bad of ["20260231000000Z", "20261126033000", "20261126253000Z", "x", "99999999999999Z"])
    assert.equal(time(bad), undefined, bad);
  const none = { spki: new Uint8Array(5), algorithm: "1.2.840.113549.1.1.11" };
  assert.equal(await verifySignature(none, new Uint8Array(4), new Uint8Array(4)), "unsupported");
});
