import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Cambios de restricciones", en: "Changes of restrictions" },
  shows: {
    es: "Cuándo cambió por última vez cada restricción del iPhone, y qué programa la cambió: por ejemplo confiar en apps de empresas.",
    en: "When each restriction of the iPhone changed last, and which program changed it: to trust apps of companies, for example.",
  },
  hides: {
    es: "Los cambios anteriores al último, y quién lo hizo.",
    en: "Changes before the last one, and who made it.",
  },
};

const f = {
  setting: { es: "Ajuste", en: "Setting" },
  event: { es: "Qué pasó", en: "What happened" },
  program: { es: "Programa que lo cambió", en: "Program that changed it" },
  profile: { es: "Perfil que lo cambió", en: "Profile that changed it" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  event: {
    setting: { words: f.setting },
    event: { words: f.event },
    program: { words: f.program },
    profile: { words: f.profile },
  },
};
