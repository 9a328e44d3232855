/** Whether the log is one chain, and what is shown of it is what its lines hold. @module */
import type { Platform, Sha256 } from "@contraluz/core";
import type { Actions } from "../log/actions.ts";
import { commitment, hashText, hasOutput } from "../log/entry.ts";
import { followChain } from "../log/read.ts";
import { textOf } from "../sign/bytes.ts";
import { type BagTree, bytesIn } from "./bag-tree.ts";
import { dataOf } from "./shapes.ts";
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

/** The result that an entry noted. `text`: its data. */
function notedResult(action: string, text: string): Actions["check"] | undefined {
  return action === "check" || action === "recheck"
    ? (dataOf(action, text) as Actions["check"] | undefined)
    : undefined;
}

/** A file of a result that is not the one that the log noted. */
function otherResult(noted: Actions["check"], results: ReadonlyMap<string, Sha256>): string | undefined {
  const file = `data/checks/${noted.check}/result.json`;
  const found = results.get(file);
  return found === undefined || found === noted.resultSha256 ? undefined : file;
}

/**
 * `last`: the hash of the last line as bag-info.txt states it. `results`: of a full edition the hashes of its files; in a redacted one no
 * result is as it was noted.
 */
export async function checkCustody(
  bag: BagTree,
  last: string | undefined,
  platform: Pick<Platform, "sha256">,
  results: ReadonlyMap<string, Sha256> = new Map(),
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
  const noted = new Map(heads.map((h) => [h.seq, h]));
  if (!shown) data.add("data/custody-data.txt");
  for (const row of linesOf(textOf(shown ?? new Uint8Array(0)))) {
    const [seq, salt, ...text] = row.split("\t");
    const head = noted.get(Number(seq));
    const said = text.join("\t");
    const place = `data/custody-data.txt:${seq?.slice(0, 12)}`;
    if (head === undefined || salt === undefined || commitment(platform, salt, said) !== head.data) {
      data.add(place);
      continue;
    }
    const result = notedResult(head.action, said);
    if (!result) continue;
    // The line speaks of the same result as its data.
    if (!hasOutput(platform, head, salt, result.resultSha256)) data.add(place);
    const file = otherResult(result, results);
    if (file !== undefined) data.add(file);
  }
  const clock: VerifyItem[] =
    back.length > 0
      ? [{ code: "custody", state: "unknown", why: "clock", about: back.slice(0, 20), count: back.length }]
      : [];
  return { items: [wrong.item("custody"), ...clock, data.item("custody-data")], entries: lines.length };
}
