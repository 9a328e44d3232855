import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Íconos de páginas de Firefox", en: "Page icons of Firefox" },
  shows: {
    es: "De qué páginas el navegador guardó el ícono. Puede quedar aunque se borre parte del historial.",
    en: "Of which pages the browser kept the icon. It can stay when part of the history is cleared.",
  },
  hides: {
    es: "Cuándo se visitó la página: la hora es la del ícono. Las versiones nuevas guardan los íconos sin la dirección.",
    en: "When the page was visited: the time is that of the icon. New versions keep icons without the address.",
  },
};

const f = {
  page: { es: "Página", en: "Page" },
  icon: { es: "Dirección del ícono", en: "Address of the icon" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  icon: {
    page: { words: f.page },
    icon: { words: f.icon },
  },
};
