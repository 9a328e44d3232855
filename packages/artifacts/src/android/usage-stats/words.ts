import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Uso de las apps", en: "Use of apps" },
  shows: {
    es: "Cuánto y cuándo se usó cada app, y cuándo se desbloqueó, encendió o apagó el teléfono en el último día.",
    en: "How much and when each app was used, and when the phone was unlocked, started or turned off in the last day.",
  },
  hides: {
    es: "Lo que una app hace sin mostrarse, y los detalles de hace más de un día.",
    en: "What an app does without showing itself, and the details of more than a day ago.",
  },
};

const f = {
  app: { es: "Nombre interno de la app", en: "Internal name of the app" },
  event: { es: "Qué pasó", en: "What happened" },
  class: { es: "Pantalla o servicio", en: "Screen or service" },
  user: { es: "Usuario del teléfono", en: "User of the phone" },
  interval: { es: "En qué lapso", en: "In which span" },
  seconds: { es: "Tiempo a la vista", en: "Time in view" },
  last: { es: "Último uso", en: "Last use" },
  service: { es: "Último trabajo a la vista", en: "Last work in sight" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  event: { app: { words: f.app }, type: { words: f.event }, class: { words: f.class }, user: { words: f.user } },
  usage: {
    app: { words: f.app },
    type: { words: f.interval },
    seconds: { words: f.seconds, unit: "s" },
    last: { words: f.last },
    service: { words: f.service },
    user: { words: f.user },
  },
};
