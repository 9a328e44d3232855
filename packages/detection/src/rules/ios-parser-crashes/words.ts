import { type Params, plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

/** What came after the crashes, in whole sentences. */
function afterEs(p: Params): string {
  if (!p.paths && !p.fresh) return "Por sí solo no dice nada.";
  const ran = p.paths ? [`Poco después se ejecutó algo desde una carpeta rara: ${p.paths}.`] : [];
  return [
    ...ran,
    ...(p.fresh ? [`Poco después usó la red, por primera vez, un programa que no conocemos: ${p.fresh}.`] : []),
  ].join(" ");
}
function afterEn(p: Params): string {
  if (!p.paths && !p.fresh) return "By itself it says nothing.";
  const ran = p.paths ? [`Soon after, something ran from an unusual folder: ${p.paths}.`] : [];
  return [
    ...ran,
    ...(p.fresh ? [`Soon after, a program that we do not know used the network for the first time: ${p.fresh}.`] : []),
  ].join(" ");
}

export const words: RuleWords = {
  name: {
    es: "Fallos seguidos de programas que abren lo que otros mandan",
    en: "Crashes one after another of programs that open what others send",
  },
  title: {
    es: (p) =>
      plural(
        p.count!,
        "Falló un programa que abre mensajes o páginas, y otro usó la red por primera vez",
        `${p.count} programas que abren mensajes o páginas fallaron en pocos minutos`,
      ),
    en: (p) =>
      plural(
        p.count!,
        "A program that opens messages or pages crashed, and another used the network for the first time",
        `${p.count} programs that open messages or pages crashed within minutes`,
      ),
  },
  why: {
    es: (p) =>
      `${plural(p.count!, "Falló", "Fallaron")}: ${p.names}. Un ataque sin clic pasa por programas así. ${afterEs(p)} Si fue un ataque como los de BLASTPASS o Graphite, no deja en el teléfono ninguna señal pública que podamos buscar.`,
    en: (p) =>
      `${plural(p.count!, "This one crashed", "These crashed")}: ${p.names}. An attack without a click goes through such programs. ${afterEn(p)} If it was an attack like those of BLASTPASS or Graphite, it leaves no public sign on the phone that we could look for.`,
  },
  otherwise: {
    es: "Una versión de prueba de iOS, poca memoria, o una foto o página que iOS no sabe abrir.",
    en: "A test version of iOS, too little memory, or a picture or page that iOS cannot open.",
  },
  next: {
    es: (p) =>
      `Guarda este archivo. Anota qué recibiste a esa hora, sin abrirlo ni borrarlo, y enséñalo a una línea de ayuda ${!p.paths && !p.fresh ? "si hay más hallazgos" : "hoy o mañana, desde otro aparato"}.`,
    en: (p) =>
      `Keep this file. Note what you received at that hour, without opening or deleting it, and show it to a helpline ${!p.paths && !p.fresh ? "if there are more findings" : "today or tomorrow, from another device"}.`,
  },
} satisfies Record<string, Words>;
