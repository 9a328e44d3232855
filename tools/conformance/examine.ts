/** A check as the command line makes it, for the cases: a result folder, read back. @module */
import { basename, join } from "node:path";
import type { ArtifactRecord, Problem, Result } from "@contraluz/core";
import {
  BUILTIN_SET,
  type CompiledIndicators,
  compileIndicators,
  type IndicatorSource,
  readIndicators,
} from "@contraluz/detection";
import { check } from "@contraluz/engine";
import { inputOf, nodePlatform, readFileStream, resultFolder, storedFolder } from "@contraluz/platform-node";
import { encodeStructure, ResultWriter, readRecords } from "@contraluz/store";

let made = 0;

export interface Examined {
  readonly result: Result;
  /** What was wrong with the files of signs. */
  readonly problems: readonly Problem[];
  records(artifact: string): Promise<ArtifactRecord[]>;
}

export interface ExamineOptions {
  /** Folder for the result. */
  readonly temp: string;
  /** Files of signs, beside the built-in ones. */
  readonly indicators?: readonly string[];
  /** Signs that were read before, instead. */
  readonly compiled?: CompiledIndicators;
  readonly password?: string;
  readonly content?: boolean;
  /** Keys beside captures may open them. */
  readonly keys?: boolean;
  /** Windows in which the phone was out of the person's hands. */
  readonly custody?: readonly (readonly [string, string])[];
}

/** A file of signs as `--indicators` reads it. */
export function signsOf(path: string, problems: Problem[]): IndicatorSource {
  return readIndicators(readFileStream(path), basename(path), (p) => problems.push(p));
}

/** The built-in signs and those of some files, read once for many checks; what is wrong with a line of them is told elsewhere. */
export async function compileFiles(files: readonly string[]): Promise<CompiledIndicators> {
  return await compileIndicators([BUILTIN_SET, ...files.map((file) => signsOf(file, []))]);
}

/** Checks evidence in this thread alone and reads the result back from its folder. */
export async function examine(path: string, o: ExamineOptions): Promise<Examined> {
  const problems: Problem[] = [];
  const compiled =
    o.compiled ??
    (await compileIndicators([BUILTIN_SET, ...(o.indicators ?? []).map((file) => signsOf(file, problems))]));
  const platform = nodePlatform({ workers: 0 });
  const out = join(o.temp, `result-${made++}`);
  const writer = new ResultWriter(await resultFolder(out), platform);
  const result = await check([await inputOf(path)], {
    platform,
    compiled,
    writer,
    version: "conformance",
    context: { asOf: "", custody: o.custody ?? [], known: [] },
    scope: {
      artifacts: "all",
      content: o.content ?? false,
      evidenceCopies: false,
      ...(o.keys ? { keys: true } : {}),
    },
    workers: 0,
    secret: async () => (o.password === undefined ? undefined : new TextEncoder().encode(o.password)),
  });
  await writer.finish(`${encodeStructure(result)}\n`);
  return {
    result,
    problems,
    async records(artifact) {
      const all: ArtifactRecord[] = [];
      for await (const { records } of readRecords(storedFolder(out), result, artifact)) all.push(...records);
      return all;
    },
  };
}
