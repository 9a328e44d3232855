import type { Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: {
    es: "Uso de red de un programa que ya no está en la lista",
    en: "Network use of a program that is no longer in the list",
  },
  title: {
    es: (p) =>
      Number(p.count) > 1
        ? `Alguien o algo borró ${p.count} programas más de la lista de uso de red`
        : "Alguien o algo borró un programa de la lista de uso de red",
    en: (p) =>
      Number(p.count) > 1
        ? `Somebody or something wiped ${p.count} more programs from the list of network use`
        : "Somebody or something wiped a program from the list of network use",
  },
  why: {
    es: (p) =>
      `El teléfono guarda cuánto usó la red ${p.process === "" ? "cada uno" : `el programa número ${p.process}`}, pero su nombre ya no está. En los pocos teléfonos normales que revisamos no pasaba. Algunos programas espía borran su nombre y olvidan esta parte.`,
    en: (p) =>
      `The phone still keeps how much ${p.process === "" ? "each of them" : `program number ${p.process}`} used the network, but its name is gone. On the few ordinary phones that we looked at this was not so. Some spyware wipes its name and forgets this part.`,
  },
  otherwise: {
    es: "Una base dañada o reparada por iOS, o una restauración a medias, pueden dejar lo mismo.",
    en: "A damaged database, one that iOS repaired, or a restore that was cut short can leave the same.",
  },
  next: {
    es: "Guarda esta copia como está. Muéstrala a una línea de ayuda esta semana.",
    en: "Keep this copy as it is. Show it to a helpline this week.",
  },
} satisfies Record<string, Words>;
