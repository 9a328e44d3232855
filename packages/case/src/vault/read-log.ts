/** Reads the log of a case: each entry that can be read, and what is wrong with the rest. @module */
import { ContraluzError, type RandomAccess } from "@contraluz/core";
import { type Entry, hashText } from "../log/entry.ts";
import { type Break, followChain, readEntry } from "../log/read.ts";
import type { CaseMachine } from "../machine.ts";
import type { sealedFolder } from "./sealed-folder.ts";
import { hasShape } from "./shapes.ts";

/** Says how many entries there are. */
export const LAST = "log/last.json";
/** A longer entry is none of ours; a log of more entries or bytes neither. */
export const ENTRY_MOST: number = 16 << 20;
const ENTRIES_MOST = 1_000_000;
const LOG_MOST = 256 << 20;
/** Entries that are read side by side. */
const AT_ONCE = 32;
/** Highest number of an entry. */
export const NUMBER_MOST = 99_999_999;
export const NUMBERED: RegExp = /^(\d{8})\.json$/;

/** What was found wrong with a case when it was opened. It opens all the same, with what can be read. */
export interface CaseTrouble {
  readonly file: string;
  readonly found: string;
}

/** A file of at most so many bytes; closes it. Throws ContraluzError ("case-damaged"). */
export async function whole(source: RandomAccess, most: number, name: string): Promise<Uint8Array> {
  try {
    if (source.size > most) throw new ContraluzError("case-damaged", `${name} has ${source.size} bytes`);
    return await source.read(0, source.size);
  } finally {
    await source.close?.();
  }
}

export const entryName = (seq: number): string => `log/${String(seq).padStart(8, "0")}.json`;

export type Files = ReturnType<typeof sealedFolder>;

const breakWords = (b: Break): string => `entry ${b.seq}: ${b.why}`;

type Bad = { readonly found: string };

/** One entry, or why it cannot be read. `room`: bytes that may still be read. */
async function readOne(files: Files, machine: CaseMachine, name: string, room: { left: number }): Promise<Entry | Bad> {
  try {
    const source = await files.read(name);
    if (!source) return { found: "it is not there" };
    const bytes = await whole(source, ENTRY_MOST, name);
    room.left -= bytes.length;
    const entry = readEntry(machine.platform, new TextDecoder().decode(bytes));
    if (!entry) return { found: "no entry, or its data is not what its line says" };
    return hasShape(entry) ? entry : { found: `its data is none of ${entry.head.action}` };
  } catch (e) {
    if (!(e instanceof ContraluzError)) throw e;
    return { found: e.message };
  }
}

/** What was written down of the end of the log; undefined if that cannot be read. */
async function readLast(files: Files): Promise<{ readonly seq: number; readonly line: string } | undefined> {
  try {
    const source = await files.read(LAST);
    const v = source && JSON.parse(new TextDecoder().decode(await whole(source, 1000, LAST)));
    return Number.isSafeInteger(v?.seq) && v.seq <= NUMBER_MOST && typeof v?.line === "string" ? v : undefined;
  } catch {
    return undefined;
  }
}

/** All entries that can be read, in order, what is wrong with the rest, and the highest number that is taken. */
export async function readLog(
  files: Files,
  machine: CaseMachine,
): Promise<{ log: Entry[]; trouble: CaseTrouble[]; used: number }> {
  const log: Entry[] = [];
  const trouble: CaseTrouble[] = [];
  const names = (await files.list("log")).filter((n) => NUMBERED.test(n));
  if (names.length > ENTRIES_MOST) throw new ContraluzError("case-damaged", `${names.length} entries`);
  const room = { left: LOG_MOST };
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const some = names.slice(from, from + AT_ONCE);
    const read = await Promise.all(some.map((short) => readOne(files, machine, `log/${short}`, room)));
    if (room.left < 0) throw new ContraluzError("case-damaged", `a log of more than ${LOG_MOST} bytes`);
    for (const [i, short] of some.entries()) {
      const file = `log/${short}`;
      const seq = from + i + 1;
      if (Number(short.slice(0, 8)) !== seq) trouble.push({ file, found: `entry ${seq} is not there` });
      const e = read[i]!;
      if ("found" in e) trouble.push({ file, found: e.found });
      else log.push(e);
    }
  }
  const { breaks } = followChain(
    machine.platform,
    log.map((e) => e.line),
  );
  for (const b of breaks) if (b.why !== "time") trouble.push({ file: entryName(b.seq), found: breakWords(b) });
  const used = Number(names.at(-1)?.slice(0, 8) ?? 0);
  const last = await readLast(files);
  if (!last) trouble.push({ file: LAST, found: "what says how many entries there are cannot be read" });
  else if (last.seq > used)
    trouble.push({ file: entryName(last.seq), found: `the log ended with entry ${last.seq}; it is not there` });
  else {
    const same = log.find((e) => e.head.seq === last.seq);
    if (same && hashText(machine.platform, same.line) !== last.line)
      trouble.push({ file: entryName(last.seq), found: "another entry than the one that was last" });
  }
  // A number that was taken is not given again, and a hole in the numbers says for ever that something is missing.
  return { log, trouble, used: Math.max(used, last ? last.seq : used + 1) };
}
