import { plural, type Words } from "@contraluz/core";
import { reasons } from "../../radio/words.ts";
import type { RuleWords } from "../../rule.ts";

const veces = (n: string | number | undefined): string => plural(n ?? 1, "una vez", `${n} veces`);
const times = (n: string | number | undefined): string => plural(n ?? 1, "once", `${n} times`);

export const words: RuleWords = {
  name: { es: "Rechazos y datos a la vista", en: "Rejections, and numbers in the open" },
  title: {
    es: (p) =>
      p.case === "burst"
        ? "Una antena rechazó al teléfono una y otra vez"
        : p.case === "doubted"
          ? "El teléfono no le creyó a la red"
          : p.case === "paged"
            ? "La red llamó a teléfonos por el número de su SIM"
            : p.case === "given"
              ? "El teléfono dijo el número de su SIM sin cifrar"
              : `La red rechazó al teléfono${p.why ? `: ${reasons(p.why, "es")}` : ""}`,
    en: (p) =>
      p.case === "burst"
        ? "A cell turned the phone away again and again"
        : p.case === "doubted"
          ? "The phone did not believe the network"
          : p.case === "paged"
            ? "The network called phones by the number of their SIM"
            : p.case === "given"
              ? "The phone told the number of its SIM without encryption"
              : `The network turned the phone away${p.why ? `: ${reasons(p.why, "en")}` : ""}`,
  },
  why: {
    es: (p) =>
      p.case === "doubted"
        ? `Pasó ${veces(p.times)}${p.where ? ` (${p.where})` : ""}. La red no pudo demostrar que es la de la SIM.`
        : p.case === "paged"
          ? `Pasó ${veces(p.times)}. Lo normal es llamar con un número pasajero, que no dice de quién es la SIM.`
          : p.case === "given"
            ? `Pasó ${veces(p.times)}. Quien está cerca pudo anotarlo. Aquí no se guarda.`
            : `Pasó ${veces(p.times)}${p.where ? ` (${p.where})` : ""}. ${p.case === "burst" && p.why ? `Dio como razón: ${reasons(p.why, "es")}. ` : ""}Una antena falsa rechaza al teléfono para que diga quién es o cambie de red.`,
    en: (p) =>
      p.case === "doubted"
        ? `It happened ${times(p.times)}${p.where ? ` (${p.where})` : ""}. The network could not prove that it is the one of the SIM.`
        : p.case === "paged"
          ? `It happened ${times(p.times)}. It is usual to call by a passing number, which does not say whose SIM it is.`
          : p.case === "given"
            ? `It happened ${times(p.times)}. Whoever is near could note it. It is not kept here.`
            : `It happened ${times(p.times)}${p.where ? ` (${p.where})` : ""}. ${p.case === "burst" && p.why ? `The reason that it gave: ${reasons(p.why, "en")}. ` : ""}A false cell turns the phone away so that it says who it is, or changes the network.`,
  },
  otherwise: {
    es: (p) =>
      p.case === "given" || p.case === "paged"
        ? "Es común al encender el teléfono, al aterrizar, con una SIM nueva, o después de una falla de la red."
        : "Una SIM sin servicio o de otro país, una red llena, una celda privada, o una falla de la red.",
    en: (p) =>
      p.case === "given" || p.case === "paged"
        ? "It is common when the phone is switched on, after a landing, with a new SIM, or after a fault of the network."
        : "A SIM without service or of another country, a full network, a private cell, or a fault of the network.",
  },
  next: {
    es: (p) =>
      p.case === "burst" || p.case === "doubted"
        ? "Anota dónde y cuándo fue y guarda la grabación. Repítela otro día en el mismo lugar, y pregunta a una línea de ayuda."
        : "Por sí mismo no dice nada. Míralo junto con lo demás.",
    en: (p) =>
      p.case === "burst" || p.case === "doubted"
        ? "Note where and when it was, and keep the recording. Record again on another day at the same place, and ask a helpline."
        : "By itself it says nothing. Look at it together with the rest.",
  },
} satisfies Record<string, Words>;
