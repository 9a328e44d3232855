import type { Params } from "@contraluz/core";
import { more, withRest } from "../../network/rest.ts";
import type { RuleWords } from "../../rule.ts";

type Both = Readonly<Record<"es" | "en", (p: Params) => string>>;

const TITLES: Readonly<Record<string, Both>> = {
  like: {
    es: (p) => `Un nombre está escrito para parecerse a ${p.of}`,
    en: (p) => `A name is written to look like ${p.of}`,
  },
  mixed: {
    es: (p) => `Un nombre mezcla letras de dos alfabetos: ${p.of}`,
    en: (p) => `A name mixes letters of two alphabets: ${p.of}`,
  },
  tunnel: {
    es: (p) => `Un túnel a la computadora de alguien: ${p.subject}`,
    en: (p) => `A tunnel to somebody's computer: ${p.subject}`,
  },
  dynamic: {
    es: (p) => `Un nombre gratuito de servidor casero: ${p.subject}`,
    en: (p) => `A free name of a server at home: ${p.subject}`,
  },
  ending: {
    es: (p) => `Un nombre de los que casi no cuestan: ${p.subject}`,
    en: (p) => `A name of those that cost next to nothing: ${p.subject}`,
  },
};

const WHY: Readonly<Record<string, Both>> = {
  like: {
    es: (p) =>
      `El aparato ${p.client} llamó a ${p.subject}. A la vista parece ${p.of}, pero lleva letras de otro alfabeto. Así se hacen páginas que engañan.`,
    en: (p) =>
      `The device ${p.client} called ${p.subject}. To the eye it is ${p.of}, but it has letters of another alphabet. Deceiving pages are made so.`,
  },
  mixed: {
    es: (p) => `El aparato ${p.client} llamó a ${p.subject}. Una sola palabra lleva letras latinas y de otro alfabeto.`,
    en: (p) =>
      `The device ${p.client} called ${p.subject}. A single word of it has Latin letters and those of another alphabet.`,
  },
  tunnel: {
    es: (p) =>
      `El aparato ${p.client} llamó a ${p.subject}. Los nombres de ${p.of} llevan a un programa en la computadora de quien sea, y duran poco.`,
    en: (p) =>
      `The device ${p.client} called ${p.subject}. Names of ${p.of} lead to a program on anybody's computer, and do not last.`,
  },
  dynamic: {
    es: (p) =>
      `El aparato ${p.client} llamó a ${p.subject}. En ${p.of} cualquiera recibe un nombre gratis y sin decir quién es.`,
    en: (p) =>
      `The device ${p.client} called ${p.subject}. At ${p.of} anybody gets a name free and without saying who they are.`,
  },
  ending: {
    es: (p) =>
      `El aparato ${p.client} llamó a ${p.subject}. Los nombres que terminan en .${p.of} son muy baratos, y muchos se tiran a los pocos días.`,
    en: (p) =>
      `The device ${p.client} called ${p.subject}. Names that end in .${p.of} are very cheap, and many are thrown away after days.`,
  },
};

const either =
  (by: Readonly<Record<string, Both>>, lang: "es" | "en") =>
  (p: Params): string =>
    (by[String(p.what)] ?? by.dynamic!)[lang](p);

export const words: RuleWords = withRest(
  {
    name: { es: "Nombres fuera de lo común", en: "Names out of the ordinary" },
    title: { es: either(TITLES, "es"), en: either(TITLES, "en") },
    why: { es: either(WHY, "es"), en: either(WHY, "en") },
    otherwise: {
      es: (p) =>
        p.what === "like" || p.what === "mixed"
          ? "Hay sitios de otros países con letras así, que no quieren engañar a nadie."
          : "Cámaras, grabadoras y servidores de una casa usan nombres así. También proyectos pequeños y anuncios.",
      en: (p) =>
        p.what === "like" || p.what === "mixed"
          ? "There are sites of other countries with such letters, which mean to deceive nobody."
          : "Cameras, recorders and servers of a home use such names. So do small projects and advertisements.",
    },
    next: {
      es: (p) =>
        p.what === "like"
          ? "No la abras ni pongas ahí una contraseña. Si ya la pusiste, cámbiala en el sitio verdadero. Pregunta a una línea de ayuda."
          : "Por sí mismo no dice nada. Mira si conoces ese nombre.",
      en: (p) =>
        p.what === "like"
          ? "Do not open it nor enter a password there. If you did, change it at the true site. Ask a helpline."
          : "By itself it says nothing. Look whether you know that name.",
    },
  },
  {
    es: (p) => `Nombres fuera de lo común: ${more(p, "uno más", "más")}`,
    en: (p) => `Names out of the ordinary: ${more(p, "one more", "more")}`,
  },
  { es: "Los nombres están en los registros.", en: "The names are in the records." },
);
