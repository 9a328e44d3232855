import { type Lang, type Params, plural, say, type Words } from "@contraluz/core";
import type { RuleWords } from "../../rule.ts";

type Case = "server" | "link" | "lookup";
type Part = "title" | "why" | "otherwise";

const NO_SIGN: Readonly<Record<Lang, string>> = {
  es: "De Graphite no hay en el teléfono una señal pública que buscar: solo se puede ver que se parece a lo que se publicó.",
  en: "Of Graphite there is no public sign on the phone to look for: one can only see that this looks like what was published.",
};

const TEXTS: Readonly<Record<Case, Readonly<Record<Part, Words>>>> = {
  server: {
    title: {
      es: "El teléfono llamó a una dirección que nombra un informe sobre Graphite",
      en: "The phone called an address that a report on Graphite names",
    },
    why: {
      es: (p) =>
        `En junio de 2025 Citizen Lab contó que el iPhone de una persona periodista, atacado con Graphite, llamaba a ${p.who}. ${NO_SIGN.es}`,
      en: (p) =>
        `In June 2025 Citizen Lab told that a journalist's iPhone, attacked with Graphite, called ${p.who}. ${NO_SIGN.en}`,
    },
    otherwise: {
      es: "Es un servidor alquilado: antes o después de esos meses pudo ser de otra gente.",
      en: "It is a rented server: before or after those months it may have been other people's.",
    },
  },
  link: {
    title: {
      es: (p) =>
        p.who
          ? "Alguien que no está en tus contactos mandó un enlace de fotos de iCloud"
          : `${plural(p.senders!, "Alguien más, que no está en tus contactos, mandó", `${p.senders} personas más, que no están en tus contactos, mandaron`)} enlaces de fotos de iCloud`,
      en: (p) =>
        p.who
          ? "Somebody who is not among your contacts sent an iCloud link to photos"
          : `${plural(p.senders!, "Somebody else who is", `Another ${p.senders} people who are`)} not among your contacts sent iCloud links to photos`,
    },
    why: {
      es: (p) =>
        `${p.who ? `Lo mandó «${p.who}», que` : "Quien lo mandó"} no está en tus contactos. Llegó en los meses en que Graphite podía entrar así, sin clic, por una falla que Apple cerró en febrero de 2025. ${NO_SIGN.es}`,
      en: (p) =>
        `${p.who ? `“${p.who}”, who sent it,` : "Who sent it"} is not among your contacts. It came in the months when Graphite could come in this way, without a click, through a fault that Apple closed in February 2025. ${NO_SIGN.en}`,
    },
    otherwise: {
      es: "Casi siempre son fotos de una fiesta, una venta o un viaje, de alguien que no guardaste.",
      en: "Nearly always these are pictures of a party, a sale or a trip, from somebody whom you did not save.",
    },
  },
  lookup: {
    title: {
      es: "iMessage buscó una cuenta desconocida y luego falló Mensajes",
      en: "iMessage looked up an unknown account, and then Messages crashed",
    },
    why: {
      es: (p) =>
        `«${p.who}» no está en ningún otro lugar del teléfono. En menos de una hora falló una parte de Mensajes. Fue en los meses de los ataques con Graphite, que llegan por iMessage y no se ven. ${NO_SIGN.es}`,
      en: (p) =>
        `“${p.who}” stands nowhere else on the phone. Within an hour a part of Messages crashed. It was in the months of the attacks with Graphite, which come by iMessage and are not seen. ${NO_SIGN.en}`,
    },
    otherwise: {
      es: "Un mensaje no deseado que ya se borró, y una falla común.",
      en: "An unwanted message that is deleted by now, and an ordinary crash.",
    },
  },
};

const caseOf = (p: Params): Case => (Object.hasOwn(TEXTS, p.case ?? "") ? (p.case as Case) : "link");
const textOf = (part: Part): Words => {
  const of = (lang: Lang) => (p: Params) => say(TEXTS[caseOf(p)][part], lang, p);
  return { es: of("es"), en: of("en") };
};

export const words: RuleWords = {
  name: {
    es: "Lo que se publicó de los ataques con Graphite",
    en: "What was published about the attacks with Graphite",
  },
  title: textOf("title"),
  why: textOf("why"),
  otherwise: textOf("otherwise"),
  next: {
    es: "Si sabes de qué se trata, dilo y deja de salir. Si no, no abras ni borres nada. Guarda este archivo y muéstralo a una línea de ayuda, desde otro aparato.",
    en: "If you know what it is, say so and it goes away. If not, open and delete nothing. Keep this file and show it to a helpline, from another device.",
  },
};
