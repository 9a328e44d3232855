import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Archivos adjuntos de mensajes", en: "Attachments of messages" },
  shows: {
    es: "Cada archivo que llegó o salió por SMS o iMessage: dónde quedó, de qué tipo es, cuándo y con quién.",
    en: "Each file that came or went by SMS or iMessage: where it was put, of what type it is, when and with whom.",
  },
  hides: {
    es: "Lo que hay dentro del archivo, y los archivos de otras apps. No dice si alguien lo abrió.",
    en: "What is inside the file, and files of other apps. It does not say whether anybody opened it.",
  },
};

const f = {
  path: { es: "Dónde quedó", en: "Where it was put" },
  outgoing: { es: "Salió de este teléfono", en: "Went out from this phone" },
  message: { es: "Número del mensaje", en: "Number of the message" },
  handle: { es: "Con quién", en: "With whom" },
  sent: { es: "Fecha del mensaje", en: "Date of the message" },
  orphan: { es: "Su mensaje ya no está", en: "Its message is no longer there" },
  name: { es: "Nombre con que se envió", en: "Name under which it was sent" },
  uti: { es: "Tipo (de Apple)", en: "Type (of Apple)" },
  mime: { es: "Tipo que dijo quien lo envió", en: "Type that the sender said" },
  size: { es: "Tamaño", en: "Size" },
  state: { es: "Estado del envío (número de iOS)", en: "State of the transfer (number of iOS)" },
  sticker: { es: "Es una calcomanía", en: "Is a sticker" },
  hidden: { es: "No se muestra en la conversación", en: "Not shown in the conversation" },
  guid: { es: "Identificador", en: "Identifier" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  attachment: {
    path: { words: f.path },
    outgoing: { words: f.outgoing },
    message: { words: f.message },
    handle: { words: f.handle },
    sent: { words: f.sent },
    orphan: { words: f.orphan },
    name: { words: f.name },
    uti: { words: f.uti },
    mime: { words: f.mime },
    size: { words: f.size, unit: "B" },
    state: { words: f.state },
    sticker: { words: f.sticker },
    hidden: { words: f.hidden },
    guid: { words: f.guid },
  },
};
