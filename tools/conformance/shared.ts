/** The real files: what lies in `../shared`, also inside its zips (through our own zip reader). @module */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Problem } from "@contraluz/core";
import { openInput, openRef } from "@contraluz/evidence";
import { inputOf, nodePlatform } from "@contraluz/platform-node";

export const SHARED: string = join(dirname(fileURLToPath(import.meta.url)), "../../../shared");
export const TESTDATA: string = join(SHARED, "testdata");

/** A file on disk, and how it is called in the lines that are printed. */
export interface RealFile {
  readonly name: string;
  readonly path: string;
}

/** Paths of all files below a folder, by code unit. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .sort();
}

const isZip = (path: string): boolean => path.endsWith(".zip") && readFileSync(path).readUInt32LE(0) === 0x04034b50;

/** Unpacks a zip through our reader into `to`; every entry must come out without a Problem. */
export async function unpack(zip: string, to: string): Promise<string[]> {
  const problems: Problem[] = [];
  const platform = nodePlatform();
  const report = (p: Problem): void => void problems.push(p);
  const opened = await openInput(await inputOf(zip), { platform, report });
  const out: string[] = [];
  try {
    for await (const batch of opened.tree.files()) {
      for (const f of batch) {
        if (f.kind !== "file" || !f.ref) continue;
        const source = await openRef(f.ref, { platform, report });
        const path = join(to, f.path);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, await source.read(0, source.size));
        await source.close?.();
        out.push(path);
      }
    }
  } finally {
    await opened.close();
  }
  if (problems.length > 0) throw new Error(`${relative(SHARED, zip)}: ${JSON.stringify(problems[0])}`);
  return out;
}

let all: Promise<readonly RealFile[]> | undefined;

async function list(temp: string): Promise<readonly RealFile[]> {
  const out: RealFile[] = [];
  for (const path of filesBelow(TESTDATA)) {
    const name = relative(TESTDATA, path);
    if (!isZip(path)) out.push({ name, path });
    else {
      const folder = join(temp, "zips", name);
      for (const p of await unpack(path, folder))
        out.push({ name: `${name.split("/").pop()!}!${relative(folder, p)}`, path: p });
    }
  }
  return out;
}

/** Every file of the test data, those in zips too (unpacked into `temp` once). */
export function realFiles(temp: string): Promise<readonly RealFile[]> {
  return (all ??= list(temp));
}

/** Names, sizes and dates of all that lies there: what no case may change. */
export function inventory(): readonly string[] {
  return filesBelow(SHARED).map((path) => {
    const { size, mtimeMs } = statSync(path);
    return `${relative(SHARED, path)} ${size} ${mtimeMs}`;
  });
}
