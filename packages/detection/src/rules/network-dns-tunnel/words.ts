import { more, withRest } from "../../network/rest.ts";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = withRest(
  {
    name: { es: "Datos dentro de nombres", en: "Data inside names" },
    title: {
      es: (p) => `Viajan datos en los nombres que se buscan de ${p.subject}`,
      en: (p) => `Data travels in the names that are looked up of ${p.subject}`,
    },
    why: {
      es: (p) =>
        `${p.client} buscó ${p.names} nombres largos, cada uno una vez. En ellos caben ${p.out} hacia afuera, y volvieron ${p.back}.`,
      en: (p) =>
        `${p.client} looked up ${p.names} long names, each once. They hold ${p.out} on the way out, and ${p.back} came back.`,
    },
    otherwise: {
      es: "Un antivirus, un filtro de correo, o una app para pasar por redes que cobran.",
      en: "An antivirus, a filter of mail, or an app to get through networks that charge.",
    },
    next: {
      es: "No busques ni visites ese nombre. Lleva la captura a una línea de ayuda esta semana.",
      en: "Do not look up or visit that name. Take the capture to a helpline this week.",
    },
  },
  {
    es: (p) => `Pasa lo mismo con ${more(p, "una zona más", "zonas más")}`,
    en: (p) => `The same goes for ${more(p, "one more zone", "more zones")}`,
  },
  { es: "Los nombres están en los registros.", en: "The names are in the records." },
);
