/** Reads arguments by the table of commands. @module */
import { parseArgs } from "node:util";
import { type Lang, say } from "@contraluz/core";
import { ALIASES, COMMANDS, OPTIONS } from "./options.ts";
import { W } from "./words.ts";

export interface Args {
  readonly command: string;
  readonly paths: readonly string[];
  readonly flags: ReadonlySet<string>;
  /** The last value of an option. */
  one(name: string): string | undefined;
  /** All values of an option. */
  all(name: string): readonly string[];
  readonly lang: Lang;
}

/** A mistake in what was typed: exit code 2. */
export class UsageError extends Error {}

/** Language of the person: `--lang`, else the locale of the terminal. */
export function localeLang(env: Readonly<Record<string, string | undefined>>): Lang {
  const posix = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  const tag =
    posix && !/^(C|POSIX)(\.|$)/.test(posix)
      ? posix
      : posix
        ? "en"
        : new Intl.DateTimeFormat().resolvedOptions().locale;
  return /^es([_-]|$)/i.test(tag) ? "es" : "en";
}

/** Throws UsageError with words in the person's language. */
export function readArgs(argv: readonly string[], locale: Lang): Args {
  const wanted = argv[argv.indexOf("--lang") + 1];
  let lang: Lang = argv.includes("--lang") && (wanted === "es" || wanted === "en") ? wanted : locale;
  const name = argv[0] ?? "";
  const command = ALIASES[name] ?? name;
  const spec = COMMANDS[command];
  if (!spec) throw new UsageError(say(W.unknownCommand, lang, { name }));
  const options: Record<string, { type: "string" | "boolean"; multiple: true }> = {
    help: { type: "boolean", multiple: true },
  };
  for (const o of spec.options) options[o] = { type: OPTIONS[o]!.value ? "string" : "boolean", multiple: true };
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ args: argv.slice(1), options, allowPositionals: true, strict: true }) as typeof parsed;
  } catch (e) {
    throw new UsageError(
      say(W.badOption, lang, { message: e instanceof Error ? e.message.split(". ")[0]! : String(e) }),
    );
  }
  const all = (o: string): string[] => (parsed.values[o] as string[] | undefined) ?? [];
  const one = (o: string): string | undefined => all(o).at(-1);
  const choose = (option: string, choices: readonly string[]): void => {
    const value = one(option);
    if (value !== undefined && !choices.includes(value))
      throw new UsageError(say(W.badChoice, lang, { option: `--${option}`, value, choices: choices.join(", ") }));
  };
  choose("lang", ["es", "en"]);
  choose("hash", ["read", "all"]);
  lang = (one("lang") as Lang | undefined) ?? lang;
  const flags = new Set(Object.keys(parsed.values).filter((k) => typeof all(k)[0] === "boolean"));
  return { command, paths: parsed.positionals, flags, one, all, lang };
}
