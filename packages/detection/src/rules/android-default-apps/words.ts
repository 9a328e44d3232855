import { type Lang, plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export type Role = "sms" | "calls" | "keyboard" | "assistant";

export const ROLES: Readonly<Record<Role, Readonly<Record<Lang, string>>>> = {
  sms: { es: "mensajes SMS", en: "text messages" },
  calls: { es: "llamadas", en: "calls" },
  keyboard: { es: "teclado", en: "keyboard" },
  assistant: { es: "asistente", en: "assistant" },
};

export const words: RuleWords = {
  name: {
    es: "Quién maneja los mensajes, las llamadas y el teclado",
    en: "Who handles text messages, calls and the keyboard",
  },
  title: {
    es: (p) =>
      p.ask
        ? `¿Conoces ${plural(p.count!, "esta app", "estas apps")}? ${plural(p.count!, "Maneja", "Manejan")}: ${p.what_es}`
        : `${plural(p.count!, "Una app", `${p.count} apps`)} de la tienda para: ${p.what_es}`,
    en: (p) =>
      p.ask
        ? `Do you know ${plural(p.count!, "this app", "these apps")}? ${plural(p.count!, "It handles", "They handle")}: ${p.what_en}`
        : `${plural(p.count!, "One app", `${p.count} apps`)} of the store for: ${p.what_en}`,
  },
  why: {
    es: (p) =>
      `${p.app}. Lo que maneja eso puede leer todo lo que pasa por ahí.${p.ask ? " No vino de una tienda de apps." : ""}`,
    en: (p) =>
      `${p.app}. What handles that can read all that passes.${p.ask ? " It did not come from an app store." : ""}`,
  },
  otherwise: {
    es: "Muchas personas usan otro teclado u otra app de mensajes porque les gusta más.",
    en: "Many people use another keyboard or another app for messages because they like it better.",
  },
  next: {
    es: "Si la elegiste tú, está explicado. Si no, no la quites todavía: pregunta a una línea de ayuda.",
    en: "If you chose it, that explains it. If not, do not remove it yet: ask a helpline.",
  },
} satisfies Record<string, Words>;
