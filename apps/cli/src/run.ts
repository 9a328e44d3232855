/** From arguments to an exit code. @module */
import { ContraluzError, type Lang, say } from "@contraluz/core";
import type { Args } from "./args.ts";
import { localeLang, readArgs, UsageError } from "./args.ts";
import { artifactsCommand, rulesCommand } from "./commands/catalogue.ts";
import { checkCommand, demoCommand } from "./commands/check.ts";
import { explainCommand } from "./commands/explain.ts";
import { exportCommand } from "./commands/export.ts";
import { forgetCommand } from "./commands/forget.ts";
import { recheckCommand } from "./commands/recheck.ts";
import { reportCommand } from "./commands/report.ts";
import { explainError } from "./errors.ts";
import { EXIT } from "./exit.ts";
import { commandHelp, help } from "./help.ts";
import { COMMANDS } from "./options.ts";
import { VERSION } from "./version.ts";
import { W } from "./words.ts";

const HANDLERS: Readonly<Record<string, (a: Args) => Promise<number>>> = {
  check: checkCommand,
  demo: demoCommand,
  report: reportCommand,
  explain: explainCommand,
  export: exportCommand,
  recheck: recheckCommand,
  forget: forgetCommand,
  artifacts: artifactsCommand,
  rules: rulesCommand,
};

/** Runs one command. Never throws: what went wrong is said in the person's language. */
export async function run(argv: readonly string[]): Promise<number> {
  let lang: Lang = localeLang(process.env);
  try {
    const langAt = argv.indexOf("--lang");
    if (langAt >= 0 && (argv[langAt + 1] === "es" || argv[langAt + 1] === "en")) lang = argv[langAt + 1] as Lang;
    const first = argv[0];
    if (first === "--version" || first === "-v") {
      process.stdout.write(`contraluz ${VERSION}\n`);
      return EXIT.result;
    }
    if (first === undefined || first === "--help" || first === "-h" || first === "help" || first === "--lang") {
      process.stdout.write(help(lang, VERSION));
      return first === undefined ? EXIT.usage : EXIT.result;
    }
    if (argv.includes("--help") && COMMANDS[first]) {
      process.stdout.write(commandHelp(first, lang));
      return EXIT.result;
    }
    const args = readArgs(argv, lang);
    lang = args.lang;
    return await HANDLERS[args.command]!(args);
  } catch (e) {
    if (e instanceof UsageError) {
      process.stderr.write(`${e.message}\n`);
      return EXIT.usage;
    }
    if (e instanceof ContraluzError && e.code === "cancelled") {
      process.stderr.write(`${say(W.cancelled, lang)}\n`);
      return EXIT.cancelled;
    }
    process.stderr.write(explainError(e, lang));
    return e instanceof ContraluzError && e.code === "usage" ? EXIT.usage : EXIT.unchecked;
  }
}
