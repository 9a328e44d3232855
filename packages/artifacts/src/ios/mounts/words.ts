import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Discos montados", en: "Mounted disks" },
  shows: {
    es: "Las partes del disco que estaban en uso al hacer el diagnóstico, y si la del sistema estaba sellada y solo de lectura, como debe ser.",
    en: "The parts of the disk in use when the diagnosis was made, and whether that of the system was sealed and only to be read, as it must be.",
  },
  hides: { es: "Lo que hay en ellas.", en: "What is on them." },
};

const f = {
  device: { es: "Aparato", en: "Device" },
  folder: { es: "Carpeta", en: "Folder" },
  type: { es: "Formato", en: "Format" },
  options: { es: "Opciones", en: "Options" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  mount: {
    device: { words: f.device },
    folder: { words: f.folder },
    type: { words: f.type },
    options: { words: f.options },
  },
};
