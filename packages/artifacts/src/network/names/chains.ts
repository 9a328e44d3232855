/** Short lists of texts in one place: a list of its own for each look-up would be most of its memory. @module */

/** Texts at first. */
const FIRST = 1024;

const NOTHING: readonly string[] = [];

/** Lists are numbers: of their first text; -1 is the empty one. */
export class Chains {
  readonly #texts: string[] = [];
  #next: Int32Array = new Int32Array(FIRST);
  /** First of those that may be used again. */
  #free = -1;
  #used = 0;

  /** The list with one more text behind, unless it has that one or `max` others. */
  add(list: number, text: string, max: number): number {
    let [last, size] = [-1, 0];
    for (let i = list; i >= 0; i = this.#next[i]!) {
      if (++size >= max || this.#texts[i] === text) return list;
      last = i;
    }
    const made = this.#take(text);
    if (last < 0) return made;
    this.#next[last] = made;
    return list;
  }

  #take(text: string): number {
    let at = this.#free;
    if (at >= 0) this.#free = this.#next[at]!;
    else {
      at = this.#used++;
      if (at === this.#next.length) {
        const larger = new Int32Array(2 * at);
        larger.set(this.#next);
        this.#next = larger;
      }
    }
    this.#texts[at] = text;
    this.#next[at] = -1;
    return at;
  }

  /** How many texts it has. */
  size(list: number): number {
    let n = 0;
    for (let i = list; i >= 0; i = this.#next[i]!) n++;
    return n;
  }

  /** Its texts, in their order. */
  list(list: number): readonly string[] {
    if (list < 0) return NOTHING;
    const out: string[] = [];
    for (let i = list; i >= 0; i = this.#next[i]!) out.push(this.#texts[i]!);
    return out;
  }

  /** It is not asked for again. */
  free(list: number): void {
    if (list < 0) return;
    let last = list;
    for (let i = list; i >= 0; i = this.#next[i]!) {
      this.#texts[i] = "";
      last = i;
    }
    this.#next[last] = this.#free;
    this.#free = list;
  }
}
