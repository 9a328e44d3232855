/** The commands and their options: one table that both the reader of arguments and the help use. @module */
import type { Words } from "@contraluz/core";

export interface OptionSpec {
  readonly value?: Words;
  readonly multiple?: true;
  readonly words: Words;
}

export interface CommandSpec {
  readonly args: Words;
  readonly words: Words;
  readonly options: readonly string[];
}

const FILE: Words = { es: "ARCHIVO", en: "FILE" };
const DIR: Words = { es: "CARPETA", en: "FOLDER" };
const ID: Words = { es: "ID", en: "ID" };

export const OPTIONS: Readonly<Record<string, OptionSpec>> = {
  indicators: {
    value: FILE,
    multiple: true,
    words: {
      es: "Señales publicadas que añadir (STIX, YAML o lista); se puede repetir",
      en: "Published signs to add (STIX, YAML or list); can be repeated",
    },
  },
  only: {
    value: ID,
    multiple: true,
    words: { es: "Leer solo este lugar (ver «artifacts»)", en: "Read only this place (see “artifacts”)" },
  },
  skip: { value: ID, multiple: true, words: { es: "No leer este lugar", en: "Do not read this place" } },
  out: { value: DIR, words: { es: "Carpeta nueva para el resultado", en: "New folder for the result" } },
  lang: { value: { es: "es|en", en: "es|en" }, words: { es: "Idioma", en: "Language" } },
  json: { words: { es: "Escribir solo result.json en la salida", en: "Print only result.json" } },
  "with-content": {
    words: {
      es: "Guardar también el texto de los mensajes y títulos",
      en: "Also keep the text of messages and titles",
    },
  },
  "as-of": {
    value: { es: "FECHA", en: "DATE" },
    words: {
      es: "El «hoy» de la revisión; si no, la fecha del respaldo",
      en: "The “today” of the check; otherwise the time of the backup",
    },
  },
  custody: {
    value: { es: "DESDE/HASTA", en: "FROM/TO" },
    multiple: true,
    words: { es: "Periodo en que el teléfono no estuvo contigo", en: "Period in which the phone was not with you" },
  },
  known: {
    value: { es: "VALOR", en: "VALUE" },
    multiple: true,
    words: { es: "Perfil o app que reconoces", en: "Profile or app that you recognise" },
  },
  hash: {
    value: { es: "read|all", en: "read|all" },
    words: { es: "Calcular la huella de lo leído, o de todo", en: "Fingerprint what is read, or everything" },
  },
  "exit-code": {
    words: { es: "Decir el resultado también con el código de salida", en: "Tell the result by the exit code too" },
  },
  "password-file": {
    value: FILE,
    words: {
      es: "Leer la contraseña de un archivo («-»: de la entrada)",
      en: "Read the password from a file (“-”: standard input)",
    },
  },
  workers: {
    value: { es: "N", en: "N" },
    words: { es: "Hilos a la vez (0: uno solo)", en: "Threads at a time (0: a single one)" },
  },
  format: {
    value: { es: "FORMA", en: "FORMAT" },
    words: { es: "timesketch-jsonl, timesketch-csv o csv", en: "timesketch-jsonl, timesketch-csv or csv" },
  },
  html: {
    value: FILE,
    words: { es: "Escribir el informe como página en este archivo", en: "Write the report as a page to this file" },
  },
  output: {
    value: FILE,
    words: { es: "Escribir en este archivo y no en la salida", en: "Write to this file, not to standard output" },
  },
};

export const COMMANDS: Readonly<Record<string, CommandSpec>> = {
  check: {
    args: { es: "RUTA…", en: "PATH…" },
    words: { es: "Revisa un respaldo: carpeta, zip o tar.gz", en: "Checks a backup: folder, zip or tar.gz" },
    options: [
      "indicators",
      "only",
      "skip",
      "out",
      "lang",
      "json",
      "with-content",
      "as-of",
      "custody",
      "known",
      "hash",
      "exit-code",
      "password-file",
      "workers",
    ],
  },
  demo: {
    args: { es: "", en: "" },
    words: { es: "Revisa el teléfono de muestra", en: "Checks the sample phone" },
    options: ["out", "lang", "json", "workers"],
  },
  report: {
    args: DIR,
    words: { es: "Muestra otra vez un resultado", en: "Shows a result again" },
    options: ["html", "lang"],
  },
  explain: {
    args: { es: "CARPETA HALLAZGO | ID", en: "FOLDER FINDING | ID" },
    words: {
      es: "Explica un hallazgo hasta sus bytes, un lugar o una regla",
      en: "Explains a finding down to its bytes, a place or a rule",
    },
    options: ["lang"],
  },
  export: {
    args: DIR,
    words: { es: "Escribe los registros para otras herramientas", en: "Writes the records for other tools" },
    options: ["format", "output", "lang"],
  },
  recheck: {
    args: DIR,
    words: {
      es: "Compara un resultado guardado con señales nuevas, sin el respaldo",
      en: "Compares a stored result with new signs, without the backup",
    },
    options: ["indicators", "out", "lang", "json", "as-of", "custody", "known", "exit-code"],
  },
  forget: {
    args: DIR,
    words: { es: "Borra un resultado de este equipo", en: "Removes a result from this computer" },
    options: ["lang"],
  },
  artifacts: {
    args: { es: "", en: "" },
    words: { es: "Los lugares que se leen", en: "The places that are read" },
    options: ["lang", "json"],
  },
  rules: {
    args: { es: "", en: "" },
    words: { es: "Las reglas que se aplican", en: "The rules that are applied" },
    options: ["lang", "json"],
  },
};

/** Common other names of commands, so that a guess works. */
export const ALIASES: Readonly<Record<string, string>> = {
  revisar: "check",
  muestra: "demo",
  informe: "report",
  olvidar: "forget",
  explicar: "explain",
  exportar: "export",
};
