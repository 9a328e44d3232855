import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Lista de archivos del respaldo", en: "List of files in the backup" },
  shows: {
    es: "Qué archivos guardó el iPhone, con sus fechas. También los nombres de sitios que dejaron datos en una app.",
    en: "Which files the iPhone saved, with their dates. Also names of sites that left data in an app.",
  },
  hides: {
    es: "Lo que un programa guarda fuera del respaldo, como archivos temporales del sistema.",
    en: "What a program keeps outside the backup, such as temporary system files.",
  },
};

const f = {
  domain: { es: "Zona del respaldo", en: "Backup domain" },
  path: { es: "Ruta dentro de la zona", en: "Path inside the domain" },
  type: { es: "Tipo: archivo, carpeta o enlace", en: "Type: file, folder or link" },
  target: { es: "A dónde apunta el enlace", en: "Where the link points" },
  size: { es: "Tamaño", en: "Size" },
  mode: { es: "Permisos (st_mode)", en: "Permissions (st_mode)" },
  owner: { es: "Usuario del sistema", en: "System user" },
  born: { es: "Creado", en: "Created" },
  changed: { es: "Cambio de sus datos (ctime)", en: "Status changed (ctime)" },
  id: { es: "Nombre del archivo guardado", en: "Name of the stored file" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  file: {
    domain: { words: f.domain },
    path: { words: f.path },
    type: { words: f.type },
    target: { words: f.target },
    size: { words: f.size, unit: "B" },
    mode: { words: f.mode },
    owner: { words: f.owner },
    born: { words: f.born },
    changed: { words: f.changed },
    id: { words: f.id },
  },
};
