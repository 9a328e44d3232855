/** What refusals, groups and terms are called. es is the source. @module */
import { count, type Lang, plural, say, type Words } from "@contraluz/core";
import { isoWords } from "@contraluz/report/when.ts";
import type { Clause, DataGroup, Publication, Refusal, RefusalCode, Share } from "./types.ts";

export const GROUP_WORDS: Readonly<Record<DataGroup, Words>> = {
  system: {
    es: "Sistema: ajustes, perfiles, programas que corrieron, fallas y registros del teléfono",
    en: "System: settings, profiles, programs that ran, crashes and logs of the phone",
  },
  apps: {
    es: "Apps: cuáles hay, de dónde vinieron, sus permisos y su uso",
    en: "Apps: which there are, where they came from, their permissions and use",
  },
  accounts: {
    es: "Cuentas del teléfono y aparatos ligados a ellas",
    en: "Accounts of the phone and devices linked to them",
  },
  messages: {
    es: "Mensajes: SMS, iMessage y WhatsApp (quién, cuándo y enlaces)",
    en: "Messages: SMS, iMessage and WhatsApp (who, when and links)",
  },
  calls: { es: "Llamadas: quién, cuándo y cuánto", en: "Calls: who, when and how long" },
  people: {
    es: "Contactos, calendario y con quién te comunicas",
    en: "Contacts, calendar and whom you communicate with",
  },
  web: { es: "Páginas que se visitaron", en: "Pages that were visited" },
  places: {
    es: "Lugares: redes Wi-Fi conocidas y qué apps usaron tu ubicación",
    en: "Places: known Wi-Fi networks and which apps used your location",
  },
  files: { es: "Lista de archivos (nombres y fechas)", en: "List of files (names and dates)" },
  network: {
    es: "Red: con qué se conectó el teléfono y cuántos datos usó cada programa",
    en: "Network: what the phone connected with, and how much data each program used",
  },
  radio: { es: "Antenas de celular y aparatos Bluetooth cercanos", en: "Cell towers and Bluetooth devices nearby" },
  reports: { es: "Lo que dijo otra herramienta", en: "What another tool said" },
  documents: {
    es: "Documentos: papeles escaneados, PDF, correos y textos, con todo lo que dicen",
    en: "Documents: scanned papers, PDF, mail and texts, with all that they say",
  },
};

export const SHARE_WORDS: Readonly<Record<Share, Words>> = {
  result: { es: "el resultado", en: "the result" },
  dossier: { es: "el expediente", en: "the dossier" },
  pack: {
    es: "un paquete con archivos del teléfono y el resultado",
    en: "a pack with files of the phone and the result",
  },
  indicators: {
    es: "las señales publicadas que aparecieron, sin datos tuyos",
    en: "the published signs that showed, without data of yours",
  },
};

export const PUBLICATION_WORDS: Readonly<Record<Publication, Words>> = {
  named: { es: "Se puede publicar con mi nombre", en: "It may be published with my name" },
  anonymous: { es: "Se puede publicar sin decir quién soy", en: "It may be published without saying who I am" },
  none: { es: "No se publica", en: "It is not published" },
};

/** The number and name of a clause, as the letter has them. */
export const CLAUSE_WORDS: Readonly<Record<Exclude<Clause, "none">, Words>> = {
  purpose: { es: "1, Para qué", en: "1, What for" },
  data: { es: "2, Qué se lee", en: "2, What is read" },
  copies: { es: "3, Qué se guarda", en: "3, What is kept" },
  incidents: { es: "3, Qué se guarda", en: "3, What is kept" },
  compare: { es: "3, Qué se guarda", en: "3, What is kept" },
  recipients: { es: "4, Quién lo recibe", en: "4, Who receives it" },
  publication: { es: "5, Publicación", en: "5, Publication" },
  term: { es: "6, Hasta cuándo", en: "6, Until when" },
  stop: { es: "7, Puedes parar", en: "7, You can stop" },
};

type P = Refusal["params"];
const s = (v: string | number | undefined): string => String(v ?? "");

const REFUSALS: Readonly<Record<RefusalCode, Words<P & { readonly lang: Lang }>>> = {
  "no-consent": {
    es: "No hay consentimiento en este caso. Sin él no se lee ni se comparte nada.",
    en: "There is no consent in this case. Without it nothing is read or shared.",
  },
  "not-yet": {
    es: (p) => `El consentimiento empieza el ${isoWords(s(p.on), "es")}.`,
    en: (p) => `The consent begins on ${isoWords(s(p.on), "en")}.`,
  },
  withdrawn: {
    es: (p) => `La persona retiró su consentimiento el ${isoWords(s(p.on), "es")}.`,
    en: (p) => `The person withdrew their consent on ${isoWords(s(p.on), "en")}.`,
  },
  expired: {
    es: (p) => `El plazo del consentimiento terminó el ${isoWords(s(p.on), "es")}.`,
    en: (p) => `The term of the consent ended on ${isoWords(s(p.on), "en")}.`,
  },
  "not-allowed-artifact": {
    es: (p) => `La persona no permitió leer «${s(p.artifact)}».`,
    en: (p) => `The person did not allow “${s(p.artifact)}” to be read.`,
  },
  "not-allowed-content": {
    es: "La persona no permitió guardar el texto de sus mensajes y contactos.",
    en: "The person did not allow the text of their messages and contacts to be kept.",
  },
  "not-allowed-copies": {
    es: "La persona no permitió guardar una copia de su teléfono. Se guarda nada más su huella.",
    en: "The person did not allow a copy of their phone to be kept. Nothing but its fingerprint is kept.",
  },
  "not-allowed-incidents": {
    es: "La persona no permitió guardar lo que vio en el camino.",
    en: "The person did not allow what they saw on the way to be kept.",
  },
  "not-allowed-compare": {
    es: "La persona no permitió comparar su teléfono con los de otras personas.",
    en: "The person did not allow their phone to be compared with those of other people.",
  },
  "not-recipient": {
    es: (p) => `«${s(p.name)}» no está entre quienes la persona nombró para recibir algo.`,
    en: (p) => `“${s(p.name)}” is not among those whom the person named to receive something.`,
  },
  "not-this-recipient": {
    es: (p) => {
      const what = say(SHARE_WORDS[p.what as Share], "es");
      return p.name === "" ? `Nadie publica ${what}.` : `La persona no permitió que «${s(p.name)}» reciba ${what}.`;
    },
    en: (p) => {
      const what = say(SHARE_WORDS[p.what as Share], "en");
      return p.name === ""
        ? `Nobody publishes ${what}.`
        : `The person did not allow “${s(p.name)}” to receive ${what}.`;
    },
  },
  "not-published": {
    es: "La persona no permitió publicar nada.",
    en: "The person did not allow anything to be published.",
  },
  "not-named": {
    es: "La persona permitió publicar únicamente sin su nombre. Haz una edición anónima.",
    en: "The person only allowed publication without their name. Make an anonymous edition.",
  },
  "wider-check": {
    es: "Esa revisión leyó más de lo que la persona permite ahora.",
    en: "That check read more than the person allows now.",
  },
  "evidence-named": {
    es: "Una edición sin su nombre no lleva evidencia: ahí puede estar en cualquier archivo.",
    en: "An edition without their name holds no evidence: the name may stand in any file of it.",
  },
};

const RESTS: Words<{ readonly clause: string }> = {
  es: ({ clause }) => `Cláusula ${clause}.`,
  en: ({ clause }) => `Clause ${clause}.`,
};

/** Why not, and which clause says so. */
export function refusalWords(r: Refusal, lang: Lang): string {
  const why = say(REFUSALS[r.code], lang, { ...r.params, lang });
  return r.clause === "none" ? why : `${why} ${say(RESTS, lang, { clause: say(CLAUSE_WORDS[r.clause], lang) })}`;
}

export const TERM_WORDS = {
  none: { es: "No se acordó hasta cuándo guardar esto.", en: "It was not agreed until when this is kept." },
  left: {
    es: (p: { day: string; days: number }) =>
      `Se guarda hasta el ${p.day}: ${plural(p.days, "queda", "quedan")} ${count(p.days)} ${plural(p.days, "día", "días")}.`,
    en: (p: { day: string; days: number }) =>
      `It is kept until ${p.day}: ${count(p.days)} ${plural(p.days, "day", "days")} left.`,
  },
  over: {
    es: (p: { day: string }) =>
      `El plazo terminó el ${p.day}. Toca borrar, o dejar nada más lo que no dice quién es la persona.`,
    en: (p: { day: string }) =>
      `The term ended on ${p.day}. It is time to delete, or to leave only what does not say who the person is.`,
  },
} as const;
