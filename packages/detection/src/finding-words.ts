/** Words of findings whose cause is a published sign. @module */
import type { Contact, Indicator, Level, Params, Words } from "@contraluz/core";
import type { RuleWords } from "./rule.ts";

type Kind = "trace" | "server-used" | "received" | "visited" | "account" | "vendor" | "listed";

/** Which text fits: by what the sign is and how it met the device. */
export function kindOf(i: Indicator, contact: Contact, level: Level): Kind {
  if (i.role === "vendor") return "vendor";
  if (contact === "listed") return "listed";
  if (i.role === "account") return "account";
  if (i.role === "implant") return contact === "received" || contact === "looked-up" ? "received" : "trace";
  if (level === "match") return "server-used";
  return contact === "visited" || contact === "opened" ? "visited" : "received";
}

/** How a value met the device, in words. */
export const CONTACTS: Readonly<Record<Contact, Words>> = {
  ran: { es: "estuvo activo en el teléfono", en: "was active on the phone" },
  installed: { es: "está instalado en el teléfono", en: "is installed on the phone" },
  present: { es: "está guardado en el teléfono", en: "is stored on the phone" },
  resolved: { es: "una app lo usó para conectarse", en: "an app used it to connect" },
  opened: { es: "se abrió", en: "was opened" },
  visited: { es: "se visitó", en: "was visited" },
  received: { es: "llegó al teléfono", en: "reached the phone" },
  "looked-up": { es: "el teléfono tuvo contacto con esta cuenta", en: "the phone had contact with this account" },
  listed: { es: "aparece mencionado", en: "is mentioned" },
};

const keep: Words = {
  es: "No borres nada y no reinicies de fábrica. Escribe hoy a una línea de ayuda, desde otro aparato.",
  en: "Delete nothing and do not reset the phone. Write to a helpline today, from another device.",
};
const mistake: Words = {
  es: "Un teléfono anterior restaurado en este, una prueba, o un error en la lista de señales.",
  en: "An earlier phone restored onto this one, a test, or an error in the list of signs.",
};

export const FINDING_WORDS: Readonly<Record<Kind, Omit<RuleWords, "name">>> = {
  trace: {
    title: { es: (p) => `Un rastro coincide con ${p.campaign}`, en: (p) => `A trace matches ${p.campaign}` },
    why: {
      es: (p) =>
        `Este ${p.what_es} ${p.contact_es}. Está en la lista de señales de ${p.campaign} (${p.set}). Falta que una persona experta lo confirme.`,
      en: (p) =>
        `This ${p.what_en} ${p.contact_en}. It is in the list of signs of ${p.campaign} (${p.set}). A specialist still has to confirm it.`,
    },
    otherwise: mistake,
    next: keep,
  },
  "server-used": {
    title: {
      es: (p) => `Una app se conectó con un servidor de ${p.campaign}`,
      en: (p) => `An app connected to a server of ${p.campaign}`,
    },
    why: {
      es: (p) => `Esta dirección está en la lista de señales de ${p.campaign} (${p.set}), y ${p.contact_es}.`,
      en: (p) => `This address is in the list of signs of ${p.campaign} (${p.set}), and ${p.contact_en}.`,
    },
    otherwise: mistake,
    next: keep,
  },
  received: {
    title: {
      es: (p) => `Llegó un enlace que apunta a ${p.campaign}`,
      en: (p) => `A link that points to ${p.campaign} was received`,
    },
    why: {
      es: (p) =>
        `Un mensaje traía esta dirección, que está en la lista de señales de ${p.campaign} (${p.set}). Recibirlo no es abrirlo. No vimos que se abriera.`,
      en: (p) =>
        `A message carried this address, which is in the list of signs of ${p.campaign} (${p.set}). To receive it is not to open it. We did not see it opened.`,
    },
    otherwise: {
      es: "El enlace pudo enviarse a mucha gente, o alguien lo reenvió para avisar del peligro.",
      en: "The link may have gone to many people, or somebody passed it on as a warning.",
    },
    next: {
      es: "No lo abras y no lo borres. Tómale una foto. Escribe hoy a una línea de ayuda.",
      en: "Do not open it and do not delete it. Take a picture of it. Write to a helpline today.",
    },
  },
  visited: {
    title: {
      es: (p) => `Se visitó una dirección de ${p.campaign}`,
      en: (p) => `An address of ${p.campaign} was visited`,
    },
    why: {
      es: (p) =>
        `Esta dirección está en la lista de señales de ${p.campaign} (${p.set}), y ${p.contact_es}. Visitarla no prueba que el ataque funcionara.`,
      en: (p) =>
        `This address is in the list of signs of ${p.campaign} (${p.set}), and ${p.contact_en}. A visit does not prove that the attack worked.`,
    },
    otherwise: {
      es: "Pudo abrirse para investigarla, o la dirección cambió de manos después.",
      en: "It may have been opened to look into it, or the address changed hands later.",
    },
    next: {
      es: "No la abras de nuevo. Anota qué pasó ese día. Escribe hoy a una línea de ayuda.",
      en: "Do not open it again. Write down what happened that day. Write to a helpline today.",
    },
  },
  account: {
    title: {
      es: (p) => `El teléfono tuvo contacto con una cuenta usada por ${p.campaign}`,
      en: (p) => `The phone had contact with an account used by ${p.campaign}`,
    },
    why: {
      es: (p) =>
        `Esta cuenta está en la lista de señales de ${p.campaign} (${p.set}). Quien ataca la usó para llegar a otros teléfonos. No prueba que el ataque funcionara.`,
      en: (p) =>
        `This account is in the list of signs of ${p.campaign} (${p.set}). Attackers used it to reach other phones. It does not prove that the attack worked.`,
    },
    otherwise: {
      es: "La cuenta pudo ser de otra persona antes o después, o la lista puede tener un error.",
      en: "The account may have been somebody else's before or after, or the list may contain an error.",
    },
    next: { es: "No borres nada. Escribe hoy a una línea de ayuda.", en: "Delete nothing. Write to a helpline today." },
  },
  vendor: {
    title: {
      es: (p) => `Se encontró la página pública de ${p.campaign}`,
      en: (p) => `The public page of ${p.campaign} was found`,
    },
    why: {
      es: (p) => `Es la página de quien vende ese programa, y ${p.contact_es}. Leer sobre un programa no es recibirlo.`,
      en: (p) =>
        `It is the page of those who sell that program, and ${p.contact_en}. Reading about a program is not receiving it.`,
    },
    otherwise: {
      es: "Casi siempre es curiosidad, trabajo o publicidad.",
      en: "Almost always it is curiosity, work or advertising.",
    },
    next: { es: "Nada que hacer, si sabes quién la abrió.", en: "Nothing to do, if you know who opened it." },
  },
  listed: {
    title: { es: (p) => `Se menciona una señal de ${p.campaign}`, en: (p) => `A sign of ${p.campaign} is mentioned` },
    why: {
      es: (p) =>
        `Este ${p.what_es} está en la lista de señales de ${p.campaign} (${p.set}). Aquí solo aparece mencionado: no vimos que se usara.`,
      en: (p) =>
        `This ${p.what_en} is in the list of signs of ${p.campaign} (${p.set}). Here it is only mentioned: we did not see it used.`,
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

/** What a value is, in words that follow "este" and "this". */
export const TYPES: Readonly<Record<Indicator["type"], Words>> = {
  url: { es: "enlace", en: "link" },
  domain: { es: "sitio", en: "site" },
  ip: { es: "número de servidor", en: "server number" },
  email: { es: "correo", en: "e-mail address" },
  phone: { es: "teléfono", en: "phone number" },
  process: { es: "programa", en: "program" },
  "file-path": { es: "archivo", en: "file" },
  "file-name": { es: "archivo", en: "file" },
  hash: { es: "archivo", en: "file" },
  "app-id": { es: "nombre de app", en: "app name" },
  certificate: { es: "certificado de app", en: "app certificate" },
  property: { es: "ajuste del sistema", en: "system setting" },
  "profile-id": { es: "perfil", en: "profile" },
  ja4: { es: "modo de conectarse", en: "way of connecting" },
  wifi: { es: "nombre de red Wi-Fi", en: "Wi-Fi network name" },
  cell: { es: "identificador de antena", en: "cell identifier" },
  tracker: { es: "rastreador", en: "tracker" },
};

export type FindingParams = Params;
