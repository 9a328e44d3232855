/** One page: its image with what was found, its text beside it, marks, corrections. @module */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { PageView } from "../../archive/protocol.ts";
import { Seen } from "../../parts/seen.tsx";
import { CorrectPart, MarkPart } from "./correct.tsx";
import { Notes, Plain } from "./hits.tsx";
import { QuotePart } from "./ledger/quote.tsx";
import { Finding } from "./look.tsx";
import { Sheet } from "./sheet.tsx";
import { type Looking, useArchive } from "./tools.ts";

function PageText(p: {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}): JSX.Element {
  const parts: JSX.Element[] = [];
  let at = 0;
  for (const s of [...p.spans].sort((a, b) => a.start - b.start)) {
    if (s.start < at || s.end > p.text.length) continue;
    parts.push(
      <Plain key={`${s.start}t`} text={p.text.slice(at, s.start)} />,
      <mark key={s.start}>
        <Plain text={p.text.slice(s.start, s.end)} />
      </mark>,
    );
    at = s.end;
  }
  return (
    <bdi class="page-text" dir="auto">
      {parts}
      <Plain text={p.text.slice(at)} />
    </bdi>
  );
}

export function PageScreen({ looking, back }: { readonly looking: Looking; readonly back: () => void }): JSX.Element {
  const { w, archive, look, say, state } = useArchive();
  const stop = looking.stops[looking.at]!;
  const [view, setView] = useState<PageView>();
  /** Places of a hit hold for the text that was searched. */
  const [same, setSame] = useState(true);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    let gone = false;
    setSame(true);
    archive.ask("page", { id: stop.id }).then(
      (v) => gone || setView(v),
      () => say(w.broke, true),
    );
    return () => {
      gone = true;
    };
  }, [archive, stop.id]);
  useEffect(() => {
    scrollTo(0, 0);
    title.current?.focus({ preventScroll: true });
  }, [view?.page.id]);
  const changed = (v: PageView): void => {
    setSame(v.text === view?.text);
    setView(v);
  };
  const go = (at: number): void => look({ ...looking, at });
  const alone = (id: number): void => look({ stops: [{ id, marks: [], spans: [] }], at: 0 });
  const many = looking.stops.length > 1;
  return (
    <div class="stack">
      <div class="row screen-only">
        <button type="button" class="btn quiet small" onClick={back}>
          {w.pageBack}
        </button>
        {many ? (
          <>
            <button
              type="button"
              class="btn quiet small"
              aria-disabled={looking.at === 0}
              onClick={() => looking.at > 0 && go(looking.at - 1)}
            >
              {w.prevHit}
            </button>
            <button
              type="button"
              class="btn quiet small"
              aria-disabled={looking.at === looking.stops.length - 1}
              onClick={() => looking.at < looking.stops.length - 1 && go(looking.at + 1)}
            >
              {w.nextHit}
            </button>
            <span class="fine">
              {looking.at + 1} / {looking.stops.length}
            </span>
          </>
        ) : null}
      </div>
      {view ? (
        <>
          <header>
            <h2 ref={title} tabIndex={-1} class="paper-title">
              <Seen text={view.page.path} letters={120} /> {w.page(view.page.page, view.page.of)}
            </h2>
            <p class="m0">
              <Notes page={view.page} head />
            </p>
            <div class="row screen-only">
              {view.before === undefined ? null : (
                <button type="button" class="link" onClick={() => alone(view.before!)}>
                  {w.prevPage}
                </button>
              )}
              {view.after === undefined ? null : (
                <button type="button" class="link" onClick={() => alone(view.after!)}>
                  {w.nextPage}
                </button>
              )}
            </div>
          </header>
          <div class="paper-split">
            <div>
              <h3 class="h-small">{w.image}</h3>
              <Sheet key={view.page.id} view={view} marks={stop.marks} />
            </div>
            <section aria-labelledby="page-text" class="stack">
              <h3 id="page-text" class="h-small">
                {w.text}
              </h3>
              {view.text.trim() === "" ? (
                <p>{w.textEmpty}</p>
              ) : (
                <p class="m0">
                  <PageText text={view.text} spans={same ? stop.spans : []} />
                </p>
              )}
              <p class="fine m0">
                {w.from[view.page.corrected > 0 ? "hand" : view.page.from]}{" "}
                {view.page.confidence === undefined ? "" : w.sure(Math.round(view.page.confidence))}
              </p>
              {view.findings.length > 0 ? (
                <ul class="plain-list">
                  {view.findings.map((f, i) => (
                    <li key={i}>
                      <Finding finding={f} />
                    </li>
                  ))}
                </ul>
              ) : null}
            </section>
          </div>
          {state.sealed ? null : (
            <>
              <MarkPart key={`m${view.page.id}`} view={view} changed={changed} />
              <QuotePart key={`q${view.page.id}`} view={view} />
            </>
          )}
          <CorrectPart key={`c${view.page.id}`} view={view} changed={changed} />
        </>
      ) : null}
    </div>
  );
}
