import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Cómo se hizo la copia por cable", en: "How the copy by cable was made" },
  shows: {
    es: "Cuándo empezó y terminó la copia, con qué herramienta, y qué hizo ella misma en el teléfono.",
    en: "When the copy began and ended, with which tool, and what that tool itself did on the phone.",
  },
  hides: {
    es: "Lo que otra persona hizo después con los archivos de la copia.",
    en: "What somebody else did afterwards with the files of the copy.",
  },
};

const f = {
  tool: { es: "Herramienta", en: "Tool" },
  version: { es: "Versión", en: "Version" },
  started: { es: "Empezó", en: "Started" },
  completed: { es: "Terminó", en: "Completed" },
  uuid: { es: "Identificador de la copia", en: "Identifier of the copy" },
  collector: { es: "Programa que dejó en el teléfono", en: "Program that it put on the phone" },
  folder: { es: "Carpeta temporal que usó", en: "Temporary folder that it used" },
  cpu: { es: "Procesador", en: "Processor" },
  resumed: { es: "Se interrumpió y siguió después", en: "Was interrupted and went on later" },
  what: { es: "Qué no se pudo copiar", en: "What could not be copied" },
  reason: { es: "Por qué", en: "Why" },
  command: { es: "Paso", en: "Step" },
  level: { es: "Nivel", en: "Level" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  acquisition: {
    tool: { words: f.tool },
    version: { words: f.version },
    started: { words: f.started },
    completed: { words: f.completed },
    uuid: { words: f.uuid },
    collector: { words: f.collector },
    folder: { words: f.folder },
    cpu: { words: f.cpu },
    resumed: { words: f.resumed },
  },
  shortfall: { what: { words: f.what }, reason: { words: f.reason } },
  command: { command: { words: f.command }, level: { words: f.level } },
};
