/** `contraluz hunt init`: a lab, in which cases are compared. @module */
import { say } from "@contraluz/core";
import { createLab } from "@contraluz/hunt";
import { vaultFolder } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { nodeMachine } from "../case/open.ts";
import { EXIT } from "../exit.ts";
import { NAME, typed } from "../name.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { labPath, secretOf } from "./lab.ts";
import { HW } from "./words.ts";

export async function initCommand(args: Args): Promise<number> {
  const { lang } = args;
  const path = labPath(args);
  const folder = vaultFolder(path);
  if ((await folder.list("")).length > 0) throw new UsageError(say(HW.notEmpty, lang, { lab: printable(path) }));
  const { secret, made } = await secretOf(args, path, true);
  const head = await createLab(folder, nodeMachine(), secret);
  if (args.flags.has("json")) await writeOut(`${JSON.stringify(head)}\n`);
  else await writeOut(`${say(HW.made, lang, { cmd: NAME, lab: typed(path) ?? printable(path) })}\n`);
  process.stderr.write(`${say(HW.encryptDisk, lang)}\n`);
  if (made !== undefined) process.stderr.write(`${say(HW.secretMade, lang, { path: printable(made) })}\n`);
  return EXIT.result;
}
