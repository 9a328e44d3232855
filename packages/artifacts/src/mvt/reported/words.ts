import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Lo que reportó MVT", en: "What MVT reported" },
  shows: {
    es: "Qué avisos dio otra herramienta, MVT, y qué leyó, según sus propios archivos.",
    en: "Which alerts another tool, MVT, gave, and what it read, by its own files.",
  },
  hides: {
    es: "Si es cierto: aquí no está el respaldo que MVT leyó, y no pudimos revisarlo.",
    en: "Whether it is true: the backup that MVT read is not here, and we could not check it.",
  },
};

const f = {
  version: { es: "Versión de MVT", en: "Version of MVT" },
  date: { es: "Cuándo se usó, según esa computadora", en: "When it was run, by that computer" },
  lists: { es: "Listas de señales que usó", en: "Lists of signs that it used" },
  module: { es: "Módulo de MVT", en: "Module of MVT" },
  level: { es: "Nivel que le dio MVT", en: "Level that MVT gave it" },
  message: { es: "Lo que dijo MVT, con sus palabras", en: "What MVT said, in its words" },
  indicator: { es: "Señal con la que coincidió, según MVT", en: "Sign that it met, says MVT" },
  indicator_type: { es: "Tipo de esa señal", en: "Type of that sign" },
  campaign: { es: "A qué la atribuye la lista", en: "What the list ascribes it to" },
  list: { es: "Lista de donde viene la señal", en: "List that the sign comes from" },
  what: { es: "De qué trata", en: "What it is about" },
  text: { es: "Texto", en: "Text" },
  count: { es: "Cuántos", en: "How many" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  alert: {
    version: { words: f.version },
    module: { words: f.module },
    level: { words: f.level },
    message: { words: f.message },
    indicator: { words: f.indicator },
    indicator_type: { words: f.indicator_type },
    campaign: { words: f.campaign },
    list: { words: f.list },
    what: { words: f.what },
  },
  alerts: {
    version: { words: f.version },
    level: { words: f.level },
    count: { words: f.count },
  },
  module: {
    module: { words: f.module },
    count: { words: f.count },
  },
  reported: {
    module: { words: f.module },
    what: { words: f.what },
    text: { words: f.text, content: true },
  },
  run: {
    version: { words: f.version },
    date: { words: f.date },
    lists: { words: f.lists },
  },
};
