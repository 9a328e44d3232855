/** Of programs, files, apps and settings. @module */
import type { KindWords } from "./kinds.ts";
import { askAbout, doNotOpen, inList, keep, passedOn, restored } from "./phrases-words.ts";

export const THINGS: KindWords<"trace" | "watcher" | "name" | "name-cut" | "thing-received" | "thing-looked-up"> = {
  trace: {
    title: { es: (p) => `Un rastro coincide con ${p.campaign}`, en: (p) => `A trace matches ${p.campaign}` },
    why: {
      es: (p) =>
        `${p.what_es} ${p.contact_es}. Está ${inList.es(p)}.${p.also_es} Falta que una persona experta lo confirme.`,
      en: (p) =>
        `${p.what_en} ${p.contact_en}. It is ${inList.en(p)}.${p.also_en} A specialist still has to confirm it.`,
    },
    otherwise: restored,
    next: keep,
  },
  watcher: {
    title: {
      es: (p) => `Un rastro coincide con ${p.campaign}, que sirve para vigilar a otra persona`,
      en: (p) => `A trace matches ${p.campaign}, which is used to watch another person`,
    },
    why: {
      es: (p) =>
        `${p.what_es} ${p.contact_es}. Está ${inList.es(p)}.${p.also_es} Casi siempre lo instala alguien que tuvo el teléfono en la mano.`,
      en: (p) =>
        `${p.what_en} ${p.contact_en}. It is ${inList.en(p)}.${p.also_en} Mostly somebody installs it who had the phone in hand.`,
    },
    otherwise: {
      es: "Control parental o de una empresa, puesto a la vista. O un teléfono anterior restaurado en este.",
      en: "Parental control or a company's, installed openly. Or an earlier phone restored onto this one.",
    },
    next: {
      es: (p) =>
        `No lo quites todavía: quien lo puso puede darse cuenta. Habla ${p.soon_es} con una línea de ayuda, desde otro aparato.`,
      en: (p) =>
        `Do not remove it yet: whoever installed it may notice. Talk to a helpline ${p.soon_en}, from another device.`,
    },
  },
  name: {
    title: {
      es: (p) => `Un nombre que también usó ${p.campaign}`,
      en: (p) => `A name that ${p.campaign} used too`,
    },
    why: {
      es: (p) =>
        `${p.what_es} ${p.contact_es}. Su nombre está ${inList.es(p)}. Es un nombre común, que otros programas también usan.${p.also_es}`,
      en: (p) =>
        `${p.what_en} ${p.contact_en}. Its name is ${inList.en(p)}. It is a common name, which other programs use too.${p.also_en}`,
    },
    otherwise: {
      es: "Un programa del sistema, o de otra app, que se llama igual.",
      en: "A program of the system, or of another app, of the same name.",
    },
    next: askAbout,
  },
  "name-cut": {
    title: {
      es: (p) => `Un nombre que empieza como uno de ${p.campaign}`,
      en: (p) => `A name that begins like one of ${p.campaign}`,
    },
    why: {
      es: (p) =>
        `${p.what_es} ${p.contact_es}. El sistema guarda las primeras 15 o 16 letras de un nombre. Con ellas empieza un nombre que está ${inList.es(p)}.${p.also_es}`,
      en: (p) =>
        `${p.what_en} ${p.contact_en}. The system keeps the first 15 or 16 letters of a name. A name that is ${inList.en(p)} begins with them.${p.also_en}`,
    },
    otherwise: {
      es: "Un programa del sistema, o de otra app, que empieza igual.",
      en: "A program of the system, or of another app, that begins alike.",
    },
    next: askAbout,
  },
  "thing-received": {
    title: {
      es: (p) => `Llegó algo que coincide con ${p.campaign}`,
      en: (p) => `Something came that matches ${p.campaign}`,
    },
    why: {
      es: (p) =>
        `${p.what_es} llegó al teléfono. Está ${inList.es(p)}.${p.also_es} Recibir algo no es abrirlo ni instalarlo.`,
      en: (p) =>
        `${p.what_en} came to the phone. It is ${inList.en(p)}.${p.also_en} To receive something is not to open or install it.`,
    },
    otherwise: passedOn,
    next: doNotOpen,
  },
  "thing-looked-up": {
    title: {
      es: (p) => `${p.begins_es} buscó algo que coincide con ${p.campaign}`,
      en: (p) => `${p.begins_en} looked up something that matches ${p.campaign}`,
    },
    why: {
      es: (p) =>
        `${p.what_es} está ${inList.es(p)}. Buscó ese nombre ${p.who_es}.${p.also_es} Buscar algo no es tenerlo.`,
      en: (p) =>
        `${p.what_en} is ${inList.en(p)}. That name was looked up by ${p.who_en}.${p.also_en} To look something up is not to have it.`,
    },
    otherwise: passedOn,
    next: {
      es: (p) => `Anota qué pasó ese día. Escribe ${p.soon_es} a una línea de ayuda.`,
      en: (p) => `Write down what happened that day. Write to a helpline ${p.soon_en}.`,
    },
  },
};
