/** Commands of the hunt: one table, as `options.ts` has for the others, which takes it in. @module */
import type { CommandSpec, OptionSpec } from "../options.ts";
import { COMMAND, OPTION, TRINO_PASSWORD } from "./options-words.ts";

export const HUNT_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  lab: OPTION.lab,
  secret: OPTION.secret,
  "no-path": OPTION["no-path"],
  engine: { ...OPTION.engine, choices: ["duckdb", "trino"] },
  trino: OPTION.trino,
  "trino-folder": OPTION["trino-folder"],
  drop: OPTION.drop,
  size: OPTION.size,
  "jobs-file": OPTION["jobs-file"],
  fewer: OPTION.fewer,
  values: OPTION.values,
  "shared-secret": OPTION["shared-secret"],
};

/** Signs that a command compares with. */
const SIGNS = ["indicators", "no-installed", "store", "as-of"] as const;
const ENGINE = ["secret", "engine", "trino", "password-file"] as const;
const TRINO = { here: { "password-file": TRINO_PASSWORD } } as const;
const OUT = ["json", "lang"] as const;
const OPEN = ["identity", "phrase-file", "as"] as const;
const MANY = Number.POSITIVE_INFINITY;

export const HUNT_COMMANDS: Readonly<Record<string, CommandSpec>> = {
  "hunt init": { ...COMMAND["hunt init"], most: 1, options: ["secret", ...OUT] },
  "hunt add": { ...COMMAND["hunt add"], most: MANY, options: ["lab", "secret", "check", "no-path", ...OPEN, ...OUT] },
  "hunt list": { ...COMMAND["hunt list"], most: 1, options: [...OUT] },
  "hunt forget": { ...COMMAND["hunt forget"], most: MANY, options: ["lab", "yes", ...OPEN, ...OUT] },
  "hunt run": { ...COMMAND["hunt run"], ...TRINO, most: 1, options: [...SIGNS, ...ENGINE, "workers", ...OUT] },
  "hunt diff": { ...COMMAND["hunt diff"], most: 3, options: [...OUT] },
  "hunt search": { ...COMMAND["hunt search"], ...TRINO, most: 2, options: [...ENGINE, "limit", ...OUT] },
  "hunt campaigns": {
    ...COMMAND["hunt campaigns"],
    ...TRINO,
    most: 2,
    options: ["as-of", ...ENGINE, "workers", "out", "whom", "fewer", "values", "by", "tlp", ...OUT],
  },
  "hunt share": {
    ...COMMAND["hunt share"],
    most: 2,
    options: ["whom", "format", "output", "by", "tlp", "fewer", "lang"],
  },
  "hunt compare": {
    ...COMMAND["hunt compare"],
    ...TRINO,
    most: 3,
    options: ["shared-secret", "whom", "output", "as-of", ...ENGINE, "workers", ...OUT],
  },
  "hunt pack": { ...COMMAND["hunt pack"], most: 1, options: ["secret", "size", ...OUT] },
  "hunt trino": {
    ...COMMAND["hunt trino"],
    ...TRINO,
    most: 1,
    options: ["secret", "trino", "trino-folder", "password-file", "drop", ...OUT],
  },
  "hunt ingest": {
    ...COMMAND["hunt ingest"],
    most: 1,
    options: [
      ...["cases", "lab", "secret", "consent", "recipient", "jobs-file", "workers"],
      ...["indicators", "no-installed", "store", ...OPEN, ...OUT],
    ],
  },
  "hunt jobs": { ...COMMAND["hunt jobs"], most: MANY, options: [...OUT] },
};

export const HUNT_ALIASES: Readonly<Record<string, string>> = { caza: "hunt" };
