/** Of sites and servers. @module */
import type { KindWords } from "./kinds.ts";
import { doNotOpen, inList, keep, passedOn, restored } from "./phrases-words.ts";

export const SERVERS: KindWords<
  "server-used" | "server-set" | "server-looked-up" | "visited" | "received" | "shown" | "shared"
> = {
  "server-used": {
    title: {
      es: (p) => `Una app se conectó con un servidor de ${p.campaign}`,
      en: (p) => `An app connected to a server of ${p.campaign}`,
    },
    why: {
      es: (p) => `Esta dirección está ${inList.es(p)}. Una app que no es un navegador se conectó ahí.${p.also_es}`,
      en: (p) => `This address is ${inList.en(p)}. An app that is no browser connected to it.${p.also_en}`,
    },
    otherwise: {
      es: "La dirección pudo cambiar de manos. O es un teléfono anterior restaurado en este, una prueba, o un error en la lista.",
      en: "The address may have changed hands. Or it is an earlier phone restored onto this one, a test, or an error in the list.",
    },
    next: keep,
  },
  "server-set": {
    title: {
      es: (p) => `El teléfono tiene puesta la dirección de un servidor de ${p.campaign}`,
      en: (p) => `The phone is set to use a server of ${p.campaign}`,
    },
    why: {
      es: (p) =>
        `Esta dirección está ${inList.es(p)}. Un perfil, una app o un archivo de este teléfono la usa.${p.also_es}`,
      en: (p) => `This address is ${inList.en(p)}. A profile, an app or a file on this phone uses it.${p.also_en}`,
    },
    otherwise: restored,
    next: keep,
  },
  "server-looked-up": {
    title: {
      es: (p) => `${p.begins_es} buscó una dirección de ${p.campaign}`,
      en: (p) => `${p.begins_en} looked up an address of ${p.campaign}`,
    },
    why: {
      es: (p) =>
        `Esta dirección está ${inList.es(p)}. Preguntó por ella ${p.who_es}. No vimos que se abriera una página.${p.also_es}`,
      en: (p) =>
        `This address is ${inList.en(p)}. It was asked for by ${p.who_en}. We did not see a page opened.${p.also_en}`,
    },
    otherwise: {
      es: "Los navegadores preguntan por enlaces que nadie abrió, para ir más rápido.",
      en: "Browsers ask for links that nobody opened, to be faster.",
    },
    next: {
      es: (p) => `No la abras. Anota qué pasó ese día. Escribe ${p.soon_es} a una línea de ayuda.`,
      en: (p) => `Do not open it. Write down what happened that day. Write to a helpline ${p.soon_en}.`,
    },
  },
  visited: {
    title: {
      es: (p) =>
        p.by === undefined
          ? `Se visitó una dirección de ${p.campaign}`
          : `${p.begins_es} llamó a una dirección de ${p.campaign}`,
      en: (p) =>
        p.by === undefined
          ? `An address of ${p.campaign} was visited`
          : `${p.begins_en} called an address of ${p.campaign}`,
    },
    why: {
      es: (p) =>
        `Esta dirección está ${inList.es(p)}, y ${p.contact_es}.${p.also_es} Visitarla no prueba que quedara algo ${p.on_es}.`,
      en: (p) =>
        `This address is ${inList.en(p)}, and it ${p.contact_en}.${p.also_en} A visit does not prove that anything stayed ${p.on_en}.`,
    },
    otherwise: {
      es: (p) =>
        `Pudo abrirse para investigarla, o cargarse dentro de otra página${p.by === undefined ? ". O viene de otro aparato de la misma cuenta" : ""}. Después, la dirección pudo cambiar de manos.`,
      en: (p) =>
        `It may have been opened to look into it, or loaded inside another page${p.by === undefined ? ". Or it comes from another device of the same account" : ""}. Later the address may have changed hands.`,
    },
    next: {
      es: (p) => `No la abras de nuevo. Anota qué pasó ese día. Escribe ${p.soon_es} a una línea de ayuda.`,
      en: (p) => `Do not open it again. Write down what happened that day. Write to a helpline ${p.soon_en}.`,
    },
  },
  received: {
    title: {
      es: (p) => `Llegó un enlace que apunta a ${p.campaign}`,
      en: (p) => `A link that points to ${p.campaign} was received`,
    },
    why: {
      es: (p) =>
        `Un mensaje traía esta dirección, que está ${inList.es(p)}.${p.also_es} Recibirla no es abrirla. En lo que pudimos leer no vimos que se abriera.`,
      en: (p) =>
        `A message carried this address, which is ${inList.en(p)}.${p.also_en} To receive it is not to open it. In what we could read we did not see it opened.`,
    },
    otherwise: passedOn,
    next: doNotOpen,
  },
  shown: {
    title: {
      es: (p) => `Un servidor se presentó con una señal de ${p.campaign}`,
      en: (p) => `A server presented itself with a sign of ${p.campaign}`,
    },
    why: {
      es: (p) =>
        `Un aparato de esta red llamó a un servidor, y este mostró el certificado ${p.value}. Está ${inList.es(p)}.${p.also_es} No prueba que quedara algo en el aparato.`,
      en: (p) =>
        `A device of this network called a server, and it showed the certificate ${p.value}. It is ${inList.en(p)}.${p.also_en} That does not prove that anything stayed on the device.`,
    },
    otherwise: {
      es: "Un servidor puede cambiar de manos y guardar su certificado. O hay un error en la lista de señales.",
      en: "A server may change hands and keep its certificate. Or there is an error in the list of signs.",
    },
    next: {
      es: (p) => `Guarda la captura. Anota qué aparato fue y a qué hora. Escribe ${p.soon_es} a una línea de ayuda.`,
      en: (p) =>
        `Keep the capture. Write down which device it was, and at what hour. Write to a helpline ${p.soon_en}.`,
    },
  },
  shared: {
    title: {
      es: (p) => `Un número de servidor de ${p.campaign} sirvió a otro sitio`,
      en: (p) => `A server number of ${p.campaign} served another site`,
    },
    why: {
      es: (p) =>
        `${p.what_es} está ${inList.es(p)}. Pero el aparato pidió ahí un sitio con otro nombre. Un mismo número puede servir a miles de sitios.`,
      en: (p) =>
        `${p.what_en} is ${inList.en(p)}. But the device asked there for a site of another name. One number can serve thousands of sites.`,
    },
    otherwise: {
      es: "Casi siempre es un proveedor grande, que aloja sitios de mucha gente.",
      en: "Almost always it is a large provider, which hosts the sites of many.",
    },
    next: {
      es: "Mira el nombre del sitio en el registro. Si no lo conoces, pregunta a una línea de ayuda.",
      en: "Look at the name of the site in the record. If you do not know it, ask a helpline.",
    },
  },
};
