/**
 * Opens a stored result named on the command line: its folder, a zip of it as the web app saves one, or a check of a case
 * (`casos/ana`, its newest; `casos/ana@2`).
 * @module
 */
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { ContraluzError, type Result, say } from "@contraluz/core";
import { openStored } from "@contraluz/engine";
import { inputOf, nodePlatform, storedFolder, vaultFolder } from "@contraluz/platform-node";
import { readResult, type StoredFolder } from "@contraluz/store";
import { type Args, UsageError } from "../args.ts";
import { NAME } from "../name.ts";
import { printable } from "../terminal.ts";
import { W } from "../words.ts";

export interface Stored {
  readonly path: string;
  readonly folder: StoredFolder;
  readonly result: Result;
  /** Of a check of a case: which. */
  readonly of?: CaseCheckRef;
  /** Lets go of an archive. */
  close(): Promise<void>;
}

/** A case, and the name of one of its checks. */
export interface CaseCheckRef {
  readonly path: string;
  readonly check: string;
}

/** `casos/ana@2` → the folder and `2`; undefined where no case lies there. */
function caseIn(path: string): { readonly path: string; readonly check?: string } | undefined {
  const isCase = (p: string): boolean => existsSync(join(p, "case.json"));
  if (isCase(path)) return { path };
  const m = /^(.+)@(\d{1,8})$/.exec(path);
  return m && isCase(m[1]!) ? { path: m[1]!, check: m[2]! } : undefined;
}

async function checkOf(args: Args, of: { readonly path: string; readonly check?: string }): Promise<Stored> {
  // What cases need is loaded where there is one.
  const { openerOf } = await import("../case/opener.ts");
  const { checkNamed, nodeMachine } = await import("../case/open.ts");
  const { openVault, storedCheck } = await import("@contraluz/case/vault/index.ts");
  const vault = await openVault(vaultFolder(of.path), await openerOf(args, of.path), nodeMachine());
  const check = checkNamed(vault, of.check, args);
  const folder = storedCheck(vault, check);
  const result = await resultOf(folder, args, of.path);
  return { path: of.path, folder, result, of: { path: of.path, check }, close: async () => {} };
}

/** A whole file of a stored result. */
export async function bytesOf(folder: StoredFolder, name: string): Promise<Uint8Array> {
  const source = await folder.read(name);
  try {
    return await source.read(0, source.size);
  } finally {
    await source.close?.();
  }
}

async function resultOf(folder: StoredFolder, args: Args, path: string): Promise<Result> {
  try {
    return await readResult(folder);
  } catch (e) {
    const shown = { path: printable(path), cmd: NAME };
    if (e instanceof ContraluzError && e.code === "usage") throw new UsageError(say(W.notAResult, args.lang, shown));
    throw e;
  }
}

/** Of a zip: what reads and writes nothing beside it. */
async function zipOf(args: Args, path: string): Promise<Stored> {
  const shown = { path: printable(path), cmd: NAME };
  const opened = await openStored(await inputOf(path), { platform: nodePlatform() });
  if (!opened) throw new UsageError(say(W.notAResult, args.lang, shown));
  try {
    const { folder, close } = opened;
    return { path, folder, result: await resultOf(folder, args, path), close };
  } catch (e) {
    await opened.close();
    throw e;
  }
}

/**
 * The folder named first (or at another place, `at`), as a result; with `zip` also a zip of one. Throws UsageError if none was named, it is not there, or
 * it is no result.
 */
export async function storedOf(args: Args, o: { readonly zip?: true; readonly at?: number } = {}): Promise<Stored> {
  const { lang } = args;
  const name = args.paths[o.at ?? 0];
  if (name === undefined) throw new UsageError(say(W.needResult, lang, { cmd: NAME, command: args.command }));
  const path = resolve(name);
  const shown = { path: printable(path), cmd: NAME };
  const of = o.zip && caseIn(path);
  if (of) return checkOf(args, of);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new UsageError(say(W.noSuchPath, lang, shown));
  if (o.zip && found.isFile()) return zipOf(args, path);
  if (!found.isDirectory()) throw new UsageError(say(/\.zip$/i.test(path) ? W.unzipFirst : W.notAFolder, lang, shown));
  const folder = storedFolder(path);
  return { path, folder, result: await resultOf(folder, args, path), close: async () => {} };
}
