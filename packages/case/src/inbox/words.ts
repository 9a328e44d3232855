/** What the inbox and the table of cases say. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";
import type { AsideReason, Outcome } from "./types.ts";

export const OUTCOME: Readonly<Record<Outcome, Words>> = {
  new: { es: "caso nuevo", en: "new case" },
  joined: { es: "se unió a un caso", en: "joined a case" },
  known: { es: "ya lo teníamos", en: "was here already" },
  waiting: { es: "faltan partes", en: "parts are missing" },
  aside: { es: "aparte: hay que verlo", en: "set aside: somebody must look" },
};

/** For whom a case waits. */
export const WAITING: Readonly<Record<"person" | "us" | "lab" | "none", Words>> = {
  person: { es: "la persona", en: "the person" },
  us: { es: "nosotros", en: "us" },
  lab: { es: "otro laboratorio", en: "another lab" },
  none: { es: "nadie", en: "nobody" },
};

export const ASIDE: Readonly<Record<AsideReason, Words>> = {
  "no-consent": {
    es: "Llegó sin consentimiento. Pídelo, o ponlo en la carpeta de su caso.",
    en: "It came without consent. Ask for it, or put it into the folder of its case.",
  },
  "consent-refuses": { es: "El consentimiento no lo permite.", en: "The consent does not allow it." },
  "other-consent": {
    es: "Trae un consentimiento distinto al del caso. Pregunta a la persona cuál vale y anótalo en el caso.",
    en: "It carries another consent than the case has. Ask the person which one holds, and record it in the case.",
  },
  "needs-secret": {
    es: "Está cifrado y falta su contraseña. Revísalo a mano.",
    en: "It is encrypted and its password is missing. Check it by hand.",
  },
  damaged: {
    es: "No está completo o alguien lo cambió. Pide que lo manden otra vez.",
    en: "It is not whole, or somebody changed it. Ask for it again.",
  },
  "other-key": {
    es: "Lo cifraron para otra llave. Pide que lo manden para la tuya.",
    en: "It was encrypted for another key. Ask for it again, for yours.",
  },
  "not-evidence": {
    es: "No es nada que sepamos revisar.",
    en: "It is nothing that we know how to check.",
  },
  "case-trouble": {
    es: "El caso al que pertenece está dañado u ocupado.",
    en: "The case that it belongs to is damaged or busy.",
  },
  failed: { es: "Algo falló al revisarlo.", en: "Something failed while it was checked." },
};

/** What comes next after a check that nobody watched. */
export const NEXT: Readonly<Record<"match" | "targeted" | "lead" | "none-found" | "unchecked" | "gaps", Words>> = {
  match: { es: "Ver los rastros con calma y llamar a la persona", en: "Look at the traces calmly and call the person" },
  targeted: { es: "Ver el intento y hablar con la persona", en: "Look at the attempt and talk to the person" },
  lead: { es: "Ver qué es lo que conviene revisar", en: "Look at what should be looked at" },
  "none-found": {
    es: "Avisar a la persona qué se revisó y qué no",
    en: "Tell the person what was checked and what was not",
  },
  gaps: {
    es: "Avisar qué se revisó; pedir lo que falta si hace falta",
    en: "Tell what was checked; ask for what is missing if it is needed",
  },
  unchecked: { es: "Pedir la evidencia otra vez", en: "Ask for the evidence again" },
};

export const TABLE = {
  case: { es: "Caso", en: "Case" },
  verdict: { es: "Resultado", en: "Result" },
  gaps: { es: "Huecos", en: "Gaps" },
  age: { es: "Días", en: "Days" },
  waiting: { es: "Espera", en: "Waits for" },
  next: { es: "Qué sigue", en: "Next" },
  none: { es: "sin revisar", en: "not checked" },
  empty: { es: "No hay casos en esta carpeta.", en: "There are no cases in this folder." },
  locked: { es: "no lo abre tu llave", en: "your key does not open it" },
  damaged: { es: "dañado", en: "damaged" },
  ended: {
    es: (p: { n: number }) => `Su plazo se acaba en ${count(p.n)} ${plural(p.n, "día", "días")}`,
    en: (p: { n: number }) => `Its term ends in ${count(p.n)} ${plural(p.n, "day", "days")}`,
  },
  over: { es: "Su plazo ya terminó: hay que borrarlo", en: "Its term is over: it must be deleted" },
  withdrawn: {
    es: "La persona retiró su consentimiento: hay que borrarlo",
    en: "The person withdrew: it must be deleted",
  },
  missing: {
    es: (p: { parts: string }) => `Faltan las partes ${p.parts}`,
    en: (p: { parts: string }) => `Parts ${p.parts} are missing`,
  },
} as const;
