import { type Lang, plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export type Power = "accessibility" | "admin" | "notifications";
/**
 * `hidden`: it has no icon. `strong`: nothing tells whether it has one. `visible`: it has one, or one power alone. `store`: it came from a shop or
 * another phone. `unknown`: nothing tells where it came from.
 */
export type Case = "hidden" | "strong" | "visible" | "store" | "unknown";

export const POWERS: Readonly<Record<Power, Readonly<Record<Lang, string>>>> = {
  accessibility: {
    es: "accesibilidad (leer la pantalla y tocar por ti)",
    en: "accessibility (read the screen and tap for you)",
  },
  admin: { es: "administrador del celular (bloquearlo y borrarlo)", en: "phone administrator (lock and erase it)" },
  notifications: {
    es: "tus avisos (leer los mensajes que llegan)",
    en: "your notifications (read messages as they come)",
  },
};

export const words: RuleWords = {
  name: { es: "Apps con mucho poder sobre el celular", en: "Apps with much power over the phone" },
  title: {
    es: (p) =>
      p.case === "hidden"
        ? `${plural(p.count!, "Una app sin ícono puede", `${p.count} apps sin ícono pueden`)} mirar o dirigir el celular: ${p.app}`
        : p.case === "strong"
          ? `${plural(p.count!, "Una app de fuera de la tienda puede", `${p.count} apps de fuera de la tienda pueden`)} mirar o dirigir el celular: ${p.app}`
          : p.case === "visible"
            ? `¿Conoces ${plural(p.count!, "esta app, que puede", "estas apps, que pueden")} mirar o dirigir el celular? ${p.app}`
            : `${plural(p.count!, "Una app tiene", `${p.count} apps tienen`)} permisos fuertes: ${p.app}`,
    en: (p) =>
      p.case === "hidden"
        ? `${plural(p.count!, "An app without an icon", `${p.count} apps without an icon`)} can watch or steer the phone: ${p.app}`
        : p.case === "strong"
          ? `${plural(p.count!, "An app", `${p.count} apps`)} from outside the store can watch or steer the phone: ${p.app}`
          : p.case === "visible"
            ? `Do you know ${plural(p.count!, "this app, which", "these apps, which")} can watch or steer the phone? ${p.app}`
            : `${plural(p.count!, "One app has", `${p.count} apps have`)} strong permissions: ${p.app}`,
  },
  why: {
    es: (p) =>
      `${plural(p.count!, "Tiene", "Tienen")} permiso para: ${p.what_es}. ${
        p.case === "store"
          ? `Según el celular, ${plural(p.count!, "vino", "vinieron")} de una tienda de apps o de otro celular.`
          : p.case === "unknown"
            ? `Aquí no se ve de dónde ${plural(p.count!, "vino", "vinieron")}.`
            : `No ${plural(p.count!, "vino", "vinieron")} de una tienda de apps.`
      }${p.case === "hidden" ? " Las apps que vigilan a una persona se ven así: llegan por un archivo, se esconden y piden esto." : ""}${p.case === "strong" ? " Las apps que vigilan a una persona piden esto. Si tiene ícono no se ve aquí." : ""}`,
    en: (p) =>
      `${plural(p.count!, "It is", "They are")} allowed to use: ${p.what_en}. ${
        p.case === "store"
          ? `The phone says that ${plural(p.count!, "it", "they")} came from an app store or from another phone.`
          : p.case === "unknown"
            ? `Where ${plural(p.count!, "it", "they")} came from does not show here.`
            : `${plural(p.count!, "It did", "They did")} not come from an app store.`
      }${p.case === "hidden" ? " Apps that watch a person look like this: they come as a file, hide, and ask for this." : ""}${p.case === "strong" ? " Apps that watch a person ask for this. Whether it has an icon does not show here." : ""}`,
  },
  otherwise: {
    es: (p) =>
      p.case === "hidden" || p.case === "strong"
        ? "Una herramienta del trabajo, un control parental que tú conoces, o una app de otra tienda."
        : "Los gestores de contraseñas, lectores de pantalla, relojes, antivirus y apps del trabajo usan estos permisos.",
    en: (p) =>
      p.case === "hidden" || p.case === "strong"
        ? "A tool of your employer, a parental control that you know, or an app of another shop."
        : "Password managers, screen readers, watches, virus scanners and apps of employers use these permissions.",
  },
  next: {
    es: (p) =>
      p.case === "store" || p.case === "unknown"
        ? "Si conoces la app y la usas, está explicado. Si no, no la quites todavía: mírala en Configuración › Accesibilidad y pregunta a una línea de ayuda."
        : "No la quites todavía: quien la puso puede darse cuenta. Guarda este archivo y escribe a una línea de ayuda desde otro aparato.",
    en: (p) =>
      p.case === "store" || p.case === "unknown"
        ? "If you know and use the app, that explains it. If not, do not remove it yet: look at Settings › Accessibility and ask a helpline."
        : "Do not remove it yet: whoever put it there may notice. Keep this file and write to a helpline from another device.",
  },
} satisfies Record<string, Words>;
