import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Discos montados", en: "Mounted disks" },
  shows: {
    es: "Las partes del disco en uso al hacer el informe, y si en las del sistema se podía escribir. En un teléfono de fábrica no se puede.",
    en: "The parts of the disk in use when the report was made, and whether those of the system could be written. On a phone as sold they cannot.",
  },
  hides: {
    es: "Lo que hay en ellas. Quien controla el sistema puede esconder un disco de esta lista.",
    en: "What is on them. Whoever controls the system can hide a disk from this list.",
  },
};

export const fields: ArtifactFields = {
  mount: {
    device: { words: { es: "Aparato", en: "Device" } },
    folder: { words: { es: "Carpeta", en: "Folder" } },
    type: { words: { es: "Formato", en: "Format" } },
    options: { words: { es: "Opciones", en: "Options" } },
    pid: { words: { es: "Proceso que lo veía así", en: "Process that saw it so" } },
  },
};
