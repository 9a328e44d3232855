/** `contraluz case witness` and `case verify`: a line that leaves the case, and whether its log goes on from such a line. @module */
import { existsSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { join, resolve } from "node:path";
import {
  checkWitness,
  readWitnesses,
  type Witness,
  type WitnessFound,
  type WitnessState,
  witnessLine,
  witnessOf,
  witnessOfLog,
} from "@contraluz/case/log/witness.ts";
import type { Vault } from "@contraluz/case/vault/index.ts";
import { say } from "@contraluz/core";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { width } from "../views.ts";
import { readCase } from "./open.ts";
import { WITNESS } from "./witness-words.ts";
import { C } from "./words.ts";

/** A log of 100,000 entries; of a note the first of it. */
const MOST = 64 << 20;

async function beginning(path: string): Promise<string> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, MOST));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return bytes.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** What `--witness` names. Throws UsageError where there is none. */
async function named(value: string, v: Vault, args: Args): Promise<readonly Witness[]> {
  const typed = readWitnesses(value);
  if (typed.length > 0) return typed;
  const path = resolve(value);
  const none = new UsageError(say(WITNESS.notOne, args.lang, { path: printable(value) }));
  if (!existsSync(path)) throw none;
  const folder = statSync(path).isDirectory();
  const file = folder ? join(path, "data", "custody.jsonl") : path;
  if (!existsSync(file) || !statSync(file).isFile()) throw none;
  const text = await beginning(file);
  const log = folder ? witnessOfLog(v.machine.platform, text) : undefined;
  const found = log ? [log] : readWitnesses(text);
  if (found.length === 0) throw none;
  return found;
}

const troubleOf = (v: Vault): readonly string[] => v.trouble.map((t) => printable(`${t.file}: ${t.found}`));

/** Prints the line, and what it is for. */
export async function witnessCommand(args: Args): Promise<number> {
  const { lang } = args;
  const v = await readCase(args);
  // What is told of a damaged log could be what somebody made of it.
  if (v.trouble.length > 0) throw new UsageError([say(WITNESS.damaged, lang), ...troubleOf(v)].join("\n  "));
  const w = witnessOf(v.machine.platform, { id: v.head.id, log: v.log });
  if (!w) throw new UsageError(say(WITNESS.none, lang));
  const line = witnessLine(w as Required<Witness>);
  await writeOut(`${[line, "", ...wrap(say(WITNESS.keep, lang), width())].join("\n")}\n`);
  return EXIT.result;
}

const GOOD: readonly WitnessState[] = ["same", "continues"];
const BAD: readonly WitnessState[] = ["shorter", "other"];

function codeOf(v: Vault, found: readonly WitnessFound[]): number {
  if (v.trouble.length > 0 || found.some((f) => BAD.includes(f.state))) return EXIT.fails;
  return found.some((f) => GOOD.includes(f.state)) ? EXIT.result : EXIT.unproven;
}

/** Whether the log is whole, and goes on from each witness that was given. Nothing is written. */
export async function caseVerifyCommand(args: Args): Promise<number> {
  const { lang } = args;
  const v = await readCase(args);
  const witnesses: Witness[] = [];
  for (const value of args.all("witness")) witnesses.push(...(await named(value, v, args)));
  const of = { id: v.head.id, log: v.log };
  const found = witnesses.map((w) => checkWitness(v.machine.platform, w, of));
  const code = codeOf(v, found);
  if (args.flags.has("json")) {
    await writeOut(`${JSON.stringify({ entries: v.log.length, trouble: v.trouble, witnesses: found })}\n`);
    return code;
  }
  const holds = v.trouble.length === 0;
  const told = found.map(({ witness: { seq, day }, state, more }) => say(WITNESS[state], lang, { seq, day, more }));
  const lines = [
    ...wrap(holds ? say(C.logHolds, lang, { n: v.log.length }) : say(C.logFails, lang), width()),
    ...troubleOf(v).flatMap((t) => wrap(t, width(), "  ")),
    ...(told.length > 0 ? told : [say(WITNESS.ask, lang)]).flatMap((t) => ["", ...wrap(t, width())]),
  ];
  await writeOut(`${lines.join("\n")}\n`);
  return code;
}
