/**
 * Makes the sample: `node samples/promises/make.ts [folder]` writes `ledger.jsonl` and `sources/*.txt`, by default beside this file. The
 * same bytes in every run; nothing of `packages/` is used.
 * @module
 */
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ENTRIES, type Entry, type Ref } from "./entries.ts";
import { PASSAGES, type Passages } from "./passages.ts";

/** The note of one page: its address, and the passages that are cited, each in a line. */
function noteOf(p: Passages): string {
  const head = [p.publisher, p.title ?? "", p.date ?? "", p.url].filter((l) => l !== "");
  return `${[...head, "", ...Object.values(p.quotes)].join("\n")}\n`;
}

function sourceOf([place, passage]: Ref): object {
  const p: Passages = PASSAGES[place];
  const quote = p.quotes[passage];
  if (quote === undefined) throw new Error(`no passage ${place}/${passage}`);
  const sha256 = createHash("sha256").update(noteOf(p)).digest("hex");
  const { url, publisher, title, date, origin } = p;
  return { sha256, name: `sources/${place}.txt`, quote, title, publisher, date, url, origin };
}

function entryOf(e: Entry): object {
  const { source, reply_of_the_party: reply, ...rest } = e;
  return {
    ...rest,
    ...(source ? { source: source.map(sourceOf) } : {}),
    ...(reply
      ? { reply_of_the_party: { ...reply, ...(reply.source ? { source: reply.source.map(sourceOf) } : {}) } }
      : {}),
  };
}

/** Names and texts of its files. */
export function promisesSample(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  files.set("ledger.jsonl", ENTRIES.map((e) => `${JSON.stringify(entryOf(e))}\n`).join(""));
  for (const [place, p] of Object.entries(PASSAGES)) files.set(`sources/${place}.txt`, noteOf(p));
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = process.argv[2] ?? fileURLToPath(new URL(".", import.meta.url));
  rmSync(join(out, "sources"), { recursive: true, force: true });
  mkdirSync(join(out, "sources"), { recursive: true });
  for (const [name, text] of promisesSample()) writeFileSync(join(out, name), text);
}
