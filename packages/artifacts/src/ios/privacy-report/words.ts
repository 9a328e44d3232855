import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Informe de privacidad de las apps", en: "App privacy report" },
  shows: {
    es: "En los últimos siete días: qué app usó cámara, micrófono, ubicación, fotos o contactos, y con qué servidores habló cada app.",
    en: "Over the last seven days: which app used camera, microphone, location, photos or contacts, and which servers each app talked to.",
  },
  hides: {
    es: "Lo que hace el sistema o un programa que no es app, lo anterior a siete días, y lo de antes de encender el informe.",
    en: "What the system or a program that is no app does, what is older than seven days, and all before the report was turned on.",
  },
};

const f = {
  app: { es: "App", en: "App" },
  category: { es: "Qué usó", en: "What it used" },
  until: { es: "Hasta", en: "Until" },
  domain: { es: "Servidor", en: "Server" },
  site: { es: "Sitio que lo pidió", en: "Site that asked for it" },
  owner: { es: "Dueño, según Apple", en: "Owner, as Apple says" },
  hits: { es: "Veces", en: "Times" },
  first: { es: "Primera vez", en: "First time" },
  by: { es: "Quién lo pidió: la app o una página", en: "Who asked: the app or a page" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  access: { app: { words: f.app }, category: { words: f.category }, until: { words: f.until } },
  network: {
    app: { words: f.app },
    domain: { words: f.domain },
    site: { words: f.site },
    owner: { words: f.owner },
    hits: { words: f.hits },
    first: { words: f.first },
    by: { words: f.by },
  },
};
