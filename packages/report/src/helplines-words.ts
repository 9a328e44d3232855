/** What we say of helplines: for whom, how they answer. Their addresses stand in `helplines.ts`. @module */
import type { Lang } from "@contraluz/core";

type Both = Readonly<Record<Lang, string>>;

interface About {
  readonly name: Both;
  readonly about: Both;
}

export type HelplineId =
  | "accessNow"
  | "socialTic"
  | "vitaActiva"
  | "amnesty"
  | "rsf"
  | "frontLine"
  | "stalkerware"
  | "refugios"
  | "hotline";

export const ABOUT: Readonly<Record<HelplineId, About>> = {
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
      es: "Si tienes miedo o angustia: primeros auxilios emocionales, en español. Para mujeres, personas LGBTIQ+, periodistas y activistas.",
      en: "If you feel fear or distress: emotional first aid, in Spanish. For women, LGBTIQ+ people, journalists and activists.",
    },
  },
  amnesty: {
    name: { es: "Laboratorio de Amnistía Internacional", en: "Amnesty International Security Lab" },
    about: {
      es: "Para personas defensoras, periodistas y organizaciones. Revisa teléfonos cuando hay señales de un programa espía.",
      en: "For human rights defenders, journalists and organisations. Checks phones where there are signs of spyware.",
    },
  },
  rsf: {
    name: { es: "Laboratorio de Reporteros Sin Fronteras", en: "Reporters Without Borders Digital Security Lab" },
    about: {
      es: "Para periodistas. Revisa aparatos cuando algo concreto apunta a un ataque: un mensaje, un aviso, un aparato que te quitaron.",
      en: "For journalists. Checks devices where something points to an attack: a message, a warning, a device that was taken away.",
    },
  },
  frontLine: {
    name: { es: "Front Line Defenders, contacto de emergencia", en: "Front Line Defenders, emergency contact" },
    about: {
      es: "Si corres peligro por defender derechos. Tiene un teléfono para emergencias: está en su página.",
      en: "If you are in danger because you defend rights. They have an emergency phone: the number is on their page.",
    },
  },
  stalkerware: {
    name: { es: "Coalición contra el Stalkerware", en: "Coalition Against Stalkerware" },
    about: {
      es: "Si temes que te vigila tu pareja o tu familia. Dice qué hacer y qué no. Léela desde un aparato que esa persona no toque.",
      en: "If you fear that your partner or family watches you. It says what to do and what not. Read it on a device that they do not touch.",
    },
  },
  refugios: {
    name: { es: "Red Nacional de Refugios (México)", en: "Red Nacional de Refugios (Mexico)" },
    about: {
      es: "Para mujeres en México que viven violencia, con sus hijas e hijos. Sus teléfonos están en su página.",
      en: "For women in Mexico who live with violence, and their children. Their phone numbers are on their page.",
    },
  },
  hotline: {
    name: {
      es: "Línea Nacional contra la Violencia Doméstica (Estados Unidos)",
      en: "National Domestic Violence Hotline (United States)",
    },
    about: {
      es: "Si tu pareja o tu familia te controla o te hace daño. Ayuda a pensar el siguiente paso.",
      en: "If your partner or family controls or harms you. They help you to think of the next step.",
    },
  },
};

/** Facts of a helpline in one line, and how far to trust the list. */
interface Facts {
  readonly languages: Readonly<Record<Lang, string>>;
  readonly always: string;
  readonly hoursUnknown: string;
  readonly ways: Readonly<Record<"page" | "mail" | "phone" | "chat", string>>;
  readonly where: Readonly<Record<"everywhere" | "latin-america" | "MX" | "US", string>>;
  readonly more: string;
  readonly unchecked: (day: string) => string;
}

const es: Facts = {
  languages: { es: "español", en: "inglés" },
  always: "a toda hora",
  hoursUnknown: "horario en su página",
  ways: { page: "por su página", mail: "correo", phone: "teléfono", chat: "WhatsApp, Signal o Telegram" },
  where: { everywhere: "todo el mundo", "latin-america": "América Latina", MX: "México", US: "Estados Unidos" },
  more: "Para otros casos: periodistas, pareja o familia, peligro",
  unchecked: (day) =>
    `Tomamos estos datos de páginas públicas el ${day}. No los comprobamos con las organizaciones: pueden haber cambiado.`,
};

const en: Facts = {
  languages: { es: "Spanish", en: "English" },
  always: "at any hour",
  hoursUnknown: "hours on their page",
  ways: { page: "through their page", mail: "e-mail", phone: "phone", chat: "WhatsApp, Signal or Telegram" },
  where: { everywhere: "worldwide", "latin-america": "Latin America", MX: "Mexico", US: "United States" },
  more: "For other cases: journalists, partner or family, danger",
  unchecked: (day) =>
    `We took this from public pages on ${day}. It was not checked with the organisations: it may have changed.`,
};

export const HELPLINE_FACTS: Readonly<Record<Lang, Facts>> = { es, en };
