/**
 * Words of the few programs that lie where neither the system nor an app from the store does. All others write millions of entries
 * that say nothing about who is watched.
 * @module
 */
import {
  composeMessage,
  formatOf,
  type ImageTexts,
  type LogEntry,
  type LogTexts,
  valuesOf,
} from "@contraluz/formats/tracev3/index.ts";

/** Programs, bytes of their texts, and entries of each that are kept. */
export const MAX_PROGRAMS = 64;
const MAX_BYTES = 4_194_304;
export const MAX_MESSAGES = 1000;

/** Where programs of the system, of apps and of developers lie (ios.md section 3, H1). */
const USUAL: readonly string[] = [
  "/Applications/",
  "/Developer/",
  "/Library/",
  "/System/",
  "/bin/",
  "/kernel",
  "/private/preboot/",
  "/private/var/containers/Bundle/Application/",
  "/private/var/run/com.apple.security.cryptexd/",
  "/private/var/staged_system_apps/",
  "/sbin/",
  "/usr/",
  "/var/containers/Bundle/Application/",
];

interface Program {
  readonly texts: ImageTexts;
  told: number;
}

export class Strange {
  readonly #programs = new Map<string, Program>();
  readonly #over: (what: "programs" | "messages") => void;
  readonly #texts: LogTexts = { image: (uuid) => this.#programs.get(uuid)?.texts, shared: () => undefined };

  /** `over` is told of each program or entry that found no room. */
  constructor(over: (what: "programs" | "messages") => void) {
    this.#over = over;
  }

  /** Keeps the texts of a program, if it lies where none is usual. */
  keep(uuid: string, texts: ImageTexts, bytes: number): void {
    if (!texts.path.startsWith("/") || USUAL.some((p) => texts.path.startsWith(p))) return;
    if (this.#programs.size >= MAX_PROGRAMS || bytes > MAX_BYTES) this.#over("programs");
    else this.#programs.set(uuid, { texts, told: 0 });
  }

  /** What an entry of such a program says; undefined for all others, and where enough was told. */
  textOf(e: LogEntry): { readonly path: string; readonly text: string } | undefined {
    const uuid = e.chunk.process?.main;
    const program = uuid === undefined ? undefined : this.#programs.get(uuid);
    if (!program) return undefined;
    if (program.told >= MAX_MESSAGES) {
      this.#over("messages");
      return undefined;
    }
    const found = formatOf(e, this.#texts);
    if (!found) return undefined;
    program.told++;
    // Values that were too large stand elsewhere in the file.
    const text = e.oversize === 0 ? composeMessage(found.format, valuesOf(e)) : found.format;
    return { path: program.texts.path, text };
  }
}
