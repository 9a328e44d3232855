/**
 * Addresses of WhatsApp: who is behind one, as far as it says.
 *
 * `5215512345678@s.whatsapp.net` is a phone number without its `+`; `:12` or `.0:12` before the `@` names one of the devices
 * of that account. `…@lid` hides the number, `…@g.us` is a group. The match keys of phone numbers know these addresses.
 * Sources: JIDs of iLEAPP's and MVT's samples; multi-device addresses as in the whatsmeow and Baileys clients.
 * @module
 */
import type { Contact, Observable } from "@contraluz/core";

const PERSON = /^\d{5,15}(?:\.\d{1,3})?(?::\d{1,5})?@(?:s\.whatsapp\.net|c\.us)$/;
const DIGITS = /^\+?(\d{5,15})$/;

/**
 * The account as a value to be matched: an address of a person as it stands, digits with their `+`; none for a group, a
 * hidden number, anything else.
 * @example accountOf("5215512345678@s.whatsapp.net") // "5215512345678@s.whatsapp.net"
 */
export function accountOf(who: string): string | undefined {
  if (PERSON.test(who)) return who;
  const digits = DIGITS.exec(who)?.[1];
  return digits === undefined ? undefined : `+${digits}`;
}

/** Addresses remembered: a phone has some thousands. */
const MAX_JIDS = 50_000;
const NONE: readonly Observable[] = [];

/** Gives accounts as observables: each address is looked at once for each way of meeting. */
export function jidObserver(): (jid: string | undefined, contact: Contact) => readonly Observable[] {
  const known = new Map<string, Map<string, readonly Observable[]>>();
  return (jid, contact) => {
    if (jid === undefined || jid.length > 64) return NONE;
    let of = known.get(contact);
    if (!of) known.set(contact, (of = new Map()));
    let out = of.get(jid);
    if (out) return out;
    const value = accountOf(jid);
    out = value === undefined ? NONE : [{ type: "phone", value, contact }];
    if (of.size >= MAX_JIDS) of.clear();
    of.set(jid, out);
    return out;
  };
}
