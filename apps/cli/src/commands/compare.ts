/** `contraluz compare`: two results of one phone. Neither is changed. @module */
import { ARTIFACTS } from "@contraluz/artifacts";
import { compareResults, compareText } from "@contraluz/case/compare/index.ts";
import { ContraluzError, say } from "@contraluz/core";
import { nodePlatform } from "@contraluz/platform-node";
import { encodeStructure } from "@contraluz/store";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { NAME, typed } from "../name.ts";
import { writeOut } from "../pipes.ts";
import { progressLine } from "../terminal.ts";
import { width } from "../views.ts";
import { W } from "../words.ts";
import { type Stored, storedOf } from "./stored.ts";

export async function compareCommand(args: Args): Promise<number> {
  const { lang } = args;
  if (args.paths.length < 2) throw new UsageError(say(W.needTwo, lang, { cmd: NAME }));
  const open: Stored[] = [];
  const line = progressLine(process.stderr, args.flags.has("json"));
  // Nothing is written: there is nothing to leave behind.
  const stop = interruption();
  try {
    // A result that was saved as a zip is read in place.
    for (const at of [0, 1]) open.push(await storedOf(args, { zip: true, at }));
    line.say({ key: "comparing", text: say(W.comparingTwo, lang) });
    const { sha256 } = nodePlatform();
    const made = await compareResults(open[0]!, open[1]!, { artifacts: ARTIFACTS, sha256, cancel: stop.signal });
    line.end();
    const folders = [typed(args.paths[0]!), typed(args.paths[1]!)];
    const command = folders.includes(undefined) ? undefined : `${NAME} compare ${folders.join(" ")} --json`;
    const shown = { lang, width: width(), artifacts: ARTIFACTS, ...(command === undefined ? {} : { command }) };
    await writeOut(args.flags.has("json") ? `${encodeStructure(made)}\n` : compareText(made, shown));
    return EXIT.result;
  } catch (e) {
    line.end();
    throw stop.signal.aborted ? new ContraluzError("cancelled", "cancelled") : e;
  } finally {
    stop.end();
    for (const o of open) await o.close();
  }
}
