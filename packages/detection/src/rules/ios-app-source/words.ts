import { type Lang, type Params, plural, say, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

/** What is unusual: the source of a receipt, no receipt, or a company's permit. */
export type Case = "source" | "receipt" | "permit";
type Part = "title" | "why" | "otherwise";

/** Programs that install apps and that many people know. */
export const SOURCES: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  "com.apple.TestFlight": { es: "TestFlight, las versiones de prueba", en: "TestFlight, for test versions" },
  "com.rileytestut.AltStore": { es: "AltStore, otra tienda", en: "AltStore, another store" },
  "com.epicgames.EpicGamesStore": { es: "Epic Games Store, otra tienda", en: "Epic Games Store, another store" },
};

const TEXTS: Readonly<Record<Case, Readonly<Record<Part, Words>>>> = {
  source: {
    title: {
      es: (p) => plural(p.count!, "Una app no vino de la App Store", `${p.count} apps no vinieron de la App Store`),
      en: (p) =>
        plural(p.count!, "One app did not come from the App Store", `${p.count} apps did not come from the App Store`),
    },
    why: {
      es: (p) =>
        `${p.apps}. Las instaló ${p.source_es || `«${p.source}»`}. Fuera de la App Store nadie de Apple revisa una app igual.`,
      en: (p) =>
        `${p.apps}. Installed by ${p.source_en || `“${p.source}”`}. Outside the App Store nobody at Apple reviews an app in the same way.`,
    },
    otherwise: {
      es: "Apps de prueba, tiendas permitidas en Europa y otros países, o apps del trabajo.",
      en: "Test apps, stores that are allowed in Europe and elsewhere, or apps of an employer.",
    },
  },
  receipt: {
    title: {
      es: (p) =>
        plural(
          p.count!,
          "Una app no trae comprobante de una tienda",
          `${p.count} apps no traen comprobante de una tienda`,
        ),
      en: (p) =>
        plural(p.count!, "One app carries no receipt of a store", `${p.count} apps carry no receipt of a store`),
    },
    why: {
      es: (p) =>
        `${p.apps}. Las apps de la App Store traen un comprobante con su nombre. Estas no, o traen el de otra app.`,
      en: (p) =>
        `${p.apps}. Apps of the App Store carry a receipt with their name. These do not, or carry that of another app.`,
    },
    otherwise: {
      es: "Apps que puso el trabajo o alguien que las programa, o una app a medio instalar cuando se hizo el respaldo.",
      en: "Apps from an employer or from somebody who writes them, or an app that was half installed when the backup was made.",
    },
  },
  permit: {
    title: {
      es: "Una empresa puede poner apps en este teléfono",
      en: "A company can put apps on this phone",
    },
    why: {
      es: (p) =>
        `Hay un permiso de: ${p.apps}. Con él se instalan apps que nadie revisa. Algunos programas espía llegaron así.`,
      en: (p) =>
        `There is a permit of: ${p.apps}. With it apps are installed that nobody reviews. Some spyware came this way.`,
    },
    otherwise: {
      es: "Muchas empresas dan así sus apps a quienes trabajan en ellas.",
      en: "Many companies give their apps to their staff like this.",
    },
  },
};

/** The text of a case; where none is named (the list of rules), that of the commonest. */
const textOf = (part: Part): Words => {
  const of = (lang: Lang) => (p: Params) => say(TEXTS[(p.case ?? "source") as Case][part], lang, p);
  return { es: of("es"), en: of("en") };
};

export const words: RuleWords = {
  name: { es: "Apps que no vienen de la App Store", en: "Apps that do not come from the App Store" },
  title: textOf("title"),
  why: textOf("why"),
  otherwise: textOf("otherwise"),
  next: {
    es: "Si las conoces, dilo en la próxima revisión (--known) y dejan de salir. Si no, no las borres todavía: muéstralas a una línea de ayuda.",
    en: "If you know them, say so at the next check (--known) and they go away. If not, do not delete them yet: show them to a helpline.",
  },
};
