/**
 * Addresses of WhatsApp: who is behind one, as far as it says.
 *
 * `5215512345678@s.whatsapp.net` is a phone number without its `+`; `:12` or `.0:12` before the `@` names one of the devices
 * of that account. `…@lid` hides the number, `…@g.us` is a group. Mexican numbers are written with the 1 that mobile numbers
 * once had (`521…`) or without it (`52…`), whichever the account was made with.
 * Sources: JIDs of iLEAPP's and MVT's samples; multi-device addresses as in the whatsmeow and Baileys clients.
 * @module
 */
import type { Contact, Observable } from "@contraluz/core";

const PERSON = /^(\d{5,15})(?:\.\d{1,3})?(?::\d{1,5})?@(?:s\.whatsapp\.net|c\.us)$/;
const MEXICO = /^52(1?)(\d{10})$/;

/**
 * The phone numbers that an address can stand for, with `+`; none for a group or a hidden number.
 * @example phonesOf("5215512345678@s.whatsapp.net") // ["+5215512345678", "+525512345678"]
 */
export function phonesOf(jid: string): string[] {
  const digits = PERSON.exec(jid)?.[1];
  return digits === undefined ? [] : variants(digits);
}

function variants(digits: string): string[] {
  const mx = MEXICO.exec(digits);
  return mx ? [`+${digits}`, `+52${mx[1] === "" ? "1" : ""}${mx[2]}`] : [`+${digits}`];
}

/** A number as a table of WhatsApp writes it, digits with or without `+`; none for anything else. */
export function phonesOfDigits(number: string): string[] {
  const digits = /^\+?(\d{5,15})$/.exec(number)?.[1];
  return digits === undefined ? [] : variants(digits);
}

/** Addresses remembered: a phone has some thousands. */
const MAX_JIDS = 50_000;
const NONE: readonly Observable[] = [];

/** Gives the phone numbers of addresses as observables: each address is taken apart once for each way of meeting. */
export function jidObserver(): (jid: string | undefined, contact: Contact) => readonly Observable[] {
  const known = new Map<string, Map<string, readonly Observable[]>>();
  return (jid, contact) => {
    if (jid === undefined || jid.length > 64) return NONE;
    let of = known.get(contact);
    if (!of) known.set(contact, (of = new Map()));
    let out = of.get(jid);
    if (out) return out;
    out = phonesOf(jid).map((value): Observable => ({ type: "phone", value, contact }));
    if (of.size >= MAX_JIDS) of.clear();
    of.set(jid, out);
    return out;
  };
}
