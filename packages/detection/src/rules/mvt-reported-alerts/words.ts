import { count, type Params, plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

const ES: Readonly<Record<string, string>> = {
  CRITICAL: "crítico",
  HIGH: "alto",
  MEDIUM: "medio",
  LOW: "bajo",
  INFORMATIONAL: "informativo",
};
const EN: Readonly<Record<string, string>> = {
  CRITICAL: "critical",
  HIGH: "high",
  MEDIUM: "medium",
  LOW: "low",
  INFORMATIONAL: "informational",
};

const nameOf = (p: Params): string => (p.version === "" ? "MVT" : `MVT ${p.version}`);
const n = (p: Params): number | string => p.alerts!;

export const words: RuleWords = {
  name: { es: "Avisos que dio otra herramienta (MVT)", en: "Alerts that another tool (MVT) gave" },
  title: {
    es: (p) => {
      const level = ES[String(p.level)];
      return `Otra herramienta, MVT, dio ${count(n(p))} ${plural(n(p), "aviso", "avisos")} ${level ? `de nivel ${level}` : "sin nivel"}`;
    },
    en: (p) => {
      const level = EN[String(p.level)];
      return `Another tool, MVT, gave ${count(n(p))} ${plural(n(p), "alert", "alerts")} ${level ? `of level ${level}` : "without a level"}`;
    },
  },
  why: {
    es: (p) =>
      `Lo dice el resultado que dejó ${nameOf(p)}. Nosotros no lo comprobamos: aquí no está el respaldo que leyó.`,
    en: (p) => `The result that ${nameOf(p)} left says so. We did not check it: the backup that it read is not here.`,
  },
  otherwise: {
    es: "MVT marca como crítico también un enlace que llegó y nadie abrió. Y compara con listas que pueden tener errores.",
    en: "MVT also calls a link critical that came in and nobody opened. And it compares with lists that can have errors.",
  },
  next: {
    es: "Revisa aquí el respaldo mismo, si lo tienes. Guarda este resultado y muéstralo a una línea de ayuda.",
    en: "Check the backup itself here, if you have it. Keep this result and show it to a helpline.",
  },
} satisfies Record<string, Words>;
