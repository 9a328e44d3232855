/**
 * Whom to call: the one place where addresses of helplines stand. Checked with the organisations before a release.
 * They are plain text on purpose: a link would be opened on the very device that may be watched.
 * @module
 */
import type { Lang } from "@contraluz/core";

export interface Helpline {
  readonly name: Readonly<Record<Lang, string>>;
  /** To be typed by hand on another device. */
  readonly address: string;
  readonly about: Readonly<Record<Lang, string>>;
}

export const HELPLINES: readonly Helpline[] = [
  {
    name: { es: "Línea de Ayuda en Seguridad Digital de Access Now", en: "Access Now Digital Security Helpline" },
    address: "accessnow.org/help",
    about: {
      es: "Para periodistas, activistas y organizaciones. Atiende en español e inglés. Suele contestar en dos horas y te propone un canal privado.",
      en: "For journalists, activists and organisations. In Spanish and English. They usually answer within two hours and suggest a private channel.",
    },
  },
  {
    name: { es: "SocialTIC", en: "SocialTIC" },
    address: "socialtic.org",
    about: {
      es: "México y América Latina. Acompaña revisiones de teléfonos.",
      en: "Mexico and Latin America. Helps people have phones checked.",
    },
  },
  {
    name: { es: "Vita Activa", en: "Vita Activa" },
    address: "vita-activa.org",
    about: {
      es: "Si tienes miedo o angustia: primeros auxilios emocionales, en español.",
      en: "If you feel fear or distress: emotional first aid, in Spanish.",
    },
  },
];
