/** What is done with a result that was left: report, explain, export, recheck, forget; and the catalogues. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { count, type Result } from "@contraluz/core";
import { columns } from "@contraluz/report/text/wrap.ts";
import { CONTROL, contraluz, folder, type Ran, SAMPLE } from "./cli.fixture.ts";

const dir = folder();
const cwd = dir.path;
let result: Result;
let printed: string;
const json = (path: string): Result => JSON.parse(readFileSync(join(cwd, path, "result.json"), "utf8")) as Result;
const run = (...args: string[]): Promise<Ran> => contraluz(args, { cwd });
const ok = (r: Ran): Ran => {
  assert.equal(r.code, 0, r.err);
  return r;
};

before(async () => {
  const ran = ok(await run("demo", "--out", "r"));
  printed = ran.out;
  result = json("r");
});
after(() => dir[Symbol.dispose]());

test("report: the same answer again, in either language, as a page, or as it is", async () => {
  const [es, en, page, raw] = await Promise.all([
    run("report", "r"),
    run("report", "r", "--lang", "en"),
    run("report", "r", "--html", "page.html", "--lang", "en"),
    run("report", "r", "--json"),
  ]);
  // All of it, but for what to type with lists that nobody knows any more, and the note on the sample.
  const from = printed.indexOf("  Si conoces alguno");
  const to = printed.indexOf("  Además anotamos");
  const end = printed.indexOf("\nEs un teléfono inventado");
  assert.ok(0 < from && from < to && to < end);
  assert.equal(ok(es!).out, printed.slice(0, from) + printed.slice(to, end));
  assert.match(ok(en!).out, /We found traces that match a known spyware: Pegasus/);
  ok(page!);
  const html = readFileSync(join(cwd, "page.html"), "utf8");
  assert.ok(html.includes('<html lang="en">'));
  assert.ok(
    html.includes(
      createHash("sha256")
        .update(readFileSync(join(cwd, "r/result.json")))
        .digest("hex"),
    ),
  );
  assert.equal(ok(raw!).out, readFileSync(join(cwd, "r/result.json"), "utf8"));
  if (process.platform !== "win32") assert.equal(statSync(join(cwd, "page.html")).mode & 0o077, 0);
  const again = await run("report", "r", "--html", "page.html");
  assert.equal(again.code, 2);
  assert.match(again.err, /Ya existe: .*page\.html\. Elige otro nombre con --html\./);
});

test("explain: the list, a finding by the first letters of its number, unknown numbers", async () => {
  const match = result.findings.find((f) => f.level === "match")!;
  const [list, one, none, en] = await Promise.all([
    run("explain", "r"),
    run("explain", "r", match.id.slice(0, 6)),
    run("explain", "r", "ffffffff"),
    run("explain", "r", match.id, "--lang", "en"),
  ]);
  for (const f of result.findings) assert.ok(ok(list!).out.includes(f.id.slice(0, 8)), f.id);
  assert.ok(list!.out.indexOf("Coincide:") < list!.out.indexOf("Pregunta para ti:"));
  assert.match(list!.out, /Para ver uno: .*contraluz explain r [0-9a-f]{8}\n$/);
  const origin = match.records[0]!;
  const file = result.files[origin.origin.file]!;
  for (const s of [file.path, file.sha256, "tabla ZPROCESS, fila 28", "SELECT * FROM ZPROCESS WHERE rowid = 28"])
    assert.ok(ok(one!).out.replaceAll(/\n +/g, " ").includes(s), s);
  assert.equal(none!.code, 2);
  assert.match(none!.err, /No hay un hallazgo «ffffffff» en este resultado\. Hay:\n/);
  assert.match(ok(en!).out, /table ZPROCESS, row 28/);
});

test("explain: an artifact or a rule by its id, also without its group", async () => {
  const [a, b, r] = await Promise.all([
    run("explain", "ios/safari-history"),
    run("explain", "safari-history", "--lang", "en"),
    run("explain", "orphan-usage"),
  ]);
  assert.match(ok(a!).out, /Muestra: .*No puede mostrar: .*Dónde está.*Qué guarda cada registro.*Fuentes:/s);
  assert.match(ok(b!).out, /Shows: .*Cannot show: .*Sources:/s);
  assert.match(ok(r!).out, /Mira: ios\/data-usage.*Qué más podría ser: .*Veces que salió/s);
});

test("artifacts and rules: in words, and as JSON", async () => {
  const [a, r, aj, rj] = await Promise.all([
    run("artifacts"),
    run("rules", "--lang", "en"),
    run("artifacts", "--json"),
    run("rules", "--json"),
  ]);
  const artifacts = JSON.parse(ok(aj!).out) as { id: string; where: object; hides: string; sources: string[] }[];
  assert.ok(artifacts.length >= 8 && artifacts.every((x) => x.hides !== "" && x.sources.length > 0));
  for (const x of artifacts) assert.match(ok(a!).out, new RegExp(`^  ${x.id}( |$)`, "m"));
  const rules = JSON.parse(ok(rj!).out) as { id: string; baseRate: { samples: number } }[];
  assert.ok(rules.length >= 3 && rules.every((x) => x.baseRate.samples >= 0));
  for (const x of rules) assert.match(ok(r!).out, new RegExp(`^  ${x.id}( |$)`, "m"));
  for (const line of `${a!.out}${r!.out}`.split("\n")) assert.ok(columns(line) <= 80, line);
});

test("export: three formats, to standard output and to a new file; the number written is said", async () => {
  const total = Object.values(result.records).reduce((n, r) => n + r.count, 0);
  const undated = result.coverage.reduce((n, c) => n + c.undated, 0);
  const [csv, sheet, lines] = await Promise.all([
    run("export", "r"),
    run("export", "r", "--format", "timesketch-csv"),
    run("export", "r", "--format", "timesketch-jsonl", "--lang", "en", "--output", "t.jsonl"),
  ]);
  assert.equal(ok(csv!).err, `${count(total)} registros escritos.\n`);
  assert.match(csv!.out, /^time_utc,artifact,kind,/);
  assert.match(ok(sheet!).out, /^message,datetime,timestamp/);
  assert.match(
    sheet!.err,
    new RegExp(`^${count(total - undated)} registros escritos\\. ${count(undated)} sin fecha no caben`),
  );
  assert.deepEqual([ok(lines!).out, readdirSync(cwd).includes("t.jsonl")], ["", true]);
  const events = readFileSync(join(cwd, "t.jsonl"), "utf8").trimEnd().split("\n");
  assert.equal(events.length, total - undated);
  // In the order of time, as a timeline wants it.
  const times = events.map((l) => BigInt((/"timestamp":(-?\d+)/.exec(l) ?? [])[1]!));
  assert.ok(times.every((t, i) => i === 0 || times[i - 1]! <= t));
  const again = await run("export", "r", "--format", "csv", "--output", "t.jsonl");
  assert.equal(again.code, 2);
  assert.match(again.err, /Ya existe: .*t\.jsonl\. Elige otro nombre con --output\./);
});

test("export: MVT's layout is a new folder, whole or not there; what has no place in it is said", async () => {
  const bare = await run("export", "r", "--format", "mvt");
  assert.equal(bare.code, 2);
  assert.match(bare.err, /--output CARPETA/);
  const made = ok(await run("export", "r", "--format", "mvt", "--output", "m"));
  assert.match(made.err, /^[\d,]+ registros escritos\. [\d,]+ no tienen lugar en este formato/);
  const names = readdirSync(join(cwd, "m"));
  for (const name of ["alerts.json", "alerts_timeline.csv", "info.json", "manifest.json", "sms.json", "timeline.csv"])
    assert.ok(names.includes(name), name);
  for (const name of names) {
    if (name.endsWith(".json")) JSON.parse(readFileSync(join(cwd, "m", name), "utf8"));
    assert.equal(statSync(join(cwd, "m", name)).mode & 0o077, 0, name);
  }
  const again = await run("export", "r", "--format", "mvt", "--output", "m");
  assert.equal(again.code, 2);
  assert.match(again.err, /Ya existe: .*m\. Elige otro nombre con --output\./);
  // Read back it is what another tool said: nothing of it is a finding of ours.
  const back = ok(await run("check", "m", "--out", "back", "--exit-code"));
  assert.match(back.out, /No revisamos el celular/);
  assert.equal(json("back").verdict.evidence, "unchecked");
  assert.ok(json("back").findings.every((f) => f.level === "info"));
});

test("export: the timeline index can be gone or wrong; nothing is lost for it", async () => {
  const sorted = (r: Ran): string[] => ok(r).out.trimEnd().split("\n").sort();
  const whole = sorted(await run("export", "r", "--format", "timesketch-jsonl"));
  const index = readFileSync(join(cwd, "r/index/timeline.bin"));
  const half = Buffer.from(index);
  // The last two entries become the same record.
  half.copy(half, half.length - 14, half.length - 28, half.length - 14);
  for (const [name, bytes] of [
    ["gone", undefined],
    ["cut", index.subarray(0, index.length - 14 * 100)],
    ["twice", half],
    ["empty", Buffer.alloc(0)],
    ["noise", Buffer.from("CLTIME1\n\u00ff\u00ff\u00ff\u00ff")],
  ] as const) {
    cpSync(join(cwd, "r"), join(cwd, name), { recursive: true });
    rmSync(join(cwd, name, "index/timeline.bin"));
    if (bytes) writeFileSync(join(cwd, name, "index/timeline.bin"), bytes);
    assert.deepEqual(sorted(await run("export", name, "--format", "timesketch-jsonl")), whole, name);
  }
});

test("recheck: what the person knows; the old result stays as it is", async () => {
  const lists = ["--indicators", join(SAMPLE, "indicators.stix2"), "--indicators", join(SAMPLE, "vendors.yaml")];
  const old = readFileSync(join(cwd, "r/result.json"));
  const asks = result.findings.filter((f) => f.level === "ask");
  const [known, fewer] = await Promise.all([
    run("recheck", "r", ...lists, "--known", asks[0]!.subject, "--out", "known", "--exit-code"),
    run("recheck", "r", "--out", "fewer", "--json"),
  ]);
  assert.equal(known!.code, 20, known!.err);
  const after = json("known");
  assert.deepEqual(
    after.findings.map((f) => f.id),
    result.findings.filter((f) => f !== asks[0]).map((f) => f.id),
  );
  assert.deepEqual(after.context.known, [asks[0]!.subject]);
  assert.deepEqual(after.coverage, result.coverage);
  assert.ok(!known!.err.includes("Ojo"));
  // Fewer lists: said, since a result with less in it must not look like good news.
  assert.match(ok(fewer!).err, /antes comparamos también con indicators\.stix2, vendors\.yaml\. Esta vez no/);
  assert.equal(fewer!.out, readFileSync(join(cwd, "fewer/result.json"), "utf8"));
  assert.deepEqual(readdirSync(join(cwd, "known")).sort(), [
    "index",
    "records",
    "report.html",
    "result.json",
    "run.json",
  ]);
  assert.deepEqual(readFileSync(join(cwd, "r/result.json")), old);
  assert.match((await run("recheck", "r", "--out", "known")).err, /Ya existe/);
  assert.match((await run("recheck", "r", "--out", "r/new")).err, /dentro de la evidencia/);
  assert.match(ok(await run("recheck", "r")).out, /contraluz forget contraluz-r-recheck\n/);
});

test("forget: what a check left that was cut off", async () => {
  mkdirSync(join(cwd, "cut.partial/records"), { recursive: true });
  writeFileSync(join(cwd, "cut.partial/records/ios.sms.jsonl"), "{}\n");
  mkdirSync(join(cwd, "download.partial"));
  const [gone, not] = await Promise.all([run("forget", "cut.partial"), run("forget", "download.partial")]);
  assert.match(ok(gone!).out, /^Borrado: /);
  assert.ok(!existsSync(join(cwd, "cut.partial")));
  assert.equal(not!.code, 2);
  assert.ok(existsSync(join(cwd, "download.partial")));
});

test("forget: removes what is ours and nothing else", async () => {
  cpSync(join(cwd, "r"), join(cwd, "mine"), { recursive: true });
  writeFileSync(join(cwd, "mine/notes.txt"), "my own");
  mkdirSync(join(cwd, "other"));
  writeFileSync(join(cwd, "other/letter.txt"), "x");
  const [gone, stays, not] = await Promise.all([run("forget", "r"), run("forget", "mine"), run("forget", "other")]);
  assert.match(ok(gone!).out, /^Borrado: .*\nBorrar no es destruir/);
  assert.ok(!existsSync(join(cwd, "r")));
  assert.match(ok(stays!).out, /La carpeta queda: tiene 1 cosa que no es nuestra/);
  assert.deepEqual(readdirSync(join(cwd, "mine")), ["notes.txt"]);
  assert.equal(not!.code, 2);
  assert.deepEqual(readdirSync(join(cwd, "other")), ["letter.txt"]);
  for (const r of [gone!, stays!, not!]) assert.ok(!CONTROL.test(r.out + r.err));
});
