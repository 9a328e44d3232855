/** Exports, each loaded by the other side's library: of the sample phone, and of a made-up result with a sign of every type. @module */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Result } from "@contraluz/core";
import { type CustodyEntry, caseUco, misp, roCrate, stix, TLP_LEVELS } from "@contraluz/report";
import { privateOf, resultOf, SIGNS } from "@contraluz/report/exports/share/share.fixture.ts";
import { examine } from "./examine.ts";
import { asked } from "./exports-python.ts";
import { type Case, must, same } from "./runner.ts";

const SAMPLE = join(dirname(fileURLToPath(import.meta.url)), "../../samples/journalist");

interface Stix {
  readonly types: Readonly<Record<string, number>>;
  readonly observables: number;
  readonly patterns: number;
  readonly counts: number;
}
interface Misp {
  readonly attributes: number;
  readonly objects: number;
  readonly to_ids: number;
  readonly sightings: number;
  readonly tags: readonly string[];
  readonly distribution: number;
  readonly published: boolean;
}
interface CaseGraph {
  readonly triples: number;
  readonly types: Readonly<Record<string, number>>;
  readonly terms: number;
}

const NOTES = [{ text: "The person opened it; «no» es seguro.\nSecond line." }];

/** Results that are exported: of a real check, and of what it does not hold. */
interface Made {
  readonly name: string;
  result(): Promise<Result>;
}

/** Writes the files that one library is asked about at once: it takes long to start. */
function written(temp: string, texts: readonly string[]): string[] {
  return texts.map((text, i) => {
    const file = join(temp, `export-${i}.json`);
    writeFileSync(file, text);
    return file;
  });
}

function stixCase(made: readonly Made[], temp: string): Case {
  return {
    name: "exports: STIX 2.1, each TLP level, by stix2 and stix2-patterns",
    async run() {
      const said: string[] = [];
      const results = await Promise.all(made.map((m) => m.result()));
      const outs = results.flatMap((r) =>
        TLP_LEVELS.map((tlp) =>
          stix(r, { by: { name: "Línea" }, tlp, notes: NOTES, times: tlp === "red" ? "exact" : "day" }),
        ),
      );
      const got = asked<Stix>(
        "stix",
        written(
          temp,
          outs.map((o) => o.text),
        ),
      );
      for (const [i, g] of got.entries()) {
        same("sightings", outs[i]!.written, g.types.sighting ?? 0);
        must((g.types.identity ?? 0) === 1, "one identity");
        const objects = Object.values(g.types).reduce((n, x) => n + x, 0);
        if (i % TLP_LEVELS.length === 0)
          said.push(
            `${made[i / TLP_LEVELS.length]!.name}: ${objects} objects, ${g.observables} ids of observables, ${g.patterns} patterns`,
          );
      }
      return said.join("; ");
    },
  };
}

function mispCase(made: readonly Made[], temp: string): Case {
  return {
    name: "exports: MISP, by PyMISP",
    async run() {
      const results = await Promise.all(made.map((m) => m.result()));
      const outs = results.map((r) => misp(r, { by: { name: "Línea" }, notes: NOTES }));
      const got = asked<Misp>(
        "misp",
        written(
          temp,
          outs.map((o) => o.text),
        ),
      );
      for (const [i, g] of got.entries()) {
        same("tags", ["tlp:amber+strict"], g.tags);
        same("for whom", [0, false], [g.distribution, g.published]);
        must(g.attributes > outs[i]!.written, "signs, notes");
      }
      return got
        .map(
          (g, i) =>
            `${made[i]!.name}: ${g.attributes} attributes, ${g.objects} objects of templates, ${g.to_ids} for detection, ${g.sightings} sightings`,
        )
        .join("; ");
    },
  };
}

const sha = (c: string): string => c.repeat(64);
const CUSTODY: readonly CustodyEntry[] = ["created", "intake", "check", "review", "export"].map((action, i) => ({
  seq: i + 1,
  prev: i === 0 ? sha("0") : sha(String(i)),
  at: `2026-11-26T03:3${i}:00Z`,
  actor: i < 3 ? "r1" : "r2",
  action,
  input: i === 0 ? [] : [sha("a")],
  output: i === 2 ? [sha("b"), sha("c")] : [],
  data: sha("d"),
}));

function caseCase(made: readonly Made[], temp: string): Case {
  return {
    name: "exports: CASE 1.4, by rdflib and pySHACL",
    async run() {
      const options = { by: { name: "Línea" }, result: { sha256: sha("e"), size: 7 } };
      const results = await Promise.all(made.map((m) => m.result()));
      const texts = [
        ...results.map((r) => caseUco(r, options).text),
        caseUco(results[0]!, { ...options, id: "case-1", title: "Un caso", custody: CUSTODY }).text,
      ];
      const got = asked<CaseGraph>("case", written(temp, texts));
      for (const [i, { types }] of got.entries()) {
        const n = i < made.length ? 1 : CUSTODY.length;
        same(
          "actions, records, investigations",
          [n, n, 1],
          [types.InvestigativeAction, types.ProvenanceRecord, types.Investigation],
        );
      }
      const names = [...made.map((m) => m.name), `a log of ${CUSTODY.length} entries`];
      return `conform to the ontology, every term is of it: ${got.map((g, i) => `${names[i]}: ${g.triples} triples, ${g.terms} terms`).join("; ")}`;
    },
  };
}

const crateCase = (temp: string): Case => ({
  name: "exports: RO-Crate 1.2, by ro-crate-py",
  run() {
    const folder = join(temp, "crate");
    const paths = ["report.html", "export/stix.json", "años/ñandú 100%.jsonl"];
    for (const p of paths) {
      mkdirSync(join(folder, p, ".."), { recursive: true });
      writeFileSync(join(folder, p), p);
    }
    const files = paths.map((path) => ({ path, size: Buffer.byteLength(path) }));
    const tool = { name: "Contraluz", version: "0" };
    const about = { name: "Dossier", description: "…", published: "2026-11-26", licence: "TLP:AMBER+STRICT" };
    writeFileSync(join(folder, "ro-crate-metadata.json"), roCrate({ ...about, tool, files, publisher: "Línea" }));
    interface Crate {
      readonly name: string;
      readonly files: readonly string[];
      readonly license: string;
      readonly version: string;
    }
    const [got] = asked<Crate>("crate", [folder]);
    same(
      "name, licence, version",
      ["Dossier", "#licence", "https://w3id.org/ro/crate/1.2"],
      [got!.name, got!.license, got!.version],
    );
    same("files", paths.length, got!.files.length);
    return `${got!.files.length} files, found by it`;
  },
});

export function exportCases(temp: string): readonly Case[] {
  const every = resultOf(privateOf(1));
  let sample: Promise<Result> | undefined;
  const indicators = [join(SAMPLE, "indicators.stix2")];
  const made: readonly Made[] = [
    {
      name: "the sample phone",
      result: () => (sample ??= examine(SAMPLE, { temp, indicators }).then((x) => x.result)),
    },
    { name: `${SIGNS.length} made-up signs`, result: async () => every },
    { name: "nothing found", result: async () => ({ ...every, findings: [] }) },
  ];
  return [stixCase(made, temp), mispCase(made, temp), caseCase(made.slice(0, 2), temp), crateCase(temp)];
}
