/**
 * A lab's folder: made, opened, locked. What a lab says of itself and of its cases is read as if anybody had written it.
 * @module
 */
import type { CaseMachine } from "@contraluz/case/machine.ts";
import { ContraluzError, type VaultFolder } from "@contraluz/core";
import { KEYS_VERSION } from "@contraluz/detection";
import { readJson, writeJson } from "./json.ts";
import { caseFile } from "./name.ts";
import { type Keying, keyedBy, SECRET_LEAST, SECRET_MOST, secretCheck, unkeyed } from "./secret.ts";
import { caseOf, headOf } from "./shapes.ts";
import { LAB_SCHEMA, LAYOUT, type LabCase, type LabHead } from "./types.ts";

const HEAD = "lab.json";
/** Bytes of `lab.json`, and of a case's file: ten thousand checks. */
const HEAD_MOST = 1 << 16;
const CASE_MOST = 64 << 20;

export interface Lab {
  readonly head: LabHead;
  readonly folder: VaultFolder;
  readonly machine: CaseMachine;
  /** Makes stored keys; left out where the lab has a secret that was not given: its cases can be listed and forgotten, not searched. */
  readonly keying?: Keying;
}

/** A lab that this program alone may write to, until `close()`. */
export interface OpenLab extends Lab {
  close(): Promise<void>;
}

/** What says that a folder is a lab; undefined if it is none. Throws ContraluzError ("lab-damaged") if it is one of another version. */
export async function labHead(folder: VaultFolder): Promise<LabHead | undefined> {
  const v = await readJson(folder, HEAD, HEAD_MOST);
  if (v === undefined) return undefined;
  const head = headOf(v);
  if (head?.layout !== LAYOUT) {
    const found = head ? `layout ${head.layout}` : "another schema";
    throw new ContraluzError("lab-damaged", `lab.json: found ${found}, expected ${LAB_SCHEMA}, layout ${LAYOUT}`);
  }
  return head;
}

function secretOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length >= SECRET_LEAST && bytes.length <= SECRET_MOST) return bytes;
  throw new ContraluzError("lab-secret", `${bytes.length} bytes; ${SECRET_LEAST} to ${SECRET_MOST} are wanted`);
}

/** A new lab in an empty folder, or one that is not there yet. Throws ContraluzError ("usage") if something is in it. */
export async function createLab(folder: VaultFolder, machine: CaseMachine, secret?: Uint8Array): Promise<LabHead> {
  const check = secret && secretCheck(secretOf(secret));
  if ((await folder.list("")).some((n) => n !== "lock" && !n.endsWith(".new")))
    throw new ContraluzError("usage", "the folder is not empty");
  const unlock = await folder.lock();
  if (!unlock) throw new ContraluzError("lab-busy", "another program is writing to this lab");
  try {
    const id = Array.from(machine.random(8), (b) => b.toString(16).padStart(2, "0")).join("");
    const head: LabHead = {
      schema: LAB_SCHEMA,
      id,
      created: machine.now().slice(0, 10),
      layout: LAYOUT,
      keysVersion: KEYS_VERSION,
      ...(check === undefined ? {} : { keyed: { check } }),
    };
    await writeJson(folder, HEAD, head);
    return head;
  } finally {
    await unlock();
  }
}

function keyingOf(head: LabHead, secret?: Uint8Array): Keying | undefined {
  if (!head.keyed) {
    if (secret) throw new ContraluzError("lab-secret", "this lab was made without one");
    return unkeyed;
  }
  if (!secret) return undefined;
  if (secretCheck(secretOf(secret)) !== head.keyed.check) throw new ContraluzError("lab-secret", "another secret");
  return keyedBy(secret);
}

/** The keying of a lab. Throws ContraluzError ("lab-secret") where it has a secret that was not given. */
export function keyingNeeded(lab: Pick<Lab, "keying">): Keying {
  if (!lab.keying) throw new ContraluzError("lab-secret", "this lab has a secret, and it was not given");
  return lab.keying;
}

/**
 * Opens a lab for reading. Throws ContraluzError: "usage" (no lab), "lab-damaged", "lab-secret".
 * @example const lab = await openLab(vaultFolder("lab"), machine, secret);
 */
export async function openLab(folder: VaultFolder, machine: CaseMachine, secret?: Uint8Array): Promise<Lab> {
  const head = await labHead(folder);
  if (!head) throw new ContraluzError("usage", "no lab.json in this folder: it is not a lab");
  const keying = keyingOf(head, secret);
  return { head, folder, machine, ...(keying ? { keying } : {}) };
}

/** What was noted of cases, by id; `damaged`: files that cannot be read. */
export interface LabCases {
  readonly cases: readonly LabCase[];
  readonly damaged: readonly string[];
}

/** The cases of a lab. */
export async function readCases(lab: Pick<Lab, "folder">): Promise<LabCases> {
  const cases: LabCase[] = [];
  const damaged: string[] = [];
  for (const name of await lab.folder.list("cases")) {
    const id = /^([0-9a-f]{16})\.json$/.exec(name)?.[1];
    if (id === undefined) continue;
    const found = await readCase(lab, id).catch((e) => {
      if (e instanceof ContraluzError && e.code === "lab-damaged") return undefined;
      throw e;
    });
    if (found) cases.push(found);
    else damaged.push(id);
  }
  return { cases, damaged };
}

/** One case of a lab; undefined if it is not there. Throws ContraluzError ("lab-damaged"). */
export async function readCase(lab: Pick<Lab, "folder">, id: string): Promise<LabCase | undefined> {
  const v = await readJson(lab.folder, caseFile(id), CASE_MOST);
  if (v === undefined) return undefined;
  const found = caseOf(v);
  if (found?.id !== id) throw new ContraluzError("lab-damaged", `${caseFile(id)}: no case of this lab`);
  return found;
}

/** Notes what the lab has of a case. What it names lies there already. */
export function writeCase(lab: OpenLab, of: LabCase): Promise<void> {
  return writeJson(lab.folder, caseFile(of.id), of);
}
