/** SSH's way to write values after one another (RFC 4251, section 5): 32-bit numbers, and strings with their length. @module */
import { joined, textOf, utf8 } from "./bytes.ts";

export function uint32(n: number): Uint8Array {
  return Uint8Array.of(n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255);
}

/** A string of bytes with its length before it. */
export function string(value: Uint8Array | string): Uint8Array {
  const bytes = typeof value === "string" ? utf8(value) : value;
  return joined(uint32(bytes.length), bytes);
}

/** Reads from the start on; what is cut gives undefined, and everything after it too. */
export class Wire {
  readonly #bytes: Uint8Array;
  #at = 0;
  #ok = true;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(n: number): Uint8Array | undefined {
    if (!this.#ok || this.#at + n > this.#bytes.length) {
      this.#ok = false;
      return undefined;
    }
    this.#at += n;
    return this.#bytes.subarray(this.#at - n, this.#at);
  }

  uint32(): number | undefined {
    const b = this.take(4);
    return b && b[0]! * 0x1000000 + ((b[1]! << 16) | (b[2]! << 8) | b[3]!);
  }

  string(): Uint8Array | undefined {
    const n = this.uint32();
    return n === undefined ? undefined : this.take(n);
  }

  text(): string | undefined {
    const b = this.string();
    return b && textOf(b);
  }

  /** Whether everything was there, and nothing is left. */
  get ended(): boolean {
    return this.#ok && this.#at === this.#bytes.length;
  }

  rest(): Uint8Array {
    return this.#bytes.subarray(this.#at);
  }
}
