import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { contraluz, type Ran } from "../cli.fixture.ts";

const cli = (...args: readonly string[]): Promise<Ran> => contraluz(args, { cwd: tmpdir() });

const line = (path: string, text: string, more: object = {}): string =>
  JSON.stringify({ doc: "ab".repeat(32), path, page: 1, state: "read", from: "ocr", text, ...more });

test("archive: index, search and names from the command line; what is asked is written nowhere", async () => {
  const folder = await mkdtemp(join(tmpdir(), "contraluz-find-"));
  try {
    await mkdir(join(folder, "pages"));
    await writeFile(
      join(folder, "pages/000001.jsonl"),
      `${line("a.png", "Se vio a EUSTAQUIO XOLALPA BERRIOZABAL en Puebla")}\n${line("b.png", "", { state: "unreadable" })}\n`,
    );
    const made = await cli("archive", "index", folder, "--lang", "es");
    assert.equal(made.code, 0, made.err);
    assert.match(made.out, /Páginas listas para buscar: 2\. Nuevas: 2\./);
    const found = await cli("archive", "search", folder, "puebla xolalpa", "--lang", "es");
    assert.match(found.out, /Páginas halladas: 1\.[\s\S]*Sin poder leer: 1[\s\S]*a\.png, página 1/);
    const piped = await contraluz(["archive", "search", folder, "-", "--lang", "es"], {
      cwd: tmpdir(),
      input: "puebla xolalpa\n",
    });
    assert.match(piped.out, /Páginas halladas: 1\./, piped.err);
    const none = await cli("archive", "search", folder, "ausente", "--lang", "es");
    assert.match(none.out, /No lo hallamos en lo que se pudo leer\.[\s\S]*Sin poder leer: 1/);
    // A page that came later, and a correction, are found without another command.
    await writeFile(join(folder, "pages/000002.jsonl"), `${line("c.png", "X0chitI Nadie")}\n`);
    const fix = {
      doc: "ab".repeat(32),
      path: "c.png",
      page: 1,
      n: 1,
      text: "Xóchitl Nadie",
      by: "Ana",
      at: "2026-11-26T05:00:00Z",
    };
    await writeFile(join(folder, "corrections.jsonl"), `${JSON.stringify(fix)}\n`);
    const later = await cli("archive", "search", folder, "xochitl", "--lang", "es");
    assert.match(later.out, /c\.png, página 1 \(se escribe de otra manera; corregida a mano\)/);
    const list = join(folder, "names.txt");
    await writeFile(list, "Eustaquio Xolalpa Berriozábal\nZenaida Quetzalcoatl Ibarrengoitia | El Tigre\n");
    const names = await cli("archive", "names", folder, "--list", list, "--json");
    const said = JSON.parse(names.out) as { names: { total: { same: number } }[]; coverage: { unreadable: number } };
    assert.deepEqual(
      said.names.map((n) => n.total.same),
      [1, 0],
    );
    assert.equal(said.coverage.unreadable, 1);
    assert.ok(!names.out.includes("Zenaida"));
    for (const name of await readdir(folder, { recursive: true }))
      if (name !== "names.txt" && !name.endsWith("pages")) {
        const bytes = await readFile(join(folder, name), "latin1");
        for (const word of ["ausente", "Zenaida", "zenaida", "quetzalcoatl"])
          assert.ok(!bytes.includes(word), `${name}: ${word}`);
      }
    // A line that is damaged is told beside every search, not beside the first one alone.
    await writeFile(join(folder, "pages/000003.jsonl"), "no es una hoja\n");
    for (const _ of [1, 2]) {
      const json = JSON.parse((await cli("archive", "search", folder, "ausente", "--json")).out);
      assert.deepEqual([json.total, json.problems.length, json.unfinished], [0, 1, false]);
    }
    assert.match((await cli("archive", "search", folder, "ausente", "--lang", "es")).out, /dañad/);
    await writeFile(join(folder, "coverage.json"), '{"unopened":[{"code":"zip-directory","path":"roto.zip"}]}\n');
    assert.match(
      (await cli("archive", "search", folder, "ausente", "--lang", "es")).out,
      /no se pudieron abrir, cuyas páginas no están aquí: 1/,
    );
    assert.equal((await cli("archive", "search", folder, '"x', "--lang", "es")).code, 2);
    assert.equal((await cli("archive", "names", folder, "--lang", "es")).code, 2);
    assert.equal((await cli("archive", "search", folder, "x", "--since", "ayer", "--lang", "es")).code, 2);
    // An index that is damaged is made again.
    await writeFile(
      join(folder, "index.sqlite"),
      "no database at all, but longer than a header of SQLite would be; ".repeat(100),
    );
    assert.match((await cli("archive", "search", folder, "puebla", "--lang", "es")).out, /Páginas halladas: 1\./);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
