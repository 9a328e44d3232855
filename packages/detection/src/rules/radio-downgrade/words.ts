import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Mandado a una red más vieja", en: "Sent to an older network" },
  title: {
    es: (p) =>
      p.case === "wanted"
        ? `Una antena de 4G pide a los teléfonos preferir ${p.to}`
        : p.case === "call"
          ? "La red mandó el teléfono a 2G para una llamada"
          : `Una antena de 4G mandó el teléfono a ${p.to ?? "2G"}`,
    en: (p) =>
      p.case === "wanted"
        ? `A 4G cell asks phones to prefer ${p.to}`
        : p.case === "call"
          ? "The network sent the phone to 2G for a call"
          : `A 4G cell sent the phone to ${p.to ?? "2G"}`,
  },
  why: {
    es: (p) =>
      p.case === "wanted"
        ? `Su anuncio (${p.where}) da a ${p.to} la preferencia ${p.other}, y a 4G la ${p.own}. En 2G el teléfono no puede comprobar si la antena es de verdad.`
        : `Pasó ${plural(p.times ?? 1, "una vez", `${p.times} veces`)}${p.where ? ` (${p.where})` : ""}. En 2G el teléfono no puede comprobar si la antena es de verdad, y casi cualquiera puede escuchar.`,
    en: (p) =>
      p.case === "wanted"
        ? `Its announcement (${p.where}) gives ${p.to} the preference ${p.other}, and 4G ${p.own}. On 2G the phone cannot tell whether a cell is real.`
        : `It happened ${plural(p.times ?? 1, "once", `${p.times} times`)}${p.where ? ` (${p.where})` : ""}. On 2G the phone cannot tell whether a cell is real, and nearly anybody can listen.`,
  },
  otherwise: {
    es: (p) =>
      p.case === "call"
        ? "Es lo común donde la red no hace llamadas por 4G: la llamada está en la grabación."
        : "Una red que no hace llamadas por 4G, un lugar con mala señal de 4G, o una antena mal configurada.",
    en: (p) =>
      p.case === "call"
        ? "It is common where the network makes no calls over 4G: the call stands in the recording."
        : "A network that makes no calls over 4G, a place with poor 4G, or a badly set up cell.",
  },
  next: {
    es: (p) =>
      p.case === "call"
        ? "No hace falta nada. Si tu teléfono lo permite, apaga 2G en sus ajustes."
        : "Apaga 2G en los ajustes del teléfono, si se puede. Guarda la grabación y repítela en el mismo lugar otro día.",
    en: (p) =>
      p.case === "call"
        ? "Nothing is needed. If your phone allows it, switch 2G off in its settings."
        : "Switch 2G off in the settings of the phone, if you can. Keep the recording, and record again at the same place on another day.",
  },
} satisfies Record<string, Words>;
