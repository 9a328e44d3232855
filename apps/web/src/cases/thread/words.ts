/** What the thread of cases says where no room has the words. es is the source. @module */
import type { Fault } from "@contraluz/case/forms/fields.ts";
import { faultWords } from "@contraluz/case/forms/words.ts";
import { count, type Lang, plural, say, type Words } from "@contraluz/core";

export const DESK = {
  refused: { es: "No se puede, y es por el consentimiento.", en: "This cannot be done, because of the consent." },
  notAllowed: {
    es: "El navegador ya no deja escribir en esa carpeta. Elígela otra vez.",
    en: "The browser no longer lets this page write into that folder. Choose it again.",
  },
  noRoom: {
    es: "No cabe más en este navegador. Usa una carpeta de la computadora.",
    en: "There is no more room in this browser. Use a folder of the computer.",
  },
  failed: { es: "No se pudo hacer.", en: "It could not be done." },
  stopped: { es: "Lo paraste. No quedó nada a medias.", en: "You stopped it. Nothing was left half done." },
  noValue: {
    es: "Eso no es un dominio, una dirección, un correo, un teléfono ni una huella.",
    en: "That is no domain, address, mail, phone or hash.",
  },
  noCase: { es: "No hay ningún caso abierto.", en: "No case is open." },
  noKey: { es: "Falta la contraseña o la llave.", en: "The passphrase or the key is missing." },
  needKeyFile: {
    es: "Para recibir paquetes hace falta una llave: quien manda los cifra para ella.",
    en: "To receive packs a key is needed: whoever sends them encrypts them for it.",
  },
  noSigns: {
    es: (p: { name: string }) => `En la lista «${p.name.slice(0, 60)}» no hay ninguna señal que sepamos leer. Quítala.`,
    en: (p: { name: string }) =>
      `In the list “${p.name.slice(0, 60)}” there is no sign that we can read. Take it away.`,
  },
  badSigns: {
    es: (p: { n: number }) =>
      `Las listas de señales tienen ${count(p.n)} ${plural(p.n, "línea dañada", "líneas dañadas")}. Media lista no es una lista: consigue otra vez el archivo.`,
    en: (p: { n: number }) =>
      `The lists of signs have ${count(p.n)} damaged ${plural(p.n, "line", "lines")}. Half a list is no list: get the file again.`,
  },
  notTheSame: { es: "Las dos contraseñas no son iguales.", en: "The two passphrases differ." },
  nothingToCheck: {
    es: "El caso no guarda una copia que revisar. Elige el archivo otra vez.",
    en: "The case holds no copy to check. Choose the file again.",
  },
  noRecipient: {
    es: "Falta la llave pública de quien lo recibe. Empieza con age1.",
    en: "The public key of who receives it is missing. It begins with age1.",
  },
  noWhom: { es: "Falta decir para quién es.", en: "Say whom it is for." },
  notADossier: { es: "Eso no es un expediente.", en: "That is no dossier." },
  notACase: { es: "Eso no es la copia de un caso.", en: "That is no copy of a case." },
  hereAlready: { es: "Ese caso ya está aquí.", en: "That case is here already." },
  badPublicKey: {
    es: "Una de las llaves no es de minisign, de SSH ni un certificado.",
    en: "One of the keys is none of minisign or SSH, and no certificate.",
  },
  otherLetter: {
    es: "La huella que dice el consentimiento no es la de la carta que diste.",
    en: "The fingerprint that the consent states is not that of the letter that you gave.",
  },
  mustGo: { es: "Esto ya no está permitido y tiene que irse:", en: "This is no longer allowed and has to go:" },
  purge: {
    es: "Todo el caso, con su llave primero (abajo: «Borrar el caso»)",
    en: "The whole case, its key first (below: “Delete the case”)",
  },
  again: {
    es: "Revisa otra vez para que lo tome en cuenta.",
    en: "Check again so that it is taken into account.",
  },
  rowsAdded: {
    es: (p: { n: number }) =>
      `Se ${plural(p.n, "agregó", "agregaron")} ${count(p.n)} ${plural(p.n, "suceso", "sucesos")}.`,
    en: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "event was", "events were")} added.`,
  },
  rowFaults: {
    es: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "fila tiene", "filas tienen")} algo que corregir.`,
    en: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "row has", "rows have")} something to mend.`,
  },
  storyEmpty: {
    es: "Al relato le falta su título o alguna frase.",
    en: "The story lacks its title or any sentence.",
  },
  storyBare: {
    es: (p: { n: number }) => `La frase ${p.n} no dice en qué se apoya. Elige un registro o un hallazgo.`,
    en: (p: { n: number }) => `Sentence ${p.n} does not say what it rests on. Choose a record or a finding.`,
  },
  storyWordless: {
    es: (p: { n: number }) => `La frase ${p.n} no tiene palabras.`,
    en: (p: { n: number }) => `Sentence ${p.n} has no words.`,
  },
  storyMissing: {
    es: (p: { n: number; cite: string }) => `La frase ${p.n} se apoya en ${p.cite}, que no está en el caso.`,
    en: (p: { n: number; cite: string }) => `Sentence ${p.n} rests on ${p.cite}, which is not in the case.`,
  },
  storyLong: {
    es: (p: { n: number }) => `La frase ${p.n} es muy larga, o se apoya en demasiado.`,
    en: (p: { n: number }) => `Sentence ${p.n} is too long, or rests on too much.`,
  },
  badLabel: {
    es: (p: { found: string }) =>
      `«${p.found.slice(0, 80)}» no nombra un registro. Su nombre está abajo de él en la línea de tiempo.`,
    en: (p: { found: string }) =>
      `“${p.found.slice(0, 80)}” names no record. Its name stands below it on the timeline.`,
  },
  unmet: {
    es: "No se hizo: esto se iba a reservar y no está en el caso.",
    en: "Nothing was made: this was to be withheld and is not in the case.",
  },
  dossierFails: {
    es: "Ese expediente ya no es como se hizo. No se firma ni se sella.",
    en: "That dossier is not as it was made. It is not signed and not stamped.",
  },
  badProofLabel: {
    es: "El nombre corto lleva letras sin acento, números, - y _. Nada más.",
    en: "The short name has letters, digits, - and _. Nothing else.",
  },
  labelTaken: {
    es: "El expediente ya tiene otra firma o sello con ese nombre corto. Usa otro.",
    en: "The dossier has another signature or stamp by that short name. Use another.",
  },
  tooLarge: { es: "Ese archivo es demasiado grande.", en: "That file is too large." },
  badSignature: {
    es: "Esa firma no es de este expediente. Si es de minisign, falta la llave pública.",
    en: "That signature is not of this dossier. If it is by minisign, the public key is missing.",
  },
  noCertificate: {
    es: "Ahí no hay ningún certificado (PEM) que sepamos leer.",
    en: "There is no certificate (PEM) that we can read.",
  },
  signed: { es: "La firma está puesta.", en: "The signature is in it." },
  badStamp: { es: "Esa respuesta no sirve.", en: "That answer does not hold." },
  stamped: {
    es: (p: { time: string; authority: string }) =>
      `El sello está puesto: existía antes de ${p.time} UTC. Lo dice ${p.authority.slice(0, 200)}.`,
    en: (p: { time: string; authority: string }) =>
      `The stamp is in it: it existed before ${p.time} UTC. ${p.authority.slice(0, 200)} says so.`,
  },
  stampUntrusted: {
    es: "Falta el certificado de la autoridad, de su propio sitio. Guárdalo: hará falta en unos años.",
    en: "The certificate of the authority, from its own site, is missing. Keep it: it will be needed years from now.",
  },
  stampSecond: {
    es: "Pide otro sello a una autoridad distinta, con otro nombre corto.",
    en: "Ask another authority for a second stamp, by another short name.",
  },
  badTag: { es: "La etiqueta está vacía o es muy larga.", en: "The tag is empty or too long." },
} as const satisfies Record<string, Words<never>>;

/** What the forms of the page call fields that a reader names by their place. */
const FIELDS: Readonly<Record<string, Words>> = {
  "person.label": { es: "Cómo la llama el caso", en: "What the case calls them" },
  "person.name": { es: "Su nombre", en: "Their name" },
  organisation: { es: "Quién la ayuda", en: "Who helps them" },
  purpose: { es: "Para qué se revisa", en: "What the check is for" },
  artifacts: { es: "Qué se puede leer", en: "What may be read" },
  recipients: { es: "Quién recibe algo", en: "Who receives something" },
  keepUntil: { es: "Hasta cuándo se guarda", en: "Until when it is kept" },
  "given.on": { es: "Día en que dio su permiso", en: "Day on which they gave it" },
  from: { es: "Cuándo", en: "When" },
  "place.name": { es: "Lugar", en: "Place" },
  "place.lat": { es: "Latitud", en: "Latitude" },
  "place.lon": { es: "Longitud", en: "Longitude" },
  "place.within": { es: "A cuántos metros puede estar", en: "How many metres off it may be" },
  what: { es: "Qué pasó", en: "What happened" },
  source: { es: "Quién lo cuenta", en: "Who tells it" },
};

/** What is wrong with a form, by the names that its fields have on the page. */
export function faultsOf(faults: readonly Fault[], lang: Lang): readonly string[] {
  return faults.map((f) => {
    const name = Object.hasOwn(FIELDS, f.at) ? FIELDS[f.at] : undefined;
    return faultWords(name ? { ...f, at: say(name, lang) } : f, lang);
  });
}
