/** Offsets of time zones, as the host's own database has them. @module */
import { minutesOf } from "@contraluz/core";

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  } catch {
    // No zone that the host knows.
    return undefined;
  }
}

/** Minutes ahead of UTC at an instant; undefined for no zone. */
export function zoneOffset(zone: string, ms: number): number | undefined {
  if (!formats.has(zone)) formats.set(zone, formatOf(zone));
  const name = formats.get(zone)?.format(ms);
  return name === undefined ? undefined : minutesOf(name);
}
