/** The command line: every command and option, as its own help says them. @module */
import { type Lang, say } from "@contraluz/core";
import { ALIASES, COMMANDS, OPTIONS, optionWords } from "../../apps/cli/src/options.ts";
import { W } from "../../apps/cli/src/words.ts";
import { code, list, table, text } from "./markdown.ts";
import { PAGE } from "./words.ts";

function one(name: string, lang: Lang): string[] {
  const w = PAGE[lang];
  const spec = COMMANDS[name]!;
  const usage = ["contraluz", name, say(spec.args, lang), say(W.someOptions, lang)].filter(Boolean).join(" ");
  const aliases = Object.keys(ALIASES).filter((a) => ALIASES[a] === name);
  const rows = spec.options.map((id) => {
    const o = OPTIONS[id]!;
    const value = o.value ? ` ${say(o.value, lang)}` : "";
    return [
      code(`--${id}${value}`),
      `${text(say(optionWords(name, id), lang))}${o.multiple ? `. ${text(say(W.repeatable, lang))}` : ""}`,
    ];
  });
  return [
    `### ${code(name)}`,
    `${text(say(spec.words, lang))}.${spec.more ? ` ${text(say(spec.more, lang))}` : ""}`,
    list([code(usage), ...(aliases.length > 0 ? [`${w.alias}: ${aliases.map(code).join(", ")}`] : [])]),
    table([w.option, w.meaning], rows),
  ];
}

export function commandsPart(lang: Lang): string[] {
  const w = PAGE[lang];
  return [
    `## ${w.commands}`,
    w.commandsIntro,
    text(say(W.exitCodes, lang)),
    ...Object.keys(COMMANDS).flatMap((name) => one(name, lang)),
  ];
}
