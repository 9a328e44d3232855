/**
 * What reads papers, brought when somebody asks for it: never with the first screen, never ahead. Each part is a module of the build, since the page may
 * not fetch; once it came the page needs no network.
 * @module
 */
import type { Brought, PageLang } from "./protocol.ts";

type Packed = { readonly packed: string };

const PARTS = {
  thread: (): Promise<Packed> => import("contraluz:archive-thread"),
  sql: (): Promise<Packed> => import("contraluz:archive-sql"),
  pdf: (): Promise<Packed> => import("contraluz:archive-pdf"),
  letters: (): Promise<Packed> => import("contraluz:archive-letters"),
  spa: (): Promise<Packed> => import("contraluz:archive-spa"),
  eng: (): Promise<Packed> => import("contraluz:archive-eng"),
};
export type PartName = keyof typeof PARTS;

/** Raw deflate in base64. */
async function unpacked(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The script of the threads. */
export async function threadSource(): Promise<string> {
  const { packed } = await PARTS.thread();
  return new TextDecoder().decode(await unpacked(packed));
}

/** Several files that travel as one: a line of JSON with their names and sizes, then their bytes. */
function apart(bytes: Uint8Array<ArrayBuffer>): Brought {
  const line = bytes.indexOf(10);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, line))) as readonly (readonly [string, number])[];
  let at = line + 1;
  return Object.fromEntries(
    head.map(([name, size]) => {
      const blob = new Blob([bytes.subarray(at, at + size)]);
      at += size;
      return [name, blob];
    }),
  );
}

/** Files of one part. Rejects where it does not come: the network is gone, and it was not asked for before. */
export async function bring(part: Exclude<PartName, "thread">): Promise<Brought> {
  const { packed } = await PARTS[part]();
  if (packed === "") throw new RangeError(part);
  return apart(await unpacked(packed));
}

/** What pages in a language need, beside what every archive needs. */
export const partsFor = (lang: PageLang): readonly Exclude<PartName, "thread">[] => ["letters", lang];
export const ALWAYS: readonly Exclude<PartName, "thread">[] = ["sql", "pdf"];
