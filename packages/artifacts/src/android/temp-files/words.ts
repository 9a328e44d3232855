import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Archivos de la carpeta temporal", en: "Files of the temporary folder" },
  shows: {
    es: "Lo que alguien dejó en la carpeta que usan las herramientas por cable: su huella y, si es una app, quién la firmó.",
    en: "What somebody left in the folder that tools over the cable use: its hash and, if it is an app, who signed it.",
  },
  hides: {
    es: "Quién dejó cada archivo, y los que ya no están.",
    en: "Who left each file, and those that are gone.",
  },
};

export const fields: ArtifactFields = {
  file: {
    path: { words: { es: "Ruta en el teléfono", en: "Path on the phone" } },
    size: { words: { es: "Tamaño", en: "Size" }, unit: "B" },
    sha256: { words: { es: "Huella SHA-256", en: "SHA-256 hash" } },
    app: { words: { es: "App", en: "App" } },
    signers: { words: { es: "Certificados de quien la firmó", en: "Certificates of who signed it" } },
  },
};
