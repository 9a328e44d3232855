/**
 * What the Sysdiagnose Analysis Framework (SAF, EC-DIGIT-CSIRC/sysdiagnose) made of a sysdiagnose: the folder `parsed_data` of a case, with a
 * file for each parser and analyser. It is hearsay: what another tool read and said.
 *
 * It is known by its event files (`.jsonl`): the first line is an object with `datetime`, `message`, `module` and `data`. Where the
 * sysdiagnose itself is there, too (SAF keeps it beside, in `data`), that is read instead.
 * Sources: SAF at 270a58c (June 2026), `utils/base.py`: the five keys of an event; the folder that it made of a made-up sysdiagnose.
 * @module
 */
import { type Acquisition, byCodeUnit, ContraluzError, type EvidenceTree } from "@contraluz/core";
import { stopIfCancelled } from "../cancel.ts";
import { headOf } from "../head.ts";
import { type MetaOptions, openOr } from "../ios-backup/meta.ts";
import { PlainFiles } from "../plain-files.ts";
import type { ReadableEvidence } from "../readable.ts";
import { isJunk } from "../tree.ts";

/** Bytes of a file that are looked at, and files that are looked into: SAF writes about forty. */
const HEAD = 65_536;
const MAX_FILES = 200;
/** Folders above: `cases/1/parsed_data/`. */
const MAX_ABOVE = 3;

export interface FoundSaf {
  readonly tree: EvidenceTree;
  /** `""`, or its folder with a slash at the end. */
  readonly prefix: string;
  readonly acquisition: Acquisition;
}

const decoder = new TextDecoder();

/** True for the first line of an event file; a line longer than what is looked at is known by how it begins. */
function isEvent(head: Uint8Array): boolean {
  const text = decoder.decode(head).replace(/^\uFEFF/, "");
  const end = text.indexOf("\n");
  if (!text.startsWith('{"datetime"') && !text.startsWith('{"timestamp"')) return false;
  if (end < 0)
    return head.length === HEAD && /^\{"datetime": ?"\d{4}-[^"]{6,40}", "message": "/.test(text.slice(0, 200));
  try {
    const v = JSON.parse(text.slice(0, end)) as { readonly [k: string]: unknown };
    return (
      typeof v.datetime === "string" &&
      typeof v.message === "string" &&
      typeof v.module === "string" &&
      typeof v.data === "object"
    );
  } catch {
    return false;
  }
}

/**
 * The folder that SAF wrote, or undefined. Reads the list of files once, and of at most 200 event files the first 64 KiB.
 * Throws ContraluzError `evidence-several` where two such folders lie side by side.
 * @example
 * const found = await findSafResult(tree, { platform, report });
 * const evidence = found && openSafResult(found, { platform, report });
 */
export async function findSafResult(tree: EvidenceTree, o: MetaOptions): Promise<FoundSaf | undefined> {
  const folders = new Set<string>();
  let looks = 0;
  for await (const batch of tree.files(o.cancel)) {
    stopIfCancelled(o.cancel);
    for (const file of batch) {
      if (file.kind !== "file" || isJunk(file.path) || !file.path.endsWith(".jsonl")) continue;
      const prefix = file.path.slice(0, file.path.lastIndexOf("/") + 1);
      if (folders.has(prefix) || prefix.split("/").length - 1 > MAX_ABOVE || ++looks > MAX_FILES) continue;
      const head = await openOr(
        () => headOf(file, HEAD, o.platform),
        file.path,
        () => {},
      );
      if (head !== undefined && isEvent(head)) folders.add(prefix);
    }
  }
  stopIfCancelled(o.cancel);
  const found = [...folders].sort(byCodeUnit);
  if (found.length > 1) {
    const names = found.slice(0, 12).map((p) => p.slice(0, -1).slice(0, 120));
    const problem = { code: "evidence-several", found: names.join(", "), expected: "1", lost: "evidence" } as const;
    throw new ContraluzError("evidence-several", `several results: ${names.join(", ")}`, problem);
  }
  const [prefix] = found;
  return prefix === undefined
    ? undefined
    : { tree, prefix, acquisition: { kind: "saf-result", device: { tool: "SAF" } } };
}

/** The files of such a folder. Nothing of it is opened here. */
export function openSafResult(found: FoundSaf, o: Pick<MetaOptions, "platform" | "report">): ReadableEvidence {
  return new PlainFiles(found.tree, found.prefix, found.acquisition, o);
}
