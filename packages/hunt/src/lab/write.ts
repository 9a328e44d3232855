/** Opens a lab for writing. @module */
import type { CaseMachine } from "@contraluz/case/machine.ts";
import { ContraluzError, type VaultFolder } from "@contraluz/core";
import { sweep } from "./leftovers.ts";
import { labHead, type OpenLab, openLab } from "./open.ts";

/**
 * Opens a lab for writing; nobody else can until it is closed. What a crash left goes. Throws as `openLab`, and ContraluzError
 * ("lab-busy") while another program writes.
 */
export async function openLabToWrite(folder: VaultFolder, machine: CaseMachine, secret?: Uint8Array): Promise<OpenLab> {
  // A folder that is no lab gets no lock.
  if (!(await labHead(folder))) throw new ContraluzError("usage", "no lab.json in this folder: it is not a lab");
  const unlock = await folder.lock();
  if (!unlock) throw new ContraluzError("lab-busy", "another program is writing to this lab");
  try {
    const lab: OpenLab = { ...(await openLab(folder, machine, secret)), close: unlock };
    await sweep(lab);
    return lab;
  } catch (e) {
    await unlock();
    throw e;
  }
}
