/** A lab in a folder of its own with made-up cases, written by the real engine. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KEYS_VERSION } from "@contraluz/detection";
import {
  type Cell,
  createLab,
  LAB_CASE_SCHEMA,
  type LabCase,
  type OpenLab,
  openLabToWrite,
  type Place,
  placeFile,
  TABLE_COLUMNS,
  TABLE_GROUP,
  writeCase,
} from "@contraluz/hunt";
import { nodePlatform, vaultFolder } from "@contraluz/platform-node";
import { nodeMachine } from "../case/open.ts";
import { type DuckDb, openDuckDb } from "./duckdb.ts";

export interface MadeLab {
  readonly path: string;
  readonly lab: OpenLab;
  readonly engine: DuckDb;
  /** Adds a case with one check of so many keys, and half as many records; every third key is one that all cases have. */
  add(n: number, keys?: number, check?: string): Promise<LabCase>;
  end(): Promise<void>;
}

/** Names of cases by number: 1 is `000000000000c001`. */
export const caseName = (n: number): string => (0xc000 + n).toString(16).padStart(16, "0");

export const keyOf = (n: number, i: number): bigint =>
  BigInt.asIntN(64, BigInt(i % 3 === 0 ? i + 1 : i * 1000 + n) * 0x9e37_79b9_7f4a_7c15n);

const sorted = (keys: readonly bigint[]): bigint[] => [...new Set(keys)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** A text that only this case has. */
export const textOf = (n: number): string => `only-in-${n}.example`;

export async function makeLab(): Promise<MadeLab> {
  const path = mkdtempSync(join(tmpdir(), "contraluz-lab-"));
  const folder = vaultFolder(path);
  const machine = nodeMachine(nodePlatform({ workers: 0 }));
  await createLab(folder, machine);
  const lab = await openLabToWrite(folder, machine);
  const engine = await openDuckDb(path, "en");
  return {
    path,
    lab,
    engine,
    async add(n, count = 30, check = "0001") {
      const id = caseName(n);
      const h = sorted(Array.from({ length: count }, (_, i) => keyOf(n, i)));
      const keys: Cell[][] = [
        h,
        h.map((_, i) => "du"[i % 2]!),
        h.map(() => 1),
        h.map((_, i) => Uint8Array.of(i % 128)),
        h.map((_, i) => (i % 5 === 0 ? null : 1_700_000_000_000n + BigInt(i))),
        h.map((_, i) => (i % 5 === 0 ? null : 1_700_000_000_001n + BigInt(i))),
      ];
      const rows = Array.from({ length: count >> 1 }, (_, i) => i);
      const records: Cell[][] = [
        rows,
        rows.map(() => "ios/safari-history"),
        rows,
        rows.map(() => 0),
        rows.map((i) => 1_700_000_000_000n + BigInt(i)),
        rows.map((i) => JSON.stringify({ fields: { url: `https://${textOf(n)}/${i}` } })),
      ];
      const put = (table: "keys" | "records", columns: readonly (readonly Cell[])[]): Promise<void> =>
        engine.write(placeFile(table, id, check), TABLE_COLUMNS[table], [columns], TABLE_GROUP[table]);
      await put("keys", keys);
      await put("records", records);
      const made: LabCase = {
        schema: LAB_CASE_SCHEMA,
        id,
        added: "2026-01-01",
        checks: [
          {
            check,
            resultSha256: String(n % 10).repeat(64) as never,
            asOf: "2026-01-01",
            until: "2026-01-01",
            evidence: [],
            context: { asOf: "2026-01-01", custody: [], known: [] },
            records: rows.length,
            keys: h.length,
            keysVersion: KEYS_VERSION,
          },
        ],
      };
      await writeCase(lab, made);
      return made;
    },
    async end() {
      await engine.close();
      await lab.close();
      rmSync(path, { recursive: true, force: true });
    },
  };
}

export const placesOfCases = (cases: readonly LabCase[]): Place[] =>
  cases.flatMap((c) => c.checks.map((k) => ({ caseId: c.id, checkId: k.check })));
