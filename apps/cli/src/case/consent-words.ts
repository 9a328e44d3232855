/** What `case consent`, `case withdraw`, `case window` and `case incident` say. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";

export const K = {
  faults: {
    es: (p: { path: string; list: string }) => `En ${p.path} hay que corregir esto:\n${p.list}`,
    en: (p: { path: string; list: string }) => `In ${p.path} this has to be mended:\n${p.list}`,
  },
  recorded: {
    es: (p: { id: string }) => `Anotamos el consentimiento ${p.id}.`,
    en: (p: { id: string }) => `Consent ${p.id} was written down.`,
  },
  letterHash: {
    es: (p: { hash: string }) => `Huella de la carta firmada: ${p.hash}`,
    en: (p: { hash: string }) => `Fingerprint of the signed letter: ${p.hash}`,
  },
  otherLetter: {
    es: "La huella que dice el consentimiento no es la de la carta que diste.",
    en: "The fingerprint that the consent states is not that of the letter that you gave.",
  },
  noLetter: {
    es: "Dice que se firmó, y no está la huella de la carta. Tómale foto y repite con --letter ARCHIVO.",
    en: "It says signed, and the fingerprint of the letter is missing. Take a photo of it and repeat with --letter FILE.",
  },
  mayRead: {
    es: (p: { list: string }) => `Se puede leer: ${p.list}.`,
    en: (p: { list: string }) => `May be read: ${p.list}.`,
  },
  all: { es: "todo lo que Contraluz sabe leer", en: "everything that Contraluz can read" },
  nothing: { es: "nada", en: "nothing" },
  mustGo: { es: "Esto ya no está permitido y tiene que irse:", en: "This is no longer allowed and has to go:" },
  withdrawn: {
    es: "Anotamos que la persona retiró su consentimiento. Desde ahora el caso no se revisa ni se comparte.",
    en: "It was written down that the person withdrew their consent. From now on the case is not checked or shared.",
  },
  removeAsk: {
    es: (p: { list: string }) => `Vamos a borrar del caso: ${p.list}. No hay vuelta atrás.\nEscribe «si» para seguir: `,
    en: (p: { list: string }) => `This removes from the case: ${p.list}. There is no way back.\nType “yes” to go on: `,
  },
  removed: {
    es: (p: { list: string }) =>
      `Borramos del caso: ${p.list}. Lo que un disco guarda de ellos sigue cifrado con la llave del caso hasta que la destruyas.`,
    en: (p: { list: string }) =>
      `Removed from the case: ${p.list}. What a disk keeps of them stays encrypted with the key of the case until you destroy it.`,
  },
  notRemoved: {
    es: (p: { list: string }) => `No borramos nada todavía: ${p.list}. Repite la orden con --yes.`,
    en: (p: { list: string }) => `Nothing was removed yet: ${p.list}. Repeat the command with --yes.`,
  },
  noConsent: {
    es: "En este caso no hay un consentimiento que retirar.",
    en: "In this case there is no consent to withdraw.",
  },
  wrote: { es: (p: { path: string }) => `Escribimos ${p.path}`, en: (p: { path: string }) => `Wrote ${p.path}` },
  print: {
    es: (p: { cmd: string }) =>
      `Imprímela dos veces, léanla juntos y fírmenla. Luego: ${p.cmd} case consent CASO ARCHIVO.json --letter FOTO`,
    en: (p: { cmd: string }) =>
      `Print it twice, read it together and sign it. Then: ${p.cmd} case consent CASE FILE.json --letter PHOTO`,
  },
  window: {
    es: (p: { from: string; to: string }) =>
      `Anotamos que el teléfono no estuvo con la persona: de ${p.from} a ${p.to}.`,
    en: (p: { from: string; to: string }) =>
      `It was written down that the phone was out of the person's hands: ${p.from} to ${p.to}.`,
  },
  windowAgain: {
    es: "Repite la revisión del caso para que lo tome en cuenta: case check.",
    en: "Check the case again so that it is taken into account: case check.",
  },
  added: {
    es: (p: { n: number }) =>
      `Se ${plural(p.n, "agregó", "agregaron")} ${count(p.n)} ${plural(p.n, "suceso", "sucesos")}.`,
    en: (p: { n: number }) => `${count(p.n)} ${plural(p.n, "event was", "events were")} added.`,
  },
  counts: {
    es: (p: { rows: number; refused: number; twice: number; same: number }) =>
      `Filas: ${count(p.rows)}. Sin lo necesario: ${count(p.refused)}. Repetidas: ${count(p.twice)}. Ya estaban: ${count(p.same)}.`,
    en: (p: { rows: number; refused: number; twice: number; same: number }) =>
      `Rows: ${count(p.rows)}. Without what is needed: ${count(p.refused)}. Twice: ${count(p.twice)}. Here already: ${count(p.same)}.`,
  },
  unused: {
    es: (p: { list: string }) => `Columnas que no se usaron: ${p.list}`,
    en: (p: { list: string }) => `Columns that were not used: ${p.list}`,
  },
  more: {
    es: (p: { n: number }) => `… y ${count(p.n)} más`,
    en: (p: { n: number }) => `… and ${count(p.n)} more`,
  },
} as const satisfies Record<string, Words<never>>;
