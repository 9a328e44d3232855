/** `--html` of `archive search` and `names`: what was found, with pictures, as one page that needs no network. @module */
import {
  hitsHtml,
  type NotShown,
  type ShownHit,
  type ShownHits,
  type ShownPicture,
  shownPicture,
} from "@contraluz/archive/hits/index.ts";
import { type Cancel, ContraluzError, say } from "@contraluz/core";
import type { Args } from "../args.ts";
import { writeNew } from "../case/consent.ts";
import { reportFonts } from "../fonts.ts";
import { printable, progressLine } from "../terminal.ts";
import { PW } from "./correct-words.ts";
import { deflate, type Pictures } from "./pictures.ts";

/** Pages of one file that have their picture: a browser has to hold it. */
const PICTURES = 100;

/** Writes it, and gives it. A page that was found for two names is drawn once for each. */
export async function writeHits(
  v: ShownHits,
  pictures: Pictures | undefined,
  cancel: Cancel,
  args: Args,
): Promise<string> {
  const line = progressLine(process.stderr, args.flags.has("json"));
  let drawn = 0;
  const pictureOf = async (h: ShownHit): Promise<ShownPicture | NotShown> => {
    if (drawn >= PICTURES) return "many";
    if (cancel.aborted) throw new ContraluzError("cancelled", "cancelled");
    line.say({ key: "drawing", text: say(PW.drawing, args.lang), name: printable(h.page.path) });
    const shown = shownPicture(await pictures!.of(h.page), deflate);
    if (typeof shown !== "string") drawn++;
    return shown;
  };
  const groups = [];
  try {
    for (const g of v.groups) {
      const hits: ShownHit[] = [];
      for (const h of g.hits) hits.push(pictures ? { ...h, picture: await pictureOf(h) } : h);
      groups.push({ ...g, hits });
    }
  } finally {
    line.end();
  }
  const text = hitsHtml({ ...v, groups }, { lang: args.lang, fonts: reportFonts() });
  await writeNew(args.one("html")!, text, "--html", args);
  return text;
}
