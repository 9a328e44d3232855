/** Words of a dossier. es is the source. @module */
import { count, type Lang, plural, type Words } from "@contraluz/core";
import type { VerifyCode, VerifyWhy } from "./verify-types.ts";

interface Missing {
  readonly records: number;
  readonly findings: number;
}

/** What a report of an edition that withholds says first. */
export const NOTICE: Readonly<Record<Lang, (p: Missing) => string>> = {
  es: (p) =>
    p.records + p.findings === 0
      ? "En esta edición no se dice de quién es el teléfono."
      : `Esta es una edición con partes reservadas: no muestra ${count(p.records)} ${plural(p.records, "registro", "registros")} ni ${count(p.findings)} ${plural(p.findings, "hallazgo", "hallazgos")}. De cada uno queda una huella en data/commitments.txt.`,
  en: (p) =>
    p.records + p.findings === 0
      ? "This edition does not say whose phone it is."
      : `This is an edition with parts withheld: it does not show ${count(p.records)} ${plural(p.records, "record", "records")} and ${count(p.findings)} ${plural(p.findings, "finding", "findings")}. Of each one a hash stands in data/commitments.txt.`,
};

type Said = Words<{ readonly n: number; readonly names: string }>;

const s = (p: { readonly n: number }, one: string, other: string): string => plural(p.n, one, other);

/** What holds. */
export const HOLDS: Readonly<Record<VerifyCode, Words>> = {
  form: { es: "Tiene la forma de un expediente.", en: "It has the form of a dossier." },
  "tag-files": { es: "Las listas son las que se hicieron.", en: "The lists are those that were made." },
  payload: { es: "Cada archivo es el que dicen las listas.", en: "Each file is the one that the lists name." },
  missing: { es: "No falta ningún archivo.", en: "No file is missing." },
  added: { es: "No hay archivos de más.", en: "No file was added." },
  oxum: { es: "El tamaño y el número de archivos son los anotados.", en: "Size and number of files are as noted." },
  records: {
    es: "Cada registro y hallazgo que se muestra es el que se anotó.",
    en: "Each record and finding that is shown is the one that was noted.",
  },
  results: {
    es: "Los resultados dicen lo mismo que sus registros y hallazgos.",
    en: "The results say the same as their records and findings.",
  },
  custody: { es: "El registro de custodia es una sola cadena.", en: "The custody log is one chain." },
  "custody-data": {
    es: "Lo que se muestra del registro de custodia es lo que se anotó.",
    en: "What is shown of the custody log is what was noted.",
  },
  "full-edition": {
    es: "Viene de la edición completa que diste.",
    en: "It comes from the full edition that you gave.",
  },
  signature: { es: "La firma es de una llave que diste", en: "The signature is by a key that you gave" },
  timestamp: { es: "El sello es de una autoridad que diste", en: "The stamp is by an authority that you gave" },
  "other-proof": { es: "Otro archivo en proofs/", en: "Another file in proofs/" },
};

/** What fails. */
export const FAILS: Readonly<Record<VerifyCode, Said>> = {
  form: {
    es: (p) => `No tiene la forma de un expediente: ${p.names}`,
    en: (p) => `It has not the form of a dossier: ${p.names}`,
  },
  "tag-files": { es: (p) => `Una lista cambió: ${p.names}`, en: (p) => `A list was changed: ${p.names}` },
  payload: {
    es: (p) => `${s(p, "Un archivo cambió", `Cambiaron ${count(p.n)} archivos`)} desde que se hizo: ${p.names}`,
    en: (p) => `${s(p, "A file was changed", `${count(p.n)} files were changed`)} since it was made: ${p.names}`,
  },
  missing: { es: (p) => `Falta: ${p.names}`, en: (p) => `Missing: ${p.names}` },
  added: { es: (p) => `Está de más; nadie lo anotó: ${p.names}`, en: (p) => `Added; nobody noted it: ${p.names}` },
  oxum: {
    es: () => "El tamaño o el número de archivos no es el anotado.",
    en: () => "Size or number of files are not as noted.",
  },
  records: {
    es: (p) => `No es lo que se anotó: ${p.names}`,
    en: (p) => `Not what was noted: ${p.names}`,
  },
  results: {
    es: (p) => `Un resultado no dice lo mismo que sus registros o hallazgos: ${p.names}`,
    en: (p) => `A result does not say the same as its records or findings: ${p.names}`,
  },
  custody: {
    es: (p) => `La cadena de custodia se rompe en: ${p.names}`,
    en: (p) => `The custody chain breaks at: ${p.names}`,
  },
  "custody-data": {
    es: (p) => `Un dato no es el que anotó el registro de custodia: ${p.names}`,
    en: (p) => `Data is not what the custody log noted: ${p.names}`,
  },
  "full-edition": {
    es: () => "No viene de la edición completa que diste.",
    en: () => "It does not come from the full edition that you gave.",
  },
  signature: { es: (p) => `La firma no vale: ${p.names}`, en: (p) => `The signature does not hold: ${p.names}` },
  timestamp: {
    es: (p) => `El sello de hora no vale: ${p.names}`,
    en: (p) => `The timestamp does not hold: ${p.names}`,
  },
  "other-proof": { es: (p) => p.names, en: (p) => p.names },
};

/** Why something fails, or cannot be known. */
export const WHY: Readonly<Record<VerifyWhy, Words>> = {
  "key-not-given": {
    es: "La firma corresponde a la llave que viene adentro. Falta saber de quién es: pídela al laboratorio y agrega --key.",
    en: "The signature fits the key that came inside. Whose key it is, is not known: ask the lab for it and add --key.",
  },
  "no-key": {
    es: "No viene la llave de esta firma. Pídela a quien firmó y agrega --key.",
    en: "The key of this signature did not come along. Ask the signer for it and add --key.",
  },
  "key-differs": {
    es: "La llave que viene adentro no es la que firmó.",
    en: "The key that came inside is not the one that signed.",
  },
  "bad-signature": { es: "No es una firma de estas listas.", en: "It is not a signature of these lists." },
  unreadable: { es: "No se puede leer.", en: "It cannot be read." },
  "authority-not-given": {
    es: "El sello es coherente. Falta saber si la autoridad es quien dice: pide su certificado en su sitio y agrega --ca.",
    en: "The stamp is coherent. Whether the authority is who it says is not known: get its certificate from its site and add --ca.",
  },
  "no-signature": {
    es: "No está firmado. No se puede saber quién lo hizo, y quien lo cambie puede rehacer las listas.",
    en: "It is not signed. Who made it cannot be known, and who changes it can make the lists anew.",
  },
  "no-timestamp": {
    es: "No tiene sello de hora. No se puede saber desde cuándo existe.",
    en: "It has no timestamp. Since when it exists cannot be known.",
  },
  "one-authority": { es: "Tiene el sello de una sola autoridad.", en: "It has the stamp of one authority alone." },
  "no-log": { es: "No trae registro de custodia.", en: "It carries no custody log." },
  "not-ours": {
    es: "Hay algo en proofs/ que ninguna orden lee.",
    en: "There is something in proofs/ that no command reads.",
  },
  "full-not-given": {
    es: "Es una edición con partes reservadas. Con la completa se puede comparar: agrega --full.",
    en: "It is an edition with parts withheld. With the full one it can be compared: add --full.",
  },
  clock: {
    es: "En el registro de custodia una hora va hacia atrás. Puede ser el reloj de un equipo.",
    en: "In the custody log a time runs backwards. It may be the clock of a machine.",
  },
  refused: { es: "La autoridad no dio un sello.", en: "The authority gave no stamp." },
  "other-content": { es: "Es de otros archivos.", en: "It is of other files." },
  "other-question": {
    es: "No responde a la pregunta que viene con él.",
    en: "It does not answer the question that came with it.",
  },
  attributes: {
    es: "Lo firmado no corresponde a la hora o al certificado.",
    en: "What was signed does not fit the time or the certificate.",
  },
  "no-certificate": {
    es: "No viene el certificado de la autoridad.",
    en: "The certificate of the authority did not come along.",
  },
  signature: { es: "La firma de la autoridad no corresponde.", en: "The signature of the authority does not fit." },
  "not-for-times": { es: "El certificado no es para sellar horas.", en: "The certificate is not for stamping times." },
  expired: { es: "El certificado no estaba vigente a esa hora.", en: "The certificate was not valid at that time." },
  unsupported: {
    es: "Usa una clave o una regla que no sabemos juzgar.",
    en: "It uses a key or a rule that we cannot judge.",
  },
};

/** Heads and single lines. */
export const V = {
  holds: { es: "Todo lo que se pudo comprobar es correcto.", en: "All that could be checked holds." },
  unproven: {
    es: "Los archivos concuerdan entre sí. Falta la firma o el sello de alguien que conozcas, para saber quién lo hizo o desde cuándo existe.",
    en: "The files agree with one another. A signature or a stamp of somebody you know is missing: it would say who made it, or since when it exists.",
  },
  fails: {
    es: "Algo no es como se hizo. No lo uses antes de aclararlo.",
    en: "Something is not as it was made. Do not use it before that is cleared up.",
  },
  title: { es: "Expediente", en: "Dossier" },
  full: { es: "Edición completa", en: "Full edition" },
  redacted: { es: "Edición con partes reservadas", en: "Edition with parts withheld" },
  noLicence: {
    es: "Sin permiso general: pregunta a quien te lo dio.",
    en: "No general permission: ask whoever gave it to you.",
  },
  unknown: { es: "Edición desconocida", en: "Unknown edition" },
  size: {
    es: (p: { files: string; bytes: string }) => `${p.files} archivos, ${p.bytes} bytes`,
    en: (p: { files: string; bytes: string }) => `${p.files} files, ${p.bytes} bytes`,
  },
  shown: {
    es: (p: { shown: string; all: string }) => `Muestra ${p.shown} de ${p.all} registros y hallazgos`,
    en: (p: { shown: string; all: string }) => `Shows ${p.shown} of ${p.all} records and findings`,
  },
  holdsHead: { es: "Correcto", en: "Holds" },
  failsHead: { es: "No es correcto", en: "Fails" },
  unknownHead: { es: "No se puede saber", en: "Cannot be known" },
  attestedHead: { es: "Lo que atestiguan las firmas y los sellos", en: "What signatures and stamps attest" },
  signed: {
    es: (p: { label: string; key: string }) => `Firma «${p.label}»: llave ${p.key}`,
    en: (p: { label: string; key: string }) => `Signature “${p.label}”: key ${p.key}`,
  },
  stamped: {
    es: (p: { label: string; time: string; authority: string }) =>
      `Sello «${p.label}»: existía antes del ${p.time} (UTC), según ${p.authority}`,
    en: (p: { label: string; time: string; authority: string }) =>
      `Stamp “${p.label}”: it existed before ${p.time} (UTC), says ${p.authority}`,
  },
  notGiven: {
    es: "(no lo diste: puede haberlo hecho cualquiera)",
    en: "(you did not give it: anybody may have made it)",
  },
  list: {
    es: (p: { sum: string }) => `Huella de la lista firmada (tagmanifest-sha256.txt): ${p.sum}`,
    en: (p: { sum: string }) => `Hash of the signed list (tagmanifest-sha256.txt): ${p.sum}`,
  },
  limits: {
    es: "Esto no prueba que lo dicho sea verdad, ni qué pasó antes de que la evidencia llegara al caso. Ver VERIFICAR.md.",
    en: "This does not prove that what is said is true, nor what happened before the evidence came to the case. See VERIFY.md.",
  },
} as const;
