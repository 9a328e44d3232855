import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Intentos de desbloqueo", en: "Attempts to unlock" },
  shows: {
    es: "Cuándo se desbloqueó la pantalla o se falló al intentarlo, en los teléfonos que lo anotan.",
    en: "When the screen was unlocked or an attempt failed, on phones that note it.",
  },
  hides: {
    es: "Quién lo hizo. Muchos teléfonos no anotan nada, o solo lo de los últimos minutos.",
    en: "Who did it. Many phones note nothing, or only the last minutes.",
  },
};

export const fields: ArtifactFields = {
  attempts: {
    text: { words: { es: "Lo que dice el teléfono", en: "What the phone says" } },
    failed: { words: { es: "Intentos fallidos", en: "Failed attempts" } },
    success: { words: { es: "Se desbloqueó", en: "Was unlocked" } },
    user: { words: { es: "Número del usuario del teléfono", en: "Number of the phone's user" } },
  },
};
