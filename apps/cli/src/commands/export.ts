/** `contraluz export`: the records of a result in the form of another tool. @module */
import { once } from "node:events";
import { createWriteStream, existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Result, say } from "@contraluz/core";
import { resultFolder } from "@contraluz/platform-node";
import {
  DOCUMENT_EXPORTS,
  type DocumentExport,
  EXPORTS,
  FOLDER_EXPORTS,
  type FolderOutput,
  type ShareOptions,
  storedRecords,
  type Tlp,
} from "@contraluz/report";
import { type Args, UsageError } from "../args.ts";
import { Leaving, mayLeave } from "../case/leave.ts";
import { EXIT } from "../exit.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { W } from "../words.ts";
import { notThere } from "./report.ts";
import { type Stored, storedOf } from "./stored.ts";

/** To a new file, for this user alone. */
async function toFile(path: string, chunks: AsyncIterable<string>): Promise<void> {
  const out = createWriteStream(path, { flags: "wx", mode: 0o600 });
  const failed = once(out, "error").then(([e]) => Promise.reject(e));
  // Whoever waits next hears of it.
  failed.catch(() => {});
  for await (const text of chunks) if (!out.write(text)) await Promise.race([once(out, "drain"), failed]);
  // Its callback comes with what went wrong, too.
  const ended = new Promise<void>((done, fail) => out.end((e?: Error | null) => (e ? fail(e) : done())));
  await Promise.race([ended, failed]);
}

/** The same, hashed on its way out. */
async function* seen(chunks: AsyncIterable<string>, leaving: Leaving): AsyncGenerator<string> {
  for await (const text of chunks) {
    leaving.take(text);
    yield text;
  }
}

/** To a new folder, for this user alone; it is there only once it is whole. */
async function toFolder(path: string, { files }: FolderOutput, leaving: Leaving): Promise<void> {
  const out = await resultFolder(path);
  const encoder = new TextEncoder();
  try {
    for await (const { name, chunks } of files)
      for await (const text of seen(chunks, leaving)) await out.append(name, encoder.encode(text));
    await out.commit();
  } catch (e) {
    await out.discard();
    throw e;
  }
}

async function exportFolder(args: Args, make: () => FolderOutput, leaving: Leaving): Promise<number> {
  const { lang } = args;
  const output = args.one("output");
  if (output === undefined) throw new UsageError(say(W.exportNeedsFolder, lang));
  const path = resolve(output);
  if (existsSync(path)) throw new UsageError(say(W.fileExists, lang, { path: printable(path), option: "--output" }));
  const made = make();
  await toFolder(path, made, leaving);
  const { written, deleted, without } = made.stats;
  const left = [
    without > 0 ? ` ${say(W.exportWithout, lang, { n: without })}` : "",
    deleted > 0 ? ` ${say(W.exportDeleted, lang, { n: deleted })}` : "",
  ].join("");
  process.stderr.write(`${say(W.exported, lang, { n: written })}${left}\n`);
  return EXIT.result;
}

/** Without `--output`: to standard output; false if nobody reads it any more. */
async function written(args: Args, chunks: AsyncIterable<string>): Promise<boolean> {
  const output = args.one("output");
  if (output === undefined) {
    for await (const text of chunks) if (!(await writeOut(text))) return false;
    return true;
  }
  const path = resolve(output);
  await toFile(path, chunks).catch((e: unknown) => {
    throw notThere(e, path, "--output", args);
  });
  return true;
}

async function* alone(text: string): AsyncGenerator<string> {
  yield text;
}

/** What an option says of sharing must not be without effect in silence. */
function refuseIdle(args: Args): void {
  const form = args.one("format") ?? "csv";
  const heard: Readonly<Record<string, readonly string[]>> = {
    by: ["stix", "misp", "case"],
    tlp: ["stix", "misp"],
    "exact-times": ["stix", "misp"],
  };
  for (const [option, forms] of Object.entries(heard))
    if ((args.one(option) !== undefined || args.flags.has(option)) && !forms.includes(form))
      throw new UsageError(say(W.exportIdle, args.lang, { option: `--${option}`, forms: forms.join(", ") }));
}

function shareOf(args: Args): ShareOptions {
  const by = args.one("by");
  const tlp = args.one("tlp");
  return {
    ...(by === undefined ? {} : { by: { name: by } }),
    ...(tlp === undefined ? {} : { tlp: tlp as Tlp }),
    ...(args.flags.has("exact-times") ? { times: "exact" } : {}),
  };
}

async function exportDocument(args: Args, format: DocumentExport, result: Result, leaving: Leaving): Promise<number> {
  const { lang } = args;
  const made = format.make(result, shareOf(args));
  if (!(await written(args, seen(alone(made.text), leaving)))) return EXIT.result;
  const said = say(format.id === "case" ? W.exportedActions : W.exportedSigns, lang, { n: made.written });
  const back = made.withheld > 0 ? ` ${say(W.exportWithheld, lang, { n: made.withheld })}` : "";
  process.stderr.write(`${said}${back}\n`);
  return EXIT.result;
}

export async function exportCommand(args: Args): Promise<number> {
  const open = await storedOf(args, { zip: true });
  try {
    const format = args.one("format") ?? "csv";
    const signs = format === "stix" || format === "misp";
    await mayLeave(args, open.of, signs ? "indicators" : "result", signs ? "anonymous" : "full");
    const leaving = new Leaving();
    const code = await exportStored(args, open, leaving);
    await leaving.note(args, open.of, format);
    return code;
  } finally {
    await open.close();
  }
}

async function exportStored(args: Args, { folder, result }: Stored, leaving: Leaving): Promise<number> {
  refuseIdle(args);
  const inFolder = FOLDER_EXPORTS.find((f) => f.id === args.one("format"));
  if (inFolder) return exportFolder(args, () => inFolder.make(folder, result), leaving);
  const document = DOCUMENT_EXPORTS.find((f) => f.id === args.one("format"));
  if (document) return exportDocument(args, document, result, leaving);
  const format = EXPORTS.find((f) => f.id === (args.one("format") ?? "csv"))!;
  const stored = await storedRecords(folder, result, format);
  const { chunks, stats } = format.make(stored.records, result.files);
  try {
    if (!(await written(args, seen(chunks, leaving)))) return EXIT.result;
  } finally {
    await stored.close();
  }
  const undated = stats.undated + stored.undated;
  const left = undated > 0 ? ` ${say(W.exportUndated, args.lang, { n: undated })}` : "";
  process.stderr.write(`${say(W.exported, args.lang, { n: stats.written })}${left}\n`);
  return EXIT.result;
}
