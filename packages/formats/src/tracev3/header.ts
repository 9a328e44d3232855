/** The head of a log file. Facts: libyal/dtformats, section "Header (chunk)". @module */
import { i32, text, u32, u64, uuid } from "./bytes.ts";
import type { LogHeader } from "./types.ts";

const SIZE = 208;

/** Data of the head chunk; undefined if it is cut. */
export function readHeader(b: Uint8Array): LogHeader | undefined {
  if (b.length < SIZE) return undefined;
  return {
    numerator: u32(b, 0),
    denominator: u32(b, 4),
    ticks: u64(b, 8),
    wall: i32(b, 16),
    bias: i32(b, 28),
    daylight: u32(b, 32) === 1,
    build: text(b, 72, 88),
    hardware: text(b, 88, 120),
    boot: uuid(b, 128),
    zone: text(b, 160, 208),
  };
}
