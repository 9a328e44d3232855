/**
 * The App Privacy Report that a person exports on the phone (Settings, Privacy, App Privacy Report): a text file with a JSON object a line.
 *
 * It is known by its first lines: an object whose `type` is `access` or `networkActivity`. The newest time in it is when it was made, at
 * the earliest: the time in its name has no zone, and anybody can rename it.
 * Sources: plaso's sample of a report (iOS 15); ios.md 2.2.
 * @module
 */
import { type Acquisition, type EvidenceFile, type EvidenceTree, type Moment, parseIso } from "@contraluz/core";
import { stopIfCancelled } from "../cancel.ts";
import { headOf } from "../head.ts";
import { type MetaOptions, openOr } from "../ios-backup/meta.ts";
import { chunksOf, openRef } from "../open-ref.ts";
import { PlainFiles } from "../plain-files.ts";
import type { ReadableEvidence } from "../readable.ts";
import { isJunk, onlyFiles } from "../tree.ts";

/** Bytes at the beginning of a file that are looked at, and lines in them. */
const HEAD = 65_536;
const LINES = 20;
/** Files that are looked into: a report stands alone, or beside a few others. */
const MAX_FILES = 64;
/** Bytes of a report that are searched for its newest time: a week of a busy phone has 60 MB. */
const MAX_REPORT = 2 ** 30;

export interface FoundReport {
  /** Only the reports. */
  readonly tree: EvidenceTree;
  readonly newest: Moment | undefined;
}

const STAMP = /"timeStamp":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(Z|[+-]\d\d:\d\d))"/g;
const latin = new TextDecoder("latin1");
const utf8 = new TextDecoder();

function isLine(line: string): boolean {
  if (!line.startsWith("{")) return false;
  try {
    const v = JSON.parse(line) as { readonly type?: unknown; readonly accessor?: unknown; readonly bundleID?: unknown };
    return (
      (v.type === "access" && typeof v.accessor === "object") ||
      (v.type === "networkActivity" && typeof v.bundleID === "string")
    );
  } catch {
    return false;
  }
}

/** True if the text is the beginning of a report: damage may have cost the first lines. */
function looksLikeReport(head: Uint8Array): boolean {
  const lines = utf8.decode(head).split("\n", LINES);
  return lines.some((l) => isLine(l.trim()));
}

/** The newest time of a report. */
class Newest {
  #rest = "";
  #utc: bigint | undefined;
  moment: Moment | undefined;

  take(chunk: Uint8Array): void {
    const text = this.#rest + latin.decode(chunk);
    for (const [, seen, zone] of text.matchAll(STAMP)) {
      const utc = parseIso(seen!);
      if (utc === undefined || utc <= (this.#utc ?? 0n)) continue;
      this.#utc = utc;
      this.moment = { utc, seen: seen!, zone: { name: zone!, from: "stated" }, precision: "ms" };
    }
    this.#rest = text.slice(-60);
  }
}

/** Looks at one file: of an archive while it streams past. Undefined if it is no report. */
async function look(file: EvidenceFile, o: MetaOptions): Promise<Newest | undefined> {
  // What can seek is not inflated to its end for this.
  if (!file.stream && !looksLikeReport(await headOf(file, HEAD, o.platform))) return undefined;
  const newest = new Newest();
  const head = new Uint8Array(HEAD);
  let [length, size] = [0, 0];
  const source = file.stream ? undefined : file.ref && (await openRef(file.ref, { platform: o.platform }));
  try {
    for await (const chunk of file.stream?.() ?? (source ? chunksOf(source) : [])) {
      stopIfCancelled(o.cancel);
      newest.take(chunk);
      if (length < HEAD) {
        const part = chunk.subarray(0, HEAD - length);
        head.set(part, length);
        length += part.length;
        if (length === HEAD && !looksLikeReport(head)) return undefined;
      }
      size += chunk.length;
      if (size > MAX_REPORT) break;
    }
  } finally {
    await source?.close?.();
  }
  return length < HEAD && !looksLikeReport(head.subarray(0, length)) ? undefined : newest;
}

/**
 * The reports in what was handed in, or undefined: a file alone, or a folder or archive of at most 64 files.
 * @example
 * const found = await findPrivacyReport(tree, { platform, report });
 * const evidence = found && openPrivacyReport(found, { platform, report });
 */
export async function findPrivacyReport(tree: EvidenceTree, o: MetaOptions): Promise<FoundReport | undefined> {
  const paths = new Set<string>();
  let newest: Moment | undefined;
  let looks = 0;
  for await (const batch of tree.files(o.cancel)) {
    stopIfCancelled(o.cancel);
    for (const file of batch) {
      if (file.kind !== "file" || isJunk(file.path)) continue;
      if (++looks > MAX_FILES) return undefined;
      const found = await openOr(
        () => look(file, o),
        file.path,
        () => {},
      );
      if (!found) continue;
      paths.add(file.path);
      if (found.moment && (!newest || found.moment.utc! > newest.utc!)) newest = found.moment;
    }
  }
  stopIfCancelled(o.cancel);
  return paths.size === 0 ? undefined : { tree: onlyFiles(tree, paths), newest };
}

/** The reports as evidence. Nothing of them is opened here. */
export function openPrivacyReport(found: FoundReport, o: Pick<MetaOptions, "platform" | "report">): ReadableEvidence {
  const { newest } = found;
  const acquisition: Acquisition = {
    kind: "privacy-report",
    ...(newest ? { taken: newest, zone: newest.zone!.name === "Z" ? "+00:00" : newest.zone!.name } : {}),
  };
  return new PlainFiles(found.tree, "", acquisition, o);
}
