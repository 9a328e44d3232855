/** Kinds of incidents and what is said of them. es is the source. @module */
import { count, plural, type Words } from "@contraluz/core";
import type { Incident, IncidentKind } from "./types.ts";

export const KIND_WORDS: Readonly<Record<IncidentKind, Words>> = {
  checkpoint: { es: "Retén", en: "Checkpoint" },
  interrogation: { es: "Interrogatorio", en: "Interrogation" },
  photographed: { es: "Tomaron fotos o video", en: "Photographed or filmed" },
  followed: { es: "Nos siguieron", en: "Followed" },
  "phone-taken": { es: "Quitaron un teléfono", en: "Phone taken" },
  "phone-inspected": { es: "Revisaron un teléfono", en: "Phone inspected" },
  search: { es: "Revisaron personas o cosas", en: "People or things searched" },
  detained: { es: "Detención", en: "Detention" },
  drone: { es: "Dron", en: "Drone" },
  camera: { es: "Cámara desconocida", en: "Unknown camera" },
  "unknown-tracker": { es: "Rastreador desconocido", en: "Unknown tracker" },
  vehicle: { es: "Vehículo sospechoso", en: "Suspicious vehicle" },
  official: { es: "Presencia de autoridades", en: "Officials present" },
  armed: { es: "Personas armadas", en: "Armed people" },
  threat: { es: "Amenaza", en: "Threat" },
  violence: { es: "Golpes o violencia", en: "Blows or violence" },
  theft: { es: "Robo o extorsión", en: "Theft or extortion" },
  "call-or-message": { es: "Llamada o mensaje extraño", en: "Strange call or message" },
  "break-in": { es: "Entraron a un lugar", en: "Break-in" },
  "no-signal": { es: "Se fue la señal", en: "Signal lost" },
  other: { es: "Otra cosa", en: "Something else" },
};

/** Other words that people use for a kind, without marks; also choices of forms. */
export const KIND_SYNONYMS: Readonly<Record<string, IncidentKind>> = Object.assign(Object.create(null), {
  reten: "checkpoint",
  "puesto de control": "checkpoint",
  filtro: "checkpoint",
  "control migratorio": "checkpoint",
  interrogatorio: "interrogation",
  preguntas: "interrogation",
  foto: "photographed",
  fotos: "photographed",
  video: "photographed",
  fotografias: "photographed",
  seguimiento: "followed",
  "nos siguieron": "followed",
  "me siguieron": "followed",
  vigilancia: "followed",
  "telefono quitado": "phone-taken",
  "quitaron telefono": "phone-taken",
  "me quitaron el telefono": "phone-taken",
  "revisaron telefono": "phone-inspected",
  "telefono revisado": "phone-inspected",
  revision: "search",
  cateo: "search",
  detencion: "detained",
  arresto: "detained",
  dron: "drone",
  drones: "drone",
  camara: "camera",
  "camara desconocida": "camera",
  rastreador: "unknown-tracker",
  airtag: "unknown-tracker",
  vehiculo: "vehicle",
  carro: "vehicle",
  camioneta: "vehicle",
  autoridad: "official",
  autoridades: "official",
  policia: "official",
  migracion: "official",
  ejercito: "official",
  militares: "official",
  "guardia nacional": "official",
  armados: "armed",
  "gente armada": "armed",
  amenaza: "threat",
  amenazas: "threat",
  golpes: "violence",
  agresion: "violence",
  violencia: "violence",
  robo: "theft",
  asalto: "theft",
  extorsion: "theft",
  llamada: "call-or-message",
  mensaje: "call-or-message",
  allanamiento: "break-in",
  "sin senal": "no-signal",
  otro: "other",
  otra: "other",
  otros: "other",
});

export const HOW_WORDS: Readonly<Record<Incident["source"]["how"], Words>> = {
  direct: { es: "lo vio o lo vivió", en: "saw it or lived it" },
  heard: { es: "se lo contaron", en: "was told of it" },
  document: { es: "lo dice un documento", en: "a document says so" },
};

/** Other words for how somebody knows, without marks. */
export const HOW_SYNONYMS: Readonly<Record<string, Incident["source"]["how"]>> = Object.assign(Object.create(null), {
  directo: "direct",
  directa: "direct",
  testigo: "direct",
  "lo vi": "direct",
  "me paso": "direct",
  witness: "direct",
  oidas: "heard",
  "de oidas": "heard",
  "me contaron": "heard",
  indirecto: "heard",
  hearsay: "heard",
  documento: "document",
  documental: "document",
});

export const YES: ReadonlySet<string> = new Set(["si", "yes", "true", "1", "x", "s", "y", "verdadero"]);
export const NO: ReadonlySet<string> = new Set(["no", "false", "0", "n", "falso"]);

export type RowProblemCode =
  | "no-date"
  | "bad-date"
  | "no-what"
  | "unknown-kind"
  | "bad-place"
  | "bad-answer"
  | "bad-evidence"
  | "too-long"
  | "twice"
  | "same"
  | "changed"
  | "cells"
  | "repeat"
  | "quote"
  | "too-many";

type P = { readonly row: number; readonly column: string; readonly found: string };

export const ROW_PROBLEMS: Readonly<Record<RowProblemCode, Words<P>>> = {
  "no-date": {
    es: ({ row }) => `Fila ${row}: no tiene fecha. No se agregó.`,
    en: ({ row }) => `Row ${row}: it has no date. It was not added.`,
  },
  "bad-date": {
    es: ({ row, found }) => `Fila ${row}: «${found}» no se entiende como fecha. No se agregó.`,
    en: ({ row, found }) => `Row ${row}: “${found}” is not understood as a date. It was not added.`,
  },
  "no-what": {
    es: ({ row }) => `Fila ${row}: no dice qué pasó. No se agregó.`,
    en: ({ row }) => `Row ${row}: it does not say what happened. It was not added.`,
  },
  "unknown-kind": {
    es: ({ row, found }) => `Fila ${row}: no conocemos el tipo «${found}». Quedó como «otra cosa».`,
    en: ({ row, found }) => `Row ${row}: we do not know the kind “${found}”. It became “something else”.`,
  },
  "bad-place": {
    es: ({ row, found }) => `Fila ${row}: «${found}» no son coordenadas. Quedó sin punto en el mapa.`,
    en: ({ row, found }) => `Row ${row}: “${found}” are not coordinates. It has no point on the map.`,
  },
  "bad-answer": {
    es: ({ row, column, found }) => `Fila ${row}, «${column}»: no entendimos «${found}». Tomamos lo más cuidadoso.`,
    en: ({ row, column, found }) =>
      `Row ${row}, “${column}”: “${found}” was not understood. The most careful choice was taken.`,
  },
  "bad-evidence": {
    es: ({ row, found }) => `Fila ${row}: «${found}» no es una huella SHA-256. No se ligó.`,
    en: ({ row, found }) => `Row ${row}: “${found}” is not a SHA-256 fingerprint. It was not linked.`,
  },
  "too-long": {
    es: ({ row, column, found }) => `Fila ${row}, «${column}»: el texto tiene ${found} letras. Se cortó.`,
    en: ({ row, column, found }) => `Row ${row}, “${column}”: the text has ${found} letters. It was cut.`,
  },
  twice: {
    es: ({ row, found }) => `Fila ${row}: es igual a la fila ${found}. Se dejó una.`,
    en: ({ row, found }) => `Row ${row}: it equals row ${found}. One was kept.`,
  },
  same: {
    es: ({ row }) => `Fila ${row}: ya estaba en el caso.`,
    en: ({ row }) => `Row ${row}: it was in the case already.`,
  },
  changed: {
    es: ({ row }) => `Fila ${row}: ya estaba en el caso, y ahora dice otra cosa. Se guardan las dos formas.`,
    en: ({ row }) => `Row ${row}: it was in the case already, and says something else now. Both forms are kept.`,
  },
  cells: {
    es: ({ row, found }) => `Fila ${row}: tiene ${found} celdas más que columnas. Las de más no se leyeron.`,
    en: ({ row, found }) => `Row ${row}: it has ${found} cells more than there are columns. Those were not read.`,
  },
  repeat: {
    es: ({ row, column }) => `Fila ${row}: «${column}» es una lista dentro de la fila. No se leyó.`,
    en: ({ row, column }) => `Row ${row}: “${column}” is a list inside the row. It was not read.`,
  },
  quote: {
    es: ({ row }) => `Fila ${row}: faltan unas comillas. Se leyó hasta el final del archivo.`,
    en: ({ row }) => `Row ${row}: a closing quote is missing. It was read up to the end of the file.`,
  },
  "too-many": {
    es: ({ found }) => `Hay más de lo que cabe: se leyeron ${found} filas.`,
    en: ({ found }) => `There is more than fits: ${found} rows were read.`,
  },
};

export const TABLE_FAULTS = {
  "too-large": { es: "El archivo es demasiado grande.", en: "The file is too large." },
  spreadsheet: {
    es: "Es un libro de Excel. Guárdalo como CSV y vuelve a intentar.",
    en: "It is an Excel workbook. Save it as CSV and try again.",
  },
  "not-a-table": {
    es: "No es una tabla CSV ni un JSON de KoBoToolbox.",
    en: "It is neither a CSV table nor JSON of KoBoToolbox.",
  },
  columns: {
    es: (p: { found: string }) => `No sabemos qué columna es cuál. Hay: ${p.found}. Hazlo saber con --map.`,
    en: (p: { found: string }) => `We do not know which column is which. There are: ${p.found}. Say so with --map.`,
  },
} as const;

export const PAGE_WORDS = {
  title: { es: "Lo que se vio en el camino", en: "What was seen on the way" },
  intro: {
    es: "Esto lo contaron personas. Cada punto dice quién lo cuenta y cómo lo sabe. El círculo es lo que el lugar tiene de impreciso.",
    en: "People told this. Each point says who tells it and how they know. The circle is how imprecise the place is.",
  },
  map: { es: "Mapa", en: "Map" },
  mapNote: {
    es: "El mapa se dibuja en esta computadora y no pide nada a internet. Costas y fronteras: Natural Earth, con 1 km de error. Pueblos: GeoNames (CC BY 4.0).",
    en: "The map is drawn on this computer and asks nothing of the internet. Coasts and borders: Natural Earth, within about 1 km. Towns: GeoNames (CC BY 4.0).",
  },
  table: { es: "Uno por uno, en orden", en: "One by one, in order" },
  number: { es: "Núm.", en: "No." },
  when: { es: "Cuándo", en: "When" },
  where: { es: "Dónde", en: "Where" },
  what: { es: "Qué pasó", en: "What happened" },
  who: { es: "Quién lo hizo", en: "Who did it" },
  source: { es: "Quién lo cuenta", en: "Who tells it" },
  publish: { es: "¿Se puede publicar?", en: "May it be published?" },
  yes: { es: "sí", en: "yes" },
  no: { es: "no", en: "no" },
  noPoint: { es: "sin punto en el mapa", en: "no point on the map" },
  exact: { es: "punto exacto no conocido", en: "how exact is not known" },
  within: {
    es: (p: { distance: string }) => `a menos de ${p.distance}`,
    en: (p: { distance: string }) => `within ${p.distance}`,
  },
  none: { es: "Todavía no hay nada anotado.", en: "Nothing is noted yet." },
  sum: {
    es: (p: { n: number; mapped: number }) =>
      `${count(p.n)} ${plural(p.n, "suceso", "sucesos")}, ${count(p.mapped)} ${plural(p.mapped, "está", "están")} en el mapa.`,
    en: (p: { n: number; mapped: number }) =>
      `${count(p.n)} ${plural(p.n, "event", "events")}, ${count(p.mapped)} on the map.`,
  },
  mapLabel: {
    es: (p: { n: number; places: string }) =>
      `Mapa con ${count(p.n)} ${plural(p.n, "punto", "puntos")} numerados: ${p.places}. Lo mismo está en la tabla.`,
    en: (p: { n: number; places: string }) =>
      `Map with ${count(p.n)} numbered ${plural(p.n, "point", "points")}: ${p.places}. The table says the same.`,
  },
  foot: { es: "Contado por personas", en: "Told by people" },
  record: {
    es: (p: { check: string; artifact: string; ordinal: number }) =>
      `registro ${p.ordinal} de ${p.artifact}, revisión ${p.check}`,
    en: (p: { check: string; artifact: string; ordinal: number }) =>
      `record ${p.ordinal} of ${p.artifact}, check ${p.check}`,
  },
  evidence: { es: "Se apoya en", en: "Supported by" },
} as const;
