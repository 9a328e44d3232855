/** Signatures and keys against the programs that people check them with, and against hostile files. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createRandom } from "../../../../samples/lib/random.ts";
import { bcryptPbkdf } from "./bcrypt.ts";
import { piWords } from "./blowfish.ts";
import {
  allowedSigner,
  encodeMinisignPublic,
  makeMinisignKey,
  minisign,
  NAMESPACE,
  readMinisign,
  readMinisignPublic,
  readSigningKey,
  readSshPublic,
  readSshSig,
  type SigningKey,
  sshFingerprint,
  sshKeyText,
  sshSig,
  verifyMinisign,
  verifySshSig,
} from "./index.ts";

const dir = mkdtempSync(join(tmpdir(), "contraluz-sign-"));
after(() => rmSync(dir, { recursive: true, force: true }));
const has = (program: string): boolean => spawnSync(program, ["--help"]).error === undefined;
const SSH = !has("ssh-keygen") && "ssh-keygen is not on this machine";
const MINISIGN = !has("minisign") && "minisign is not on this machine";

const random = (n: number): Uint8Array => Uint8Array.from(randomBytes(n));
const MESSAGE = new TextEncoder().encode("0f…  data/résumé.txt\n".repeat(40));
const file = join(dir, "tagmanifest-sha256.txt");
writeFileSync(file, MESSAGE);

const run = (program: string, args: string[], input?: Uint8Array): number =>
  spawnSync(program, args, { cwd: dir, ...(input ? { input } : {}) }).status ?? -1;

async function sshKey(): Promise<SigningKey> {
  const name = join(dir, `id-${random(4).join("")}`);
  assert.equal(run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "lab@example.org", "-f", name]), 0);
  const read = await readSigningKey(readFileSync(name, "utf8"));
  assert.ok(read.ok);
  assert.equal(sshKeyText(read.key.publicKey), readFileSync(`${name}.pub`, "utf8").split(" ").slice(0, 2).join(" "));
  assert.equal(read.key.comment, "lab@example.org");
  return read.key;
}

test("an SSH key signs, and ssh-keygen says good; not of other bytes, another person, another namespace", {
  skip: SSH,
}, async () => {
  const key = await sshKey();
  writeFileSync(join(dir, "allowed"), allowedSigner("lab@example.org", key.publicKey));
  writeFileSync(join(dir, "s.sig"), sshSig(MESSAGE, key));
  const verify = (who: string, what: Uint8Array, namespace = NAMESPACE): number =>
    run("ssh-keygen", ["-Y", "verify", "-f", "allowed", "-I", who, "-n", namespace, "-s", "s.sig"], what);
  assert.equal(verify("lab@example.org", MESSAGE), 0);
  assert.notEqual(verify("lab@example.org", MESSAGE.subarray(1)), 0);
  assert.notEqual(verify("other@example.org", MESSAGE), 0);
  assert.notEqual(verify("lab@example.org", MESSAGE, "file"), 0);
  assert.deepEqual(readSshPublic(allowedSigner("a b", key.publicKey)), key.publicKey);
  const shown = spawnSync("ssh-keygen", ["-l", "-f", "-"], { input: sshKeyText(key.publicKey) }).stdout.toString();
  assert.ok(shown.includes(sshFingerprint(key.publicKey)));
});

test("what ssh-keygen signs we read; not for another namespace", { skip: SSH }, async () => {
  const name = join(dir, "id-theirs");
  run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", name]);
  for (const hash of ["sha256", "sha512"]) {
    rmSync(`${file}.sig`, { force: true });
    assert.equal(run("ssh-keygen", ["-Y", "sign", "-f", name, "-n", NAMESPACE, "-O", `hashalg=${hash}`, file]), 0);
    assert.equal(verifySshSig(readFileSync(`${file}.sig`, "utf8"), MESSAGE), "good");
  }
  rmSync(`${file}.sig`);
  run("ssh-keygen", ["-Y", "sign", "-f", name, "-n", "file", file]);
  assert.equal(verifySshSig(readFileSync(`${file}.sig`, "utf8"), MESSAGE), "bad");
});

/** What becomes of a key that ssh-keygen made so. */
async function opened(phrase: string | undefined, ...made: string[]): Promise<string> {
  const name = join(dir, `id-${random(4).join("")}`);
  assert.equal(run("ssh-keygen", ["-q", "-f", name, ...made]), 0, made.join(" "));
  const r = await readSigningKey(
    readFileSync(name, "utf8"),
    phrase === undefined ? undefined : new TextEncoder().encode(phrase),
  );
  if (!r.ok) return r.why;
  assert.equal(sshKeyText(r.key.publicKey), readFileSync(`${name}.pub`, "utf8").split(" ").slice(0, 2).join(" "));
  assert.equal(verifySshSig(sshSig(MESSAGE, r.key), MESSAGE), "good");
  return "ok";
}

test("a locked key of SSH opens with its passphrase, whichever cipher locked it; another kind asks for none", {
  skip: SSH,
}, async () => {
  const locked = ["-t", "ed25519", "-N", "frase de paso ñandú", "-a", "2"];
  assert.equal(await opened("frase de paso ñandú", ...locked), "ok");
  assert.equal(await opened("frase de paso nandu", ...locked), "passphrase-wrong");
  for (const none of [undefined, ""]) assert.equal(await opened(none, ...locked), "passphrase-needed");
  for (const bits of [128, 192, 256])
    for (const mode of ["ctr", "cbc"])
      assert.equal(await opened("frase de paso ñandú", ...locked, "-Z", `aes${bits}-${mode}`), "ok", `${bits} ${mode}`);
  assert.equal(await opened("frase de paso ñandú", ...locked, "-Z", "chacha20-poly1305@openssh.com"), "locked-ssh");
  assert.equal(await opened(undefined, "-t", "ecdsa", "-N", ""), "unsupported");
  assert.equal(await opened(undefined, "-t", "ecdsa", "-N", "frase", "-a", "1"), "unsupported");
});

test("the derivation of OpenSSH is the published one; a key that asks for years of it is not opened", async () => {
  const text = (s: string): Uint8Array => new TextEncoder().encode(s);
  const hexOf = (b: Uint8Array): string => Buffer.from(b).toString("hex");
  // A vector that several implementations publish.
  assert.equal(
    hexOf(bcryptPbkdf(text("password"), text("salt"), 4, 32)),
    "5bbf0cc293587f1c3635555c27796598d47e579071bf427e9d8fbe842aba34d9",
  );
  // The last word of the boxes, as every table of Blowfish ends.
  assert.equal(piWords().at(-1), 0x3ac372e6);
  if (SSH) return;
  const name = join(dir, "id-costly");
  run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "frase", "-a", "1", "-f", name]);
  const [begin, ...rest] = readFileSync(name, "utf8").trim().split("\n");
  const blob = Buffer.from(rest.slice(0, -1).join(""), "base64");
  const at = blob.indexOf("bcrypt") + 6 + 4 + 4 + 16;
  assert.equal(blob.readUInt32BE(at), 1);
  for (const [rounds, why] of [
    [0xffffffff, "too-costly"],
    [0, "damaged"],
  ] as const) {
    blob.writeUInt32BE(rounds, at);
    const r = await readSigningKey(`${begin}\n${blob.toString("base64")}\n${rest.at(-1)}\n`, text("frase"));
    assert.equal(!r.ok && r.why, why);
  }
  // Nothing proves what CTR opens but the key itself: wherever a bit is flipped, it is this key or none.
  blob.writeUInt32BE(1, at);
  const mine = readSshPublic(readFileSync(`${name}.pub`, "utf8"));
  for (let i = at; i < blob.length; i += 17) {
    blob[i]! ^= 1;
    const r = await readSigningKey(`${begin}\n${blob.toString("base64")}\n${rest.at(-1)}\n`, text("frase"));
    if (r.ok) assert.deepEqual(r.key.publicKey, mine, `byte ${i}`);
    blob[i]! ^= 1;
  }
});

test("our keys and signatures serve minisign, and its serve us", { skip: MINISIGN, timeout: 120_000 }, async () => {
  for (const phrase of [undefined, "frase de paso ñandú"]) {
    const made = await makeMinisignKey(random, phrase === undefined ? undefined : new TextEncoder().encode(phrase));
    writeFileSync(join(dir, "m.key"), made.secret, { mode: 0o600 });
    writeFileSync(join(dir, "m.pub"), made.public);
    writeFileSync(join(dir, "m.minisig"), minisign(MESSAGE, made.key, "timestamp:1764127800 file:x"));
    assert.equal(run("minisign", ["-Vm", file, "-p", "m.pub", "-x", "m.minisig"]), 0);
    writeFileSync(join(dir, "other"), MESSAGE.subarray(1));
    assert.notEqual(run("minisign", ["-Vm", "other", "-p", "m.pub", "-x", "m.minisig"]), 0);
    const input = new TextEncoder().encode(`${phrase ?? ""}\n`);
    assert.equal(run("minisign", ["-Sm", file, "-s", "m.key", "-x", "t.minisig", "-t", "de ellos"], input), 0);
    const theirs = readFileSync(join(dir, "t.minisig"), "utf8");
    assert.equal(verifyMinisign(theirs, MESSAGE, readMinisignPublic(made.public)!), "good");
    assert.equal(readMinisign(theirs)?.comment, "de ellos");
  }
  rmSync(join(dir, "w.key"), { force: true });
  assert.equal(run("minisign", ["-GW", "-p", "w.pub", "-s", "w.key"]), 0);
  const open = await readSigningKey(readFileSync(join(dir, "w.key"), "utf8"));
  assert.ok(open.ok && open.key.id);
  assert.equal(
    encodeMinisignPublic({ id: open.key.id, key: open.key.publicKey }).split("\n")[1],
    readFileSync(join(dir, "w.pub"), "utf8").split("\n")[1],
  );
});

test("a locked key opens with its passphrase alone, and is never written open", async () => {
  const phrase = new TextEncoder().encode("frase");
  const { key, secret } = await makeMinisignKey(random, phrase);
  assert.ok(!secret.includes(Buffer.from(key.seed).toString("base64").slice(4, 30)));
  const why = async (p?: Uint8Array): Promise<string> => {
    const r = await readSigningKey(secret, p);
    return r.ok ? "ok" : r.why;
  };
  assert.equal(await why(), "passphrase-needed");
  assert.equal(await why(new TextEncoder().encode("Frase")), "passphrase-wrong");
  assert.equal(await why(phrase), "ok");
  // Limits that ask for 2^63 bytes of memory.
  const b = Buffer.from(secret.split("\n")[1]!, "base64");
  b.fill(0x7f, 38, 54);
  const costly = `${secret.split("\n")[0]}\n${b.toString("base64")}\n`;
  const r = await readSigningKey(costly, phrase);
  assert.equal(!r.ok && r.why, "too-costly");
});

test("of a signature each byte counts, but those of the comment that nobody trusts", async () => {
  const { key, public: pub } = await makeMinisignKey(random);
  const made = [minisign(MESSAGE, key, "timestamp:1 file:x"), sshSig(MESSAGE, { ...key, kind: "ssh" })] as const;
  const [mini, ssh] = made;
  const k = readMinisignPublic(pub)!;
  assert.equal(verifyMinisign(mini, MESSAGE, k), "good");
  assert.equal(verifySshSig(ssh, MESSAGE), "good");
  const free = mini.indexOf("\n");
  for (let i = "untrusted comment: ".length; i < mini.length - 1; i++) {
    const flipped = mini.slice(0, i) + String.fromCharCode(mini.charCodeAt(i) ^ 1) + mini.slice(i + 1);
    const state = verifyMinisign(flipped, MESSAGE, k);
    assert.equal(state === "good", i < free, `byte ${i}`);
  }
  for (let i = 0; i < ssh.length - 1; i++) {
    const flipped = ssh.slice(0, i) + String.fromCharCode(ssh.charCodeAt(i) ^ 1) + ssh.slice(i + 1);
    const state = verifySshSig(flipped, MESSAGE);
    // Of the key too: whose it is, is checked against what was given.
    assert.notEqual(state, "good", `byte ${i}`);
  }
});

test("hostile keys and signatures are refused, in no time and without a throw", async () => {
  const { key, secret, public: pub } = await makeMinisignKey(random);
  const seeds = [minisign(MESSAGE, key, "x"), sshSig(MESSAGE, key), secret, pub];
  if (!SSH) {
    run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(dir, "id-fuzz")]);
    seeds.push(readFileSync(join(dir, "id-fuzz"), "utf8"));
    run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "frase", "-a", "1", "-f", join(dir, "id-shut")]);
    seeds.push(readFileSync(join(dir, "id-shut"), "utf8"));
  }
  const rnd = createRandom(40);
  for (let n = 0; n < 1500; n++) {
    const seed = seeds[n % seeds.length]!;
    const bytes = Buffer.from(seed, "latin1");
    for (let k = rnd.below(4); k >= 0; k--) bytes[rnd.below(bytes.length)] = rnd.below(256);
    const text = bytes.toString("latin1").slice(0, n % 7 === 0 ? rnd.below(bytes.length) : undefined);
    verifyMinisign(text, MESSAGE, readMinisignPublic(pub)!);
    readMinisignPublic(text);
    verifySshSig(text, MESSAGE);
    readSshSig(text);
    readSshPublic(text);
    await readSigningKey(text);
  }
});
