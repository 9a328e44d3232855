/** Words of findings whose cause is a published sign: one text for each way in which a sign can mean something. @module */
import type { Kind, KindWords } from "./kinds.ts";
import { OTHERS } from "./others-words.ts";
import { SERVERS } from "./servers-words.ts";
import { THINGS } from "./things-words.ts";

export { ALSO, CONTACTS, DEVICE, PHONE, type Who } from "./contacts-words.ts";
export type { Kind } from "./kinds.ts";
export { CALM, ENDED, GONE, SOON } from "./phrases-words.ts";
export { BUILTIN, TYPES } from "./values-words.ts";

export const WORDS: KindWords<Kind> = { ...THINGS, ...SERVERS, ...OTHERS };
