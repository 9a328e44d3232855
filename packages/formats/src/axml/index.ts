/**
 * Binary XML of Android, as AndroidManifest.xml lies in an APK.
 *
 * Chunks of a type, the length of their head and their own. One of texts (UTF-8 or UTF-16, each with its length before it), one of
 * the numbers of attributes by the same index as their names, then starts and ends of elements. An attribute of Android is known by
 * its number: makers of malware empty its name, since the phone never reads it. The phone also passes over the type of the first
 * chunk, over chunks that it does not know, and goes by the lengths that heads and attributes say of themselves: so does this reader.
 * Sources: AOSP, frameworks/base, libs/androidfw: ResourceTypes.h (structures), ResourceTypes.cpp (what is checked, what is not).
 * @module
 * @example
 * const manifest = readAxml(bytes, report);
 * const app = manifest && attribute(manifest, "package")?.value;
 */
import { LIMITS, type Report } from "@contraluz/core";
import { Strings } from "./strings.ts";

export interface AxmlAttribute {
  readonly name: string;
  /** Of an attribute of Android: `0x01010003` is `android:name`. */
  readonly id?: number;
  /** A reference into the resources, which are another file, is `@7f0b0012`. */
  readonly value: string | number | boolean;
}
export interface AxmlElement {
  readonly name: string;
  readonly attributes: readonly AxmlAttribute[];
  readonly children: readonly AxmlElement[];
}

const STRING_POOL = 0x0001;
const RESOURCE_MAP = 0x0180;
const FIRST_NODE = 0x0100;
const LAST_NODE = 0x017f;
const START = 0x0102;
const END = 0x0103;

const NONE = 0xffff_ffff;
/** Heads: of a chunk, of a node (with line and comment), of the start of an element behind that, and one attribute. */
const CHUNK_HEAD = 8;
const START_HEAD = 20;
const ATTRIBUTE = 20;

const MAX_ELEMENTS = 100_000;
const MAX_ATTRIBUTES = 500_000;

/** `Res_value.dataType`. */
const [REFERENCE, STRING, DYNAMIC_REFERENCE, BOOLEAN, FIRST_INT] = [0x01, 0x03, 0x07, 0x12, 0x10];

/** The attribute with that name, or with that number. */
export function attribute(e: AxmlElement, key: string | number): AxmlAttribute | undefined {
  return e.attributes.find((a) => (typeof key === "number" ? a.id === key : a.name === key));
}

interface Open {
  readonly name: string;
  readonly attributes: readonly AxmlAttribute[];
  readonly children: Open[];
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #report: Report;
  #strings: Strings | undefined;
  #map: { readonly at: number; readonly count: number } = { at: 0, count: 0 };
  #root: Open | undefined;
  readonly #stack: Open[] = [];
  /** Elements that are open and were passed over: too deep, or beside the root. */
  #over = 0;
  #elements = 0;
  #attributes = 0;
  #full = false;

  constructor(bytes: Uint8Array, report: Report) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#report = report;
  }

  read(): AxmlElement | undefined {
    const { length } = this.#bytes;
    if (length < CHUNK_HEAD) return this.#damaged(0, `${length} B`);
    const said = this.#view.getUint32(4, true);
    if (said > length) this.#damaged(length, `${said} B said, ${length} B there`);
    const end = Math.min(said, length);
    let nodes = false;
    for (let at = this.#view.getUint16(2, true); at < end && !this.#full; ) {
      if (at + CHUNK_HEAD > end) {
        this.#damaged(at, "a chunk that is cut");
        break;
      }
      const type = this.#view.getUint16(at, true);
      const head = this.#view.getUint16(at + 2, true);
      const size = this.#view.getUint32(at + 4, true);
      if (head < CHUNK_HEAD || size < head || at + size > end) {
        this.#damaged(at, `a chunk of ${size} B with a head of ${head} B`);
        break;
      }
      if (type >= FIRST_NODE && type <= LAST_NODE) {
        nodes = true;
        if (type === START) this.#start(at, head, at + size);
        else if (type === END) this.#end();
      } else if (!nodes && type === STRING_POOL)
        this.#strings = new Strings(this.#bytes, at, head, size, (offset, found) => this.#damaged(offset, found));
      else if (!nodes && type === RESOURCE_MAP) this.#map = { at: at + head, count: Math.floor((size - head) / 4) };
      at += size;
    }
    if (!this.#root) this.#damaged(0, "no element");
    return this.#root;
  }

  #damaged(offset: number, found: string): undefined {
    this.#report({ code: "axml-damaged", offset, found, lost: "bytes" });
    return undefined;
  }

  #text(index: number): string {
    return index === NONE ? "" : (this.#strings?.at(index) ?? "");
  }

  #start(at: number, head: number, end: number): void {
    const ext = at + head;
    if (ext + START_HEAD > end) {
      this.#damaged(at, "the start of an element that is cut");
      this.#over++;
      return;
    }
    const parent = this.#stack.at(-1);
    if (this.#over > 0 || this.#stack.length >= LIMITS.depth || (!parent && this.#root)) {
      if (this.#over++ === 0) this.#damaged(at, parent ? "elements too deep" : "a second root");
      return;
    }
    if (++this.#elements > MAX_ELEMENTS) {
      this.#full = true;
      this.#damaged(at, `more than ${MAX_ELEMENTS} elements`);
      return;
    }
    const made: Open = {
      name: this.#text(this.#view.getUint32(ext + 4, true)),
      attributes: this.#list(ext, end),
      children: [],
    };
    if (parent) parent.children.push(made);
    else this.#root = made;
    this.#stack.push(made);
  }

  #end(): void {
    if (this.#over > 0) this.#over--;
    else this.#stack.pop();
  }

  #list(ext: number, end: number): AxmlAttribute[] {
    const first = ext + this.#view.getUint16(ext + 8, true);
    const step = this.#view.getUint16(ext + 10, true);
    const count = this.#view.getUint16(ext + 12, true);
    const out: AxmlAttribute[] = [];
    if (count === 0) return out;
    if (step < ATTRIBUTE || first + (count - 1) * step + ATTRIBUTE > end) {
      this.#damaged(ext, `${count} attributes of ${step} B`);
      if (step < ATTRIBUTE) return out;
    }
    for (let i = 0, at = first; i < count && at + ATTRIBUTE <= end; i++, at += step) {
      if (++this.#attributes > MAX_ATTRIBUTES) {
        this.#full = true;
        this.#damaged(at, `more than ${MAX_ATTRIBUTES} attributes`);
        break;
      }
      out.push(this.#attribute(at));
    }
    return out;
  }

  #attribute(at: number): AxmlAttribute {
    const view = this.#view;
    const index = view.getUint32(at + 4, true);
    const name = this.#text(index);
    const value = this.#value(view.getUint32(at + 8, true), view.getUint8(at + 15), view.getUint32(at + 16, true));
    const id = index < this.#map.count ? view.getUint32(this.#map.at + 4 * index, true) : 0;
    return id === 0 ? { name, value } : { name, id, value };
  }

  #value(raw: number, type: number, data: number): AxmlAttribute["value"] {
    if (type === STRING) return this.#text(data);
    if (type === BOOLEAN) return data !== 0;
    if (type === REFERENCE || type === DYNAMIC_REFERENCE) return `@${data.toString(16).padStart(8, "0")}`;
    if (raw !== NONE) return this.#text(raw);
    return type === FIRST_INT ? data | 0 : data;
  }
}

/** The first element of the document with all that is in it, as far as it can be read. */
export function readAxml(bytes: Uint8Array, report: Report): AxmlElement | undefined {
  return new Reader(bytes, report).read();
}
