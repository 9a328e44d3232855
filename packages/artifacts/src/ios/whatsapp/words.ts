import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "WhatsApp: mensajes y grupos", en: "WhatsApp: messages and groups" },
  shows: {
    es: "Quién escribió, cuándo, y los enlaces de cada mensaje. También los chats, los grupos con sus miembros, los bloqueados y las listas de dispositivos que WhatsApp guardó.",
    en: "Who wrote, when, and the links of each message. Also the chats, the groups with their members, who is blocked, and the lists of devices that WhatsApp kept.",
  },
  hides: {
    es: "Casi todos los mensajes borrados y los temporales que ya vencieron. No dice si alguien abrió un enlace. La lista de dispositivos puede estar vieja o incompleta: mírala también en el teléfono.",
    en: "Nearly all deleted messages and disappearing ones that are gone. It does not say whether anybody opened a link. The list of devices can be old or incomplete: look at it on the phone too.",
  },
};

const f = {
  chat: { es: "Número del chat", en: "Number of the chat" },
  who: { es: "Con quién (dirección de WhatsApp)", en: "With whom (WhatsApp address)" },
  from_me: { es: "Lo envió esta cuenta", en: "Sent by this account" },
  links: { es: "Enlaces", en: "Links" },
  type: { es: "Tipo (número de WhatsApp)", en: "Type (number of WhatsApp)" },
  event: { es: "Qué pasó en el grupo (número de WhatsApp)", en: "What happened in the group (number of WhatsApp)" },
  status: { es: "Estado (número de WhatsApp)", en: "Status (number of WhatsApp)" },
  noted: { es: "Cuándo lo anotó este teléfono", en: "When this phone noted it" },
  file: { es: "Archivo que venía con él", en: "File that came with it" },
  id: { es: "Identificador del mensaje", en: "Message identifier" },
  writer: { es: "Parece escrito desde otro tipo de dispositivo", en: "Seems written on another kind of device" },
  text: { es: "Texto", en: "Text" },
  name: { es: "Nombre", en: "Name" },
  messages: { es: "Mensajes contados por WhatsApp", en: "Messages as WhatsApp counts them" },
  created: { es: "Grupo creado", en: "Group created" },
  creator: { es: "Quién creó el grupo", en: "Who created the group" },
  archived: { es: "Archivado", en: "Archived" },
  hidden: { es: "Oculto", en: "Hidden" },
  removed: { es: "Quitado de la lista", en: "Removed from the list" },
  admin: { es: "Administra el grupo", en: "Administers the group" },
  left: { es: "Ya no está en el grupo", en: "No longer in the group" },
  own: { es: "Es la cuenta de este teléfono", en: "It is this phone's account" },
  devices: { es: "Números de sus dispositivos (0 es el teléfono)", en: "Numbers of its devices (0 is the phone)" },
  message: { es: "Número del mensaje", en: "Number of the message" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  message: {
    from_me: { words: f.from_me },
    who: { words: f.who },
    chat: { words: f.chat },
    links: { words: f.links },
    type: { words: f.type },
    event: { words: f.event },
    status: { words: f.status },
    noted: { words: f.noted },
    file: { words: f.file },
    id: { words: f.id },
    writer: { words: f.writer },
    text: { words: f.text, content: true },
  },
  chat: {
    chat: { words: f.chat },
    who: { words: f.who },
    type: { words: f.type },
    messages: { words: f.messages },
    created: { words: f.created },
    creator: { words: f.creator },
    archived: { words: f.archived },
    hidden: { words: f.hidden },
    removed: { words: f.removed },
    name: { words: f.name, content: true },
  },
  member: {
    chat: { words: f.chat },
    who: { words: f.who },
    admin: { words: f.admin },
    left: { words: f.left },
    name: { words: f.name, content: true },
  },
  attachment: {
    message: { words: f.message },
    links: { words: f.links },
    file: { words: f.file },
  },
  blocked: { who: { words: f.who } },
  devices: {
    who: { words: f.who },
    own: { words: f.own },
    devices: { words: f.devices },
  },
};
