/** Pages wherever they lie: a file of lines, the folder of an archive, or a case. @module */
import { statSync } from "node:fs";
import type { ArchiveParts } from "@contraluz/archive/open/fill.ts";
import { pagesShown } from "@contraluz/archive/open/shown.ts";
import type { Page } from "@contraluz/archive/pages/types.ts";
import { archivesThere } from "@contraluz/case/vault/index.ts";
import { say } from "@contraluz/core";
import { readFileStream } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { caseShown, readCase, refusedWords } from "../case/open.ts";
import { isCase } from "../dossier/from-case.ts";
import { NAME } from "../name.ts";
import { printable } from "../terminal.ts";
import { CA } from "./case-words.ts";
import { FW } from "./find-words.ts";
import { partsOf } from "./open.ts";

/** Of the case that the command names first: sealed, and only while its consent holds. */
async function partsInCase(args: Args): Promise<ArchiveParts> {
  const { allowDocuments, partsOfCase } = await import("@contraluz/archive/in-case/index.ts");
  const vault = await readCase(args);
  if (archivesThere(vault.state).length === 0)
    throw new UsageError(say(CA.noArchive, args.lang, { folder: caseShown(args), cmd: NAME }));
  try {
    allowDocuments(vault);
  } catch (e) {
    throw refusedWords(e, args);
  }
  return partsOfCase(vault);
}

/** `first`: what the command names first, which may be a case. */
export async function partsAt(path: string, args: Args, first = false): Promise<ArchiveParts> {
  const s = statSync(path);
  if (!s.isDirectory()) {
    const part = { name: path, size: s.size, stream: () => readFileStream(path) };
    return { pages: [part], corrections: [] };
  }
  if (first && isCase(path)) return partsInCase(args);
  const parts = await partsOf(path);
  if (parts.pages.length === 0) throw new UsageError(say(FW.noPages, args.lang, { folder: printable(path) }));
  return parts;
}

/** Pages as they are shown, and how many lines are none. */
export async function pagesAt(
  path: string,
  args: Args,
  each: (p: Page) => void,
  first = false,
): Promise<{ readonly bad: number }> {
  let bad = 0;
  for await (const batch of pagesShown(await partsAt(path, args, first), () => void bad++))
    for (const p of batch) each(p);
  return { bad };
}
