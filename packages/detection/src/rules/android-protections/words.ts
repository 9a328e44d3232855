import type { Lang, Params, Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export type Part = "verifier" | "adb-verifier" | "security" | "updates" | "reports" | "installers";

const PARTS: Readonly<Record<Part, Readonly<Record<Lang, string>>>> = {
  verifier: { es: "la revisión de apps (Play Protect)", en: "the checking of apps (Play Protect)" },
  "adb-verifier": {
    es: "la revisión de apps que instala una computadora",
    en: "the checking of apps that a computer installs",
  },
  security: { es: "programas de protección de fábrica", en: "security programs of the maker" },
  updates: { es: "las actualizaciones del sistema", en: "updates of the system" },
  installers: {
    es: "apps que pueden instalar otras apps",
    en: "apps that may install other apps",
  },
  reports: { es: "los reportes de errores al fabricante", en: "reports of errors to the maker" },
};
/** The checking of apps where nothing is given, as in the catalogue. */
const part = (p: Params, lang: Lang): string =>
  PARTS[Object.hasOwn(PARTS, p.part ?? "") ? (p.part as Part) : "verifier"][lang];
const opens = (p: Params): boolean => p.part === "installers";
const quiet = (p: Params): boolean => p.part === "reports" || p.part === "adb-verifier" || p.part === "installers";

export const words: RuleWords = {
  name: { es: "Protecciones del celular que están apagadas", en: "Protections of the phone that are switched off" },
  title: {
    es: (p) =>
      opens(p)
        ? `Hay ${part(p, "es")}: ${p.names}`
        : quiet(p)
          ? `Está apagado: ${part(p, "es")}`
          : `¿Tú apagaste esto: ${part(p, "es")}?`,
    en: (p) =>
      opens(p)
        ? `There are ${part(p, "en")}: ${p.names}`
        : quiet(p)
          ? `Switched off: ${part(p, "en")}`
          : `Did you switch this off: ${part(p, "en")}?`,
  },
  why: {
    es: (p) =>
      opens(p)
        ? "Sin ese permiso, un archivo descargado no se puede instalar."
        : `En el celular está apagado: ${p.names}.${p.part === "verifier" ? " Quien instala una app para vigilar a alguien suele apagarlo primero." : ""}`,
    en: (p) =>
      opens(p)
        ? "Without that permission, a downloaded file cannot be installed."
        : `On the phone this is off: ${p.names}.${p.part === "verifier" ? " Whoever installs an app to watch somebody often switches it off first." : ""}`,
  },
  otherwise: {
    es: "Hay quien lo apaga para instalar una app de otra tienda, ahorrar batería o quitar programas de fábrica.",
    en: "Some people switch it off to install an app from another shop, to save battery, or to remove programs of the maker.",
  },
  next: {
    es: (p) =>
      quiet(p)
        ? "Por sí mismo no dice nada. Le sirve a quien te ayude."
        : "Si fuiste tú, está explicado. Si no, no lo enciendas todavía: puede borrar rastros. Pregunta a una línea de ayuda.",
    en: (p) =>
      quiet(p)
        ? "By itself it says nothing. It helps whoever helps you."
        : "If it was you, that explains it. If not, do not switch it on yet: that can wipe traces. Ask a helpline.",
  },
} satisfies Record<string, Words>;
