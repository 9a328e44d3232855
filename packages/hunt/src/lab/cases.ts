/**
 * A case comes into a lab, and goes. It comes only where its consent says so (`mayCompare`), and its log says that it came before any
 * record of it lies in the lab: whoever ends the case must be able to read where its records are.
 * @module
 */
import { mayCompare } from "@contraluz/case/consent/gate.ts";
import type { Refusal } from "@contraluz/case/consent/types.ts";
import {
  type CaseState,
  checksOf,
  contextOf,
  latestConsent,
  type OpenVault,
  refuse,
  resultOfCheck,
  storedCheck,
  withdrawalOf,
} from "@contraluz/case/vault/index.ts";
import { byCodeUnit, type Cancel, type Context, ContraluzError } from "@contraluz/core";
import { KEYS_VERSION } from "@contraluz/detection";
import { takeCheck } from "../store/take.ts";
import type { ParquetFiles } from "../store/types.ts";
import { forgetCase } from "./forget.ts";
import { leaveOf } from "./leave.ts";
import { removeCheck } from "./leftovers.ts";
import { labName } from "./name.ts";
import { keyingNeeded, type OpenLab, readCase, writeCase } from "./open.ts";
import { LAB_CASE_SCHEMA, type LabCase, type LabCheck } from "./types.ts";

/**
 * Checks of a case that a lab wants: of each evidence the newest. A re-check has the records of the check that it is of, and comparing
 * with other signs is what a hunt does.
 */
export function checksFor(state: Pick<CaseState, "checks">): string[] {
  const newest = new Map<string, string>();
  for (const c of checksOf(state as CaseState)) {
    if (c.of !== undefined) continue;
    newest.set([...c.evidence].sort(byCodeUnit).join(" "), c.check);
  }
  return [...newest.values()].sort(byCodeUnit);
}

export interface AddIn {
  readonly lab: OpenLab;
  readonly files: ParquetFiles;
  readonly vault: OpenVault;
  readonly actor: string;
  /** Where the case lies; left out where others can read the lab. */
  readonly path?: string;
  /** Where the lab lies, for the log of the case. */
  readonly labPath?: string;
  /** Only these checks; else those that a lab wants. */
  readonly checks?: readonly string[];
  readonly cancel?: Cancel;
  readonly progress?: (records: number) => void;
}

export interface Added {
  readonly id: string;
  readonly added: readonly LabCheck[];
  /** Checks that were there already. */
  readonly kept: readonly string[];
  /** Checks that the consent does not cover any more. */
  readonly refused: readonly { readonly check: string; readonly refusal: Refusal }[];
  readonly of: LabCase;
}

const isSame = (had: LabCheck | undefined, resultSha256: string): had is LabCheck =>
  had !== undefined && had.resultSha256 === resultSha256 && had.keysVersion === KEYS_VERSION;

/** The same checks with the hours of today in which the phone was out of the person's hands, as a re-check of each is told them. */
export function withCustody(checks: readonly LabCheck[], custody: Context["custody"]): LabCheck[] {
  return checks.map((c) => ({ ...c, context: { ...c.context, custody } }));
}

/**
 * Takes records of a case into a lab, in place of those that are there. Throws Refused where the consent does not allow it, and
 * ContraluzError: "usage" (no check), "case-damaged", "lab-secret".
 */
export async function addCase(o: AddIn): Promise<Added> {
  const { lab, vault } = o;
  // Before anything is written down of it.
  keyingNeeded(lab);
  const today = lab.machine.now().slice(0, 10);
  const consent = latestConsent(vault.state);
  const withdrawn = withdrawalOf(vault.state);
  refuse(mayCompare(consent, undefined, today, withdrawn));
  const id = labName(lab.machine.platform, lab.head.id, vault.head.id);
  const before = await readCase(lab, id).catch(() => undefined);
  const refused: { readonly check: string; readonly refusal: Refusal }[] = [];
  const wanted: CaseState["checks"][number][] = [];
  for (const check of o.checks ?? checksFor(vault.state)) {
    const of = checksOf(vault.state).find((c) => c.check === check);
    if (!of) throw new ContraluzError("usage", `no such check: ${check}`);
    const refusal = mayCompare(consent, (await resultOfCheck(vault, check)).scope, today, withdrawn);
    if (refusal) refused.push({ check, refusal });
    else wanted.push(of);
  }
  const known = vault.state.labs.find((l) => l.lab === lab.head.id);
  // What is there and may not be any more goes, with what hunts said of it; what still may comes in anew.
  const over = refused.some((r) => before?.checks.some((c) => c.check === r.check));
  if (over) await forgetCase(lab, id);
  if (wanted.length === 0) {
    if (over && known)
      await vault.write({ actor: o.actor, action: "lab-removed", data: { lab: lab.head.id, why: "not-allowed" } });
    if (refused[0]) refuse(refused[0].refusal);
    throw new ContraluzError("usage", "this case has no check yet");
  }
  const had = new Map((over ? [] : (before?.checks ?? [])).map((c) => [c.check, c] as const));
  const names = wanted.map((c) => c.check);
  if (!known || names.some((n) => !known.checks.includes(n)) || known.path !== o.labPath) {
    const data = { lab: lab.head.id, checks: names, ...(o.labPath === undefined ? {} : { path: o.labPath }) };
    await vault.write({ actor: o.actor, action: "lab-added", data });
  }
  const added: LabCheck[] = [];
  const kept: LabCheck[] = [];
  for (const { check, resultSha256 } of wanted) {
    const same = had.get(check);
    if (isSame(same, resultSha256)) {
      kept.push(same);
      continue;
    }
    const { cancel, progress } = o;
    added.push(
      await takeCheck({
        ...{ lab, files: o.files, caseId: id, check, resultSha256, folder: storedCheck(vault, check) },
        ...(cancel ? { cancel } : {}),
        ...(progress ? { progress } : {}),
      }),
    );
  }
  const of: LabCase = {
    schema: LAB_CASE_SCHEMA,
    id,
    ...(o.path === undefined ? {} : { path: o.path }),
    added: before?.added ?? today,
    entries: vault.state.entries,
    ...(consent!.keepUntil === undefined ? {} : { keepUntil: consent!.keepUntil }),
    leave: leaveOf(consent, lab.head.id),
    checks: withCustody([...kept, ...added], contextOf(vault.state).custody).sort((a, b) =>
      byCodeUnit(a.check, b.check),
    ),
  };
  await writeCase(lab, of);
  for (const check of had.keys()) if (!names.includes(check)) await removeCheck(lab, id, check);
  return { id, added, kept: kept.map((c) => c.check), refused, of };
}
