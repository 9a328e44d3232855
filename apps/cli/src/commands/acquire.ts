/** `contraluz acquire android`: copies what a check needs from a phone that is connected, then checks it. @module */
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import {
  type Acquired,
  AcquireError,
  type AcquireOptions,
  acquire,
  isUnfinished,
  type Progress,
} from "@contraluz/acquire";
import { AFTER, BEFORE, FAILURE, megabytes, SHORT, STEP, TAKEN } from "@contraluz/acquire/words.ts";
import { count, type Lang, say } from "@contraluz/core";
import { nodePlatform } from "@contraluz/platform-node";
import { wrap } from "@contraluz/report/text/wrap.ts";
import { checkAddresses, connectPhone } from "../acquire/connect.ts";
import { folderShelf } from "../acquire/folder.ts";
import { A } from "../acquire/words.ts";
import { type Args, UsageError } from "../args.ts";
import { confirm } from "../confirm.ts";
import { EXIT } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { NAME, typed } from "../name.ts";
import { newFolder } from "../out.ts";
import { writeOut } from "../pipes.ts";
import { type Doing, printable, progressLine } from "../terminal.ts";
import { VERSION } from "../version.ts";
import { checkCommand } from "./check.ts";

/** Shortfalls that are shown; all of them stand in acquisition.json. */
const SHOWN = 12;

const tell = (text: string): void => {
  const room = Math.min(100, process.stderr.columns || 80);
  process.stderr.write(
    `${text
      .split("\n")
      .flatMap((l) => wrap(l, room))
      .join("\n")}\n`,
  );
};

function doing(p: Progress, lang: Lang): Doing {
  const parts = [
    ...(p.of === undefined ? [] : [`${count((p.at ?? 0) + 1)}/${count(p.of)}`]),
    ...(p.bytes === 0 ? [] : [megabytes(p.bytes)]),
  ];
  return { key: p.step, text: say(STEP[p.step], lang), ...(parts.length === 0 ? {} : { running: parts.join(" · ") }) };
}

/** `2026-03-14T16:15:20.204000Z`, as AndroidQF writes it. */
const now = (): string => new Date().toISOString().replace("Z", "000Z");

/** The folder of the copy: a new one, or one that was left half done. */
async function folderOf(args: Args): Promise<{ path: string; goesOn: boolean }> {
  const given = args.one("out");
  const path = given === undefined ? newFolder("android") : resolve(given);
  const partial = existsSync(path) && (await isUnfinished(folderShelf(path)));
  if (existsSync(path) && !partial && readdirSync(path).length > 0)
    throw new UsageError(say(A.notOurs, args.lang, { path: printable(path) }));
  return { path, goesOn: partial };
}

/** A new folder beside the copy for what the check finds. */
function besides(path: string, lang: Lang): string {
  const name = `${basename(path)}-${lang === "es" ? "resultado" : "result"}`;
  for (let n = 1; ; n++) {
    const out = join(dirname(path), n === 1 ? name : `${name}-${n}`);
    if (!existsSync(out) && !existsSync(`${out}.partial`)) return out;
  }
}

function summary(made: Acquired, path: string, lang: Lang): string {
  // An empty file is what a phone has where nothing happened.
  const told = made.shortfalls.filter((f) => f.code !== "empty");
  const shown = told.slice(0, SHOWN).map((f) => `- ${say(SHORT[f.code], lang, { what: printable(f.what) })}`);
  const more = told.length - shown.length;
  return [
    `${say(TAKEN, lang, made)} ${say(A.lies, lang, { path: printable(path) })}`,
    ...(shown.length === 0 ? [] : ["", say(A.missing, lang), ...shown]),
    ...(more > 0 ? [say(A.more, lang, { n: more })] : []),
    "",
    say(AFTER, lang),
    "",
  ].join("\n");
}

/** The command to type again, so that it goes on in the same folder. */
function again(args: Args, path: string): string | undefined {
  const folder = typed(path);
  if (folder === undefined) return undefined;
  const values = ["connect", "server", "serial", "key-file"].flatMap((o) => {
    const value = args.one(o);
    return value === undefined ? [] : [`--${o}`, typed(value) ?? value];
  });
  return [NAME, "acquire", "android", ...values, "--out", folder].join(" ");
}

async function take(args: Args, path: string): Promise<Acquired> {
  const { lang } = args;
  const line = progressLine(process.stderr, args.flags.has("json"));
  const stop = interruption();
  const aside = (text: string): void => {
    line.end();
    tell(text);
  };
  try {
    line.say({ key: "connecting", text: say(A.connecting, lang) });
    const connected = await connectPhone(args, {
      signal: stop.signal,
      asks: () => aside(say(A.lookAtPhone, lang)),
    });
    try {
      await mkdir(path, { recursive: true, mode: 0o700 });
      const o: AcquireOptions = {
        version: VERSION,
        uuid: randomUUID(),
        now,
        sha256: () => nodePlatform().sha256(),
        apks: (args.one("apks") as AcquireOptions["apks"] | undefined) ?? "user",
        messages: args.flags.has("messages"),
        cancel: stop.signal,
        progress: (p) => line.say(doing(p, lang)),
        ...(connected.hostKey === undefined ? {} : { hostKey: connected.hostKey }),
        ...(process.stdin.isTTY && process.stderr.isTTY
          ? {
              intrusionLogs: () => {
                line.end();
                return confirm(say(A.intrusion, lang));
              },
            }
          : {}),
      };
      return await acquire(connected.phone, folderShelf(path), o);
    } finally {
      await connected.close();
    }
  } finally {
    line.end();
    stop.end();
  }
}

function failed(e: AcquireError, args: Args, path: string): number {
  const { lang } = args;
  const lines = [say(FAILURE[e.code], lang)];
  if (e.code === "several") lines.push(say(A.serials, lang, { serials: printable(e.message) }));
  const command = again(args, path);
  if (existsSync(path) && e.code !== "other-phone" && command !== undefined)
    lines.push(say(A.toGoOn, lang, { command }));
  process.stderr.write(`${lines.join("\n")}\n`);
  return e.code === "cancelled" ? EXIT.cancelled : EXIT.unchecked;
}

export async function acquireCommand(args: Args): Promise<number> {
  const { lang } = args;
  const [kind] = args.paths;
  if (kind === undefined) throw new UsageError(say(A.needAndroid, lang, { cmd: NAME }));
  if (kind !== "android") throw new UsageError(say(A.onlyAndroid, lang, { value: printable(kind), cmd: NAME }));
  checkAddresses(args);
  const { path, goesOn } = await folderOf(args);
  tell(goesOn ? say(A.goesOn, lang) : say(BEFORE, lang));
  if (args.flags.has("messages") && !goesOn) tell(say(A.messagesToo, lang));
  if (args.one("connect") !== undefined) tell(say(A.plainNetwork, lang));
  if (!args.flags.has("yes") && !(await confirm(say(A.agree, lang)))) {
    tell(say(A.notBegun, lang));
    return EXIT.cancelled;
  }
  let made: Acquired;
  try {
    made = await take(args, path);
  } catch (e) {
    if (e instanceof AcquireError) return failed(e, args, path);
    throw e;
  }
  const text = summary(made, path, lang);
  if (args.flags.has("no-check")) {
    const command = `${NAME} check ${typed(path) ?? ""}`;
    await writeOut(
      args.flags.has("json") ? `${JSON.stringify(made, null, 1)}\n` : `${text}${say(A.toCheck, lang, { command })}\n`,
    );
    return EXIT.result;
  }
  tell(text);
  const out = besides(path, lang);
  return checkCommand({ ...args, command: "check", paths: [path], one: (o) => (o === "out" ? out : args.one(o)) });
}
