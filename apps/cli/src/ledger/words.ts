/** What the commands of the ledger and of entities say. es is the source. @module */
import type { DecisionFault, EntityType } from "@contraluz/archive/entities/index.ts";
import { DECISION_WORDS, ENTITY_WORDS } from "@contraluz/archive/entities/shown-words.ts";
import { count, plural, type Words } from "@contraluz/core";

export const LW: {
  readonly noLedger: Words<{ path: string }>;
  readonly tooLarge: Words<{ path: string }>;
  readonly notADay: Words<{ day: string }>;
  readonly notAZone: Words<{ zone: string }>;
  readonly passed: Words;
  readonly wrote: Words<{ path: string; n: number }>;
  readonly badPages: Words<{ path: string; n: number }>;
  readonly more: Words<{ n: number }>;
  readonly noPagesShown: Words<{ why: string }>;
} = {
  noLedger: {
    es: ({ path }) => `En «${path}» no hay «ledger.jsonl».`,
    en: ({ path }) => `There is no “ledger.jsonl” in “${path}”.`,
  },
  tooLarge: {
    es: ({ path }) => `«${path}» es demasiado grande.`,
    en: ({ path }) => `“${path}” is too large.`,
  },
  notADay: {
    es: ({ day }) => `«${day}» no es un día. Se escribe 2019-12-31.`,
    en: ({ day }) => `“${day}” is not a day. It is written 2019-12-31.`,
  },
  notAZone: {
    es: ({ zone }) => `«${zone}» no es una zona horaria. Por ejemplo: America/Mexico_City.`,
    en: ({ zone }) => `“${zone}” is not a time zone. For example: America/Mexico_City.`,
  },
  passed: { es: "Todo pasó las revisiones.", en: "Everything passed the checks." },
  wrote: {
    es: ({ path, n }) => `Se guardaron ${n} archivos en «${path}».`,
    en: ({ path, n }) => `${n} files were written to “${path}”.`,
  },
  badPages: {
    es: ({ path, n }) => `«${path}»: ${n} líneas no son páginas. Se dejaron.`,
    en: ({ path, n }) => `“${path}”: ${n} lines are no pages. They were left out.`,
  },
  noPagesShown: {
    es: ({ why }) => `Las páginas de los documentos del caso no se muestran. ${why}`,
    en: ({ why }) => `The pages of the documents of the case are not shown. ${why}`,
  },
  more: { es: ({ n }) => `Y ${n} más.`, en: ({ n }) => `And ${n} more.` },
};

/** Of entities in pages. */
export const EW: {
  readonly rules: Words;
  readonly types: Readonly<Record<EntityType, Words>>;
  readonly count: Words<{ type: string; n: number; values: number }>;
  readonly value: Words<{ text: string; n: number; pages: number }>;
  readonly page: Words<{ n: number }>;
  readonly pair: Words<{ name: string; pages: number; near: number; when: string }>;
  readonly written: Words<{ name: string; id: string; n: number }>;
  readonly notWho: Words;
  readonly nobody: Words;
  readonly unread: Words<{ n: number }>;
  readonly decision: Readonly<Record<DecisionFault["code"], Words<{ id: string; found: string }>>>;
} = {
  rules: {
    es: "Esto lo hallaron reglas, por cómo está escrito. Quién es cada quien lo decide una persona.",
    en: "Rules found this, by how it is written. Who is who, a person decides.",
  },
  types: ENTITY_WORDS,
  count: {
    es: (p) => `${p.type}: ${count(p.n)} veces, ${count(p.values)} ${plural(p.values, "distinta", "distintas")}`,
    en: (p) => `${p.type}: ${count(p.n)} times, ${count(p.values)} different`,
  },
  value: {
    es: (p) =>
      `${p.text} · ${count(p.n)} ${plural(p.n, "vez", "veces")} en ${count(p.pages)} ${plural(p.pages, "página", "páginas")}`,
    en: (p) =>
      `${p.text} · ${count(p.n)} ${plural(p.n, "time", "times")} on ${count(p.pages)} ${plural(p.pages, "page", "pages")}`,
  },
  page: { es: ({ n }) => `página ${n}`, en: ({ n }) => `page ${n}` },
  pair: {
    es: (p) =>
      `con ${p.name}: ${count(p.pages)} ${plural(p.pages, "página", "páginas")}, ${count(p.near)} en el mismo párrafo${p.when === "" ? "" : `, ${p.when}`}`,
    en: (p) =>
      `with ${p.name}: ${count(p.pages)} ${plural(p.pages, "page", "pages")}, ${count(p.near)} in the same paragraph${p.when === "" ? "" : `, ${p.when}`}`,
  },
  written: {
    es: (p) => `${p.name} · escrito así ${count(p.n)} ${plural(p.n, "vez", "veces")} · [${p.id}]`,
    en: (p) => `${p.name} · written so ${count(p.n)} ${plural(p.n, "time", "times")} · [${p.id}]`,
  },
  notWho: {
    es: "Dos nombres iguales pueden ser dos personas. Que estén en una página no quiere decir que se vieron.",
    en: "Two equal names can be two people. That they stand on one page does not mean that they met.",
  },
  nobody: {
    es: "Ningún nombre está escrito así. Puede estar escrito de otra forma: prueba «archive names».",
    en: "No name is written so. It may be written otherwise: try “archive names”.",
  },
  unread: {
    es: (p) =>
      `${count(p.n)} ${plural(p.n, "página no se pudo leer: puede", "páginas no se pudieron leer: pueden")} tener nombres.`,
    en: (p) =>
      `${count(p.n)} ${plural(p.n, "page", "pages")} could not be read: there may be names on ${plural(p.n, "it", "them")}.`,
  },
  decision: DECISION_WORDS,
};
