/** What stays of papers of a case: all of it in the case, and nothing leaves from here. @module */
import type { JSX } from "preact";
import { useWords } from "../../../lang.ts";
import { SEALED } from "./words.ts";

export function SealedSave({ close }: { readonly close: () => void }): JSX.Element {
  const w = useWords(SEALED);
  return (
    <section class="sheet stack">
      <h2>{w.save}</h2>
      <p>{w.saveMore}</p>
      <p>{w.notHere}</p>
      <div class="row">
        <button type="button" class="btn quiet small" onClick={close}>
          {w.close}
        </button>
      </div>
    </section>
  );
}
