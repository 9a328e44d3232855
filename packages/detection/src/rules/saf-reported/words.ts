import { count, type Params, plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

const n = (p: Params): number | string => p.alerts!;

export const words: RuleWords = {
  name: {
    es: "Reglas YARA que coincidieron, según otra herramienta (SAF)",
    en: "YARA rules that matched, says another tool (SAF)",
  },
  title: {
    es: (p) =>
      `Otra herramienta, SAF, dice que la regla «${p.rule}» coincidió ${count(n(p))} ${plural(n(p), "vez", "veces")}`,
    en: (p) =>
      `Another tool, SAF, says that the rule “${p.rule}” matched ${count(n(p))} ${plural(n(p), "time", "times")}`,
  },
  why: {
    es: "Lo dice la carpeta que dejó SAF. Nosotros no lo comprobamos: aquí no está el registro que leyó, ni la regla.",
    en: "The folder that SAF left says so. We did not check it: neither the record that it read nor the rule is here.",
  },
  otherwise: {
    es: "Una regla YARA busca un texto. Ese texto puede estar también en programas comunes, o en la lista misma.",
    en: "A YARA rule looks for a text. That text can also be in common programs, or in the list itself.",
  },
  next: {
    es: "Revisa aquí el registro mismo (sysdiagnose), si lo tienes. Pregunta a quien usó SAF de dónde es la regla.",
    en: "Check the record itself (sysdiagnose) here, if you have it. Ask whoever used SAF where the rule is from.",
  },
} satisfies Record<string, Words>;
