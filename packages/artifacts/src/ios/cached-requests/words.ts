import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Lo que las apps bajaron y guardaron", en: "What apps fetched and kept" },
  shows: {
    es: "Direcciones que cada app pidió a la red y cuya respuesta guardó, con su fecha.",
    en: "Addresses that each app asked the network for and whose answer it kept, with the date.",
  },
  hides: {
    es: "Lo que la app no guardó o ya borró, y el contenido de las respuestas, que no se lee.",
    en: "What the app did not keep or has removed, and what the answers hold, which is not read.",
  },
};

const f = {
  url: { es: "Dirección pedida", en: "Address asked for" },
  partition: { es: "Sitio desde el que se pidió", en: "Site on which it was asked for" },
  policy: { es: "Regla de guardado", en: "Rule for keeping" },
  app: { es: "App, o su carpeta", en: "App, or its folder" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  request: {
    url: { words: f.url },
    partition: { words: f.partition },
    policy: { words: f.policy },
    app: { words: f.app },
  },
};
