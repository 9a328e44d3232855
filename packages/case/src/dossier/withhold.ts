/**
 * A list of what an edition withholds, one a line:
 *
 * ```
 * # notes of the person who redacts
 * 0001/ios.sms            all records of a place
 * 0001/ios.sms/12         one record, by its number in data/commitments.txt
 * 0001/finding/3f0c…      one finding, by its id or its number
 * entry/4                 the data of an entry of the log
 * text:Escuela 12         every record, finding and entry whose line holds this as it stands, and the path of a file that does
 * ```
 * A label that names nothing is told (`unmet`): a slip would publish what it meant. A text may be nowhere.
 * @module
 */
import { PUBLISHED } from "./custody.ts";
import { partOf } from "./records.ts";
import type { Withheld } from "./types.ts";

const LABEL = /^(?:[0-9]{4,8}\/(?:finding|[a-z0-9-]+\.[a-z0-9-]+)(?:\/[0-9a-z-]+)?|entry\/\d{1,9})$/;
/** Of a longer list nothing is made: what lies beyond would be published. */
const MOST = 1_000_000;

export type ReadWithhold =
  | {
      readonly ok: true;
      readonly withheld: Withheld;
      readonly unmet: () => readonly string[];
      /** The texts, each with the records, findings, paths and entries that hold it: none is no fault, and should be seen. */
      readonly said: () => readonly { readonly text: string; readonly n: number }[];
    }
  /** The line that is none of these. */
  | { readonly ok: false; readonly line: number };

/** Reads such a list. Of the log, entries that may name people are withheld in any case. */
export function readWithhold(text: string): ReadWithhold {
  const labels = new Set<string>();
  const texts: string[] = [];
  const lines = text.split("\n", MOST + 1).map((l) => l.trim());
  if (lines.length > MOST) return { ok: false, line: MOST + 1 };
  for (const [i, line] of lines.entries()) {
    if (line === "" || line.startsWith("#")) continue;
    if (line.startsWith("text:") && line.length > 5) texts.push(line.slice(5));
    else if (LABEL.test(line)) labels.add(line);
    else return { ok: false, line: i + 1 };
  }
  const met = new Set<string>();
  const named = (label: string): boolean => {
    if (labels.has(label)) met.add(label);
    return labels.has(label);
  };
  /** Each is asked: all that name it are met. */
  const some = (...all: readonly string[]): boolean => all.filter(named).length > 0;
  const times = new Map<string, number>(texts.map((t) => [t, 0]));
  /** Each is looked for, also where its accents are letters of their own: all that are there are counted. */
  const says = (line: string): boolean => {
    let any = false;
    const composed = texts.length > 0 ? line.normalize("NFC") : line;
    for (const [t, n] of times)
      if (line.includes(t) || composed.includes(t.normalize("NFC"))) {
        times.set(t, n + 1);
        any = true;
      }
    return any;
  };
  const withheld: Withheld = (w) => {
    const said = says(w.kind === "entry" ? w.text : w.line);
    switch (w.kind) {
      case "record": {
        const part = partOf(w.check, w.artifact);
        return some(part, `${part}/${w.ordinal}`) || said;
      }
      case "finding": {
        const part = `${w.check}/finding`;
        return some(part, `${part}/${w.id}`, `${part}/${w.number}`) || said;
      }
      case "file":
        return said;
      case "entry":
        return some(`entry/${w.seq}`) || !PUBLISHED.has(w.action) || said;
    }
  };
  return {
    ok: true,
    withheld,
    unmet: () => [...labels].filter((l) => !met.has(l)),
    said: () => [...times].map(([text, n]) => ({ text, n })),
  };
}
