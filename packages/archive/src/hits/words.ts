/** What a page of hits says. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";
import type { PageState } from "../pages/types.ts";
import type { NotShown } from "./types.ts";

export const STATE: Readonly<Record<PageState, Words>> = {
  read: { es: "leída", en: "read" },
  poor: { es: "leída a medias", en: "read in part" },
  unreadable: { es: "sin poder leer", en: "could not be read" },
  blank: { es: "en blanco", en: "blank" },
};

export const NO_PICTURE: Readonly<Record<NotShown, Words>> = {
  none: { es: "Este documento es texto: no tiene imagen.", en: "This document is text: it has no picture." },
  missing: {
    es: "Esta página no está en los documentos que se dieron.",
    en: "This page is not in the documents that were given.",
  },
  changed: {
    es: "En ese lugar hay ahora otro archivo: no es el que se leyó.",
    en: "Another file lies there now: it is not the one that was read.",
  },
  unreadable: {
    es: "La imagen de esta página no se pudo abrir.",
    en: "The picture of this page could not be opened.",
  },
  many: {
    es: "Sin imagen: son demasiadas páginas para un solo archivo.",
    en: "Without its picture: these are too many pages for one file.",
  },
};

export const HW: {
  readonly title: Words;
  readonly namesTitle: Words;
  readonly foot: Words;
  readonly found: Words<{ n: number; shown: number }>;
  readonly none: Words;
  readonly name: Words<{ n: number }>;
  readonly noName: Words;
  readonly grades: Words<{ same: number; likely: number; possible: number }>;
  readonly unread: Words<{ n: number }>;
  readonly notAsserted: Words;
  readonly look: Words;
  readonly coverage: Words;
  readonly pages: Words<{ n: number }>;
  readonly unreadable: Words;
  readonly poor: Words;
  readonly undated: Words;
  readonly damaged: Words;
  readonly searched: Words;
  readonly unfinished: Words;
  readonly mayBe: Words;
  readonly page: Words<{ page: number; of: number | undefined }>;
  readonly state: Words;
  readonly date: Words;
  readonly sure: Words<{ n: number }>;
  readonly corrected: Words;
  readonly notes: Words;
  readonly other: Words;
  readonly copy: Words;
  readonly file: Words;
  readonly text: Words;
  readonly strip: Words;
  readonly picture: Words<{ path: string; page: number; n: number }>;
  readonly about: Words;
  readonly noMark: Words;
  readonly contents: Words;
} = {
  title: { es: "Lo que se halló en el archivo", en: "What was found in the archive" },
  namesTitle: { es: "Nombres hallados en el archivo", en: "Names found in the archive" },
  foot: {
    es: "Habla de otras personas: piensa en ellas antes de enseñarlo.",
    en: "It speaks of other people: think of them before you show it.",
  },
  found: {
    es: (p) =>
      `${count(p.n)} ${plural(p.n, "página", "páginas")}${p.shown < p.n ? `; aquí van ${count(p.shown)}` : ""}.`,
    en: (p) =>
      `${count(p.n)} ${plural(p.n, "page", "pages")}${p.shown < p.n ? `; ${count(p.shown)} of them here` : ""}.`,
  },
  none: { es: "No lo hallamos en lo que se pudo leer.", en: "It was not found in what could be read." },
  name: { es: ({ n }) => `Nombre ${n} de la lista`, en: ({ n }) => `Name ${n} of the list` },
  noName: { es: "No lo entendimos como nombre.", en: "It was not understood as a name." },
  grades: {
    es: (p) => `Mismo nombre: ${count(p.same)}. Probable: ${count(p.likely)}. Posible: ${count(p.possible)}.`,
    en: (p) => `Same name: ${count(p.same)}. Likely: ${count(p.likely)}. Possible: ${count(p.possible)}.`,
  },
  unread: {
    es: ({ n }) => `Tantas personas se llaman así que ${count(n)} páginas no se miraron.`,
    en: ({ n }) => `So many people bear this name that ${count(n)} pages were not looked at.`,
  },
  notAsserted: {
    es: "Dos personas pueden llamarse igual. Mira cada página antes de decir quién es.",
    en: "Two people can bear one name. Look at each page before you say who it is.",
  },
  look: {
    es: "El texto lo leyó una máquina y puede tener errores. Vale lo que se ve en la imagen.",
    en: "A machine read the text, and it can have mistakes. What the picture shows is what counts.",
  },
  coverage: { es: "Dónde se buscó", en: "Where it was looked for" },
  pages: {
    es: ({ n }) => `${count(n)} ${plural(n, "página", "páginas")}`,
    en: ({ n }) => `${count(n)} ${plural(n, "page", "pages")}`,
  },
  unfinished: {
    es: "La lectura no había llegado al final: faltan páginas que nadie leyó.",
    en: "The reading had not come to its end: there are pages that nobody read.",
  },
  searched: { es: "Se buscó en", en: "Looked through" },
  unreadable: { es: "Sin poder leer", en: "Could not be read" },
  poor: { es: "Leídas a medias", en: "Read in part" },
  undated: { es: "Sin fecha, y por eso fuera de este filtro", en: "Without a date, so left out by this filter" },
  damaged: { es: "Dañadas en la carpeta", en: "Damaged in the folder" },
  mayBe: {
    es: "En lo que no se pudo leer puede haber algo. No hallarlo no significa que no esté.",
    en: "Something may be in what could not be read. Not finding it does not mean that it is not there.",
  },
  page: {
    es: (p) => `página ${p.page}${p.of === undefined ? "" : ` de ${p.of}`}`,
    en: (p) => `page ${p.page}${p.of === undefined ? "" : ` of ${p.of}`}`,
  },
  state: { es: "Lectura", en: "Reading" },
  date: { es: "Fecha que lleva", en: "Date that it bears" },
  sure: { es: ({ n }) => `segura en ${n} de 100`, en: ({ n }) => `sure to ${n} of 100` },
  corrected: { es: "corregida a mano", en: "corrected by hand" },
  notes: { es: "Notas", en: "Notes" },
  other: { es: "se escribe de otra manera", en: "spelled otherwise" },
  copy: { es: "repite otra página", en: "repeats another page" },
  file: { es: "Huella del archivo", en: "Fingerprint of the file" },
  text: { es: "El texto de la página", en: "The text of the page" },
  strip: { es: "De cerca", en: "Close up" },
  picture: {
    es: (p) =>
      `Imagen de ${p.path}, página ${p.page}, con ${count(p.n)} ${plural(p.n, "lugar marcado", "lugares marcados")}`,
    en: (p) =>
      `Picture of ${p.path}, page ${p.page}, with ${count(p.n)} ${plural(p.n, "place marked", "places marked")}`,
  },
  about: {
    es: "El lugar de la marca es aproximado.",
    en: "The place of the mark is approximate.",
  },
  noMark: {
    es: "No se sabe en qué lugar de la imagen está: la página se corrigió a mano, o no tiene lugares.",
    en: "Where on the picture it stands is not known: the page was corrected by hand, or has no places.",
  },
  contents: { es: "Páginas", en: "Pages" },
};
