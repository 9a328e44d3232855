import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Órdenes que llegaron desde una computadora (adb)", en: "Commands that came from a computer (adb)" },
  title: {
    es: (p) =>
      p.case === "own"
        ? "Rastros de quien hizo esta copia"
        : p.case === "read"
          ? "Una computadora miró datos del celular otro día"
          : "¿Alguien dio órdenes al celular desde una computadora?",
    en: (p) =>
      p.case === "own"
        ? "Traces of whoever made this copy"
        : p.case === "read"
          ? "A computer looked at data of the phone on another day"
          : "Did somebody command the phone from a computer?",
  },
  why: {
    es: (p) =>
      `El celular anotó ${plural(p.count!, "una orden", `${p.count} órdenes`)}: ${p.what}.${p.case === "own" ? " Son de cuando se hizo la copia." : p.case === "asked" ? " Así se instalan apps y se meten archivos sin tocar la pantalla." : ""}`,
    en: (p) =>
      `The phone noted ${plural(p.count!, "one command", `${p.count} commands`)}: ${p.what}.${p.case === "own" ? " They are from when the copy was made." : p.case === "asked" ? " That is how apps are installed and files are put without touching the screen." : ""}`,
  },
  otherwise: {
    es: "Quien hace apps usa esto cada día. También lo usan los talleres, y programas para ver la pantalla o quitar apps de fábrica.",
    en: "People who write apps use this every day. So do repair shops, and programs that show the screen or remove apps of the maker.",
  },
  next: {
    es: (p) =>
      p.case === "own"
        ? "No hay nada que hacer."
        : "Piensa quién conectó el celular ese día. Si no lo sabes, guarda este archivo y pregunta a una línea de ayuda.",
    en: (p) =>
      p.case === "own"
        ? "There is nothing to do."
        : "Think who connected the phone on that day. If you do not know, keep this file and ask a helpline.",
  },
} satisfies Record<string, Words>;
