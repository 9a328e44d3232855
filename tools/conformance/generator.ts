/** The generator of `../shared/tools`: every planted trace is found, nothing else, in every form of the same backup. @module */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Result } from "@contraluz/core";
import { type Examined, examine } from "./examine.ts";
import { judge, readPlanted } from "./planted.ts";
import { runPython } from "./python.ts";
import { type Case, same } from "./runner.ts";
import { SHARED } from "./shared.ts";

const SCALE = "0.02";
const PASSWORD = "contraseña de prueba";

/** A generated folder: the backup, the signs, what was planted. */
interface Made {
  readonly backup: string;
  readonly name: string;
  readonly folder: string;
  readonly signs: string;
  readonly expected: string;
}

function generate(temp: string, form: string, options: readonly string[], modules: readonly string[]): Made {
  const folder = join(temp, form);
  runPython([join(SHARED, "tools/gen_backup.py"), "--out", folder, "--scale", SCALE, ...options], "", modules);
  const name = readdirSync(folder).find((n) => n.startsWith("0000"))!;
  return {
    folder,
    name,
    backup: join(folder, name),
    signs: join(folder, "iocs.stix2"),
    expected: join(folder, "expected.json"),
  };
}

/** What must be the same whatever the form; where a row of Manifest.db lies may differ. */
const essence = (r: Result): unknown => ({
  verdict: r.verdict,
  coverage: r.coverage,
  findings: r.findings.map((f) => [
    f.id,
    f.level,
    f.subject,
    f.count,
    f.records.map((x) => [x.artifact, x.ordinal, x.at?.seen]),
  ]),
  records: Object.entries(r.records).map(([id, x]) => [id, x.count]),
  problems: r.problems,
});

const told = (x: Examined, plain: Examined): string => {
  same("coverage, findings, counts", essence(x.result), essence(plain.result));
  return `${x.result.findings.length} findings, as in the plain folder`;
};

export function generatorCases(temp: string): readonly Case[] {
  let made: Made | undefined;
  let first: Promise<Examined> | undefined;
  const plain = (): Made => (made ??= generate(temp, "plain", [], []));
  const inFolder = (): Promise<Examined> => (first ??= examine(plain().backup, { temp, indicators: [plain().signs] }));
  return [
    {
      name: `generator, scale ${SCALE}, plain folder`,
      async run() {
        const x = await inFolder();
        same("problems", [...x.problems, ...x.result.problems], []);
        const { found, bodies } = judge(x.result, readPlanted(plain().expected));
        return `${found} planted traces found, ${bodies} of them in attributedBody alone; nothing else weighs`;
      },
    },
    {
      name: "generator, the same as zip",
      async run() {
        const m = plain();
        const zip = join(temp, "backup.zip");
        runPython(["-m", "zipfile", "-c", zip, m.backup]);
        return told(await examine(zip, { temp, indicators: [m.signs] }), await inFolder());
      },
    },
    {
      name: "generator, the same as tar.gz",
      async run() {
        const m = plain();
        const tar = join(temp, "backup.tar.gz");
        const code = "import sys, tarfile; tarfile.open(sys.argv[1], 'w:gz').add(sys.argv[2], sys.argv[3])";
        runPython(["-c", `${code}`, tar, m.backup, m.name]);
        return told(await examine(tar, { temp, indicators: [m.signs] }), await inFolder());
      },
    },
    {
      name: "generator, the same encrypted",
      async run() {
        const m = generate(temp, "encrypted", ["--encrypt", PASSWORD, "--dpic", "1000"], ["cryptography"]);
        const x = await examine(m.backup, { temp, indicators: [m.signs], password: PASSWORD });
        judge(x.result, readPlanted(m.expected));
        return told(x, await inFolder());
      },
    },
  ];
}
