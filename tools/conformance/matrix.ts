/**
 * `npm run conformance -- --matrix [WORD…]`: every case, form of hiding, near miss, infiltration and damage of `gen_sysdiagnose.py`, on four systems
 * with three seeds (`phones.txt`): all that was planted is at its level, all that was broken is told. Half an hour on two busy cores; the
 * ordinary run takes nine of these phones, with another seed each day.
 * @module
 */
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CompiledIndicators } from "@contraluz/detection";
import { compileFiles, type Examined, examine } from "./examine.ts";
import { damageTold, type Expected, type Graded, grade, readExpected } from "./grade.ts";
import { OPINIONS } from "./opinions.ts";
import { runPython } from "./python.ts";
import type { Case } from "./runner.ts";
import { filesBelow, SHARED } from "./shared.ts";

const LIST = join(dirname(fileURLToPath(import.meta.url)), "phones.txt");

interface List {
  readonly systems: readonly string[];
  readonly seeds: readonly string[];
  readonly phones: readonly string[];
}

function readList(): List {
  const lines = readFileSync(LIST, "utf8").split("\n");
  const of = (word: string): string[] =>
    lines.filter((l) => l.startsWith(`${word} `)).map((l) => l.slice(word.length + 1).trim());
  return { systems: of("systems")[0]!.split(" "), seeds: of("seeds")[0]!.split(" "), phones: of("phone") };
}

/** One of the seeds of the list, another each day. */
export function seedOfToday(): string {
  const { seeds } = readList();
  return seeds[Math.floor(Date.now() / 86_400_000) % seeds.length]!;
}

let compiled: Promise<CompiledIndicators> | undefined;

/** The files of all published signs that lie here. The list of stalkerware as YAML tells pages that sell from servers; as STIX it does not. */
export function publishedFiles(): readonly string[] {
  return filesBelow(join(SHARED, "indicators")).filter((p) =>
    p.includes("AssoEchap") ? /\/(?:ioc|watchware)\.yaml$/.test(p) : p.endsWith(".stix2"),
  );
}

/** All of them, read once. */
export function publishedSigns(): Promise<CompiledIndicators> {
  return (compiled ??= compileFiles(publishedFiles()));
}

/** One made phone in its three forms, checked. */
export interface Phone {
  readonly folder: string;
  readonly expected: Expected;
  readonly parts: readonly { readonly kind: string; readonly x: Examined; readonly graded: Graded }[];
}

const FORMS = [
  ["sysdiagnose", (n: string): boolean => n.endsWith(".tar.gz")],
  ["fs", (n: string): boolean => n === "fs"],
  ["privacy-report", (n: string): boolean => n.endsWith(".ndjson")],
] as const;

/** Makes a phone, checks each form of it and grades what was found. */
export async function makePhone(folder: string, temp: string, options: readonly string[]): Promise<Phone> {
  const kinds = ["--as", "sysdiagnose,fs,privacy-report"];
  runPython([join(SHARED, "tools/gen_sysdiagnose.py"), "--out", folder, ...kinds, ...options]);
  const expected = readExpected(join(folder, "expected.json"));
  const signs = await publishedSigns();
  const parts = [];
  for (const [kind, is] of FORMS) {
    const x = await examine(join(folder, readdirSync(folder).find(is)!), { temp, compiled: signs });
    const graded = grade(
      x.result,
      expected.planted.filter((p) => p.id.startsWith(`${kind}:`)),
    );
    const damage = (expected.truth.damage ?? []).filter((d) => is((d.evidence ?? d.file).split("/")[0]!));
    damageTold(x.result, damage);
    parts.push({ kind, x, graded });
  }
  return { folder, expected, parts };
}

const sum = (p: Phone, of: (g: Graded) => number): number => p.parts.reduce((n, { graded }) => n + of(graded), 0);

export function matrixCases(temp: string): readonly Case[] {
  const { systems, seeds, phones } = readList();
  const used = new Map<string, number>();
  let total = { phones: 0, entries: 0, lost: 0, damage: 0 };
  const all = phones.flatMap((options) => systems.flatMap((ios) => seeds.map((seed) => ({ options, ios, seed }))));
  return [
    ...all.map(
      ({ options, ios, seed }): Case => ({
        name: `matrix: --ios ${ios} --seed ${seed} ${options}`,
        async run() {
          const room = join(temp, "matrix");
          try {
            const p = await makePhone(join(room, "phone"), room, ["--ios", ios, "--seed", seed, ...options.split(" ")]);
            for (const { graded } of p.parts)
              for (const [why, n] of graded.opinions) used.set(why, (used.get(why) ?? 0) + n);
            const [entries, lost] = [sum(p, (g) => g.entries), sum(p, (g) => g.lost)];
            const damage = p.expected.truth.damage?.length ?? 0;
            total = {
              phones: total.phones + 1,
              entries: total.entries + entries,
              lost: total.lost + lost,
              damage: total.damage + damage,
            };
            return `${entries} entries${damage > 0 ? `, ${lost} of them lost with what was broken in ${damage} places` : ""}`;
          } finally {
            rmSync(room, { recursive: true, force: true });
          }
        },
      }),
    ),
    {
      name: "matrix: sum",
      run: () =>
        `${total.phones} phones, ${total.entries} entries, ${total.lost} of them lost with what was broken in ${total.damage} places, each of which is told`,
    },
    ...OPINIONS.map(
      ({ why }): Case => ({ name: "matrix: of another opinion", run: () => `${used.get(why) ?? 0} entries: ${why}` }),
    ),
  ];
}
