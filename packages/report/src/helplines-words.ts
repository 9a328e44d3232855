/** What we say of helplines: for whom, how they answer. Their addresses stand in `helplines.ts`. @module */
import type { Lang } from "@contraluz/core";

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

/** Who it is, and what we say of them. */
type Said = readonly [name: string, about: string];

/** Who they are, the facts of one in a line, and how far to trust the list. */
interface Facts {
  readonly who: Readonly<Record<HelplineId, Said>>;
  readonly languages: Readonly<Record<Lang, string>>;
  readonly always: string;
  readonly hoursUnknown: string;
  readonly ways: Readonly<Record<"page" | "mail" | "phone" | "chat", string>>;
  readonly where: Readonly<Record<"everywhere" | "latin-america" | "MX" | "US", string>>;
  readonly more: string;
  readonly unchecked: (day: string) => string;
}

const es: Facts = {
  who: {
    accessNow: [
      "Línea de Ayuda en Seguridad Digital de Access Now",
      "Para periodistas, activistas y organizaciones. Atiende en español e inglés. Suele contestar en dos horas y te propone un canal privado.",
    ],
    socialTic: ["SocialTIC", "México y América Latina. Acompaña revisiones de teléfonos."],
    vitaActiva: [
      "Vita Activa",
      "Si tienes miedo o angustia: primeros auxilios emocionales, en español. Para mujeres, personas LGBTIQ+, periodistas y activistas.",
    ],
    amnesty: [
      "Laboratorio de Amnistía Internacional",
      "Para personas defensoras, periodistas y organizaciones. Revisa teléfonos cuando hay señales de un programa espía.",
    ],
    rsf: [
      "Laboratorio de Reporteros Sin Fronteras",
      "Para periodistas. Revisa aparatos cuando algo concreto apunta a un ataque: un mensaje, un aviso, un aparato que te quitaron.",
    ],
    frontLine: [
      "Front Line Defenders, contacto de emergencia",
      "Si corres peligro por defender derechos. Tiene un teléfono para emergencias: está en su página.",
    ],
    stalkerware: [
      "Coalición contra el Stalkerware",
      "Si temes que te vigila tu pareja o tu familia. Dice qué hacer y qué no. Léela desde un aparato que esa persona no toque.",
    ],
    refugios: [
      "Red Nacional de Refugios (México)",
      "Para mujeres en México que viven violencia, con sus hijas e hijos. Sus teléfonos están en su página.",
    ],
    hotline: [
      "Línea Nacional contra la Violencia Doméstica (Estados Unidos)",
      "Si tu pareja o tu familia te controla o te hace daño. Ayuda a pensar el siguiente paso.",
    ],
  },
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
  who: {
    accessNow: [
      "Access Now Digital Security Helpline",
      "For journalists, activists and organisations. In Spanish and English. They usually answer within two hours and suggest a private channel.",
    ],
    socialTic: ["SocialTIC", "Mexico and Latin America. Helps people have phones checked."],
    vitaActiva: [
      "Vita Activa",
      "If you feel fear or distress: emotional first aid, in Spanish. For women, LGBTIQ+ people, journalists and activists.",
    ],
    amnesty: [
      "Amnesty International Security Lab",
      "For human rights defenders, journalists and organisations. Checks phones where there are signs of spyware.",
    ],
    rsf: [
      "Reporters Without Borders Digital Security Lab",
      "For journalists. Checks devices where something points to an attack: a message, a warning, a device that was taken away.",
    ],
    frontLine: [
      "Front Line Defenders, emergency contact",
      "If you are in danger because you defend rights. They have an emergency phone: the number is on their page.",
    ],
    stalkerware: [
      "Coalition Against Stalkerware",
      "If you fear that your partner or family watches you. It says what to do and what not. Read it on a device that they do not touch.",
    ],
    refugios: [
      "Red Nacional de Refugios (Mexico)",
      "For women in Mexico who live with violence, and their children. Their phone numbers are on their page.",
    ],
    hotline: [
      "National Domestic Violence Hotline (United States)",
      "If your partner or family controls or harms you. They help you to think of the next step.",
    ],
  },
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
