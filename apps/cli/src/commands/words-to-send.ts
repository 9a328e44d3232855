/** `contraluz words`: what is sent to somebody else, as text or as a page. Nothing is sent. @module */
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { say } from "@contraluz/core";
import { READERS, type Reader, sendSheet, sheetHtml, sheetText } from "@contraluz/report";
import { type Args, UsageError } from "../args.ts";
import { decisionsOf, Leaving, mayLeave } from "../case/leave.ts";
import { C } from "../case/words.ts";
import { EXIT } from "../exit.ts";
import { reportFonts } from "../fonts.ts";
import { writeOut } from "../pipes.ts";
import { printable } from "../terminal.ts";
import { names, width } from "../views.ts";
import { notThere } from "./report.ts";
import { bytesOf, storedOf } from "./stored.ts";

/** Columns of a letter. */
const BROAD = 100;

function readerOf(args: Args): Reader {
  const said = args.one("for");
  return READERS.find((r) => r === said) ?? "person";
}

export async function wordsCommand(args: Args): Promise<number> {
  const { folder, result, of, close } = await storedOf(args, { zip: true });
  const json = await bytesOf(folder, "result.json");
  await close();
  const reader = readerOf(args);
  const html = args.one("html");
  if (html !== undefined && of) {
    // What is on the screen is not handed over yet; a file is.
    if (reader !== "person" && args.one("share-with") === undefined) throw new UsageError(say(C.needShare, args.lang));
    await mayLeave(args, of, "result", "full");
  }
  const sheet = sendSheet(result, {
    for: reader,
    lang: args.lang,
    names: names(),
    fingerprint: createHash("sha256").update(json).digest("hex"),
    personal: args.flags.has("with-names"),
    reviews: await decisionsOf(args, of),
  });
  if (html === undefined) {
    // A chat wraps by itself.
    await writeOut(sheetText(sheet, reader === "person" ? undefined : Math.min(BROAD, width())));
    return EXIT.result;
  }
  const file = resolve(html);
  const page = sheetHtml(sheet, { fonts: reportFonts() });
  await writeFile(file, page, { flag: "wx", mode: 0o600 }).catch((e: unknown) => {
    throw notThere(e, file, "--html", args);
  });
  const leaving = new Leaving();
  leaving.take(page);
  await leaving.note(args, of, `words-${reader}`);
  process.stderr.write(`${printable(file)}\n`);
  return EXIT.result;
}
