import type { Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Modo de aislamiento", en: "Lockdown Mode" },
  title: {
    es: (p) => (p.on ? "El Modo de aislamiento está activo" : "El Modo de aislamiento no está activo"),
    en: (p) => (p.on ? "Lockdown Mode is on" : "Lockdown Mode is off"),
  },
  why: {
    es: (p) =>
      p.on
        ? "Cierra muchas de las entradas que usan los programas espía más caros."
        : "Cierra muchas de las entradas que usan los programas espía más caros. Apple lo hizo para quien puede ser blanco de ellos.",
    en: (p) =>
      p.on
        ? "It closes many of the ways in that the most expensive spyware uses."
        : "It closes many of the ways in that the most expensive spyware uses. Apple made it for those who may be its targets.",
  },
  otherwise: {
    es: (p) => (p.on ? "Lo activa quien usa el teléfono." : "Casi todos los teléfonos lo tienen así."),
    en: (p) => (p.on ? "Whoever uses the phone turns it on." : "Nearly all phones are like this."),
  },
  next: {
    es: (p) =>
      p.on
        ? "Si no lo activaste tú, pregunta quién lo hizo."
        : "Si tu trabajo te pone en riesgo, piénsalo con quien te ayude. Antes guarda esta copia.",
    en: (p) =>
      p.on
        ? "If you did not turn it on, ask who did."
        : "If your work puts you at risk, consider it with whoever helps you. Keep this copy first.",
  },
} satisfies Record<string, Words>;
