import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Historial de Firefox", en: "Firefox history" },
  shows: {
    es: "Qué páginas abrió Firefox, cuándo, y si fue en este aparato o en otro de la misma cuenta.",
    en: "Which pages Firefox opened, when, and whether on this device or on another of the same account.",
  },
  hides: {
    es: "La navegación privada y casi todo lo borrado. Versiones nuevas guardan también direcciones de marcadores que nadie visitó.",
    en: "Private browsing and nearly all that was cleared. Newer versions also keep addresses of bookmarks that nobody visited.",
  },
};

const f = {
  url: { es: "Dirección", en: "Address" },
  visit: { es: "Número de visita", en: "Visit number" },
  from: { es: "Llegó desde la visita", en: "Came from visit" },
  how: { es: "Cómo se llegó", en: "How one came there" },
  other_device: { es: "Visita de otro aparato de la misma cuenta", en: "Visit on another device of the same account" },
  visits: { es: "Visitas contadas en este aparato", en: "Visits counted on this device" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  visit: {
    url: { words: f.url },
    visit: { words: f.visit },
    from: { words: f.from },
    how: { words: f.how },
    other_device: { words: f.other_device },
  },
  address: {
    url: { words: f.url },
    visits: { words: f.visits },
  },
};
