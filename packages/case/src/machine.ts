/** What a case needs from the machine beside the platform: the clock and randomness, both handed in. @module */
import type { Platform } from "@contraluz/core";

export interface CaseMachine {
  readonly platform: Platform;
  /** The machine's clock as ISO 8601 in UTC, to the second: `2026-11-26T03:30:00Z`. */
  now(): string;
  /** Bytes that nobody can guess. */
  random(n: number): Uint8Array;
}
