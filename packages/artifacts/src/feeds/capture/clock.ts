/** Times of frames as moments. A clock that was never set (Rayhunter counts from 1980 then) tells of an order, and of no date. @module */
import { type Moment, type Precision, utcNs } from "@contraluz/core";

/** Before this (2000-01-01) no clock of a capture was right: those that were never set count from 1970, or from 1980 as GPS does. */
export const SET_SINCE = 946_684_800;

const NS = 1_000_000_000n;

/** The moment of a frame; relative to the capture's own clock where that was not set. */
export function momentOf(seconds: number, nanos: number): Moment {
  const seen = `${seconds}.${String(nanos).padStart(9, "0")}`;
  const precision: Precision = nanos % 1000 === 0 ? "us" : "ns";
  const ns = BigInt(seconds) * NS + BigInt(nanos);
  if (seconds < SET_SINCE) return { boot: { id: "capture", ns }, seen, precision };
  return utcNs(ns, seen, precision);
}
