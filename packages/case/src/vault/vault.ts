/**
 * A case: a folder of sealed files and the log that says what they are.
 *
 *     case.json          schema, id and day, in clear; nothing of anybody
 *     keys.age           the data key, for the recipients
 *     log/00000001.json  one entry a file (log/entry.ts)
 *     log/last.json      how many there are, and the hash of the last line: without it nobody could tell that the last ones are missing
 *     checks/0001/       a result folder each
 *     evidence/0001/     files.jsonl and bytes (vault/copies.ts)
 *     archive/0001/      pages that were read of documents, and corrections (vault/archives.ts)
 *     index/             can be deleted and made again
 *
 * Something has happened when its entry is on the disk. What an entry speaks of is written before it; a file that no entry speaks of is
 * what a crash left, and goes when the case is next opened for writing.
 * @module
 */
import { ContraluzError, encodeJson, type VaultFolder } from "@contraluz/core";
import { type Deed, type Entry, encodeEntry, hashText, makeEntry, SALT_SIZE } from "../log/entry.ts";
import { readEntry } from "../log/read.ts";
import type { CaseMachine } from "../machine.ts";
import { indexFolder } from "../timeline/store.ts";
import { archiveIndex } from "./archives.ts";
import { KEYS_MOST, type Opener, type Openers, readyKey, unwrapKey, wrapKey } from "./keys.ts";
import {
  type CaseTrouble,
  ENTRY_MOST,
  entryName,
  type Files,
  LAST,
  NUMBER_MOST,
  NUMBERED,
  readLog,
  whole,
} from "./read-log.ts";
import { sealedFolder } from "./sealed-folder.ts";
import { hasShape } from "./shapes.ts";
import { type CaseState, foldLog } from "./state.ts";

export const CASE_SCHEMA = "contraluz/case@1";
const HEAD = "case.json";
const KEYS = "keys.age";

/** What stands in clear beside a case. */
export interface CaseHead {
  readonly schema: typeof CASE_SCHEMA;
  readonly id: string;
  /** Day on which it was made. */
  readonly created: string;
}

export type { CaseTrouble } from "./read-log.ts";

export interface Vault {
  readonly head: CaseHead;
  readonly machine: CaseMachine;
  /** Everything in it, opened; for reading. */
  readonly files: Files;
  readonly log: readonly Entry[];
  readonly state: CaseState;
  readonly trouble: readonly CaseTrouble[];
}

/** A case that this program alone may write to, until `close()`. */
export interface OpenVault extends Vault {
  /** Writes something down. It is on the disk when the promise is kept. */
  write(deed: Deed): Promise<Entry>;
  /** Writes many things down, in their order. All are on the disk when the promise is kept; if it is not, perhaps the first of them. */
  writeAll(deeds: readonly Deed[]): Promise<void>;
  /** Lets others open it: those who could before cannot be kept out of copies that they have. */
  rewrap(to: Openers): Promise<void>;
  close(): Promise<void>;
}

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");

export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const utf8 = (text: string): AsyncGenerator<Uint8Array> => once(new TextEncoder().encode(text));

/** What says that a folder is a case; undefined if it is none. Throws ContraluzError ("case-damaged") if it is one of another version. */
export async function caseHead(folder: VaultFolder): Promise<CaseHead | undefined> {
  const source = await folder.read(HEAD);
  if (!source) return undefined;
  let v: unknown;
  try {
    v = JSON.parse(new TextDecoder().decode(await whole(source, 65_536, HEAD)));
  } catch (e) {
    if (e instanceof ContraluzError) throw e;
  }
  const { schema, id, created } = (v ?? {}) as { readonly [k: string]: unknown };
  const ok =
    schema === CASE_SCHEMA &&
    typeof id === "string" &&
    /^[0-9a-f]{16}$/.test(id) &&
    typeof created === "string" &&
    /^\d{4}-\d\d-\d\d$/.test(created);
  if (!ok) {
    const found = typeof schema === "string" ? schema.slice(0, 80) : "no schema";
    throw new ContraluzError("case-damaged", `case.json: found ${found}, expected ${CASE_SCHEMA}`);
  }
  return { schema, id, created };
}

type Read = Vault & { readonly hex: string; readonly used: number };

async function readVault(folder: VaultFolder, by: Opener, machine: CaseMachine): Promise<Read> {
  const head = await caseHead(folder);
  if (!head) throw new ContraluzError("usage", "no case.json in this folder: it is not a case");
  const keys = await folder.read(KEYS);
  if (!keys) throw new ContraluzError("case-key", "keys.age is not there: nothing opens this case any more");
  const hex = await unwrapKey(await whole(keys, KEYS_MOST, KEYS), by);
  const files = sealedFolder(folder, await readyKey(hex), machine);
  const { log, trouble, used } = await readLog(files, machine);
  return { head, machine, files, log, state: foldLog(log), trouble, hex, used };
}

/**
 * Opens a case for reading. Throws ContraluzError: "usage" (no case), "case-key" (nothing given opens it), "case-damaged" (no case that
 * we know). Damaged entries do not keep it from opening: see `trouble`.
 * @example const { state } = await openVault(vaultFolder("case-7"), { identities }, machine);
 */
export async function openVault(folder: VaultFolder, by: Opener, machine: CaseMachine): Promise<Vault> {
  const { hex: _, used: __, ...vault } = await readVault(folder, by, machine);
  return vault;
}

/** Folders and files that no entry speaks of: what a crash left. */
async function leftovers(files: Files, state: CaseState): Promise<string[]> {
  const known = new Set<string>([
    ...state.checks.flatMap((c) => (c.removed ? [] : [`checks/${c.check}`])),
    ...state.evidence.flatMap((e) => (e.folder === undefined || e.removed ? [] : [e.folder])),
    ...state.archives.flatMap((a) => (a.removed ? [] : [`archive/${a.archive}`])),
  ]);
  const found: string[] = [];
  for (const folder of ["checks", "evidence", "archive"])
    for (const name of await files.list(folder)) if (!known.has(`${folder}/${name}`)) found.push(`${folder}/${name}`);
  // What finds rows of a check that is gone, or was not finished.
  const there = new Set(state.checks.filter((c) => !c.removed).map((c) => indexFolder(c.check)));
  const archives = archiveIndex(state);
  for (const name of await files.list("index")) {
    const at = `index/${name}`;
    if ((name.startsWith("timeline-") && !there.has(at)) || (name.startsWith("archive-") && at !== archives))
      found.push(at);
  }
  for (const folder of ["log", ""])
    for (const name of await files.list(folder))
      if (/\.(new|partial)$/.test(name)) found.push(folder === "" ? name : `${folder}/${name}`);
  return found;
}

function writable(vault: Read, folder: VaultFolder, unlock: () => Promise<void>): OpenVault {
  const { head, machine, files, trouble } = vault;
  const log = [...vault.log];
  let state: CaseState | undefined = vault.state;
  let { used } = vault;
  /** Deeds are written one after the other. */
  let tail: Promise<unknown> = Promise.resolve();
  let closed = false;
  const put = async (deed: Deed): Promise<Entry> => {
    if (closed) throw new ContraluzError("usage", "the case is closed");
    if (used >= NUMBER_MOST) throw new ContraluzError("case-damaged", "no number is left for an entry");
    const salt = hexOf(machine.random(SALT_SIZE));
    const entry = makeEntry(machine.platform, log.at(-1), deed, { at: machine.now(), salt, seq: used + 1 });
    // What could not be read again would be a hole in the log for ever.
    const text = encodeEntry(entry);
    const again = text.length > ENTRY_MOST / 4 ? undefined : readEntry(machine.platform, text);
    if (!again || !hasShape(again)) throw new ContraluzError("usage", `not an entry of a log: ${deed.action}`);
    if (!(await files.create(entryName(used + 1), utf8(text))))
      throw new ContraluzError("case-busy", `${entryName(used + 1)} was written by somebody else`);
    used++;
    log.push(entry);
    state = undefined;
    return entry;
  };
  // It has happened already. If this cannot be written the end of the log is known less well.
  const end = async (): Promise<void> => {
    const last = log.at(-1);
    if (!last) return;
    const said = { seq: used, line: hashText(machine.platform, last.line) };
    await files.replace(LAST, utf8(`${encodeJson(said)}\n`)).catch(() => {});
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const run = tail.then(work);
    tail = run.catch(() => {});
    return run;
  };
  return {
    head,
    machine,
    files,
    trouble,
    get log() {
      return log;
    },
    get state() {
      return (state ??= foldLog(log));
    },
    write: (deed) =>
      inTurn(async () => {
        const entry = await put(deed);
        await end();
        return entry;
      }),
    writeAll: (deeds) =>
      inTurn(async () => {
        try {
          for (const deed of deeds) await put(deed);
        } finally {
          await end();
        }
      }),
    async rewrap(to) {
      await folder.replace(KEYS, once(await wrapKey(vault.hex, to)));
    },
    async close() {
      await tail;
      closed = true;
      await unlock();
    },
  };
}

/**
 * Opens a case for writing; nobody else can until it is closed. What a crash left goes. Throws as `openVault`, and ContraluzError
 * ("case-busy") while another program writes.
 */
export async function openVaultToWrite(folder: VaultFolder, by: Opener, machine: CaseMachine): Promise<OpenVault> {
  if (!(await caseHead(folder))) throw new ContraluzError("usage", "no case.json in this folder: it is not a case");
  const unlock = await folder.lock();
  if (!unlock) throw new ContraluzError("case-busy", "another program is writing to this case");
  try {
    const vault = await readVault(folder, by, machine);
    // Of a log that cannot be read whole it is not known what its entries speak of.
    if (vault.trouble.length === 0)
      for (const name of await leftovers(vault.files, vault.state)) await vault.files.remove(name);
    return writable(vault, folder, unlock);
  } catch (e) {
    await unlock();
    throw e;
  }
}

/** True for a folder that is empty, or holds what a crash left of a case that never was: no `case.json`, and one entry at most. */
async function canBegin(folder: VaultFolder): Promise<boolean> {
  const names = await folder.list("");
  return (
    names.every((n) => /^(lock|keys\.age|log)$|\.new$/.test(n)) &&
    (await folder.list("log")).filter((n) => NUMBERED.test(n)).length <= 1
  );
}

/** What a new case begins with. */
export interface NewCase {
  readonly title: string;
  readonly lang: "es" | "en";
  /** Label of who makes it. */
  readonly actor: string;
  readonly to: Openers;
}

/**
 * A new case in an empty folder, or one that is not there yet. Throws ContraluzError ("usage") if something is in it, or a recipient is none.
 * @example const vault = await createVault(vaultFolder("case-7"), { title: "7", lang: "es", actor: "r2", to: { recipients } }, machine);
 */
export async function createVault(folder: VaultFolder, o: NewCase, machine: CaseMachine): Promise<OpenVault> {
  const hex = hexOf(machine.random(32));
  const keys = await wrapKey(hex, o.to);
  if (!(await canBegin(folder))) throw new ContraluzError("usage", "the folder is not empty");
  const unlock = await folder.lock();
  if (!unlock) throw new ContraluzError("case-busy", "another program is writing to this case");
  try {
    for (const name of await folder.list("")) if (name !== "lock") await folder.remove(name);
    const head: CaseHead = { schema: CASE_SCHEMA, id: hexOf(machine.random(8)), created: machine.now().slice(0, 10) };
    await folder.create(KEYS, once(keys));
    const files = sealedFolder(folder, await readyKey(hex), machine);
    // Last: a folder without it is no case.
    const vault = writable(
      { head, machine, files, log: [], state: foldLog([]), trouble: [], hex, used: 0 },
      folder,
      unlock,
    );
    await vault.write({ actor: o.actor, action: "created", data: { title: o.title, lang: o.lang } });
    await folder.create(HEAD, utf8(`${encodeJson({ ...head })}\n`));
    return vault;
  } catch (e) {
    await unlock();
    throw e;
  }
}
