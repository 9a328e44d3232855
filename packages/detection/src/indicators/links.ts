/** Which sign points to which name: links and names may come in any order, a million of each. @module */
import { byCodeUnit, type Grade } from "@contraluz/core";
import { Column } from "./columns.ts";
import { hashId, IdTable } from "./id-table.ts";

export interface Target {
  /** Smaller is better. */
  readonly rank: number;
  readonly name: string;
  readonly grade: Grade;
}

/** Far beyond every published set: a name takes up to 400 bytes, a link about 30. */
const MAX_NAMES = 50_000;
const MAX_LINKS = 6_000_000;

const better = (a: Target, b: Target): boolean => (a.rank - b.rank || byCodeUnit(a.name, b.name)) < 0;

export class Links {
  readonly #objects: IdTable;
  /** Ids that are pointed to or named, numbered as they come; a name may never follow. */
  readonly #targets = new IdTable();
  readonly #names = new Map<number, Target>();
  /** Links from objects already seen, and from those still to come (by hash of their id). */
  readonly #known: readonly [Column, Column] = [new Column(), new Column()];
  readonly #early: readonly [Column, Column, Column] = [new Column(), new Column(), new Column()];
  /** Names and links left out beyond the bounds. */
  lost = 0;

  /** `objects`: numbers of the signs by the hashes of their ids; it grows meanwhile. */
  constructor(objects: IdTable) {
    this.#objects = objects;
  }

  #target(id: string): number {
    const [a, b] = hashId(id);
    return this.#targets.find(a, b) ?? this.#targets.add(a, b);
  }

  name(id: string, target: Target): void {
    const n = this.#target(id);
    const known = this.#names.get(n);
    if (known === undefined && this.#names.size >= MAX_NAMES) this.lost++;
    else if (known === undefined || better(target, known)) this.#names.set(n, target);
  }

  link(from: string, to: string): void {
    if (this.#known[0].length + this.#early[0].length >= MAX_LINKS) {
      this.lost++;
      return;
    }
    const [a, b] = hashId(from);
    const target = this.#target(to);
    const object = this.#objects.find(a, b);
    if (object !== undefined) {
      this.#known[0].push(object);
      this.#known[1].push(target);
    } else {
      this.#early[0].push(a);
      this.#early[1].push(b);
      this.#early[2].push(target);
    }
  }

  /** Calls back with the best name of each object that has one: the same whatever the order of links. */
  each(f: (object: number, target: Target) => void): void {
    const best = new Uint32Array(this.#objects.size);
    const take = (object: number | undefined, target: number): void => {
      const name = this.#names.get(target);
      if (object === undefined || name === undefined) return;
      const now = best[object]!;
      if (now === 0 || better(name, this.#names.get(now - 1)!)) best[object] = target + 1;
    };
    for (let i = 0; i < this.#known[0].length; i++) take(this.#known[0].get(i), this.#known[1].get(i));
    const [a, b, target] = this.#early;
    for (let i = 0; i < a.length; i++) take(this.#objects.find(a.get(i), b.get(i)), target.get(i));
    for (let o = 0; o < best.length; o++) if (best[o] !== 0) f(o, this.#names.get(best[o]! - 1)!);
  }
}
