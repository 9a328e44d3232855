import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Permisos para apps de fuera de la tienda", en: "Permits for apps from outside the store" },
  shows: {
    es: "Qué empresas o desarrolladores pueden poner en el teléfono apps que no vienen de la App Store.",
    en: "Which companies or developers may put apps on the phone that do not come from the App Store.",
  },
  hides: {
    es: "Qué apps se pusieron así. En versiones viejas de iOS este lugar no existe.",
    en: "Which apps came that way. Older versions of iOS do not have this place.",
  },
};

const f = {
  uuid: { es: "Identificador único", en: "Unique identifier" },
  name: { es: "Nombre", en: "Name" },
  team: { es: "Identificador de quien lo hizo", en: "Identifier of whoever made it" },
  team_name: { es: "Quién dice haberlo hecho", en: "Who claims to have made it" },
  company: { es: "De una empresa, para cualquier teléfono", en: "Of a company, for any phone" },
  apple: { es: "De Apple", en: "Of Apple" },
  local: { es: "Hecho en una computadora", en: "Made on a computer" },
  beta: { es: "De prueba (TestFlight)", en: "For tests (TestFlight)" },
  installed: { es: "Desde (número de iOS)", en: "Since (number of iOS)" },
  expires: { es: "Hasta (número de iOS)", en: "Until (number of iOS)" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  profile: {
    uuid: { words: f.uuid },
    name: { words: f.name },
    team: { words: f.team },
    team_name: { words: f.team_name },
    company: { words: f.company },
    apple: { words: f.apple },
    local: { words: f.local },
    beta: { words: f.beta },
    installed: { words: f.installed },
    expires: { words: f.expires },
  },
};
