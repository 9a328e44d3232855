/**
 * Loaded before a program (`node --import`), also in its threads: looks at every byte that goes to a file, and notes which
 * of the strings in the file `WATCH_NEEDLES` (JSON) it holds. Notes go to the file `WATCH_LOG`, one JSON object a line:
 * `{ path, length, found: [index…] }`.
 * @module
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";

const needles = (JSON.parse(fs.readFileSync(process.env.WATCH_NEEDLES!, "utf8")) as string[]).map((n) => [
  Buffer.from(n),
  Buffer.from(n, "utf16le"),
]);
const log = fs.openSync(process.env.WATCH_LOG!, "a");
const { writeSync, readlinkSync } = fs;
/** The end of what was written to a file before: a string may lie across two writes. */
const ends = new Map<string, Buffer>();
const OVERLAP = 512;

function bytesOf(data: unknown, offset?: number, length?: number): Buffer {
  if (typeof data === "string") return Buffer.from(data);
  const view = data as Uint8Array;
  const all = Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  const from = typeof offset === "number" ? offset : 0;
  return all.subarray(from, typeof length === "number" ? from + length : undefined);
}

/** `where`: a descriptor or a path. */
function note(where: unknown, bytes: Buffer): void {
  if (where === log) return;
  const path = typeof where === "number" ? readlinkSync(`/proc/self/fd/${where}`) : String(where);
  const joined = Buffer.concat([ends.get(path) ?? Buffer.alloc(0), bytes]);
  ends.set(path, Buffer.from(joined.subarray(-OVERLAP)));
  const found = needles.flatMap((forms, i) => (forms.some((f) => joined.includes(f)) ? [i] : []));
  writeSync(log, `${JSON.stringify({ path, length: bytes.length, found, thread: !isMainThread })}\n`);
}

type Any = (...args: unknown[]) => unknown;
/** Puts a function before `target[name]`. */
function before(target: object, name: string, look: (self: unknown, args: unknown[]) => void): void {
  const holder = target as Record<string, Any>;
  const original = holder[name]!;
  holder[name] = function (this: unknown, ...args: unknown[]): unknown {
    look(this, args);
    return original.apply(this, args);
  };
}

const single = (_self: unknown, [where, data, offset, length]: unknown[]): void =>
  note(where, typeof offset === "object" ? bytesOf(data) : bytesOf(data, offset as number, length as number));
const several = (_self: unknown, [where, list]: unknown[]): void =>
  note(where, Buffer.concat((list as unknown[]).map((d) => bytesOf(d))));
for (const name of ["write", "writeSync", "writeFile", "writeFileSync", "appendFile", "appendFileSync"])
  before(fs, name, single);
for (const name of ["writev", "writevSync"]) before(fs, name, several);
for (const name of ["writeFile", "appendFile"]) before(fs.promises, name, single);
const handle = await fs.promises.open(process.execPath);
const proto = Object.getPrototypeOf(handle) as object;
await handle.close();
const fdOf = (self: unknown): number => (self as { fd: number }).fd;
before(proto, "write", (self, args) => single(self, [fdOf(self), ...args]));
before(proto, "writev", (self, args) => several(self, [fdOf(self), ...args]));
for (const name of ["writeFile", "appendFile"]) before(proto, name, (self, [data]) => single(self, [fdOf(self), data]));
syncBuiltinESMExports();
