/** Writes files of a bag, their hashes, and what ties them together. Source: RFC 8493 (2.1 to 2.4). Nothing is held in memory. @module */
import { byCodeUnit, type Hasher, type Platform, type Sha256 } from "@contraluz/core";
import { joined, utf8 } from "../sign/bytes.ts";
import type { NameGuard } from "./guard.ts";
import type { BagFolder } from "./types.ts";

export const BAGIT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
/** Hexadecimal digits and labels of a form that was checked: no name can stand there, and they are half of a large bag. */
const UNGUARDED = new Set(["data/commitments.txt", "data/salts.txt"]);
const MOST_VALUE = 1000;

/** A value of bag-info.txt: one line, since a second one could be read as another field. */
export function infoValue(text: string): string {
  return text
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, MOST_VALUE);
}

export class BagWriter {
  readonly #folder: BagFolder;
  readonly #platform: Pick<Platform, "sha256">;
  readonly #guard: NameGuard | undefined;
  readonly #files = new Map<string, { readonly hasher: Hasher; size: number }>();

  constructor(folder: BagFolder, platform: Pick<Platform, "sha256">, guard?: NameGuard) {
    this.#folder = folder;
    this.#platform = platform;
    this.#guard = guard;
  }

  async append(name: string, bytes: Uint8Array): Promise<void> {
    let file = this.#files.get(name);
    if (!file) this.#files.set(name, (file = { hasher: this.#platform.sha256(), size: 0 }));
    file.hasher.update(bytes);
    file.size += bytes.length;
    if (!UNGUARDED.has(name)) this.#guard?.push(name, bytes);
    await this.#folder.append(name, bytes);
  }

  text(name: string, text: string): Promise<void> {
    return this.append(name, utf8(text));
  }

  read(name: string): ReturnType<BagFolder["read"]> {
    return this.#folder.read(name);
  }

  /** Hash of a file that is whole. */
  hashOf(name: string): Sha256 {
    return this.#sums.get(name) ?? this.#end(name);
  }

  readonly #sums = new Map<string, Sha256>();

  #end(name: string): Sha256 {
    const sum = this.#files.get(name)!.hasher.hex();
    this.#sums.set(name, sum);
    return sum;
  }

  #manifest(names: readonly string[]): string {
    return [...names]
      .sort(byCodeUnit)
      .map((n) => `${this.hashOf(n)}  ${n}\n`)
      .join("");
  }

  /** Files in data/ with their sizes and hashes, in the order of their names. */
  get listed(): readonly { readonly path: string; readonly size: number; readonly sha256: Sha256 }[] {
    return [...this.#files]
      .filter(([n]) => n.startsWith("data/"))
      .map(([n, f]) => ({ path: n.slice("data/".length), size: f.size, sha256: this.hashOf(n) }))
      .sort((a, b) => byCodeUnit(a.path, b.path));
  }

  /** Number and bytes of the files in data/. */
  get payload(): { readonly files: number; readonly bytes: number } {
    const sizes = [...this.#files].filter(([n]) => n.startsWith("data/")).map(([, f]) => f.size);
    return { files: sizes.length, bytes: sizes.reduce((a, b) => a + b, 0) };
  }

  /** The tag files. `info` are the fields of bag-info.txt; the sum of the payload is put before them. The hash of the last manifest. */
  async finish(info: readonly (readonly [name: string, value: string])[]): Promise<Sha256> {
    const { files, bytes } = this.payload;
    const fields = [["Payload-Oxum", `${bytes}.${files}`] as const, ...info];
    await this.text("bagit.txt", BAGIT);
    await this.text("bag-info.txt", fields.map(([n, v]) => `${n}: ${infoValue(v)}\n`).join(""));
    const payload = [...this.#files.keys()].filter((n) => n.startsWith("data/"));
    await this.text("manifest-sha256.txt", this.#manifest(payload));
    const tags = [...this.#files.keys()].filter((n) => !n.startsWith("data/"));
    await this.text("tagmanifest-sha256.txt", this.#manifest(tags));
    return this.hashOf("tagmanifest-sha256.txt");
  }
}

/** Bytes that are written in large pieces. */
export class LineBuffer {
  readonly #bag: BagWriter;
  readonly #name: string;
  #parts: Uint8Array[] = [];
  #text = "";

  constructor(bag: BagWriter, name: string) {
    this.#bag = bag;
    this.#name = name;
  }

  /** Must hold until it was flushed. A buffer takes bytes or texts, not both. */
  add(bytes: Uint8Array): void {
    this.#parts.push(bytes);
  }

  addText(text: string): void {
    this.#text += text;
  }

  async flush(): Promise<void> {
    const bytes = this.#text === "" ? joined(...this.#parts) : utf8(this.#text);
    this.#parts = [];
    this.#text = "";
    if (bytes.length > 0) await this.#bag.append(this.#name, bytes);
  }
}
