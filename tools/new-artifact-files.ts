/** The files of a new artifact, one set for each feed: a small one that works, to be changed line by line. @module */

export interface NewArtifact {
  /** `ios/call-history` */
  readonly id: string;
  /** Name of the constant: `callHistory`. */
  readonly constant: string;
  readonly feed: Feed;
  /** Kind of acquisition in which it lies. */
  readonly acquisition: string;
  /** Where it lies there. */
  readonly path: string;
}

export type Feed = "sqlite" | "plist";
export const FEEDS: readonly Feed[] = ["sqlite", "plist"];

/** Files by name, as text; the formatter has the last word. */
export function filesOf(a: NewArtifact): Readonly<Record<string, string>> {
  const file = a.path.slice(a.path.lastIndexOf("/") + 1);
  return {
    "index.ts": a.feed === "sqlite" ? sqliteIndex(a, file) : plistIndex(a, file),
    "words.ts": wordsFile(a),
    "index.test.ts": a.feed === "sqlite" ? sqliteTest(a) : plistTest(a),
  };
}

const head = (a: NewArtifact): string => `  id: "${a.id}",
  version: 1,
  feed: "${a.feed}",`;

const tail = (file: string): string => `  fields,
  observes: [["url", "visited"]],
  words,
  sources: ["${file}"],`;

const sqliteIndex = (a: NewArtifact, file: string): string => `/**
 * ${file}: what it holds, in one line.
 *
 * What its columns mean, in which versions, and who says so.
 * @module
 */
import { macAny, type Observable } from "@contraluz/core";
import type { Artifact } from "../../artifact.ts";
import { address, number } from "../../text.ts";
import { fields, words } from "./words.ts";

export const ${a.constant}: Artifact<"sqlite"> = {
${head(a)}
  where: {
    "${a.acquisition}": {
      paths: ["${a.path}"],
      want: { tables: [{ name: "entry", columns: ["address", "date"] }] },
    },
  },
${tail(file)}
  parse: () => ({
    take(item, emit) {
      const [value, date] = [item.column("address"), item.column("date")];
      for (const row of item.rows) {
        const url = address(row.values[value]);
        const at = macAny(number(row.values[date]));
        const observables: Observable[] = url ? [{ type: "url", value: url, contact: "visited" }] : [];
        emit({
          kind: "entry",
          ...(at ? { at } : {}),
          fields: { address: url },
          observables,
          origin: item.origin(row),
        });
      }
    },
  }),
};
`;

const plistIndex = (a: NewArtifact, file: string): string => `/**
 * ${file}: what it holds, in one line.
 *
 * What its keys mean, in which versions, and who says so.
 * @module
 */
import { macSeconds, type Observable } from "@contraluz/core";
import { asDict, asNumber, get } from "@contraluz/formats/plist/get.ts";
import type { Artifact } from "../../artifact.ts";
import { address } from "../../text.ts";
import { fields, words } from "./words.ts";

export const ${a.constant}: Artifact<"plist"> = {
${head(a)}
  where: { "${a.acquisition}": { paths: ["${a.path}"], want: {} } },
${tail(file)}
  parse: (run) => ({
    take(item, emit) {
      const entries = asDict(item.value);
      if (!entries) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      for (const [key, entry] of entries) {
        if (!asDict(entry)) continue;
        const url = address(key);
        const at = macSeconds(asNumber(get(entry, "date")));
        const observables: Observable[] = url ? [{ type: "url", value: url, contact: "visited" }] : [];
        emit({
          kind: "entry",
          ...(at ? { at } : {}),
          fields: { address: url },
          observables,
          origin: item.origin(address(key) ?? ""),
        });
      }
    },
  }),
};
`;

const wordsFile = (a: NewArtifact): string => `import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "${a.id}", en: "${a.id}" },
  shows: { es: "Qué muestra este lugar.", en: "What this place shows." },
  hides: { es: "Qué no puede mostrar.", en: "What it cannot show." },
};

const f = {
  address: { es: "Dirección", en: "Address" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  entry: {
    address: { words: f.address },
  },
};
`;

const sqliteTest = (a: NewArtifact): string => `import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { parseSqlite, seen } from "../../artifacts.fixture.ts";
import { ${a.constant} } from "./index.ts";

const parse = async (...rows: readonly (readonly unknown[])[]) =>
  parseSqlite(${a.constant}, (db) => {
    db.exec("CREATE TABLE entry (address, date)");
    for (const r of rows) db.prepare("INSERT INTO entry VALUES (?, ?)").run(...(r as string[]));
  });

test("an entry: its time and what indicators can meet", async () => {
  const { records, problems } = await parse(["https://a.example/x", 736_671_600]);
  assert.deepEqual(problems, []);
  assert.equal(records.length, 1);
  assert.equal(isoUtc(records[0]!.at!.utc!, "s"), "2024-05-06T07:00:00Z");
  assert.deepEqual(seen(records[0]!), ["url visited https://a.example/x"]);
});

test("NULL and wrong types are no address and no time", async () => {
  const { records, problems } = await parse([null, null], [7, "yesterday"]);
  assert.deepEqual(problems, []);
  for (const r of records) assert.deepEqual([r.at, r.fields.address, r.observables], [undefined, undefined, []]);
  assert.equal(records.length, 2);
});

test("a database without the table: a problem, no record", async () => {
  const { records, problems } = await parseSqlite(${a.constant}, (db) => db.exec("CREATE TABLE other (x)"));
  assert.deepEqual(records, []);
  assert.deepEqual(
    problems.map((p) => p.code),
    ["sqlite-table-missing"],
  );
});
`;

const plistTest = (a: NewArtifact): string => `import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { parsePlistFile, seen } from "../../artifacts.fixture.ts";
import { ${a.constant} } from "./index.ts";

test("an entry: its time and what indicators can meet", async () => {
  const { records, problems } = await parsePlistFile(${a.constant}, { "https://a.example/x": { date: 736_671_600 } });
  assert.deepEqual(problems, []);
  assert.equal(records.length, 1);
  assert.equal(isoUtc(records[0]!.at!.utc!, "s"), "2024-05-06T07:00:00Z");
  assert.deepEqual(seen(records[0]!), ["url visited https://a.example/x"]);
});

test("wrong types are no entry and no time", async () => {
  const { records } = await parsePlistFile(${a.constant}, { "https://a.example/x": { date: "yesterday" }, b: 7 });
  assert.deepEqual(
    records.map((r) => [r.fields.address, r.at]),
    [["https://a.example/x", undefined]],
  );
});

test("a list that is no dictionary: a problem, no record", async () => {
  const { records, problems } = await parsePlistFile(${a.constant}, ["x"]);
  assert.deepEqual(records, []);
  assert.deepEqual(
    problems.map((p) => p.code),
    ["plist-damaged"],
  );
});
`;
