/** Pictures of pages from the documents that were read, drawn in a thread. @module */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { deflateSync } from "node:zlib";
import { PICTURE_LIMITS, PictureLane } from "@contraluz/archive/hits/index.ts";
import type { Page } from "@contraluz/archive/pages/types.ts";
import type { PagePicture, PictureFault } from "@contraluz/archive/read/picture.ts";
import { type Cancel, type Input, type Platform, say } from "@contraluz/core";
import { type OpenDocuments, openDocuments } from "@contraluz/evidence/documents/index.ts";
import { folderInput, nodePlatform, spawnThread } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { printable } from "../terminal.ts";
import { W } from "../words.ts";

/** In a clone this file lies one folder below the program's own; bundled they are one file. */
export const MAIN = new URL(import.meta.url.endsWith(".ts") ? "../main.ts" : import.meta.url, import.meta.url);

export const deflate = (bytes: Uint8Array): Uint8Array => deflateSync(bytes);

/** Calls back later, unless what it gives is called first. */
export function after(ms: number, f: () => void): () => void {
  const timer = setTimeout(f, ms);
  return () => clearTimeout(timer);
}

export interface Pictures {
  of(page: Pick<Page, "doc" | "path" | "page">): Promise<PagePicture | PictureFault>;
  close(): Promise<void>;
}

/** Of several evidences: the first one that has the page. */
export async function picturesOf(inputs: readonly Input[], platform: Platform, cancel: Cancel): Promise<Pictures> {
  const opened: { readonly documents: OpenDocuments; readonly lane: PictureLane }[] = [];
  for (const input of inputs) {
    const documents = await openDocuments(input, { platform, report: () => {}, cancel });
    const spawn = () => spawnThread(MAIN, { serves: "pictures", heapMb: PICTURE_LIMITS.heapMb });
    opened.push({ documents, lane: new PictureLane(documents, { spawn, after }) });
  }
  return {
    async of(page) {
      let why: PictureFault = "missing";
      for (const { lane } of opened) {
        const p = await lane.of(page);
        if (typeof p !== "string") return p;
        if (why === "missing") why = p;
      }
      return why;
    },
    async close() {
      for (const { lane, documents } of opened) {
        await lane.close();
        await documents.close();
      }
    },
  };
}

/** Of what `--evidence` names; undefined where it was not given. */
export async function picturesNamed(args: Args, cancel: Cancel): Promise<Pictures | undefined> {
  const path = args.one("evidence");
  if (path === undefined) return undefined;
  if (!existsSync(path)) throw new UsageError(say(W.noSuchPath, args.lang, { path: printable(path) }));
  return picturesOf([await folderInput(resolve(path))], nodePlatform({ workers: 0 }), cancel);
}
