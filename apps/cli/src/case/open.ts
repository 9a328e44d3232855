/** Opens the case that a command names. @module */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { refusalWords } from "@contraluz/case/consent/words.ts";
import type { CaseMachine } from "@contraluz/case/machine.ts";
import { type OpenVault, openVault, openVaultToWrite, Refused, type Vault } from "@contraluz/case/vault/index.ts";
import { type Platform, say, type VaultFolder } from "@contraluz/core";
import { nodePlatform, vaultFolder } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { NAME, typed } from "../name.ts";
import { COMMANDS } from "../options.ts";
import { printable } from "../terminal.ts";
import { W } from "../words.ts";
import { openerOf } from "./opener.ts";
import { C } from "./words.ts";

/** This computer for a case: its clock, its randomness. */
export function nodeMachine(platform: Platform = nodePlatform()): CaseMachine {
  return {
    platform,
    now: () => `${new Date().toISOString().slice(0, 19)}Z`,
    random: (n) => Uint8Array.from(randomBytes(n)),
  };
}

/** How a command is typed, for whoever left something out. */
export function lineOf(args: Args): string {
  return `${NAME} ${args.command} ${say(COMMANDS[args.command]!.args, args.lang)}`.trim();
}

/** The folder named first. Throws UsageError if none was. */
export function casePath(args: Args): string {
  const name = args.paths[0];
  if (name === undefined) throw new UsageError(say(C.needFolder, args.lang, { line: lineOf(args) }));
  return resolve(name);
}

export function caseFolder(args: Args): VaultFolder {
  const path = casePath(args);
  if (!existsSync(path)) throw new UsageError(say(W.noSuchPath, args.lang, { path: printable(path) }));
  return vaultFolder(path);
}

/** The folder of the case as a person can type it. */
export function caseShown(args: Args): string {
  return typed(casePath(args)) ?? printable(casePath(args));
}

/** Who works on it: `--as`, else `r1`. It stands in the log and in what leaves the case, so it is no name unless they want it to be. */
export function actorOf(args: Args): string {
  return args.one("as") ?? "r1";
}

/** What consent does not allow is the person's word, not a failure of ours. */
export function refusedWords(e: unknown, args: Args): unknown {
  if (!(e instanceof Refused)) return e;
  const why = refusalWords(e.refusal, args.lang);
  if (e.refusal.code !== "no-consent") return new UsageError(say(C.refused, args.lang, { why }));
  return new UsageError(say(C.consentFirst, args.lang, { why, folder: caseShown(args), cmd: NAME }));
}

/** For reading. */
export async function readCase(args: Args, machine: CaseMachine = nodeMachine()): Promise<Vault> {
  return openVault(caseFolder(args), await openerOf(args, casePath(args)), machine);
}

/** For writing; let go of when the work is done, however it ends. */
export async function writeCase<T>(
  args: Args,
  work: (vault: OpenVault) => Promise<T>,
  machine: CaseMachine = nodeMachine(),
): Promise<T> {
  const vault = await openVaultToWrite(caseFolder(args), await openerOf(args, casePath(args)), machine);
  try {
    return await work(vault);
  } catch (e) {
    throw refusedWords(e, args);
  } finally {
    await vault.close();
  }
}

/** The name of a check of the case: the one that was typed (`0002`, `2`), else the newest. Throws UsageError if there is none. */
export function checkNamed(vault: Vault, name: string | undefined, args: Args): string {
  const names = vault.state.checks.filter((c) => !c.removed).map((c) => c.check);
  const found = name === undefined ? names.at(-1) : names.find((n) => n === name || Number(n) === Number(name));
  if (found !== undefined) return found;
  const known = names.join(", ") || say(C.noChecks, args.lang);
  throw new UsageError(say(C.noSuchCheck, args.lang, { check: printable(name ?? ""), known }));
}

/** Yes only from somebody who typed it, or with `--yes`. */
export async function sure(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const closed = new Promise<string>((resolve) => lines.once("close", () => resolve("")));
    return /^(si|sí|yes)$/i.test((await Promise.race([lines.question(question), closed])).trim());
  } finally {
    lines.close();
  }
}

/** Data of a log that is about the person: after they took their consent back it is counted, not shown. */
const ABOUT: ReadonlySet<string> = new Set(["note", "story", "review", "window", "known", "incident", "tag", "clock"]);

/** Entries of the log that hold such data. */
export function aboutPerson(vault: Pick<Vault, "log">): number {
  return vault.log.filter((e) => ABOUT.has(e.head.action)).length;
}
