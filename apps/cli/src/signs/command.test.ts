/** `contraluz indicators` as a person meets it, against a server on loopback. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { KNOWN_SETS } from "@contraluz/detection";
import { download } from "@contraluz/platform-node";
import { readArgs, UsageError } from "../args.ts";
import { CONTROL, contraluz, folder, type Ran, ROOT, smallBackup } from "../cli.fixture.ts";
import { signsCommand } from "../commands/signs.ts";
import { openStore } from "./store.ts";
import { inUse } from "./take.ts";
import { takenWords } from "./text.ts";
import type { StoreIndex } from "./types.ts";
import { type Get, updateSets } from "./update.ts";

const FIXTURE = fileURLToPath(new URL("loopback.fixture.ts", import.meta.url));
const dir = folder();
const cwd = dir.path;
let server: Server;
let origin = "";
let asked: string[] = [];
let store = "";
/** What the server does with the path of a set; else it is not there. */
let serves: Record<string, RequestListener> = {};

const bundle = (n: number, from = 0): string =>
  JSON.stringify({
    type: "bundle",
    id: "bundle--00000000-0000-4000-8000-000000000000",
    objects: Array.from({ length: n }, (_, i) => ({
      type: "indicator",
      spec_version: "2.1",
      id: `indicator--00000000-0000-4000-8000-${String(i + from).padStart(12, "0")}`,
      created: "2026-04-08T00:00:00Z",
      modified: "2026-04-08T00:00:00Z",
      valid_from: "2026-04-08T00:00:00Z",
      pattern_type: "stix",
      pattern: `[domain-name:value='site-${i + from}.example']`,
    })),
  });
const text =
  (body: string | Uint8Array): RequestListener =>
  (_, r) =>
    r.end(body);

before(async () => {
  server = createServer((q, r) => {
    asked.push(q.url ?? "");
    const name = KNOWN_SETS.find((s) => s.files.some((f) => new URL(f.url).pathname === q.url))?.name ?? "";
    const file = (q.url ?? "").split("/").at(-1);
    const does = serves[`${name}/${file}`] ?? serves[name];
    if (does) does(q, r);
    else r.writeHead(404).end("404: Not Found");
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.on("listening", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.close();
  server.closeAllConnections();
  dir[Symbol.dispose]();
});
let n = 0;
beforeEach(() => {
  asked = [];
  store = `store-${n++}`;
});

/** With the server in the place of the public sites. `at`: the day that it is. */
function signs(at: string, ...args: string[]): Promise<Ran> {
  const program = [process.execPath, FIXTURE, origin, `${at}T12:00:00.000Z`];
  return contraluz([...args, "--store", store], { cwd, program });
}
const index = (): StoreIndex => JSON.parse(readFileSync(join(cwd, store, "index.json"), "utf8"));
const ran = async (code: number, r: Promise<Ran>, ...texts: RegExp[]): Promise<Ran> => {
  const got = await r;
  const all = `${got.out}${got.err}`;
  assert.equal(got.code, code, all);
  assert.ok(!CONTROL.test(all));
  const flat = all.replaceAll(/\s+/g, " ");
  for (const t of texts) assert.match(flat, t);
  return got;
};

test("without a name: what there is, who would be asked; nobody is asked, nothing is written", async () => {
  const r = await ran(
    0,
    signs("2026-05-01", "update"),
    /pegasus +Pegasus, de NSO/,
    /Todavía no pedimos nada/,
    /GitHub/,
  );
  for (const s of KNOWN_SETS) assert.ok(r.out.includes(`  ${s.name} `), s.name);
  await ran(0, signs("2026-05-01"), /No hay listas instaladas/);
  assert.deepEqual([asked, existsSync(join(cwd, store))], [[], false]);
});

test("by name: who will know what is said first; then a list with its age, what changed, what stays", async () => {
  serves = {
    candiru: text(bundle(20)),
    "egypt-2019/domains.txt": text("a.example\n"),
    "egypt-2019/emails.txt": text("x@b.example\n"),
  };
  const first = await ran(
    0,
    signs("2026-05-01", "update", "candiru", "egypt-2019"),
    /Ese sitio sabrá que alguien con tu conexión pidió estas listas/,
    /3 archivos a raw\.githubusercontent\.com \(GitHub\)/,
    /candiru: instalada: 20 señales/,
    /egypt-2019: instalada: 2 señales/,
  );
  assert.ok(first.err.startsWith("Vamos a pedir"));
  assert.equal(asked.length, 3);
  await ran(0, signs("2026-05-02", "update", "candiru"), /candiru: sigue igual · 20 señales/);
  serves.candiru = text(gzipSync(bundle(29, 3)));
  // Packed, but not said to be: no list.
  await ran(
    3,
    signs("2026-05-03", "update", "candiru"),
    /guardada aparte, sin usarla: no tiene señales/,
    /Sigue en uso la del 1 may 2026/,
  );
  serves.candiru = (_, r) => r.setHeader("Content-Encoding", "gzip").end(gzipSync(bundle(29, 3)));
  await ran(0, signs("2026-05-04", "update", "candiru"), /candiru: cambió desde el 1 may 2026: \+12 −3 señales/);
  await ran(
    0,
    signs("2026-06-13", "list"),
    /candiru +29 señales · pedida el 4 may 2026, hace 40 días · con señales hasta el 8 abr 2026 · licencia MIT · en uso · 3 versiones guardadas/,
    /egypt-2019 +2 señales · pedida el 1 may 2026, hace 43 días/,
  );
  await ran(0, signs("2026-05-05", "list"), /pedida el 4 may 2026 ·/);
  const shown = await ran(
    0,
    signs("2026-05-05", "show", "candiru"),
    /podían verse 29 de 29 señales/,
    /29 de 29 sitios/,
  );
  assert.equal(shown.out.match(/^ {2}[0-9a-f]{12} /gm)!.length, 3);
  const raw = JSON.parse((await ran(0, signs("2026-05-05", "list", "--json"))).out);
  assert.deepEqual(Object.keys(raw.sets[0].versions[0].types), ["domain"]);
  assert.equal(raw.sets[0].versions.length, 3);
});

test("what the other side does wrong costs that set, and is named; what was there stays in use", async () => {
  serves = { candiru: text(bundle(20)), coruna: text(bundle(15)) };
  await ran(0, signs("2026-05-01", "update", "candiru", "coruna"));
  serves.coruna = text(bundle(16));
  const cases: readonly (readonly [string, RequestListener, RegExp])[] = [
    ["404", (_, r) => r.writeHead(404).end(), /el sitio no lo dio \(404\)/],
    [
      "cut off",
      (_, r) => r.writeHead(200, { "Content-Length": 9999 }).write(bundle(20).slice(0, 100), () => r.destroy()),
      /llegó cortado \(100 \/ 9999\)/,
    ],
    [
      "drip",
      (_, r) => {
        const t = setInterval(() => r.write(" "), 50);
        r.on("close", () => clearInterval(t));
      },
      /no respondió a tiempo/,
    ],
    ["silence", () => {}, /no respondió a tiempo/],
    [
      "elsewhere",
      (_, r) => r.writeHead(302, { Location: "https://example.org/list" }).end(),
      /otro que no está en la lista \(example\.org\)/,
    ],
    [
      "bomb",
      (_, r) => r.setHeader("Content-Encoding", "gzip").end(gzipSync(Buffer.alloc(9_000_000))),
      /es demasiado grande/,
    ],
    ["deep", text("[".repeat(1_000_000)), /guardada aparte, sin usarla: no tiene señales/],
    ["shrunk", text(bundle(3)), /le falta la mayor parte/],
    ["a page", text("<html>Inicia sesión</html>"), /no tiene señales que sepamos leer/],
  ];
  // In this process, which is much quicker; the first one as a person meets it.
  serves.candiru = cases[0]![1];
  await ran(3, signs("2026-05-02", "update", "candiru", "coruna"), cases[0]![2], /coruna: cambió/);
  const open = openStore(join(cwd, store));
  const limits = { connect: 60_000, idle: 60_000, whole: 60_000, bytes: 5_000_000 };
  // Short where nothing else ends it: a busy machine may be slow to answer.
  const short = { ...limits, connect: 400, idle: 400, whole: 1500 };
  let slow = false;
  const get: Get = (url) =>
    download(new URL(new URL(url).pathname, origin).href, {
      allow: (u) => u.origin === origin,
      limits: slow && url.includes("candiru") ? short : limits,
    });
  const sets = KNOWN_SETS.filter((s) => s.name === "candiru" || s.name === "coruna");
  for (const [name, does, words] of cases) {
    serves.candiru = does;
    slow = name === "drip" || name === "silence";
    const now = "2026-05-02T12:00:00.000Z";
    const [candiru, coruna] = await updateSets(sets, { store: open, get, now: () => now });
    assert.match(takenWords(candiru!, { lang: "es", width: 1000, now }).join(" "), words, name);
    assert.ok(coruna?.ok && coruna.taken.state === "same", name);
    const used = inUse((await open.read()).sets[0])!;
    assert.deepEqual([used.signs, used.fetched.slice(0, 10)], [20, "2026-05-01"], name);
  }
  // A person who looked at it may put it to use, and go back.
  const aside = index().sets[0]!.versions.find((v) => v.aside === "shrunk")!;
  await ran(0, signs("2026-05-03", "use", `candiru@${aside.id.slice(0, 12)}`), /se usa ahora la versión/);
  await ran(0, signs("2026-05-03", "list"), /candiru +3 señales/);
  await ran(
    0,
    signs("2026-05-03", "remove", `candiru@${aside.id.slice(0, 8)}`),
    /Quitada: candiru@/,
    /se usa ahora la versión del 1 may 2026/,
  );
  await ran(0, signs("2026-05-03", "remove", "candiru", "coruna"), /Quitada: candiru/);
  assert.deepEqual(readdirSync(join(cwd, store, "files")), []);
});

test("no network: said once for each of the first, exit code 3, nothing lost", async () => {
  serves = { pegasus: text(bundle(20)) };
  await ran(0, signs("2026-05-01", "update", "pegasus"));
  const program = [process.execPath, FIXTURE, "http://127.0.0.1:1", "2026-05-02T00:00:00.000Z"];
  const r = await ran(
    3,
    contraluz(["update", "mvt", "--store", store], { cwd, program }),
    /no hubo conexión \(ECONNREFUSED\)/,
    /no se pidió: nadie respondía/,
    /Lo que ya tenías sigue en uso/,
  );
  assert.equal(r.out.match(/ECONNREFUSED/g)!.length, 3);
  await ran(0, signs("2026-05-02", "list"), /pegasus +20 señales .* en uso/);
});

test("import: files of a USB stick, without a connection; and a check uses what is installed", async () => {
  writeFileSync(join(cwd, "Mi lista.STIX2"), bundle(20));
  writeFileSync(join(cwd, "aviso.txt"), "aviso-paqueteria.example\nb.example\n");
  await ran(0, signs("2026-05-01", "import", "Mi lista.STIX2", "aviso.txt"), /mi-lista\.stix2: instalada: 20 señales/);
  await ran(
    0,
    signs("2026-05-02", "list"),
    /mi-lista\.stix2 +20 señales · traída el 1 may 2026 .* sin licencia escrita · en uso/,
  );
  assert.deepEqual(asked, []);
  smallBackup(join(cwd, "phone"), { plain: true });
  const check = (out: string, ...args: string[]): Promise<Ran> =>
    contraluz(["check", "phone", "--out", out, "--workers", "0", ...args], { cwd });
  const [with_, without, file] = await Promise.all([
    check("with", "--store", store),
    check("without", "--store", store, "--no-installed"),
    check("file", "--indicators", "aviso.txt"),
  ]);
  const setsOf = (out: string) => JSON.parse(readFileSync(join(cwd, out, "result.json"), "utf8"));
  assert.match(
    with_!.err,
    /Comparamos también con 2 listas instaladas \(22 señales; la más vieja se pidió el 1 may 2026/,
  );
  assert.deepEqual(
    setsOf("with").indicators.map((s: { name: string }) => s.name),
    ["contraluz-builtin", "aviso.txt", "mi-lista.stix2"],
  );
  assert.equal(setsOf("with").verdict.evidence, "targeted");
  assert.equal(setsOf("file").verdict.evidence, "targeted");
  assert.equal(setsOf("without").verdict.evidence, "none-found");
  assert.ok(![without!.err, file!.err].some((e) => e.includes("Comparamos")));
  const run = JSON.parse(readFileSync(join(cwd, "with/run.json"), "utf8"));
  assert.deepEqual(
    run.installed.map((s: { name: string; fetched: string }) => [s.name, s.fetched]),
    [
      ["aviso.txt", "2026-05-01T12:00:00.000Z"],
      ["mi-lista.stix2", "2026-05-01T12:00:00.000Z"],
    ],
  );
  // Bytes that changed are not compared with: said on the screen and in the result.
  const [name] = readdirSync(join(cwd, store, "files")).filter((f) =>
    readFileSync(join(cwd, store, "files", f), "utf8").includes("aviso"),
  );
  writeFileSync(join(cwd, store, "files", name!), "other.example\n");
  const damaged = await check("damaged", "--store", store);
  assert.equal(damaged.code, 0);
  assert.match(damaged.err, /Ojo: no comparamos con aviso\.txt/);
  assert.ok(
    setsOf("damaged").problems.some(
      (p: { code: string; path: string }) => p.code === "indicator-file" && p.path === "aviso.txt",
    ),
  );
});

test("wrong use says what to type", async () => {
  writeFileSync(join(cwd, "nothing.txt"), "\n# nothing\n");
  writeFileSync(join(cwd, "índice.txt"), "a.example\n");
  const deps = { get: () => assert.fail("nobody is asked"), now: () => "2026-05-01T12:00:00.000Z" };
  const wrong = (args: readonly string[], words: RegExp): Promise<void> => {
    const named = args.map((a) => (existsSync(join(cwd, a)) ? join(cwd, a) : a));
    const all = readArgs(["indicators", ...named, "--store", join(cwd, store)], "es");
    return assert.rejects(signsCommand(all, deps), (e) => e instanceof UsageError && words.test(e.message));
  };
  for (const [args, words] of [
    [["actualizar"], /«indicators» no sabe «actualizar»\. Puede ser: list, update/],
    [["shwo"], /Quizá: show/],
    [["update", "pegasis"], /No hay una lista «pegasis».*Quizá: pegasus/s],
    [["import"], /Falta el nombre\. Se escribe: .*indicators import ARCHIVO/],
    [["import", "nope"], /No existe/],
    [["import", "nothing.txt"], /no encontramos señales/],
    [["import", "índice.txt", "--name", "../x"], /no sirve de nombre/],
    [["import", "índice.txt", "índice.txt", "--name", "x"], /un archivo a la vez/],
    [["show", "nope"], /No hay una lista «nope»/],
    [["use", "candiru"], /use NOMBRE@VERSIÓN/],
    [["remove", "candiru"], /No está instalada: candiru/],
  ] as const)
    await wrong(args, words);
  // And as a process, once.
  await ran(2, signs("2026-05-01", "actualizar"), /«indicators» no sabe «actualizar»/);
  await ran(0, signs("2026-05-01", "import", "índice.txt"), /indice\.txt: instalada/);
  await wrong(["remove", "indice.txt@zz"], /no tiene una versión «zz»/);
  writeFileSync(join(cwd, store, "index.json"), "{");
  await wrong(["list"], /El índice de las listas instaladas está dañado/);
  assert.deepEqual(asked, []);
});

test("nothing of the command line can connect but five files; packages may not at all (tools/imports.ts)", async () => {
  const connects =
    /node:(https?|http2|net|tls|dgram|dns)\b|\bfetch\s*\(|\bWebSocket\b|XMLHttpRequest|import\("pg-boss"\)|\/http\.ts"/;
  // What serves the page to this computer listens, and asks nobody.
  const listens =
    /import type (?:\{[^}]*\}|\* as \w+) from "node:\w+";|const \{ createServer \} = await import\("node:http"\);/g;
  // It hands Node's http over; who takes it from there is found by its name.
  const hands = "platform/node/src/http.ts";
  const found = ["apps/cli/src", "platform/node/src"].flatMap((top) =>
    readdirSync(join(ROOT, top), { recursive: true, encoding: "utf8" })
      .map((name) => `${top}/${name}`.replaceAll("\\", "/"))
      .filter((path) => path.endsWith(".ts") && path !== hands && !/\.(test|fixture)\.ts$|node_modules/.test(path))
      .filter((path) => {
        const source = readFileSync(join(ROOT, path), "utf8");
        return connects.test(source.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(listens, ""));
      }),
  );
  assert.deepEqual(found.sort(), [
    "apps/cli/src/hunt/jobs-postgres.ts",
    ...["adb", "download", "stamp", "trino"].map((n) => `platform/node/src/${n}.ts`),
  ]);
  const r = await contraluz(["indicators", "--help"], { cwd });
  assert.match(r.out.replaceAll(/\s+/g, " "), /Nada se actualiza por su cuenta, y «check» nunca se conecta/);
});
