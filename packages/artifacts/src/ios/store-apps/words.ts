import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Apps que vinieron de la tienda", en: "Apps that came from the store" },
  shows: {
    es: "Apps que la tienda de Apple instaló o actualizó, cuándo, y si fue una prueba (TestFlight). Una app que está en el iPhone y no aquí pudo venir de otro lado.",
    en: "Apps that Apple's store installed or updated, when, and whether it was a test (TestFlight). An app that is on the iPhone and not here may have come from elsewhere.",
  },
  hides: {
    es: "Apps instaladas sin la tienda. De la cuenta solo guardamos si es la misma que en las demás.",
    en: "Apps installed without the store. Of the account we only keep whether it is the same as for the others.",
  },
};

const f = {
  app: { es: "Identificador de la app", en: "App identifier" },
  title: { es: "Nombre", en: "Name" },
  version: { es: "Versión", en: "Version" },
  source: { es: "Qué la instaló", en: "What installed it" },
  maker: { es: "Quién la hizo", en: "Who made it" },
  store: { es: "Número en la tienda", en: "Number in the store" },
  account: { es: "Cuenta (numeradas en orden)", en: "Account (numbered in order)" },
  noted: { es: "Anotado el", en: "Noted at" },
  type: { es: "Clase de descarga", en: "Kind of download" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  install: {
    app: { words: f.app },
    title: { words: f.title },
    version: { words: f.version },
    source: { words: f.source },
    maker: { words: f.maker },
    store: { words: f.store },
    account: { words: f.account },
    noted: { words: f.noted },
  },
  download: {
    app: { words: f.app },
    title: { words: f.title },
    maker: { words: f.maker },
    store: { words: f.store },
    type: { words: f.type },
  },
};
