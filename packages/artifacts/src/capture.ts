/** The moment when evidence was made, for lists that say what was then. @module */
import { type Acquisition, type Moment, utcNs } from "@contraluz/core";

/** A phone that has run for longer than this since its last start does not exist. */
const MAX_AGE = 100 * 366 * 86_400;

/** When the evidence was made; its zone is told once, by the evidence. */
export function captured({ taken }: Pick<Acquisition, "taken">): Moment | undefined {
  return taken?.utc === undefined ? undefined : { utc: taken.utc, seen: taken.seen, precision: taken.precision };
}

/** `seconds` before a moment; `seen` is the text that counts them. Undefined for what is no age. */
export function agoOf(of: Moment | undefined, seconds: number, seen: string): Moment | undefined {
  if (of?.utc === undefined || !(seconds >= 0 && seconds <= MAX_AGE)) return undefined;
  const utc = of.utc - BigInt(Math.round(seconds)) * 1_000_000_000n;
  return utc > 0n ? utcNs(utc, seen, "s") : undefined;
}
