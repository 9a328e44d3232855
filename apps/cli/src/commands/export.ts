/** `contraluz export`: the records of a result in the form of another tool. @module */
import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import { say } from "@contraluz/core";
import { EXPORTS, type ExportRecord } from "@contraluz/report";
import { readLines, readResult, type StoredFolder } from "@contraluz/store";
import type { Result } from "@contraluz/core";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { W } from "../words.ts";
import { storedOf } from "./stored.ts";

/** All records in catalogue and reading order. */
async function* records(folder: StoredFolder, result: Result): AsyncGenerator<ExportRecord> {
  for (const [artifact, entry] of Object.entries(result.records)) {
    const source = await folder.read(entry.file);
    try {
      for await (const { first, lines } of readLines(source)) {
        for (let i = 0; i < lines.length; i++) yield { artifact, ordinal: first + i, record: JSON.parse(lines[i]!) };
      }
    } finally {
      await source.close?.();
    }
  }
}

export async function exportCommand(args: Args): Promise<number> {
  const { folder } = storedOf(args);
  const choices = Object.keys(EXPORTS);
  const format = args.one("format") ?? "csv";
  const make = EXPORTS[format as keyof typeof EXPORTS];
  if (!make) throw new UsageError(say(W.badChoice, args.lang, { option: "--format", value: format, choices: choices.join(", ") }));
  const result = await readResult(folder);
  const output = args.one("output");
  const out = output === undefined ? process.stdout : createWriteStream(resolve(output), { flags: "wx" });
  const failed = new Promise<never>((_, reject) => out.once("error", reject));
  failed.catch(() => {});
  const stats = { written: 0, skipped: 0 };
  for await (const text of make(records(folder, result), result, args.lang, stats)) {
    if (!out.write(text)) await Promise.race([new Promise((r) => out.once("drain", r)), failed]);
  }
  if (output !== undefined) await Promise.race([new Promise<void>((r) => out.end(r)), failed]);
  process.stderr.write(`${say(W.exported, args.lang, { n: stats.written, skipped: stats.skipped })}\n`);
  return EXIT.result;
}
