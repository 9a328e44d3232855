import { more, withRest } from "../../network/rest.ts";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = withRest(
  {
    name: { es: "Llamadas a un paso fijo", en: "Calls at a steady pace" },
    title: {
      es: (p) => `Un aparato llama a ${p.subject} cada ${p.period_es}`,
      en: (p) => `A device calls ${p.subject} every ${p.period_en}`,
    },
    why: {
      es: (p) =>
        `${p.client} llamó ${p.visits} veces a un paso fijo, y casi siempre mandó lo mismo. Así avisa un programa que sigue ahí.`,
      en: (p) =>
        `${p.client} called ${p.visits} times at a steady pace, and nearly always sent the same. So a program says that it is still there.`,
    },
    otherwise: {
      es: "Muchos programas comunes llaman así: correo, clima, juegos, focos, televisiones, respaldos.",
      en: "Many ordinary programs call so: mail, weather, games, lamps, television sets, backups.",
    },
    next: {
      es: "No visites esa dirección. Piensa qué app puede ser. Si no lo sabes, lleva la captura a una línea de ayuda.",
      en: "Do not visit that address. Think which app it may be. If you do not know, take the capture to a helpline.",
    },
  },
  {
    es: (p) => `Se llama a un paso fijo a ${more(p, "un servidor más", "servidores más")}`,
    en: (p) => `${more(p, "One more server is", "more servers are")} called at a steady pace`,
  },
  { es: "Los nombres están en los registros.", en: "The names are in the records." },
);
