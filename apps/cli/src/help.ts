/** Help: of the whole, and of one command. @module */
import { type Lang, say } from "@contraluz/core";
import { COMMANDS, OPTIONS } from "./options.ts";
import { W } from "./words.ts";

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.min(34, Math.max(...rows.map(([a]) => a.length)) + 2);
  return rows
    .map(([a, b]) => (a.length + 2 > width ? `  ${a}\n  ${" ".repeat(width)}${b}` : `  ${a.padEnd(width)}${b}`))
    .join("\n");
}

/** `contraluz --help` */
export function help(lang: Lang, version: string): string {
  const rows = Object.entries(COMMANDS).map(
    ([name, c]) => [`${name} ${say(c.args, lang)}`.trim(), say(c.words, lang)] as const,
  );
  const example = lang === "es" ? "~/Respaldos/00008030-000A" : "~/Backups/00008030-000A";
  return [
    `contraluz ${version}`,
    say(W.tagline, lang),
    say(W.offline, lang),
    "",
    `${say(W.usage, lang)}: contraluz ${lang === "es" ? "ORDEN [OPCIONES]" : "COMMAND [OPTIONS]"}`,
    "",
    `${say(W.commands, lang)}:`,
    columns(rows),
    "",
    `${say(W.examples, lang)}:`,
    "  contraluz demo",
    `  contraluz check ${example}`,
    "  contraluz check --help",
    "",
    say(W.exitCodes, lang),
    "",
  ].join("\n");
}

/** `contraluz check --help` */
export function commandHelp(command: string, lang: Lang): string {
  const spec = COMMANDS[command]!;
  const rows = spec.options.map((name) => {
    const o = OPTIONS[name]!;
    return [`--${name}${o.value ? ` ${say(o.value, lang)}` : ""}`, say(o.words, lang)] as const;
  });
  return [
    `${say(W.usage, lang)}: contraluz ${command} ${say(spec.args, lang)}`.trimEnd(),
    say(spec.words, lang),
    "",
    `${say(W.options, lang)}:`,
    columns(rows),
    "",
  ].join("\n");
}
