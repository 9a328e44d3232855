/** What an archive that is open in the page holds, and how answers about it reach it. @module */
import type { Decision } from "@contraluz/archive/entities/index.ts";
import type { PageMark } from "@contraluz/archive/pages/mark.ts";
import type { ListedFinding } from "@contraluz/archive/read/index.ts";
import { ContraluzError } from "@contraluz/core";
import type { PageFolder } from "./folder.ts";
import type { Feeding } from "./index.ts";
import type { Papers } from "./papers.ts";
import type { Asked } from "./saved.ts";
import type { Sealed } from "./sealed-types.ts";

/** Files of an archive in the page's own folder. */
export interface Kept {
  names(): Promise<readonly string[]>;
  read(name: string): Promise<Blob>;
  append(name: string, bytes: Uint8Array): Promise<void>;
  replace(name: string, bytes: Uint8Array): Promise<void>;
  cut(name: string, size: number): Promise<void>;
}

/** What a line of a page says of where reading is. */
export interface LastPage {
  readonly path: string;
  readonly page: number;
  readonly of: number | undefined;
}

/** Everything of one archive; another one takes its place whole. */
export interface Open {
  readonly folder: PageFolder;
  readonly index: Feeding;
  readonly marks: Map<string, PageMark>;
  readonly findings: ListedFinding[];
  /** What people said of names, in the order in which they said it. */
  decisions: readonly Decision[];
  /** Lines of the ledger of promises and acts, as they are written down. */
  ledger: string;
  asked: Asked | undefined;
  papers: Papers | undefined;
  /** They are papers of a case. */
  readonly sealed: Sealed | undefined;
  last: LastPage | undefined;
  whole: boolean;
  corrections: number;
  kept: Kept | undefined;
  unsaved: boolean;
  problems: number;
  /** Lines of pages that came; where they are as many as fit, reading stops. */
  lines: number;
  full: boolean;
  /** Goes up when a page came or was corrected: what was made of the pages before holds no more. */
  turn: number;
}

export interface Held {
  /** Throws ContraluzError where no archive is open. */
  now(): Open;
  /** Its files; what is no page is written to what is kept, too. */
  kept(o: Open): PageFolder;
  /** As `Machine` has them. */
  readonly machine: { clock(): string; breathe(): Promise<void> };
}

/** Lines of an archive that lie in one small file, which grows line by line. */
export interface SmallFile {
  /** "" where there is none; undefined where it is larger than what is read. */
  text(): Promise<string | undefined>;
  /** Bytes of more lines as it takes them. Throws ContraluzError where it would not be read whole the next time. */
  more(lines: string): Promise<Uint8Array>;
}

const LINE_END = 10;

export const smallFile = (folder: PageFolder, name: string, most: number): SmallFile => ({
  async text() {
    const source = await folder.read(name);
    if (!source) return "";
    return source.size > most ? undefined : new TextDecoder().decode(await source.read(0, source.size));
  },
  async more(lines) {
    const size = folder.size(name);
    const last = size === 0 ? undefined : await (await folder.read(name))?.read(size - 1, 1);
    // One that was written by hand may lack its last line end.
    const gap = last && last[0] !== LINE_END ? "\n" : "";
    const bytes = new TextEncoder().encode(gap + lines);
    if (size + bytes.length > most) throw new ContraluzError("usage", "too large");
    return bytes;
  },
});
