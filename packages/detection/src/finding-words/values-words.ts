/** What a value is, and where a list comes from. @module */
import type { Indicator, Words } from "@contraluz/core";
/** What a value is, with "este" and "this". */
export const TYPES: Readonly<Record<Indicator["type"], Words>> = {
  url: { es: "Este enlace", en: "This link" },
  domain: { es: "Este sitio", en: "This site" },
  ip: { es: "Este número de servidor", en: "This server number" },
  email: { es: "Este correo", en: "This e-mail address" },
  phone: { es: "Este teléfono", en: "This phone number" },
  process: { es: "Este programa", en: "This program" },
  "file-path": { es: "Este archivo o carpeta", en: "This file or folder" },
  "file-name": { es: "Este archivo", en: "This file" },
  hash: { es: "Este archivo", en: "This file" },
  "app-id": { es: "Esta app", en: "This app" },
  certificate: { es: "Este certificado o firma", en: "This certificate or signature" },
  property: { es: "Este ajuste del sistema", en: "This system setting" },
  "profile-id": { es: "Este perfil", en: "This profile" },
  ja4: { es: "Este modo de conectarse", en: "This way of connecting" },
  wifi: { es: "Este nombre de red Wi-Fi", en: "This Wi-Fi network name" },
  cell: { es: "Este identificador de antena", en: "This cell identifier" },
  tracker: { es: "Este rastreador", en: "This tracker" },
};

/** How the list of signs is called that is always there. */
export const BUILTIN: Words = { es: "incluida en Contraluz", en: "built into Contraluz" };
