/** `contraluz processes`: every program that any place of a result saw. Nothing is changed. @module */
import { ARTIFACTS } from "@contraluz/artifacts";
import { programsSeen, programsText } from "@contraluz/report";
import { encodeStructure } from "@contraluz/store";
import type { Args } from "../args.ts";
import { EXIT } from "../exit.ts";
import { writeOut } from "../pipes.ts";
import { width } from "../views.ts";
import { storedOf } from "./stored.ts";

export async function processesCommand(args: Args): Promise<number> {
  // A result that was saved as a zip is read in place.
  const stored = await storedOf(args, { zip: true });
  try {
    const seen = await programsSeen(stored.folder, stored.result, ARTIFACTS);
    const text = args.flags.has("json")
      ? `${encodeStructure(seen)}\n`
      : programsText(seen, { lang: args.lang, width: width(), artifacts: ARTIFACTS });
    await writeOut(text);
    return EXIT.result;
  } finally {
    await stored.close();
  }
}
