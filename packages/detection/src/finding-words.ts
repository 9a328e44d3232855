/** Words of findings whose cause is a published sign: one text for each way in which a sign can mean something. @module */
import type { Contact, Indicator, Level, Params, Words } from "@contraluz/core";
import type { RuleWords } from "./rule.ts";

export type Kind =
  | "trace"
  | "watcher"
  | "name"
  | "name-cut"
  | "thing-received"
  | "thing-looked-up"
  | "server-used"
  | "server-set"
  | "server-looked-up"
  | "visited"
  | "received"
  | "account"
  | "vendor"
  | "shown"
  | "shared"
  | "listed";

/** How a value met the device, in words that follow "este archivo" and "this file", without gender. */
export const CONTACTS: Readonly<Record<Contact, Words>> = {
  ran: { es: "estuvo funcionando en el teléfono", en: "was running on the phone" },
  installed: { es: "está entre lo instalado en el teléfono", en: "is among what is installed on the phone" },
  present: { es: "está en el teléfono", en: "is on the phone" },
  resolved: { es: "una app del teléfono se conectó ahí", en: "was reached by an app on the phone" },
  opened: { es: "se abrió en el teléfono", en: "was opened on the phone" },
  visited: { es: "se visitó", en: "was visited" },
  shown: { es: "lo mostró un servidor", en: "was shown by a server" },
  received: { es: "llegó en un mensaje", en: "came in a message" },
  "looked-up": { es: "el teléfono la buscó", en: "was looked up by the phone" },
  listed: { es: "aparece en una mención", en: "appears in a mention" },
  shared: { es: "sirvió a otro sitio", en: "served another site" },
};

/** What the other ways add to the strongest one. */
export const ALSO: Readonly<Partial<Record<Contact, Words>>> = {
  opened: { es: "También se abrió.", en: "It was also opened." },
  visited: { es: "También se visitó.", en: "It was also visited." },
  shown: { es: "También la mostró un servidor.", en: "A server showed it, too." },
  received: { es: "También llegó en un mensaje.", en: "It also came in a message." },
  listed: { es: "También aparece en una mención.", en: "It also appears in a mention." },
  shared: {
    es: "También sirvió a otro sitio, que sí se abrió.",
    en: "It also served another site, which was used.",
  },
};

/** Of a sign whose publisher set an end to it, which lies before what was seen. */
export const ENDED: Words = {
  es: (p) =>
    `Quien publicó la señal la dio por buena hasta el ${p.ended}. Lo que vimos es de después, o no tiene fecha.`,
  en: (p) => `Those who published the sign held it good until ${p.ended}. What we saw is later, or has no date.`,
};

/** Of a finding that only deleted rows, or earlier versions of rows, bear. */
export const GONE: Words = {
  es: "Viene de una fila borrada de una base de datos. No hay certeza: puede estar incompleta, o ser de antes.",
  en: "It comes from a deleted row of a database. It is not certain: it may be incomplete, or older.",
};

/** What a value is, with "este" and "this". */
export const TYPES: Readonly<Record<Indicator["type"], Words>> = {
  url: { es: "Este enlace", en: "This link" },
  domain: { es: "Este sitio", en: "This site" },
  ip: { es: "Este número de servidor", en: "This server number" },
  email: { es: "Este correo", en: "This e-mail address" },
  phone: { es: "Este teléfono", en: "This phone number" },
  process: { es: "Este programa", en: "This program" },
  "file-path": { es: "Este archivo o carpeta", en: "This file or folder" },
  "file-name": { es: "Este archivo", en: "This file" },
  hash: { es: "Este archivo", en: "This file" },
  "app-id": { es: "Esta app", en: "This app" },
  certificate: { es: "Este certificado o firma", en: "This certificate or signature" },
  property: { es: "Este ajuste del sistema", en: "This system setting" },
  "profile-id": { es: "Este perfil", en: "This profile" },
  ja4: { es: "Este modo de conectarse", en: "This way of connecting" },
  wifi: { es: "Este nombre de red Wi-Fi", en: "This Wi-Fi network name" },
  cell: { es: "Este identificador de antena", en: "This cell identifier" },
  tracker: { es: "Este rastreador", en: "This tracker" },
};

/** How the list of signs is called that is always there. */
export const BUILTIN: Words = { es: "incluida en Contraluz", en: "built into Contraluz" };

/** How soon to talk to somebody: what a level means in days. */
export const SOON: Readonly<Record<Level, Words>> = {
  match: { es: "hoy", en: "today" },
  targeted: { es: "hoy", en: "today" },
  lead: { es: "esta semana", en: "this week" },
  ask: { es: "esta semana", en: "this week" },
  info: { es: "esta semana", en: "this week" },
};

const inList = {
  es: (p: Params): string => `en la lista de señales de ${p.campaign} (${p.set_es})`,
  en: (p: Params): string => `in the list of signs of ${p.campaign} (${p.set_en})`,
};
const restored: Words = {
  es: "Un teléfono anterior restaurado en este, una prueba, o un error en la lista de señales.",
  en: "An earlier phone restored onto this one, a test, or an error in the list of signs.",
};
const passedOn: Words = {
  es: "Pudo enviarse a mucha gente, o alguien lo reenvió para avisar del peligro.",
  en: "It may have gone to many people, or somebody passed it on as a warning.",
};
const keep: Words = {
  es: (p) => `No borres nada y no reinicies de fábrica. Escribe ${p.soon_es} a una línea de ayuda, desde otro aparato.`,
  en: (p) => `Delete nothing and do not reset the phone. Write to a helpline ${p.soon_en}, from another device.`,
};
const doNotOpen: Words = {
  es: (p) => `No lo abras y no lo borres. Tómale una foto. Escribe ${p.soon_es} a una línea de ayuda.`,
  en: (p) => `Do not open it and do not delete it. Take a picture of it. Write to a helpline ${p.soon_en}.`,
};
const askAbout: Words = {
  es: "Guarda esta copia. Si no sabes qué es, pregunta a una línea de ayuda.",
  en: "Keep this copy. If you do not know what it is, ask a helpline.",
};

export const WORDS: Readonly<Record<Kind, Omit<RuleWords, "name">>> = {
  trace: {
    title: { es: (p) => `Un rastro coincide con ${p.campaign}`, en: (p) => `A trace matches ${p.campaign}` },
    why: {
      es: (p) =>
        `${p.what_es} ${p.contact_es}. Está ${inList.es(p)}.${p.also_es} Falta que una persona experta lo confirme.`,
      en: (p) =>
        `${p.what_en} ${p.contact_en}. It is ${inList.en(p)}.${p.also_en} A specialist still has to confirm it.`,
    },
    otherwise: restored,
    next: keep,
  },
  watcher: {
    title: {
      es: (p) => `Un rastro coincide con ${p.campaign}, que sirve para vigilar a otra persona`,
      en: (p) => `A trace matches ${p.campaign}, which is used to watch another person`,
    },
    why: {
      es: (p) =>
        `${p.what_es} ${p.contact_es}. Está ${inList.es(p)}.${p.also_es} Casi siempre lo instala alguien que tuvo el teléfono en la mano.`,
      en: (p) =>
        `${p.what_en} ${p.contact_en}. It is ${inList.en(p)}.${p.also_en} Mostly somebody installs it who had the phone in hand.`,
    },
    otherwise: {
      es: "Control parental o de una empresa, puesto a la vista. O un teléfono anterior restaurado en este.",
      en: "Parental control or a company's, installed openly. Or an earlier phone restored onto this one.",
    },
    next: {
      es: (p) =>
        `No lo quites todavía: quien lo puso puede darse cuenta. Habla ${p.soon_es} con una línea de ayuda, desde otro aparato.`,
      en: (p) =>
        `Do not remove it yet: whoever installed it may notice. Talk to a helpline ${p.soon_en}, from another device.`,
    },
  },
  name: {
    title: {
      es: (p) => `Un nombre que también usó ${p.campaign}`,
      en: (p) => `A name that ${p.campaign} used too`,
    },
    why: {
      es: (p) =>
        `${p.what_es} ${p.contact_es}. Su nombre está ${inList.es(p)}. Es un nombre común, que otros programas también usan.${p.also_es}`,
      en: (p) =>
        `${p.what_en} ${p.contact_en}. Its name is ${inList.en(p)}. It is a common name, which other programs use too.${p.also_en}`,
    },
    otherwise: {
      es: "Un programa del sistema, o de otra app, que se llama igual.",
      en: "A program of the system, or of another app, of the same name.",
    },
    next: askAbout,
  },
  "name-cut": {
    title: {
      es: (p) => `Un nombre que empieza como uno de ${p.campaign}`,
      en: (p) => `A name that begins like one of ${p.campaign}`,
    },
    why: {
      es: (p) =>
        `${p.what_es} ${p.contact_es}. El sistema guarda las primeras 15 o 16 letras de un nombre. Con ellas empieza un nombre que está ${inList.es(p)}.${p.also_es}`,
      en: (p) =>
        `${p.what_en} ${p.contact_en}. The system keeps the first 15 or 16 letters of a name. A name that is ${inList.en(p)} begins with them.${p.also_en}`,
    },
    otherwise: {
      es: "Un programa del sistema, o de otra app, que empieza igual.",
      en: "A program of the system, or of another app, that begins alike.",
    },
    next: askAbout,
  },
  "thing-received": {
    title: {
      es: (p) => `Llegó algo que coincide con ${p.campaign}`,
      en: (p) => `Something came that matches ${p.campaign}`,
    },
    why: {
      es: (p) =>
        `${p.what_es} llegó al teléfono. Está ${inList.es(p)}.${p.also_es} Recibir algo no es abrirlo ni instalarlo.`,
      en: (p) =>
        `${p.what_en} came to the phone. It is ${inList.en(p)}.${p.also_en} To receive something is not to open or install it.`,
    },
    otherwise: passedOn,
    next: doNotOpen,
  },
  "thing-looked-up": {
    title: {
      es: (p) => `El teléfono buscó algo que coincide con ${p.campaign}`,
      en: (p) => `The phone looked up something that matches ${p.campaign}`,
    },
    why: {
      es: (p) =>
        `${p.what_es} está ${inList.es(p)}. El teléfono buscó ese nombre.${p.also_es} Buscar algo no es tenerlo.`,
      en: (p) =>
        `${p.what_en} is ${inList.en(p)}. The phone looked that name up.${p.also_en} To look something up is not to have it.`,
    },
    otherwise: passedOn,
    next: {
      es: (p) => `Anota qué pasó ese día. Escribe ${p.soon_es} a una línea de ayuda.`,
      en: (p) => `Write down what happened that day. Write to a helpline ${p.soon_en}.`,
    },
  },
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
      es: (p) => `El teléfono buscó una dirección de ${p.campaign}`,
      en: (p) => `The phone looked up an address of ${p.campaign}`,
    },
    why: {
      es: (p) =>
        `Esta dirección está ${inList.es(p)}. El teléfono preguntó por ella en la red. No vimos que se abriera una página.${p.also_es}`,
      en: (p) =>
        `This address is ${inList.en(p)}. The phone asked the network for it. We did not see a page opened.${p.also_en}`,
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
      es: (p) => `Se visitó una dirección de ${p.campaign}`,
      en: (p) => `An address of ${p.campaign} was visited`,
    },
    why: {
      es: (p) =>
        `Esta dirección está ${inList.es(p)}, y ${p.contact_es}.${p.also_es} Visitarla no prueba que quedara algo en el teléfono.`,
      en: (p) =>
        `This address is ${inList.en(p)}, and it ${p.contact_en}.${p.also_en} A visit does not prove that anything stayed on the phone.`,
    },
    otherwise: {
      es: "Pudo abrirse para investigarla, cargarse dentro de otra página, o venir de otro aparato de la misma cuenta. Después, la dirección pudo cambiar de manos.",
      en: "It may have been opened to look into it, loaded inside another page, or come from another device of the same account. Later the address may have changed hands.",
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
  account: {
    title: {
      es: (p) => `El teléfono tuvo contacto con una cuenta usada por ${p.campaign}`,
      en: (p) => `The phone had contact with an account used by ${p.campaign}`,
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
      es: "Nada que hacer si sabes por qué está ahí. Si no lo sabes, piensa quién más usa el teléfono.",
      en: "Nothing to do if you know why it is there. If you do not, think who else uses the phone.",
    },
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

/** What to do about findings that are no more than noted. */
export const CALM: Words = {
  es: "No hay prisa. Si te preocupa, pregunta a una línea de ayuda.",
  en: "There is no hurry. If it worries you, ask a helpline.",
};
