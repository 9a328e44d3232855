/**
 * A list of what an edition withholds, one a line:
 *
 * ```
 * # notes of the person who redacts
 * 0001/ios.sms            all records of a place
 * 0001/ios.sms/12         one record, by its number in data/commitments.txt
 * 0001/finding/3f0c…      one finding
 * entry/4                 the data of an entry of the log
 * text:Escuela 12         every record whose text holds this, as it stands in its line
 * ```
 * @module
 */
import { PUBLISHED } from "./custody.ts";
import { partOf } from "./records.ts";
import type { Withheld } from "./types.ts";

const LABEL = /^[0-9]{4,8}\/(?:finding|[a-z0-9-]+\.[a-z0-9-]+)(?:\/[0-9a-z-]+)?$/;
const MOST = 100_000;

export type ReadWithhold =
  | { readonly ok: true; readonly withheld: Withheld; readonly count: number }
  /** The line that is none of these. */
  | { readonly ok: false; readonly line: number };

/** Reads such a list. Of the log, entries that may name people are withheld in any case. */
export function readWithhold(text: string): ReadWithhold {
  const labels = new Set<string>();
  const entries = new Set<number>();
  const texts: string[] = [];
  const lines = text.split("\n", MOST).map((l) => l.trim());
  for (const [i, line] of lines.entries()) {
    const entry = /^entry\/(\d{1,9})$/.exec(line);
    if (line === "" || line.startsWith("#")) continue;
    if (line.startsWith("text:") && line.length > 5) texts.push(line.slice(5));
    else if (entry) entries.add(Number(entry[1]));
    else if (LABEL.test(line)) labels.add(line);
    else return { ok: false, line: i + 1 };
  }
  const withheld: Withheld = (w) => {
    switch (w.kind) {
      case "record": {
        const part = partOf(w.check, w.artifact);
        return labels.has(part) || labels.has(`${part}/${w.ordinal}`) || texts.some((t) => w.line.includes(t));
      }
      case "finding":
        return labels.has(`${w.check}/finding`) || labels.has(`${w.check}/finding/${w.id}`);
      case "entry":
        return !PUBLISHED.has(w.action) || entries.has(w.seq) || texts.some((t) => w.text.includes(t));
    }
  };
  return { ok: true, withheld, count: labels.size + entries.size + texts.length };
}
