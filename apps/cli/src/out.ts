/** Where a new result goes. @module */
import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { type Lang, say } from "@contraluz/core";
import { type Args, UsageError } from "./args.ts";
import { NAME } from "./name.ts";
import { printable } from "./terminal.ts";
import { W } from "./words.ts";

/** A new folder where the person stands: `contraluz-NAME`, `contraluz-NAME-2`… */
export function newFolder(name: string): string {
  const plain =
    name
      .replace(/[^A-Za-z0-9._]+/g, "-")
      .replace(/^[.-]+/, "")
      .slice(0, 40)
      .replace(/[.-]+$/, "") || "resultado";
  for (let n = 1; ; n++) {
    const path = resolve(`contraluz-${plain}${n === 1 ? "" : `-${n}`}`);
    if (!existsSync(path) && !existsSync(`${path}.partial`)) return path;
  }
}

/** The real path of something whose last folders may not be there yet. */
async function realOf(path: string): Promise<string> {
  const parent = dirname(path);
  const real = await realpath(path).catch(() => undefined);
  return real ?? (parent === path ? path : join(await realOf(parent), basename(path)));
}

/** The folder named by `--out`, or a new one called after `name`. Throws UsageError if it cannot be taken. */
export async function outOf(args: Args, name: string, evidence: readonly string[]): Promise<string> {
  const { lang } = args;
  const given = args.one("out");
  const out = given === undefined ? newFolder(name) : resolve(given);
  await checkOut(out, evidence, lang);
  return out;
}

async function checkOut(out: string, evidence: readonly string[], lang: Lang): Promise<void> {
  if (existsSync(out)) throw new UsageError(say(W.outExists, lang, { path: printable(out) }));
  const partial = `${out}.partial`;
  if (existsSync(partial)) throw new UsageError(say(W.outPartial, lang, { path: printable(partial), cmd: NAME }));
  const real = await realOf(out);
  for (const e of evidence) {
    const inside = relative(await realpath(e), real);
    const above = inside === ".." || inside.startsWith("../") || inside.startsWith("..\\") || isAbsolute(inside);
    if (!above) throw new UsageError(say(W.outInside, lang));
  }
}
