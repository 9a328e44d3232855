import { more, withRest } from "../../network/rest.ts";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = withRest(
  {
    name: { es: "Puertos fuera de lo común", en: "Ports out of the ordinary" },
    title: {
      es: (p) =>
        p.what === "http"
          ? `Se habló sin cifrar con ${p.subject}`
          : `Conexión cifrada a un puerto poco común: ${p.subject}`,
      en: (p) =>
        p.what === "http"
          ? `${p.subject} was spoken to without encryption`
          : `Encrypted connection to an uncommon port: ${p.subject}`,
    },
    why: {
      es: (p) => `Lo hizo ${p.client}. Se anota para quien revise la captura.`,
      en: (p) => `${p.client} did so. It is noted for whoever reviews the capture.`,
    },
    otherwise: {
      es: "Juegos, apps de empresas, cámaras y servidores caseros usan puertos propios.",
      en: "Games, apps of companies, cameras and servers at home use ports of their own.",
    },
    next: {
      es: "Por sí mismo no dice nada. Mira si conoces ese nombre.",
      en: "By itself it says nothing. Look whether you know that name.",
    },
  },
  {
    es: (p) => `Puertos poco comunes: ${more(p, "un servidor más", "servidores más")}`,
    en: (p) => `Uncommon ports: ${more(p, "one more server", "more servers")}`,
  },
  { es: "Los nombres están en los registros.", en: "The names are in the records." },
);
