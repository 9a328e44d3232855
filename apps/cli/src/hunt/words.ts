/** What the commands of labs say. es is the source. @module */
import type { Words } from "@contraluz/core";

type In = { readonly cmd: string; readonly lab: string };

export const HW = {
  noDuckDb: {
    es: "Falta DuckDB, con que se busca en un laboratorio. Instálalo junto a Contraluz: npm install @duckdb/node-api",
    en: "DuckDB is missing, which searches a lab. Install it beside Contraluz: npm install @duckdb/node-api",
  },
  needLab: {
    es: (p: { line: string }) => `Falta la carpeta del laboratorio: ${p.line}`,
    en: (p: { line: string }) => `The folder of the lab is missing: ${p.line}`,
  },
  made: {
    es: (p: In) => `Hicimos el laboratorio. Para llevarle un caso: ${p.cmd} hunt add CASO --lab ${p.lab}`,
    en: (p: In) => `The lab was made. To take a case there: ${p.cmd} hunt add CASE --lab ${p.lab}`,
  },
  encryptDisk: {
    es: "Lo que haya ahí no va cifrado: quien se lleve el disco puede leerlo. Pon la carpeta en un disco cifrado (LUKS, FileVault, BitLocker).",
    en: "What lies there is not encrypted: whoever takes the disk can read it. Keep the folder on an encrypted disk (LUKS, FileVault, BitLocker).",
  },
  secretMade: {
    es: (p: { path: string }) =>
      `Hicimos un secreto en «${p.path}». Guárdalo en otro lugar que el laboratorio: sin él no se puede buscar.`,
    en: (p: { path: string }) =>
      `A secret was made in “${p.path}”. Keep it elsewhere than the lab: without it nothing can be searched.`,
  },
  secretInside: {
    es: "El secreto no puede estar dentro del laboratorio: quien se lleve uno se llevaría el otro.",
    en: "The secret cannot lie inside the lab: whoever takes the one would take the other.",
  },
  secretLarge: {
    es: (p: { path: string }) => `«${p.path}» es demasiado grande para ser un secreto.`,
    en: (p: { path: string }) => `“${p.path}” is too large to be a secret.`,
  },
  notEmpty: {
    es: (p: { lab: string }) => `La carpeta «${p.lab}» no está vacía.`,
    en: (p: { lab: string }) => `The folder “${p.lab}” is not empty.`,
  },
} as const satisfies Record<string, Words<never>>;
