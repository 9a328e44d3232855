import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

const NIVEL: Readonly<Record<string, string>> = { High: "alto", Medium: "medio", Low: "bajo" };
const LEVEL: Readonly<Record<string, string>> = { High: "high", Medium: "medium", Low: "low" };

export const words: RuleWords = {
  name: { es: "Avisos de Rayhunter", en: "Events of Rayhunter" },
  title: {
    es: (p) =>
      `Rayhunter dio ${plural(p.events ?? 1, "un aviso", `${p.events} avisos`)} de nivel ${NIVEL[String(p.level)] ?? "?"}`,
    en: (p) =>
      `Rayhunter gave ${plural(p.events ?? 1, "one event", `${p.events} events`)} of level ${LEVEL[String(p.level)] ?? "?"}`,
  },
  why: {
    es: (p) => `Lo dice su propio informe, de la prueba «${p.analyzer ?? "?"}»: «${p.message ?? ""}».`,
    en: (p) => `Its own report says so, of the test “${p.analyzer ?? "?"}”: “${p.message ?? ""}”.`,
  },
  otherwise: {
    es: "Rayhunter avisa también en casos comunes: al encender el teléfono, al viajar, o con una SIM sin servicio. No lo comprobamos.",
    en: "Rayhunter also warns in common cases: when the phone is switched on, on a trip, or with a SIM without service. We did not check it.",
  },
  next: {
    es: "Si tienes la grabación (.qmdl), revísala aquí también. Si no, guarda el informe y pregunta a una línea de ayuda.",
    en: "If you have the recording (.qmdl), check it here, too. If not, keep the report and ask a helpline.",
  },
} satisfies Record<string, Words>;
