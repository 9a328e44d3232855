/** Which entries of an archive are believed: names, duplicates, overlaps, sizes. Constant memory but for `Seen`. */
import { LIMITS, type RandomAccess, type Report } from "@contraluz/core";
import { type Header, headerAt, LOCAL_SIZE, type ZipEntry } from "./entry.ts";
import { hashName } from "./hash.ts";
import { safeName, shownName } from "./name.ts";

const NONE: readonly number[] = [];
const MAX_SLOTS = 1 << 23;
const MAX_PROBES = 64;

/**
 * The names already given, as 32-bit hashes with the place of their header: 16 bytes a slot, not a string a name. A hash
 * that is met again is settled by reading the name there, so no entry is left out for a collision that somebody made.
 */
class Seen {
  #hashes = new Uint32Array(1024);
  #places = new Float64Array(1024); // 0: free; else the place + 1
  #count = 0;

  /** Places whose names may equal the one of `hash`; adds `place`. Beyond 4,000,000 names nothing is compared. */
  add(hash: number, place: number): readonly number[] {
    let same: number[] | undefined;
    if (this.#count * 2 >= this.#hashes.length && this.#hashes.length < MAX_SLOTS) this.#grow();
    const mask = this.#hashes.length - 1;
    for (let i = hash & mask, n = 0; n < MAX_PROBES; i = (i + 1) & mask, n++) {
      if (this.#places[i] === 0) {
        this.#hashes[i] = hash;
        this.#places[i] = place + 1;
        this.#count++;
        break;
      }
      if (this.#hashes[i] === hash) (same ??= []).push(this.#places[i]! - 1);
    }
    return same ?? NONE;
  }

  #grow(): void {
    const [hashes, places] = [this.#hashes, this.#places];
    this.#hashes = new Uint32Array(hashes.length * 2);
    this.#places = new Float64Array(hashes.length * 2);
    this.#count = 0;
    for (let i = 0; i < hashes.length; i++) if (places[i] !== 0) this.add(hashes[i]!, places[i]! - 1);
  }
}

export class Accept {
  readonly #source: RandomAccess;
  readonly #report: Report;
  readonly #seen = new Seen();
  #sum = 0;
  #lastStart = -1;
  #lastEnd = 0;
  /** End of the entry that reaches farthest. */
  end = 0;

  constructor(source: RandomAccess, report: Report) {
    this.#source = source;
    this.#report = report;
  }

  /**
   * The entry of a header if it can be used. `place` is where the header stands (to read its name again), `limit` where
   * entries' bytes end; `quiet` passes over names already given without a Problem (second way through an archive).
   */
  check(
    header: Header,
    place: number,
    limit: number,
    quiet = false,
  ): ZipEntry | undefined | Promise<ZipEntry | undefined> {
    const { entry } = header;
    const name = safeName(header.raw);
    if (name === undefined) return this.#drop("path-unsafe", header.raw, place, header.raw);
    const { compressedSize, headerOffset } = entry;
    const end = headerOffset + LOCAL_SIZE + header.nameLength + compressedSize;
    if (!(headerOffset >= 0 && end <= limit && Number.isSafeInteger(entry.size) && Number.isSafeInteger(end))) {
      return this.#drop("zip-entry", name, place, `bytes ${headerOffset} to ${end} of ${limit}`);
    }
    const alike = this.#seen.add(hashName(name), place);
    if (alike.length === 0) return this.#place(entry, name, place, end, limit);
    return this.#times(name, alike).then((times) => {
      if (times === 0) return this.#place(entry, name, place, end, limit);
      if (quiet) return undefined;
      // AndroidQF writes the parts of one app under one name; in a folder it counts them, as here.
      const part = /^(.*)\.apk$/s.exec(name)?.[1];
      if (part === undefined) return this.#drop("path-unsafe", name, place, "the same name twice");
      return this.#place(entry, `${part}_${times}.apk`, place, end, limit);
    });
  }

  #place(entry: ZipEntry, name: string, place: number, end: number, limit: number): ZipEntry | undefined {
    const { headerOffset } = entry;
    // Entries of an honest archive share no bytes: neither neighbours, nor (whatever their order) all of them together.
    this.#sum += end - headerOffset;
    if (headerOffset < this.#lastEnd && end > this.#lastStart) {
      return this.#drop("zip-entry", name, place, "shares its bytes with another entry");
    }
    if (this.#sum > limit) return this.#drop("bomb", name, place, "entries share their bytes");
    this.#lastStart = headerOffset;
    this.#lastEnd = end;
    this.end = Math.max(this.end, end);
    return this.#opened(entry, name, place);
  }

  #opened(entry: ZipEntry, name: string, place: number): ZipEntry | undefined {
    if (entry.kind === "dir") return { ...entry, name };
    const { method, compressedSize, size } = entry;
    if (entry.encrypted || (method !== 0 && method !== 8)) {
      const found = entry.encrypted ? "encrypted" : `method ${method}`;
      this.#report({
        code: "zip-unsupported",
        path: name,
        offset: place,
        found,
        expected: "stored or deflated",
        lost: "file",
      });
    } else if (method === 0 && size !== compressedSize) {
      const found = `stored, ${compressedSize} and ${size} bytes`;
      this.#report({ code: "zip-entry", path: name, offset: place, found, expected: "equal sizes", lost: "bytes" });
      return { ...entry, name, size: compressedSize };
    } else if (size > LIMITS.expansionFloor && size > compressedSize * LIMITS.expansion) {
      return this.#drop("bomb", name, place, `${compressedSize} bytes that say they open to ${size}`);
    }
    return entry.name === name ? entry : { ...entry, name };
  }

  #drop(code: "path-unsafe" | "zip-entry" | "bomb", path: string, offset: number, found: string): undefined {
    this.#report({ code, path: shownName(path), offset, found: shownName(found), lost: "file" });
    return undefined;
  }

  /** How many of the headers at these places have that name. */
  async #times(name: string, places: readonly number[]): Promise<number> {
    let times = 0;
    for (const place of places) {
      const header = await headerAt(this.#source, place);
      if (header && safeName(header.raw) === name) times++;
    }
    return times;
  }
}
