/**
 * Times that name their zone, as tools of Apple print them: `2024-09-12 14:54:53.759 -0600`, `2024-09-12 20:54:53 +0000`, with a clock of
 * twelve hours since iOS 18 (`2024-09-12 8:54:53 PM +0000`), `2024-09-12T20:54:53Z`.
 * Sources: ios.md 4.1; samples in the tests of EC-DIGIT-CSIRC/sysdiagnose.
 * @module
 */
import { type Moment, own, parseIso } from "@contraluz/core";
import { precisionOf } from "./local-time.ts";

const FORM =
  /^(\d{4}-\d\d-\d\d)[T ](\d{1,2}):(\d\d):(\d\d)(?:\.(\d{1,9}))?[ \u202f]?(AM|PM)?[ \u202f]?(Z|[+-]\d\d:?\d\d)$/;

/** Where such a time stands in a longer text. */
export const ZONED_IN: RegExp =
  /\d{4}-\d\d-\d\d[T ]\d{1,2}:\d\d:\d\d(?:\.\d{1,9})?[ \u202f]?(?:[AP]M)?[ \u202f]?(?:Z|[+-]\d\d:?\d\d)/;

/** The instant of such a text; undefined for any other, and for dates that no phone has. */
export function zonedMoment(value: unknown): Moment | undefined {
  if (typeof value !== "string" || value.length > 60) return undefined;
  // What is kept is the time alone, not the text that it was cut from.
  const seen = own(value.trim());
  const m = FORM.exec(seen);
  if (!m) return undefined;
  const [, day, h, min, s, fraction, half, zone] = m;
  let hour = Number(h);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half === "PM" ? 12 : 0);
  }
  if (hour > 23) return undefined;
  const clock = `${String(hour).padStart(2, "0")}:${min}:${s}${fraction === undefined ? "" : `.${fraction}`}`;
  const utc = parseIso(`${day}T${clock}${zone}`);
  if (utc === undefined || utc <= 0n || day! >= "2200") return undefined;
  const precision = precisionOf(fraction);
  if (zone === "Z" || /^[+-]00:?00$/.test(zone!)) return { utc, seen, precision };
  return { utc, seen, zone: { name: `${zone!.slice(0, 3)}:${zone!.slice(-2)}`, from: "stated" }, precision };
}
