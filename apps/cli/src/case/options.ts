/** Commands of cases: one table, as `options.ts` has for the others, which takes it in. @module */
import { CASE_ARCHIVE_COMMANDS } from "../archive/case-words.ts";
import type { CommandSpec, OptionSpec } from "../options.ts";
import { CONSENT_COMMANDS, CONSENT_OPTIONS } from "./consent-options.ts";
import { COMMAND, OPTION } from "./options-words.ts";
import { CLOCK_OPTION, TIMELINE_COMMANDS, TIMELINE_OPTIONS } from "./timeline-words.ts";
import { WITNESS } from "./witness-words.ts";

export const CASE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  ...TIMELINE_OPTIONS,
  ...CONSENT_OPTIONS,
  identity: OPTION.identity,
  "phrase-file": OPTION["phrase-file"],
  recipient: { ...OPTION.recipient, multiple: true },
  as: OPTION.as,
  title: OPTION.title,
  "by-hash": OPTION["by-hash"],
  from: OPTION.from,
  due: OPTION.due,
  to: { ...OPTION.to, multiple: true },
  "share-with": OPTION["share-with"],
  consent: OPTION.consent,
  reviewer: OPTION.reviewer,
  role: OPTION.role,
  off: OPTION.off,
  revoke: CLOCK_OPTION,
  id: OPTION.id,
  check: OPTION.check,
  cases: OPTION.cases,
  into: OPTION.into,
  witness: { ...WITNESS.option, multiple: true },
};

/** Options that every command of a case takes. */
const OPEN = ["identity", "phrase-file", "lang"] as const;
const WRITE = ["as", ...OPEN] as const;
const CASE_ARGS = { es: "CASO", en: "CASE" };

export const CASE_COMMANDS: Readonly<Record<string, CommandSpec>> = {
  ...TIMELINE_COMMANDS,
  ...CASE_ARCHIVE_COMMANDS,
  "case new": { ...COMMAND["case new"], most: 1, options: ["title", "recipient", ...WRITE] },
  "case key": { ...COMMAND["case key"], most: 0, options: [...OPEN] },
  "case intake": {
    ...COMMAND["case intake"],
    most: 2,
    options: [
      "cases",
      "recipient",
      "indicators",
      "no-installed",
      "store",
      "workers",
      "lab",
      "secret",
      "json",
      ...WRITE,
    ],
  },
  "case list": { ...COMMAND["case list"], most: 1, options: ["cases", "json", ...OPEN] },
  "case show": { ...COMMAND["case show"], most: 1, options: ["json", ...OPEN] },
  "case add": { ...COMMAND["case add"], most: Number.POSITIVE_INFINITY, options: ["by-hash", "from", ...WRITE] },
  "case check": {
    ...COMMAND["case check"],
    most: Number.POSITIVE_INFINITY,
    options: [
      "indicators",
      "no-installed",
      "store",
      "as-of",
      "password-file",
      "only",
      "skip",
      "json",
      "exit-code",
      "workers",
      "lab",
      "secret",
      ...WRITE,
    ],
  },
  "case recheck": {
    ...COMMAND["case recheck"],
    most: 1,
    options: ["check", "indicators", "no-installed", "store", "as-of", "json", "exit-code", ...WRITE],
  },
  "case review": { ...COMMAND["case review"], most: 4, options: ["check", "reviewer", "role", "json", ...WRITE] },
  "case tag": { ...COMMAND["case tag"], most: Number.POSITIVE_INFINITY, options: ["off", ...WRITE] },
  "case story": { ...COMMAND["case story"], most: 2, options: ["id", "output", "share-with", ...WRITE] },
  "case known": { ...COMMAND["case known"], most: Number.POSITIVE_INFINITY, options: [...WRITE] },
  "case note": { ...COMMAND["case note"], most: 2, options: [...WRITE] },
  "case status": { ...COMMAND["case status"], most: 3, options: ["due", ...WRITE] },
  ...CONSENT_COMMANDS,
  "case log": { ...COMMAND["case log"], most: 1, options: ["json", ...OPEN] },
  "case witness": { args: CASE_ARGS, words: WITNESS.help, most: 1, options: [...OPEN] },
  "case verify": {
    args: CASE_ARGS,
    words: WITNESS.verifyHelp,
    more: WITNESS.verifyMore,
    most: 1,
    options: ["witness", "json", ...OPEN],
  },
  "case share": { ...COMMAND["case share"], most: 1, options: ["recipient", ...WRITE] },
  "case purge": { ...COMMAND["case purge"], most: 1, options: ["lab", "yes", ...OPEN] },
};

/** For whoever sends evidence to a helpline or a second lab, and for who does a check again. */
export const PACK_COMMANDS: Readonly<Record<string, CommandSpec>> = {
  reproduce: {
    ...COMMAND.reproduce,
    most: Number.POSITIVE_INFINITY,
    options: [
      "check",
      "out",
      "indicators",
      "no-installed",
      "store",
      "password-file",
      "into",
      "reviewer",
      "as",
      "identity",
      "phrase-file",
      "workers",
      "json",
      "lang",
    ],
  },
  pack: {
    ...COMMAND.pack,
    most: 1,
    options: [
      "to",
      "consent",
      "out",
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
      "json",
      "lang",
    ],
  },
};
