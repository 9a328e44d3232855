/** The commands and their options: one table that both the reader of arguments and the help use. @module */
import type { Words } from "@contraluz/core";
import { EXPORTS } from "@contraluz/report";

export interface OptionSpec {
  /** What stands for the value in the help; without it the option is a switch. */
  readonly value?: Words;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  readonly multiple?: true;
  readonly words: Words;
}

export interface CommandSpec {
  readonly args: Words;
  /** At most so many arguments that are no options. */
  readonly most: number;
  readonly words: Words;
  /** A second paragraph of the help. */
  readonly more?: Words;
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
      es: "Comparar también con las señales publicadas de este archivo (STIX, YAML o lista)",
      en: "Compare with the published signs of this file too (STIX, YAML or list)",
    },
  },
  only: {
    value: ID,
    multiple: true,
    words: {
      es: "Leer este lugar y ningún otro (ver «artifacts»)",
      en: "Read this place and no other (see “artifacts”)",
    },
  },
  skip: { value: ID, multiple: true, words: { es: "No leer este lugar", en: "Do not read this place" } },
  out: {
    value: DIR,
    words: { es: "Carpeta nueva para el resultado", en: "New folder for the result" },
  },
  lang: { value: { es: "es|en", en: "es|en" }, choices: ["es", "en"], words: { es: "Idioma", en: "Language" } },
  json: {
    words: {
      es: "Escribir JSON y nada más; de un resultado, los bytes de su result.json",
      en: "Print JSON and nothing else; of a result, the bytes of its result.json",
    },
  },
  "with-content": {
    words: {
      es: "Guardar también el texto de los mensajes y los títulos",
      en: "Also keep the text of messages and titles",
    },
  },
  "as-of": {
    value: { es: "FECHA", en: "DATE" },
    words: {
      es: "El «hoy» de la revisión, como 2024-05-06; si no se da, la fecha del respaldo",
      en: "The “today” of the check, like 2024-05-06; if not given, the time of the backup",
    },
  },
  custody: {
    value: { es: "DESDE/HASTA", en: "FROM/TO" },
    multiple: true,
    words: {
      es: "Fechas en que el teléfono no estuvo contigo, como 2024-05-01/2024-05-03",
      en: "Dates when the phone was not with you, like 2024-05-01/2024-05-03",
    },
  },
  known: {
    value: { es: "VALOR", en: "VALUE" },
    multiple: true,
    words: {
      es: "Perfil que reconoces, por su nombre o identificador: deja de ser una pregunta",
      en: "Profile that you recognise, by its name or identifier: it is no longer a question",
    },
  },
  hash: {
    value: { es: "read|all", en: "read|all" },
    choices: ["read", "all"],
    words: {
      es: "Calcular la huella de lo que se lee (read, si no se dice) o de todos los archivos (all)",
      en: "Fingerprint what is read (read, if not given) or all files (all)",
    },
  },
  "exit-code": {
    words: {
      es: "Decir el resultado también con el código de salida: 10 algo por revisar o un intento, 20 coincide",
      en: "Tell the result by the exit code too: 10 something to look at or an attempt, 20 a match",
    },
  },
  "password-file": {
    value: FILE,
    words: {
      es: "Leer la contraseña del respaldo de la primera línea de un archivo («-»: de la entrada)",
      en: "Read the backup's password from the first line of a file (“-”: standard input)",
    },
  },
  workers: {
    value: { es: "N", en: "N" },
    words: {
      es: "Hilos de trabajo (0: ninguno aparte); no cambia el resultado",
      en: "Worker threads (0: none apart); it does not change the result",
    },
  },
  format: {
    value: { es: "FORMA", en: "FORMAT" },
    choices: EXPORTS.map((f) => f.id),
    words: {
      es: `${EXPORTS.map((f) => f.id).join(", ")}; si no se dice, csv`,
      en: `${EXPORTS.map((f) => f.id).join(", ")}; csv if not given`,
    },
  },
  html: {
    value: FILE,
    words: {
      es: "Escribir el informe como página en este archivo nuevo",
      en: "Write the report as a page to this new file",
    },
  },
  output: {
    value: FILE,
    words: {
      es: "Escribir en este archivo nuevo, no en la salida",
      en: "Write to this new file, not to standard output",
    },
  },
};

export const COMMANDS: Readonly<Record<string, CommandSpec>> = {
  check: {
    args: { es: "RUTA…", en: "PATH…" },
    most: Number.POSITIVE_INFINITY,
    words: {
      es: "Revisa un respaldo de iPhone: carpeta, zip o tar.gz",
      en: "Checks an iPhone backup: folder, zip or tar.gz",
    },
    more: {
      es: "Lo que se revisa no cambia. El resultado queda en una carpeta nueva, y nada sale de este equipo. Si el respaldo tiene contraseña, se pide sin mostrarla.",
      en: "What is checked does not change. The result stays in a new folder, and nothing leaves this computer. If the backup has a password, it is asked for without showing it.",
    },
    options: [
      "out",
      "lang",
      "indicators",
      "known",
      "custody",
      "as-of",
      "password-file",
      "only",
      "skip",
      "with-content",
      "hash",
      "json",
      "exit-code",
      "workers",
    ],
  },
  demo: {
    args: { es: "", en: "" },
    most: 0,
    words: { es: "Revisa un teléfono de muestra, inventado", en: "Checks a sample phone, a made-up one" },
    options: ["out", "lang", "json", "exit-code", "workers"],
  },
  report: {
    args: DIR,
    most: 1,
    words: { es: "Muestra otra vez un resultado", en: "Shows a result again" },
    options: ["html", "json", "lang"],
  },
  explain: {
    args: { es: "CARPETA [NÚMERO] | ID", en: "FOLDER [NUMBER] | ID" },
    most: 2,
    words: {
      es: "Explica un hallazgo hasta sus bytes, un lugar o una regla",
      en: "Explains a finding down to its bytes, a place or a rule",
    },
    more: {
      es: "Del número bastan las primeras letras. Sin número, la lista de hallazgos. ID es un lugar (ver «artifacts») o una regla (ver «rules»).",
      en: "The first letters of the number are enough. Without a number, the list of findings. ID is a place (see “artifacts”) or a rule (see “rules”).",
    },
    options: ["lang"],
  },
  export: {
    args: DIR,
    most: 1,
    words: { es: "Escribe los registros para otras herramientas", en: "Writes the records for other tools" },
    options: ["format", "output", "lang"],
  },
  recheck: {
    args: DIR,
    most: 1,
    words: {
      es: "Compara un resultado guardado con señales nuevas, sin el respaldo",
      en: "Compares a stored result with new signs, without the backup",
    },
    more: {
      es: "Deja un resultado nuevo; el anterior queda como está. También sirve para decir qué perfil reconoces (--known).",
      en: "It leaves a new result; the old one stays as it is. It also serves to say which profile you recognise (--known).",
    },
    options: ["out", "lang", "indicators", "known", "custody", "as-of", "json", "exit-code"],
  },
  forget: {
    args: DIR,
    most: 1,
    words: { es: "Borra un resultado de este equipo", en: "Removes a result from this computer" },
    more: {
      es: "Borra lo que Contraluz escribió y nada más. El respaldo no se toca.",
      en: "It removes what Contraluz wrote and nothing else. The backup is not touched.",
    },
    options: ["lang"],
  },
  artifacts: {
    args: { es: "", en: "" },
    most: 0,
    words: { es: "Los lugares donde buscamos rastros", en: "The places where we look for traces" },
    options: ["lang", "json"],
  },
  rules: {
    args: { es: "", en: "" },
    most: 0,
    words: { es: "Las reglas que aplicamos", en: "The rules that we apply" },
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
  lugares: "artifacts",
  reglas: "rules",
};
