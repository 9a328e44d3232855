/** Words of findings whose cause is a published sign: one text for each way in which a sign can mean something. @module */
import type { Kind, KindWords } from "./kinds.ts";
import { OTHERS } from "./others.ts";
import { SERVERS } from "./servers.ts";
import { THINGS } from "./things.ts";

export { ALSO, CONTACTS, DEVICE, PHONE, type Who } from "./contacts.ts";
export type { Kind } from "./kinds.ts";
export { CALM, ENDED, GONE, SOON } from "./phrases.ts";
export { BUILTIN, TYPES } from "./values.ts";

export const WORDS: KindWords<Kind> = { ...THINGS, ...SERVERS, ...OTHERS };
