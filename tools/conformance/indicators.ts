/** Every file of published signs: read without a throw; counts against a small script of Python's own libraries. @module */
import { statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import type { ObservableType, Problem } from "@contraluz/core";
import { type CompiledIndicators, compileIndicators } from "@contraluz/detection";
import { Rows } from "@contraluz/detection/indicators/rows.ts";
import { signsOf } from "./examine.ts";
import { ask } from "./python.ts";
import { type Case, must, same } from "./runner.ts";
import { filesBelow, SHARED, TESTDATA } from "./shared.ts";

const FOLDER = join(SHARED, "indicators");

interface Answer {
  readonly counts: { readonly [type: string]: number };
  /** Values that are no sign of their kind. */
  readonly invalid: number;
  /** Patterns that are no single equality of a known kind. */
  readonly other?: number;
  readonly names: readonly string[];
}

/** Rules of other tools, prose, programs, and lists of other things. */
const NO_LIST =
  /\.(?:md|yara?|rules|so|tpl)$|\/(?:LICENSE[^/]*|readable_strings|requirements\.txt|indicators(?:_yaml_entry\.txt|\.yaml)|misp_event\.json|indicators-for-tinycheck\.json|android_tlv_list\.csv)$/;

const isStix = (path: string): boolean => path.endsWith(".stix2");
const isFamilies = (path: string): boolean => /\/(?:ioc|watchware)\.yaml$/.test(path);

/** The files that hold signs in a form that `--indicators` takes. */
export function listFiles(): readonly string[] {
  return filesBelow(FOLDER).filter((f) => !NO_LIST.test(f) && statSync(f).size > 0);
}

interface Read {
  readonly set: CompiledIndicators;
  readonly problems: readonly Problem[];
  /** Different signs by type, over all campaigns. */
  readonly counts: { readonly [type: string]: number };
}

async function read(path: string): Promise<Read> {
  const problems: Problem[] = [];
  const set = await compileIndicators([signsOf(path, problems)]);
  const rows = new Rows(set);
  const values = new Map<ObservableType, Set<string>>();
  for (const row of new Set(set.keyRow)) {
    const { type, value } = rows.indicator(row);
    let of = values.get(type);
    if (!of) values.set(type, (of = new Set()));
    of.add(value);
  }
  return { set, problems, counts: Object.fromEntries([...values].map(([t, v]) => [t, v.size])) };
}

const sorted = (o: object): object => Object.fromEntries(Object.entries(o).sort(([a], [b]) => (a < b ? -1 : 1)));
const show = (counts: object): string =>
  Object.entries(sorted(counts))
    .map(([t, n]) => `${t} ${n}`)
    .join(", ") || "no signs";

const reasons = (problems: readonly Problem[]): string =>
  problems.length === 0 ? "" : `; ${problems.length} problems, the first: ${problems[0]!.code} ${problems[0]!.found}`;

async function stix(path: string): Promise<string> {
  const { set, counts, problems } = await read(path);
  const [answer] = ask<Answer>("stix", [path]);
  same(
    "problems",
    problems.map((p) => p.code),
    new Array(answer!.invalid).fill("indicator-value"),
  );
  same("signs by type", sorted(counts), sorted(answer!.counts));
  same("patterns that are no equality", answer!.other, 0);
  const named = [...set.counts.keys()].filter((n) => n !== basename(path)).length;
  must(named === answer!.names.length, `${named} campaigns, Python ${answer!.names.length}`);
  return `${show(counts)}; as Python counts them, of ${named} campaigns${reasons(problems)}`;
}

async function families(path: string): Promise<string> {
  const { set, counts, problems } = await read(path);
  const [answer] = ask<Answer>("stalkerware", [path], ["yaml"]);
  same(
    "problems",
    problems.map((p) => p.code),
    new Array(answer!.invalid).fill("indicator-value"),
  );
  same("signs by type", sorted(counts), sorted(answer!.counts));
  same("families", [...set.counts.keys()].sort(), [...answer!.names].sort());
  return `${answer!.names.length} families; ${show(counts)}; as PyYAML counts them`;
}

async function list(path: string): Promise<string> {
  const { set, counts, problems } = await read(path);
  must(set.sets[0]!.count > 0, `no signs${reasons(problems)}`);
  return show(counts) + reasons(problems);
}

/** What is no list: it must say so, or read what signs stand in it, and never throw. */
async function other(path: string): Promise<string> {
  const { set, problems } = await read(path);
  must(set.sets[0]!.count > 0 || problems.length > 0, "nothing read and nothing said");
  return `no list of signs for us: ${set.sets[0]!.count} read${reasons(problems)}`;
}

/** All files of the folder, and the two bundles of MVT's tests. */
export function indicatorCases(): readonly Case[] {
  const cases = filesBelow(FOLDER).map((path): Case => {
    const judge =
      NO_LIST.test(path) || statSync(path).size === 0
        ? other
        : isStix(path)
          ? stix
          : isFamilies(path)
            ? families
            : list;
    return { name: `signs ${relative(FOLDER, path)}`, run: () => judge(path) };
  });
  const mvt = join(TESTDATA, "mvt-project+mvt/tests/artifacts/stix2");
  return [
    ...cases,
    ...filesBelow(mvt).map((path): Case => ({ name: `signs ${basename(path)} of MVT's tests`, run: () => stix(path) })),
  ];
}
