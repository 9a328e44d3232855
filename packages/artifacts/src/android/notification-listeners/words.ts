import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Apps que leen los avisos", en: "Apps that read notifications" },
  shows: {
    es: "Qué apps tienen permiso de leer todos los avisos, también los de mensajes, y cuáles los leían al hacer el informe.",
    en: "Which apps may read all notifications, also those of messages, and which read them when the report was made.",
  },
  hides: {
    es: "Qué avisos leyeron y qué hicieron con ellos. Los relojes y los autos también usan este permiso.",
    en: "Which notifications they read and what they did with them. Watches and cars use this, too.",
  },
};

const f = {
  app: { es: "Nombre interno de la app", en: "Internal name of the app" },
  component: { es: "Parte de la app", en: "Part of the app" },
  user: { es: "Usuario del teléfono", en: "User of the phone" },
  state: { es: "Permitida, activada o en uso", en: "Allowed, enabled or in use" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  listener: {
    app: { words: f.app },
    component: { words: f.component },
    user: { words: f.user },
    state: { words: f.state },
  },
};
