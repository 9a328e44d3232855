import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Uso de cámara, micrófono y ubicación", en: "Use of camera, microphone and location" },
  shows: {
    es: "Qué app usó la ubicación, la cámara, el micrófono u otros datos, y cuándo empezó y terminó.",
    en: "Which app used the location, the camera, the microphone or other data, and when it began and ended.",
  },
  hides: {
    es: "Más de unos días atrás. Solo hay datos si la persona activó el informe de privacidad. De lo borrado queda la hora, no la app.",
    en: "More than some days back. There is data only if the person switched the privacy report on. Of what was deleted the time is left, not the app.",
  },
};

const f = {
  app: { es: "App", en: "App" },
  service: { es: "Qué usó (nombre de Apple)", en: "What it used (name of Apple)" },
  what: { es: "Empieza o termina", en: "Begins or ends" },
  use: { es: "Identificador del uso", en: "Identifier of the use" },
  stream: { es: "Lista", en: "List" },
  gone: { es: "iOS lo borró", en: "Deleted by iOS" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  access: {
    app: { words: f.app },
    service: { words: f.service },
    what: { words: f.what },
    use: { words: f.use },
    stream: { words: f.stream },
    gone: { words: f.gone },
  },
};
