import { count, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Antena que pregunta casi siempre", en: "A cell that asks nearly always" },
  title: {
    es: "En una antena, casi cada conexión terminó en decir quién es el teléfono",
    en: "At one cell nearly every connection ended in saying who the phone is",
  },
  why: {
    es: (p) =>
      `Pasó en ${count(p.exposed ?? 0)} de ${count(p.begun ?? 0)} conexiones${p.where ? ` (${p.where})` : ""}. ${p.elsewhere ? `En las demás antenas casi no pasó, en ${count(p.elsewhere)} conexiones. ` : ""}Una red común pregunta de vez en cuando.`,
    en: (p) =>
      `It happened in ${count(p.exposed ?? 0)} of ${count(p.begun ?? 0)} connections${p.where ? ` (${p.where})` : ""}. ${p.elsewhere ? `At the other cells it hardly happened, in ${count(p.elsewhere)} connections. ` : ""}An ordinary network asks now and then.`,
  },
  otherwise: {
    es: "Una antena con falla, una red privada, o una SIM que esa red no conoce.",
    en: "A faulty cell, a private network, or a SIM that this network does not know.",
  },
  next: {
    es: "Anota dónde y cuándo fue y guarda la grabación. Graba otro día en el mismo lugar y compara. Pregunta a una línea de ayuda.",
    en: "Note where and when it was, and keep the recording. Record on another day at the same place and compare. Ask a helpline.",
  },
} satisfies Record<string, Words>;
