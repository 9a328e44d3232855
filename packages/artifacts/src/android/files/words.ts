import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Lista de archivos del teléfono", en: "List of files of the phone" },
  shows: {
    es: "Qué archivos había en las carpetas que se pueden ver sin root, su tamaño, su dueño y su último cambio.",
    en: "Which files were in the folders that can be seen without root, their size, their owner and their last change.",
  },
  hides: {
    es: "Qué dice cada archivo, y las carpetas propias de cada app. De fotos, videos, audios y documentos solo cuenta cuántos hay.",
    en: "What each file says, and the own folders of each app. Of photos, videos, sounds and documents it only counts how many there are.",
  },
};

const f = {
  path: { es: "Ruta en el teléfono", en: "Path on the phone" },
  size: { es: "Tamaño", en: "Size" },
  mode: { es: "Permisos", en: "Permissions" },
  executable: { es: "Se puede ejecutar", en: "Can be run" },
  setuid: { es: "Corre como su dueño", en: "Runs as its owner" },
  owner: { es: "Dueño", en: "Owner" },
  context: { es: "Etiqueta de SELinux", en: "SELinux label" },
  app: { es: "App de la carpeta", en: "App of the folder" },
  sha256: { es: "Huella SHA-256", en: "SHA-256 hash" },
  folder: { es: "Carpeta", en: "Folder" },
  count: { es: "Cuántos", en: "How many" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  file: {
    path: { words: f.path },
    size: { words: f.size, unit: "B" },
    mode: { words: f.mode },
    executable: { words: f.executable },
    setuid: { words: f.setuid },
    owner: { words: f.owner },
    context: { words: f.context },
    app: { words: f.app },
    sha256: { words: f.sha256 },
  },
  personal: { folder: { words: f.folder }, count: { words: f.count } },
};
