import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Historial de la batería", en: "History of the battery" },
  shows: {
    es: "Qué app estuvo a la vista y cuándo, cuáles trabajaron sin verse, qué se instaló o borró, y cuándo se conectó un cable.",
    en: "Which app was in view and when, which ones worked unseen, what was installed or removed, and when a cable was plugged in.",
  },
  hides: {
    es: "Lo anterior a la última carga completa: entonces el historial empieza de nuevo.",
    en: "What was before the last full charge: the history then begins anew.",
  },
};

const f = {
  app: { es: "Nombre interno de la app", en: "Internal name of the app" },
  type: { es: "Qué pasó", en: "What happened" },
  work: { es: "Tipo de trabajo", en: "Kind of work" },
  uid: { es: "Número de usuario de la app", en: "User number of the app" },
  user: { es: "Usuario del teléfono", en: "User of the phone" },
  seconds: { es: "Tiempo a la vista", en: "Time in view" },
  times: { es: "Cuántas veces", en: "How many times" },
  last: { es: "Última vez", en: "Last time" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  event: {
    app: { words: f.app },
    type: { words: f.type },
    uid: { words: f.uid },
    user: { words: f.user },
    seconds: { words: f.seconds, unit: "s" },
  },
  work: {
    app: { words: f.app },
    type: { words: f.work },
    uid: { words: f.uid },
    times: { words: f.times },
    last: { words: f.last },
  },
};
