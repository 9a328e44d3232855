import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Historial de Safari", en: "Safari history" },
  shows: {
    es: "Qué páginas abrió Safari, cuándo, y de cuál página llegó a cuál.",
    en: "Which pages Safari opened, when, and which page led to which.",
  },
  hides: {
    es: "La navegación privada, casi todo lo borrado y lo que abrieron otras apps. En un respaldo sin contraseña no viene.",
    en: "Private browsing, nearly all that was cleared, and what other apps opened. It is missing in a backup without a password.",
  },
};

const f = {
  url: { es: "Dirección", en: "Address" },
  title: { es: "Título de la página", en: "Title of the page" },
  item: { es: "Número de la dirección", en: "Number of the address" },
  redirect_from: { es: "Llegó desde la visita", en: "Came from visit" },
  redirect_to: { es: "Siguió a la visita", en: "Went on to visit" },
  failed: { es: "La página no cargó", en: "The page did not load" },
  other_device: {
    es: "Visita de otro aparato de la misma cuenta (iCloud)",
    en: "Visit on another device of the same account (iCloud)",
  },
  visits: { es: "Visitas contadas", en: "Visits counted" },
  profile: { es: "Perfil de Safari", en: "Safari profile" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  visit: {
    url: { words: f.url },
    title: { words: f.title, content: true },
    item: { words: f.item },
    redirect_from: { words: f.redirect_from },
    redirect_to: { words: f.redirect_to },
    failed: { words: f.failed },
    other_device: { words: f.other_device },
    profile: { words: f.profile },
  },
  address: {
    url: { words: f.url },
    visits: { words: f.visits },
    profile: { words: f.profile },
  },
};
