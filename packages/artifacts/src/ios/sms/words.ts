import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Mensajes (SMS e iMessage)", en: "Messages (SMS and iMessage)" },
  shows: {
    es: "Quién escribió, cuándo, y los enlaces que traía cada mensaje, también los ocultos en el texto con formato, en la vista previa o en lo que decía antes de editarse.",
    en: "Who wrote, when, and the links that each message carried, also those hidden in formatted text, in the preview, or in what it said before it was edited.",
  },
  hides: {
    es: "Casi todos los mensajes borrados y los de otras apps. No dice si alguien abrió un enlace.",
    en: "Nearly all deleted messages and those of other apps. It does not say whether anybody opened a link.",
  },
};

const f = {
  from_me: { es: "Lo envió este teléfono", en: "Sent by this phone" },
  handle: { es: "Con quién", en: "With whom" },
  service: { es: "Servicio", en: "Service" },
  links: { es: "Enlaces", en: "Links" },
  read: { es: "Leído", en: "Read" },
  guid: { es: "Identificador del mensaje", en: "Message identifier" },
  attachments: { es: "Traía archivos adjuntos", en: "Carried attachments" },
  subject: { es: "Asunto", en: "Subject" },
  text: { es: "Texto", en: "Text" },
  source: { es: "De dónde sale el texto", en: "Where the text comes from" },
  warning: {
    es: "Empieza como el aviso de amenaza de Apple (idioma)",
    en: "Opens like Apple’s threat notification (language)",
  },
  edited: { es: "Editado", en: "Edited" },
  unsent: { es: "Se anuló el envío", en: "Was unsent" },
  versions: { es: "Versiones anteriores que quedan", en: "Earlier versions that remain" },
  deleted: { es: "Borrado hace poco", en: "Recently deleted" },
  rows: { es: "Mensajes que hay", en: "Messages that are there" },
  missing: { es: "Números de mensaje que faltan", en: "Numbers of messages that are missing" },
  last: { es: "Último número", en: "Last number" },
  gaps: {
    es: "Huecos más largos: después de qué número, y cuántos",
    en: "Longest gaps: after which number, and how many",
  },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  message: {
    from_me: { words: f.from_me },
    handle: { words: f.handle },
    service: { words: f.service },
    links: { words: f.links },
    read: { words: f.read },
    guid: { words: f.guid },
    attachments: { words: f.attachments },
    source: { words: f.source },
    warning: { words: f.warning },
    edited: { words: f.edited },
    unsent: { words: f.unsent },
    versions: { words: f.versions },
    deleted: { words: f.deleted },
    subject: { words: f.subject, content: true },
    text: { words: f.text, content: true },
  },
  gaps: {
    rows: { words: f.rows },
    missing: { words: f.missing },
    last: { words: f.last },
    gaps: { words: f.gaps },
  },
};
