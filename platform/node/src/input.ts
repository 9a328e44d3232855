/** What a person hands in on this machine: a folder or a file. @module */
import { lstatSync, type Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename } from "node:path";
import { setImmediate } from "node:timers/promises";
import {
  byCodeUnit,
  ContraluzError,
  type EvidenceFile,
  type EvidenceTree,
  hostCode,
  type Input,
  type Report,
  utcNs,
} from "@contraluz/core";
import type { HostPath } from "./file.ts";

const BATCH = 1000;
const BAD = "\ufffd";

interface Name {
  /** As text; bytes that are no UTF-8 as `\xNN`. */
  readonly text: string;
  /** Only where the text is not the name itself. */
  readonly bytes?: Buffer;
}

/**
 * A path of this machine as input: a folder becomes a tree, a file stays one. What the person names may be a link; inside a
 * folder links are named and never followed. Throws the host's error if there is nothing, and `ContraluzError("usage")` for
 * what is neither file nor folder. `report` takes folders that cannot be read.
 * @example const opened = await openInput(await folderInput("/media/usb/backup"), { platform, report });
 */
export async function folderInput(path: string, report: Report = () => {}): Promise<Input> {
  const root = await realpath(path);
  const name = basename(root) || root;
  const found = await stat(root);
  if (found.isDirectory()) return { name, tree: folderTree(root, report) };
  if (!found.isFile()) throw new ContraluzError("usage", `${path} is neither a file nor a folder`);
  return { name, file: { kind: "host", handle: root, size: found.size } };
}

const join = (folder: HostPath, name: Name): HostPath => {
  if (typeof folder === "string" && !name.bytes)
    return folder.endsWith("/") ? folder + name.text : `${folder}/${name.text}`;
  return Buffer.concat([Buffer.from(folder), Buffer.from("/"), name.bytes ?? Buffer.from(name.text)]);
};
const hostOf = (path: HostPath): string | Buffer => (typeof path === "string" ? path : Buffer.from(path));

function describe(path: string, host: HostPath, s: Stats): EvidenceFile {
  const ms = Math.trunc(s.mtimeMs); // what a browser says of the same file
  const times = { modified: utcNs(BigInt(ms) * 1_000_000n, String(ms), "ms") };
  if (s.isFile()) return { path, kind: "file", size: s.size, times, ref: { kind: "host", handle: host, size: s.size } };
  return { path, kind: s.isDirectory() ? "dir" : s.isSymbolicLink() ? "link" : "other", times };
}

/**
 * The names in a folder, in code-unit order of the paths below them: a folder sorts as with its slash, so that the whole tree
 * comes in the order of its paths.
 */
async function list(folder: HostPath): Promise<{ name: Name; dir: boolean }[]> {
  const found = await readdir(hostOf(folder), { withFileTypes: true });
  const names = found.map((e) => ({ name: { text: e.name } as Name, dir: e.isDirectory() }));
  if (names.some((n) => n.name.text.includes(BAD))) {
    names.length = 0;
    for (const e of await readdir(hostOf(folder), { withFileTypes: true, encoding: "buffer" })) {
      const bytes = e.name as unknown as Buffer;
      const text = bytes.toString("utf8");
      const same = Buffer.from(text, "utf8").equals(bytes);
      names.push({ name: same ? { text } : { text: escaped(bytes), bytes }, dir: e.isDirectory() });
    }
  }
  const key = (n: { name: Name; dir: boolean }): string => (n.dir ? `${n.name.text}/` : n.name.text);
  return names.sort((a, b) => byCodeUnit(key(a), key(b)));
}

function escaped(bytes: Buffer): string {
  let out = "";
  for (const b of bytes)
    out += b >= 0x20 && b < 0x7f ? String.fromCharCode(b) : `\\x${b.toString(16).padStart(2, "0")}`;
  return out;
}

function folderTree(root: string, report: Report): EvidenceTree {
  /** Folders on the way to a file that are known to be folders, not links. */
  const real = new Set<string>();
  return {
    kind: "folder",
    access: "seekable",
    async *files(signal) {
      const waiting: { path: string; host: HostPath }[] = [{ path: "", host: root }];
      let batch: EvidenceFile[] = [];
      // A folder's entries go on a stack, so that its subfolders are walked where their names stand.
      const stack: { path: string; host: HostPath; entries: { name: Name; dir: boolean }[]; at: number }[] = [];
      while (waiting.length > 0 || stack.length > 0) {
        if (signal?.aborted) return;
        const next = waiting.pop();
        if (next) {
          const entries = await list(next.host).catch((error: Error) => {
            report({ code: "host-read", ...(next.path && { path: next.path }), found: hostCode(error), lost: "file" });
            return [];
          });
          stack.push({ ...next, entries, at: 0 });
        }
        const top = stack.at(-1)!;
        while (top.at < top.entries.length && waiting.length === 0 && batch.length < BATCH) {
          const { name } = top.entries[top.at++]!;
          const path = top.path === "" ? name.text : `${top.path}/${name.text}`;
          const host = join(top.host, name);
          let file: EvidenceFile;
          try {
            // Synchronous: two million waits on the thread pool cost more than the calls themselves.
            file = describe(path, host, lstatSync(hostOf(host)));
          } catch (error) {
            report({ code: "host-read", path, found: hostCode(error), lost: "file" });
            continue;
          }
          batch.push(file);
          if (file.kind === "dir") waiting.push({ path, host });
        }
        if (batch.length >= BATCH) {
          yield batch;
          batch = [];
          // A flat folder is walked without waiting for anything: signals and timers get their turn here.
          await setImmediate();
        }
        if (waiting.length === 0 && top.at >= top.entries.length) stack.pop();
      }
      if (batch.length > 0) yield batch;
    },
    async find(path) {
      const parts = path.split("/");
      if (parts.some((p) => p === "" || p === "." || p === ".." || p.includes("\0"))) return undefined;
      let host = root;
      for (const [i, part] of parts.entries()) {
        host = join(host, { text: part }) as string;
        const last = i === parts.length - 1;
        if (!last && real.has(host)) continue;
        const found = lstatSync(host, { throwIfNoEntry: false });
        if (!found) return undefined;
        if (last) return describe(path, host, found);
        if (!found.isDirectory()) return undefined;
        if (real.size < 100_000) real.add(host);
      }
      return undefined;
    },
  };
}
