import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Servicios de accesibilidad", en: "Accessibility services" },
  shows: {
    es: "Qué apps pueden leer la pantalla y tocarla por ti: las instaladas, las activadas y las que estaban en uso.",
    en: "Which apps can read the screen and touch it for you: those installed, those turned on, and those in use.",
  },
  hides: {
    es: "Lo que la app hizo con ese permiso, y los servicios que se apagaron antes.",
    en: "What the app did with it, and services that were turned off before.",
  },
};

const f = {
  app: { es: "Nombre interno de la app", en: "Internal name of the app" },
  component: { es: "Parte de la app", en: "Part of the app" },
  label: { es: "Nombre que se muestra", en: "Name shown" },
  state: { es: "Estado", en: "State" },
  user: { es: "Usuario del teléfono", en: "User of the phone" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  service: {
    app: { words: f.app },
    component: { words: f.component },
    label: { words: f.label },
    state: { words: f.state },
    user: { words: f.user },
  },
};
