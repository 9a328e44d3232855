import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Apps instaladas y su comprobante", en: "Installed apps and their receipt" },
  shows: {
    es: "Qué apps tiene el teléfono, y qué tienda o programa instaló cada una.",
    en: "Which apps the phone has, and which store or program installed each one.",
  },
  hides: {
    es: "Apps que se borraron antes, y de qué cuenta son. Si la herramienta no copió los comprobantes, no se sabe de dónde vinieron.",
    en: "Apps that were removed before, and whose account it is. If the tool did not copy the receipts, it is not known where they came from.",
  },
};

const f = {
  app: { es: "Nombre interno de la app", en: "Internal name of the app" },
  folder: { es: "Carpeta de la app", en: "Folder of the app" },
  receipt: { es: "El comprobante nombra una app", en: "The receipt names an app" },
  name: { es: "Nombre que se muestra", en: "Name shown" },
  version: { es: "Versión", en: "Version" },
  maker: { es: "Quién dice haberla hecho", en: "Who claims to have made it" },
  source: { es: "Programa que la instaló", en: "Program that installed it" },
  store: { es: "País de la tienda (número de Apple)", en: "Country of the store (number of Apple)" },
  again: { es: "Se volvió a descargar", en: "Downloaded again" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  app: {
    app: { words: f.app },
    folder: { words: f.folder },
    receipt: { words: f.receipt },
    name: { words: f.name },
    version: { words: f.version },
    maker: { words: f.maker },
    source: { words: f.source },
    store: { words: f.store },
    again: { words: f.again },
  },
  bundle: { app: { words: f.app }, folder: { words: f.folder } },
};
