import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Apps que usaron la red", en: "Apps that used the network" },
  shows: {
    es: "Apps que la parte de red del sistema conoce, también algunas que ya se quitaron.",
    en: "Apps that the system's network part knows, also some that are gone by now.",
  },
  hides: {
    es: "Cuándo usaron la red, y con quién se conectaron.",
    en: "When they used the network, and whom they connected to.",
  },
};

const f = {
  app: { es: "Identificador de la app", en: "App identifier" },
  list: { es: "Lista", en: "List" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = { app: { app: { words: f.app }, list: { words: f.list } } };
