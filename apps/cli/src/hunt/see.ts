/** A lab looks after its cases before it is searched: what must go goes, and keys of another version are made again. @module */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { mayCompare } from "@contraluz/case/consent/gate.ts";
import {
  checksOf,
  contextOf,
  latestConsent,
  openVault,
  openVaultToWrite,
  resultOfCheck,
  type Vault,
  withdrawalOf,
} from "@contraluz/case/vault/index.ts";
import { ContraluzError, say } from "@contraluz/core";
import { type Lab, type LabCase, labName, leaveOf, lookAfter, type OpenLab, type Seen } from "@contraluz/hunt";
import { vaultFolder } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { actorOf, nodeMachine } from "../case/open.ts";
import { openerOf } from "../case/opener.ts";
import { printable } from "../terminal.ts";
import { caseIdOf } from "./case-id.ts";
import { HW } from "./words.ts";

/** Whoever searches a lab need not be able to open its cases. */
const cannotOpen = (e: unknown): boolean =>
  e instanceof UsageError || e instanceof ContraluzError || (e as { readonly code?: unknown })?.code === "EACCES";

async function entriesOf(path: string): Promise<number> {
  const names = await readdir(join(path, "log")).catch(() => []);
  return names.filter((n) => /^\d{8,}\.json$/.test(n)).length;
}

/** Whether the consent allows all that the lab has of a case: not a check that was removed from it, or that read more than is allowed now. */
async function allows(vault: Pick<Vault, "files" | "state">, of: LabCase, today: string): Promise<boolean> {
  const consent = latestConsent(vault.state);
  const withdrawn = withdrawalOf(vault.state);
  if (mayCompare(consent, undefined, today, withdrawn)) return false;
  const there = new Set(checksOf(vault.state).map((c) => c.check));
  for (const { check } of of.checks) {
    if (!there.has(check)) return false;
    if (mayCompare(consent, (await resultOfCheck(vault, check)).scope, today, withdrawn)) return false;
  }
  return true;
}

/** What there is to see of a case of the lab. */
export async function see(of: LabCase, lab: Pick<Lab, "head" | "machine">, args: Args): Promise<Seen> {
  const path = of.path ?? "";
  const found = await caseIdOf(path);
  if (!found || labName(lab.machine.platform, lab.head.id, found.id) !== of.id) return { state: "elsewhere" };
  if (found.purged) return { state: "purged" };
  if ((await entriesOf(path)) === of.entries) return { state: "same" };
  try {
    const vault = await openVault(vaultFolder(path), await openerOf(args, path), nodeMachine());
    const consent = latestConsent(vault.state);
    const today = nodeMachine().now().slice(0, 10);
    const { keepUntil } = consent ?? {};
    return {
      state: "read",
      allowed: await allows(vault, of, today),
      entries: vault.state.entries,
      ...(keepUntil === undefined ? {} : { keepUntil }),
      leave: leaveOf(consent, lab.head.id),
      custody: contextOf(vault.state).custody,
    };
  } catch (e) {
    if (cannotOpen(e)) return { state: "closed" };
    throw e;
  }
}

/** Writes into the log of a case that a lab let go of it, where that can be written. */
export async function noteLeft(path: string, lab: string, why: string, args: Args): Promise<void> {
  try {
    const vault = await openVaultToWrite(vaultFolder(path), await openerOf(args, path), nodeMachine());
    try {
      if (vault.state.labs.some((l) => l.lab === lab))
        await vault.write({ actor: actorOf(args), action: "lab-removed", data: { lab, why } });
    } finally {
      await vault.close();
    }
  } catch (e) {
    if (!cannotOpen(e)) throw e;
  }
}

/** Lets go of cases that may not stay; says which, and of which it could not be seen. To be called before a lab is searched. */
export async function lookAfterCases(lab: OpenLab, args: Args): Promise<void> {
  const { forgotten, unseen } = await lookAfter(lab, (of) => see(of, lab, args));
  const tell = (text: string): void => void process.stderr.write(`${text}\n`);
  for (const { of, why } of forgotten) {
    tell(say(HW.forgotten[why], args.lang, { id: of.id }));
    if (of.path !== undefined && why !== "purged") await noteLeft(of.path, lab.head.id, why, args);
  }
  for (const { of, why } of unseen) tell(say(HW.unseen[why], args.lang, { id: of.id, path: printable(of.path ?? "") }));
}
