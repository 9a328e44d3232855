/** Whether the log is one chain, and what is shown of it is what its lines hold. @module */
import type { Platform } from "@contraluz/core";
import { commitment, hashText } from "../log/entry.ts";
import { followChain } from "../log/read.ts";
import { textOf } from "../sign/bytes.ts";
import { type BagTree, bytesIn } from "./bag-tree.ts";
import { Listed, type VerifyItem } from "./verify-types.ts";

/** A log of 100,000 entries. */
const MOST_BYTES = 64 * 1024 * 1024;

const linesOf = (text: string): string[] => {
  const lines = text.split("\n");
  if (lines[lines.length - 1] === "") lines.pop();
  return lines;
};

export interface CustodyChecked {
  readonly items: readonly VerifyItem[];
  readonly entries: number;
}

/** `last`: the hash of the last line as bag-info.txt states it. */
export async function checkCustody(
  bag: BagTree,
  last: string | undefined,
  platform: Pick<Platform, "sha256">,
): Promise<CustodyChecked> {
  const [log, shown] = [
    await bytesIn(bag, "data/custody.jsonl", MOST_BYTES),
    await bytesIn(bag, "data/custody-data.txt", MOST_BYTES),
  ];
  const [wrong, data] = [new Listed(), new Listed()];
  if (!log) wrong.add("data/custody.jsonl");
  const lines = linesOf(textOf(log ?? new Uint8Array(0)));
  if (log && lines.length === 0)
    return { items: [{ code: "custody", state: "unknown", why: "no-log", about: [], count: 0 }], entries: 0 };
  const { breaks, heads } = followChain(platform, lines);
  const back: string[] = [];
  for (const b of breaks)
    if (b.why === "time") back.push(`data/custody.jsonl:${b.seq}`);
    else wrong.add(`data/custody.jsonl:${b.seq}`);
  const end = lines[lines.length - 1];
  if (end === undefined || hashText(platform, end) !== last) wrong.add("bag-info.txt");
  const sums = new Map(heads.map((h) => [h.seq, h.data]));
  if (!shown) data.add("data/custody-data.txt");
  for (const row of linesOf(textOf(shown ?? new Uint8Array(0)))) {
    const [seq, salt, ...text] = row.split("\t");
    const sum = sums.get(Number(seq));
    if (sum === undefined || salt === undefined || commitment(platform, salt, text.join("\t")) !== sum)
      data.add(`data/custody-data.txt:${seq?.slice(0, 12)}`);
  }
  const clock: VerifyItem[] =
    back.length > 0
      ? [{ code: "custody", state: "unknown", why: "clock", about: back.slice(0, 20), count: back.length }]
      : [];
  return { items: [wrong.item("custody"), ...clock, data.item("custody-data")], entries: lines.length };
}
