import { type Lang, plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export type Power = "accessibility" | "admin" | "notifications";
export type Case = "hidden" | "visible" | "store";

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
        : p.case === "visible"
          ? `¿Conoces ${plural(p.count!, "esta app, que puede", "estas apps, que pueden")} mirar o dirigir el celular? ${p.app}`
          : `${plural(p.count!, "Una app tiene", `${p.count} apps tienen`)} permisos fuertes: ${p.app}`,
    en: (p) =>
      p.case === "hidden"
        ? `${plural(p.count!, "An app without an icon", `${p.count} apps without an icon`)} can watch or steer the phone: ${p.app}`
        : p.case === "visible"
          ? `Do you know ${plural(p.count!, "this app, which", "these apps, which")} can watch or steer the phone? ${p.app}`
          : `${plural(p.count!, "One app has", `${p.count} apps have`)} strong permissions: ${p.app}`,
  },
  why: {
    es: (p) =>
      `${plural(p.count!, "Tiene", "Tienen")} permiso para: ${p.what_es}. ${
        p.case === "store"
          ? "No vino de un archivo suelto."
          : `No ${plural(p.count!, "vino", "vinieron")} de una tienda de apps.`
      }${p.case === "hidden" ? " Las apps que vigilan a una persona se ven así: llegan por un archivo, se esconden y piden esto." : ""}`,
    en: (p) =>
      `${plural(p.count!, "It is", "They are")} allowed to use: ${p.what_en}. ${
        p.case === "store"
          ? "It did not come as a loose file."
          : `${plural(p.count!, "It did", "They did")} not come from an app store.`
      }${p.case === "hidden" ? " Apps that watch a person look like this: they come as a file, hide, and ask for this." : ""}`,
  },
  otherwise: {
    es: (p) =>
      p.case === "hidden"
        ? "Una herramienta del trabajo, un control parental que tú conoces, o una app de otra tienda sin ícono a propósito."
        : "Los gestores de contraseñas, lectores de pantalla, relojes, antivirus y apps del trabajo usan estos permisos.",
    en: (p) =>
      p.case === "hidden"
        ? "A tool of your employer, a parental control that you know, or an app of another shop that has no icon on purpose."
        : "Password managers, screen readers, watches, virus scanners and apps of employers use these permissions.",
  },
  next: {
    es: (p) =>
      p.case === "store"
        ? "Si conoces la app y la usas, está explicado. Si no, míralo en Configuración › Accesibilidad y en Apps de administrador."
        : "No la quites todavía: quien la puso puede darse cuenta. Guarda este archivo y escribe a una línea de ayuda desde otro aparato.",
    en: (p) =>
      p.case === "store"
        ? "If you know and use the app, that explains it. If not, look at Settings › Accessibility and Device admin apps."
        : "Do not remove it yet: whoever put it there may notice. Keep this file and write to a helpline from another device.",
  },
} satisfies Record<string, Words>;
