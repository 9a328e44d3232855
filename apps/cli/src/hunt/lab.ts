/** The lab that a command names, and its secret. @module */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { open, readFile, stat } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ContraluzError, say, type VaultFolder } from "@contraluz/core";
import { type Lab, labHead, type OpenLab, openLab, openLabToWrite, SECRET_MOST } from "@contraluz/hunt";
import { vaultFolder } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { lineOf, nodeMachine } from "../case/open.ts";
import { printable } from "../terminal.ts";
import { W } from "../words.ts";
import { HW } from "./words.ts";

/** The folder that was named first, or with `--lab`. Throws UsageError if none was. */
export function labPath(args: Args, by: "first" | "option" = "first"): string {
  const name = by === "first" ? args.paths[0] : args.one("lab");
  if (name === undefined) throw new UsageError(say(HW.needLab, args.lang, { line: lineOf(args) }));
  return resolve(name);
}

function there(path: string, args: Args): string {
  if (!existsSync(path)) throw new UsageError(say(W.noSuchPath, args.lang, { path: printable(path) }));
  return path;
}

/** The folder of a lab that is there. */
export const labFolder = (path: string, args: Args): VaultFolder => vaultFolder(there(path, args));

/**
 * The bytes of the file that `--secret` names, without line feeds at the end. `make`: a new one if there is no such file, for this user
 * alone. Never inside the lab at `lab`.
 */
export async function secretOf(
  args: Args,
  lab: string,
  make = false,
): Promise<{ readonly secret?: Uint8Array; readonly made?: string }> {
  const name = args.one("secret");
  if (name === undefined) return {};
  const path = resolve(name);
  const inside = relative(lab, path);
  if (inside === "" || !/^\.\.([/\\]|$)|^([A-Za-z]:|[/\\])/.test(inside))
    throw new UsageError(say(HW.secretInside, args.lang));
  if (make && !existsSync(path)) {
    const file = await open(path, "wx", 0o600);
    const text = randomBytes(32).toString("hex");
    await file.writeFile(`${text}\n`);
    await file.sync();
    await file.close();
    return { secret: new TextEncoder().encode(text), made: path };
  }
  if ((await stat(there(path, args))).size > SECRET_MOST + 2)
    throw new UsageError(say(HW.secretLarge, args.lang, { path: printable(path) }));
  const bytes = new Uint8Array(await readFile(path));
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d)) end--;
  return { secret: bytes.subarray(0, end) };
}

/** For reading. */
export async function readLab(args: Args, path: string): Promise<Lab> {
  return openLab(labFolder(path, args), nodeMachine(), (await secretOf(args, path)).secret);
}

/** For what needs no keys. */
export const readLabWithoutSecret = (args: Args, path: string): Promise<Lab> =>
  openLab(labFolder(path, args), nodeMachine());

/** How long a command waits for another one that writes to the lab, and how often it looks (ms). */
const PATIENCE = 120_000;
const LOOK = 150;

/** Opens a lab for writing; waits while another program does. */
export async function withLab(open: () => Promise<OpenLab>, patience: number = PATIENCE): Promise<OpenLab> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await open();
    } catch (e) {
      if (!(e instanceof ContraluzError && e.code === "lab-busy") || Date.now() > end) throw e;
      await setTimeout(LOOK);
    }
  }
}

/** For writing; let go of when the work is done, however it ends. */
export async function writeLab<T>(args: Args, path: string, work: (lab: OpenLab) => Promise<T>): Promise<T> {
  const { secret } = await secretOf(args, path);
  const folder = labFolder(path, args);
  const lab = await withLab(() => openLabToWrite(folder, nodeMachine(), secret));
  try {
    return await work(lab);
  } finally {
    await lab.close();
  }
}

/** True for a folder that is a lab. */
export const isLab = async (path: string): Promise<boolean> => (await labHead(vaultFolder(path))) !== undefined;
