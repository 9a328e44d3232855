/**
 * ABX: the binary XML in which Android 12 and later keep settings of the system (packages, keys of adb, policies).
 *
 * `ABX\0`, then tokens of one byte: in the low half what it is (0 and 1 document, 2 start and 3 end of an element, 4 to 10 text and the like,
 * 15 attribute), in the high half the type of its value (1 none, 2 text, 3 shared text, 4 and 5 bytes, 6 and 7 int, 8 and 9 long, 10 float,
 * 11 double, 12 true, 13 false). A text is its length in 16 bits and UTF-8; a shared one a number, or 0xffff and the text the first time.
 * Names are shared texts. Attributes follow the start that they belong to. Numbers are big endian.
 * Sources: AOSP BinaryXmlSerializer, BinaryXmlPullParser, FastDataOutput.
 * @module
 */
import { LIMITS, type Report } from "@contraluz/core";

export type AbxValue = string | number | bigint | boolean | null | Uint8Array;

/** `depth`: of the root 1. `offset`: of the token. */
export type AbxEvent =
  | {
      readonly kind: "start";
      readonly name: string;
      readonly attributes: ReadonlyMap<string, AbxValue>;
      readonly depth: number;
      readonly offset: number;
    }
  | { readonly kind: "text"; readonly value: string; readonly depth: number; readonly offset: number }
  | { readonly kind: "end"; readonly name: string; readonly depth: number; readonly offset: number };

const MAGIC = [0x41, 0x42, 0x58, 0];
/** Attributes of one element: Android writes some tens. */
const MAX_ATTRIBUTES = 1000;
const [END_DOCUMENT, START, END, TEXT, CDATA, ENTITY, LAST_TEXT, ATTRIBUTE] = [1, 2, 3, 4, 5, 6, 10, 15];

/** Whether these bytes begin as ABX does. */
export function isAbx(bytes: Uint8Array): boolean {
  return MAGIC.every((b, i) => bytes[i] === b);
}

/** What does not stand in the bytes as it must. */
class Damage extends Error {}

class Input {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #names: string[] = [];
  readonly #decoder = new TextDecoder();
  at = MAGIC.length;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  get done(): boolean {
    return this.at >= this.#bytes.length;
  }

  /** The place of `n` bytes, which are then behind it. */
  #take(n: number): number {
    const from = this.at;
    if (from + n > this.#bytes.length) throw new Damage(`${n} B at the end`);
    this.at += n;
    return from;
  }

  byte(): number {
    return this.#bytes[this.#take(1)]!;
  }

  bytes(): Uint8Array {
    const length = this.#view.getUint16(this.#take(2));
    const from = this.#take(length);
    return this.#bytes.subarray(from, from + length);
  }

  text(): string {
    return this.#decoder.decode(this.bytes());
  }

  shared(): string {
    const n = this.#view.getUint16(this.#take(2));
    if (n !== 0xffff) {
      const known = this.#names[n];
      if (known === undefined) throw new Damage(`text ${n} of ${this.#names.length}`);
      return known;
    }
    const text = this.text();
    // Those beyond are written in full each time.
    if (this.#names.length < 0xffff) this.#names.push(text);
    return text;
  }

  value(type: number): AbxValue {
    switch (type) {
      case 1:
        return null;
      case 2:
        return this.text();
      case 3:
        return this.shared();
      case 4:
      case 5:
        return this.bytes();
      case 6:
      case 7:
        return this.#view.getInt32(this.#take(4));
      case 8:
      case 9:
        return this.#view.getBigInt64(this.#take(8));
      case 10:
        return this.#view.getFloat32(this.#take(4));
      case 11:
        return this.#view.getFloat64(this.#take(8));
      case 12:
        return true;
      case 13:
        return false;
      default:
        throw new Damage(`type ${type}`);
    }
  }
}

function* events(input: Input): Generator<AbxEvent> {
  const open: string[] = [];
  let start: { name: string; attributes: Map<string, AbxValue>; depth: number; offset: number } | undefined;
  while (!input.done) {
    const offset = input.at;
    const token = input.byte();
    const [what, type] = [token & 15, token >> 4];
    if (what === ATTRIBUTE) {
      const name = input.shared();
      const value = input.value(type);
      if (!start) throw new Damage("an attribute of nothing");
      if (start.attributes.size >= MAX_ATTRIBUTES) throw new Damage(`more than ${MAX_ATTRIBUTES} attributes`);
      start.attributes.set(name, value);
      continue;
    }
    if (start) {
      yield { kind: "start", ...start };
      start = undefined;
    }
    if (what === START) {
      const name = input.shared();
      open.push(name);
      if (open.length > LIMITS.depth) throw new Damage(`depth ${open.length}`);
      start = { name, attributes: new Map(), depth: open.length, offset };
    } else if (what === END) {
      const name = input.shared();
      if (open.pop() !== name) throw new Damage("the end of another element");
      yield { kind: "end", name, depth: open.length + 1, offset };
    } else if (what >= TEXT && what <= LAST_TEXT) {
      const value = input.value(type);
      if ((what === TEXT || what === CDATA || what === ENTITY) && typeof value === "string")
        yield { kind: "text", value, depth: open.length, offset };
    } else if (what === END_DOCUMENT) break;
    else if (what !== 0) throw new Damage(`token ${token}`);
  }
  if (start) yield { kind: "start", ...start };
  if (open.length > 0) throw new Damage(`${open.length} elements without end`);
}

/**
 * The elements and texts of a document, in their order, as far as they can be read; where that is not to its end, a problem.
 * @example for (const e of readAbx(bytes, report)) if (e.kind === "start") e.attributes.get("lastConnection")
 */
export function* readAbx(bytes: Uint8Array, report: Report): Generator<AbxEvent> {
  if (!isAbx(bytes)) {
    report({ code: "abx-damaged", offset: 0, expected: "ABX", lost: "file" });
    return;
  }
  const input = new Input(bytes);
  try {
    yield* events(input);
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    report({ code: "abx-damaged", offset: input.at, found: error.message, lost: "bytes" });
  }
}
