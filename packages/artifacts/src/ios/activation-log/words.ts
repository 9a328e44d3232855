import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Diario de activación", en: "Log of activation" },
  shows: {
    es: "Arranques del servicio que activa el iPhone, con qué versión, si pasó de una versión a otra, y si estaba activado. Tras borrar o restaurar el iPhone se activa de nuevo.",
    en: "Starts of the service that activates the iPhone, with which version, whether it went from one version to another, and whether it was activated. After it was erased or restored an iPhone is activated again.",
  },
  hides: {
    es: "Lo anterior al diario. No guardamos los identificadores del iPhone ni las claves que este diario contiene.",
    en: "What is older than the log. We do not keep the identifiers of the iPhone or the keys that this log holds.",
  },
};

const f = {
  build: { es: "Versión del sistema (compilación)", en: "Version of the system (build)" },
  model: { es: "Modelo", en: "Model" },
  state: { es: "Estado", en: "State" },
  from: { es: "De la versión", en: "From version" },
  to: { es: "A la versión", en: "To version" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  start: { build: { words: f.build }, model: { words: f.model } },
  activation: { state: { words: f.state } },
  upgrade: { from: { words: f.from }, to: { words: f.to } },
};
