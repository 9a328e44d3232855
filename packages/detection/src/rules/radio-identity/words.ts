import { plural, type Words } from "@contraluz/core";
import { reason } from "../../radio/words.ts";
import type { RuleWords } from "../../rule.ts";

const times = (p: { readonly times?: string | number }, one: string, other: string): string =>
  plural(p.times ?? 1, one, other);

export const words: RuleWords = {
  name: { es: "Una antena pidió la identidad del teléfono", en: "A cell asked who the phone is" },
  title: {
    es: (p) =>
      p.case === "unwanted"
        ? "La red preguntó quién es el teléfono y lo rechazó, como pasa con una SIM sin servicio"
        : p.case === "again"
          ? "La red pidió la identidad de la SIM después de que todo estaba en orden"
          : p.case === "unasked"
            ? "Una antena pidió la identidad de la SIM sin que el teléfono pidiera nada"
            : "Una antena pidió la identidad de la SIM y dejó ir al teléfono",
    en: (p) =>
      p.case === "unwanted"
        ? "The network asked who the phone is and turned it away, as happens with a SIM without service"
        : p.case === "again"
          ? "The network asked for the identity of the SIM when all was settled"
          : p.case === "unasked"
            ? "A cell asked for the identity of the SIM of a phone that wanted nothing"
            : "A cell asked for the identity of the SIM and let the phone go",
  },
  why: {
    es: (p) =>
      `Pasó ${times(p, "una vez", `${p.times} veces`)}${p.where ? ` (${p.where})` : ""}. ${p.why ? `La razón que dio: ${reason(p.why, "es")}. ` : ""}Una red de verdad demuestra después quién es. Quien nada más junta números de SIM pregunta y despide al teléfono.`,
    en: (p) =>
      `It happened ${times(p, "once", `${p.times} times`)}${p.where ? ` (${p.where})` : ""}. ${p.why ? `The reason that it gave: ${reason(p.why, "en")}. ` : ""}A real network then proves who it is. Who only gathers numbers of SIMs asks, and sends the phone away.`,
  },
  otherwise: {
    es: "Una SIM sin contrato o de otro país, un aterrizaje, un teléfono que se acaba de encender, o una antena con fallas.",
    en: "A SIM without a contract or of another country, a landing, a phone that was switched on a moment ago, or a faulty cell.",
  },
  next: {
    es: (p) =>
      p.case === "unwanted"
        ? "Si la SIM no tiene servicio, esto es lo normal. Haz la grabación con una SIM que sí lo tenga."
        : "Anota dónde y cuándo fue, y guarda la grabación. Repite la grabación en el mismo lugar otro día y compara. Pregunta a una línea de ayuda.",
    en: (p) =>
      p.case === "unwanted"
        ? "If the SIM has no service, this is normal. Record with a SIM that has service."
        : "Note where and when it was, and keep the recording. Record again at the same place on another day, and compare. Ask a helpline.",
  },
} satisfies Record<string, Words>;
