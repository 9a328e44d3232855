import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: {
    es: "Sitios vistos dentro de cada app (iOS 13 y anterior)",
    en: "Sites seen inside each app (iOS 13 and earlier)",
  },
  shows: {
    es: "Qué sitios cargó cada app que muestra páginas, y cuál llevó a cuál, en versiones antiguas.",
    en: "Which sites each app that shows pages has loaded, and which led to which, in old versions.",
  },
  hides: {
    es: "La página exacta. Las versiones nuevas de iOS borran esta lista y usan otra.",
    en: "The exact page. Newer versions of iOS delete this list and use another.",
  },
};

const f = {
  site: { es: "Sitio", en: "Site" },
  app: { es: "App", en: "App" },
  touched: { es: "La persona tocó la página", en: "The person touched the page" },
  last_touched: { es: "Última vez que la tocó", en: "Last time the page was touched" },
  from: { es: "Sitios que llevaron a este", en: "Sites that led to this one" },
  to: { es: "Sitios a los que llevó", en: "Sites it led to" },
  inside: { es: "Sitios en cuyas páginas se cargó", en: "Sites in whose pages it was loaded" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  site: {
    site: { words: f.site },
    app: { words: f.app },
    touched: { words: f.touched },
    last_touched: { words: f.last_touched },
    from: { words: f.from },
    to: { words: f.to },
    inside: { words: f.inside },
  },
};
