/** Values of JSON of any shape. @module */

export type Obj = { readonly [key: string]: unknown };

export const isObject = (v: unknown): v is Obj => typeof v === "object" && v !== null && !Array.isArray(v);

/** The value of a key; undefined for what is no object or has no such key of its own. */
export const of = (v: unknown, key: string): unknown => (isObject(v) && Object.hasOwn(v, key) ? v[key] : undefined);
