import type { Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: {
    es: "Programa que falta en una de las listas del mismo diagnóstico",
    en: "Program that is missing from one of the lists of the same diagnosis",
  },
  title: {
    es: "Un programa abierto no aparece en la lista de programas",
    en: "A running program does not appear in the list of programs",
  },
  why: {
    es: (p) =>
      `El diagnóstico hace varias listas de lo que está abierto. «${p.name}» llevaba rato abierto, pero falta en la principal (ps). Un programa espía puede esconderse de esa lista.`,
    en: (p) =>
      `The diagnosis makes several lists of what runs. “${p.name}” had been running for a while but is missing from the main one (ps). Spyware can hide from that list.`,
  },
  otherwise: {
    es: "Un programa que se cerró justo mientras se hacía el diagnóstico, o una lista que quedó incompleta.",
    en: "A program that ended just while the diagnosis was made, or a list that was left incomplete.",
  },
  next: {
    es: "No reinicies el teléfono todavía. Guarda este archivo, haz otro diagnóstico hoy y muestra los dos a una línea de ayuda.",
    en: "Do not restart the phone yet. Keep this file, make another diagnosis today, and show both to a helpline.",
  },
} satisfies Record<string, Words>;
