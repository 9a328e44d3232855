/**
 * Tombstones as protobuf (Android 12 and later): 4 time, 5 process, 6 thread, 7 user, 8 label, 9 command line, 10 signal (2 name, 4 name of
 * the code), 14 abort message, 15 causes (1 text), 16 threads by number (value: 2 name, 4 calls with 6 file), 17 mapped files (7 name).
 * Sources: android.md 2; AOSP system/core/debuggerd/proto/tombstone.proto.
 * @module
 */
import { type Field, messageFields } from "../protobuf.ts";
import { zonedMoment } from "../zoned.ts";
import { type Crash, MAX_FILES, newCrash } from "./crash.ts";

/** Threads of one program, mapped files. */
const MAX_THREADS = 10_000;
const MAX_MAPS = 100_000;
const decoder = new TextDecoder();

const textOf = (v: Field[1], most = 2000): string | undefined =>
  typeof v === "number" ? undefined : decoder.decode(v.subarray(0, most));
const numberOf = (v: Field[1]): number | undefined => (typeof v === "number" && v >= 0 && v < 2 ** 32 ? v : undefined);

/** The first value of a field. */
function first(b: Field[1], number: number): Field[1] | undefined {
  if (typeof b === "number") return undefined;
  for (const [n, v] of messageFields(b)) if (n === number) return v;
  return undefined;
}

const textIn = (b: Field[1], number: number): string | undefined => {
  const v = first(b, number);
  return v === undefined ? undefined : textOf(v);
};

/** Name of the thread, and files of its calls. */
function thread(c: Crash, v: Field[1]): void {
  if (typeof v === "number") return;
  for (const [n, f] of messageFields(v)) {
    if (n === 2) c.thread = textOf(f, 100);
    const file = n === 4 && c.frames.length < MAX_FILES ? textIn(f, 6) : undefined;
    if (file) c.frames.push(file);
  }
}

/** Reads one; `whole` is false where its end is damaged. */
export function tombstoneProto(bytes: Uint8Array): { readonly crash: Crash; readonly whole: boolean } {
  const c = newCrash();
  const threads = new Map<number, Field[1]>();
  const words: string[] = [];
  const fields = messageFields(bytes);
  let maps = 0;
  let next = fields.next();
  for (; !next.done; next = fields.next()) {
    const [n, v] = next.value;
    if (n === 4) c.at = zonedMoment(textOf(v, 60));
    else if (n === 5) c.pid = numberOf(v);
    else if (n === 6) c.tid = numberOf(v);
    else if (n === 7) c.uid = numberOf(v);
    else if (n === 8) c.label = textOf(v, 200);
    else if (n === 9 && words.length < 100) words.push(textOf(v) ?? "");
    else if (n === 10) [c.signal, c.code] = [textIn(v, 2), textIn(v, 4)];
    else if (n === 14) c.abort = textOf(v, 1000);
    else if (n === 15) c.cause ??= textIn(v, 1);
    else if (n === 16 && threads.size < MAX_THREADS) {
      const [key, value] = [first(v, 1), first(v, 2)];
      if (typeof key === "number" && value !== undefined && !threads.has(key)) threads.set(key, value);
    } else if (n === 17 && maps++ < MAX_MAPS && c.mapped.size < 16 * MAX_FILES) {
      const name = textIn(v, 7);
      if (name) c.mapped.add(name);
    }
  }
  const own = c.tid === undefined ? undefined : threads.get(c.tid);
  if (own !== undefined) thread(c, own);
  c.process = words.join(" ").slice(0, 2000);
  return { crash: c, whole: next.value };
}
