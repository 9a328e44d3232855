import { type Lang, type Params, plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export type Way = "adb" | "file" | "none" | "open" | "transfer";

const HOW: Readonly<Record<Way, Readonly<Record<Lang, (p: Params) => string>>>> = {
  adb: {
    es: () => "Se instaló desde una computadora, por cable o por la red (adb).",
    en: () => "It was installed from a computer, by cable or over the network (adb).",
  },
  file: {
    es: (p) => (p.installer === "" ? "Las instalaron varias apps." : `La instaló: ${p.installer}.`),
    en: (p) => (p.installer === "" ? "Several apps installed them." : `It was installed by: ${p.installer}.`),
  },
  none: {
    es: () => "El celular no dice quién la instaló.",
    en: () => "The phone does not say who installed it.",
  },
  open: {
    es: () => "Vino de una tienda de programas libres, como F-Droid.",
    en: () => "It came from a shop of free programs, like F-Droid.",
  },
  transfer: {
    es: () => "Se copió de otro celular.",
    en: () => "It was copied from another phone.",
  },
};
/** By a file where nothing is given, as in the catalogue. */
const how = (p: Params, lang: Lang): string => HOW[Object.hasOwn(HOW, p.way ?? "") ? (p.way as Way) : "file"][lang](p);

export const words: RuleWords = {
  name: { es: "Apps que no vinieron de la tienda", en: "Apps that did not come from the store" },
  title: {
    es: (p) =>
      p.way === "open" || p.way === "transfer"
        ? `${plural(p.count!, "Una app vino", `${p.count} apps vinieron`)} de otro lado: ${p.apps}`
        : `¿Conoces ${plural(p.count!, "esta app", `estas ${p.count} apps`)}? No ${plural(p.count!, "vino", "vinieron")} de la tienda: ${p.apps}`,
    en: (p) =>
      p.way === "open" || p.way === "transfer"
        ? `${plural(p.count!, "One app", `${p.count} apps`)} came from elsewhere: ${p.apps}`
        : `Do you know ${plural(p.count!, "this app", `these ${p.count} apps`)}? Not from the store: ${p.apps}`,
  },
  why: {
    es: (p) => `${how(p, "es")} Ninguna tienda del celular la revisó.`,
    en: (p) => `${how(p, "en")} No store of the phone looked at it.`,
  },
  otherwise: {
    es: "Hay quien instala apps desde páginas, chats o una computadora. También talleres, el trabajo y quien hace programas.",
    en: "Some people install apps from web pages, chats or a computer. So do repair shops, employers and people who write programs.",
  },
  next: {
    es: "Si las conoces, dilo y dejan de salir. Si no, no las quites todavía: anótalas y pregunta a una línea de ayuda.",
    en: "If you know them, say so and they go away. If not, do not remove them yet: write them down and ask a helpline.",
  },
} satisfies Record<string, Words>;
