/** What is wrong with a form that was handed in. es is the source. @module */
import { type Lang, say, type Words } from "@contraluz/core";
import type { Fault, FaultCode } from "./fields.ts";

type P = { readonly at: string; readonly found: string; readonly expected: string };

const FAULTS: Readonly<Record<FaultCode, Words<P>>> = {
  "not-json": { es: "El archivo no es JSON.", en: "The file is not JSON." },
  "too-large": { es: "El archivo es demasiado grande.", en: "The file is too large." },
  "not-object": {
    es: ({ at }) => `«${at || "el archivo"}» tiene que ser un grupo de campos.`,
    en: ({ at }) => `“${at || "the file"}” has to be a group of fields.`,
  },
  missing: { es: ({ at }) => `Falta «${at}».`, en: ({ at }) => `“${at}” is missing.` },
  "wrong-type": {
    es: ({ at, expected, found }) => `«${at}» es de otro tipo: se esperaba ${expected}, y hay «${found}».`,
    en: ({ at, expected, found }) => `“${at}” is of another kind: ${expected} was expected, and it is “${found}”.`,
  },
  "too-long": {
    es: ({ at, expected }) => `«${at}» es demasiado largo: ${expected} letras.`,
    en: ({ at, expected }) => `“${at}” is too long: ${expected} letters.`,
  },
  "too-many": {
    es: ({ at, expected }) => `«${at}» tiene demasiados elementos: ${expected}.`,
    en: ({ at, expected }) => `“${at}” has too many entries: ${expected}.`,
  },
  "unknown-field": {
    es: ({ at, expected }) => `No conocemos el campo «${at}». Los que hay: ${expected}.`,
    en: ({ at, expected }) => `We do not know the field “${at}”. There are: ${expected}.`,
  },
  "unknown-value": {
    es: ({ at, found, expected }) => `«${at}» dice «${found}». Puede decir: ${expected}.`,
    en: ({ at, found, expected }) => `“${at}” says “${found}”. It can say: ${expected}.`,
  },
  "not-a-day": {
    es: ({ at, found }) => `«${at}» no es un día: «${found}». Se escribe 2026-11-26.`,
    en: ({ at, found }) => `“${at}” is not a day: “${found}”. It is written 2026-11-26.`,
  },
  "not-a-hash": {
    es: ({ at }) => `«${at}» no es una huella SHA-256: son 64 letras y números.`,
    en: ({ at }) => `“${at}” is not a SHA-256 fingerprint: those are 64 letters and digits.`,
  },
  "not-a-number": {
    es: ({ at, found, expected }) => `«${at}» dice «${found}». Tiene que ser un número: ${expected}.`,
    en: ({ at, found, expected }) => `“${at}” says “${found}”. It has to be a number: ${expected}.`,
  },
  "control-letters": {
    es: ({ at }) => `«${at}» tiene letras que no se ven. Escríbelo de nuevo.`,
    en: ({ at }) => `“${at}” has letters that cannot be seen. Type it again.`,
  },
  twice: {
    es: ({ at, found }) => `«${found}» está dos veces en «${at}».`,
    en: ({ at, found }) => `“${found}” stands twice in “${at}”.`,
  },
};

export function faultWords(f: Fault, lang: Lang): string {
  return say(FAULTS[f.code], lang, { at: f.at, found: f.found ?? "", expected: f.expected ?? "" });
}
