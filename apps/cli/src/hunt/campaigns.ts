/** `contraluz hunt campaigns`: which cases of a lab are linked, by what, and since when. Nothing of it is kept in the lab. @module */
import { ContraluzError, encodeJson, type Json, say } from "@contraluz/core";
import { campaignText } from "@contraluz/hunt/links/index.ts";
import type { Args } from "../args.ts";
import { EXIT } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { writeOut } from "../pipes.ts";
import { progressLine } from "../terminal.ts";
import { labPath, readLab } from "./lab.ts";
import { huntNamed, withLinks } from "./links.ts";
import { HSW } from "./share-words.ts";
import { pathOf } from "./text.ts";

export async function campaignsCommand(args: Args): Promise<number> {
  const { lang } = args;
  const path = labPath(args);
  const stop = interruption();
  const line = progressLine(process.stderr, args.flags.has("json"));
  try {
    const lab = await readLab(args, path);
    const hunt = await huntNamed(args, lab, args.paths[1]);
    line.say({ key: "linking", text: say(HSW.linking, lang) });
    const { report, cases } = await withLinks(
      args,
      path,
      lab,
      { cancel: stop.signal, ...(hunt ? { hunt } : {}) },
      async (linked) => linked,
    );
    line.end();
    if (args.flags.has("json")) await writeOut(`${encodeJson(report as unknown as Json)}\n`);
    else {
      const beside = (id: string): string[] => pathOf(cases, id).map((l) => l.trim());
      await writeOut(`${campaignText(report, { lang, beside }).join("\n")}\n`);
    }
    return EXIT.result;
  } catch (e) {
    throw stop.signal.aborted ? new ContraluzError("cancelled", "cancelled") : e;
  } finally {
    line.end();
    stop.end();
  }
}
