/** Help: of the whole, and of one command. @module */
import { type Lang, say } from "@contraluz/core";
import { columns, wrap } from "@contraluz/report/text/wrap.ts";
import { commandsOf } from "./args.ts";
import { NAME } from "./name.ts";
import { COMMANDS, OPTIONS, optionWords } from "./options.ts";
import { W } from "./words.ts";

/** Widest first column; below this width the second one stands under the first. */
const FIRST = 30;
const NARROW = 64;
const BROAD = 100;

/** Two columns, the second wrapped beside the first, or under it where there is no room. */
export function table(rows: readonly (readonly [string, string])[], width: number): string[] {
  const room = Math.min(BROAD, width);
  const first = Math.min(FIRST, Math.max(...rows.map(([a]) => columns(a))) + 2);
  return rows.flatMap(([a, b]) => {
    if (room < NARROW) return [...wrap(a, room, "  "), ...wrap(b, room, "      ")];
    const lines = wrap(b, room, " ".repeat(first + 2));
    if (columns(a) + 2 > first) return [`  ${a}`, ...lines];
    return [`  ${a}${" ".repeat(first - columns(a))}${lines[0]!.slice(first + 2)}`, ...lines.slice(1)];
  });
}

const paragraph = (text: string, width: number): string[] => wrap(text, Math.min(BROAD, width));

/** Commands with what they take and do; the first word of a family is left out if `family` is given. */
function rowsOf(names: readonly string[], lang: Lang, family = ""): (readonly [string, string])[] {
  return names.map((name) => {
    const c = COMMANDS[name]!;
    return [`${name.slice(family.length)} ${say(c.args, lang)}`.trim(), say(c.words, lang)] as const;
  });
}

/** `contraluz case --help`: a family of commands. */
export function familyHelp(word: string, lang: Lang, width: number): string {
  return [
    `${say(W.usage, lang)}: ${NAME} ${word} …`,
    "",
    ...table(rowsOf(commandsOf(word), lang, `${word} `), width),
    "",
    ...paragraph(say(W.moreOf, lang, { cmd: NAME, name: word }), width),
    "",
  ].join("\n");
}

/** `contraluz --help` */
export function help(lang: Lang, version: string, width: number): string {
  const rows = rowsOf(Object.keys(COMMANDS), lang);
  return [
    `Contraluz ${version}`,
    ...paragraph(`${say(W.tagline, lang)} ${say(W.offline, lang)}`, width),
    "",
    `${say(W.usage, lang)}: ${NAME} ${say(W.commandOptions, lang)}`,
    "",
    `${say(W.commands, lang)}:`,
    ...table(rows, width),
    "",
    `${say(W.examples, lang)}:`,
    `  ${NAME} demo`,
    `  ${NAME} check ${say(W.examplePath, lang)}`,
    `  ${NAME} check --help`,
    "",
    ...paragraph(say(W.exitCodes, lang), width),
    "",
  ].join("\n");
}

/** `contraluz check --help` */
export function commandHelp(command: string, lang: Lang, width: number): string {
  const spec = COMMANDS[command]!;
  const rows = spec.options.map((name) => {
    const o = OPTIONS[name]!;
    const told = say(optionWords(command, name), lang);
    const words = o.multiple ? `${told}. ${say(W.repeatable, lang)}` : told;
    return [`--${name}${o.value ? ` ${say(o.value, lang)}` : ""}`, words] as const;
  });
  const args = say(spec.args, lang);
  return [
    `${say(W.usage, lang)}: ${[NAME, command, args, say(W.someOptions, lang)].filter(Boolean).join(" ")}`,
    "",
    ...paragraph(`${say(spec.words, lang)}.${spec.more ? ` ${say(spec.more, lang)}` : ""}`, width),
    "",
    `${say(W.options, lang)}:`,
    ...table(rows, width),
    "",
  ].join("\n");
}
