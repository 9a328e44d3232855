import type { Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Teléfono bajo el control de una organización", en: "Phone under the control of an organisation" },
  title: {
    es: (p) =>
      p.on === ""
        ? "¿Conoces el servidor que configuró este teléfono?"
        : "¿Sabes que una organización controla este teléfono?",
    en: (p) =>
      p.on === ""
        ? "Do you know the server that set up this phone?"
        : "Do you know that an organisation controls this phone?",
  },
  why: {
    es: (p) =>
      `${p.on === "" ? "El teléfono se configuró con el servidor de una organización, pero no dice estar supervisado." : "El teléfono está supervisado."} ${p.organization ? `Dice ser de: ${p.organization}.` : "No dice de quién es."}${p.server ? ` Servidor: ${p.server}.` : ""} Quien controla un teléfono así puede poner apps, dirigir tu conexión y ubicar el teléfono.`,
    en: (p) =>
      `${p.on === "" ? "The phone was set up with the server of an organisation, but does not say that it is supervised." : "The phone is supervised."} ${p.organization ? `It says it belongs to: ${p.organization}.` : "It does not say whose it is."}${p.server ? ` Server: ${p.server}.` : ""} Whoever controls such a phone can install apps, steer your connection and locate it.`,
  },
  otherwise: {
    es: "Los teléfonos que da el trabajo o la escuela son así. También algunos que se venden usados.",
    en: "Phones given by an employer or school are like this. So are some that are sold second-hand.",
  },
  next: {
    es: "Si es de tu trabajo o escuela, dilo y deja de salir. Si el teléfono es tuyo, no borres nada y pregunta a una línea de ayuda.",
    en: "If it is your employer's or school's, say so and it goes away. If the phone is yours, erase nothing and ask a helpline.",
  },
} satisfies Record<string, Words>;
