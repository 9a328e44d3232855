/**
 * Windows of the context by the clock of the phone: a person says “on the third, from nine to five”, and means the hours where they were. Where
 * the evidence tells the zone of the phone, a window without one is read in it.
 * @module
 */
import { type Acquisition, type Context, parseIso } from "@contraluz/core";

const MINUTE = 60_000_000_000n;
const BARE = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?$/;
const FIXED = /^[+-]\d\d:\d\d$/;

/** `-06:00`: what the clock of the phone was off at that hour of its own, or undefined where nothing tells. */
function offsetAt(wall: bigint, { zone, offsets }: Acquisition): string | undefined {
  if (FIXED.test(zone ?? "")) return zone;
  if (zone === "UTC") return "Z";
  let minutes: number | undefined;
  for (const o of offsets ?? []) {
    const from = parseIso(o.from);
    if (minutes === undefined || (from !== undefined && wall >= from + BigInt(o.minutes) * MINUTE)) minutes = o.minutes;
  }
  if (minutes === undefined) return undefined;
  const [h, m] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`;
}

function bound(text: string, end: boolean, a: Acquisition): string {
  const wall = BARE.test(text) ? parseIso(text) : undefined;
  if (wall === undefined) return text;
  const full = text.length > 10 ? text.replace(" ", "T") : `${text}T${end ? "23:59:59.999999999" : "00:00"}`;
  const offset = offsetAt(parseIso(full) ?? wall, a);
  return offset === undefined ? text : `${full}${offset}`;
}

/** The same context, its windows with the zone of the first evidence that tells one. */
export function localContext(context: Context, acquisitions: readonly Acquisition[]): Context {
  const a = acquisitions.find((x) => x.zone !== undefined);
  if (!a || context.custody.length === 0) return context;
  return {
    ...context,
    custody: context.custody.map(([from, to]) => [bound(from, false, a), bound(to, true, a)] as const),
  };
}
