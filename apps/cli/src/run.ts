/** From arguments to an exit code. @module */
import { ContraluzError, type Lang, say } from "@contraluz/core";
import type { Args } from "./args.ts";
import { commandOf, commandsOf, langOf, localeLang, readArgs, UsageError, withoutLeadingLang } from "./args.ts";
import { CASE_HANDLERS } from "./case/index.ts";
import { acquireCommand } from "./commands/acquire.ts";
import { artifactsCommand, rulesCommand } from "./commands/catalogue.ts";
import { checkCommand, demoCommand } from "./commands/check.ts";
import { compareCommand } from "./commands/compare.ts";
import { explainCommand } from "./commands/explain.ts";
import { exportCommand } from "./commands/export.ts";
import { forgetCommand } from "./commands/forget.ts";
import { machinesCommand } from "./commands/machines.ts";
import { processesCommand } from "./commands/processes.ts";
import { recheckCommand } from "./commands/recheck.ts";
import { reportCommand } from "./commands/report.ts";
import { signsCommand } from "./commands/signs.ts";
import { webCommand } from "./commands/web.ts";
import { wordsCommand } from "./commands/words-to-send.ts";
import { DOSSIER_HANDLERS } from "./dossier/index.ts";
import { explainError } from "./errors.ts";
import { EXIT } from "./exit.ts";
import { commandHelp, familyHelp, help } from "./help.ts";
import { HUNT_HANDLERS } from "./hunt/index.ts";
import { leave } from "./interrupt.ts";
import { LEDGER_HANDLERS } from "./ledger/index.ts";
import { COMMANDS } from "./options.ts";
import { endQuietly } from "./pipes.ts";
import { VERSION } from "./version.ts";
import { wantsColor, width } from "./views.ts";
import { W } from "./words.ts";

const HANDLERS: Readonly<Record<string, (a: Args) => Promise<number>>> = {
  check: checkCommand,
  acquire: acquireCommand,
  demo: demoCommand,
  report: reportCommand,
  explain: explainCommand,
  export: exportCommand,
  recheck: recheckCommand,
  words: wordsCommand,
  compare: compareCommand,
  machines: machinesCommand,
  processes: processesCommand,
  indicators: (a) => signsCommand(a),
  forget: forgetCommand,
  ...CASE_HANDLERS,
  ...DOSSIER_HANDLERS,
  "archive read": async (a) => (await import("./archive/read.ts")).readCommand(a),
  "archive index": async (a) => (await import("./archive/find.ts")).indexCommand(a),
  "archive search": async (a) => (await import("./archive/find.ts")).searchCommand(a),
  "archive names": async (a) => (await import("./archive/find.ts")).namesCommand(a),
  "archive page": async (a) => (await import("./archive/page.ts")).pageCommand(a),
  "archive correct": async (a) => (await import("./archive/page.ts")).correctCommand(a),
  ...LEDGER_HANDLERS,
  ...HUNT_HANDLERS,
  web: webCommand,
  artifacts: artifactsCommand,
  rules: rulesCommand,
};

const HELP: ReadonlySet<string | undefined> = new Set(["--help", "-h", "help", "ayuda"]);

/** The text of the help that was asked for; undefined if none was. Values of options are not looked at: help is harmless. */
function helpFor(argv: readonly string[], lang: Lang): string | undefined {
  const end = argv.indexOf("--");
  const words = end < 0 ? argv : argv.slice(0, end);
  if (!words.some((a, i) => a === "--help" || a === "-h" || (i === 0 && HELP.has(a)))) return undefined;
  const { command } = commandOf(words.filter((a) => !HELP.has(a) && !a.startsWith("-")));
  if (Object.hasOwn(COMMANDS, command)) return commandHelp(command, lang, width());
  return commandsOf(command).length > 0 ? familyHelp(command, lang, width()) : help(lang, VERSION, width());
}

function failed(e: unknown, lang: Lang): number {
  if (e instanceof UsageError) {
    process.stderr.write(`${e.message}\n`);
    return EXIT.usage;
  }
  if (e instanceof ContraluzError && e.code === "cancelled") {
    process.stderr.write(`${say(W.cancelled, lang)}\n`);
    return EXIT.cancelled;
  }
  const color = wantsColor(process.stderr);
  process.stderr.write(explainError(e, { lang, width: process.stderr.columns || width(), color }));
  return e instanceof ContraluzError && e.code === "usage" ? EXIT.usage : EXIT.unchecked;
}

/** Runs one command. Never throws: what went wrong is said in the person's language. */
export async function run(typed: readonly string[]): Promise<number> {
  endQuietly();
  const argv = withoutLeadingLang(typed);
  const lang = langOf(argv, localeLang(process.env));
  try {
    const first = argv[0];
    if (first === "--version" || first === "-v") {
      process.stdout.write(`contraluz ${VERSION}\n`);
      return EXIT.result;
    }
    const nothing = first === undefined || first.startsWith("--lang");
    const text = nothing ? help(lang, VERSION, width()) : helpFor(argv, lang);
    if (text !== undefined) {
      (nothing ? process.stderr : process.stdout).write(text);
      return nothing ? EXIT.usage : EXIT.result;
    }
    const args = readArgs(argv, lang);
    return await HANDLERS[args.command]!(args);
  } catch (e) {
    return failed(e, lang);
  }
}

/** `run`, and the end of the program. */
export async function runToEnd(typed: readonly string[]): Promise<void> {
  process.exitCode = await run(typed);
  // Work that was called off may still hold a thread; nobody waits for it.
  if (process.exitCode === EXIT.cancelled) leave();
}
