import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Administradores del teléfono", en: "Administrators of the phone" },
  shows: {
    es: "Qué apps administran el teléfono o una parte de él, y qué pueden hacer: bloquearlo, borrarlo, cambiar la clave.",
    en: "Which apps administer the phone or a part of it, and what they may do: lock it, erase it, change its code.",
  },
  hides: {
    es: "Quién está detrás de la app: la escuela o el trabajo usan lo mismo.",
    en: "Who is behind the app: a school or an employer uses the same.",
  },
};

const f = {
  app: { es: "Nombre interno de la app", en: "Internal name of the app" },
  component: { es: "Parte de la app", en: "Part of the app" },
  user: { es: "Usuario del teléfono", en: "User of the phone" },
  policies: { es: "Qué puede hacer", en: "What it may do" },
  testOnly: { es: "Hecha solo para pruebas", en: "Made for tests only" },
  type: { es: "Administra todo el teléfono o un perfil", en: "Administers the whole phone or a profile" },
  organization: { es: "El teléfono es de una organización", en: "The phone belongs to an organisation" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  admin: {
    app: { words: f.app },
    component: { words: f.component },
    user: { words: f.user },
    policies: { words: f.policies },
    testOnly: { words: f.testOnly },
  },
  owner: {
    app: { words: f.app },
    component: { words: f.component },
    type: { words: f.type },
    user: { words: f.user },
    organization: { words: f.organization },
  },
};
