/** What `contraluz case review`, `tag`, `known`, `story` and `recheck` say. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";

interface Line {
  readonly line: string;
}

export const R = {
  noFindings: { es: "Esta revisión no tiene hallazgos.", en: "This check has no findings." },
  how: {
    es: (p: Line) => `Para decidir sobre uno: ${p.line}`,
    en: (p: Line) => `To decide about one: ${p.line}`,
  },
  carried: {
    es: (p: { n: number; of: string }) =>
      `${count(p.n)} ${plural(p.n, "decisión pasó", "decisiones pasaron")} de la revisión ${p.of}: el mismo hallazgo, sobre los mismos registros.`,
    en: (p: { n: number; of: string }) =>
      `${count(p.n)} ${plural(p.n, "decision was", "decisions were")} carried over from check ${p.of}: the same finding, on the same records.`,
  },
  lookAgain: {
    es: (p: { n: number; cmd: string; folder: string; check: string }) =>
      `${count(p.n)} ${plural(p.n, "hallazgo que alguien había decidido cambió", "hallazgos que alguien había decidido cambiaron")}: hay que ver otra vez. Cuáles: ${p.cmd} case review ${p.folder} --check ${p.check}`,
    en: (p: { n: number; cmd: string; folder: string; check: string }) =>
      `${count(p.n)} ${plural(p.n, "finding that somebody had decided about has", "findings that somebody had decided about have")} changed: look again. Which: ${p.cmd} case review ${p.folder} --check ${p.check}`,
  },
  gone: {
    es: (p: { n: number }) =>
      `${count(p.n)} ${plural(p.n, "hallazgo que alguien había decidido ya no sale", "hallazgos que alguien había decidido ya no salen")} con estas señales.`,
    en: (p: { n: number }) =>
      `${count(p.n)} ${plural(p.n, "finding that somebody had decided about does", "findings that somebody had decided about do")} not come up with these signs any more.`,
  },
  disputed: { es: "dos personas no están de acuerdo", en: "two people do not agree" },
  noFinding: {
    es: (p: { id: string }) => `Esa revisión no tiene un hallazgo «${p.id}».`,
    en: (p: { id: string }) => `That check has no finding “${p.id}”.`,
  },
  badDecision: {
    es: (p: { found: string }) => `«${p.found}» no es una decisión. Se escribe confirm, dismiss o ask.`,
    en: (p: { found: string }) => `“${p.found}” is no decision. Write confirm, dismiss or ask.`,
  },
  badCite: {
    es: (p: { found: string }) =>
      `«${p.found}» no nombra ningún registro ni hallazgo. Un registro se escribe 0001/ios/sms/4; un hallazgo, 0001/ y su número.`,
    en: (p: { found: string }) =>
      `“${p.found}” names no record and no finding. A record is written 0001/ios/sms/4; a finding, 0001/ and its number.`,
  },
  badTag: { es: "Una etiqueta tiene de 1 a 40 letras.", en: "A tag has 1 to 40 letters." },
  tagged: {
    es: (p: { tag: string; n: number }) =>
      `${count(p.n)} ${plural(p.n, "lugar tiene", "lugares tienen")} la etiqueta «${p.tag}».`,
    en: (p: { tag: string; n: number }) =>
      `${count(p.n)} ${plural(p.n, "place has", "places have")} the tag “${p.tag}”.`,
  },
  noTags: { es: "El caso no tiene etiquetas.", en: "The case has no tags." },
  noStories: { es: "El caso no tiene relatos.", en: "The case has no stories." },
  noStory: {
    es: (p: { id: string }) => `No hay un relato «${p.id}» en este caso.`,
    en: (p: { id: string }) => `There is no story “${p.id}” in this case.`,
  },
  storyEmpty: {
    es: "Al relato le falta su título (# Título) o alguna frase.",
    en: "The story lacks its title (# Title) or any sentence.",
  },
  storyBare: {
    es: (p: { n: number }) => `La frase ${p.n} no cita nada. Pon entre corchetes en qué se apoya: [0001/ios/sms/4].`,
    en: (p: { n: number }) => `Sentence ${p.n} cites nothing. Put in brackets what it rests on: [0001/ios/sms/4].`,
  },
  storyMissing: {
    es: (p: { n: number; cite: string }) => `La frase ${p.n} cita ${p.cite}, que no está en el caso.`,
    en: (p: { n: number; cite: string }) => `Sentence ${p.n} cites ${p.cite}, which is not in the case.`,
  },
  storyLong: {
    es: (p: { n: number }) => `La frase ${p.n} es demasiado larga o cita demasiado.`,
    en: (p: { n: number }) => `Sentence ${p.n} is too long or cites too much.`,
  },
  told: {
    es: (p: { id: string; n: number }) =>
      `El relato ${p.id} quedó en el caso: ${count(p.n)} ${plural(p.n, "frase", "frases")}.`,
    en: (p: { id: string; n: number }) =>
      `Story ${p.id} is in the case: ${count(p.n)} ${plural(p.n, "sentence", "sentences")}.`,
  },
  rechecked: {
    es: (p: { of: string; check: string; folder: string; cmd: string }) =>
      `Comparamos la revisión ${p.of} con las señales de hoy: es la revisión ${p.check}. Qué cambió: ${p.cmd} compare ${p.folder}@${Number(p.of)} ${p.folder}@${Number(p.check)}`,
    en: (p: { of: string; check: string; folder: string; cmd: string }) =>
      `Check ${p.of} was compared with the signs of today: it is check ${p.check}. What changed: ${p.cmd} compare ${p.folder}@${Number(p.of)} ${p.folder}@${Number(p.check)}`,
  },
  nothingToRecheck: { es: "El caso no tiene ninguna revisión.", en: "The case has no check." },
} as const satisfies Record<string, Words<never>>;
