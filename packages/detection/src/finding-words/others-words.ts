/** Of accounts, pages about a program, and mentions. @module */
import type { KindWords } from "./kinds.ts";
import { inList } from "./phrases-words.ts";

export const OTHERS: KindWords<"account" | "vendor" | "young" | "listed"> = {
  account: {
    title: {
      es: (p) => `${p.begins_es} tuvo contacto con una cuenta usada por ${p.campaign}`,
      en: (p) => `${p.begins_en} had contact with an account used by ${p.campaign}`,
    },
    why: {
      es: (p) =>
        `Esta cuenta está ${inList.es(p)}: quien la publicó dice que se usó para atacar.${p.also_es} El contacto no prueba que lograran entrar.`,
      en: (p) =>
        `This account is ${inList.en(p)}: those who published it say that it was used to attack.${p.also_en} The contact does not prove that they got in.`,
    },
    otherwise: {
      es: "La cuenta pudo ser de otra persona antes o después, o la lista puede tener un error.",
      en: "The account may have been somebody else's before or after, or the list may contain an error.",
    },
    next: {
      es: (p) => `No borres nada. Escribe ${p.soon_es} a una línea de ayuda.`,
      en: (p) => `Delete nothing. Write to a helpline ${p.soon_en}.`,
    },
  },
  vendor: {
    title: {
      es: (p) => `Se encontró la página pública de ${p.campaign}`,
      en: (p) => `The public page of ${p.campaign} was found`,
    },
    why: {
      es: (p) =>
        `Es la página de quien vende o presenta ese programa: ${p.contact_es}.${p.also_es} Leer sobre un programa no es recibirlo.`,
      en: (p) =>
        `It is the page of those who sell or present that program: it ${p.contact_en}.${p.also_en} Reading about a program is not receiving it.`,
    },
    otherwise: {
      es: "Casi siempre es curiosidad, trabajo o publicidad.",
      en: "Almost always it is curiosity, work or advertising.",
    },
    next: {
      es: "Nada que hacer si sabes por qué está ahí. Si no lo sabes, piensa quién más usa ese aparato.",
      en: "Nothing to do if you know why it is there. If you do not, think who else uses that device.",
    },
  },
  young: {
    title: {
      es: (p) => `Un sitio registrado hace poco: ${p.value} (${p.set_es})`,
      en: (p) => `A site that was registered lately: ${p.value} (${p.set_en})`,
    },
    why: {
      es: (p) =>
        `Según la lista, tenía menos de un año cuando lo vimos: ${p.contact_es}. Quien ataca usa sitios nuevos, y también quien empieza un negocio.`,
      en: (p) =>
        `By the list it was less than a year old when we saw it: it ${p.contact_en}. Attackers use new sites, and so does whoever starts a business.`,
    },
    otherwise: {
      es: "Casi todos los sitios nuevos son de gente común.",
      en: "Nearly all new sites are those of ordinary people.",
    },
    next: {
      es: "Por sí mismo no dice nada. Mira si conoces ese sitio.",
      en: "By itself it says nothing. Look whether you know that site.",
    },
  },
  listed: {
    title: { es: (p) => `Se menciona una señal de ${p.campaign}`, en: (p) => `A sign of ${p.campaign} is mentioned` },
    why: {
      es: (p) =>
        `${p.what_es} está ${inList.es(p)}. Aquí es una mención: algo que se envió, o que otra cosa nombra. No vimos que se usara.${p.also_es}`,
      en: (p) =>
        `${p.what_en} is ${inList.en(p)}. Here it is a mention: something that was sent, or that another thing names. We did not see it used.${p.also_en}`,
    },
    otherwise: {
      es: "Alguien pudo escribirlo o reenviarlo para avisar.",
      en: "Somebody may have written or forwarded it as a warning.",
    },
    next: {
      es: "Míralo con calma. Si no sabes por qué está ahí, pregunta a una línea de ayuda.",
      en: "Look at it calmly. If you do not know why it is there, ask a helpline.",
    },
  },
};
