/** `run.json`: all that may differ between two runs of the same check. Secrets never stand in it. @module */
import { resolve } from "node:path";
import type { Args } from "./args.ts";
import { COMMANDS, OPTIONS } from "./options.ts";
import type { Spent } from "./progress.ts";
import type { Installed } from "./signs/installed.ts";

export interface RunFacts {
  readonly paths: readonly string[];
  readonly indicators: readonly string[];
  /** Sets of the store that it was compared with: when they came, and their fingerprints. */
  readonly installed?: readonly Installed[];
  readonly spent: Spent;
  /** Of `spent`: deriving keys from the password. */
  readonly unlock?: Spent | undefined;
}

/** What was typed, option by option. Where a password lay is nobody's business later. */
function typedOptions(args: Args): Readonly<Record<string, unknown>> {
  const out: Record<string, unknown> = {};
  for (const o of COMMANDS[args.command]?.options ?? []) {
    if (o === "password-file") continue;
    const values = args.all(o);
    if (values.length > 0) out[o] = OPTIONS[o]!.value ? values : true;
  }
  return out;
}

export function runText(args: Args, f: RunFacts): string {
  const facts = {
    finished: new Date().toISOString(),
    seconds: f.spent.seconds,
    cpuSeconds: f.spent.cpuSeconds,
    ...(f.unlock ? { unlock: f.unlock } : {}),
    node: process.version,
    machine: `${process.platform} ${process.arch}`,
    command: args.command,
    options: typedOptions(args),
    paths: f.paths.map((p) => resolve(p)),
    indicators: f.indicators.map((p) => resolve(p)),
    installed: (f.installed ?? []).map(({ name, version: v }) => ({
      name,
      fetched: v.fetched,
      asked: v.asked,
      sha256: v.id,
      files: v.files,
    })),
  };
  return `${JSON.stringify(facts, null, 1)}\n`;
}
