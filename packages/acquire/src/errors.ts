/** What can go wrong with a phone that is connected. The words stand in `words.ts`. @module */

/**
 * `stalled` and `broken` are of one file, and the next one is tried; the others end the acquisition.
 * `wrong`: the phone answered outside the protocol.
 */
export type AcquireCode =
  | "broken"
  | "busy"
  | "cancelled"
  | "connect"
  | "lost"
  | "no-phone"
  | "no-server"
  | "not-allowed"
  | "other-phone"
  | "several"
  | "stalled"
  | "too-old"
  | "wrong";

export class AcquireError extends Error {
  readonly code: AcquireCode;
  constructor(code: AcquireCode, message: string = code) {
    super(message);
    this.name = "AcquireError";
    this.code = code;
  }
}
