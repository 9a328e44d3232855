import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: {
    es: "Programa con nombre de Apple fuera de las carpetas de Apple",
    en: "Program with a name of Apple's outside Apple's folders",
  },
  title: {
    es: (p) =>
      p.path === ""
        ? plural(
            p.paths!,
            "Otro programa usa un nombre de Apple en otra carpeta",
            `Otros ${p.paths} programas usan nombres de Apple en otra carpeta`,
          )
        : "Un programa usa un nombre de Apple en otra carpeta",
    en: (p) =>
      p.path === ""
        ? plural(
            p.paths!,
            "Another program uses a name of Apple's in another folder",
            `Another ${p.paths} programs use names of Apple's in another folder`,
          )
        : "A program uses a name of Apple's in another folder",
  },
  why: {
    es: (p) =>
      `${p.path === "" ? "Cada uno se llama" : `«${p.path}» se llama`} como un programa de iOS, pero no está donde iOS lo tiene. ${Number(p.slow) > 0 ? `${plural(p.slow!, "Una vez demoró", `${p.slow} veces demoró`)} el apagado del teléfono. ` : ""}Así se escondió, por ejemplo, Predator.`,
    en: (p) =>
      `${p.path === "" ? "Each has the name" : `“${p.path}” has the name`} of a program of iOS but does not lie where iOS has it. ${Number(p.slow) > 0 ? `${plural(p.slow!, "Once it held", `${p.slow} times it held`)} up the shutdown of the phone. ` : ""}Predator, for one, hid in this way.`,
  },
  otherwise: {
    es: "Una versión de prueba de iOS o un teléfono liberado (jailbreak) pueden mover programas de lugar.",
    en: "A test version of iOS or a jailbroken phone can have programs in other places.",
  },
  next: {
    es: "No reinicies ni actualices el teléfono todavía: se puede perder el rastro. Guarda este archivo y muéstralo hoy o mañana a una línea de ayuda, desde otro aparato.",
    en: "Do not restart or update the phone yet: the trace can be lost. Keep this file and show it to a helpline today or tomorrow, from another device.",
  },
} satisfies Record<string, Words>;
