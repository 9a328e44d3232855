/** The made-up phones of `links/world.fixture.ts` as a lab on disk, with a hunt. */
import type { Result } from "@contraluz/core";
import { memoryFolder } from "@contraluz/engine/check.fixture.ts";
import { type HuntReport, hunt, type LabCase, readCases, writeCase } from "@contraluz/hunt";
import { ASOF, signsOf, type World, type WorldCase } from "@contraluz/hunt/links/world.fixture.ts";
import { encodeRecord, encodeStructure, recordsName } from "@contraluz/store";
import { keepHunt } from "./kept.ts";
import { type PhoneLab, phoneLab } from "./phones.fixture.ts";

const ACQUISITION = { kind: "ios-backup", os: { name: "ios", version: "18.1" } } as const;

async function resultOf({ id, records }: WorldCase): Promise<ReturnType<typeof memoryFolder>> {
  const folder = memoryFolder();
  const entries: Record<string, Result["records"][string]> = {};
  for (const artifact of [...new Set(records.map((r) => r.artifact))].sort()) {
    const of = records.filter((r) => r.artifact === artifact);
    const file = recordsName(artifact);
    await folder.append(file, Buffer.from(of.map((r) => `${encodeRecord(r.record)}\n`).join("")));
    entries[artifact] = { file, version: 1, count: of.length, sha256: "0".repeat(64) };
  }
  const result: Result = {
    schema: "contraluz/result@1",
    tool: { name: "contraluz", version: "0.0.0", catalogue: "0".repeat(64) },
    asOf: `${ASOF}T00:00:00Z`,
    scope: { artifacts: "all", content: false, evidenceCopies: false },
    context: { asOf: `${ASOF}T00:00:00Z`, custody: [], known: [] },
    evidence: [{ id: id.repeat(4), name: "e", hashed: "read", bytes: 0, acquisition: ACQUISITION }],
    acquisition: ACQUISITION,
    indicators: [],
    verdict: { evidence: "none-found", complete: true, gaps: [] },
    coverage: [],
    applicability: [],
    findings: [],
    problems: [],
    files: [{ evidence: 0, path: "f", size: 0, sha256: "" }],
    records: entries,
  };
  await folder.append("result.json", Buffer.from(encodeStructure(result)));
  return folder;
}

export interface WorldLab {
  readonly lab: PhoneLab;
  readonly cases: readonly LabCase[];
  readonly hunt: HuntReport;
  /** Names in the lab by names in the world, and of the cases of each planted campaign. */
  readonly names: ReadonlyMap<string, string>;
  readonly campaigns: readonly (readonly string[])[];
}

/** `more`: a case as the lab notes it; `list`: what the list of signs is called. */
export async function worldLab(
  w: World,
  secret?: Uint8Array,
  more: (c: LabCase, lab: string, n: number) => LabCase = (c) => c,
  list?: string,
): Promise<WorldLab> {
  const lab = await phoneLab(secret);
  const names = new Map<string, string>();
  for (const [n, c] of w.cases.entries()) {
    const taken = await lab.take(n, await resultOf(c));
    names.set(c.id, taken.id);
    await writeCase(lab.lab, more(taken, lab.lab.head.id, n));
  }
  const { cases } = await readCases(lab.lab);
  const { report } = await hunt({
    engine: lab.engine,
    lab: lab.lab.head.id,
    cases,
    compiled: await signsOf(w, list),
    keying: lab.lab.keying!,
    hunt: "0001",
    asOf: ASOF,
    version: "0.0.0",
  });
  await keepHunt(lab.lab.folder, report);
  const campaigns = w.campaigns.map((g) => g.map((id) => names.get(id)!).sort());
  return { lab, cases, hunt: report, names, campaigns };
}
