/** `contraluz dossier` and `verify`, as a person meets them. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Verified } from "@contraluz/case/dossier/index.ts";
import { OPENSSL, testAuthority } from "@contraluz/case/timestamp/tsa.fixture.ts";
import { CONTROL, contraluz, folder, type Ran, smallBackup } from "../cli.fixture.ts";
import { run as runHere } from "../run.ts";

const dir = folder();
const cwd = dir.path;
const run = (...args: string[]): Promise<Ran> =>
  contraluz(args, { cwd, env: { HOME: join(cwd, "home"), XDG_CONFIG_HOME: join(cwd, "config") } });
const flat = (r: Ran): string => r.out.replaceAll(/\s+/g, " ");
const ok = (r: Ran): Ran => {
  assert.equal(r.code, 0, r.err + r.out);
  assert.ok(!CONTROL.test(r.out + r.err));
  return r;
};

/** Wrong use without a process of its own, which is much quicker. Standard output is the test runner's. */
async function inProcess(args: readonly string[]): Promise<Ran> {
  const before = { cwd: process.cwd(), write: process.stderr.write, env: { ...process.env } };
  let err = "";
  process.chdir(cwd);
  Object.assign(process.env, { LANG: "es_MX.UTF-8", LC_ALL: "", LC_MESSAGES: "" });
  process.stderr.write = (text: string | Uint8Array): boolean => {
    err += text;
    return true;
  };
  try {
    return { code: await runHere(args), signal: null, out: "", err };
  } finally {
    process.stderr.write = before.write;
    process.env = before.env;
    process.chdir(before.cwd);
  }
}

before(async () => {
  smallBackup(join(cwd, "backup"), { plain: true, text: "mira https://aviso-paqueteria.example/g" });
  ok(await run("check", "backup", "--out", "r", "--workers", "0"));
  ok(await run("dossier", "make", "r", "--out", "full", "--subject", "Muestra", "--by", "Laboratorio Uno"));
});
after(() => dir[Symbol.dispose]());

test("made, signed with a new key, checked by the key that was published", async () => {
  writeFileSync(join(cwd, "phrase"), "frase de paso\n");
  const key = ok(await run("dossier", "key", "lab.key", "--password-file", "phrase"));
  assert.match(key.out, /RW[A-Za-z0-9+/]{54}/);
  assert.equal(statSync(join(cwd, "lab.key")).mode & 0o777, 0o600);
  assert.match((await inProcess(["dossier", "sign", "full", "--key", "lab.key"])).err, /La llave pide contraseña/);
  ok(await run("dossier", "sign", "full", "--key", "lab.key", "--password-file", "phrase"));
  const line = readFileSync(join(cwd, "lab.key.pub"), "utf8").split("\n")[1]!;
  const [given, none, en] = [
    await run("verify", "full", "--key", line),
    await run("verify", "full"),
    await run("verify", "full", "--key", "lab.key.pub", "--lang", "en"),
  ];
  assert.match(
    flat(ok(given)),
    /Todo lo que se pudo comprobar es correcto\..*La firma es de una llave que diste: minisign lab/,
  );
  assert.match(flat(ok(en)), /All that could be checked holds\./);
  assert.equal(none.code, 4);
  assert.match(flat(none), /pídela al laboratorio y agrega --key/);
  // What is there is never overwritten: this is another signature by another key, under the same label.
  ok(await run("dossier", "key", "other.key", "--open"));
  const again = await inProcess(["dossier", "sign", "full", "--key", "other.key"]);
  assert.match(again.err, /Ya existe: .*--label/);
});

test("a file that was changed: which, with 5; a stranger's folder: 2", async () => {
  const name = join(cwd, "full/data/dossier.json");
  const good = readFileSync(name);
  writeFileSync(name, good.toString().replace("Muestra", "Muestro"));
  const [r, json] = [await run("verify", "full"), await run("verify", "full", "--json")];
  writeFileSync(name, good);
  assert.equal(r.code, 5);
  assert.match(flat(r), /Algo no es como se hizo\..*Un archivo cambió desde que se hizo: data\/dossier\.json/);
  assert.deepEqual(
    (JSON.parse(json.out) as Verified).items.filter((i) => i.state === "fails").map((i) => [i.code, i.about]),
    [["payload", ["data/dossier.json"]]],
  );
  for (const [args, words] of [
    [["verify", "backup"], /Ahí no hay un expediente/],
    [["verify"], /Falta una ruta/],
    [["verify", "nope"], /No existe/],
    [["verify", "full", "--key", "phrase"], /No es una llave pública/],
    [["dossier", "make"], /Falta una ruta/],
    [["dossier", "redact", "full"], /--withhold ARCHIVO/],
    [["dossier", "sign", "full"], /--key ARCHIVO/],
    [["dossier", "stamp", "full"], /--request/],
    [["dossier", "stamp", "full", "--tsa", "http://tsa.example"], /https:\/\//],
    [["dossier", "stamp", "full", "--tsa", "https://tsa.invalid"], /No se preguntó nada/],
  ] as const) {
    const failed = await inProcess(args);
    assert.equal(failed.code, 2, `${args}: ${failed.out}${failed.err}`);
    assert.match(failed.err, words);
  }
});

test("another edition with parts withheld, tied to the full one", async () => {
  writeFileSync(join(cwd, "hold.txt"), "# lo suyo\ntext:aviso-paqueteria\n");
  writeFileSync(join(cwd, "names.txt"), "aviso-paqueteria\n");
  const refused = await run("dossier", "make", "r", "--out", "named", "--never", "names.txt");
  assert.equal(refused.code, 2);
  assert.match(refused.err, /el nombre 1 de la lista aparece en data\/checks\/0001/);
  assert.ok(!existsSync(join(cwd, "named")) && !existsSync(join(cwd, "named.partial")));
  const made = ok(
    await run("dossier", "redact", "full", "--withhold", "hold.txt", "--never", "names.txt", "--out", "cut"),
  );
  assert.match(made.out, /léelo completo/);
  const all = readdirSync(join(cwd, "cut"), { recursive: true, encoding: "utf8" });
  for (const n of all) {
    const path = join(cwd, "cut", n);
    if (statSync(path).isFile()) assert.ok(!readFileSync(path).includes("aviso-paqueteria"), n);
  }
  const tied = await run("verify", "cut", "--full", "full");
  assert.equal(tied.code, 4, tied.out);
  assert.match(flat(tied), /Viene de la edición completa que diste\./);
  writeFileSync(join(cwd, "bad.txt"), "0001/ios.sms\n../x\n");
  assert.match(
    (await inProcess(["dossier", "redact", "full", "--withhold", "bad.txt", "--out", "x"])).err,
    /renglón 2/,
  );
  assert.match(
    (await inProcess(["dossier", "redact", "cut", "--withhold", "hold.txt", "--out", "x"])).err,
    /edición completa/,
  );
});

test("a stamp that was carried by hand; one that is not of it is not kept", { skip: OPENSSL }, async () => {
  const tsa = testAuthority(join(cwd, "tsa"));
  ok(await run("dossier", "stamp", "full", "--label", "uno", "--request"));
  const question = join(cwd, "full/proofs/tagmanifest-sha256.txt.uno.tsq");
  writeFileSync(join(cwd, "root.pem"), tsa.root);
  writeFileSync(join(cwd, "wrong.tsr"), tsa.answer(Buffer.from(readFileSync(question)).fill(7, 30, 34)));
  const wrong = await run("dossier", "stamp", "full", "--label", "uno", "--answer", "wrong.tsr", "--ca", "root.pem");
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /Ese sello no vale\. Es de otros archivos\./);
  writeFileSync(join(cwd, "uno.tsr"), tsa.answer(readFileSync(question)));
  const kept = ok(await run("dossier", "stamp", "full", "--label", "uno", "--answer", "uno.tsr", "--ca", "root.pem"));
  assert.match(kept.out, /Autoridad: .*Hora de prueba/);
  // A time says nothing of who made it.
  const v = await run("verify", "full", "--ca", "root.pem");
  assert.equal(v.code, 4);
  assert.match(flat(v), /Sello «uno»: existía antes del 20\d\d-/);
  // A question that is not ours is never sent, whoever put it there; nothing is written through a link.
  writeFileSync(
    join(cwd, "full/proofs/tagmanifest-sha256.txt.otro.tsq"),
    Buffer.concat([readFileSync(question), Buffer.from("x")]),
  );
  const other = await run("dossier", "stamp", "full", "--label", "otro", "--tsa", "https://tsa.invalid/", "--yes");
  assert.equal(other.code, 2);
  assert.match(other.err, /no se mandó nada/);
  rmSync(join(cwd, "full/proofs/tagmanifest-sha256.txt.otro.tsq"));
  renameSync(join(cwd, "full/proofs"), join(cwd, "elsewhere"));
  symlinkSync(join(cwd, "elsewhere"), join(cwd, "full/proofs"));
  const linked = await run("dossier", "stamp", "full", "--label", "tres", "--request");
  rmSync(join(cwd, "full/proofs"));
  renameSync(join(cwd, "elsewhere"), join(cwd, "full/proofs"));
  assert.equal(linked.code, 2);
  assert.match(linked.err, /sin ligas en proofs/);
  const args = [
    "ts",
    "-verify",
    "-data",
    "tagmanifest-sha256.txt",
    "-in",
    "proofs/tagmanifest-sha256.txt.uno.tsr",
    "-CAfile",
    "proofs/keys/uno.pem",
  ];
  assert.equal(spawnSync("openssl", args, { cwd: join(cwd, "full") }).status, 0);
});

test("a case leaves as its consent says, and its log knows", async () => {
  const consent = {
    id: "c1",
    person: { label: "p1", name: "Juana Pérez Ñuñez" },
    organisation: "Laboratorio Uno",
    purpose: "revisar",
    artifacts: "all",
    content: false,
    copies: false,
    publication: "anonymous",
    after: "delete",
    recipients: [{ name: "Redacción Norte", what: "dossier" }],
    incidents: false,
    given: { on: "2026-01-01", how: "spoken" },
  };
  writeFileSync(join(cwd, "c.json"), JSON.stringify(consent));
  ok(await run("case", "new", "caso", "--title", "Caso de Juana Pérez"));
  ok(await run("case", "consent", "caso", "c.json"));
  ok(await run("case", "check", "caso", "backup", "--workers", "0", "--no-installed"));
  const other = await run("dossier", "make", "caso", "--out", "d0", "--whom", "Otra");
  assert.equal(other.code, 2);
  assert.match(other.err, /consentimiento/);
  assert.match((await run("dossier", "make", "caso", "--out", "d0")).err, /--whom/);
  ok(await run("dossier", "make", "caso", "--out", "d1", "--whom", "Redacción Norte"));
  // Nobody is named, and nothing tells a result by its hash.
  const log = readFileSync(join(cwd, "d1/data/custody.jsonl"), "utf8");
  assert.match(log, /"action":"check"[^\n]*"salted":true/);
  assert.equal(readFileSync(join(cwd, "d1/data/custody-data.txt"), "utf8"), "");
  assert.equal((await run("verify", "d1")).code, 4);
  assert.match(ok(await run("case", "log", "caso", "--json")).out, /"action":"dossier"/);
  ok(await run("dossier", "make", "caso", "--out", "d2", "--whom", "public"));
  const sums = (d: string): string => readFileSync(join(cwd, d, "data/commitments.txt"), "utf8");
  // One secret of the case: the same salts in every edition.
  assert.equal(sums("d1"), sums("d2"));
});
