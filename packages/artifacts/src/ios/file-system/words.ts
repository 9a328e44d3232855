import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Archivos del teléfono", en: "Files of the phone" },
  shows: {
    es: "Qué archivos y carpetas tiene la copia completa, con su fecha. También sitios que dejaron datos en una app, y cuándo se configuró el teléfono desde cero.",
    en: "Which files and folders the full copy holds, with their date. Also sites that left data in an app, and when the phone was set up from scratch.",
  },
  hides: {
    es: "Archivos borrados, y lo que la herramienta que hizo la copia no guardó. Las fechas de los archivos se pueden cambiar; en un zip no dicen de qué zona son.",
    en: "Deleted files, and what the tool that made the copy did not keep. Dates of files can be changed; in a zip they do not tell their zone.",
  },
};

const f = {
  path: { es: "Ruta en el teléfono", en: "Path on the phone" },
  type: { es: "Tipo, si no es un archivo", en: "Type, if it is no file" },
  size: { es: "Tamaño", en: "Size" },
  what: { es: "Qué indica: borrado, configurado o restaurado", en: "What it tells: wiped, set up or restored" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  file: { path: { words: f.path }, type: { words: f.type }, size: { words: f.size, unit: "B" } },
  marker: { what: { words: f.what } },
};
