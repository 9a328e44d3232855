import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = {
  name: { es: "Sitios que no existen, uno tras otro", en: "Sites that do not exist, one after another" },
  title: {
    es: (p) => `Un aparato buscó ${p.count} sitios que no existen`,
    en: (p) => `A device looked for ${p.count} sites that do not exist`,
  },
  why: {
    es: (p) =>
      `${p.client} buscó, entre otros: ${p.names}. Así busca un programa un servidor que cambia de nombre cada día.`,
    en: (p) =>
      `${p.client} looked for, among others: ${p.names}. So a program looks for a server that changes its name each day.`,
  },
  otherwise: {
    es: "Una app vieja con servidores que ya no existen, un bloqueador de anuncios, o un navegador que prueba su red.",
    en: "An old app whose servers are gone, an ad blocker, or a browser that tests its network.",
  },
  next: {
    es: "No visites esos nombres. Si no los conoces, lleva la captura a una línea de ayuda.",
    en: "Do not visit those names. If you do not know them, take the capture to a helpline.",
  },
};
