/** `contraluz hunt forget`: cases go from a lab, with every copy; and the same when a case ends. @module */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type CaseState, type OpenVault, openVault } from "@contraluz/case/vault/index.ts";
import { ContraluzError, say } from "@contraluz/core";
import { forgetCase, labName, openLabToWrite } from "@contraluz/hunt";
import { vaultFolder } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { actorOf, lineOf, nodeMachine, sure } from "../case/open.ts";
import { openerOf } from "../case/opener.ts";
import { EXIT } from "../exit.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { caseIdOf } from "./case-id.ts";
import { labPath, withLab, writeLab } from "./lab.ts";
import { noteLeft } from "./see.ts";
import { HW } from "./words.ts";

const LAB_NAME = /^[0-9a-f]{16}$/;

export async function forgetCommand(args: Args): Promise<number> {
  const { lang } = args;
  if (args.paths.length === 0) throw new UsageError(say(HW.needCase, lang, { line: lineOf(args) }));
  const lab = labPath(args, "option");
  const asked = say(HW.forgetAsk, lang, { n: args.paths.length });
  if (!args.flags.has("yes") && !(await sure(asked))) throw new UsageError(say(HW.forgetNot, lang));
  const done: { readonly named: string; readonly id: string; readonly was: boolean }[] = [];
  await writeLab(args, lab, async (open) => {
    for (const named of args.paths) {
      const path = resolve(named);
      const found = await caseIdOf(path);
      const id = found
        ? labName(open.machine.platform, open.head.id, found.id)
        : LAB_NAME.test(named)
          ? named
          : undefined;
      if (id === undefined) throw new UsageError(say(HW.noCase, lang, { path: printable(named) }));
      const was = await forgetCase(open, id);
      if (found && !found.purged) await noteLeft(path, open.head.id, "forgotten", args);
      done.push({ named, id, was });
    }
  });
  if (args.flags.has("json")) await writeOut(`${JSON.stringify(done.map(({ id, was }) => ({ id, was })))}\n`);
  else {
    const lines = done.map((d) =>
      say(d.was ? HW.forgot : HW.wasNotThere, lang, { path: printable(d.named), id: d.id }),
    );
    await writeOut(`${[...lines, say(HW.copiesLeft, lang)].join("\n")}\n`);
  }
  return EXIT.result;
}

export interface LeftLabs {
  /** Ids of labs that let go of it. */
  readonly left: readonly string[];
  /** What to say: which did, and which could not be reached. */
  readonly lines: readonly string[];
}

/** The same for a case that is open; its log says so. */
export async function leaveLabsNow(vault: OpenVault, why: string, args: Args): Promise<readonly string[]> {
  const { left, lines } = await leaveLabs(args, vault.head.id, vault.state.labs);
  for (const lab of left)
    if (vault.state.labs.some((l) => l.lab === lab))
      await vault.write({ actor: actorOf(args), action: "lab-removed", data: { lab, why } });
  return lines;
}

/** The same for a case that is about to be destroyed: where it can be opened its log says which labs have it. */
export async function leaveLabsOf(args: Args, path: string): Promise<readonly string[]> {
  const found = await caseIdOf(path);
  if (!found || found.purged) return [];
  let labs: CaseState["labs"] = [];
  const unknown: string[] = [];
  try {
    labs = (await openVault(vaultFolder(path), await openerOf(args, path), nodeMachine())).state.labs;
  } catch (e) {
    if (!(e instanceof ContraluzError || e instanceof UsageError)) throw e;
    unknown.push(say(HW.labsUnknown, args.lang));
  }
  return [...(await leaveLabs(args, found.id, labs)).lines, ...unknown];
}

/**
 * Takes the case of this id out of the labs that its log names, and of the one that was named with `--lab`. A lab that cannot be reached is
 * said: it notices by itself when it is next searched, if the case lies where it did.
 */
export async function leaveLabs(
  args: Args,
  caseId: string,
  labs: readonly Pick<CaseState["labs"][number], "lab" | "path">[],
): Promise<LeftLabs> {
  const { lang } = args;
  const named = args.one("lab");
  const paths = new Map(labs.map((l) => [l.path, l.lab] as const));
  if (named !== undefined && !paths.has(resolve(named))) paths.set(resolve(named), "");
  const left: string[] = [];
  const lines: string[] = [];
  for (const [path, lab] of paths) {
    const failed = (why: string): void =>
      void lines.push(say(HW.notReached, lang, { lab: printable(path ?? lab), why: printable(why) }));
    if (path === undefined || !existsSync(path)) {
      failed(say(HW.notThere, lang));
      continue;
    }
    try {
      const open = await withLab(() => openLabToWrite(vaultFolder(path), nodeMachine()));
      try {
        // Another lab lies there now.
        if (lab !== "" && open.head.id !== lab) {
          failed(say(HW.notThere, lang));
          continue;
        }
        await forgetCase(open, labName(open.machine.platform, open.head.id, caseId));
        left.push(open.head.id);
        lines.push(say(HW.leftLab, lang, { lab: printable(path) }));
      } finally {
        await open.close();
      }
    } catch (e) {
      // A disk that cannot be written to keeps no case from being destroyed: that lab still has it, and that is said.
      const { code } = e as { readonly code?: unknown };
      if (!(e instanceof Error && typeof code === "string")) throw e;
      failed(e instanceof ContraluzError ? e.message : code);
    }
  }
  return { left, lines };
}
