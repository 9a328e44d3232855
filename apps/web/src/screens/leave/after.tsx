/** Under the answer: what now lies on this computer, in short. @module */
import type { JSX } from "preact";
import { useWords } from "../../lang.ts";
import { Missing } from "../../parts/missing.tsx";
import { SaveCopy } from "../../parts/save-copy.tsx";
import { useFlow } from "../../use-flow.ts";
import { broughtBackup, Remove, SavedFiles } from "./remove.tsx";
import { LEAVE } from "./words.ts";

export function AfterPart(): JSX.Element {
  const w = useWords(LEAVE);
  const { flow } = useFlow();
  const saved = flow.saved.length > 0;
  return (
    <section class="sheet screen-only" aria-labelledby="after">
      <h2 id="after">{w.shortTitle}</h2>
      <ul>
        <li>{w.short.memory}</li>
        {flow.copied ? (
          <>
            <li>
              {w.short.copy}
              <SaveCopy />
              <Missing copied={flow.copied} />
            </li>
            <li>{w.short.phone}</li>
          </>
        ) : null}
        {flow.picked?.chosen.kind === "copy" ? null : <li>{broughtBackup(flow) ? w.short.backup : w.short.file}</li>}
        <li>
          {saved ? w.short.saved : w.short.savedNone}
          {saved ? <SavedFiles /> : null}
        </li>
        <li>{w.short.history}</li>
      </ul>
      <Remove quiet />
    </section>
  );
}
