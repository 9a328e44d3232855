import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Historial de Chrome y Brave", en: "History of Chrome and Brave" },
  shows: {
    es: "Qué páginas abrió el navegador, cuándo, cómo se llegó a ellas y desde cuál.",
    en: "Which pages the browser opened, when, how one came to them and from which.",
  },
  hides: {
    es: "La navegación de incógnito, casi todo lo borrado y lo de más de unos 90 días. Los navegadores que guardan su historial de otra forma.",
    en: "Incognito browsing, nearly all that was cleared and what is older than about 90 days. Browsers that keep their history in another way.",
  },
};

const f = {
  url: { es: "Dirección", en: "Address" },
  visit: { es: "Número de visita", en: "Visit number" },
  item: { es: "Número de la dirección", en: "Number of the address" },
  from: { es: "Llegó desde la visita", en: "Came from visit" },
  how: { es: "Cómo se llegó", en: "How one came there" },
  redirect: {
    es: "Llegó por una redirección (del servidor o de la página)",
    en: "Came by a redirect (of the server or of the page)",
  },
  duration: { es: "Tiempo en la página", en: "Time on the page" },
  referrer: { es: "Dirección desde la que otra app la abrió", en: "Address from which another app opened it" },
  other_device: { es: "Visita de otro aparato de la misma cuenta", en: "Visit on another device of the same account" },
  visits: { es: "Visitas contadas", en: "Visits counted" },
  app: { es: "App, si no es Chrome", en: "App, if it is not Chrome" },
  profile: { es: "Perfil del navegador", en: "Profile of the browser" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  visit: {
    url: { words: f.url },
    visit: { words: f.visit },
    item: { words: f.item },
    from: { words: f.from },
    how: { words: f.how },
    redirect: { words: f.redirect },
    duration: { words: f.duration, unit: "µs" },
    referrer: { words: f.referrer },
    other_device: { words: f.other_device },
    app: { words: f.app },
    profile: { words: f.profile },
  },
  address: {
    url: { words: f.url },
    visits: { words: f.visits },
    app: { words: f.app },
    profile: { words: f.profile },
  },
};
