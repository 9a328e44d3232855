/** Where papers are dropped: a folder, a zip, or any number of files. @module */
import type { JSX } from "preact";
import type { Picked } from "../../flow.ts";
import { useWords } from "../../lang.ts";
import { Drop } from "../../parts/drop.tsx";
import { ARCHIVE } from "./words.ts";

/** `more`: in place of what stands below it otherwise. */
export function PaperDrop(p: { readonly onPick: (p: Picked) => Promise<void>; readonly more?: string }): JSX.Element {
  const w = useWords(ARCHIVE);
  // What is in it is said by whoever opens it.
  return <Drop id="papers" many words={p.more === undefined ? w : { ...w, dropMore: p.more }} onPick={p.onPick} />;
}
