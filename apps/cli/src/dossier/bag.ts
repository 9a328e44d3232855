/** Opens the dossier that a command names, and puts proofs beside it. @module */
import { existsSync, lstatSync } from "node:fs";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type BagTree, bagTree, bytesIn, type Proof } from "@contraluz/case/dossier/index.ts";
import { type Platform, say, type Words } from "@contraluz/core";
import { openInput } from "@contraluz/evidence";
import { inputOf } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { NAME } from "../name.ts";
import { printable } from "../terminal.ts";
import { W } from "../words.ts";
import { D } from "./words.ts";

const MOST_LIST = 64 * 1024 * 1024;
/** Keys, certificates, lists of names. */
const MOST_FILE = 4 * 1024 * 1024;

/** A path that was typed. `at`: which of them; `line`: how the command is written. */
export function pathOf(args: Args, at: number, line: Words): string {
  const name = args.paths[at];
  if (name === undefined) throw new UsageError(say(D.noPath, args.lang, { cmd: NAME, line: say(line, args.lang) }));
  const path = resolve(name);
  if (!existsSync(path)) throw new UsageError(say(W.noSuchPath, args.lang, { path: printable(path) }));
  return path;
}

export interface OpenBag {
  readonly path: string;
  readonly bag: BagTree;
  close(): Promise<void>;
}

/** A dossier: its folder, or a zip of it. Throws UsageError for what is none. */
export async function openBag(path: string, args: Args, platform: Platform): Promise<OpenBag> {
  const opened = await openInput(await inputOf(path), { platform, report: () => {} }).catch(() => undefined);
  const bag = opened?.tree.access === "seekable" ? await bagTree(opened.tree, platform) : undefined;
  if (!opened || !bag) {
    await opened?.close();
    throw new UsageError(say(D.notADossier, args.lang, { path: printable(path) }));
  }
  return { path, bag, close: () => opened.close() };
}

/** The list that is signed and stamped. */
export async function listOf(open: OpenBag, args: Args): Promise<Uint8Array> {
  const bytes = await bytesIn(open.bag, "tagmanifest-sha256.txt", MOST_LIST);
  if (!bytes) throw new UsageError(say(D.notADossier, args.lang, { path: printable(open.path) }));
  return bytes;
}

/** New files in the folder of a dossier; those that are there already with the same bytes stay, others are never overwritten. */
export async function addProofs(path: string, proofs: Proof, args: Args): Promise<void> {
  const same = async (file: string, bytes: Uint8Array): Promise<boolean> =>
    bytes.length > 0 && Buffer.compare(await readFile(file), bytes) === 0;
  // A zip, or a folder around the dossier; or a link by which its maker chose where we write.
  const linked = ["proofs", "proofs/keys"].some((p) =>
    lstatSync(join(path, p), { throwIfNoEntry: false })?.isSymbolicLink(),
  );
  if (!existsSync(join(path, "tagmanifest-sha256.txt")) || linked)
    throw new UsageError(say(D.notItsFolder, args.lang, { path: printable(path) }));
  const fresh: [string, Uint8Array][] = [];
  for (const [name, bytes] of proofs) {
    const file = join(path, name);
    if (!existsSync(file)) fresh.push([file, bytes]);
    else if (!(await same(file, bytes))) throw new UsageError(say(D.taken, args.lang, { path: printable(file) }));
  }
  for (const [file, bytes] of fresh) {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, bytes, { flag: "wx", mode: 0o600 });
  }
}

/** A small file that an option names. */
export async function fileOf(name: string, args: Args): Promise<Uint8Array> {
  const path = resolve(name);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile() || found.size > MOST_FILE)
    throw new UsageError(say(W.noSuchPath, args.lang, { path: printable(path) }));
  return new Uint8Array(await readFile(path));
}

export async function textOf(name: string, args: Args): Promise<string> {
  return new TextDecoder().decode(await fileOf(name, args));
}
