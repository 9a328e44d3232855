import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Lo que reportó SAF", en: "What SAF reported" },
  shows: {
    es: "Qué sacó otra herramienta, SAF, de un registro de iPhone: qué reglas YARA coincidieron, qué programas vio, cuánto leyó.",
    en: "What another tool, SAF, took from an iPhone record: which YARA rules matched, which programs it saw, how much it read.",
  },
  hides: {
    es: "Si es cierto: aquí no está el registro que SAF leyó, y no pudimos revisarlo.",
    en: "Whether it is true: the record that SAF read is not here, and we could not check it.",
  },
};

const f = {
  rule: { es: "Regla YARA que coincidió, según SAF", en: "YARA rule that matched, says SAF" },
  list: { es: "Archivo de esa regla", en: "File of that rule" },
  where: { es: "En qué archivo", en: "In which file" },
  times: { es: "Cuántas veces ahí", en: "How many times there" },
  process: { es: "Programa", en: "Program" },
  uid: { es: "Número del usuario con que corrió", en: "Number of the user that it ran as" },
  source: { es: "De dónde lo sacó SAF", en: "Where SAF took it from" },
  module: { es: "Parte de SAF", en: "Part of SAF" },
  count: { es: "Cuántos", en: "How many" },
  first: { es: "El más viejo", en: "The oldest" },
  last: { es: "El más nuevo", en: "The newest" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  match: {
    rule: { words: f.rule },
    list: { words: f.list },
    where: { words: f.where },
    times: { words: f.times },
  },
  program: {
    process: { words: f.process },
    uid: { words: f.uid },
    source: { words: f.source },
  },
  module: {
    module: { words: f.module },
    count: { words: f.count },
    first: { words: f.first },
    last: { words: f.last },
  },
};
