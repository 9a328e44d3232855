import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";

export const words: ArtifactWords = {
  name: { es: "Lo que reportó Trace", en: "What Trace reported" },
  shows: {
    es: "Qué dijo otra herramienta, Trace, de un registro de iPhone, y qué pudo leer, según su propio archivo.",
    en: "What another tool, Trace, said of an iPhone record, and what it could read, by its own file.",
  },
  hides: {
    es: "Si es cierto: aquí no está el registro que Trace leyó, y su archivo no lleva firma.",
    en: "Whether it is true: the record that Trace read is not here, and its file is not signed.",
  },
};

const f = {
  version: { es: "Versión de Trace", en: "Version of Trace" },
  schema: { es: "Versión de su formato", en: "Version of its format" },
  verdict: { es: "Resultado, con la palabra de Trace", en: "Result, in Trace's word" },
  complete: { es: "Leyó todo lo que encontró, según Trace", en: "It read all that it found, says Trace" },
  archive: { es: "Huella SHA-256 del registro que leyó", en: "SHA-256 of the record that it read" },
  size: { es: "Bytes de ese registro", en: "Bytes of that record" },
  commit: { es: "Código del que se hizo, según dice", en: "Code that it was built from, as it says" },
  limits: { es: "Límites que alcanzó", en: "Limits that it reached" },
  level: { es: "Nivel que le dio Trace", en: "Level that Trace gave it" },
  kind: { es: "Tipo, con la palabra de Trace", en: "Kind, in Trace's word" },
  where: { es: "En qué parte del registro", en: "In which part of the record" },
  message: { es: "Lo que dijo Trace, con sus palabras", en: "What Trace said, in its words" },
  indicator: { es: "Señal con la que coincidió, según Trace", en: "Sign that it met, says Trace" },
  indicator_type: { es: "Tipo de esa señal", en: "Type of that sign" },
  campaign: { es: "A qué la atribuye la lista", en: "What the list ascribes it to" },
  list: { es: "Lista de donde viene la señal", en: "List that the sign comes from" },
  count: { es: "Cuántos", en: "How many" },
  state: { es: "Cómo lo leyó, según Trace", en: "How it read it, says Trace" },
  signs: { es: "Señales que traía", en: "Signs in it" },
  usable: { es: "Señales que ahí podían verse", en: "Signs that could show there" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  report: {
    version: { words: f.version },
    schema: { words: f.schema },
    verdict: { words: f.verdict },
    complete: { words: f.complete },
    archive: { words: f.archive },
    size: { words: f.size },
    commit: { words: f.commit },
    limits: { words: f.limits },
  },
  finding: {
    level: { words: f.level },
    kind: { words: f.kind },
    where: { words: f.where },
    message: { words: f.message },
    indicator: { words: f.indicator },
    indicator_type: { words: f.indicator_type },
    campaign: { words: f.campaign },
    list: { words: f.list },
  },
  findings: {
    version: { words: f.version },
    level: { words: f.level },
    count: { words: f.count },
  },
  surface: {
    kind: { words: f.kind },
    state: { words: f.state },
  },
  list: {
    list: { words: f.list },
    campaign: { words: f.campaign },
    signs: { words: f.signs },
    usable: { words: f.usable },
  },
};
