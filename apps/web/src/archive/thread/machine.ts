/** What the archive's thread has of the machine beside the platform: handed in. @module */
import type { Bringing } from "../brought.ts";

export interface Machine {
  readonly brought: Bringing;
  /** A thread of the same script. */
  start(name: string): Worker;
  /** Milliseconds of any clock. */
  now(): number;
  /** `2026-11-26T04:35:00Z`. */
  clock(): string;
  /** How many pages fit into the memory of this device. */
  readonly most: number;
  /** Comes back once what waits was answered. */
  breathe(): Promise<void>;
}
