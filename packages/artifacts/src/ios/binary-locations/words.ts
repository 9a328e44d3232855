import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Lugares de programas", en: "Places of programs" },
  shows: {
    es: "Dónde estaban en el disco los programas que el iPhone tomó en cuenta al medir su rendimiento.",
    en: "Where on disk the programs lay that the iPhone took into account when it measured its performance.",
  },
  hides: {
    es: "Cuándo se vieron. Los iPhone con iOS 16 o posterior no tienen esta lista.",
    en: "When they were seen. iPhones with iOS 16 or later do not have this list.",
  },
};

const f = {
  path: { es: "Ruta del programa", en: "Path of the program" },
  uuid: { es: "Identificador del programa (Mach-O)", en: "Identifier of the program (Mach-O)" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = { binary: { path: { words: f.path }, uuid: { words: f.uuid } } };
