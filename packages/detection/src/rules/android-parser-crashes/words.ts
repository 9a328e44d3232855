import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: {
    es: "Fallas de programas que abren fotos y mensajes",
    en: "Crashes of programs that open pictures and messages",
  },
  title: {
    es: (p) =>
      p.case
        ? "Falló el programa de Samsung que abre fotos"
        : `${plural(p.count!, "Falló un programa que abre", "Fallaron programas que abren")} fotos, video o mensajes`,
    en: (p) =>
      p.case
        ? "Samsung's program that opens pictures crashed"
        : `${plural(p.count!, "A program that opens", "Programs that open")} pictures, video or messages crashed`,
  },
  why: {
    es: (p) =>
      `Falló ${plural(p.count!, "una vez", `${p.count} veces`)}: ${p.what}. ${p.case ? "El programa espía LANDFALL entraba por ahí, con una foto de WhatsApp (CVE-2025-21042)." : "Un ataque que llega en una foto puede hacer que fallen."}`,
    en: (p) =>
      `It crashed ${plural(p.count!, "once", `${p.count} times`)}: ${p.what}. ${p.case ? "The spyware LANDFALL came in that way, with a picture on WhatsApp (CVE-2025-21042)." : "An attack that comes in a picture can make them crash."}`,
  },
  otherwise: {
    es: "Una foto dañada, poca memoria o un error del programa. Casi siempre es eso.",
    en: "A damaged picture, little memory, or a fault of the program. Nearly always it is that.",
  },
  next: {
    es: (p) =>
      p.case
        ? "Guarda las fotos que te llegaron en esos días, sin abrirlas, y muestra este archivo a una línea de ayuda."
        : "Por sí mismo no dice nada. Le sirve a quien te ayude.",
    en: (p) =>
      p.case
        ? "Keep the pictures that came in those days, without opening them, and show this file to a helpline."
        : "By itself it says nothing. It helps whoever helps you.",
  },
} satisfies Record<string, Words>;
