import { count, type Params, plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

const ES: Readonly<Record<string, string>> = { match: "coincidencia (match)", suspicious: "sospecha (suspicious)" };
const EN: Readonly<Record<string, string>> = { match: "match", suspicious: "suspicious" };

const nameOf = (p: Params): string => (p.version === "" ? "Trace" : `Trace ${p.version}`);
const n = (p: Params): number | string => p.alerts!;

export const words: RuleWords = {
  name: { es: "Hallazgos que dio otra herramienta (Trace)", en: "Findings that another tool (Trace) gave" },
  title: {
    es: (p) =>
      `Otra herramienta, Trace, dio ${count(n(p))} ${plural(n(p), "hallazgo", "hallazgos")} de nivel ${ES[String(p.level)] ?? "desconocido"}`,
    en: (p) =>
      `Another tool, Trace, gave ${count(n(p))} ${plural(n(p), "finding", "findings")} of level ${EN[String(p.level)] ?? "unknown"}`,
  },
  why: {
    es: (p) =>
      `Lo dice el archivo que dejó ${nameOf(p)}. Nosotros no lo comprobamos: aquí no está el registro que leyó.`,
    en: (p) => `The file that ${nameOf(p)} left says so. We did not check it: the record that it read is not here.`,
  },
  otherwise: {
    es: "El archivo de Trace no lleva firma: cualquiera puede cambiarlo. Y un nombre puede ser de un programa común.",
    en: "Trace's file is not signed: anybody can change it. And a name can be that of a common program.",
  },
  next: {
    es: "Revisa aquí el registro mismo (sysdiagnose), si lo tienes. Guarda los dos y muéstralos a una línea de ayuda.",
    en: "Check the record itself (sysdiagnose) here, if you have it. Keep both and show them to a helpline.",
  },
} satisfies Record<string, Words>;
