/** Takes a pack into a case: every byte is compared with what the pack says of it; nothing is kept of one that does not hold. @module */
import {
  type Cancel,
  ContraluzError,
  encodeJson,
  type Json,
  LIMITS,
  type Platform,
  type RandomAccess,
  type ResultFolder,
  type Sha256,
  type Wrapped,
} from "@contraluz/core";
import { stopIfCancelled } from "@contraluz/evidence";
import { readTar, type TarEntry } from "@contraluz/formats/tar/index.ts";
import { Decrypter } from "age-encryption";
import { readConsent } from "../consent/read.ts";
import type { Consent } from "../consent/types.ts";
import type { TakenEvidence } from "../log/actions.ts";
import { hashText } from "../log/entry.ts";
import { nextFolder, putAbout } from "../vault/copies.ts";
import type { OpenVault } from "../vault/vault.ts";
import { PACK_SCHEMA, type PackedFile, type PackHead } from "./types.ts";

/** Longest part that is taken: ours have 20 MB. */
const PART_MOST = 64 << 20;
const HEAD_MOST = 1 << 20;
const RESULT_MOST = 512 << 20;
const LIST_MOST = 1 << 30;
const FILES_MOST = 2_000_000;

function bad(found: string, expected: string): ContraluzError {
  return new ContraluzError("pack-damaged", found, { code: "pack-damaged", found, expected, lost: "evidence" });
}

/** Entries of the tar in the parts. What keeps a part from opening is thrown as it is, not as damage of the tar. */
async function* entriesOf(
  parts: readonly (() => Promise<RandomAccess>)[],
  identities: readonly string[],
  seen?: (part: Uint8Array) => void,
): AsyncGenerator<TarEntry> {
  let why: unknown;
  const text = (async function* () {
    try {
      yield* opened(parts, identities, seen);
    } catch (e) {
      why = e;
      throw e;
    }
  })();
  yield* readTar(text, (p) => {
    throw why ?? bad(`the tar in it is damaged (${p.code})`, "a tar");
  });
}

/** The tar in the parts, which must be all and in order. Throws ContraluzError: "case-key", "pack-damaged". */
async function* opened(
  parts: readonly (() => Promise<RandomAccess>)[],
  identities: readonly string[],
  seen: (part: Uint8Array) => void = () => {},
): AsyncGenerator<Uint8Array> {
  for (const [i, open] of parts.entries()) {
    const source = await open();
    let text: Uint8Array;
    try {
      if (source.size > PART_MOST) throw bad(`part ${i + 1} has ${source.size} bytes`, `at most ${PART_MOST}`);
      const d = new Decrypter();
      for (const id of identities) d.addIdentity(id);
      const bytes = await source.read(0, source.size);
      seen(bytes);
      text = await d.decrypt(bytes).catch((e: unknown) => {
        const key = e instanceof Error && /identity|recipient/i.test(e.message);
        throw key
          ? new ContraluzError("case-key", "nothing that was given opens the pack")
          : bad(`part ${i + 1} does not open`, "an age file");
      });
    } finally {
      await source.close?.();
    }
    yield text;
  }
}

async function textOf(e: TarEntry, most: number): Promise<string> {
  if (e.size > most) throw bad(`${e.name} of ${e.size} bytes`, `at most ${most}`);
  const decoder = new TextDecoder();
  let text = "";
  let n = 0;
  for await (const piece of e.stream()) {
    text += decoder.decode(piece, { stream: true });
    n += piece.length;
  }
  if (n !== e.size) throw bad(`${e.name} ends early`, `${e.size} bytes`);
  return text + decoder.decode();
}

type Obj = { readonly [k: string]: unknown };
const isObject = (v: unknown): v is Obj => typeof v === "object" && v !== null && !Array.isArray(v);
const isHash = (v: unknown): v is Sha256 => typeof v === "string" && /^[0-9a-f]{64}$/.test(v);
const isCount = (v: unknown): v is number => Number.isSafeInteger(v) && (v as number) >= 0;
const isText = (v: unknown, most = 4096): v is string => typeof v === "string" && v.length <= most;

function wrappedOf(v: unknown): Wrapped | undefined {
  if (!isObject(v) || !isHash(v.sha256) || !isCount(v.size) || !Array.isArray(v.layers)) return undefined;
  if (v.layers.length > LIMITS.nesting || !v.layers.every((l) => isText(l, 16))) return undefined;
  return { sha256: v.sha256, size: v.size, layers: v.layers as string[] };
}

/** `pack.json`. Throws ContraluzError ("pack-damaged") for anything else. */
export function readHead(text: string): PackHead {
  let v: unknown;
  try {
    v = JSON.parse(text);
  } catch {
    throw bad("pack.json is no JSON", PACK_SCHEMA);
  }
  if (!isObject(v) || v.schema !== PACK_SCHEMA)
    throw bad(`schema ${String(isObject(v) ? v.schema : v).slice(0, 80)}`, PACK_SCHEMA);
  const { evidence: e, scope, context, packed, leftOut } = v;
  const was = isObject(e) && e.was !== undefined ? wrappedOf(e.was) : undefined;
  const ok =
    isObject(e) &&
    isHash(e.id) &&
    isText(e.name) &&
    ["folder", "zip", "tar", "ios-backup"].includes(String(e.kind)) &&
    (e.was === undefined || was !== undefined) &&
    isObject(scope) &&
    (scope.artifacts === "all" || (Array.isArray(scope.artifacts) && scope.artifacts.every((a) => isText(a, 80)))) &&
    typeof scope.content === "boolean" &&
    typeof scope.evidenceCopies === "boolean" &&
    isObject(context) &&
    isText(context.asOf, 40) &&
    Array.isArray(context.custody) &&
    context.custody.length <= 10_000 &&
    context.custody.every((w) => Array.isArray(w) && w.length === 2 && w.every((t) => isText(t, 40))) &&
    Array.isArray(context.known) &&
    context.known.length <= 10_000 &&
    context.known.every((k) => isText(k)) &&
    isText(v.version, 40) &&
    Array.isArray(v.indicators) &&
    v.indicators.length <= 10_000 &&
    v.indicators.every(isHash) &&
    isHash(v.resultSha256) &&
    (v.consentSha256 === undefined || isHash(v.consentSha256)) &&
    [packed, leftOut].every((x) => isObject(x) && isCount(x.files) && isCount(x.bytes));
  if (!ok) throw bad("pack.json has other fields than those of a pack", PACK_SCHEMA);
  return v as unknown as PackHead;
}

function readFile(line: string): PackedFile {
  let v: unknown;
  try {
    v = JSON.parse(line);
  } catch {
    throw bad("a line of files.jsonl is no JSON", "an object");
  }
  const ok =
    isObject(v) &&
    isText(v.path) &&
    ["file", "dir", "link", "other"].includes(String(v.kind)) &&
    (v.size === undefined || isCount(v.size)) &&
    (v.sha256 === undefined || (isHash(v.sha256) && isCount(v.size))) &&
    (v.modified === undefined || Number.isSafeInteger(v.modified));
  if (!ok) throw bad("a line of files.jsonl has other fields", "path, kind, size, sha256, modified");
  return v as unknown as PackedFile;
}

export interface ReceivedPack {
  readonly head: PackHead;
  readonly consent?: Consent;
  readonly taken: TakenEvidence;
  /** Hashes of the parts as they came. */
  readonly sha256: readonly Sha256[];
}

/** What stands before the evidence. */
export interface PackFront {
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
  let head: PackHead | undefined;
  for await (const e of entriesOf(parts, identities)) {
    if (e.name === "pack.json") head = readHead(await textOf(e, HEAD_MOST));
    else if (e.name === "consent.json" && head)
      return { head, consent: consentIn(await textOf(e, HEAD_MOST), head, platform) };
    else break;
  }
  if (!head) throw bad("no pack.json at the beginning", PACK_SCHEMA);
  return { head };
}

function consentIn(text: string, head: PackHead, platform: Pick<Platform, "sha256">): Consent {
  if (hashText(platform, text) !== head.consentSha256)
    throw bad("consent.json has another hash", "the one in pack.json");
  const read = readConsent(text);
  if (!("value" in read) || read.value === undefined)
    throw bad("consent.json is no consent", "the fields of a consent");
  return read.value;
}

/** Collects what a pack holds into a stage of the case. */
class Taking {
  readonly #stage: ResultFolder;
  readonly #vault: OpenVault;
  head: PackHead | undefined;
  consent: Consent | undefined;
  #files = new Map<string, PackedFile>();
  #order: readonly PackedFile[] = [];
  #offset = 0;
  #taken = new Map<string, number>();

  constructor(stage: ResultFolder, vault: OpenVault) {
    this.#stage = stage;
    this.#vault = vault;
  }

  async entry(e: TarEntry, cancel: Cancel | undefined): Promise<void> {
    if (e.name === "pack.json") {
      this.head = readHead(await textOf(e, HEAD_MOST));
      return;
    }
    if (!this.head) throw bad(`${e.name} comes first`, "pack.json");
    if (e.name === "consent.json")
      this.consent = consentIn(await textOf(e, HEAD_MOST), this.head, this.#vault.machine.platform);
    else if (e.name === "result.json") await this.#keep(e, "sent-result.json", RESULT_MOST);
    else if (e.name === "left-out.jsonl") await this.#keep(e, "left-out.jsonl", LIST_MOST);
    else if (e.name === "files.jsonl") this.#list(await textOf(e, LIST_MOST));
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

  #list(text: string): void {
    const order = text
      .split("\n")
      .filter((l) => l !== "")
      .map(readFile);
    if (order.length > FILES_MOST) throw bad(`${order.length} files`, `at most ${FILES_MOST}`);
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
 * identity opens it), "pack-damaged" (a byte, a file or the order is not what it says); then nothing is kept.
 */
export async function receivePack(
  vault: OpenVault,
  parts: readonly (() => Promise<RandomAccess>)[],
  identities: readonly string[],
  cancel?: Cancel,
): Promise<ReceivedPack> {
  const folder = `evidence/${await nextFolder(vault, "evidence")}`;
  const stage = await vault.files.stage(folder);
  const taking = new Taking(stage, vault);
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
