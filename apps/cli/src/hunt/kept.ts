/** Reports of hunts that lie in a lab. @module */
import { say, type VaultFolder } from "@contraluz/core";
import { type HuntReport, huntFile, huntText, MAX_REPORT, nextHuntFile, parseHunt } from "@contraluz/hunt";
import { type Args, UsageError } from "../args.ts";
import { printable } from "../terminal.ts";
import { HRW } from "./run-words.ts";

/** Numbers of the hunts that are kept, ascending. */
export async function huntsOf(folder: VaultFolder): Promise<string[]> {
  const names = (await folder.list("hunts")).filter((n) => /^\d{4,8}$/.test(n));
  const kept: string[] = [];
  for (const n of names) if ((await folder.ref(huntFile(n))) ?? (await folder.ref(nextHuntFile(n)))) kept.push(n);
  return kept.sort((a, b) => Number(a) - Number(b));
}

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let at = 0; at < text.length; at += 1 << 20) yield encoder.encode(text.slice(at, at + (1 << 20)));
}

export function keepHunt(folder: VaultFolder, report: HuntReport): Promise<void> {
  return folder.replace(huntFile(report.hunt), pieces(huntText(report)));
}

/** A report by its number. Throws UsageError if it is not there, ContraluzError if it is damaged. */
export async function readHunt(folder: VaultFolder, hunt: string, args: Args): Promise<HuntReport> {
  const none = (): UsageError => new UsageError(say(HRW.noHunt, args.lang, { hunt: printable(hunt) }));
  if (!/^\d{1,8}$/.test(hunt)) throw none();
  const n = hunt.padStart(4, "0");
  const source = (await folder.read(nextHuntFile(n))) ?? (await folder.read(huntFile(n)));
  if (!source) throw none();
  try {
    if (source.size > MAX_REPORT) throw none();
    const bytes = new Uint8Array(source.size);
    for (let at = 0; at < bytes.length; ) {
      const piece = await source.read(at, Math.min(1 << 20, bytes.length - at));
      if (piece.length === 0) break;
      bytes.set(piece, at);
      at += piece.length;
    }
    return parseHunt(new TextDecoder().decode(bytes));
  } finally {
    await source.close?.();
  }
}
