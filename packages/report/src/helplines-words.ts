/** What we say of helplines. @module */
import type { Lang } from "@contraluz/core";

type Both = Readonly<Record<Lang, string>>;

interface About {
  readonly name: Both;
  readonly about: Both;
}

export const ABOUT: Readonly<Record<"accessNow" | "socialTic" | "vitaActiva", About>> = {
  accessNow: {
    name: { es: "Línea de Ayuda en Seguridad Digital de Access Now", en: "Access Now Digital Security Helpline" },
    about: {
      es: "Para periodistas, activistas y organizaciones. Atiende en español e inglés. Suele contestar en dos horas y te propone un canal privado.",
      en: "For journalists, activists and organisations. In Spanish and English. They usually answer within two hours and suggest a private channel.",
    },
  },
  socialTic: {
    name: { es: "SocialTIC", en: "SocialTIC" },
    about: {
      es: "México y América Latina. Acompaña revisiones de teléfonos.",
      en: "Mexico and Latin America. Helps people have phones checked.",
    },
  },
  vitaActiva: {
    name: { es: "Vita Activa", en: "Vita Activa" },
    about: {
      es: "Si tienes miedo o angustia: primeros auxilios emocionales, en español.",
      en: "If you feel fear or distress: emotional first aid, in Spanish.",
    },
  },
};
