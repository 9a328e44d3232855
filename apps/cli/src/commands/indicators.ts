/** Loads the built-in signs and the files that the person names. @module */

import { basename } from "node:path";
import { ContraluzError, type Problem } from "@contraluz/core";
import {
  BUILTIN_SET,
  type CompiledIndicators,
  compileIndicators,
  type IndicatorSource,
  readIndicators,
} from "@contraluz/detection";
import { readFileStream } from "@contraluz/platform-node";

/** Compiled signs, and what was wrong with their files. Throws if a file cannot be read at all: half a list must not look like a list. */
export async function loadIndicators(
  paths: readonly string[],
): Promise<{ compiled: CompiledIndicators; problems: Problem[] }> {
  const problems: Problem[] = [];
  const sources: IndicatorSource[] = [BUILTIN_SET];
  for (const path of paths) {
    const name = basename(path);
    try {
      sources.push(readIndicators(readFileStream(path), name, (p) => problems.push({ ...p, path: p.path ?? name })));
    } catch (e) {
      throw new ContraluzError("indicator-file", String(e), {
        code: "indicator-file",
        path,
        found: e instanceof Error ? e.message : String(e),
        lost: "file",
      });
    }
  }
  return { compiled: await compileIndicators(sources), problems };
}
