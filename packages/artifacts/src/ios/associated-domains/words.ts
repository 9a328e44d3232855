import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Sitios ligados a apps", en: "Sites tied to apps" },
  shows: {
    es: "Qué sitios abren cada app instalada, como lo pide la propia app. Es otra lista de apps del iPhone.",
    en: "Which sites open each installed app, as the app itself asks for it. It is one more list of the iPhone's apps.",
  },
  hides: { es: "Apps que no piden ningún sitio.", en: "Apps that ask for no site." },
};

const f = {
  app: { es: "Identificador de la app", en: "App identifier" },
  team: { es: "Equipo que la firmó", en: "Team that signed it" },
  service: { es: "Para qué", en: "What for" },
  domain: { es: "Sitio", en: "Site" },
  approval: { es: "Aprobado", en: "Approved" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  tie: {
    app: { words: f.app },
    team: { words: f.team },
    service: { words: f.service },
    domain: { words: f.domain },
    approval: { words: f.approval },
  },
};
