/** Reads arguments by the table of commands; a mistake is said with what to type instead. @module */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Lang, say } from "@contraluz/core";
import { NAME } from "./name.ts";
import { near } from "./near.ts";
import { ALIASES, COMMANDS, OPTIONS } from "./options.ts";
import { printable } from "./terminal.ts";
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

/** Language of the terminal's locale. */
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

const isLang = (v: string | undefined): v is Lang => v === "es" || v === "en";

/** Language of the person: `--lang` wherever it stands, else the locale. Also for what is not well formed otherwise. */
export function langOf(argv: readonly string[], locale: Lang): Lang {
  for (const [i, a] of argv.entries()) {
    const value = a === "--lang" ? argv[i + 1] : a.startsWith("--lang=") ? a.slice(7) : undefined;
    if (isLang(value)) return value;
  }
  return locale;
}

/** Takes `--lang` from before the command, where people put it too. */
export function withoutLeadingLang(argv: readonly string[]): readonly string[] {
  let at = 0;
  const leading: string[] = [];
  while (at < argv.length) {
    const a = argv[at]!;
    const n = a === "--lang" ? 2 : a.startsWith("--lang=") ? 1 : 0;
    if (n === 0) break;
    leading.push(...argv.slice(at, at + n));
    at += n;
  }
  const [command, ...rest] = argv.slice(at);
  return command === undefined ? leading : [command, ...leading, ...rest];
}

/** `\nQuizá: check, recheck`, or nothing. */
export function perhaps(word: string, known: readonly string[], lang: Lang): string {
  const some = near(word, known);
  return some.length === 0 ? "" : `\n${say(W.perhaps, lang, { names: some.join(", ") })}`;
}

function unknownCommand(argv: readonly string[], lang: Lang): UsageError {
  const name = argv[0] ?? "";
  const shown = printable(name);
  const { command } = commandOf(argv);
  const second = commandsOf(command).map((c) => c.slice(command.length + 1));
  if (second.length > 0) {
    const said = say(W.needSecond, lang, { name: command, words: second.join(", "), cmd: NAME });
    return new UsageError(said + perhaps(argv[1] ?? "", second, lang));
  }
  if (name.startsWith("-")) return new UsageError(say(W.commandFirst, lang, { cmd: NAME, name: shown }));
  const path = existsSync(name) ? `\n${say(W.perhapsCheck, lang, { cmd: NAME })}` : "";
  const names = [...Object.keys(COMMANDS), ...Object.keys(ALIASES)];
  return new UsageError(
    `${say(W.unknownCommand, lang, { name: shown, cmd: NAME })}${path || perhaps(name, names, lang)}`,
  );
}

/** The commands that begin with this word, as `case new` does with `case`. */
export function commandsOf(word: string): readonly string[] {
  return Object.keys(COMMANDS).filter((c) => c.startsWith(`${word} `));
}

/** The command that was typed, of one word or two, and how many words it took. */
export function commandOf(argv: readonly string[]): { readonly command: string; readonly words: number } {
  const first = argv[0] ?? "";
  const command = Object.hasOwn(ALIASES, first) ? ALIASES[first]! : first;
  const two = `${command} ${argv[1] ?? ""}`;
  return Object.hasOwn(COMMANDS, two) ? { command: two, words: 2 } : { command, words: 1 };
}

/** Throws UsageError with words in the person's language. */
export function readArgs(argv: readonly string[], locale: Lang): Args {
  const lang = langOf(argv, locale);
  const { command, words } = commandOf(argv);
  const spec = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!spec) throw unknownCommand(argv, lang);
  const options: Record<string, { type: "string" | "boolean"; multiple: true }> = {};
  for (const o of spec.options) options[o] = { type: OPTIONS[o]!.value ? "string" : "boolean", multiple: true };
  const { values, positionals, tokens } = parseArgs({
    args: argv.slice(words),
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const help = `\n${say(W.seeHelp, lang, { cmd: NAME, command })}`;
  for (const t of tokens) {
    if (t.kind !== "option") continue;
    const option = printable(t.rawName);
    if (!t.rawName.startsWith("--") || !Object.hasOwn(options, t.name)) {
      const names = spec.options.map((o) => `--${o}`);
      throw new UsageError(say(W.unknownOption, lang, { option, command }) + perhaps(t.rawName, names, lang) + help);
    }
    const takes = options[t.name]!.type === "string";
    if (!takes && t.value !== undefined) throw new UsageError(say(W.noValue, lang, { option }) + help);
    // `--out --json`: a value was forgotten. A file whose name begins so is given as `--out=--json` or `./--json`.
    const forgotten = t.value === undefined || t.value === "" || (!t.inlineValue && /^--?[a-z]/.test(t.value));
    if (takes && forgotten) {
      const value = say(OPTIONS[t.name]!.value!, lang);
      throw new UsageError(say(W.needValue, lang, { option, value }) + help);
    }
  }
  const all = (o: string): string[] => (values[o] as string[] | undefined) ?? [];
  const one = (o: string): string | undefined => all(o).at(-1);
  for (const o of spec.options) {
    const value = one(o);
    const { choices } = OPTIONS[o]!;
    if (value === undefined || !choices || choices.includes(value)) continue;
    const words = { option: `--${o}`, value: printable(value), choices: choices.join(", ") };
    throw new UsageError(say(W.badChoice, lang, words) + perhaps(value, choices, lang));
  }
  if (positionals.length > spec.most) {
    const args = say(spec.args, lang);
    const extra = printable(positionals[spec.most]!);
    throw new UsageError(say(W.tooMany, lang, { extra, usage: `${NAME} ${command} ${args}`.trim() }) + help);
  }
  const flags = new Set(Object.keys(options).filter((o) => options[o]!.type === "boolean" && all(o).length > 0));
  return { command, paths: positionals, flags, one, all, lang };
}
