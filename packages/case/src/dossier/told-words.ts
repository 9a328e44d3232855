/** Words of the pages of a dossier. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";

export const TOLD: {
  readonly timeline: Words;
  readonly timelineIntro: Words;
  readonly left: Words<{ n: number }>;
  readonly leftRows: Words<{ n: number }>;
  readonly rowsToo: Words;
  readonly rows: Readonly<Record<"claim" | "act" | "link" | "document", Words>>;
  readonly undated: Words;
  readonly when: Words;
  readonly what: Words;
  readonly why: Words;
  readonly story: Words;
  readonly tag: Words;
  readonly incident: Words;
  readonly log: Words;
  readonly clock: Words<{ seconds: number; why: string }>;
  readonly stories: Words;
  readonly foot: Words;
} = {
  timeline: { es: "Línea de tiempo del caso", en: "Timeline of the case" },
  timelineIntro: {
    es: "Están los registros que cita un hallazgo o un relato, o que alguien etiquetó, lo que la gente vio y la bitácora. Las horas van en UTC. Debajo de cada registro está su nombre en commitments.txt.",
    en: "Here are the records that a finding or a story cites, or that somebody tagged, what people saw, and the log. Times are in UTC. Below each record stands its name in commitments.txt.",
  },
  left: {
    es: (p) =>
      `No ${plural(p.n, "cupo", "cupieron")} ${count(p.n)} ${plural(p.n, "registro", "registros")}. Están en checks/ y en export/timesketch.jsonl.`,
    en: (p) =>
      `${count(p.n)} ${plural(p.n, "record is", "records are")} not on this page. They are in checks/ and in export/timesketch.jsonl.`,
  },
  leftRows: {
    es: (p) => `No ${plural(p.n, "cupo", "cupieron")} ${count(p.n)} más de documentos o del libro. Están en export/.`,
    en: (p) =>
      `${count(p.n)} more of documents or of the ledger ${plural(p.n, "is", "are")} not on this page. See export/.`,
  },
  rowsToo: {
    es: "También van promesas y actos, o páginas de documentos. Un día sin zona no tiene lugar entre las horas: va al final.",
    en: "Promises and acts, or pages of documents, are here too. A day without a zone has no place among the hours: it stands at the end.",
  },
  rows: {
    claim: { es: "Lo que se dijo en público", en: "What was said in public" },
    act: { es: "Un acto", en: "An act" },
    link: { es: "Quien revisó un acto y una promesa", en: "Who reviewed an act and a promise" },
    document: { es: "Página de un documento, leída por una máquina", en: "Page of a document, read by a machine" },
  },
  undated: { es: "Sin lugar en el tiempo", en: "Without a place in time" },
  when: { es: "Cuándo", en: "When" },
  what: { es: "Qué", en: "What" },
  why: { es: "Por qué está aquí", en: "Why it is here" },
  story: { es: "Relato", en: "Story" },
  tag: { es: "Etiqueta", en: "Tag" },
  incident: { es: "Lo que la gente vio", en: "What people saw" },
  log: { es: "Bitácora", en: "Log" },
  clock: {
    es: (p) => `Reloj corregido ${count(p.seconds)} segundos: ${p.why}`,
    en: (p) => `Clock corrected by ${count(p.seconds)} seconds: ${p.why}`,
  },
  stories: { es: "Qué pasó", en: "What happened" },
  foot: { es: "Parte de un expediente", en: "Part of a dossier" },
};
