/**
 * Chunks that hold one thing: a text in full, a state, values too large for their entry.
 *
 * Facts: libyal/dtformats, sections "SimpleDump chunk", "StateDump chunk", "Oversize chunk".
 * @module
 */
import { text, u16, u32, u64, uuid } from "./bytes.ts";
import type { Catalog } from "./catalog.ts";
import type { Oversize, SimpleDump, StateDump } from "./types.ts";

/** Undefined if it is cut. */
export function readSimpleDump(b: Uint8Array, catalog: Catalog | undefined): SimpleDump | undefined {
  if (b.length < 84) return undefined;
  const subsystem = 84;
  const message = subsystem + u32(b, 76);
  const end = message + u32(b, 80);
  if (end > b.length) return undefined;
  return {
    catalog,
    first: u64(b, 0),
    second: u32(b, 8),
    type: b[13]!,
    time: u64(b, 16),
    thread: u64(b, 24),
    sender: uuid(b, 40),
    subsystem: text(b, subsystem, message),
    message: text(b, message, end),
  };
}

/** Undefined if it is cut. */
export function readStateDump(b: Uint8Array, catalog: Catalog | undefined): StateDump | undefined {
  if (b.length < 248) return undefined;
  const type = u32(b, 48);
  const size = u32(b, 52);
  if (size > b.length - 248) return undefined;
  // Of other types the two names are what was left in memory.
  const own = type === 3;
  return {
    catalog,
    first: u64(b, 0),
    second: u32(b, 8),
    time: u64(b, 16),
    image: uuid(b, 32),
    type,
    library: own ? text(b, 56, 120) : "",
    decoder: own ? text(b, 120, 184) : "",
    title: text(b, 184, 248),
    data: b.subarray(248, 248 + size),
  };
}

/** Undefined if it is cut before its values. */
export function readOversize(b: Uint8Array): Oversize | undefined {
  if (b.length < 34) return undefined;
  const publicSize = u16(b, 28);
  return {
    first: u64(b, 0),
    second: u32(b, 8),
    time: u64(b, 16),
    reference: u32(b, 24),
    bytes: b.subarray(33, 32 + publicSize + u16(b, 30)),
    publicSize: Math.max(0, publicSize - 1),
  };
}
