import type { Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: {
    es: "Fallos seguidos de programas que abren lo que otros mandan",
    en: "Crashes one after another of programs that open what others send",
  },
  title: {
    es: (p) => `${p.count} programas que abren mensajes o páginas fallaron en pocos minutos`,
    en: (p) => `${p.count} programs that open messages or pages crashed within minutes`,
  },
  why: {
    es: (p) =>
      `Fallaron: ${p.names}. Un ataque sin clic pasa por varios de ellos. ${p.paths === "" ? "Por sí solo no dice nada." : `Poco después se ejecutó algo desde una carpeta rara: ${p.paths}.`} Si fue un ataque como los de BLASTPASS o Graphite, no deja en el teléfono ninguna señal pública que podamos buscar.`,
    en: (p) =>
      `These crashed: ${p.names}. An attack without a click goes through several of them. ${p.paths === "" ? "By itself it says nothing." : `Soon after, something ran from an unusual folder: ${p.paths}.`} If it was an attack like those of BLASTPASS or Graphite, it leaves no public sign on the phone that we could look for.`,
  },
  otherwise: {
    es: "Una versión de prueba de iOS, poca memoria, o una foto o página que iOS no sabe abrir.",
    en: "A test version of iOS, too little memory, or a picture or page that iOS cannot open.",
  },
  next: {
    es: (p) =>
      `Guarda este archivo. Anota qué recibiste a esa hora, sin abrirlo ni borrarlo, y enséñalo a una línea de ayuda ${p.paths === "" ? "si hay más hallazgos" : "hoy o mañana, desde otro aparato"}.`,
    en: (p) =>
      `Keep this file. Note what you received at that hour, without opening or deleting it, and show it to a helpline ${p.paths === "" ? "if there are more findings" : "today or tomorrow, from another device"}.`,
  },
} satisfies Record<string, Words>;
