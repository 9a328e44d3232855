/** What is summed up while rows pass: the hash and count of each set, the counts of each campaign. @module */
import { hex, type IndicatorSet, type ObservableType } from "@contraluz/core";
import { sha256 } from "@noble/hashes/sha2.js";
import { NONE } from "./builder.ts";
import type { Role, SetMeta } from "./types.ts";

const BUFFER = 1 << 16;

/** SHA-256 over one line a sign, tab between its fields, in the order of rows: `sort` and `sha256sum` could make it. */
export class SetSums {
  readonly #encoder = new TextEncoder();
  readonly #sets: { hash: ReturnType<typeof sha256.create>; buffer: Uint8Array; used: number; count: number }[];
  readonly #metas: readonly SetMeta[];

  constructor(metas: readonly SetMeta[]) {
    this.#metas = metas;
    this.#sets = metas.map(() => ({ hash: sha256.create(), buffer: new Uint8Array(0), used: 0, count: 0 }));
  }

  add(set: number, line: string): void {
    const s = this.#sets[set]!;
    if (s.buffer.length === 0) s.buffer = new Uint8Array(BUFFER);
    s.count++;
    if (s.used + 3 * line.length > BUFFER) this.#flush(s);
    s.used += this.#encoder.encodeInto(line, s.buffer.subarray(s.used)).written;
  }

  #flush(s: { hash: ReturnType<typeof sha256.create>; buffer: Uint8Array; used: number }): void {
    s.hash.update(s.buffer.subarray(0, s.used));
    s.used = 0;
  }

  finish(): IndicatorSet[] {
    return this.#metas.map((m, i) => {
      const s = this.#sets[i]!;
      this.#flush(s);
      return {
        name: m.name,
        source: m.source,
        licence: m.licence,
        date: m.date,
        sha256: hex(s.hash.digest()),
        count: s.count,
      };
    });
  }
}

/** `/private/var/mobile` of all paths below it: three names tell what kind of evidence can hold a path. */
function folderOf(path: string): string {
  return path.split("/").slice(0, 4).join("/");
}

/**
 * Different signs per campaign and type (paths: and folder, `file-path:/private/var/tmp`); a sign that two sets of one campaign hold counts once. A
 * page that sells a program shows nothing of the program on a phone and does not count: a campaign of which only such pages are known is there
 * with no sign.
 */
export class Counts {
  readonly #counts = new Map<string, Map<string, number>>();
  readonly #metas: readonly SetMeta[];
  readonly #names: readonly string[];
  #key = "";
  readonly #seen = new Set<string>();

  constructor(metas: readonly SetMeta[], names: readonly string[]) {
    this.#metas = metas;
    this.#names = names;
  }

  /** Rows come in the order of their keys. */
  add(key: string, type: ObservableType, role: Role, campaign: number, set: number): void {
    if (key !== this.#key) {
      this.#key = key;
      this.#seen.clear();
    }
    const name = campaign === NONE ? this.#metas[set]!.name : this.#names[campaign]!;
    let byType = this.#counts.get(name);
    if (!byType) this.#counts.set(name, (byType = new Map()));
    if (role === "vendor" || role === "young" || this.#seen.has(name)) return;
    this.#seen.add(name);
    const kind = type === "file-path" ? `${type}:${folderOf(key.slice(2))}` : type;
    byType.set(kind, (byType.get(kind) ?? 0) + 1);
  }

  finish(): ReadonlyMap<string, ReadonlyMap<string, number>> {
    return this.#counts;
  }
}
