/** `contraluz hunt add`: records of cases go to a lab, where their consent allows it. @module */
import { resolve } from "node:path";
import { mayCompare } from "@contraluz/case/consent/gate.ts";
import { refusalWords } from "@contraluz/case/consent/words.ts";
import {
  latestConsent,
  type OpenVault,
  openVaultToWrite,
  Refused,
  refuse,
  withdrawalOf,
} from "@contraluz/case/vault/index.ts";
import { ContraluzError, say } from "@contraluz/core";
import { type Added, addCase, checksFor, type OpenLab } from "@contraluz/hunt";
import { vaultFolder } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { actorOf, checkNamed, lineOf, nodeMachine } from "../case/open.ts";
import { openerOf } from "../case/opener.ts";
import { EXIT } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { writeOut } from "../pipes.ts";
import { printable, progressLine } from "../terminal.ts";
import { caseIdOf } from "./case-id.ts";
import { type DuckDb, openDuckDb, WRITING } from "./duckdb.ts";
import { labPath, writeLab } from "./lab.ts";
import { HW } from "./words.ts";

/** Throws Refused before any work is done where no record of the case may go to a lab. */
export function mayJoin(vault: Pick<OpenVault, "state" | "machine">): void {
  const today = vault.machine.now().slice(0, 10);
  refuse(mayCompare(latestConsent(vault.state), undefined, today, withdrawalOf(vault.state)));
}

/** What came of one case. */
export type Joined = { readonly path: string } & (
  | { readonly added: Added }
  | { readonly refused: Refused }
  | { readonly failed: ContraluzError }
);

export interface JoinIn {
  readonly lab: OpenLab;
  readonly db: DuckDb;
  readonly labPath: string;
  readonly signal: AbortSignal;
}

/** One case that is open. */
export function joinOpen(args: Args, path: string, vault: OpenVault, o: JoinIn): Promise<Added> {
  const check = args.command === "hunt add" ? args.one("check") : undefined;
  const line = progressLine(process.stderr, args.flags.has("json"));
  return addCase({
    lab: o.lab,
    files: o.db,
    vault,
    actor: actorOf(args),
    labPath: o.labPath,
    cancel: o.signal,
    progress: (n) => line.say({ key: "taking", text: say(HW.taking, args.lang, { n }) }),
    ...(args.flags.has("no-path") ? {} : { path }),
    ...(check === undefined ? {} : { checks: [checkNamed(vault, check, args)] }),
  }).finally(() => line.end());
}

async function joinOne(args: Args, path: string, o: JoinIn): Promise<Joined> {
  const failed = (words: string): Joined => ({ path, failed: new ContraluzError("usage", words) });
  try {
    if (!(await caseIdOf(path))) return failed(say(HW.notCase, args.lang));
    const vault = await openVaultToWrite(vaultFolder(path), await openerOf(args, path), nodeMachine());
    try {
      mayJoin(vault);
      if (checksFor(vault.state).length === 0) return failed(say(HW.noChecks, args.lang));
      return { path, added: await joinOpen(args, path, vault, o) };
    } finally {
      await vault.close();
    }
  } catch (e) {
    if (e instanceof Refused) return { path, refused: e };
    // One case that cannot be read does not keep the others out.
    if (e instanceof ContraluzError && e.code !== "cancelled" && !e.code.startsWith("lab-")) return { path, failed: e };
    throw e;
  }
}

/** Takes cases to the lab at `to`, one after the other. */
export async function joinLab(
  args: Args,
  to: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<Joined[]> {
  return writeLab(args, to, async (lab) => {
    const db = await openDuckDb(to, args.lang, WRITING);
    try {
      const out: Joined[] = [];
      for (const path of paths) out.push(await joinOne(args, path, { lab, db, labPath: to, signal }));
      return out;
    } finally {
      await db.close();
    }
  });
}

/** What is said of one case. */
export function joinedLines(j: Joined, args: Args): string[] {
  const { lang } = args;
  const path = printable(j.path);
  if ("refused" in j) return [say(HW.notJoined, lang, { path, why: refusalWords(j.refused.refusal, lang) })];
  if ("failed" in j) return [say(HW.notJoined, lang, { path, why: printable(j.failed.message) })];
  const { id, added, kept, refused } = j.added;
  const records = added.reduce((n, c) => n + c.records, 0);
  const first =
    added.length > 0
      ? say(HW.joined, lang, { path, id, checks: added.length, records })
      : say(HW.wasThere, lang, { path, id, checks: kept.length });
  return [
    first,
    ...refused.map((r) => say(HW.checkLeft, lang, { check: r.check, why: refusalWords(r.refusal, lang) })),
  ];
}

/** As data: nothing of the person but the folder that was typed. */
export function joinedJson(j: Joined): object {
  if ("refused" in j) return { path: j.path, refused: j.refused.refusal.code };
  if ("failed" in j) return { path: j.path, failed: j.failed.code };
  const { id, added, kept, refused } = j.added;
  return {
    path: j.path,
    id,
    added: added.map(({ check, records, keys }) => ({ check, records, keys })),
    kept,
    refused: refused.map((r) => ({ check: r.check, why: r.refusal.code })),
  };
}

export async function addCommand(args: Args): Promise<number> {
  if (args.paths.length === 0) throw new UsageError(say(HW.needCase, args.lang, { line: lineOf(args) }));
  const to = labPath(args, "option");
  const stop = interruption();
  try {
    const paths = args.paths.map((p) => resolve(p));
    const joined = await stop.within(joinLab(args, to, paths, stop.signal));
    if (args.flags.has("json")) await writeOut(`${JSON.stringify(joined.map(joinedJson))}\n`);
    else await writeOut(`${joined.flatMap((j) => joinedLines(j, args)).join("\n")}\n`);
    return joined.some((j) => "added" in j) ? EXIT.result : EXIT.unchecked;
  } finally {
    stop.end();
  }
}
