import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Perfiles instalados", en: "Installed profiles" },
  shows: {
    es: "Perfiles que cambian cómo funciona el teléfono: control de una empresa, VPN, certificados, filtros.",
    en: "Profiles that change how the phone works: control by an employer, VPN, certificates, filters.",
  },
  hides: {
    es: "Perfiles que se quitaron antes del respaldo, y cambios hechos sin un perfil.",
    en: "Profiles that were removed before the backup, and changes made without a profile.",
  },
};

const f = {
  uuid: { es: "Identificador único", en: "Unique identifier" },
  identifier: { es: "Nombre interno", en: "Internal name" },
  name: { es: "Nombre que se muestra", en: "Name shown" },
  organization: { es: "Organización que dice ser", en: "Organisation it claims" },
  description: { es: "Descripción", en: "Description" },
  payloads: { es: "Qué cambia", en: "What it changes" },
  servers: { es: "Servidores a los que manda al teléfono", en: "Servers that it sends the phone to" },
  signed: { es: "Trae una firma", en: "Carries a signature" },
  removable: { es: "Se puede quitar", en: "Can be removed" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  profile: {
    uuid: { words: f.uuid },
    identifier: { words: f.identifier },
    name: { words: f.name },
    organization: { words: f.organization },
    description: { words: f.description },
    payloads: { words: f.payloads },
    servers: { words: f.servers },
    removable: { words: f.removable },
    signed: { words: f.signed },
  },
};
