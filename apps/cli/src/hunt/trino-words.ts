/** What `hunt trino` and `hunt pack` say. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";

type N = { readonly n: number };

export const TW = {
  needUrl: {
    es: "Falta dónde está Trino: --trino http://127.0.0.1:8080,hive.lab",
    en: "Where Trino is, is missing: --trino http://127.0.0.1:8080,hive.lab",
  },
  badUrl: {
    es: (p: { found: string }) =>
      `«${p.found}» no es la dirección de un Trino con su catálogo y esquema. Así: https://usuario@trino.example:8443,hive.lab`,
    en: (p: { found: string }) =>
      `“${p.found}” is not the address of a Trino with its catalog and schema. Like this: https://user@trino.example:8443,hive.lab`,
  },
  httpsOnly: {
    es: "A otra máquina se llega por https. Por http se llega nada más a un Trino de esta computadora.",
    en: "Another machine is reached over https alone. Over http, only a Trino on this computer.",
  },
  passwordHttps: {
    es: "Una contraseña va por https, nunca por http.",
    en: "A password goes over https, never over http.",
  },
  passwordInUrl: {
    es: "La contraseña no va en la dirección: otros programas podrían verla. Ponla en un archivo y usa --password-file.",
    en: "The password does not go in the address: other programs could see it. Put it in a file and use --password-file.",
  },
  needFolder: {
    es: "Falta cómo ve Trino la carpeta del laboratorio: --trino-folder s3://cubeta/laboratorio",
    en: "How Trino sees the folder of the lab is missing: --trino-folder s3://bucket/lab",
  },
  tables: {
    es: (p: { schema: string }) => `Las tablas están en ${p.schema}. Ya puedes buscar con --engine trino.`,
    en: (p: { schema: string }) => `The tables are in ${p.schema}. You can search with --engine trino now.`,
  },
  dropped: {
    es: (p: { schema: string }) => `Quitamos las tablas de ${p.schema}. Los archivos del laboratorio siguen ahí.`,
    en: (p: { schema: string }) => `The tables of ${p.schema} were taken away. The files of the lab are still there.`,
  },
  packing: { es: "Juntando archivos", en: "Joining files" },
  nothing: {
    es: "No hay nada nuevo que juntar.",
    en: "There is nothing new to join.",
  },
  packed: {
    es: (p: { checks: number; files: number; size: string }) =>
      `${count(p.checks)} ${plural(p.checks, "revisión", "revisiones")} en ${count(p.files)} ${plural(p.files, "archivo", "archivos")}, ${p.size}.`,
    en: (p: { checks: number; files: number; size: string }) =>
      `${count(p.checks)} ${plural(p.checks, "check", "checks")} in ${count(p.files)} ${plural(p.files, "file", "files")}, ${p.size}.`,
  },
  left: {
    es: ({ n }: N) =>
      `${count(n)} ${plural(n, "archivo está dañado y se quedó", "archivos están dañados y se quedaron")} fuera.`,
    en: ({ n }: N) => `${count(n)} ${plural(n, "file is", "files are")} damaged and stayed out.`,
  },
  badSize: {
    es: (p: { found: string }) => `«${p.found}» no es un tamaño en MB, de 1 a 4096.`,
    en: (p: { found: string }) => `“${p.found}” is not a size in MB, from 1 to 4096.`,
  },
} as const satisfies Record<string, Words<never>>;
