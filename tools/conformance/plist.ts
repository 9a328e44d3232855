/** Every property list: our readers against Python's plistlib, and keyed archives against a resolver of its own. @module */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Problem } from "@contraluz/core";
import { unarchive } from "@contraluz/formats/keyed-archive/index.ts";
import { get, isDate, isUid, looksLikePlist, type PlistValue, parsePlist } from "@contraluz/formats/plist/index.ts";
import { ask } from "./python.ts";
import { type Case, must, Skip, same } from "./runner.ts";
import { type RealFile, realFiles } from "./shared.ts";

interface Answer {
  readonly sha256?: string;
  readonly error?: string;
  readonly archive?: string;
  readonly archiveError?: string;
}

const real = new DataView(new ArrayBuffer(8));

/** JSON text with everything outside ASCII escaped, as Python writes it. */
const ascii = (s: string): string =>
  JSON.stringify(s).replace(/[\u007f-\uffff]/g, (c) =>
    c === "\u007f" ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** The same text as `canonical` in oracle.py. */
export function canonical(v: PlistValue): string {
  if (v === null) return "null";
  if (typeof v === "boolean") return v ? "yes" : "no";
  if (typeof v === "bigint") return `i${v}`;
  if (typeof v === "number") {
    if (Number.isInteger(v)) return `i${BigInt(v)}`;
    real.setFloat64(0, v);
    return `r${real.getBigUint64(0).toString(16).padStart(16, "0")}`;
  }
  if (typeof v === "string") return ascii(v);
  if (v instanceof Uint8Array) return `b${Buffer.from(v).toString("hex")}`;
  if (isDate(v)) {
    const rest = ((v.date % 1000n) + 1000n) % 1000n;
    return `d${(v.date - rest) / 1000n + (rest >= 500n ? 1n : 0n)}`;
  }
  if (isUid(v)) return `u${v.uid}`;
  if (Array.isArray(v)) return `[${v.map(canonical).join(",")}]`;
  const entries = [...(v as ReadonlyMap<string, PlistValue>)].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([k, x]) => `${ascii(k)}:${canonical(x)}`).join(",")}}`;
}

const digest = (v: PlistValue): string => createHash("sha256").update(canonical(v)).digest("hex");

function compare(file: RealFile, answer: Answer): string {
  const problems: Problem[] = [];
  const report = (p: Problem): void => void problems.push(p);
  const value = parsePlist(new Uint8Array(readFileSync(file.path)), report);
  if (answer.error !== undefined) {
    // What Python refuses must be said, or be read whole (it knows fewer dialects).
    const said = problems[0] ? `${problems.length} problems: ${problems[0].code}` : "read whole";
    must(value !== undefined || problems.length > 0, "nothing read and nothing said");
    return `Python refuses it (${answer.error}); ours: ${said}`;
  }
  must(value !== undefined, `nothing read: ${JSON.stringify(problems[0])}`);
  must(problems.length === 0, `problems: ${JSON.stringify(problems[0])}`);
  same("value", digest(value!), answer.sha256);
  if (answer.archiveError !== undefined) throw new Skip(`the archive: ${answer.archiveError}`);
  if (answer.archive === undefined) return "equal";
  const plain = unarchive(value, report);
  must(problems.length === 0, `archive: ${JSON.stringify(problems[0])}`);
  same("archive", digest(plain ?? null), answer.archive);
  return `equal, and so is the archive of ${(get(value, "$objects") as readonly unknown[]).length} objects`;
}

/** By content; and all that is called so, whatever it holds. */
export async function plistCases(temp: string): Promise<readonly Case[]> {
  const files = (await realFiles(temp)).filter(
    (f) =>
      /\.b?plist(?:\.backup)?$/.test(f.name) || looksLikePlist(new Uint8Array(readFileSync(f.path).subarray(0, 512))),
  );
  let answers: readonly Answer[] | undefined;
  return files.map((file, i) => ({
    name: `plist ${file.name}`,
    run: () => {
      answers ??= ask<Answer>(
        "plist",
        files.map((f) => f.path),
      );
      return compare(file, answers[i]!);
    },
  }));
}
