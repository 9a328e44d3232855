/**
 * Files of texts: uuidtext (one program or library) and dsc (the shared cache of libraries). A log entry only names a place in
 * them.
 *
 * Facts: libyal/dtformats, sections "UUID text file format" and "Shared-Cache Strings (dsc) file format".
 * @module
 */
import type { Report } from "@contraluz/core";
import { text, u16, u32, u64, uuid } from "./bytes.ts";

const UUIDTEXT = 0x66778899;
const DSC = 0x64736368;
/** Length of a path; longer ones are cut. */
const MAX_PATH = 1024;
/** Ranges of one file, which each reference looks through: real ones have some tens. */
const MAX_TEXTS = 4096;

interface Range {
  readonly from: number;
  readonly size: number;
  readonly at: number;
}

/** The texts of one image. */
export interface ImageTexts {
  /** `/usr/libexec/locationd` */
  readonly path: string;
  /** Where the path stands in the file. */
  readonly pathAt: number;
  /** The text at a reference; undefined if there is none. */
  text(reference: number): string | undefined;
}

export function isUuidtext(b: Uint8Array): boolean {
  return b.length >= 16 && u32(b, 0) === UUIDTEXT;
}

/**
 * Reads a uuidtext file. Its texts stand one range behind the other, and the path behind them all. Undefined, and a Problem, if
 * it is none or cut.
 */
export function readUuidtext(b: Uint8Array, report: Report): ImageTexts | undefined {
  const damaged = (found: string): undefined => {
    report({ code: "log-damaged", offset: 0, found, lost: "file" });
    return undefined;
  };
  if (!isUuidtext(b)) return damaged(b.length < 16 ? `${b.length} B` : `0x${u32(b, 0).toString(16)}`);
  const count = u32(b, 12);
  let at = 16 + count * 8;
  if (at > b.length || count > MAX_TEXTS) return damaged(`${count} ranges in ${b.length} B`);
  const ranges: Range[] = [];
  for (let i = 0; i < count; i++) {
    const size = u32(b, 16 + i * 8 + 4);
    ranges.push({ from: u32(b, 16 + i * 8), size, at });
    at += size;
  }
  if (at >= b.length) return damaged(`texts of ${at - 16} B in ${b.length} B`);
  return {
    path: text(b, at, Math.min(b.length, at + MAX_PATH)),
    pathAt: at,
    text(reference) {
      for (const r of ranges)
        if (reference >= r.from && reference - r.from < r.size)
          return text(b, r.at + reference - r.from, r.at + r.size);
      return undefined;
    },
  };
}

/** One library of the shared cache. */
export interface SharedImage {
  readonly uuid: string;
  readonly path: string;
  /** Where its code lies in the cache. */
  readonly text: number;
  readonly size: number;
}

export interface SharedTexts {
  readonly images: readonly SharedImage[];
  /** The text at a reference and the library that holds it. */
  find(reference: number): { readonly text: string; readonly image: SharedImage | undefined } | undefined;
  /** The library whose code an address (relative to the cache) belongs to. */
  owner(address: number): SharedImage | undefined;
}

/** Ranges, and libraries, of one shared cache: real ones have some 3,000. */
const MAX_RANGES = 1_000_000;

/** Reads a dsc file of version 1 or 2. What is damaged is left out, with a Problem; undefined if it is none. */
export function readShared(b: Uint8Array, report: Report): SharedTexts | undefined {
  const damaged = (found: string, lost: "file" | "bytes"): undefined => {
    report({ code: "log-damaged", offset: 0, found, lost });
    return undefined;
  };
  if (b.length < 16 || u32(b, 0) !== DSC) return damaged(`a shared cache of ${b.length} B`, "file");
  const major = u16(b, 4);
  if (major !== 1 && major !== 2) return damaged(`version ${major}`, "file");
  const [rangeSize, imageSize] = major === 1 ? [16, 28] : [24, 32];
  const rangeCount = u32(b, 8);
  const imageCount = u32(b, 12);
  const imagesAt = 16 + rangeCount * rangeSize;
  const end = imagesAt + imageCount * imageSize;
  if (end > b.length || rangeCount + imageCount > MAX_RANGES)
    return damaged(`${rangeCount} ranges, ${imageCount} images in ${b.length} B`, "file");
  const images: SharedImage[] = [];
  for (let i = 0; i < imageCount; i++) {
    const at = imagesAt + i * imageSize;
    const wide = major === 2 ? 4 : 0;
    const path = u32(b, at + wide + 24);
    images.push({
      text: wide ? u64(b, at) : u32(b, at),
      size: u32(b, at + wide + 4),
      uuid: uuid(b, at + wide + 8),
      path: path < b.length ? text(b, path, Math.min(b.length, path + MAX_PATH)) : "",
    });
  }
  const ranges: (Range & { readonly image: number })[] = [];
  let outside = 0;
  for (let i = 0; i < rangeCount; i++) {
    const at = 16 + i * rangeSize;
    const r =
      major === 1
        ? { image: u32(b, at), from: u32(b, at + 4), at: u32(b, at + 8), size: u32(b, at + 12) }
        : { from: u64(b, at), at: u32(b, at + 8), size: u32(b, at + 12), image: u64(b, at + 16) };
    if (r.at + r.size <= b.length) ranges.push(r);
    else outside++;
  }
  if (outside > 0) damaged(`${outside} ranges beyond the end`, "bytes");
  ranges.sort((a, c) => a.from - c.from);
  const owners = [...images].sort((a, c) => a.text - c.text);
  return {
    images,
    find(reference) {
      const r = below(ranges, (x) => x.from, reference);
      if (!r || reference - r.from >= r.size) return undefined;
      return { text: text(b, r.at + reference - r.from, r.at + r.size), image: images[r.image] };
    },
    owner(address) {
      const image = below(owners, (x) => x.text, address);
      return image && address - image.text < image.size ? image : undefined;
    },
  };
}

/** The last one that does not begin behind `value`. */
function below<T>(sorted: readonly T[], from: (x: T) => number, value: number): T | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from(sorted[middle]!) <= value) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}
