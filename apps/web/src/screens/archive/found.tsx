/** How many pages have it, and beside that, always, how many were looked through and could not be read. @module */
import type { Coverage } from "@contraluz/archive/search/filter.ts";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { FoundRows } from "../../archive/protocol.ts";
import { Plain } from "./hits.tsx";
import { useArchive } from "./tools.ts";

/** Words that are shown of what a fuzzy one stands for. */
const TERMS = 12;

export function Looked({ coverage }: { readonly coverage: Coverage }): JSX.Element {
  const { w, state, tab } = useArchive();
  return (
    <div class={coverage.unreadable > 0 || !state.whole ? "notice care" : ""}>
      <div>
        <p class="m0">
          {w.lookedAt(coverage.pages, coverage.unreadable)}
          {coverage.poor > 0 ? ` ${w.lookedPoor(coverage.poor)}` : ""}
          {state.whole ? "" : ` ${w.notWhole}`}
          {coverage.undated > 0 ? ` ${w.undated(coverage.undated)}` : ""}{" "}
          {coverage.unreadable > 0 ? (
            <button type="button" class="link small screen-only" onClick={() => tab("pages", "unreadable")}>
              {w.gapShow}
            </button>
          ) : null}
        </p>
      </div>
    </div>
  );
}

export function Found(p: {
  readonly total: number;
  readonly coverage: Coverage;
  readonly taken: FoundRows["taken"];
}): JSX.Element {
  const { w } = useArchive();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [p.coverage, p.total]);
  return (
    <>
      <h2 id="found" tabIndex={-1} ref={title}>
        {p.total === 0 ? w.none : w.hits(p.total)}
      </h2>
      <Looked coverage={p.coverage} />
      {p.taken.map((t) => (
        <p key={t.word} class="fine m0">
          <Plain text={w.taken(t.word, t.terms.slice(0, TERMS).join(", "))} />
        </p>
      ))}
    </>
  );
}
