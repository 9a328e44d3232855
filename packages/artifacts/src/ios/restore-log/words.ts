import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Diario de la última restauración", en: "Log of the last restore" },
  shows: {
    es: "Cuándo se restauró o se instaló de nuevo iOS. Antes de esa fecha casi no quedan rastros.",
    en: "When iOS was restored or installed anew. Hardly any trace from before that date is left.",
  },
  hides: {
    es: "Restauraciones anteriores, y quién la hizo. No todas las copias traen este archivo.",
    en: "Earlier restores, and who did it. Not all copies hold this file.",
  },
};

const f = { said: { es: "Qué dice", en: "What it says" } } satisfies Record<string, Words>;

export const fields: ArtifactFields = { entry: { said: { words: f.said } } };
