/** Times of frames as moments. A clock that was never set (Rayhunter counts from 1980 then) tells of an order, and of no date. @module */
import { type Moment, type Precision, utcNs, utcOf } from "@contraluz/core";

/** Before this (2000-01-01) no clock of a capture was right: those that were never set count from 1970, or from 1980 as GPS does. */
export const SET_SINCE = 946_684_800;

const NS = 1_000_000_000n;

/** Beyond this numbers are put together with care. */
const LAST = 2 ** 33;

let lastSecond = -1;
let lastText = "";

/** Seconds with nine decimals. */
function seenOf(seconds: number, nanos: number): string {
  if (seconds !== lastSecond) {
    lastSecond = seconds;
    lastText = `${seconds}.`;
  }
  return nanos < 1e9 ? lastText + String(nanos + 1e9).slice(1) : lastText + String(nanos);
}

/** The moment of a frame; relative to the capture's own clock where that was not set. */
export function momentOf(seconds: number, nanos: number): Moment {
  const precision: Precision = nanos % 1000 === 0 ? "us" : "ns";
  const seen = seenOf(seconds, nanos);
  if (seconds >= SET_SINCE && seconds < LAST && nanos < 1e9) return utcNs(utcOf(seconds, nanos), seen, precision);
  const ns = BigInt(seconds) * NS + BigInt(nanos);
  if (seconds < SET_SINCE) return { boot: { id: "capture", ns }, seen, precision };
  return utcNs(ns, seen, precision);
}
