/**
 * Records and findings with their commitments: SHA-256 of the salt in hexadecimal and the line. Those that are withheld keep their
 * commitment, so `commitments.txt` is the same bytes in every edition, and a withheld one can be shown later.
 * @module
 */
import { byCodeUnit, type Finding, hex, type Platform, type Sha256 } from "@contraluz/core";
import { encodeStructure, parseLine } from "@contraluz/store";
import { sha256 } from "@noble/hashes/sha2.js";
import type { Cite } from "../log/actions.ts";
import { utf8 } from "../sign/bytes.ts";
import { type BagWriter, LineBuffer } from "./bag.ts";
import { byteLines } from "./lines.ts";
import type { Disclosed, DossierCheck, Salts, Withholdable } from "./types.ts";

export const COMMITMENTS = "data/commitments.txt";
export const SALTS = "data/salts.txt";
const LF = Uint8Array.of(10);

/** `0001/ios.sms` */
export function partOf(check: string, artifact: string): string {
  return `${check}/${artifact.replace("/", ".")}`;
}

/** What a person calls a record or a finding: `0001/ios.sms/4`, as in the commitments; a finding by its id. */
export function labelOf(c: Cite): string {
  return "finding" in c ? `${c.check}/finding/${c.finding}` : `${partOf(c.check, c.artifact)}/${c.ordinal}`;
}

const encoder = new TextEncoder();
/** Of a salt: 64 digits. Filled again for each. */
const ascii = new Uint8Array(64);

/** SHA-256 of salt and line, as `printf '%s%s' SALT LINE | sha256sum` gives it. */
export function commitmentOf(salt: string, line: Uint8Array): Sha256 {
  encoder.encodeInto(salt, ascii);
  return hex(sha256.create().update(ascii).update(line).digest());
}

/** Where both lists are written to. */
export interface Commitments {
  readonly sums: LineBuffer;
  readonly salts: LineBuffer;
}

async function flush(...buffers: readonly LineBuffer[]): Promise<void> {
  for (const b of buffers) await b.flush();
}

/** What a part of a check came to. */
export interface WrittenPart extends Disclosed {
  /** Hash of the file that this edition holds, and of the stored one. */
  readonly source: Sha256;
  /** Numbers of files (`Result.files`) that its records name; only asked of an edition that withholds. */
  readonly files: ReadonlySet<number>;
  readonly withheld: ReadonlySet<number>;
}

interface Writing {
  readonly bag: BagWriter;
  readonly platform: Pick<Platform, "sha256">;
  readonly salts: Salts;
  readonly lists: Commitments;
  /** Left out: nothing is withheld. */
  readonly withheld?: (what: Withholdable) => boolean;
}

/** The records of one artifact, one after the other; memory does not grow with their number. */
export async function writeRecords(w: Writing, c: DossierCheck, artifact: string): Promise<WrittenPart> {
  const entry = c.result.records[artifact]!;
  const part = partOf(c.name, artifact);
  const out = new LineBuffer(w.bag, `data/checks/${c.name}/${entry.file}`);
  const source = await c.folder.read(entry.file);
  const hash = w.platform.sha256();
  const files = new Set<number>();
  const withheld = new Set<number>();
  const text = new TextDecoder();
  let ordinal = 0;
  try {
    for await (const lines of byteLines(source)) {
      for (const line of lines) {
        const label = `${part}/${ordinal}`;
        const salt = w.salts.of(label);
        const given = typeof salt === "string" ? salt : await salt;
        w.lists.sums.addText(`${commitmentOf(given, line)}  ${label}\n`);
        hash.update(line);
        hash.update(LF);
        const json = w.withheld ? text.decode(line) : "";
        if (w.withheld?.({ kind: "record", check: c.name, artifact, ordinal, line: json })) withheld.add(ordinal);
        else {
          w.lists.salts.addText(`${given}  ${label}\n`);
          out.add(line);
          out.add(LF);
          if (w.withheld) files.add(parseLine(json).origin.file);
        }
        ordinal++;
      }
      // Lines hold until the next batch is asked for.
      await flush(out, w.lists.sums, w.lists.salts);
    }
  } finally {
    await source.close?.();
  }
  await w.bag.append(`data/checks/${c.name}/${entry.file}`, new Uint8Array(0));
  return { part, committed: ordinal, disclosed: ordinal - withheld.size, source: hash.hex(), files, withheld };
}

/**
 * The findings of a check, each as a line of its own; `keep` says which of them this edition shows. They are committed to by number: an id is
 * the hash of a cause and a subject, and whoever guesses both (a phone number, a site) would know of a finding that is withheld.
 */
export async function writeFindings(
  w: Writing,
  c: DossierCheck,
  keep: (f: Finding, number: number, line: string) => boolean,
): Promise<Disclosed> {
  const part = `${c.name}/finding`;
  const out = new LineBuffer(w.bag, `data/checks/${c.name}/findings.jsonl`);
  let disclosed = 0;
  for (const [number, f] of c.result.findings.entries()) {
    const label = `${part}/${number}`;
    const salt = await w.salts.of(label);
    const json = encodeStructure(f);
    const line = utf8(json);
    w.lists.sums.addText(`${commitmentOf(salt, line)}  ${label}\n`);
    if (!keep(f, number, json)) continue;
    disclosed++;
    w.lists.salts.addText(`${salt}  ${label}\n`);
    out.add(line);
    out.add(LF);
  }
  await flush(out, w.lists.sums, w.lists.salts);
  await w.bag.append(`data/checks/${c.name}/findings.jsonl`, new Uint8Array(0));
  return { part, committed: c.result.findings.length, disclosed };
}

/** Artifacts of a result in the order of their commitments. */
export function artifactsOf(c: DossierCheck): string[] {
  return Object.keys(c.result.records).sort(byCodeUnit);
}
