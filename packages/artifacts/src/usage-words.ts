/** Words of the fields of DataUsage.sqlite and netusage.sqlite (`process-usage.ts`). @module */
import type { Words } from "@contraluz/core";
import type { ArtifactFields } from "./artifact.ts";

const f = {
  name: { es: "Programa", en: "Program" },
  bundle: { es: "Nombre interno de la app", en: "Internal name of the app" },
  first: { es: "Visto por primera vez", en: "First seen" },
  process: { es: "Número del programa en la tabla", en: "Number of the program in the table" },
  orphan: { es: "Su programa ya no está en la tabla", en: "Its program is no longer in the table" },
  wifi_in: { es: "Recibido por Wi-Fi", en: "Received over Wi-Fi" },
  wifi_out: { es: "Enviado por Wi-Fi", en: "Sent over Wi-Fi" },
  cell_in: { es: "Recibido por datos móviles", en: "Received over mobile data" },
  cell_out: { es: "Enviado por datos móviles", en: "Sent over mobile data" },
  rows: { es: "Programas que hay", en: "Programs that are there" },
  missing: { es: "Números de programa que faltan", en: "Numbers of programs that are missing" },
  last: { es: "Último número", en: "Last number" },
  gaps: {
    es: "Huecos más largos: después de qué número, y cuántos",
    en: "Longest gaps: after which number, and how many",
  },
} satisfies Record<string, Words>;

export const USAGE_FIELDS: ArtifactFields = {
  process: {
    name: { words: f.name },
    bundle: { words: f.bundle },
    first: { words: f.first },
    process: { words: f.process },
  },
  usage: {
    name: { words: f.name },
    process: { words: f.process },
    orphan: { words: f.orphan },
    wifi_in: { words: f.wifi_in, unit: "B" },
    wifi_out: { words: f.wifi_out, unit: "B" },
    cell_in: { words: f.cell_in, unit: "B" },
    cell_out: { words: f.cell_out, unit: "B" },
  },
  gaps: {
    rows: { words: f.rows },
    missing: { words: f.missing },
    last: { words: f.last },
    gaps: { words: f.gaps },
  },
};
