import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Programas de root", en: "Root programs" },
  shows: {
    es: "Programas que dan control total del teléfono, como su o magisk, donde el sistema los busca.",
    en: "Programs that give full control of the phone, such as su or magisk, where the system looks for them.",
  },
  hides: {
    es: "Los que tienen otro nombre o se esconden.",
    en: "Those that have another name or hide themselves.",
  },
};

export const fields: ArtifactFields = {
  binary: {
    path: { words: { es: "Ruta en el teléfono", en: "Path on the phone" } },
    name: { words: { es: "Nombre", en: "Name" } },
  },
};
