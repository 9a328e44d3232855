/** `contraluz machines`: the machines of a capture and how much each sent by hour, cells and trackers over time. Nothing is changed. @module */
import { airSeen, airText } from "@contraluz/report";
import { encodeStructure } from "@contraluz/store";
import type { Args } from "../args.ts";
import { EXIT } from "../exit.ts";
import { writeOut } from "../pipes.ts";
import { width } from "../views.ts";
import { storedOf } from "./stored.ts";

export async function machinesCommand(args: Args): Promise<number> {
  const stored = await storedOf(args, { zip: true });
  try {
    const seen = await airSeen(stored.folder, stored.result);
    const text = args.flags.has("json")
      ? `${encodeStructure(seen)}\n`
      : airText(seen, stored.result, { lang: args.lang, width: width() });
    await writeOut(text);
    return EXIT.result;
  } finally {
    await stored.close();
  }
}
