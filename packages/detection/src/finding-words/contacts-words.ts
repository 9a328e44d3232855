/**
 * How a value met the device, and which device that is: the phone that was checked, or, of a capture, a machine of its network, which
 * nobody said to be that phone.
 * @module
 */
import type { Contact, Params, Words } from "@contraluz/core";

/** Who met the value, in words that stand in a sentence, at its beginning, and behind "on". */
export interface Who {
  readonly who: Words;
  readonly begins: Words;
  readonly on: Words;
}

export const PHONE: Who = {
  who: { es: "el teléfono", en: "the phone" },
  begins: { es: "El teléfono", en: "The phone" },
  on: { es: "en el teléfono", en: "on the phone" },
};

/** `by`: addresses of the network, or "". */
const address = (p: Params): string => (p.by === undefined || p.by === "" ? "" : ` (${p.by})`);

export const DEVICE: Who = {
  who: { es: (p) => `un aparato de esta red${address(p)}`, en: (p) => `a device of this network${address(p)}` },
  begins: { es: "Un aparato de esta red", en: "A device of this network" },
  on: { es: "en ese aparato", en: "on that device" },
};

const isDevice = (p: Params): boolean => p.by !== undefined;

/** In words that follow "este archivo" and "this file", without gender. */
export const CONTACTS: Readonly<Record<Contact, Words>> = {
  ran: { es: "estuvo funcionando en el teléfono", en: "was running on the phone" },
  installed: { es: "está entre lo instalado en el teléfono", en: "is among what is installed on the phone" },
  present: { es: "está en el teléfono", en: "is on the phone" },
  resolved: { es: "una app del teléfono se conectó ahí", en: "was reached by an app on the phone" },
  opened: { es: "se abrió en el teléfono", en: "was opened on the phone" },
  visited: {
    es: (p) => (isDevice(p) ? `se conectó ahí ${p.who_es}` : "se visitó"),
    en: (p) => (isDevice(p) ? `was called by ${p.who_en}` : "was visited"),
  },
  shown: { es: "lo mostró un servidor", en: "was shown by a server" },
  received: { es: "llegó en un mensaje", en: "came in a message" },
  "looked-up": { es: (p) => `${p.who_es} la buscó`, en: (p) => `was looked up by ${p.who_en}` },
  listed: { es: "aparece en una mención", en: "appears in a mention" },
  shared: { es: "sirvió a otro sitio", en: "served another site" },
};

/** What the other ways add to the strongest one. */
export const ALSO: Readonly<Partial<Record<Contact, Words>>> = {
  opened: { es: "También se abrió.", en: "It was also opened." },
  visited: { es: "También se visitó.", en: "It was also visited." },
  shown: { es: "También la mostró un servidor.", en: "A server showed it, too." },
  received: { es: "También llegó en un mensaje.", en: "It also came in a message." },
  listed: { es: "También aparece en una mención.", en: "It also appears in a mention." },
  shared: {
    es: "También sirvió a otro sitio, que sí se abrió.",
    en: "It also served another site, which was used.",
  },
};
