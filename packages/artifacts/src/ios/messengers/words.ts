import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Otras apps de mensajes", en: "Other messaging apps" },
  shows: {
    es: "Qué apps de mensajes dejaron archivos en el respaldo: Telegram, Signal, Messenger y otras. Cuántos son, de qué fechas, y si está el archivo con los mensajes.",
    en: "Which messaging apps left files in the backup: Telegram, Signal, Messenger and others. How many, from when, and whether the file with the messages is there.",
  },
  hides: {
    es: "Sus mensajes. De Signal y Telegram no hay mensajes en un respaldo. Los de las demás no se leen. Un enlace malicioso que llegó por ahí no sale en esta revisión: busca el mensaje en la app y toma una captura de pantalla.",
    en: "Their messages. A backup holds no messages of Signal and Telegram. Those of the others are not read. A malicious link that came that way is not found by this check: look for the message in the app and take a screenshot.",
  },
};

const f = {
  app: { es: "App", en: "App" },
  files: { es: "Archivos en el respaldo", en: "Files in the backup" },
  first: { es: "El más antiguo cambió", en: "The oldest was changed" },
  store: { es: "Archivo con los mensajes", en: "File with the messages" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  app: {
    app: { words: f.app },
    files: { words: f.files },
    first: { words: f.first },
    store: { words: f.store },
  },
};
