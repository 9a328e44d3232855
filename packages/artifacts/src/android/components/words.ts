import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Qué despierta a cada app", en: "What wakes each app" },
  shows: {
    es: "Qué apps se activan con un SMS, una llamada o al encender, cuáles pueden ver la pantalla o los avisos, y cuáles tienen ícono.",
    en: "Which apps wake at an SMS, a call or a start, which can watch the screen or notifications, and which have an icon.",
  },
  hides: {
    es: "Si la app llegó a usar lo que pide, y lo que pide mientras está abierta.",
    en: "Whether the app ever used what it asks for, and what it asks for while it is open.",
  },
};

const f = {
  app: { es: "Nombre interno de la app", en: "Internal name of the app" },
  component: { es: "Parte de la app", en: "Part of the app" },
  action: { es: "Para qué se activa", en: "What it wakes for" },
  table: { es: "Tipo de parte", en: "Kind of part" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  component: {
    app: { words: f.app },
    component: { words: f.component },
    action: { words: f.action },
    table: { words: f.table },
  },
  launcher: { app: { words: f.app }, component: { words: f.component } },
};
