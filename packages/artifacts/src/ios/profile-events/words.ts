import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Perfiles que se pusieron o quitaron", en: "Profiles that came or went" },
  shows: {
    es: "Cuándo se instaló, cambió o quitó un perfil, y qué programa lo hizo, aunque el perfil ya no esté.",
    en: "When a profile was installed, changed or removed, and which program did it, even if the profile is gone.",
  },
  hides: {
    es: "Qué cambiaba un perfil que ya no está. iOS guarda pocos sucesos y borra los viejos.",
    en: "What a profile that is gone changed. iOS keeps few events and drops old ones.",
  },
};

const f = {
  profile: { es: "Identificador del perfil", en: "Identifier of the profile" },
  operation: { es: "Qué pasó", en: "What happened" },
  program: { es: "Programa que lo hizo", en: "Program that did it" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  event: { profile: { words: f.profile }, operation: { words: f.operation }, program: { words: f.program } },
};
