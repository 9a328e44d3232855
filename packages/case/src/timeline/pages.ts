/**
 * Entries of a stream (one artifact, one kind, dated or one reason of the undated) in pages of at most 1,024: first the instants
 * (i64 LE), then the ordinals (u32 LE), sorted by both. The directory keeps the first and the last of each page.
 * @module
 */
export const PAGE = 1024;
export const ENTRY = 12;

export interface Page {
  readonly ns: BigInt64Array;
  readonly ordinals: Uint32Array;
}

/** First and last entry of each page. */
export interface PageEnds {
  readonly firstNs: BigInt64Array;
  readonly lastNs: BigInt64Array;
  readonly firstOrdinal: Uint32Array;
  readonly lastOrdinal: Uint32Array;
}

export const ENDS = 24;

const little: boolean = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

export function encodePage(p: Page): Uint8Array {
  const n = p.ns.length;
  const out = new Uint8Array(n * ENTRY);
  if (little) {
    out.set(new Uint8Array(p.ns.buffer, p.ns.byteOffset, n * 8));
    out.set(new Uint8Array(p.ordinals.buffer, p.ordinals.byteOffset, n * 4), n * 8);
    return out;
  }
  const view = new DataView(out.buffer);
  for (let i = 0; i < n; i++) {
    view.setBigInt64(i * 8, p.ns[i]!, true);
    view.setUint32(n * 8 + i * 4, p.ordinals[i]!, true);
  }
  return out;
}

/** A page of its bytes. */
export function decodePage(bytes: Uint8Array): Page {
  const n = Math.floor(bytes.length / ENTRY);
  const ns = new BigInt64Array(n);
  const ordinals = new Uint32Array(n);
  if (little) {
    new Uint8Array(ns.buffer).set(bytes.subarray(0, n * 8));
    new Uint8Array(ordinals.buffer).set(bytes.subarray(n * 8, n * ENTRY));
  } else {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let i = 0; i < n; i++) {
      ns[i] = view.getBigInt64(i * 8, true);
      ordinals[i] = view.getUint32(n * 8 + i * 4, true);
    }
  }
  return { ns, ordinals };
}

/** Collects ends while pages are written. */
export class EndsWriter {
  #bytes = new Uint8Array(256 * ENDS);
  #n = 0;

  get pages(): number {
    return this.#n;
  }

  add(p: Page): void {
    if ((this.#n + 1) * ENDS > this.#bytes.length) {
      const more = new Uint8Array(this.#bytes.length * 2);
      more.set(this.#bytes);
      this.#bytes = more;
    }
    const view = new DataView(this.#bytes.buffer, this.#n++ * ENDS, ENDS);
    const last = p.ns.length - 1;
    view.setBigInt64(0, p.ns[0]!, true);
    view.setBigInt64(8, p.ns[last]!, true);
    view.setUint32(16, p.ordinals[0]!, true);
    view.setUint32(20, p.ordinals[last]!, true);
  }

  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#n * ENDS);
  }
}

export function decodeEnds(bytes: Uint8Array, pages: number): PageEnds {
  const view = new DataView(bytes.buffer, bytes.byteOffset, pages * ENDS);
  const ends = {
    firstNs: new BigInt64Array(pages),
    lastNs: new BigInt64Array(pages),
    firstOrdinal: new Uint32Array(pages),
    lastOrdinal: new Uint32Array(pages),
  };
  for (let i = 0; i < pages; i++) {
    ends.firstNs[i] = view.getBigInt64(i * ENDS, true);
    ends.lastNs[i] = view.getBigInt64(i * ENDS + 8, true);
    ends.firstOrdinal[i] = view.getUint32(i * ENDS + 16, true);
    ends.lastOrdinal[i] = view.getUint32(i * ENDS + 20, true);
  }
  return ends;
}
