import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Perfiles que ya no están", en: "Profiles that are gone" },
  title: {
    es: (p) =>
      plural(p.count!, "¿Conoces un perfil que ya no está?", `¿Conoces estos ${p.count} perfiles que ya no están?`),
    en: (p) =>
      plural(p.count!, "Do you know a profile that is gone?", `Do you know these ${p.count} profiles that are gone?`),
  },
  why: {
    es: (p) =>
      `El teléfono anotó: ${p.names}. Esos perfiles no están en el respaldo. Un perfil puede dirigir tu conexión o dar control del teléfono.`,
    en: (p) =>
      `The phone noted: ${p.names}. Those profiles are not in the backup. A profile can steer your connection or give control of the phone.`,
  },
  otherwise: {
    es: "Quitaste tú un perfil de una red Wi-Fi, una VPN o una versión de prueba de iOS. Tu operador o tu trabajo también los ponen y quitan.",
    en: "You removed a profile of a Wi-Fi network, a VPN or a test version of iOS yourself. Your carrier or employer also come and go with them.",
  },
  next: {
    es: "Si los conoces, dilo y deja de salir. Si no, anota las fechas y pregunta a una línea de ayuda.",
    en: "If you know them, say so and they go away. If not, write down the dates and ask a helpline.",
  },
} satisfies Record<string, Words>;
