import { more, withRest } from "../../network/rest.ts";
import type { RuleWords } from "../../rule.ts";

export const words: RuleWords = withRest(
  {
    name: { es: "Certificados fuera de lo común", en: "Certificates out of the ordinary" },
    title: {
      es: (p) => `El certificado de ${p.subject} no viene de una autoridad pública`,
      en: (p) => `The certificate of ${p.subject} is from no public authority`,
    },
    why: {
      es: (p) =>
        `${p.self === 1 ? "El servidor lo firmó él mismo" : "Lo firmó otro"}${Number(p.years) > 1 ? `, y vale ${p.years} años` : ""}. Dice: ${p.says || "nada"}.${p.lead === 1 ? " No se le pidió ningún nombre, y su puerto no es de los usuales." : ""}`,
      en: (p) =>
        `${p.self === 1 ? "The server signed it itself" : "Another signed it"}${Number(p.years) > 1 ? `, and it lasts ${p.years} years` : ""}. It says: ${p.says || "nothing"}.${p.lead === 1 ? " It was asked for no name, and its port is none of the usual ones." : ""}`,
    },
    otherwise: {
      es: "Empresas, juegos, cámaras y apps que llaman a su propio servidor firman así.",
      en: "Companies, games, cameras, and apps that call a server of their own sign so.",
    },
    next: {
      es: "Guarda la captura. Si no conoces ese servidor, pregunta a una línea de ayuda.",
      en: "Keep the capture. If you do not know that server, ask a helpline.",
    },
  },
  {
    es: (p) => `También es así en ${more(p, "un servidor más", "servidores más")}`,
    en: (p) => `The same goes for ${more(p, "one more server", "more servers")}`,
  },
  { es: "Los nombres están en los registros.", en: "The names are in the records." },
);
