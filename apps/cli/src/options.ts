/** The commands and their options: one table that both the reader of arguments and the help use. @module */
import type { Words } from "@contraluz/core";
import { DOCUMENT_EXPORTS, EXPORTS, FOLDER_EXPORTS, READERS, TLP_LEVELS } from "@contraluz/report";
import { PAGE_COMMANDS, PAGE_OPTIONS } from "./archive/correct-words.ts";
import { FIND_COMMANDS, FIND_OPTIONS } from "./archive/find-words.ts";
import { READ_COMMANDS, READ_OPTIONS } from "./archive/read-words.ts";
import { CASE_COMMANDS, CASE_OPTIONS, PACK_COMMANDS } from "./case/options.ts";
import { DOSSIER_ALIASES, DOSSIER_COMMANDS, DOSSIER_OPTIONS } from "./dossier/options-words.ts";
import { HUNT_ALIASES, HUNT_COMMANDS, HUNT_OPTIONS } from "./hunt/options.ts";
import { ENTITY_COMMANDS, LEDGER_ALIASES, LEDGER_COMMANDS, LEDGER_OPTIONS } from "./ledger/options-words.ts";
import { COMMAND, OPTION, VALUE } from "./options-words.ts";

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
  /** What an option means here, where it is another thing than elsewhere. */
  readonly here?: Readonly<Record<string, Words>>;
}

/** What an option means for a command. */
export function optionWords(command: string, name: string): Words {
  return COMMANDS[command]?.here?.[name] ?? OPTIONS[name]!.words;
}

export const OPTIONS: Readonly<Record<string, OptionSpec>> = {
  ...CASE_OPTIONS,
  ...DOSSIER_OPTIONS,
  ...LEDGER_OPTIONS,
  ...READ_OPTIONS,
  ...FIND_OPTIONS,
  ...HUNT_OPTIONS,
  ...PAGE_OPTIONS,
  indicators: { value: VALUE.file, multiple: true, words: OPTION.indicators },
  only: { value: VALUE.id, multiple: true, words: OPTION.only },
  skip: { value: VALUE.id, multiple: true, words: OPTION.skip },
  out: { value: VALUE.folder, words: OPTION.out },
  lang: { value: VALUE.lang, choices: ["es", "en"], words: OPTION.lang },
  json: { words: OPTION.json },
  "with-content": { words: OPTION["with-content"] },
  "with-keys": { words: OPTION["with-keys"] },
  "as-of": { value: VALUE.date, words: OPTION["as-of"] },
  custody: { value: VALUE.window, multiple: true, words: OPTION.custody },
  known: { value: VALUE.known, multiple: true, words: OPTION.known },
  hash: { value: VALUE.hash, choices: ["read", "all"], words: OPTION.hash },
  "exit-code": { words: OPTION["exit-code"] },
  "password-file": { value: VALUE.file, words: OPTION["password-file"] },
  workers: { value: VALUE.count, words: OPTION.workers },
  format: {
    value: VALUE.form,
    choices: [...EXPORTS, ...FOLDER_EXPORTS, ...DOCUMENT_EXPORTS].map((f) => f.id),
    words: OPTION.format,
  },
  by: { value: VALUE.name, words: OPTION.by },
  tlp: { value: VALUE.tlp, choices: TLP_LEVELS, words: OPTION.tlp },
  "exact-times": { words: OPTION["exact-times"] },
  html: { value: VALUE.file, words: OPTION.html },
  output: { value: VALUE.file, words: OPTION.output },
  port: { value: VALUE.count, words: OPTION.port },
  store: { value: VALUE.folder, words: OPTION.store },
  "no-installed": { words: OPTION["no-installed"] },
  name: { value: VALUE.name, words: OPTION.name },
  yes: { words: OPTION.yes },
  connect: { value: VALUE.address, words: OPTION.connect },
  server: { value: VALUE.address, words: OPTION.server },
  serial: { value: VALUE.serial, words: OPTION.serial },
  apks: { value: VALUE.apks, choices: ["none", "user", "all"], words: OPTION.apks },
  messages: { words: OPTION.messages },
  "key-file": { value: VALUE.file, words: OPTION["key-file"] },
  "no-check": { words: OPTION["no-check"] },
  for: { value: VALUE.reader, choices: READERS, words: OPTION.for },
  "with-names": { words: OPTION["with-names"] },
};

export const COMMANDS: Readonly<Record<string, CommandSpec>> = {
  check: {
    ...COMMAND.check,
    most: Number.POSITIVE_INFINITY,
    options: [
      "out",
      "lang",
      "indicators",
      "no-installed",
      "store",
      "known",
      "custody",
      "as-of",
      "password-file",
      "only",
      "skip",
      "with-content",
      "with-keys",
      "hash",
      "json",
      "exit-code",
      "workers",
    ],
  },
  acquire: {
    ...COMMAND.acquire,
    most: 1,
    options: [
      "out",
      "lang",
      "apks",
      "messages",
      "serial",
      "connect",
      "server",
      "key-file",
      "yes",
      "no-check",
      "indicators",
      "no-installed",
      "store",
      "known",
      "custody",
      "as-of",
      "with-content",
      "json",
      "exit-code",
      "workers",
    ],
  },
  demo: { ...COMMAND.demo, most: 0, options: ["out", "lang", "json", "exit-code", "workers"] },
  report: {
    ...COMMAND.report,
    args: VALUE.folder,
    most: 1,
    options: ["html", "json", "share-with", "as", "identity", "phrase-file", "lang"],
  },
  explain: { ...COMMAND.explain, most: 2, options: ["identity", "phrase-file", "lang"] },
  export: {
    ...COMMAND.export,
    args: VALUE.folder,
    most: 1,
    options: ["format", "output", "by", "tlp", "exact-times", "share-with", "as", "identity", "phrase-file", "lang"],
  },
  recheck: {
    ...COMMAND.recheck,
    args: VALUE.folder,
    most: 1,
    options: ["out", "lang", "indicators", "no-installed", "store", "known", "custody", "as-of", "json", "exit-code"],
  },
  words: {
    ...COMMAND.words,
    args: VALUE.folder,
    most: 1,
    options: ["for", "html", "with-names", "share-with", "as", "identity", "phrase-file", "lang"],
  },
  compare: { ...COMMAND.compare, most: 2, options: ["json", "identity", "phrase-file", "lang"] },
  machines: { ...COMMAND.machines, args: VALUE.folder, most: 1, options: ["json", "identity", "phrase-file", "lang"] },
  processes: {
    ...COMMAND.processes,
    args: VALUE.folder,
    most: 1,
    options: ["json", "identity", "phrase-file", "lang"],
  },
  indicators: {
    ...COMMAND.indicators,
    most: Number.POSITIVE_INFINITY,
    options: ["store", "name", "yes", "json", "lang"],
  },
  forget: { ...COMMAND.forget, args: VALUE.folder, most: 1, options: ["lang"] },
  ...PACK_COMMANDS,
  ...CASE_COMMANDS,
  ...DOSSIER_COMMANDS,
  ...READ_COMMANDS,
  ...FIND_COMMANDS,
  ...PAGE_COMMANDS,
  ...ENTITY_COMMANDS,
  ...LEDGER_COMMANDS,
  ...HUNT_COMMANDS,
  web: { ...COMMAND.web, most: 0, options: ["port", "lang"] },
  artifacts: { ...COMMAND.artifacts, most: 0, options: ["lang", "json"] },
  rules: { ...COMMAND.rules, most: 0, options: ["lang", "json"] },
};

/** Common other names of commands, so that a guess works. */
export const ALIASES: Readonly<Record<string, string>> = {
  ...DOSSIER_ALIASES,
  ...LEDGER_ALIASES,
  ...HUNT_ALIASES,
  caso: "case",
  empacar: "pack",
  repetir: "reproduce",
  revisar: "check",
  copiar: "acquire",
  muestra: "demo",
  informe: "report",
  olvidar: "forget",
  explicar: "explain",
  exportar: "export",
  lugares: "artifacts",
  reglas: "rules",
  pagina: "web",
  comparar: "compare",
  palabras: "words",
  aparatos: "machines",
  procesos: "processes",
  señales: "indicators",
};
