/** Loads the built-in signs and the files that the person names. @module */
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
import { type Args, UsageError } from "../args.ts";
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

/**
 * Compiled signs, and what was wrong with their files. Throws the host's error for a file that cannot be read, and UsageError
 * for one without a single sign: half a list must not look like a list.
 */
export async function loadIndicators(
  paths: readonly string[],
  args: Args,
): Promise<{ compiled: CompiledIndicators; problems: Problem[] }> {
  const problems: Problem[] = [];
  const sources: IndicatorSource[] = [BUILTIN_SET];
  for (const path of paths) {
    const name = basename(path);
    sources.push(readIndicators(readFileStream(path), name, (p) => problems.push({ ...p, path: p.path ?? name })));
  }
  const compiled = await compileIndicators(sources);
  paths.forEach((path, i) => {
    // The built-in set comes first.
    if (compiled.sets[i + 1]?.count === 0) {
      throw new UsageError(say(W.noSigns, args.lang, { path: printable(path) }));
    }
  });
  return { compiled, problems };
}
