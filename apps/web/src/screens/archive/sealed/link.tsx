/** From a case to its papers. @module */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLang, useWords } from "../../../lang.ts";
import { useFlow } from "../../../use-flow.ts";
import { SEALED } from "./words.ts";

/** `name`: of the case that is open. `wrong`: why it could not be done. */
export function PapersOfCase(p: {
  readonly name: string;
  readonly wrong: (why: readonly string[]) => void;
}): JSX.Element {
  const w = useWords(SEALED);
  const lang = useLang();
  const { session, dispatch } = useFlow();
  const [busy, setBusy] = useState(false);
  const open = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    p.wrong([]);
    try {
      const told = await session.papersOf(p.name, lang);
      if (told.ok) return dispatch({ type: "go", to: "archive" });
      p.wrong(told.why);
    } catch {
      p.wrong([w.refused]);
    }
    setBusy(false);
  };
  return (
    <section class="sheet stack" aria-labelledby="case-papers">
      <h3 id="case-papers">{w.part}</h3>
      <p class="m0">{w.partMore}</p>
      <div class="row">
        <button type="button" class="btn quiet small" aria-disabled={busy} onClick={() => void open()}>
          {w.open}
        </button>
      </div>
      <p class="m0" role="status">
        {busy ? w.opening : ""}
      </p>
    </section>
  );
}
