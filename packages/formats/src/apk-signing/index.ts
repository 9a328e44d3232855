/**
 * Who signed an APK: the certificates of its signing block (schemes v2, v3, v3.1) and of META-INF (v1, a JAR's).
 *
 * The block lies right before the directory of the zip: its length, pairs of a length, a number and bytes, its length again and a mark.
 * Of each signer the first certificate is the signer's own. Each scheme is read by itself: what one of them names hides no other. Since v3 a signer may also prove the certificates that it had before.
 * Messages of META-INF are read with `der`. Nothing is verified here: the phone did that when it installed the app, and an APK from elsewhere can carry any certificate.
 * Sources: source.android.com, APK Signature Scheme v2, v3, v3.1; AOSP, tools/apksig (numbers of the pairs, how certificates that were
 * changed are told); RFC 2315 for v1.
 * @module
 * @example
 * for (const s of await blockSigners(source, directory.offset, report)) console.log(s.scheme, s.certificate.length);
 */
import type { RandomAccess, Report } from "@contraluz/core";
import { MAX_SIGNERS, type Signer } from "./signer.ts";

export { jarSigners } from "./pkcs7.ts";
export type { Scheme, Signer } from "./signer.ts";

const SCHEMES: ReadonlyMap<number, "v2" | "v3" | "v3.1"> = new Map([
  [0x7109871a, "v2"],
  [0xf05368c0, "v3"],
  [0x1b93ad61, "v3.1"],
]);
/** The attribute of a signer that holds the certificates before. */
const ROTATION = 0x3ba06f8c;

const MAGIC = "APK Sig Block 42";
const FOOT = 24;
const PAIR_HEAD = 12;
const MAX_PAIRS = 1000;
/** Bytes of the signers of one scheme: a thousand certificates. */
const MAX_VALUE = 4_194_304;

const viewOf = (b: Uint8Array): DataView => new DataView(b.buffer, b.byteOffset, b.length);

/** A 64-bit length; beyond 2^53 it is none. */
function u64(view: DataView, at: number): number {
  const high = view.getUint32(at + 4, true);
  return high > 0x1f_ffff ? Number.NaN : high * 0x1_0000_0000 + view.getUint32(at, true);
}

/** Values with their length before them, one after the other. Ends at the first that is cut; `whole` says whether there was one. */
class Cursor {
  readonly #bytes: Uint8Array;
  #at = 0;
  whole = true;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get more(): boolean {
    return this.whole && this.#at < this.#bytes.length;
  }

  u32(): number | undefined {
    if (this.#at + 4 > this.#bytes.length) {
      this.whole = false;
      return undefined;
    }
    this.#at += 4;
    return viewOf(this.#bytes).getUint32(this.#at - 4, true);
  }

  /** The next value. */
  slice(): Uint8Array | undefined {
    const length = this.u32();
    if (length === undefined) return undefined;
    if (this.#at + length > this.#bytes.length) {
      this.whole = false;
      return undefined;
    }
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  rest(): Uint8Array {
    return this.#bytes.subarray(this.#at);
  }
}

/** The certificates before: a version, then one after the other with flags and a signature. */
function past(value: Uint8Array, out: Signer[]): boolean {
  const levels = new Cursor(value);
  levels.u32();
  while (levels.more && out.length < MAX_SIGNERS) {
    const level = levels.slice();
    const signed = level && new Cursor(level).slice();
    const certificate = signed && new Cursor(signed).slice();
    if (!certificate) return false;
    out.push({ scheme: "past", certificate });
  }
  return levels.whole;
}

/** The first certificate of a signer, and those before it. False if it is damaged. */
function signer(bytes: Uint8Array, scheme: "v2" | "v3" | "v3.1", out: Signer[]): boolean {
  const signed = new Cursor(bytes).slice();
  if (!signed) return false;
  const parts = new Cursor(signed);
  parts.slice(); // digests
  const certificates = parts.slice();
  const certificate = certificates && new Cursor(certificates).slice();
  if (!certificate) return false;
  out.push({ scheme, certificate });
  if (scheme !== "v2") {
    parts.u32(); // from this Android on
    parts.u32(); // up to this one
  }
  // Attributes of v2 name other schemes only.
  const attributes = scheme === "v2" ? undefined : parts.slice();
  if (attributes === undefined) return parts.whole;
  const list = new Cursor(attributes);
  while (list.more && out.length < MAX_SIGNERS) {
    const one = list.slice();
    const a = one && new Cursor(one);
    if (a?.u32() === ROTATION && !past(a.rest(), out)) return false;
  }
  return list.whole;
}

/** All that `value` tells, and what of it is lost. */
function signers(
  value: Uint8Array,
  scheme: "v2" | "v3" | "v3.1",
): { readonly list: readonly Signer[]; readonly lost?: string } {
  const out: Signer[] = [];
  const all = new Cursor(value).slice();
  if (!all) return { list: out, lost: "that is cut" };
  const list = new Cursor(all);
  let whole = true;
  while (list.more && out.length < MAX_SIGNERS) {
    const one = list.slice();
    whole = one !== undefined && signer(one, scheme, out) && whole;
  }
  if (!whole || !list.whole) return { list: out, lost: "that is cut" };
  // The phone passes over signers of other versions of Android: the one that counts can stand behind any number of them.
  return out.length < MAX_SIGNERS ? { list: out } : { list: out, lost: `of ${MAX_SIGNERS} signers and more` };
}

/**
 * The signers that the block before the directory names; none without such a block. `directory`: where the directory of the zip
 * begins in `source`. Rejects only where `source.read` does.
 */
export async function blockSigners(source: RandomAccess, directory: number, report: Report): Promise<Signer[]> {
  const out: Signer[] = [];
  const damaged = (offset: number, found: string): Signer[] => {
    report({ code: "apk-signature", offset, found, lost: "bytes" });
    return out;
  };
  if (directory < FOOT + 8) return out;
  const foot = await source.read(directory - FOOT, FOOT);
  if (foot.length < FOOT || new TextDecoder().decode(foot.subarray(8)) !== MAGIC) return out;
  const size = u64(viewOf(foot), 0);
  const start = directory - size;
  if (!(size >= FOOT && start >= 8)) return damaged(directory - FOOT, `a block of ${size} B`);
  const end = directory - FOOT;
  const read = new Set<string>();
  let pairs = 0;
  for (let at = start; at < end; ) {
    if (++pairs > MAX_PAIRS) return damaged(at, `more than ${MAX_PAIRS} pairs`);
    const head = at + PAIR_HEAD <= end ? viewOf(await source.read(at, PAIR_HEAD)) : undefined;
    const length = head && head.byteLength === PAIR_HEAD ? u64(head, 0) : Number.NaN;
    if (!(length >= 4 && at + 8 + length <= end)) return damaged(at, "a pair that is cut");
    const scheme = SCHEMES.get(head!.getUint32(8, true));
    // Of a scheme that comes twice the phone takes the first.
    if (scheme && !read.has(scheme)) {
      read.add(scheme);
      const large = length - 4 > MAX_VALUE;
      const { list, lost } = large
        ? { list: [], lost: `of ${length - 4} B` }
        : signers(await source.read(at + PAIR_HEAD, length - 4), scheme);
      out.push(...list);
      if (lost) damaged(at, `${scheme} ${lost}`);
    }
    at += 8 + length;
  }
  return out;
}
