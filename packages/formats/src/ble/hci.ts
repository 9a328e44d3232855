/**
 * What a phone's own radio told the phone: reports of advertisements that it heard, and with whom it connected. Other events, and all that
 * is said inside connections, are passed over.
 *
 * Sources: Bluetooth Core 5.4, vol. 4 part E, 7.7.65.1, .2, .10, .13 (LE meta events); part A (H4); LINKTYPE_BLUETOOTH_HCI_H4 (187) and
 * _WITH_PHDR (201).
 * @module
 */
import { LINK } from "../link/index.ts";
import type { Advert } from "./air.ts";

/** `LINK.hci`, `LINK.hciH4`, or `LINK.hciEvent`: an event without anything before it. */
export type HciLink = number;

const [EVENT, META] = [4, 0x3e];
const [CONNECTED, REPORT, CONNECTED_TOO, EXTENDED, CONNECTED_ALSO] = [0x01, 0x02, 0x0a, 0x0d, 0x29];
/** Signal that a radio gives where it knows none. */
const NO_SIGNAL = 127;

function signal(x: number): number {
  return x === NO_SIGNAL ? 0 : (x << 24) >> 24;
}

function reports(b: Uint8Array, from: number, end: number, a: Advert, each: () => void): void {
  let at = from + 1;
  for (let n = b[from]!; n > 0 && at + 10 <= end; n--) {
    const stop = at + 9 + b[at + 8]!;
    if (stop >= end) return;
    a.random = (b[at + 1]! & 1) === 1;
    a.address = at + 2;
    a.start = at + 9;
    a.end = stop;
    a.signal = signal(b[stop]!);
    each();
    at = stop + 1;
  }
}

function extendedReports(b: Uint8Array, from: number, end: number, a: Advert, each: () => void): void {
  let at = from + 1;
  for (let n = b[from]!; n > 0 && at + 24 <= end; n--) {
    const stop = at + 24 + b[at + 23]!;
    if (stop > end) return;
    // 0xff: it advertises without an address.
    if (b[at + 2] !== 0xff) {
      a.random = (b[at + 2]! & 1) === 1;
      a.address = at + 3;
      a.start = at + 24;
      a.end = stop;
      a.signal = signal(b[at + 13]!);
      each();
    }
    at = stop;
  }
}

/** Calls `each` with `a` filled for each device that an event tells of. */
export function readHci(b: Uint8Array, start: number, end: number, link: HciLink, a: Advert, each: () => void): void {
  let at = start + (link === LINK.hci ? 4 : 0);
  if (link !== LINK.hciEvent) {
    if (at >= end || b[at] !== EVENT) return;
    at++;
  }
  if (at + 4 > end || b[at] !== META) return;
  const stop = at + 2 + b[at + 1]!;
  if (stop > end) return;
  a.damaged = a.connected = false;
  const body = at + 3;
  switch (b[at + 2]) {
    case REPORT:
      reports(b, body, stop, a, each);
      return;
    case EXTENDED:
      extendedReports(b, body, stop, a, each);
      return;
    case CONNECTED:
    case CONNECTED_TOO:
    case CONNECTED_ALSO:
      // Status, handle, role, kind of address, address.
      if (body + 11 > stop || b[body] !== 0) return;
      a.random = (b[body + 4]! & 1) === 1;
      a.address = body + 5;
      a.start = a.end = stop;
      a.signal = 0;
      a.connected = true;
      each();
      return;
    default:
  }
}
