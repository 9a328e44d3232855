/** Where the last hunt could not search, and where there was no room for all that it met. @module */
import type { HuntReport } from "@contraluz/hunt/run/types.ts";
import type { JSX } from "preact";
import { useWords } from "../../lang.ts";
import { Notice } from "../../parts/notice.tsx";
import { Sentence } from "../../parts/seen.tsx";
import { HUNT } from "./words.ts";

const SHOWN = 500;

/** `checkId`: left out of a case whose checks nobody knows. */
interface Line {
  readonly caseId: string;
  readonly checkId?: string;
  readonly why: string;
}

function Lines({ list }: { readonly list: readonly Line[] }): JSX.Element {
  const w = useWords(HUNT);
  return (
    <section class="sheet">
      <ul class="plain-list">
        {list.slice(0, SHOWN).map(({ caseId, checkId = "", why }) => (
          <li key={`${caseId} ${checkId}`}>
            <Sentence text={w.case(caseId, checkId)} values={[caseId]} letters={20} />: {why}
          </li>
        ))}
      </ul>
      {list.length > SHOWN ? <p class="fine">{w.moreCases(list.length - SHOWN)}</p> : null}
    </section>
  );
}

export function Gaps({ hunts }: { readonly hunts: readonly HuntReport[] }): JSX.Element {
  const w = useWords(HUNT);
  const { gaps, cases } = hunts.at(-1)!;
  const lost = cases.flatMap((c): Line[] => (c.lost === undefined ? [] : [{ ...c, why: w.lost(c.lost) }]));
  if (gaps.length + lost.length === 0) return <p>{w.gapsNone}</p>;
  return (
    <div class="stack">
      {gaps.length > 0 ? (
        <>
          <Notice kind="care">
            <p>{w.gapsIntro}</p>
          </Notice>
          <Lines list={gaps.map((g) => ({ ...g, why: w.why[g.why] ?? w.why.damaged }))} />
        </>
      ) : null}
      {lost.length > 0 ? (
        <>
          <Notice kind="care">
            <p>{w.lostIntro}</p>
          </Notice>
          <Lines list={lost} />
        </>
      ) : null}
    </div>
  );
}
