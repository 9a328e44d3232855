import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Iconos de páginas en Safari", en: "Icons of pages in Safari" },
  shows: {
    es: "Páginas de las que Safari guardó un icono, aunque ya no estén en el historial.",
    en: "Pages of which Safari kept an icon, even if they are no longer in the history.",
  },
  hides: {
    es: "Cuántas veces se abrió cada página. La fecha es la del icono. También se guardan iconos de marcadores.",
    en: "How often each page was opened. The date is that of the icon. Icons of bookmarks are kept, too.",
  },
};

const f = {
  page: { es: "Página", en: "Page" },
  icon: { es: "Dirección del icono", en: "Address of the icon" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  icon: { page: { words: f.page }, icon: { words: f.icon } },
  rejected: { page: { words: f.page }, icon: { words: f.icon } },
};
