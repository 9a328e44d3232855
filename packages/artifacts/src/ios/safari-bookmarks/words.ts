import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Marcadores y lista de lectura de Safari", en: "Safari bookmarks and reading list" },
  shows: {
    es: "Qué direcciones se guardaron, y cuáles de la lista de lectura se cargaron para leer sin conexión.",
    en: "Which addresses were kept, and which of the reading list were loaded to be read offline.",
  },
  hides: {
    es: "Si alguien las abrió. Los marcadores llegan también desde otros aparatos de la misma cuenta.",
    en: "Whether anybody opened them. Bookmarks also come from other devices of the same account.",
  },
};

const f = {
  url: { es: "Dirección", en: "Address" },
  title: { es: "Título", en: "Title" },
  reading_list: { es: "De la lista de lectura", en: "Of the reading list" },
  fetched: { es: "Cuándo se cargó la página", en: "When the page was loaded" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  bookmark: {
    url: { words: f.url },
    title: { words: f.title, content: true },
    reading_list: { words: f.reading_list },
    fetched: { words: f.fetched },
  },
};
