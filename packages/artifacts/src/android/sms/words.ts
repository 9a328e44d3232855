import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Mensajes SMS y MMS del respaldo", en: "SMS and MMS messages of the backup" },
  shows: {
    es: "Quién escribió, cuándo, y los enlaces que traía cada mensaje.",
    en: "Who wrote, when, and the links that each message carried.",
  },
  hides: {
    es: "Los mensajes borrados y los de otras apps, como WhatsApp. No dice si alguien abrió un enlace.",
    en: "Deleted messages and those of other apps, such as WhatsApp. It does not say whether anybody opened a link.",
  },
};

const f = {
  address: { es: "Con quién", en: "With whom" },
  others: { es: "Con quién más", en: "With whom else" },
  direction: { es: "Recibido, enviado o borrador", en: "Received, sent or draft" },
  service: { es: "SMS o MMS", en: "SMS or MMS" },
  links: { es: "Enlaces", en: "Links" },
  sent: { es: "Cuándo se envió, según la red", en: "When it was sent, as the network says" },
  read: { es: "Leído", en: "Read" },
  subject: { es: "Asunto", en: "Subject" },
  text: { es: "Texto", en: "Text" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  message: {
    address: { words: f.address },
    others: { words: f.others },
    direction: { words: f.direction },
    service: { words: f.service },
    links: { words: f.links },
    sent: { words: f.sent },
    read: { words: f.read },
    subject: { words: f.subject, content: true },
    text: { words: f.text, content: true },
  },
};
