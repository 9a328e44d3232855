import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "De dónde vino cada app", en: "Where each app came from" },
  shows: {
    es: "Qué tienda o programa instaló cada app, cuándo, quién dice haberla hecho y si todas son de la misma cuenta.",
    en: "Which store or program installed each app, when, who claims to have made it, and whether one account got them all.",
  },
  hides: {
    es: "Apps que se borraron antes, y de qué cuenta son. Algunos programas de respaldo no guardan esta lista.",
    en: "Apps that were removed before, and whose account it is. Some backup programs do not keep this list.",
  },
};

const f = {
  app: { es: "Nombre interno de la app", en: "Internal name of the app" },
  receipt: { es: "Trae comprobante de una tienda", en: "Carries the receipt of a store" },
  receipt_app: { es: "App que nombra el comprobante", en: "App that the receipt names" },
  name: { es: "Nombre que se muestra", en: "Name shown" },
  version: { es: "Versión", en: "Version" },
  maker: { es: "Quién dice haberla hecho", en: "Who claims to have made it" },
  source: { es: "Programa que la instaló", en: "Program that installed it" },
  store: { es: "País de la tienda (número de Apple)", en: "Country of the store (number of Apple)" },
  account: { es: "Cuenta que la obtuvo (primera, segunda …)", en: "Account that got it (first, second …)" },
  again: { es: "Se volvió a descargar", en: "Downloaded again" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  app: {
    app: { words: f.app },
    receipt: { words: f.receipt },
    receipt_app: { words: f.receipt_app },
    name: { words: f.name },
    version: { words: f.version },
    maker: { words: f.maker },
    source: { words: f.source },
    store: { words: f.store },
    account: { words: f.account },
    again: { words: f.again },
  },
};
