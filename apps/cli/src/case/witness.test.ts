/** An old copy of a whole case is put in place of the newer one: a line that somebody kept tells it. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { CONTROL, folder } from "../cli.fixture.ts";
import { inside } from "./inside.fixture.ts";

test("a witness holds while the log goes on; an old copy, a cut one and another history fail; without one it is not known", async () => {
  using dir = folder();
  const at = (name: string): string => join(dir.path, name);
  const ran = async (code: number, args: readonly string[], ...texts: RegExp[]): Promise<string> => {
    const r = await inside(dir.path, args);
    const all = (r.out + r.err).replaceAll(/\s+/g, " ");
    assert.equal(r.code, code, `${args.join(" ")}\n${all}`);
    for (const t of texts) assert.match(all, t, args.join(" "));
    assert.doesNotMatch(r.out, CONTROL);
    return r.out;
  };
  const verify = (code: number, witness: string, ...texts: RegExp[]): Promise<string> =>
    ran(code, ["case", "verify", "ana", "--witness", witness], ...texts);
  await ran(0, ["case", "new", "ana", "--title", "Ana Prueba"]);
  await ran(0, ["case", "note", "ana", "uno"]);
  cpSync(at("ana"), at("before"), { recursive: true });
  await ran(0, ["case", "note", "ana", "dos"]);
  const told = await ran(0, ["case", "witness", "ana"], /en papel/);
  const line = told.split("\n")[0]!;
  assert.match(line, /^contraluz-log [0-9a-f]{16} \d+ \d{4}-\d\d-\d\d [0-9a-f-]{71}$/);
  assert.ok(!told.includes("Ana"));
  await ran(4, ["case", "verify", "ana"], /cadena está completa/, /No diste un testigo/);
  await verify(0, line, /es la última/);
  writeFileSync(at("carta.txt"), told);
  await ran(0, ["case", "note", "ana", "tres"]);
  await verify(0, "carta.txt", /con 1 entrada más/);
  assert.equal(JSON.parse(await ran(0, ["case", "verify", "ana", "--witness", line, "--json"])).witnesses[0].more, 1);
  // The log as it left the case in a dossier.
  mkdirSync(at("dossier/data"), { recursive: true });
  writeFileSync(at("dossier/data/custody.jsonl"), await ran(0, ["case", "log", "ana", "--json"]));
  await verify(0, "dossier", /es la última/);
  cpSync(at("ana"), at("newest"), { recursive: true });
  // A cut end: the log's own note of it tells; of that too, only the witness.
  const entries = readFileSync(at("dossier/data/custody.jsonl"), "utf8").trim().split("\n").length;
  rmSync(at(`ana/log/${String(entries).padStart(8, "0")}.json`));
  await verify(5, line, /partes que faltan/);
  await ran(2, ["case", "witness", "ana"], /no se hace un testigo/);
  rmSync(at("ana"), { recursive: true });
  cpSync(at("before"), at("ana"), { recursive: true });
  await ran(4, ["case", "verify", "ana"], /cadena está completa/);
  await verify(5, line, /copia de antes/);
  for (const text of ["otra", "y otra"]) await ran(0, ["case", "note", "ana", text]);
  await verify(5, line, /aquí es otra/);
  await verify(5, "dossier", /aquí es otra/);
  await ran(0, ["case", "new", "eva"]);
  await ran(4, ["case", "verify", "eva", "--witness", line], /de otro caso/);
  await verify(2, "nada.txt", /no hay un testigo/);
  await verify(2, "before", /no hay un testigo/);
});
