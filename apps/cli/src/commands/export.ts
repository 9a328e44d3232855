/** `contraluz export`: the records of a result in the form of another tool. @module */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import { say } from "@contraluz/core";
import { EXPORTS, storedRecords } from "@contraluz/report";
import type { Args } from "../args.ts";
import { EXIT } from "../exit.ts";
import { writeOut } from "../pipes.ts";
import { W } from "../words.ts";
import { notThere } from "./report.ts";
import { storedOf } from "./stored.ts";

/** To a new file, for this user alone. */
async function toFile(path: string, chunks: AsyncIterable<string>): Promise<void> {
  const out = createWriteStream(path, { flags: "wx", mode: 0o600 });
  const failed = once(out, "error").then(([e]) => Promise.reject(e));
  // Whoever waits next hears of it.
  failed.catch(() => {});
  for await (const text of chunks) if (!out.write(text)) await Promise.race([once(out, "drain"), failed]);
  await Promise.race([new Promise<void>((done) => out.end(done)), failed]);
}

export async function exportCommand(args: Args): Promise<number> {
  const { folder, result } = await storedOf(args);
  const format = EXPORTS.find((f) => f.id === (args.one("format") ?? "csv"))!;
  const stored = await storedRecords(folder, result, format);
  const { chunks, stats } = format.make(stored.records, result.files);
  const output = args.one("output");
  try {
    if (output === undefined) {
      for await (const text of chunks) if (!(await writeOut(text))) return EXIT.result;
    } else {
      const path = resolve(output);
      await toFile(path, chunks).catch((e: unknown) => {
        throw notThere(e, path, "--output", args);
      });
    }
  } finally {
    await stored.close();
  }
  const undated = stats.undated + stored.undated;
  const left = undated > 0 ? ` ${say(W.exportUndated, args.lang, { n: undated })}` : "";
  process.stderr.write(`${say(W.exported, args.lang, { n: stats.written })}${left}\n`);
  return EXIT.result;
}
