/** Bodies of a backup in an archive that can only be read from front to end. @module */
import { type EvidenceFile, type EvidenceTree, LIMITS } from "@contraluz/core";
import { stopIfCancelled } from "../cancel.ts";
import { openRef } from "../open-ref.ts";
import { bodyRef, missingBody, planBody } from "./body.ts";
import { keep, type MetaOptions, openOr } from "./meta.ts";
import { isFileId, storedPath } from "./row.ts";
import type { ArchiveBody } from "./types.ts";
import type { ClassKeys } from "./unlock.ts";

/** Under which name of `stored` a body of the archive is known: flat ones too. */
function canonical(path: string): string {
  const cut = path.lastIndexOf("/") + 1;
  const name = path.slice(cut);
  if (!isFileId(name)) return path;
  const own = storedPath(name);
  return path.endsWith(own) && (cut === 3 || path[cut - 4] === "/") ? path : path.slice(0, cut) + own;
}

/** See `IosBackup.bodies`. */
export async function* streamBodies(
  tree: EvidenceTree,
  wanted: ReadonlyMap<string, EvidenceFile>,
  classes: ClassKeys | undefined,
  o: MetaOptions,
): AsyncGenerator<ArchiveBody> {
  const left = new Map(wanted);
  // Bodies that wait for others share what one may take: a hostile archive has many.
  const memory = { left: LIMITS.memory };
  for await (const batch of tree.files(o.cancel)) {
    stopIfCancelled(o.cancel);
    for (const base of batch) {
      const name = canonical(base.path);
      const file = base.kind === "file" ? left.get(name) : undefined;
      if (!file) continue;
      left.delete(name);
      const body = await take(file, base, classes, memory, o);
      if (body) yield body;
    }
    if (left.size === 0) return;
  }
  stopIfCancelled(o.cancel);
  for (const file of left.values()) missingBody(file, o.report);
}

async function take(
  file: EvidenceFile,
  base: EvidenceFile,
  classes: ClassKeys | undefined,
  memory: { left: number },
  o: MetaOptions,
): Promise<ArchiveBody | undefined> {
  const kept = await openOr(() => keep(base, o, true, memory.left), file.path, o.report);
  if (!kept) return undefined;
  let held = kept.held;
  memory.left -= held;
  const close = async (): Promise<void> => {
    memory.left += held;
    held = 0;
    await kept.close();
  };
  const plan = await planBody(file, kept.file.size ?? 0, classes, o.report);
  if (!plan) {
    await close();
    return undefined;
  }
  const ref = bodyRef(kept.file.ref, plan);
  return {
    file,
    base: kept.file,
    ref,
    size: plan.size,
    sha256: kept.sha256(),
    open: () => openRef(ref, { platform: o.platform }),
    close,
  };
}
