/** The end of a case: its key goes first, so that what a disk keeps of the rest cannot be read. @module */
import { ContraluzError, encodeJson, type VaultFolder } from "@contraluz/core";
import type { CaseMachine } from "../machine.ts";
import { indexFolder } from "../timeline/store.ts";
import { archiveIndex, archivesOf } from "./archives.ts";
import { caseHead, type OpenVault, once } from "./vault.ts";

/** What stays behind: that there was a case, and that it is gone. */
export interface Tombstone {
  readonly schema: "contraluz/purged@1";
  readonly id: string;
  readonly created: string;
  readonly purged: string;
}

/**
 * Destroys a case: the key file is overwritten and removed, then everything else. No identity is needed: whoever can delete the folder
 * could do it anyway. What backups, copies, memory cards and a disk's spare blocks hold of `keys.age` from before still opens with the
 * recipients' keys: the caller says so. Throws ContraluzError: "usage" (no case), "case-busy".
 */
export async function purgeCase(folder: VaultFolder, machine: CaseMachine): Promise<Tombstone> {
  const head = await caseHead(folder);
  if (!head) throw new ContraluzError("usage", "no case.json in this folder: it is not a case");
  const unlock = await folder.lock();
  if (!unlock) throw new ContraluzError("case-busy", "another program is writing to this case");
  try {
    await folder.destroy("keys.age");
    for (const name of await folder.list("")) if (name !== "lock" && name !== "case.json") await folder.remove(name);
    const stone: Tombstone = {
      schema: "contraluz/purged@1",
      id: head.id,
      created: head.created,
      purged: machine.now().slice(0, 10),
    };
    await folder.replace("case.json", once(new TextEncoder().encode(`${encodeJson({ ...stone })}\n`)));
    return stone;
  } finally {
    await unlock();
  }
}

/** Removes parts of a case (`evidence/0001`, `checks/0002`, `archive/0001`), with what was read of them, and writes down that they were there. Their keys cannot be destroyed apart. */
export async function removeParts(
  vault: OpenVault,
  actor: string,
  parts: readonly string[],
  why: string,
): Promise<void> {
  for (const o of parts)
    if (!/^(evidence|checks|archive)\/\d{4,8}$/.test(o))
      throw new ContraluzError("usage", `not a part of a case: ${o}`);
  const objects = [...new Set([...parts, ...archivesOf(vault.state, parts)])];
  // It knows the words of what goes: what is left is found by a new one.
  if (objects.some((o) => o.startsWith("archive/"))) await vault.files.remove(archiveIndex(vault.state));
  await vault.write({ actor, action: "removed", data: { objects, why } });
  for (const o of objects) {
    // The index of a check knows the letters of its texts.
    if (o.startsWith("checks/")) await vault.files.remove(indexFolder(o.slice("checks/".length)));
    await vault.files.remove(o);
  }
}
