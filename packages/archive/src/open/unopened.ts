/** What a reading could not open at all, as its `coverage.json` says it. @module */
import type { ArchivePart } from "./fill.ts";

/** Bytes of a list of what was read. */
const MOST = 64 << 20;

/** How many documents nobody could open or list; 0 where nothing says so. The file may be damaged, or of somebody else. */
export async function unopenedIn(part: ArchivePart | undefined): Promise<number> {
  if (!part || part.size > MOST) return 0;
  const decoder = new TextDecoder();
  let text = "";
  for await (const bytes of part.stream()) text += decoder.decode(bytes, { stream: true });
  try {
    const { unopened } = JSON.parse(text + decoder.decode()) as { readonly unopened?: unknown };
    return Array.isArray(unopened) ? unopened.length : 0;
  } catch {
    return 0;
  }
}
