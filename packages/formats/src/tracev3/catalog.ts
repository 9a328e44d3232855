/**
 * The catalog of a log file: the processes of the chunk sets behind it, with the images and subsystems that they name.
 *
 * Facts: libyal/dtformats, section "Catalog chunk"; checked against mandiant/macos-UnifiedLogs and real files.
 * @module
 */
import type { Report } from "@contraluz/core";
import { align8, text, u16, u32, u64, uuid } from "./bytes.ts";

/** An image (library) in the memory of a process. */
export interface CatalogImage {
  readonly uuid: string;
  readonly load: number;
  readonly size: number;
}

export interface Subsystem {
  /** `com.apple.xpc.launchd` */
  readonly name: string;
  readonly category: string;
}

export interface CatalogProcess {
  /** `proc_id`: unique in one boot. */
  readonly first: number;
  readonly second: number;
  readonly pid: number;
  readonly euid: number;
  /** UUID of its program: the uuidtext file of this name tells its path. */
  readonly main: string | undefined;
  /** UUID of the shared cache of libraries. */
  readonly cache: string | undefined;
  readonly images: readonly CatalogImage[];
  readonly subsystems: ReadonlyMap<number, Subsystem>;
}

export interface Catalog {
  readonly processes: ReadonlyMap<string, CatalogProcess>;
  /** Of the entries behind it. */
  readonly earliest: number;
}

export const keyOf = (first: number, second: number): string => `${first}@${second}`;

const HEAD = 24;
/** Bytes of a name: places of names may overlap, and each one would be kept. */
const MAX_NAME = 256;
/** Images of one process that are told: each entry of it may look through them. */
const MAX_IMAGES = 4096;

/**
 * Reads the data of a catalog chunk (the bytes must not change afterwards). Where it is damaged the processes before are
 * given, and a Problem.
 */
export function readCatalog(data: Uint8Array, offset: number, report: Report): Catalog {
  const processes = new Map<string, CatalogProcess>();
  if (data.length < HEAD) {
    report({ code: "log-damaged", offset, found: `a catalog of ${data.length} B`, lost: "bytes" });
    return { processes, earliest: 0 };
  }
  const strings = HEAD + u16(data, 0);
  const start = HEAD + u16(data, 2);
  const count = u16(data, 4);
  const uuids = Math.floor((strings - HEAD) / 16);
  const uuidOf = (index: number): string | undefined =>
    index < uuids && HEAD + index * 16 + 16 <= data.length ? uuid(data, HEAD + index * 16) : undefined;
  const stringsEnd = Math.min(start, data.length);
  const names = new Map<number, string>();
  const stringOf = (at: number): string => {
    let name = names.get(at);
    if (name === undefined) {
      const from = strings + at;
      name = from < stringsEnd ? text(data, from, Math.min(stringsEnd, from + MAX_NAME)) : "";
      names.set(at, name);
    }
    return name;
  };
  let at = start;
  for (let n = 0; n < count; n++) {
    const images = at + 40;
    const imageCount = at + 48 <= data.length ? u32(data, at + 32) : 0;
    const subsystems = images + imageCount * 16 + 8;
    const end = subsystems <= data.length ? subsystems + u32(data, subsystems - 8) * 6 : Number.POSITIVE_INFINITY;
    if (start < strings || end > data.length) {
      const found = `${n} of ${count} processes of a catalog`;
      report({ code: "log-damaged", offset, found, lost: "bytes" });
      break;
    }
    const process = new LazyProcess(data, at, uuidOf, stringOf);
    processes.set(keyOf(process.first, process.second), process);
    at = align8(end);
  }
  return { processes, earliest: u64(data, 16) };
}

/** Images and subsystems are read when somebody asks: most processes of most catalogs are never asked. */
class LazyProcess implements CatalogProcess {
  readonly first: number;
  readonly second: number;
  readonly pid: number;
  readonly euid: number;
  readonly main: string | undefined;
  readonly #data: Uint8Array;
  readonly #at: number;
  readonly #uuidOf: (index: number) => string | undefined;
  readonly #stringOf: (at: number) => string;
  #images: readonly CatalogImage[] | undefined;
  #subsystems: ReadonlyMap<number, Subsystem> | undefined;

  constructor(
    data: Uint8Array,
    at: number,
    uuidOf: (index: number) => string | undefined,
    stringOf: (at: number) => string,
  ) {
    this.#data = data;
    this.#at = at;
    this.#uuidOf = uuidOf;
    this.#stringOf = stringOf;
    this.first = u64(data, at + 8);
    this.second = u32(data, at + 16);
    this.pid = u32(data, at + 20);
    this.euid = u32(data, at + 24);
    this.main = uuidOf(u16(data, at + 4));
  }

  get cache(): string | undefined {
    return this.#uuidOf(u16(this.#data, this.#at + 6));
  }

  get images(): readonly CatalogImage[] {
    if (this.#images) return this.#images;
    const images: CatalogImage[] = [];
    const count = Math.min(u32(this.#data, this.#at + 32), MAX_IMAGES);
    for (let i = 0; i < count; i++) {
      const at = this.#at + 40 + i * 16;
      const id = this.#uuidOf(u16(this.#data, at + 8));
      const load = u32(this.#data, at + 10) + u16(this.#data, at + 14) * 4_294_967_296;
      if (id !== undefined) images.push({ uuid: id, load, size: u32(this.#data, at) });
    }
    return (this.#images = images);
  }

  get subsystems(): ReadonlyMap<number, Subsystem> {
    if (this.#subsystems) return this.#subsystems;
    const found = new Map<number, Subsystem>();
    const from = this.#at + 48 + u32(this.#data, this.#at + 32) * 16;
    const count = u32(this.#data, from - 8);
    for (let i = 0; i < count; i++) {
      const at = from + i * 6;
      const name = this.#stringOf(u16(this.#data, at + 2));
      found.set(u16(this.#data, at), { name, category: this.#stringOf(u16(this.#data, at + 4)) });
    }
    return (this.#subsystems = found);
  }
}
