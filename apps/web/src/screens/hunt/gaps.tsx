/** Where the last hunt could not search. @module */
import type { HuntReport } from "@contraluz/hunt/run/types.ts";
import type { JSX } from "preact";
import { useWords } from "../../lang.ts";
import { Notice } from "../../parts/notice.tsx";
import { Sentence } from "../../parts/seen.tsx";
import { HUNT } from "./words.ts";

const SHOWN = 500;

export function Gaps({ hunts }: { readonly hunts: readonly HuntReport[] }): JSX.Element {
  const w = useWords(HUNT);
  const { gaps } = hunts.at(-1)!;
  if (gaps.length === 0) return <p>{w.gapsNone}</p>;
  return (
    <div class="stack">
      <Notice kind="care">
        <p>{w.gapsIntro}</p>
      </Notice>
      <section class="sheet">
        <ul class="plain-list">
          {gaps.slice(0, SHOWN).map((g) => (
            <li key={`${g.caseId} ${g.checkId ?? ""}`}>
              <Sentence text={w.case(g.caseId, g.checkId ?? "")} values={[g.caseId]} letters={20} />:{" "}
              {w.why[g.why] ?? w.why.damaged}
            </li>
          ))}
        </ul>
        {gaps.length > SHOWN ? <p class="fine">{w.moreCases(gaps.length - SHOWN)}</p> : null}
      </section>
    </div>
  );
}
