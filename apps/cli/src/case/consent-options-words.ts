/** What the help says of consent, windows and incidents. es is the source. @module */
import type { Words } from "@contraluz/core";

/** What stands for a value. */
export const VALUE = {
  file: { es: "ARCHIVO", en: "FILE" },
  why: { es: "MOTIVO", en: "WHY" },
  place: { es: "LUGAR", en: "PLACE" },
  who: { es: "QUIÉN", en: "WHO" },
  zone: { es: "ZONA", en: "ZONE" },
  case: { es: "CASO", en: "CASE" },
  nothing: { es: "", en: "" },
  caseFile: { es: "CASO ARCHIVO.json", en: "CASE FILE.json" },
  maybeFile: { es: "[ARCHIVO.json]", en: "[FILE.json]" },
  caseWhy: { es: "CASO [MOTIVO]", en: "CASE [WHY]" },
  caseTime: { es: "CASO DESDE [HASTA]", en: "CASE FROM [UNTIL]" },
  caseTable: { es: "CASO ARCHIVO", en: "CASE FILE" },
} as const satisfies Record<string, Words>;

export const OPTION = {
  letter: {
    es: "Foto o copia de la carta firmada: se anota su huella",
    en: "Photo or copy of the signed letter: its fingerprint is noted",
  },
  why: {
    es: "Qué pasó: taken (lo quitaron), inspected (retén), border (frontera), repaired (reparación), lent (prestado), left (se quedó), lost (perdido), other",
    en: "What happened: taken, inspected (checkpoint), border, repaired, lent, left, lost, other",
  },
  where: { es: "Dónde", en: "Where" },
  who: { es: "Quién lo tuvo", en: "Who had it" },
  zone: {
    es: "Zona horaria de lo que se cuenta (America/Mexico_City); si no se da, la del teléfono",
    en: "Time zone of what is told (America/Mexico_City); if not given, that of the phone",
  },
  map: { es: "Qué columna de la tabla es cuál (JSON)", en: "Which column of the table is which (JSON)" },
} as const satisfies Record<string, Words>;

export const COMMAND = {
  consent: { es: "Anotar lo que la persona permite", en: "Write down what the person allows" },
  letter: { es: "La carta de consentimiento, para imprimir y firmar", en: "The letter of consent, to print and sign" },
  withdraw: {
    es: "La persona retira su consentimiento: se anota y se dice qué borrar",
    en: "The person takes their consent back: it is noted, and what to delete is said",
  },
  window: {
    es: "Anotar cuándo el teléfono no estuvo con la persona",
    en: "Note when the phone was out of the person's hands",
  },
  windowForm: {
    es: "Hoja para anotar a mano cuándo el teléfono no estuvo con la persona",
    en: "Sheet to note by hand when the phone was out of the person's hands",
  },
  incident: {
    es: "Agregar lo que se vio en el camino: un JSON, una tabla CSV o de KoBoToolbox",
    en: "Add what was seen on the way: a JSON, a CSV table or one of KoBoToolbox",
  },
  incidents: { es: "Lo que se vio en el camino, con un mapa", en: "What was seen on the way, with a map" },
} as const satisfies Record<string, Words>;

export const MORE = {
  consent: {
    es: "Sin consentimiento un caso no revisa ni comparte nada. Lo que queda fuera de él no se lee.",
    en: "Without consent a case checks and shares nothing. What lies outside of it is not read.",
  },
  window: {
    es: "Las fechas, como se dicen: 20/11/2026 14:30, 20/11/2026 por la noche, noviembre de 2026. También vale un ARCHIVO.json con la forma.",
    en: "Dates as they are said: 20/11/2026 14:30, 20/11/2026 in the evening, November 2026. A FILE.json with the form will do, too.",
  },
} as const satisfies Record<string, Words>;
