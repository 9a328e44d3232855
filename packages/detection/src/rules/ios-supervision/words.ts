import type { Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Teléfono bajo el control de una organización", en: "Phone under the control of an organisation" },
  title: {
    es: "¿Sabes que una organización controla este teléfono?",
    en: "Do you know that an organisation controls this phone?",
  },
  why: {
    es: (p) =>
      `El teléfono está supervisado. Dice ser de: ${p.organization}.${p.server ? ` Servidor: ${p.server}.` : ""} Quien lo controla puede poner apps, dirigir tu conexión y ubicar el teléfono.`,
    en: (p) =>
      `The phone is supervised. It says it belongs to: ${p.organization}.${p.server ? ` Server: ${p.server}.` : ""} Whoever controls it can install apps, steer your connection and locate the phone.`,
  },
  otherwise: {
    es: "Los teléfonos que da el trabajo o la escuela son así. También algunos que se venden usados.",
    en: "Phones given by an employer or school are like this. So are some that are sold second-hand.",
  },
  next: {
    es: "Si es de tu trabajo o escuela, dilo en la próxima revisión (--known). Si el teléfono es tuyo, no borres nada y pregunta a una línea de ayuda.",
    en: "If it is your employer's or school's, say so at the next check (--known). If the phone is yours, erase nothing and ask a helpline.",
  },
} satisfies Record<string, Words>;
