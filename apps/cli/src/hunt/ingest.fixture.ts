/** Dumps in a folder, each with the consent of somebody, and what must have become of them. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Consent } from "@contraluz/case/consent/types.ts";
import { openVault } from "@contraluz/case/vault/index.ts";
import { readCases } from "@contraluz/hunt";
import type { Job } from "@contraluz/hunt/jobs/index.ts";
import { vaultFolder } from "@contraluz/platform-node";
import { nodeMachine } from "../case/open.ts";
import { smallBackup } from "../cli.fixture.ts";

export const consentOf = (label: string, more: Partial<Consent> = {}): Consent => ({
  ...{ id: "c1", person: { label }, organisation: "Línea de prueba", purpose: "revisar" },
  ...{ artifacts: "all", content: false, copies: true, publication: "none", after: "delete", recipients: [] },
  ...{ incidents: false, compare: true, given: { on: "2020-01-01", how: "signed" } },
  ...more,
});

/** A host that stands in the messages of one dump alone. */
export const hostOf = (n: number): string => `solo-en-${n}.example`;
export const nameOf = (n: number): string => `telefono-${String(n).padStart(3, "0")}`;

/** So many dumps, in `root`. */
export function makeDumps(root: string, count: number): void {
  mkdirSync(root, { recursive: true });
  for (let n = 0; n < count; n++) {
    const path = join(root, nameOf(n));
    smallBackup(path, { plain: true, text: `mira https://${hostOf(n)}/g/${n}` });
    writeFileSync(`${path}.consent.json`, JSON.stringify(consentOf(`persona ${n}`)));
  }
}

/** Jobs as they are on the disk at this moment; one that is being written counts as none. */
export function jobsIn(lab: string): readonly Job[] {
  const folder = join(lab, "jobs");
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    if (!/^[0-9a-f]{32}\.json$/.test(name)) return [];
    try {
      return [JSON.parse(readFileSync(join(folder, name), "utf8")) as Job];
    } catch {
      return [];
    }
  });
}

export interface Outputs {
  readonly cases: string;
  readonly lab: string;
  readonly identities: readonly string[];
}

/** Every dump has one case with one copy and one check of it, and that check is in the lab once. Gives the names of the cases. */
export async function outputsOnce(o: Outputs, count: number): Promise<readonly string[]> {
  const machine = nodeMachine();
  const names = readdirSync(o.cases).filter((n) => existsSync(join(o.cases, n, "case.json")));
  assert.equal(names.length, count, "cases");
  const evidence = new Set<string>();
  for (const name of names) {
    const vault = await openVault(vaultFolder(join(o.cases, name)), { identities: o.identities }, machine);
    const actions = vault.log.map((e) => e.head.action);
    const one = (action: string): number => actions.filter((a) => a === action).length;
    for (const action of ["consent", "intake", "check", "lab-added"])
      assert.equal(one(action), 1, `${name}: ${action} of ${actions.join(" ")}`);
    assert.deepEqual(vault.trouble, [], name);
    for (const e of vault.state.evidence) evidence.add(e.id);
    assert.deepEqual(readdirSync(join(o.cases, name, "checks")), ["0001"], name);
    assert.deepEqual(readdirSync(join(o.cases, name, "evidence")), ["0001"], name);
  }
  assert.equal(evidence.size, count, "different evidence");
  const { cases, damaged } = await readCases({ folder: vaultFolder(o.lab) });
  assert.deepEqual(damaged, []);
  assert.equal(cases.length, count, "cases of the lab");
  for (const table of ["keys", "records"]) {
    const folders = readdirSync(join(o.lab, table));
    assert.deepEqual(folders.sort(), cases.map((c) => `case_id=${c.id}`).sort(), table);
    for (const f of folders)
      assert.deepEqual(readdirSync(join(o.lab, table, f, "check_id=0001")), [`${table}.parquet`], f);
  }
  return names;
}
