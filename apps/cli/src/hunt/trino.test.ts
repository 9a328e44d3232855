import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { readArgs, UsageError } from "../args.ts";
import { contraluz } from "../cli.fixture.ts";
import { packCommand } from "./pack.ts";
import { serverOf, trinoCommand } from "./trino.ts";

let cwd: string;
let server: Server;
let url: string;
/** Statements that came, in order; each is answered with these rows, of text, or with an error. */
const asked: string[] = [];
let rowsFor: (sql: string) => readonly (readonly string[])[] | string = () => [];

before(async () => {
  cwd = mkdtempSync(join(tmpdir(), "contraluz-trino-"));
  server = createServer((request, response) => {
    let sql = "";
    request.on("data", (b: Buffer) => (sql += b.toString("utf8")));
    request.on("end", () => {
      if (request.url === "/v1/info") return response.end('{"starting":false,"nodeVersion":{"version":"476"}}');
      asked.push(sql);
      const found = rowsFor(sql);
      if (typeof found === "string")
        return response.end(JSON.stringify({ error: { errorName: found, message: "m" }, stats: { state: "FAILED" } }));
      const columns = (found[0] ?? []).map(() => ({ type: "varchar" }));
      response.end(
        JSON.stringify({ ...(found.length > 0 ? { columns, data: found } : {}), stats: { state: "FINISHED" } }),
      );
    });
  });
  await new Promise<void>((r) => server.listen(0, "127.0.0.1", () => r()));
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  await contraluz(["hunt", "init", "lab"], { cwd });
});
after(() => {
  server.close();
  rmSync(cwd, { recursive: true, force: true });
});

const run = (...args: readonly string[]) => contraluz(["hunt", ...args, "--lang", "en"], { cwd });

test("what cannot be a server is said before anything is asked", async () => {
  writeFileSync(join(cwd, "password"), "secreta\n");
  const at = ["--trino-folder", "local:///lab"];
  const wrong: readonly (readonly [RegExp, readonly string[]])[] = [
    [/Where Trino is/, ["trino", "lab", ...at]],
    [/How Trino sees the folder/, ["trino", "lab", "--trino", url]],
    [/not the address of a Trino/, ["trino", "lab", "--trino", "8080", ...at]],
    [/not the address of a Trino/, ["trino", "lab", "--trino", `${url}/ui,hive.lab`, ...at]],
    [/not the address of a Trino/, ["trino", "lab", "--trino", `${url},hive`, ...at]],
    [/not the address of a Trino/, ["run", "lab", "--no-installed", "--trino", `${url},hive.lab;drop`]],
    [/over https alone/, ["trino", "lab", "--trino", "http://192.0.2.1:8080,hive.lab", ...at]],
    [/does not go in the address/, ["trino", "lab", "--trino", "https://ana:secreta@trino.example", ...at]],
    [/goes over https, never/, ["trino", "lab", "--trino", url, "--password-file", "password", ...at]],
    [/not a folder as Trino names it/, ["trino", "lab", "--trino", url, "--trino-folder", "/lab"]],
  ];
  const inFolder = (a: string): string => (a === "lab" || a === "password" ? join(cwd, a) : a);
  for (const [said, args] of wrong) {
    const parsed = readArgs(["hunt", ...args.map(inFolder), "--lang", "en"], "en");
    await assert.rejects(args[0] === "run" ? serverOf(parsed) : trinoCommand(parsed), (e) => {
      assert.ok(e instanceof UsageError);
      assert.match(e.message, said);
      return true;
    });
  }
  assert.deepEqual(asked, []);
});

test("tables are made over the folder, and taken away; what else is in the schema stays", async () => {
  rowsFor = (sql) => (sql.startsWith("show tables") ? [["keys"], ["signs_abc"], ["other"]] : []);
  const made = await run("trino", "lab", "--trino", `${url},hive.lab`, "--trino-folder", "s3://bucket/lab/");
  assert.equal(made.code, 0, made.err);
  assert.match(made.out, /hive\.lab/);
  const created = asked.filter((sql) => sql.startsWith("create table"));
  assert.deepEqual(
    created.map((sql) => /table hive\.lab\.(\w+) .*external_location = '([^']*)'/.exec(sql)!.slice(1)),
    [
      ["keys", "s3://bucket/lab/keys"],
      ["packed_keys", "s3://bucket/lab/packed/keys"],
      ["records", "s3://bucket/lab/records"],
      ["packed_records", "s3://bucket/lab/packed/records"],
    ],
  );
  const dropped = (): string[] => asked.filter((sql) => sql.startsWith("drop")).map((sql) => sql.split(".").at(-1)!);
  assert.deepEqual(dropped(), ["keys", "signs_abc"]);
  asked.length = 0;
  assert.equal((await run("trino", "lab", "--trino", `${url},hive.lab`, "--drop")).code, 0);
  assert.deepEqual(dropped(), ["keys", "signs_abc"]);
});

test("a hunt whose server fails has no answer, and keeps none", async () => {
  rowsFor = () => "NO_NODES_AVAILABLE";
  for (const args of [
    ["trino", "lab", "--trino", url, "--drop"],
    ["search", "lab", "a.example", "--engine", "trino", "--trino", "http://127.0.0.1:9"],
  ]) {
    const r = await run(...args);
    assert.equal(r.code, 3);
    assert.match(r.err, /There is no answer, not even in part\. \(Trino: (NO_NODES_AVAILABLE|ECONNREFUSED)/);
    assert.equal(r.out, "");
  }
  const hunts = join(cwd, "lab/hunts");
  assert.deepEqual(existsSync(hunts) ? readdirSync(hunts) : [], []);
});

test("packing an empty lab says so; a size that is none is refused", async () => {
  const r = await run("pack", "lab");
  assert.equal(r.code, 0, r.err);
  assert.match(r.out, /nothing new/);
  const zero = readArgs(["hunt", "pack", join(cwd, "lab"), "--size", "0"], "en");
  await assert.rejects(packCommand(zero), UsageError);
});
