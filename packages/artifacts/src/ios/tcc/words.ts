import type { Words } from "@contraluz/core";

export const name: Words = { es: "Permisos de las apps", en: "Permissions of apps" };
export const shows: Words = {
  es: "Qué app o programa pidió micrófono, cámara, contactos u otros datos, y si se le dio.",
  en: "Which app or program asked for microphone, camera, contacts or other data, and whether it got them.",
};
export const hides: Words = {
  es: "Cuándo usó el permiso, y programas que no piden permiso.",
  en: "When the permission was used, and programs that ask for none.",
};
export const fields = {
  service: { es: "Permiso", en: "Permission" },
  client: { es: "App o programa", en: "App or program" },
  client_type: { es: "Cómo se nombra: app o ruta", en: "How it is named: app or path" },
  decision: { es: "Decisión", en: "Decision" },
  reason: { es: "Motivo (número de iOS)", en: "Reason (number of iOS)" },
} satisfies Record<string, Words>;
