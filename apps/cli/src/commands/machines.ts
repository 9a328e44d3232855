/** `contraluz machines`: the machines of a capture and how much each sent by hour, cells and trackers over time. Nothing is changed. @module */
import type { Lang, Result } from "@contraluz/core";
import { airSeen, airText } from "@contraluz/report";
import { deviceLine } from "@contraluz/report/device.ts";
import { encodeStructure } from "@contraluz/store";
import type { Args } from "../args.ts";
import { EXIT } from "../exit.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { width } from "../views.ts";
import { storedOf } from "./stored.ts";

/** What the result is of, where that is made up: it stands wherever such data are shown. */
const madeUp = (result: Result, lang: Lang): string =>
  Object.hasOwn(result.acquisition.device ?? {}, "synthetic")
    ? `${deviceLine(result, lang).map(printable).join(" · ")}\n`
    : "";

export async function machinesCommand(args: Args): Promise<number> {
  const stored = await storedOf(args, { zip: true });
  try {
    const seen = await airSeen(stored.folder, stored.result);
    const text = args.flags.has("json")
      ? `${encodeStructure(seen)}\n`
      : `${madeUp(stored.result, args.lang)}${airText(seen, stored.result, { lang: args.lang, width: width() })}`;
    await writeOut(text);
    return EXIT.result;
  } finally {
    await stored.close();
  }
}
