/** Takes a pack into a case: every byte is compared with what the pack says of it; nothing is kept of one that does not hold. @module */
import {
  type Cancel,
  encodeJson,
  type Json,
  type Platform,
  type RandomAccess,
  type ResultFolder,
  type Sha256,
} from "@contraluz/core";
import { stopIfCancelled } from "@contraluz/evidence";
import type { TarEntry } from "@contraluz/formats/tar/index.ts";
import { readConsent } from "../consent/read.ts";
import type { Consent } from "../consent/types.ts";
import type { TakenEvidence } from "../log/actions.ts";
import { hashText } from "../log/entry.ts";
import { nextFolder, putAbout } from "../vault/copies.ts";
import type { OpenVault } from "../vault/vault.ts";
import { entriesOf, LIST_MOST, linesOf, textOf } from "./open-parts.ts";
import { bad, readFile, readHead } from "./read-head.ts";
import { PACK_SCHEMA, type PackedFile, type PackHead } from "./types.ts";

const HEAD_MOST = 1 << 20;
const RESULT_MOST = 512 << 20;
const FILES_MOST = 2_000_000;

/** The id of a pack: its files are called by it, and anybody can call a file so. */
const idOf = (platform: Pick<Platform, "sha256">, text: string): string => hashText(platform, text).slice(0, 16);

export interface ReceivedPack {
  readonly head: PackHead;
  readonly consent?: Consent;
  readonly taken: TakenEvidence;
  /** Hashes of the parts as they came. */
  readonly sha256: readonly Sha256[];
}

/** What stands before the evidence. */
export interface PackFront {
  /** As its own bytes say, whatever its files are called. */
  readonly id: string;
  readonly head: PackHead;
  readonly consent?: Consent;
}

/**
 * Reads only what stands before the evidence: who it is of, and what was allowed. The first part is mostly enough.
 * Throws as `receivePack`.
 */
export async function readFront(
  parts: readonly (() => Promise<RandomAccess>)[],
  identities: readonly string[],
  platform: Pick<Platform, "sha256">,
): Promise<PackFront> {
  let front: PackFront | undefined;
  for await (const e of entriesOf(parts, identities)) {
    if (e.name === "pack.json") {
      const text = await textOf(e, HEAD_MOST);
      front = { id: idOf(platform, text), head: readHead(text) };
    } else if (e.name === "consent.json" && front)
      return { ...front, consent: consentIn(await textOf(e, HEAD_MOST), front.head, platform) };
    else break;
  }
  if (!front) throw bad("no pack.json at the beginning", PACK_SCHEMA);
  return front;
}

function consentIn(text: string, head: PackHead, platform: Pick<Platform, "sha256">): Consent {
  if (hashText(platform, text) !== head.consentSha256)
    throw bad("consent.json has another hash", "the one in pack.json");
  const read = readConsent(text);
  if (!("value" in read) || read.value === undefined)
    throw bad("consent.json is no consent", "the fields of a consent");
  return read.value;
}

/** What stands before the evidence, each once. */
const FRONT: readonly string[] = ["pack.json", "consent.json", "result.json", "files.jsonl", "left-out.jsonl"];

/** Collects what a pack holds into a stage of the case. */
class Taking {
  readonly #stage: ResultFolder;
  readonly #vault: OpenVault;
  readonly #id: string | undefined;
  head: PackHead | undefined;
  consent: Consent | undefined;
  #seen = new Set<string>();
  #files = new Map<string, PackedFile>();
  #order: readonly PackedFile[] = [];
  #offset = 0;
  #taken = new Map<string, number>();

  constructor(stage: ResultFolder, vault: OpenVault, id: string | undefined) {
    this.#stage = stage;
    this.#vault = vault;
    this.#id = id;
  }

  async entry(e: TarEntry, cancel: Cancel | undefined): Promise<void> {
    if (e.kind !== "file") throw bad(`${e.name.slice(0, 200)} is no file`, "files only");
    if (FRONT.includes(e.name)) {
      if (this.#seen.has(e.name) || this.#taken.size > 0) throw bad(`${e.name} comes twice or late`, "each once");
      this.#seen.add(e.name);
    }
    if (e.name === "pack.json") {
      const text = await textOf(e, HEAD_MOST);
      const id = idOf(this.#vault.machine.platform, text);
      if (this.#id !== undefined && id !== this.#id) throw bad(`the pack ${id}`, this.#id);
      this.head = readHead(text);
      return;
    }
    if (!this.head) throw bad(`${e.name} comes first`, "pack.json");
    if (e.name === "consent.json")
      this.consent = consentIn(await textOf(e, HEAD_MOST), this.head, this.#vault.machine.platform);
    else if (e.name === "result.json") await this.#keep(e, "sent-result.json", RESULT_MOST);
    else if (e.name === "left-out.jsonl") await this.#keep(e, "left-out.jsonl", LIST_MOST);
    else if (e.name === "files.jsonl") await this.#list(e);
    else if (e.name.startsWith("evidence/")) await this.#evidence(e, cancel);
    else throw bad(`${e.name.slice(0, 200)} in it`, "the files of a pack");
  }

  async #keep(e: TarEntry, name: string, most: number): Promise<void> {
    if (e.size > most) throw bad(`${e.name} of ${e.size} bytes`, `at most ${most}`);
    const hasher = this.#vault.machine.platform.sha256();
    for await (const piece of e.stream()) {
      hasher.update(piece);
      await this.#stage.append(name, piece.slice());
    }
    if (name === "sent-result.json" && hasher.hex() !== this.head!.resultSha256)
      throw bad("result.json has another hash", this.head!.resultSha256);
  }

  async #list(e: TarEntry): Promise<void> {
    const order: PackedFile[] = [];
    for await (const line of linesOf(e)) {
      if (line === "") continue;
      if (order.length >= FILES_MOST) throw bad("more files", `at most ${FILES_MOST}`);
      order.push(readFile(line));
    }
    this.#order = order;
    this.#files = new Map(order.map((f) => [f.path, f]));
    if (this.#files.size !== order.length) throw bad("a path comes twice in files.jsonl", "each once");
  }

  async #evidence(e: TarEntry, cancel: Cancel | undefined): Promise<void> {
    const path = e.name.slice("evidence/".length);
    const says = this.#files.get(path);
    if (!says?.sha256 || this.#taken.has(path)) throw bad(`${path.slice(0, 200)} is not in files.jsonl`, "its files");
    const hasher = this.#vault.machine.platform.sha256();
    let size = 0;
    for await (const piece of e.stream()) {
      stopIfCancelled(cancel);
      hasher.update(piece);
      size += piece.length;
      await this.#stage.append("bytes", piece.slice());
    }
    if (size !== says.size || hasher.hex() !== says.sha256)
      throw bad(`${path.slice(0, 200)} has other bytes than files.jsonl says`, says.sha256);
    this.#taken.set(path, this.#offset);
    this.#offset += size;
  }

  /** Everything that was announced is there: writes the list and what it was. */
  async finish(): Promise<Omit<TakenEvidence, "folder">> {
    if (!this.head) throw bad("nothing in it", PACK_SCHEMA);
    const { evidence, packed } = this.head;
    const missing = this.#order.find((f) => f.sha256 !== undefined && !this.#taken.has(f.path));
    if (this.head.consentSha256 !== undefined && !this.consent)
      throw bad("no consent.json", "the consent that pack.json names");
    if (missing || this.#taken.size !== packed.files)
      throw bad(`${this.#taken.size} files`, `${packed.files} files, all of files.jsonl`);
    const lines = this.#order.map((f) => {
      const offset = this.#taken.get(f.path);
      const { path, kind, size, sha256, modified } = f;
      return `${encodeJson({ path, kind, offset, size, sha256, modified } as Json)}\n`;
    });
    for (let at = 0; at < lines.length; at += 4096)
      await this.#stage.append("files.jsonl", new TextEncoder().encode(lines.slice(at, at + 4096).join("")));
    if (lines.length === 0) await this.#stage.append("files.jsonl", new Uint8Array(0));
    await putAbout(this.#stage, { kind: evidence.kind, ...(evidence.was ? { was: evidence.was } : {}) });
    return { id: evidence.id, name: evidence.name, bytes: this.#offset, files: this.#taken.size, partial: true };
  }
}

/**
 * Copies a pack into the case. It is there when an entry says so (`intake`): the caller writes that. Throws ContraluzError: "case-key" (no
 * identity opens it), "pack-damaged" (a byte, a file or the order is not what it says, or it is not the pack of that `id`); then nothing is kept.
 */
export async function receivePack(
  vault: OpenVault,
  parts: readonly (() => Promise<RandomAccess>)[],
  identities: readonly string[],
  cancel?: Cancel,
  id?: string,
): Promise<ReceivedPack> {
  const folder = `evidence/${await nextFolder(vault, "evidence")}`;
  const stage = await vault.files.stage(folder);
  const taking = new Taking(stage, vault, id);
  try {
    await stage.append("bytes", new Uint8Array(0));
    const sha256: Sha256[] = [];
    const seen = (part: Uint8Array): void => {
      const hasher = vault.machine.platform.sha256();
      hasher.update(part);
      sha256.push(hasher.hex());
    };
    for await (const e of entriesOf(parts, identities, seen)) {
      stopIfCancelled(cancel);
      await taking.entry(e, cancel);
    }
    const taken = await taking.finish();
    await stage.commit();
    const { head, consent } = taking;
    return { head: head!, taken: { ...taken, folder }, sha256, ...(consent ? { consent } : {}) };
  } catch (e) {
    await stage.discard();
    throw e;
  }
}
