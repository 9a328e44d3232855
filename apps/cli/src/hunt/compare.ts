/** `contraluz hunt compare`: what links the cases of two labs, under a secret that both have; no value leaves in clear. @module */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { open, readFile, stat, writeFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { type Cancel, ContraluzError, encodeJson, type Json, say } from "@contraluz/core";
import { type Lab, readCases, SECRET_LEAST, SECRET_MOST } from "@contraluz/hunt";
import { letterWords } from "@contraluz/hunt/links/text.ts";
import {
  COMPARE_FILE_MOST,
  type Comparable,
  comparables,
  compareFile,
  compareWith,
  phonesOf,
  readCompareFile,
  signsOfMany,
} from "@contraluz/hunt/share/index.ts";
import { type Args, UsageError } from "../args.ts";
import { lineOf } from "../case/open.ts";
import { notThere } from "../commands/report.ts";
import { EXIT } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { writeOut } from "../pipes.ts";
import { printable, progressLine } from "../terminal.ts";
import { W } from "../words.ts";
import { readLab } from "./lab.ts";
import { allowed, leaveTo } from "./leave.ts";
import { huntNamed, withLinks } from "./links.ts";
import { HSW } from "./share-words.ts";
import { HW } from "./words.ts";

/** Letters of a value. */
const VALUE = 120;

/** The secret that both labs have; `make`: a new one if there is no such file. */
async function sharedSecret(args: Args, lab: string, make: boolean): Promise<Uint8Array> {
  const { lang } = args;
  const name = args.one("shared-secret");
  if (name === undefined) throw new UsageError(say(HSW.needShared, lang));
  const path = resolve(name);
  const inside = relative(lab, path);
  if (inside === "" || !/^\.\.([/\\]|$)|^([A-Za-z]:|[/\\])/.test(inside))
    throw new UsageError(say(HW.secretInside, lang));
  if (!existsSync(path)) {
    if (!make) throw new UsageError(say(W.noSuchPath, lang, { path: printable(path) }));
    const file = await open(path, "wx", 0o600);
    await file.writeFile(`${randomBytes(32).toString("hex")}\n`);
    await file.sync();
    await file.close();
    process.stderr.write(`${say(HSW.sharedMade, lang, { path: printable(path) })}\n`);
  }
  const { size } = await stat(path);
  const bytes = size > SECRET_MOST + 2 ? new Uint8Array() : new Uint8Array(await readFile(path));
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d)) end--;
  if (end < SECRET_LEAST || end > SECRET_MOST)
    throw new UsageError(say(HSW.sharedShort, lang, { path: printable(path) }));
  return bytes.subarray(0, end);
}

/** What of our cases is compared. `use`: those that may take part. */
async function ours(
  args: Args,
  path: string,
  lab: Lab,
  cancel: Cancel,
  use?: Parameters<typeof withLinks>[3]["use"],
): Promise<Comparable[]> {
  const hunt = await huntNamed(args, lab, undefined);
  const o = { cancel, ...(hunt ? { hunt } : {}), ...(use ? { use } : {}) };
  return withLinks(args, path, lab, o, async ({ report, cases }) =>
    comparables(report, hunt ? signsOfMany(hunt, phonesOf(cases), report.asOf) : []),
  );
}

async function makeKeys(args: Args, path: string, cancel: Cancel): Promise<void> {
  const { lang } = args;
  const to = leaveTo(args);
  const output = args.one("output");
  if (to?.who !== "named") throw new UsageError(say(HSW.needWhom, lang));
  if (output === undefined) throw new UsageError(say(HSW.needOutput, lang));
  const lab = await readLab(args, path);
  const may = await allowed(args, lab, (await readCases(lab)).cases, "records", to);
  const secret = await sharedSecret(args, path, true);
  const of = await ours(args, path, lab, cancel, may);
  const bytes = compareFile(of, secret, lab.head.id);
  const file = resolve(output);
  await writeFile(file, bytes, { flag: "wx", mode: 0o600 }).catch((e: unknown) => {
    throw notThere(e, file, "--output", args);
  });
  const said = [
    say(HSW.madeKeys, lang, { n: of.length, size: Math.floor(bytes.length / 8) - 3 }),
    say(HSW.leaks, lang),
  ];
  process.stderr.write(`${said.join("\n")}\n`);
}

async function theirKeys(args: Args, secret: Uint8Array): Promise<BigUint64Array> {
  const { lang } = args;
  const name = args.paths[2];
  if (name === undefined) throw new UsageError(say(HSW.compareHow, lang, { line: lineOf(args) }));
  const path = resolve(name);
  const size = await stat(path).then(
    (s) => s.size,
    () => undefined,
  );
  if (size === undefined) throw new UsageError(say(W.noSuchPath, lang, { path: printable(path) }));
  try {
    return readCompareFile(size > COMPARE_FILE_MOST ? new Uint8Array() : new Uint8Array(await readFile(path)), secret);
  } catch (e) {
    if (!(e instanceof ContraluzError)) throw e;
    const other = e.code === "lab-secret";
    throw new UsageError(other ? say(HSW.sharedOther, lang) : say(HSW.notKeys, lang, { path: printable(path) }));
  }
}

async function compareKeys(args: Args, path: string, cancel: Cancel): Promise<void> {
  const { lang } = args;
  const secret = await sharedSecret(args, path, false);
  const theirs = await theirKeys(args, secret);
  const compared = compareWith(await ours(args, path, await readLab(args, path), cancel), theirs, secret);
  if (args.flags.has("json")) {
    await writeOut(`${encodeJson(compared as unknown as Json)}\n`);
    return;
  }
  const { shared } = compared;
  const lines = [
    say(HSW.common, lang, { n: shared.length, ours: compared.ours }),
    ...shared.map(({ text, phones }) => {
      const value = printable(text.slice(2, 2 + VALUE));
      return say(HSW.commonValue, lang, { value, kind: letterWords(text[0]!, lang), n: phones });
    }),
    say(HSW.notTold, lang),
  ];
  await writeOut(`${lines.join("\n")}\n`);
}

export async function compareCommand(args: Args): Promise<number> {
  const { lang } = args;
  const [verb, name] = args.paths;
  const run = verb === "make" ? makeKeys : verb === "with" ? compareKeys : undefined;
  if (!run || name === undefined) throw new UsageError(say(HSW.compareHow, lang, { line: lineOf(args) }));
  const stop = interruption();
  const line = progressLine(process.stderr, args.flags.has("json"));
  try {
    line.say({ key: "linking", text: say(HSW.linking, lang) });
    await run(args, resolve(name), stop.signal);
    return EXIT.result;
  } catch (e) {
    throw stop.signal.aborted ? new ContraluzError("cancelled", "cancelled") : e;
  } finally {
    line.end();
    stop.end();
  }
}
