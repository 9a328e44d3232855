import { plural, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: {
    es: "Redes Wi-Fi a las que el teléfono entró solo",
    en: "Wi-Fi networks that the phone joined by itself",
  },
  title: {
    es: (p) =>
      plural(p.count!, "El teléfono entró solo a una red Wi-Fi", `El teléfono entró solo a ${p.count} redes Wi-Fi`),
    en: (p) =>
      plural(
        p.count!,
        "The phone joined a Wi-Fi network by itself",
        `The phone joined ${p.count} Wi-Fi networks by itself`,
      ),
  },
  why: {
    es: (p) =>
      `${p.names}. Nadie ${plural(p.count!, "la eligió", "las eligió")} en este teléfono. ${Number(p.open) > 0 ? "Al menos una no tiene contraseña. " : ""}Quien controla una red puede cambiar páginas sin cifrar.`,
    en: (p) =>
      `${p.names}. Nobody chose ${plural(p.count!, "it", "them")} on this phone. ${Number(p.open) > 0 ? "At least one has no password. " : ""}Whoever controls a network can change pages without encryption.`,
  },
  otherwise: {
    es: "Redes de tu compañía de teléfono, de un perfil del trabajo, o que conoce otro aparato tuyo.",
    en: "Networks of your phone company, of a profile of your employer, or that another device of yours knows.",
  },
  next: {
    es: "Mira si reconoces los nombres. Por sí solo no dice nada.",
    en: "See whether you recognise the names. By itself it says nothing.",
  },
} satisfies Record<string, Words>;
