/** What the page and the terminal both say. `es` is the source. @module */
import { count, type Finding, type Lang, type Level, plural } from "@contraluz/core";
import { SECOND_HAND_RULES } from "@contraluz/detection/verdict.ts";

export interface ReportWords {
  readonly found: string;
  readonly seen: string;
  readonly places: (read: number, total: number, partly: number) => string;
  readonly allDark: string;
  readonly allEmpty: string;
  readonly noPlaces: string;
  readonly secondHand: string;
  /** In place of a level, for what another tool said. */
  readonly saidByOthers: string;
  readonly othersSaid: string;
  readonly recordsRun: (span: string) => string;
  readonly recordsOf: (day: string) => string;
  readonly noDates: string;
  readonly darkNotSeen: string;
  readonly allRead: string;
  readonly rulesLess: (n: number) => string;
  readonly means: string;
  readonly otherwise: string;
  readonly next: string;
  readonly call: string;
  readonly notLinks: string;
  readonly level: Readonly<Record<Level, string>>;
  readonly subject: string;
  readonly times: (n: number) => string;
  readonly custody: string;
  readonly others: (n: number) => string;
  readonly othersInReport: (n: number) => string;
  readonly maybe: string;
  readonly todo: string;
  readonly ifKnown: string;
  readonly noPassword: string;
  readonly noResult: string;
  readonly whoSees: string;
  readonly toExplain: string;
  readonly reportAt: string;
  readonly folderAt: string;
  readonly notedCount: (n: number) => string;
  readonly noSuchFinding: string;
  readonly why: string;
}

const es: ReportWords = {
  found: "Qué encontramos",
  seen: "Qué pudimos ver",
  places: (read, total, partly): string =>
    `${count(read)} de ${count(total)} ${plural(total, "lugar", "lugares")}${partly > 0 ? `, y ${count(partly)} en parte` : ""}`,
  allDark: "Todo quedó a oscuras.",
  noPlaces: "Ningún lugar del celular",
  othersSaid: "Otra herramienta dio avisos que no comprobamos. Están en el informe.",
  saidByOthers: "Lo dijo otra herramienta",
  secondHand: "Del celular no vimos nada: lo que hay aquí lo dijo otra herramienta, y no pudimos comprobarlo.",
  allEmpty: "En los lugares que abrimos no había registros.",
  recordsRun: (span): string => `Los registros que leímos van ${span}.`,
  recordsOf: (day): string => `Los registros que leímos son del ${day}.`,
  noDates: "Los registros que leímos no tienen fecha.",
  darkNotSeen: "Lo que está oscuro no lo pudimos ver.",
  allRead: "Leímos todos los lugares que sabemos leer.",
  rulesLess: (n): string => `${count(n)} ${plural(n, "regla no se aplicó entera", "reglas no se aplicaron enteras")}.`,
  means: "Qué significa",
  otherwise: "Qué otra cosa podría ser",
  next: "Qué hacer ahora",
  call: "A quién llamar",
  notLinks: "No son enlaces a propósito: cópialos en otro aparato, uno que no sea el teléfono revisado.",
  level: {
    match: "Coincide",
    targeted: "Intento dirigido a ti",
    lead: "Por revisar",
    ask: "Pregunta para ti",
    info: "Visto, y no es señal de ataque",
  },
  subject: "Se trata de",
  times: (n): string => (n === 1 ? "una vez" : `${count(n)} veces`),
  custody: "Fue mientras el teléfono no estaba contigo.",
  others: (n): string => `y ${count(n)} más`,
  othersInReport: (n): string => `Y ${count(n)} más: están en el informe.`,
  maybe: "Podría ser otra cosa",
  todo: "Qué hacer",
  ifKnown: "Si conoces alguno, dilo así, con su nombre o su identificador:",
  noPassword: "Este respaldo no tiene contraseña. Uno con contraseña muestra más.",
  noResult: "Esto no es un resultado. No dice nada del teléfono: ni bueno ni malo.",
  whoSees: "Junto a él está todo lo leído. Quien use este equipo puede verlo. Para borrarlo todo:",
  toExplain: "Para ver de dónde sale un hallazgo, con su número:",
  reportAt: "El informe para leer",
  folderAt: "Junto a él está todo lo leído. Quien use este equipo puede verlo:",
  notedCount: (n): string =>
    n === 1
      ? "Además anotamos una cosa que no es señal de ataque. Está en el informe."
      : `Además anotamos ${count(n)} cosas que no son señal de ataque. Están en el informe.`,
  noSuchFinding: "No hay un hallazgo con ese número.",
  why: "Por qué",
};

const en: ReportWords = {
  found: "What we found",
  seen: "What we could see",
  places: (read, total, partly): string =>
    `${count(read)} of ${count(total)} ${plural(total, "place", "places")}${partly > 0 ? `, and ${count(partly)} partly` : ""}`,
  allDark: "All stayed dark.",
  noPlaces: "No place of the phone",
  othersSaid: "Another tool gave alerts that we did not check. They are in the report.",
  saidByOthers: "Another tool said so",
  secondHand: "Of the phone we saw nothing: here is only what another tool said, and we could not check it.",
  allEmpty: "The places we opened held no records.",
  recordsRun: (span): string => `The records we read run ${span}.`,
  recordsOf: (day): string => `The records we read are from ${day}.`,
  noDates: "The records we read have no date.",
  darkNotSeen: "What is dark we could not see.",
  allRead: "We read all the places that we know how to read.",
  rulesLess: (n): string => `${count(n)} ${plural(n, "rule was", "rules were")} not applied in full.`,
  means: "What it means",
  otherwise: "What else it could be",
  next: "What to do now",
  call: "Whom to call",
  notLinks: "These are not links on purpose: type them on another device, not on the phone that was checked.",
  level: {
    match: "Match",
    targeted: "Attempt against you",
    lead: "Worth a look",
    ask: "Question for you",
    info: "Seen, and not a sign of attack",
  },
  subject: "It is about",
  times: (n): string => (n === 1 ? "once" : `${count(n)} times`),
  custody: "It was while the phone was not with you.",
  others: (n): string => `and ${count(n)} more`,
  othersInReport: (n): string => `And ${count(n)} more: they are in the report.`,
  maybe: "It may be something else",
  todo: "What to do",
  ifKnown: "If you know one of them, say so like this, with its name or identifier:",
  noPassword: "This backup has no password. One with a password shows more.",
  noResult: "This is not a result. It says nothing about the phone: neither good nor bad.",
  whoSees: "Beside it is all that was read. Whoever uses this computer can see it. To remove it all:",
  toExplain: "To see where a finding comes from, by its number:",
  reportAt: "The report to read",
  folderAt: "Beside it is all that was read. Whoever uses this computer can see it:",
  notedCount: (n): string =>
    n === 1
      ? "We also noted one thing that is not a sign of attack. It is in the report."
      : `We also noted ${count(n)} things that are not a sign of attack. They are in the report.`,
  noSuchFinding: "There is no finding with that number.",
  why: "Why",
};

/** The level of a finding in words; what another tool said has none of ours. */
export function levelWords(f: Pick<Finding, "level" | "rule">, lang: Lang): string {
  const w = SAY[lang];
  return f.rule !== null && SECOND_HAND_RULES.has(f.rule) ? w.saidByOthers : w.level[f.level];
}

export const SAY: Readonly<Record<Lang, ReportWords>> = { es, en };
