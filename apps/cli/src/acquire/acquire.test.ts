import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { FakeAdbd } from "@contraluz/acquire/fake-adbd.fixture.ts";
import { fakeServer } from "@contraluz/acquire/fake-server.fixture.ts";
import { fakeTcp } from "@contraluz/acquire/fake-tcp.fixture.ts";
import { KEY } from "@contraluz/acquire/harness.fixture.ts";
import { madePhone, type PhoneOptions } from "@contraluz/acquire/phone.fixture.ts";
import { adbDirect } from "@contraluz/platform-node/adb.ts";
import { readArgs, UsageError } from "../args.ts";
import { CONTROL, contraluz, folder } from "../cli.fixture.ts";
import { acquireCommand } from "../commands/acquire.ts";
import { connectPhone, hostPort, type Waiting } from "./connect.ts";
import { folderShelf } from "./folder.ts";

const posix = process.platform !== "win32";

async function phone(o: Partial<PhoneOptions> = {}) {
  const made = madePhone({ packages: 9, bytes: 3e6, ...o });
  const fake = new FakeAdbd(made.script);
  const tcp = await fakeTcp(fake);
  return { fake, tcp, at: `127.0.0.1:${tcp.port}`, [Symbol.asyncDispose]: () => tcp.close() };
}
const argsOf = (...argv: readonly string[]) => readArgs(["acquire", "android", ...argv], "es");
const code = (c: string) => (e: unknown) => (e as { code?: string }).code === c;
const hashed = (path: string): string[] =>
  readFileSync(join(path, "hashes.csv"), "utf8")
    .trim()
    .split("\n")
    .map((l) => l.split(",")[0]!);

test("a phone is copied, for this user alone, and checked at once; then it stays as it is", async () => {
  using dir = folder();
  await using p = await phone();
  const args = ["acquire", "android", "--connect", p.at, "--out", "copia", "--yes", "--no-installed", "--workers", "0"];
  const r = await contraluz(args, { cwd: dir.path });
  assert.equal(r.code, 0, r.err);
  assert.deepEqual(p.fake.breaches, []);
  // Said before and after, in the person's words.
  assert.match(r.err, /En el celular no instalamos\s+ni cambiamos nada/);
  assert.match(r.err, /no va cifrada/);
  assert.match(
    r.err.replaceAll(/\s+/g, " "),
    /Copiamos \d+ archivos, \d+ MB\. La copia está en \S+copia .*Revocar autorizaciones de depuración por USB/,
  );
  assert.match(r.out, /Qué encontramos/);
  for (const text of [r.out, r.err]) assert.doesNotMatch(text, CONTROL);
  const copy = join(dir.path, "copia");
  assert.ok(existsSync(join(dir.path, "copia-resultado/result.json")));
  const result = JSON.parse(readFileSync(join(dir.path, "copia-resultado/result.json"), "utf8"));
  assert.equal(result.acquisition.kind, "androidqf");
  if (posix) {
    assert.equal(statSync(copy).mode & 0o777, 0o700);
    assert.equal(statSync(join(copy, "getprop.txt")).mode & 0o777, 0o600);
  }
  const facts = JSON.parse(readFileSync(join(copy, "acquisition.json"), "utf8"));
  assert.match(facts.started, /^20\d\d-\d\d-\d\dT[\d:]{8}\.\d{6}Z$/);
  assert.ok(facts.adb_host_public_key.length > 600);
  // No private key, no state, nothing half done.
  const all = readdirSync(dir.path, { recursive: true, encoding: "utf8" });
  assert.deepEqual(
    all.filter((n) => /partial|state|\.pem$/.test(n)),
    [],
  );
  assert.ok(
    !all.some((n) => /\.(txt|json|log)$/.test(n) && readFileSync(join(dir.path, n), "utf8").includes("PRIVATE KEY")),
  );
  const again = await contraluz(args, { cwd: dir.path });
  assert.equal(again.code, 2);
  assert.match(again.err, /Ya existe y no es una copia a medias/);
});

test("Ctrl-C ends it; the same command goes on", {
  skip: posix ? false : "Windows has no SIGINT to send",
}, async () => {
  using dir = folder();
  await using p = await phone({ packages: 30, bytes: 30e6 });
  const args = [
    "acquire",
    "android",
    "--connect",
    p.at,
    "--out",
    "copia",
    "--apks",
    "all",
    "--yes",
    "--no-check",
    "--lang",
    "en",
  ];
  let sent = false;
  const r = await contraluz(args, {
    cwd: dir.path,
    started(child) {
      let reads = 0;
      p.fake.onRead = () => {
        if (++reads !== 8) return;
        sent = true;
        child.kill("SIGINT");
      };
    },
  });
  assert.equal(r.code, 130, r.err);
  assert.ok(sent);
  assert.match(r.err, /Stopped\. What was copied stays/);
  const [, command] = /To go on: (.*)/.exec(r.err)!;
  assert.match(command!, /acquire android --connect 127\.0\.0\.1:\d+ --out copia$/);
  assert.ok(!existsSync(join(dir.path, "copia/hashes.csv")));
  const before = p.fake.asked.filter((a) => a.startsWith("RECV ")).length;
  p.fake.onRead = undefined;
  const more = command!.replace(/^.*acquire android /, "").split(" ");
  const go = await contraluz(["acquire", "android", ...more, "--yes", "--no-check", "--lang", "en"], { cwd: dir.path });
  assert.equal(go.code, 0, go.err);
  assert.match(go.err, /We go on with a copy that was left half done/);
  assert.match(go.out, /To check it: .*check copia/);
  const reads = p.fake.asked.filter((a) => a.startsWith("RECV "));
  assert.ok(before >= 8 && reads.length - new Set(reads).size <= 1);
  // All of the apps, as the first command said.
  assert.equal(hashed(join(dir.path, "copia")).filter((n) => n.startsWith("apks/")).length, 36);
});

test("what is typed wrong, and what is not there, is said with what to do", async () => {
  using dir = folder();
  const at = (name: string) => join(dir.path, name);
  const wrong = (argv: readonly string[], words: RegExp) =>
    assert.rejects(
      async () => acquireCommand(readArgs(["acquire", ...argv, "--yes"], "es")),
      (e) => e instanceof UsageError && words.test(e.message),
    );
  await wrong([], /Falta de qué celular.*acquire android/);
  await wrong(["iphone"], /De un iPhone se revisa un respaldo/);
  const out = ["--out", at("nueva")];
  await wrong(["android", "--connect", "una dirección", ...out], /No es una dirección/);
  await wrong(["android", "--apks", "some"], /none, user, all/);
  writeFileSync(at("k.pem"), "nada");
  await wrong(["android", "--connect", "127.0.0.1:1", "--key-file", at("k.pem"), ...out], /No es una llave de adb/);
  mkdirSync(at("mía"));
  writeFileSync(at("mía/x"), "");
  await wrong(["android", "--out", at("mía")], /no es una copia a medias/);
  const r = await contraluz(["acquire", "android", "--server", "127.0.0.1:1", "--yes"], { cwd: dir.path });
  assert.equal(r.code, 3);
  assert.match(r.err, /adb start-server/);
  assert.equal(r.out, "");
  // Nothing was left by any of it.
  assert.deepEqual(readdirSync(dir.path).sort(), ["k.pem", "mía"]);
  for (const bad of ["", ":5", "a b", "h:0", "h:65536", "h:1:2", "[::1"])
    assert.throws(() => hostPort(bad, 1, "es"), UsageError);
  assert.deepEqual(hostPort("[fe80::1%eth0]:99", 1, "es"), { host: "fe80::1%eth0", port: 99 });
  assert.deepEqual(hostPort("casa.local", 5555, "es"), { host: "casa.local", port: 5555 });
});

test("over a server of adb: none, several, one that asks, one that was named", async () => {
  await using p = await phone();
  const adb = await adbDirect({ host: "127.0.0.1", port: p.tcp.port }, KEY);
  const line = (serial: string, state: string, id: number) =>
    `${serial.padEnd(22)} ${state} product:p model:Modelo_1 device:d transport_id:${id}\n`;
  await using server = await fakeServer("", adb);
  const { signal } = new AbortController();
  let asked = 0;
  const asks = () => {
    asked++;
    setTimeout(() => {
      server.devices = line("A1", "device", 1);
    }, 300);
  };
  const at = ["--server", `127.0.0.1:${server.port}`];
  const connect = (more: Partial<Waiting> = {}) => connectPhone(argsOf(...at), { signal, asks, ...more });
  await assert.rejects(connect(), code("no-phone"));
  server.devices = line("A1", "device", 1) + line("B2", "device", 2);
  await assert.rejects(connect(), (e) => code("several")(e) && (e as Error).message === "A1, B2");
  server.devices = line("A1", "unauthorized", 1);
  const silent = () => {};
  await assert.rejects(connect({ asks: silent, patience: 100 }), code("not-allowed"));
  await assert.rejects(connect({ signal: AbortSignal.abort() }), code("cancelled"));
  const one = await connect();
  assert.equal(asked, 1);
  await one.close();

  using dir = folder();
  server.devices = line("A1", "device", 1) + line("B2", "offline", 2);
  const argv = ["acquire", "android", ...at, "--serial", "A1", "--out", "copia", "--yes", "--no-check", "--json"];
  const r = await contraluz(argv, { cwd: dir.path, env: { HOME: dir.path } });
  assert.equal(r.code, 0, r.err);
  const made = JSON.parse(r.out);
  assert.deepEqual([made.resumed, made.files], [false, hashed(join(dir.path, "copia")).length + 1]);
  assert.deepEqual(p.fake.breaches, []);
  // The server is asked for its list and for one phone; it is told to do nothing.
  const other = /kill|reconnect|forward|reverse|connect:|remount|root/;
  assert.deepEqual(
    server.requests.filter((q) => q.startsWith("host:") && other.test(q)),
    [],
  );
  await adb.close();
});

test("a key that is kept is the person's alone, and opens the phone without a second question", async () => {
  using dir = folder();
  await using p = await phone();
  const path = join(dir.path, "llave.pem");
  const args = argsOf("--connect", p.at, "--key-file", path);
  const { signal } = new AbortController();
  const keys: unknown[] = [];
  for (let i = 0; i < 2; i++) {
    const c = await connectPhone(args, { signal, asks() {} });
    keys.push(c.hostKey);
    await c.close();
  }
  assert.equal(keys[0], keys[1]);
  assert.equal(p.fake.keys.length, 1);
  assert.match(readFileSync(path, "utf8"), /^-----BEGIN PRIVATE KEY-----\n[\s\S]*\n-----END PRIVATE KEY-----\n$/);
  if (posix) assert.equal(statSync(path).mode & 0o777, 0o600);
  // Without a file each run has a key of its own.
  const c = await connectPhone(argsOf("--connect", p.at), { signal, asks() {} });
  assert.notEqual(c.hostKey, keys[0]);
  await c.close();
  await using closed = await phone({ allows: "no" });
  let asked = 0;
  const refuses = connectPhone(argsOf("--connect", closed.at), { signal, asks: () => void asked++, patience: 1500 });
  await assert.rejects(refuses, code("not-allowed"));
  assert.equal(asked, 1);
});

test("the folder takes no name that is a path, and leaves nothing of what was not finished", async () => {
  using dir = folder();
  const shelf = folderShelf(join(dir.path, "x"));
  for (const name of ["../y", "a/../../y", "/etc/y", "a//b", ".", "a\\b", "ñ", "C:x"])
    await assert.rejects(shelf.create(name), /not a name/);
  const dropped = await shelf.create("apks/a.apk");
  await dropped.write(new Uint8Array([1, 2]));
  await dropped.discard();
  const kept = await shelf.create("apks/b.apk");
  await kept.write(new Uint8Array([1, 2, 3]));
  assert.equal(await shelf.size("apks/b.apk"), undefined);
  await kept.done();
  assert.equal(await shelf.size("apks/b.apk"), 3);
  await shelf.append("log", new Uint8Array([65]));
  await shelf.append("log", new Uint8Array([66]));
  assert.deepEqual(await shelf.read("log"), new Uint8Array([65, 66]));
  assert.equal(await shelf.read("none"), undefined);
  assert.deepEqual(readdirSync(join(dir.path, "x"), { recursive: true, encoding: "utf8" }).sort(), [
    "apks",
    join("apks", "b.apk"),
    "log",
  ]);
});
