/** Hours and their bytes as texts of a record: `2026-04-03T18 345678`. @module */
import { isoUtc } from "@contraluz/core";
import type { HourSum } from "../artifact.ts";

export function hourTexts(hours: readonly HourSum[]): string[] {
  return hours.map(([hour, bytes]) => `${isoUtc(BigInt(hour) * 3_600_000_000_000n, "s").slice(0, 13)} ${bytes}`);
}
