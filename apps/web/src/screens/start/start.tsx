/** First screen: is it wise to go on here and now? Help from a human is on it. @module */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useWords } from "../../lang.ts";
import { Helplines } from "../../parts/helplines.tsx";
import { Banner } from "../../parts/icons.tsx";
import { Notice, Steps } from "../../parts/notice.tsx";
import { useFlow } from "../../use-flow.ts";
import { START } from "./words.ts";

/** What to do where it is not wise to go on. */
function Instead(): JSX.Element {
  const w = useWords(START);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section class="sheet" id="instead" aria-labelledby="instead-title">
      <h2 id="instead-title" tabIndex={-1} ref={title}>
        {w.instead}
      </h2>
      <Steps list={w.insteadSteps} />
    </section>
  );
}

export function StartScreen(): JSX.Element {
  const w = useWords(START);
  const { flow, dispatch } = useFlow();
  const [not, setNot] = useState(false);
  const help = useRef<HTMLHeadingElement>(null);
  return (
    <div class="split">
      <div class="stack-lg">
        {flow.removed ? (
          <Notice>
            <p role="status">{w.removed}</p>
          </Notice>
        ) : null}
        <header>
          <h1>{w.title}</h1>
          <p class="intro">{w.intro}</p>
        </header>
        <section class="sheet" aria-labelledby="first">
          <h2 id="first">{w.first}</h2>
          <p>{w.firstIntro}</p>
          <ol class="checks">
            {w.questions.map((q) => (
              <li key={q.ask}>
                <div>
                  <b>{q.ask}</b>
                  <p>{q.reply}</p>
                </div>
              </li>
            ))}
          </ol>
          {/* No link: an address with a place in it would be one more line in the history. */}
          <button type="button" class="link" onClick={() => help.current?.focus()}>
            {w.talkNow}
          </button>
        </section>
        <div class="stack">
          <Notice>
            <p>{w.keep}</p>
          </Notice>
          <div class="row">
            <button type="button" class="btn" onClick={() => dispatch({ type: "go", to: "hand" })}>
              {w.go}
            </button>
            <button
              type="button"
              class="btn quiet"
              aria-expanded={not}
              aria-controls="instead"
              onClick={() => setNot(!not)}
            >
              {w.not}
            </button>
          </div>
          {not ? <Instead /> : null}
          <div class="row">
            <button
              type="button"
              class="btn quiet small"
              onClick={() => dispatch({ type: "kind", kind: "ios-backup", to: "consent" })}
            >
              {w.have}
            </button>
            <button
              type="button"
              class="btn quiet small"
              onClick={() => dispatch({ type: "kind", kind: "saved-result", to: "file" })}
            >
              {w.open}
            </button>
            <button type="button" class="btn quiet small" onClick={() => dispatch({ type: "go", to: "cases" })}>
              {w.cases}
            </button>
            <button type="button" class="btn quiet small" onClick={() => dispatch({ type: "go", to: "archive" })}>
              {w.archive}
            </button>
          </div>
        </div>
      </div>
      <aside class="rail stack" aria-label={w.how}>
        <figure class="screen-only wide-only">
          <Banner />
        </figure>
        <section class="stack">
          <h2 class="h-small">{w.how}</h2>
          <ol>
            {w.howSteps.map((s) => (
              <li key={s}>{s}</li>
            ))}
          </ol>
          <p class="fine">{w.limits}</p>
        </section>
        <section id="help">
          <h2 class="h-small" tabIndex={-1} ref={help}>
            {w.talk}
          </h2>
          <Helplines />
        </section>
      </aside>
    </div>
  );
}
