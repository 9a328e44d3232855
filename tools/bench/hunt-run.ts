/**
 * One process of the bench of the hunt, so that what it took is its own. `node tools/bench/hunt-run.ts STEP …` prints JSON.
 *
 *     build LAB RESULT…           takes results into a lab
 *     join LAB SIGNS CASES        the join of all keys alone: CPU, after the signs were read
 *     hunt LAB SIGNS CASES        a whole hunt, and what a verified pair took
 *     recheck RESULT SIGNS        findings of signs of a re-check
 *     search LAB CASES VALUE      one value
 * @module
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import {
  BUILTIN_SET,
  type CompiledIndicators,
  compileIndicators,
  createMatcher,
  readIndicators,
} from "@contraluz/detection";
import { recheck } from "@contraluz/engine";
import {
  type HuntEngine,
  hunt,
  join,
  LAB_CASE_SCHEMA,
  type Lab,
  type LabCase,
  labName,
  openLab,
  openLabToWrite,
  placesOf,
  readCases,
  search,
  signKeys,
  takeCheck,
  verify,
  writeCase,
} from "@contraluz/hunt";
import { nodePlatform, readFileStream, storedFolder, vaultFolder } from "@contraluz/platform-node";
import { nodeMachine } from "../../apps/cli/src/case/open.ts";
import { openDuckDb, WRITING } from "../../apps/cli/src/hunt/duckdb.ts";

export const AS_OF = "2026-11-26";

interface Took {
  readonly cpu: number;
  readonly wall: number;
}

async function took<T>(work: () => Promise<T>): Promise<Took & { readonly value: T }> {
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  const value = await work();
  const used = process.cpuUsage(cpu);
  return { value, cpu: (used.user + used.system) / 1e6, wall: (performance.now() - start) / 1000 };
}

/** Bytes that came from the disk so far, not from the memory of the system; undefined where the system does not say. */
function disk(): number | undefined {
  try {
    return Number(/^read_bytes: (\d+)/m.exec(readFileSync("/proc/self/io", "utf8"))?.[1]);
  } catch {
    return undefined;
  }
}

const peak = (): number => process.resourceUsage().maxRSS * 1024;

async function signsOf(path: string): Promise<CompiledIndicators> {
  return compileIndicators([BUILTIN_SET, readIndicators(readFileStream(path), basename(path), () => {})]);
}

async function build(path: string, results: readonly string[]): Promise<object> {
  const lab = await openLabToWrite(vaultFolder(path), nodeMachine());
  const engine = await openDuckDb(path, "en", WRITING);
  const known = new Set((await readCases(lab)).cases.map((c) => c.id));
  let [records, keys] = [0, 0];
  const t = await took(async () => {
    for (const result of results) {
      const id = labName(nodePlatform(), lab.head.id, result);
      if (known.has(id)) continue;
      const resultSha256 = createHash("sha256")
        .update(readFileSync(`${result}/result.json`))
        .digest("hex");
      const folder = storedFolder(result);
      const check = await takeCheck({ lab, files: engine, caseId: id, check: "0001", resultSha256, folder });
      const of: LabCase = { schema: LAB_CASE_SCHEMA, id, path: result, added: AS_OF, checks: [check] };
      await writeCase(lab, of);
      records += check.records;
      keys += check.keys;
    }
  });
  await engine.close();
  await lab.close();
  return { cpu: t.cpu, wall: t.wall, peak: peak(), records, keys };
}

/** The first cases of a lab, by name. */
async function some(lab: Lab, n: number): Promise<LabCase[]> {
  return (await readCases(lab)).cases.slice(0, n);
}

async function joinAll(engine: HuntEngine, lab: Lab, signs: string, n: number): Promise<object> {
  const compiled = await signsOf(signs);
  const { places } = placesOf(await some(lab, n));
  const idle = peak();
  const put = await took(async () => engine.putSigns(signKeys(compiled, lab.keying)));
  const before = disk();
  const t = await took(() => join(engine, places, put.value));
  const after = disk();
  const pairs = t.value.reduce((sum, m) => sum + m.keys.length, 0);
  return {
    cpu: t.cpu,
    wall: t.wall,
    put: put.cpu,
    peak: peak(),
    idle,
    checks: places.length,
    pairs,
    ...(before === undefined || after === undefined ? {} : { disk: after - before }),
  };
}

async function huntAll(engine: HuntEngine, lab: Lab, signs: string, n: number): Promise<object> {
  const compiled = await signsOf(signs);
  const cases = await some(lab, n);
  const { keying } = lab;
  const input = { engine, lab: lab.head.id, cases, compiled, hunt: "0001", asOf: AS_OF, version: "0.0.0" };
  const t = await took(() => hunt({ ...input, ...(keying ? { keying } : {}) }));
  const { report, records } = t.value;
  // What of it verifying was: once more, alone.
  const { places, checks } = placesOf(cases);
  const met = await join(engine, places, await engine.putSigns(signKeys(compiled, keying)));
  const matcher = createMatcher(compiled);
  const verified = await took(async () => {
    for (const { place, keys } of met) {
      const check = checks.get(`${place.caseId} ${place.checkId}`)!;
      await verify({ engine, matcher, place, check, keys, asOf: AS_OF, ...(keying ? { keying } : {}) });
    }
  });
  return {
    cpu: t.cpu,
    wall: t.wall,
    peak: peak(),
    records,
    verify: verified.cpu,
    checks: report.searched.length,
    candidates: report.candidates,
    refused: report.refused,
    gaps: report.gaps.length,
    findings: report.cases.map((c) => ({
      path: cases.find((x) => x.id === c.caseId)?.path,
      sha256: sha(c.findings),
      n: c.findings.length,
    })),
  };
}

/** Of findings, whatever their integers are. */
function sha(findings: unknown): string {
  const text = JSON.stringify(findings, (_k, v) => (typeof v === "bigint" ? `${v}n` : v));
  return createHash("sha256").update(text).digest("hex");
}

async function recheckOne(result: string, signs: string): Promise<object> {
  const compiled = await signsOf(signs);
  const t = await took(() => recheck(storedFolder(result), { compiled, version: "0.0.0", context: { asOf: AS_OF } }));
  const findings = t.value.findings.filter((f) => f.rule === null);
  return { cpu: t.cpu, wall: t.wall, peak: peak(), n: findings.length, sha256: sha(findings) };
}

async function main(): Promise<object> {
  const [step, first, ...rest] = process.argv.slice(2);
  const path = resolve(first!);
  if (step === "build") return build(path, rest);
  if (step === "recheck") return recheckOne(path, rest[0]!);
  const lab = await openLab(vaultFolder(path), nodeMachine());
  const engine = await openDuckDb(path, "en");
  try {
    if (step === "join") return await joinAll(engine, lab, rest[0]!, Number(rest[1]));
    if (step === "hunt") return await huntAll(engine, lab, rest[0]!, Number(rest[1]));
    const cases = await some(lab, Number(rest[0]));
    const { keying } = lab;
    const t = await took(() => search({ engine, cases, ...(keying ? { keying } : {}) }, rest[1]!));
    const hits = t.value.hits.reduce((n, h) => n + h.count, 0);
    return { cpu: t.cpu, wall: t.wall, peak: peak(), checks: t.value.searched.length, hits };
  } finally {
    await engine.close();
  }
}

process.stdout.write(`${JSON.stringify(await main())}\n`);
