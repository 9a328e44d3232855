/** Live collection from a phone over ADB, in AndroidQF's layout. No Node, no DOM: whoever connects hands in a Phone and a Shelf. @module */

export { type Acquired, type AcquireOptions, acquire, isUnfinished } from "./acquire.ts";
export { type AcquireCode, AcquireError } from "./errors.ts";
export type { Channel, Phone } from "./phone.ts";
export type { Progress, StepId } from "./session.ts";
export type { Growing, Shelf } from "./shelf.ts";
export type { ShortCode, Shortfall } from "./state.ts";
export { phoneOf } from "./tango.ts";
