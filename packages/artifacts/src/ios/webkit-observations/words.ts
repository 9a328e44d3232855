import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Sitios vistos dentro de cada app", en: "Sites seen inside each app" },
  shows: {
    es: "Qué sitios cargó cada app que muestra páginas, cuáles tocó la persona y cuál llevó a cuál. Queda aunque se borre un mensaje.",
    en: "Which sites each app that shows pages has loaded, which the person touched and which led to which. It stays when a message is deleted.",
  },
  hides: {
    es: "La página exacta: se guarda el nombre del sitio. Un sitio que nadie tocó pudo cargarse dentro de otra página, como publicidad.",
    en: "The exact page: only the name of the site is kept. A site that nobody touched may have been loaded inside another page, like advertising.",
  },
};

const f = {
  site: { es: "Sitio", en: "Site" },
  app: { es: "App", en: "App" },
  touched: { es: "La persona tocó la página", en: "The person touched the page" },
  last_touched: { es: "Última vez que la tocó", en: "Last time the page was touched" },
  last_push: { es: "Último aviso del sitio que se abrió", en: "Last notification of the site that was opened" },
  from_storage: { es: "Se conocía por datos guardados de antes", en: "Known from data that was stored before" },
  from: { es: "Sitio que llevó a otro", en: "Site that led to another" },
  to: { es: "Sitio al que llevó", en: "Site it led to" },
  page: { es: "Sitio de la página", en: "Site of the page" },
  as: { es: "Cómo se cargó dentro de la página", en: "How it was loaded inside the page" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  site: {
    site: { words: f.site },
    app: { words: f.app },
    touched: { words: f.touched },
    last_touched: { words: f.last_touched },
    last_push: { words: f.last_push },
    from_storage: { words: f.from_storage },
  },
  redirect: {
    from: { words: f.from },
    to: { words: f.to },
    app: { words: f.app },
  },
  inside: {
    site: { words: f.site },
    page: { words: f.page },
    as: { words: f.as },
    app: { words: f.app },
  },
};
