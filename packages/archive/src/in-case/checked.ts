/** Which evidence of a case is a phone or a capture. Apart from reading: it knows every kind of evidence, and the page needs none of them to read papers. @module */
import { type CaseState, type OpenVault, openCopy } from "@contraluz/case/vault/index.ts";
import { type Cancel, ContraluzError } from "@contraluz/core";
import { openEvidence } from "@contraluz/engine/evidence.ts";
import { createFileTable } from "@contraluz/engine/files.ts";

type Evidence = CaseState["evidence"][number];

/**
 * True for evidence that a check knows (a phone, a capture): its pictures are nobody's papers, and are read only where somebody names it.
 * What is known but cannot be opened (a password) counts as known.
 */
export async function isChecked(vault: OpenVault, e: Evidence, cancel?: Cancel): Promise<boolean> {
  if (vault.state.checks.some((c) => c.evidence.includes(e.id) || c.taken?.includes(e.id))) return true;
  const { platform } = vault.machine;
  try {
    const opened = await openEvidence(await openCopy(vault, e), {
      platform,
      report: () => {},
      cancel: cancel ?? { aborted: false },
      files: createFileTable(),
      wanted: () => () => false,
    });
    await opened.close();
    return true;
  } catch (error) {
    if (error instanceof ContraluzError && error.code === "evidence-unknown") return false;
    if (error instanceof ContraluzError && error.code !== "cancelled") return true;
    throw error;
  }
}
