import type { Words } from "@contraluz/core";

export const name: Words = { es: "Perfiles instalados", en: "Installed profiles" };
export const shows: Words = {
  es: "Perfiles que cambian cómo funciona el teléfono: control de una empresa, VPN, certificados, filtros.",
  en: "Profiles that change how the phone works: control by an employer, VPN, certificates, filters.",
};
export const hides: Words = {
  es: "Perfiles que se quitaron antes del respaldo, y cambios hechos sin un perfil.",
  en: "Profiles that were removed before the backup, and changes made without a profile.",
};
export const fields = {
  uuid: { es: "Identificador único", en: "Unique identifier" },
  identifier: { es: "Nombre interno", en: "Internal name" },
  name: { es: "Nombre que se muestra", en: "Name shown" },
  organization: { es: "Organización que dice ser", en: "Organisation it claims" },
  description: { es: "Descripción", en: "Description" },
  payloads: { es: "Qué cambia", en: "What it changes" },
  removable: { es: "Se puede quitar", en: "Can be removed" },
} satisfies Record<string, Words>;
