import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: {
    es: "Programa en una carpeta donde iOS no tiene programas",
    en: "Program in a folder in which iOS has no programs",
  },
  title: {
    es: (p) =>
      p.path === ""
        ? plural(
            p.paths!,
            "Se ejecutó otro programa desde una carpeta rara",
            `Se ejecutaron otros ${p.paths} programas desde carpetas raras`,
          )
        : "Se ejecutó un programa desde una carpeta rara",
    en: (p) =>
      p.path === ""
        ? plural(
            p.paths!,
            "Another program ran from an unusual folder",
            `Another ${p.paths} programs ran from unusual folders`,
          )
        : "A program ran from an unusual folder",
  },
  why: {
    es: (p) =>
      `${p.path !== "" ? `«${p.path}» está` : plural(p.paths!, "Está", "Están")} en una carpeta para datos, no para programas. ${Number(p.slow) > 0 ? `${plural(p.slow!, "Una vez demoró", `${p.slow} veces demoró`)} el apagado del teléfono. ` : ""}Varios programas espía se guardaron en carpetas así.`,
    en: (p) =>
      `${p.path !== "" ? `“${p.path}” lies` : plural(p.paths!, "It lies", "They lie")} in a folder for data, not for programs. ${Number(p.slow) > 0 ? `${plural(p.slow!, "Once it held", `${p.slow} times it held`)} up the shutdown of the phone. ` : ""}Several kinds of spyware kept themselves in such folders.`,
  },
  otherwise: {
    es: "Un teléfono liberado (jailbreak), uno para programar apps, o una versión de iOS que usa esa carpeta y no conocemos.",
    en: "A jailbroken phone, one for writing apps, or a version of iOS that uses this folder and that we do not know.",
  },
  next: {
    es: "No reinicies ni actualices el teléfono todavía: se puede perder el rastro. Guarda este archivo y muéstralo hoy o mañana a una línea de ayuda, desde otro aparato.",
    en: "Do not restart or update the phone yet: the trace can be lost. Keep this file and show it to a helpline today or tomorrow, from another device.",
  },
} satisfies Record<string, Words>;
