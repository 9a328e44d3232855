import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Íconos de páginas de Chrome y Brave", en: "Page icons of Chrome and Brave" },
  shows: {
    es: "De qué páginas el navegador guardó el ícono. Puede quedar aunque se borre parte del historial.",
    en: "Of which pages the browser kept the icon. It can stay when part of the history is cleared.",
  },
  hides: {
    es: "Cuándo se visitó la página: la hora es la del ícono. Un ícono puede venir también de un marcador o de una sugerencia.",
    en: "When the page was visited: the time is that of the icon. An icon can also come from a bookmark or a suggestion.",
  },
};

const f = {
  page: { es: "Página", en: "Page" },
  icon: { es: "Dirección del ícono", en: "Address of the icon" },
  app: { es: "App, si no es Chrome", en: "App, if it is not Chrome" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  icon: {
    page: { words: f.page },
    icon: { words: f.icon },
    app: { words: f.app },
  },
};
