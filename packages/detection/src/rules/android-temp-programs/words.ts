import { type Lang, type Params, plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export type Case = "program" | "runs" | "loaded" | "file" | "tool";

const TITLE: Readonly<Record<Case, Readonly<Record<Lang, (p: Params) => string>>>> = {
  program: {
    es: (p) => `Hay ${plural(p.count!, "un programa", `${p.count} programas`)} en la carpeta temporal: ${p.paths}`,
    en: (p) => `${plural(p.count!, "A program lies", `${p.count} programs lie`)} in the temporary folder: ${p.paths}`,
  },
  runs: {
    es: (p) => `Un programa corre desde la carpeta temporal: ${p.paths}`,
    en: (p) => `A program runs from the temporary folder: ${p.paths}`,
  },
  loaded: {
    es: (p) => `Un programa que falló tenía cargado algo raro: ${p.paths}`,
    en: (p) => `A program that crashed had something odd loaded: ${p.paths}`,
  },
  file: {
    es: (p) => `¿Alguien dejó ${plural(p.count!, "este archivo", "estos archivos")} en la carpeta temporal? ${p.paths}`,
    en: (p) => `Did somebody leave ${plural(p.count!, "this file", "these files")} in the temporary folder? ${p.paths}`,
  },
  tool: {
    es: (p) => `Herramientas conocidas en la carpeta temporal: ${p.paths}`,
    en: (p) => `Known tools in the temporary folder: ${p.paths}`,
  },
};
const OTHERWISE: Readonly<Record<Lang, (p: Params) => string>> = {
  es: (p) =>
    p.case === "tool"
      ? "Así se llaman la app Shizuku y la herramienta que hizo esta copia. Un nombre lo puede poner cualquiera."
      : "Quien hace apps deja cosas ahí. También los talleres, y los programas que muestran el celular en una computadora.",
  en: (p) =>
    p.case === "tool"
      ? "The app Shizuku and the tool that made this copy are called like that. Anybody can choose a name."
      : "People who write apps leave things there. So do repair shops, and programs that show the phone on a computer.",
};

/** A program where nothing is given, as in the catalogue. */
const kind = (p: Params): Case => (Object.hasOwn(TITLE, p.case ?? "") ? (p.case as Case) : "program");

export const words: RuleWords = {
  name: { es: "Programas y archivos en la carpeta temporal", en: "Programs and files in the temporary folder" },
  title: { es: (p) => TITLE[kind(p)].es(p), en: (p) => TITLE[kind(p)].en(p) },
  why: {
    es: "Ahí no ponen nada las apps. Llega por cable desde una computadora, o lo pone un programa que ya entró.",
    en: "Apps put nothing there. It comes by cable from a computer, or a program that is already in puts it there.",
  },
  otherwise: { es: OTHERWISE.es, en: OTHERWISE.en },
  next: {
    es: (p) =>
      p.case === "tool"
        ? "Si no usas Shizuku ni se hizo así esta copia, cuéntalo a una línea de ayuda."
        : "No borres nada ni reinicies el celular. Guarda este archivo y pregunta a una línea de ayuda.",
    en: (p) =>
      p.case === "tool"
        ? "If you do not use Shizuku and this copy was not made like that, tell a helpline."
        : "Delete nothing and do not restart the phone. Keep this file and ask a helpline.",
  },
} satisfies Record<string, Words>;
