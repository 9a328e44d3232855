/** `contraluz export`: the records of a result in the form of another tool. @module */
import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import { type Result, say } from "@contraluz/core";
import { EXPORTS, parseRecord, type StoredRecord } from "@contraluz/report";
import { readLines, readResult, type StoredFolder } from "@contraluz/store";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { printable } from "../terminal.ts";
import { W } from "../words.ts";
import { storedOf } from "./stored.ts";

/** All records in catalogue and reading order, in batches. */
async function* inReadingOrder(folder: StoredFolder, result: Result): AsyncGenerator<StoredRecord[]> {
  for (const [artifact, entry] of Object.entries(result.records)) {
    const source = await folder.read(entry.file);
    try {
      for await (const { first, lines } of readLines(source))
        yield lines.map((l, i) => ({ artifact, ordinal: first + i, record: parseRecord(l) }));
    } finally {
      await source.close?.();
    }
  }
}

export async function exportCommand(args: Args): Promise<number> {
  const { folder } = storedOf(args);
  const id = args.one("format") ?? "csv";
  const format = EXPORTS.find((f) => f.id === id);
  if (!format)
    throw new UsageError(
      say(W.badChoice, args.lang, {
        option: "--format",
        value: printable(id),
        choices: EXPORTS.map((f) => f.id).join(", "),
      }),
    );
  const result = await readResult(folder);
  const output = args.one("output");
  const out = output === undefined ? process.stdout : createWriteStream(resolve(output), { flags: "wx" });
  const failed = new Promise<never>((_, reject) => out.once("error", reject));
  failed.catch(() => {});
  const { chunks, stats } = format.make(inReadingOrder(folder, result), result.files);
  for await (const text of chunks) {
    if (!out.write(text)) await Promise.race([new Promise<void>((r) => out.once("drain", () => r())), failed]);
  }
  if (output !== undefined) await Promise.race([new Promise<void>((r) => out.end(() => r())), failed]);
  process.stderr.write(`${say(W.exported, args.lang, { n: stats.written, skipped: stats.undated })}\n`);
  return EXIT.result;
}
