/**
 * The reader of log files on public samples, entry by entry, against a reader in Python that was written for this.
 *
 * Two small samples lie in `../shared`. Larger ones are too large for it: a folder of them (a logarchive, or several) is named by
 * `CONTRALUZ_LOGS`. Public ones: `test_data/unified_logging` of libyal/dtformats, and `test_data/AUL` in the history of
 * log2timeline/plaso (commit b632b790).
 * @module
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Problem } from "@contraluz/core";
import { isUuidtext, LogReader, readUuidtext } from "@contraluz/formats/tracev3/index.ts";
import { runPython } from "./python.ts";
import { type Case, must, Skip, same } from "./runner.ts";
import { filesBelow, TESTDATA } from "./shared.ts";

const ORACLE = join(dirname(fileURLToPath(import.meta.url)), "logs.py");
const SMALL = join(TESTDATA, "ydkhatri+UnifiedLogReader/test_data");

interface Read {
  readonly boot: string;
  readonly entries: number;
  readonly sha256: string;
}

function ours(path: string): Read {
  const digest = createHash("sha256");
  const problems: Problem[] = [];
  let entries = 0;
  let boot = "";
  const reader = new LogReader(
    {
      header: (h) => {
        boot = h.boot;
      },
      entry: (e) => {
        const { process, bytes } = e.chunk;
        const sub = process?.subsystems.get(e.subsystem);
        const thread = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(e.at + 8, true);
        const who = `${process?.pid ?? "None"} ${process?.euid ?? "None"} ${thread}`;
        digest.update(`${e.kind} ${e.type} ${e.time} ${who} ${sub?.name ?? ""} ${sub?.category ?? ""}\n`);
        entries++;
      },
    },
    (p) => problems.push(p),
  );
  reader.push(readFileSync(path));
  reader.end();
  same("problems", problems, []);
  return { boot, entries, sha256: digest.digest("hex") };
}

const ask = <T>(command: string, ...paths: string[]): T => JSON.parse(runPython([ORACLE, command, ...paths])) as T;

/** Every log and every file of texts below a folder. */
function compare(folder: string): string {
  let [logs, entries] = [0, 0];
  const texts: string[] = [];
  const paths: (string | undefined)[] = [];
  for (const file of filesBelow(folder)) {
    const name = relative(folder, file);
    if (file.endsWith(".tracev3")) {
      const read = ours(file);
      same(name, read, ask<Read>("entries", file));
      logs++;
      entries += read.entries;
    } else if (isUuidtext(readFileSync(file))) {
      const problems: Problem[] = [];
      texts.push(file);
      paths.push(readUuidtext(readFileSync(file), (p) => problems.push(p))?.path);
      same(`${name}: problems`, problems, []);
    }
  }
  must(logs > 0, "no log file there");
  same("paths of programs", paths, ask<string[]>("texts", ...texts));
  return `${logs} logs, ${entries} entries, ${texts.length} files of texts: equal`;
}

export function logCases(): readonly Case[] {
  return [
    { name: "system log: UnifiedLogReader", run: () => compare(SMALL) },
    {
      name: "system log: public samples",
      run() {
        const folder = process.env.CONTRALUZ_LOGS;
        if (!folder || !existsSync(folder)) throw new Skip("CONTRALUZ_LOGS names no folder of samples");
        return compare(folder);
      },
    },
  ];
}
