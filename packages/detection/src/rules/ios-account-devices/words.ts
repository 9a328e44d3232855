import type { Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Dispositivos con la misma cuenta de Apple", en: "Devices with the same Apple Account" },
  title: {
    es: "¿Son tuyos todos estos dispositivos?",
    en: "Are all these devices yours?",
  },
  why: {
    es: (p) =>
      `Usan la misma cuenta de Apple que este teléfono, o es él mismo: ${p.devices}. Quien tenga uno puede leer tus mensajes, fotos y ubicación sin ningún programa espía.`,
    en: (p) =>
      `They use the same Apple Account as this phone, or are the phone itself: ${p.devices}. Whoever has one can read your messages, photos and places without any spyware.`,
  },
  otherwise: {
    es: "Casi siempre son aparatos tuyos, también viejos, o de alguien con quien compartes la cuenta a propósito.",
    en: "Nearly always they are devices of yours, old ones too, or of somebody with whom you share the account on purpose.",
  },
  next: {
    es: "Si no conoces uno, toma una foto de la lista en Ajustes antes de quitarlo: quien lo tiene puede notarlo. Pide consejo a una línea de ayuda.",
    en: "If you do not know one, take a picture of the list in Settings before you remove it: whoever has it may notice. Ask a helpline for advice.",
  },
} satisfies Record<string, Words>;
