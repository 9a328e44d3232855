/** Whether each file is the one that the lists name, and no other is there. Source: RFC 8493 (2.1.3, 2.2.1, 2.2.2, 3). @module */
import type { Platform, Sha256 } from "@contraluz/core";
import { textOf } from "../sign/bytes.ts";
import { BAGIT } from "./bag.ts";
import { type BagTree, bytesIn, hashIn } from "./bag-tree.ts";
import { Listed, type VerifyItem } from "./verify-types.ts";

export const TAGMANIFEST = "tagmanifest-sha256.txt";
export const MANIFEST = "manifest-sha256.txt";
const TAGS = ["bagit.txt", "bag-info.txt", MANIFEST] as const;
const MOST_LIST = 64 * 1024 * 1024;
const MOST_INFO = 1 << 20;

/** Hashes by path; undefined for lines that are of no list, or a path twice. */
export function readManifest(text: string): ReadonlyMap<string, Sha256> | undefined {
  const out = new Map<string, Sha256>();
  // Where case or the form of a letter makes no other name, one file would lie over another.
  const names = new Set<string>();
  const lines = text.split("\n");
  if (lines.pop() !== "") return undefined;
  for (const line of lines) {
    const path = line.slice(66);
    const name = path.normalize("NFKC").toLowerCase();
    if (!/^[0-9a-f]{64} {2}[^/]/.test(line) || /[\p{C}\\]/u.test(path) || names.has(name)) return undefined;
    names.add(name);
    if (path.split("/").some((p) => p === "" || p === "." || p === "..")) return undefined;
    out.set(path, line.slice(0, 64));
  }
  return out;
}

/** Fields of bag-info.txt. */
export function readInfo(text: string): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const line of text.split("\n")) {
    const at = line.indexOf(": ");
    if (at > 0 && !out.has(line.slice(0, at))) out.set(line.slice(0, at), line.slice(at + 2));
  }
  return out;
}

export interface ManifestsChecked {
  readonly items: readonly VerifyItem[];
  readonly tagmanifest: Uint8Array;
  readonly info: ReadonlyMap<string, string>;
  /** Hash of each payload file as the list names it. */
  readonly payload: ReadonlyMap<string, Sha256>;
}

async function hashes(
  bag: BagTree,
  listed: ReadonlyMap<string, Sha256>,
  platform: Pick<Platform, "sha256">,
  wrong: Listed,
  missing: Listed,
): Promise<void> {
  for (const [path, sum] of listed) {
    if (!bag.files.has(path)) missing.add(path);
    else if ((await hashIn(bag, path, platform.sha256())) !== sum) wrong.add(path);
  }
}

/** Looks at every file that lies outside proofs/. */
export async function checkManifests(bag: BagTree, platform: Pick<Platform, "sha256">): Promise<ManifestsChecked> {
  const [form, tags, payload, added, missing, oxum] = Array.from({ length: 6 }, () => new Listed()) as [
    Listed,
    Listed,
    Listed,
    Listed,
    Listed,
    Listed,
  ];
  const read = async (path: string, most: number): Promise<Uint8Array> => {
    const bytes = await bytesIn(bag, path, most);
    if (!bytes) form.add(path);
    return bytes ?? new Uint8Array(0);
  };
  const tagmanifest = await read(TAGMANIFEST, MOST_LIST);
  const lists = [readManifest(textOf(tagmanifest)), readManifest(textOf(await read(MANIFEST, MOST_LIST)))] as const;
  if (!lists[0]) form.add(TAGMANIFEST);
  if (!lists[1]) form.add(MANIFEST);
  if (textOf(await read("bagit.txt", 1000)) !== BAGIT) form.add("bagit.txt");
  const info = readInfo(textOf(await read("bag-info.txt", MOST_INFO)));
  const [tagList, payloadList] = [lists[0] ?? new Map<string, Sha256>(), lists[1] ?? new Map<string, Sha256>()];
  for (const t of TAGS) if (!tagList.has(t)) tags.add(t);
  for (const path of tagList.keys())
    if (path.startsWith("data/") || path.startsWith("proofs/") || path === TAGMANIFEST) form.add(TAGMANIFEST);
  for (const path of payloadList.keys()) if (!path.startsWith("data/")) form.add(MANIFEST);
  await hashes(bag, tagList, platform, tags, missing);
  await hashes(bag, payloadList, platform, payload, missing);
  let [files, bytes] = [0, 0];
  for (const [path, size] of bag.files) {
    if (path.startsWith("data/")) {
      files++;
      bytes += size;
      if (!payloadList.has(path)) added.add(path);
    } else if (!path.startsWith("proofs/") && path !== TAGMANIFEST && !tagList.has(path)) added.add(path);
  }
  for (const path of bag.others) if (!path.startsWith("proofs/")) added.add(path);
  if (info.get("Payload-Oxum") !== `${bytes}.${files}`) oxum.add("bag-info.txt");
  const items = [
    form.item("form"),
    tags.item("tag-files"),
    payload.item("payload"),
    missing.item("missing"),
    added.item("added"),
    oxum.item("oxum"),
  ];
  return { items, tagmanifest, info, payload: payloadList };
}
