import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Uso de micrófono, cámara, ubicación y mensajes", en: "Use of microphone, camera, place and messages" },
  shows: {
    es: "Cuándo usó cada app por última vez el micrófono, la cámara, la ubicación o los mensajes, y si estaba a la vista.",
    en: "When each app last used the microphone, the camera, the place or messages, and whether it was in view.",
  },
  hides: {
    es: "Los usos anteriores: se guarda el último de cada tipo. Un programa con control de todo el sistema no tiene que pedir permiso.",
    en: "Uses before: the last one of each kind is kept. A program that controls the whole system does not have to ask.",
  },
};

const f = {
  app: { es: "Nombre interno de la app", en: "Internal name of the app" },
  uid: { es: "Número de usuario de la app", en: "User number of the app" },
  user: { es: "Usuario del teléfono", en: "User of the phone" },
  op: { es: "Qué usó", en: "What it used" },
  mode: { es: "Permitido o no", en: "Allowed or not" },
  access: { es: "Último uso", en: "Last use" },
  reject: { es: "Último intento rechazado", en: "Last attempt that was refused" },
  state: {
    es: "Estado de la app: a la vista (top, fg) o no (bg, cch)",
    en: "State of the app: in view (top, fg) or not (bg, cch)",
  },
  duration: { es: "Cuánto duró", en: "How long it took" },
  proxy: { es: "Por medio de qué app", en: "By way of which app" },
  running: { es: "Seguía en uso al hacer el informe", en: "Still in use when the report was made" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  op: {
    app: { words: f.app },
    uid: { words: f.uid },
    user: { words: f.user },
    op: { words: f.op },
    mode: { words: f.mode },
    access: { words: f.access },
    reject: { words: f.reject },
    state: { words: f.state },
    duration: { words: f.duration, unit: "s" },
    proxy: { words: f.proxy },
    running: { words: f.running },
  },
  app: { app: { words: f.app }, uid: { words: f.uid }, user: { words: f.user }, state: { words: f.state } },
};
