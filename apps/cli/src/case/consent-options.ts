/** Commands of consent, windows and incidents. @module */
import { WHY_WORDS } from "@contraluz/case/windows/words.ts";
import type { CommandSpec, OptionSpec } from "../options.ts";
import { COMMAND, MORE, OPTION, VALUE } from "./consent-options-words.ts";

export const CONSENT_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  letter: { value: VALUE.file, words: OPTION.letter },
  why: { value: VALUE.why, choices: Object.keys(WHY_WORDS), words: OPTION.why },
  where: { value: VALUE.place, words: OPTION.where },
  who: { value: VALUE.who, words: OPTION.who },
  zone: { value: VALUE.zone, words: OPTION.zone },
  map: { value: VALUE.file, words: OPTION.map },
};

const OPEN = ["identity", "phrase-file", "lang"] as const;
const WRITE = ["as", ...OPEN] as const;

export const CONSENT_COMMANDS: Readonly<Record<string, CommandSpec>> = {
  "case consent": {
    args: VALUE.caseFile,
    most: 2,
    words: COMMAND.consent,
    more: MORE.consent,
    options: ["letter", "yes", "json", ...WRITE],
  },
  "case letter": { args: VALUE.maybeFile, most: 1, words: COMMAND.letter, options: ["html", "lang"] },
  "case withdraw": { args: VALUE.caseWhy, most: 2, words: COMMAND.withdraw, options: ["lab", "yes", ...WRITE] },
  "case window": {
    args: VALUE.caseTime,
    most: 3,
    words: COMMAND.window,
    more: MORE.window,
    options: ["why", "where", "who", "zone", ...WRITE],
  },
  "case window-form": { args: VALUE.nothing, most: 0, words: COMMAND.windowForm, options: ["html", "lang"] },
  "case incident": { args: VALUE.caseTable, most: 2, words: COMMAND.incident, options: ["map", ...WRITE] },
  "case incidents": { args: VALUE.case, most: 1, words: COMMAND.incidents, options: ["html", "json", ...OPEN] },
};
