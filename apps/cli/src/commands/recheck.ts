/** `contraluz recheck`: new signs against a stored result. The old result stays as it is. @module */
import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { say } from "@contraluz/core";
import { recheck } from "@contraluz/engine";
import { copyStored, resultFolder } from "@contraluz/platform-node";
import { recordsName } from "@contraluz/store";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { VERSION } from "../version.ts";
import { page, printAnswer, resultText } from "../views.ts";
import { W } from "../words.ts";
import { newFolder, readContext } from "./check.ts";
import { loadIndicators } from "./indicators.ts";
import { storedOf } from "./stored.ts";

export async function recheckCommand(args: Args): Promise<number> {
  const { lang } = args;
  const { path, folder } = storedOf(args);
  const out =
    args.one("out") === undefined
      ? newFolder(`${basename(path).replace(/^contraluz-/, "")}-recheck`)
      : resolve(args.one("out")!);
  if (existsSync(out)) throw new UsageError(say(W.outExists, lang, { path: out }));
  const { compiled, problems } = await loadIndicators(args.all("indicators").map((f) => resolve(f)));
  const given = readContext(args);
  const made = await recheck(folder, {
    compiled,
    version: VERSION,
    context: {
      ...(given.asOf ? { asOf: given.asOf } : {}),
      ...(given.custody.length > 0 ? { custody: given.custody } : {}),
      ...(given.known.length > 0 ? { known: given.known } : {}),
    },
  });
  const result = { ...made, problems: [...problems, ...made.problems] };
  const json = resultText(result);
  const target = await resultFolder(out);
  try {
    await copyStored(path, target, [...Object.keys(result.records).map(recordsName), "index/timeline.bin"]);
    const text = (name: string, s: string): Promise<void> => target.append(name, new TextEncoder().encode(s));
    await text("report.html", page(result, json, lang));
    await text(
      "run.json",
      `${JSON.stringify({ finished: new Date().toISOString(), command: "recheck", from: path }, null, 1)}\n`,
    );
    await text("result.json", json);
    await target.commit();
  } catch (e) {
    await target.discard();
    throw e;
  }
  if (args.flags.has("json")) process.stdout.write(json);
  else printAnswer(result, { lang, folder: out, demo: false });
  if (!args.flags.has("exit-code")) return EXIT.result;
  const level = result.verdict.evidence;
  return level === "match" ? EXIT.match : level === "targeted" || level === "lead" ? EXIT.targeted : EXIT.result;
}
