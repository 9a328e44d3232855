import type { Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: {
    es: "Programa que falta en una de las listas del mismo registro",
    en: "Program that is missing from one of the lists of the same record",
  },
  title: {
    es: "Un programa abierto no aparece en la lista de programas",
    en: "A running program does not appear in the list of programs",
  },
  why: {
    es: (p) =>
      `El registro del iPhone trae varias listas de lo que está abierto. «${p.name}» llevaba rato abierto, pero falta en la principal (ps). Un programa espía puede esconderse de esa lista.`,
    en: (p) =>
      `The iPhone record holds several lists of what runs. “${p.name}” had been running for a while but is missing from the main one (ps). Spyware can hide from that list.`,
  },
  otherwise: {
    es: "Un programa que se cerró justo mientras se hacía el registro, o una lista que quedó incompleta.",
    en: "A program that ended just while the record was made, or a list that was left incomplete.",
  },
  next: {
    es: "No reinicies el teléfono todavía. Guarda este archivo, saca otro registro (sysdiagnose) hoy y muestra los dos a una línea de ayuda, desde otro aparato.",
    en: "Do not restart the phone yet. Keep this file, take another record (sysdiagnose) today, and show both to a helpline, from another device.",
  },
} satisfies Record<string, Words>;
