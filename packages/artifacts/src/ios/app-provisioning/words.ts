import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Permisos dentro de las apps", en: "Permits inside the apps" },
  shows: {
    es: "Qué apps no vienen de la App Store, y qué empresa o desarrollador dice haberlas hecho.",
    en: "Which apps do not come from the App Store, and which company or developer claims to have made them.",
  },
  hides: {
    es: "Apps que ya se borraron. No se revisa la firma del permiso: el nombre de la empresa puede no ser cierto.",
    en: "Apps that were removed before. The signature of the permit is not checked: the name of the company may not be true.",
  },
};

const f = {
  folder: { es: "Carpeta de la app", en: "Folder of the app" },
  app: { es: "Nombre de la app en el permiso", en: "Name of the app in the permit" },
  name: { es: "Nombre del permiso", en: "Name of the permit" },
  uuid: { es: "Identificador único", en: "Unique identifier" },
  team: { es: "Identificador de quien lo hizo", en: "Identifier of whoever made it" },
  team_name: { es: "Quién dice haberlo hecho", en: "Who claims to have made it" },
  company: { es: "De una empresa, para cualquier teléfono", en: "Of a company, for any phone" },
  devices: { es: "Teléfonos de prueba en la lista", en: "Test phones on its list" },
  expires: { es: "Vale hasta", en: "Valid until" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  permit: {
    folder: { words: f.folder },
    app: { words: f.app },
    name: { words: f.name },
    uuid: { words: f.uuid },
    team: { words: f.team },
    team_name: { words: f.team_name },
    company: { words: f.company },
    devices: { words: f.devices },
    expires: { words: f.expires },
  },
};
