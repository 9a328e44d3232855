/** Loads the built-in signs, the installed sets, and the files that the person names. @module */
import { statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { type Problem, say } from "@contraluz/core";
import {
  BUILTIN_SET,
  type CompiledIndicators,
  compileIndicators,
  type IndicatorSource,
  readIndicators,
} from "@contraluz/detection";
import { readFileStream } from "@contraluz/platform-node";
import { daysBetween } from "@contraluz/report/when.ts";
import { type Args, UsageError } from "../args.ts";
import { NAME } from "../name.ts";
import { storeFolder } from "../signs/folder.ts";
import { type Installed, installedSets } from "../signs/installed.ts";
import { openStore } from "../signs/store.ts";
import { ageWords, OLD } from "../signs/when.ts";
import { S } from "../signs/words.ts";
import { printable } from "../terminal.ts";
import { W } from "../words.ts";

/** Files named with `--indicators`. Throws UsageError for one that is not there or is no file. */
export function indicatorPaths(args: Args): readonly string[] {
  return args.all("indicators").map((name) => {
    const path = resolve(name);
    const found = statSync(path, { throwIfNoEntry: false });
    const shown = { path: printable(path) };
    if (!found) throw new UsageError(say(W.noSuchPath, args.lang, shown));
    if (found.isDirectory()) throw new UsageError(say(W.noSigns, args.lang, shown));
    return path;
  });
}

export interface Loaded {
  readonly compiled: CompiledIndicators;
  readonly problems: Problem[];
  readonly installed: readonly Installed[];
}

/** The installed sets, unless they are not wanted; what is damaged is said at once, and stands in the result. */
async function loadInstalled(args: Args, report: (p: Problem) => void): Promise<readonly Installed[]> {
  const { sets, damaged } = await installedSets(openStore(storeFolder(args.one("store"))), report);
  if (damaged.length > 0)
    process.stderr.write(`${say(S.damagedSet, args.lang, { names: damaged.join(", "), cmd: NAME })}\n`);
  return sets;
}

/**
 * Compiled signs, and what was wrong with their files. `installed`: the sets of the store too. Throws the host's error for a
 * file that cannot be read, and UsageError for one without a single sign: half a list must not look like a list.
 */
export async function loadIndicators(paths: readonly string[], args: Args, installed: boolean): Promise<Loaded> {
  const problems: Problem[] = [];
  const report = (p: Problem): void => void problems.push(p);
  const sets = installed && !args.flags.has("no-installed") ? await loadInstalled(args, report) : [];
  const sources: IndicatorSource[] = [BUILTIN_SET, ...sets.map((s) => s.source)];
  for (const path of paths) {
    const name = basename(path);
    sources.push(readIndicators(readFileStream(path), name, (p) => report({ ...p, path: p.path ?? name })));
  }
  const compiled = await compileIndicators(sources);
  paths.forEach((path, i) => {
    // The built-in set comes first, then the installed ones.
    if (compiled.sets[i + 1 + sets.length]?.count === 0) {
      throw new UsageError(say(W.noSigns, args.lang, { path: printable(path) }));
    }
  });
  return { compiled, problems, installed: sets };
}

/** Which installed sets were used, and how old they are; undefined for none. */
export function installedWords(sets: readonly Installed[], args: Args, now: string): string | undefined {
  const oldest = sets.map((s) => s.version.asked).sort()[0];
  if (oldest === undefined) return undefined;
  const { lang } = args;
  const signs = say(S.signs, lang, { n: sets.reduce((n, s) => n + s.version.signs, 0) });
  const used = say(S.usedHere, lang, { n: sets.length, signs, when: ageWords(oldest, now, lang) });
  const old = (daysBetween(oldest, now) ?? 0) > OLD;
  return old ? `${used}\n${say(S.renew, lang, { cmd: NAME })}` : used;
}
