/**
 * A case: a folder of sealed files and the log that says what they are.
 *
 *     case.json          schema, id and day, in clear; nothing of anybody
 *     keys.age           the data key, for the recipients
 *     log/00000001.json  one entry a file (log/entry.ts)
 *     checks/0001/       a result folder each
 *     evidence/0001/     files.jsonl and bytes (vault/copies.ts)
 *     index/             can be deleted and made again
 *
 * Something has happened when its entry is on the disk. What an entry speaks of is written before it; a file that no entry speaks of is
 * what a crash left, and goes when the case is next opened for writing.
 * @module
 */
import { ContraluzError, encodeJson, type RandomAccess, type VaultFolder } from "@contraluz/core";
import { type Deed, type Entry, encodeEntry, makeEntry, SALT_SIZE } from "../log/entry.ts";
import { type Break, followChain, readEntry } from "../log/read.ts";
import type { CaseMachine } from "../machine.ts";
import { indexFolder } from "../timeline/store.ts";
import { KEYS_MOST, type Opener, type Openers, readyKey, unwrapKey, wrapKey } from "./keys.ts";
import { sealedFolder } from "./sealed-folder.ts";
import { type CaseState, foldLog } from "./state.ts";

export const CASE_SCHEMA = "contraluz/case@1";
const HEAD = "case.json";
const KEYS = "keys.age";
/** A longer entry is none of ours; a log of more entries neither. */
const ENTRY_MOST = 16 << 20;
const ENTRIES_MOST = 10_000_000;
const NUMBERED = /^(\d{8})\.json$/;

/** What stands in clear beside a case. */
export interface CaseHead {
  readonly schema: typeof CASE_SCHEMA;
  readonly id: string;
  /** Day on which it was made. */
  readonly created: string;
}

/** What was found wrong with a case when it was opened. It opens all the same, with what can be read. */
export interface CaseTrouble {
  readonly file: string;
  readonly found: string;
}

export interface Vault {
  readonly head: CaseHead;
  readonly machine: CaseMachine;
  /** Everything in it, opened; for reading. */
  readonly files: ReturnType<typeof sealedFolder>;
  readonly log: readonly Entry[];
  readonly state: CaseState;
  readonly trouble: readonly CaseTrouble[];
}

/** A case that this program alone may write to, until `close()`. */
export interface OpenVault extends Vault {
  /** Writes something down. It is on the disk when the promise is kept. */
  write(deed: Deed): Promise<Entry>;
  /** Lets others open it: those who could before cannot be kept out of copies that they have. */
  rewrap(to: Openers): Promise<void>;
  close(): Promise<void>;
}

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");

export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const utf8 = (text: string): AsyncGenerator<Uint8Array> => once(new TextEncoder().encode(text));

async function whole(source: RandomAccess, most: number, name: string): Promise<Uint8Array> {
  try {
    if (source.size > most) throw new ContraluzError("case-damaged", `${name} has ${source.size} bytes`);
    return await source.read(0, source.size);
  } finally {
    await source.close?.();
  }
}

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
  if (schema !== CASE_SCHEMA || typeof id !== "string" || !/^[0-9a-f]{16}$/.test(id) || typeof created !== "string")
    throw new ContraluzError(
      "case-damaged",
      `case.json: found ${String(schema).slice(0, 80)}, expected ${CASE_SCHEMA}`,
    );
  return { schema, id, created };
}

const entryName = (seq: number): string => `log/${String(seq).padStart(8, "0")}.json`;

type Files = ReturnType<typeof sealedFolder>;

const breakWords = (b: Break): string => `entry ${b.seq}: ${b.why}`;

/** All entries that can be read, in order, what is wrong with the rest, and the highest number that is taken. */
async function readLog(
  files: Files,
  machine: CaseMachine,
): Promise<{ log: Entry[]; trouble: CaseTrouble[]; used: number }> {
  const log: Entry[] = [];
  const trouble: CaseTrouble[] = [];
  const names = (await files.list("log")).filter((n) => NUMBERED.test(n));
  if (names.length > ENTRIES_MOST) throw new ContraluzError("case-damaged", `${names.length} entries`);
  for (const [i, short] of names.entries()) {
    const name = `log/${short}`;
    if (Number(short.slice(0, 8)) !== i + 1) trouble.push({ file: name, found: `entry ${i + 1} is not there` });
    try {
      const source = await files.read(name);
      const text = new TextDecoder().decode(await whole(source!, ENTRY_MOST, name));
      const entry = readEntry(machine.platform, text);
      if (entry) log.push(entry);
      else trouble.push({ file: name, found: "no entry, or its data is not what its line says" });
    } catch (e) {
      if (!(e instanceof ContraluzError)) throw e;
      trouble.push({ file: name, found: e.message });
    }
  }
  const { breaks } = followChain(
    machine.platform,
    log.map((e) => e.line),
  );
  for (const b of breaks) if (b.why !== "time") trouble.push({ file: entryName(b.seq), found: breakWords(b) });
  return { log, trouble, used: Number(names.at(-1)?.slice(0, 8) ?? 0) };
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
  ]);
  const found: string[] = [];
  for (const folder of ["checks", "evidence"])
    for (const name of await files.list(folder)) if (!known.has(`${folder}/${name}`)) found.push(`${folder}/${name}`);
  // What finds rows of a check that is gone, or was not finished.
  const there = new Set(state.checks.filter((c) => !c.removed).map((c) => indexFolder(c.check)));
  for (const name of await files.list("index"))
    if (name.startsWith("timeline-") && !there.has(`index/${name}`)) found.push(`index/${name}`);
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
  const write = async (deed: Deed): Promise<Entry> => {
    if (closed) throw new ContraluzError("usage", "the case is closed");
    const salt = hexOf(machine.random(SALT_SIZE));
    const entry = makeEntry(machine.platform, log.at(-1), deed, { at: machine.now(), salt, seq: used + 1 });
    if (!(await files.create(entryName(used + 1), utf8(encodeEntry(entry)))))
      throw new ContraluzError("case-busy", `${entryName(used + 1)} was written by somebody else`);
    used++;
    log.push(entry);
    state = undefined;
    return entry;
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
    write(deed) {
      const run = tail.then(() => write(deed));
      tail = run.catch(() => {});
      return run;
    },
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
  return names.every((n) => /^(lock|keys\.age|log)$|\.new$/.test(n)) && (await folder.list("log")).length <= 1;
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
