/** Accounts: the phone numbers and e-mail addresses by which people and services write and call. @module */
import type { Contact, Observable } from "@contraluz/core";
import { text } from "./text.ts";

const utf8 = new TextDecoder();
/** Bytes of an address that is stored as BLOB: more are no address. */
const MAX_BYTES = 1024;

/** A text, or the UTF-8 of a short BLOB: some versions store addresses as such. */
export function textOrBytes(v: unknown): string | undefined {
  if (v instanceof Uint8Array) return v.length > 0 && v.length <= MAX_BYTES ? text(utf8.decode(v)) : undefined;
  return text(v);
}

/** What the account is; undefined for names of senders (`BANCO`) and for what is no account. */
export function accountType(id: string | undefined): "email" | "phone" | undefined {
  if (id === undefined) return undefined;
  return id.includes("@") ? "email" : /^\+?[0-9(]/.test(id) ? "phone" : undefined;
}

/** The account as a value to be matched, or none. */
export function account(id: string | undefined, contact: Contact): Observable[] {
  const type = accountType(id);
  return type === undefined ? [] : [{ type, value: id!, contact }];
}
