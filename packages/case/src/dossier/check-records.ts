/** Whether each record and finding is the one that was committed to, and results say what their records are. @module */
import type { Platform, RandomAccess, Result } from "@contraluz/core";
import { encodeStructure, readResult } from "@contraluz/store";
import { textOf, utf8 } from "../sign/bytes.ts";
import type { BagTree } from "./bag-tree.ts";
import { byteLines } from "./lines.ts";
import { COMMITMENTS, commitmentOf, SALTS } from "./records.ts";
import { Listed, type VerifyItem } from "./verify-types.ts";

const ROW = /^[0-9a-f]{64} {2}(([0-9]{4,8})\/(finding|[a-z0-9-]{1,60}\.[a-z0-9-]{1,60}))\/([0-9a-z-]{1,64})$/;
const SALT = /^[0-9a-f]{64}$/;
const MOST_RESULT = 256 * 1024 * 1024;
const MOST_PARTS = 5000;

/** Lines one by one, over batches; the file is opened when the first is asked for. */
class Reader {
  readonly #bag: BagTree;
  readonly #path: string;
  #source: RandomAccess | undefined;
  #batches: AsyncGenerator<readonly Uint8Array[]> | undefined;
  #batch: readonly Uint8Array[] = [];
  #at = 0;

  constructor(bag: BagTree, path: string) {
    this.#bag = bag;
    this.#path = path;
  }

  /** The next line if it is in memory. */
  peek(): Uint8Array | undefined {
    return this.#batch[this.#at];
  }

  take(): Uint8Array | undefined {
    return this.#batch[this.#at++];
  }

  /** False at the end, or where there is no such file. */
  async fill(): Promise<boolean> {
    if (!this.#bag.files.has(this.#path)) return false;
    if (!this.#batches) this.#batches = byteLines((this.#source = await this.#bag.open(this.#path)));
    const next = await this.#batches.next();
    this.#batch = next.done ? [] : next.value;
    this.#at = 0;
    return !next.done;
  }

  async close(): Promise<void> {
    await this.#source?.close?.();
  }
}

async function next(r: Reader): Promise<Uint8Array | undefined> {
  for (;;) {
    const line = r.take();
    if (line) return line;
    if (!(await r.fill())) return undefined;
  }
}

/** `0001/ios.sms` → where its lines are. */
function fileOf(check: string, part: string): string {
  return `data/checks/${check}/${part === "finding" ? "findings.jsonl" : `records/${part}.jsonl`}`;
}

export interface RecordsChecked {
  readonly items: readonly VerifyItem[];
  readonly committed: number;
  readonly disclosed: number;
}

/** Follows commitments, salts and lines side by side: they are in one order. Memory does not grow with their number. */
async function checkCommitments(bag: BagTree): Promise<RecordsChecked> {
  const wrong = new Listed();
  const sums = new Reader(bag, COMMITMENTS);
  const salts = new Reader(bag, SALTS);
  let lines: { readonly part: string; readonly reader: Reader } | undefined;
  const parts = new Set<string>();
  let [committed, disclosed] = [0, 0];
  const endOf = async (l: typeof lines): Promise<void> => {
    if (!l) return;
    // Lines to which nobody committed.
    if ((await next(l.reader)) !== undefined) wrong.add(l.part);
    await l.reader.close();
  };
  try {
    let salt = await next(salts);
    for (let row = sums.take() ?? (await next(sums)); row; row = sums.take() ?? (await next(sums))) {
      committed++;
      const text = textOf(row.subarray(0, 250));
      const m = ROW.exec(text);
      if (!m) {
        wrong.add(COMMITMENTS);
        continue;
      }
      const [, part, check, name] = m as unknown as [string, string, string, string];
      if (lines?.part !== part) {
        await endOf(lines);
        // A part that comes a second time would be read from its start again.
        if (parts.has(part) || parts.size > MOST_PARTS) wrong.add(part);
        parts.add(part);
        lines = { part, reader: new Reader(bag, fileOf(check, name)) };
      }
      const label = text.slice(66);
      if (!salt || textOf(salt.subarray(64, 250)) !== `  ${label}`) continue;
      disclosed++;
      const line = lines.reader.take() ?? (await next(lines.reader));
      const given = textOf(salt.subarray(0, 64));
      if (!line || !SALT.test(given) || commitmentOf(given, line) !== text.slice(0, 64)) wrong.add(label);
      salt = salts.take() ?? (await next(salts));
    }
    await endOf(lines);
    if (salt) wrong.add(SALTS);
    // Records of which no part was committed to.
    for (const path of bag.files.keys()) {
      const m = /^data\/checks\/([^/]+)\/(?:records\/(.+)\.jsonl|(finding)s\.jsonl)$/.exec(path);
      if (m && (bag.files.get(path) ?? 0) > 0 && !parts.has(`${m[1]}/${m[2] ?? m[3]}`)) wrong.add(path);
    }
  } finally {
    await sums.close();
    await salts.close();
  }
  return { items: [wrong.item("records")], committed, disclosed };
}

/** Whether a result says of its records and findings what lies beside it. */
async function checkResult(bag: BagTree, check: string, payload: ReadonlyMap<string, string>): Promise<boolean> {
  const root = `data/checks/${check}`;
  let result: Result;
  if ((bag.files.get(`${root}/result.json`) ?? 0) > MOST_RESULT) return false;
  try {
    result = await readResult({ read: (name) => bag.open(`${root}/${name}`) });
    const listed = Object.values(result.records);
    if (!listed.every((e) => payload.get(`${root}/${e.file}`) === e.sha256)) return false;
    const reader = new Reader(bag, `${root}/findings.jsonl`);
    try {
      for (const f of result.findings) {
        const line = await next(reader);
        if (!line || textOf(line) !== encodeStructure(f)) return false;
      }
      return (await next(reader)) === undefined;
    } finally {
      await reader.close();
    }
  } catch {
    return false;
  }
}

/** `payload`: hashes of files as the list names them (and as they were checked). */
export async function checkRecords(bag: BagTree, payload: ReadonlyMap<string, string>): Promise<RecordsChecked> {
  const wrong = new Listed();
  const checks = new Set<string>();
  for (const path of bag.files.keys()) {
    const m = /^data\/checks\/([^/]+)\//.exec(path);
    if (m) checks.add(m[1]!);
  }
  let found: RecordsChecked;
  try {
    found = await checkCommitments(bag);
  } catch {
    // A file that the host cannot read.
    const broken = new Listed();
    broken.add(COMMITMENTS);
    found = { items: [broken.item("records")], committed: 0, disclosed: 0 };
  }
  for (const check of checks)
    if (!(await checkResult(bag, check, payload))) wrong.add(`data/checks/${check}/result.json`);
  return { ...found, items: [...found.items, wrong.item("results")] };
}

/** Hash of a whole text, as manifests write it. */
export function sumOf(platform: Pick<Platform, "sha256">, bytes: Uint8Array | string): string {
  const h = platform.sha256();
  h.update(typeof bytes === "string" ? utf8(bytes) : bytes);
  return h.hex();
}
