/** What is said of jobs. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";
import type { InLab, JobState } from "@contraluz/hunt/jobs/index.ts";

type N = { readonly n: number };

export const JW = {
  needFolder: {
    es: (p: { line: string }) => `Falta la carpeta con lo que llegó: ${p.line}`,
    en: (p: { line: string }) => `The folder with what arrived is missing: ${p.line}`,
  },
  nothing: { es: "No hay nada en esta carpeta.", en: "There is nothing in this folder." },
  packWaits: {
    es: (p: { pack: string; parts: string }) => `${p.pack}: faltan las partes ${p.parts}`,
    en: (p: { pack: string; parts: string }) => `${p.pack}: parts ${p.parts} are missing`,
  },
  begins: {
    es: (p: N & { readonly known: number }) =>
      `${count(p.n)} ${plural(p.n, "trabajo", "trabajos")} por hacer; ya hechos o apartados: ${count(p.known)}.`,
    en: (p: N & { readonly known: number }) =>
      `${count(p.n)} ${plural(p.n, "job", "jobs")} to do; done or set aside already: ${count(p.known)}.`,
  },
  workers: {
    es: (p: N) =>
      `${plural(p.n, "Trabaja", "Trabajan")} ${count(p.n)} ${plural(p.n, "proceso", "procesos")}. Otra computadora puede ayudar con el mismo comando.`,
    en: (p: N) =>
      `${count(p.n)} ${plural(p.n, "process works", "processes work")}. Another computer can help with the same command.`,
  },
  replaced: {
    es: "Un proceso se detuvo de golpe; otro ocupa su lugar.",
    en: "A process stopped all of a sudden; another takes its place.",
  },
  onlyDeaths: {
    es: "Los procesos se detienen apenas empiezan. Prueba sin --jobs-file para ver por qué.",
    en: "The processes stop as soon as they begin. Try without --jobs-file to see why.",
  },
  doneLine: {
    es: (p: { what: string; id: string; lab: string }) => `${p.what} → ${p.id} · ${p.lab}`,
    en: (p: { what: string; id: string; lab: string }) => `${p.what} → ${p.id} · ${p.lab}`,
  },
  againLine: {
    es: (p: { what: string; seconds: number }) => `${p.what}: falló; se repite en ${count(p.seconds)} s`,
    en: (p: { what: string; seconds: number }) => `${p.what}: failed; it is tried again in ${count(p.seconds)} s`,
  },
  asideLine: {
    es: (p: { what: string }) => `${p.what}: aparte, hay que verlo`,
    en: (p: { what: string }) => `${p.what}: set aside, somebody must look`,
  },
  summary: {
    es: (p: { done: number; aside: number; left: number }) =>
      `Hechos: ${count(p.done)}. Apartados: ${count(p.aside)}. Faltan: ${count(p.left)}.`,
    en: (p: { done: number; aside: number; left: number }) =>
      `Done: ${count(p.done)}. Set aside: ${count(p.aside)}. Left: ${count(p.left)}.`,
  },
  counts: {
    es: (p: Record<JobState, number>) =>
      `Trabajos: ${count(p.done)} hechos, ${count(p.running)} empezados, ${count(p.waiting)} por hacer, ${count(p.aside)} apartados, ${count(p.gone)} olvidados.`,
    en: (p: Record<JobState, number>) =>
      `Jobs: ${count(p.done)} done, ${count(p.running)} begun, ${count(p.waiting)} to do, ${count(p.aside)} set aside, ${count(p.gone)} forgotten.`,
  },
  tries: {
    es: (p: { tries: number; crashes: number }) =>
      `veces que falló: ${count(p.tries)}; procesos que se detuvieron: ${count(p.crashes)}`,
    en: (p: { tries: number; crashes: number }) =>
      `times it failed: ${count(p.tries)}; processes that stopped: ${count(p.crashes)}`,
  },
  after: {
    es: (p: { when: string }) => `se repite después de ${p.when}`,
    en: (p: { when: string }) => `tried again after ${p.when}`,
  },
  damaged: {
    es: (p: { ids: string }) => `No se pueden leer estos trabajos: ${p.ids}`,
    en: (p: { ids: string }) => `These jobs cannot be read: ${p.ids}`,
  },
  putBack: {
    es: (p: N & { readonly cmd: string }) =>
      `${plural(p.n, "Se repite", "Se repiten")} ${count(p.n)} ${plural(p.n, "trabajo", "trabajos")} con el próximo «${p.cmd} hunt ingest».`,
    en: (p: N & { readonly cmd: string }) =>
      `The next “${p.cmd} hunt ingest” tries ${count(p.n)} ${plural(p.n, "job", "jobs")} again.`,
  },
  toPutBack: {
    es: (p: { line: string }) => `Para repetir los apartados: ${p.line}`,
    en: (p: { line: string }) => `To try those that were set aside again: ${p.line}`,
  },
  noJob: {
    es: (p: { id: string }) => `No hay ningún trabajo apartado «${p.id}».`,
    en: (p: { id: string }) => `No job “${p.id}” was set aside.`,
  },
  noEngine: {
    es: "Falta pg-boss, que reparte los trabajos por PostgreSQL. Instálalo junto a Contraluz (Node 22.12 o más nuevo): npm install pg-boss",
    en: "pg-boss is missing, which hands out jobs by PostgreSQL. Install it beside Contraluz (Node 22.12 or newer): npm install pg-boss",
  },
  jobsOpen: {
    es: (p: { path: string }) =>
      `Otras personas de esta computadora pueden leer «${p.path}», que puede tener una contraseña. Ciérralo: chmod 600 «${p.path}»`,
    en: (p: { path: string }) =>
      `Others on this computer can read “${p.path}”, which may hold a password. Close it: chmod 600 “${p.path}”`,
  },
  jobsForm: {
    es: (p: { path: string }) =>
      `«${p.path}» debe tener una sola línea: postgresql://usuario@servidor/base. La contraseña puede ir ahí o en ~/.pgpass.`,
    en: (p: { path: string }) =>
      `“${p.path}” should have one line: postgresql://user@server/base. The password can be there, or in ~/.pgpass.`,
  },
  noServer: {
    es: (p: { why: string }) => `No se pudo usar PostgreSQL: ${p.why}`,
    en: (p: { why: string }) => `PostgreSQL could not be used: ${p.why}`,
  },
  busy: {
    es: "Otro proceso ya recibe cosas para este laboratorio. Espera, o usa --jobs-file para trabajar entre varios.",
    en: "Another process takes things in for this lab already. Wait, or use --jobs-file to work with several.",
  },
  crashed: {
    es: "Detuvo dos veces el programa que lo revisaba.",
    en: "It stopped the program that checked it, twice.",
  },
} as const satisfies Record<string, Words<never>>;

export const STATE: Readonly<Record<JobState, Words>> = {
  waiting: { es: "por hacer", en: "to do" },
  running: { es: "empezado", en: "begun" },
  done: { es: "hecho", en: "done" },
  aside: { es: "aparte", en: "set aside" },
  gone: { es: "olvidado", en: "forgotten" },
};

export const LAB: Readonly<Record<InLab, Words>> = {
  added: { es: "en el laboratorio", en: "in the lab" },
  known: { es: "ya estaba en el laboratorio", en: "was in the lab already" },
  "not-consented": {
    es: "en su caso; la persona no permitió compararlo",
    en: "in its case; the person did not allow comparing",
  },
};
