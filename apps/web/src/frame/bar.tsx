/** The bar on top, the steps below it, and the foot: on every screen. @module */

import { signLists } from "contraluz:mode";
import { LANGS, type Lang } from "@contraluz/core";
import type { JSX } from "preact";
import { STEPS, stepOf } from "../flow.ts";
import { Keep } from "../keep/keep.tsx";
import { buildId } from "../keep/kept.ts";
import { useLang, useWords } from "../lang.ts";
import { Icon, Mark } from "../parts/icons.tsx";
import { useFlow } from "../use-flow.ts";
import { VERSION } from "../version.ts";
import { FRAME, LANGUAGES } from "./words.ts";

export function Bar(p: { readonly setLang: (l: Lang) => void; readonly exit: () => void }): JSX.Element {
  const w = useWords(FRAME);
  const lang = useLang();
  return (
    <header class="bar">
      <div>
        <span class="brand">
          <Mark />
          <span>{w.product}</span>
        </span>
        <p class="offline">
          <Icon name="offline" />
          <span>{w.offline}</span>
        </p>
        <ul class="lang" aria-label={w.language}>
          {LANGS.map((l) => (
            <li key={l}>
              <button
                type="button"
                lang={l}
                aria-label={`${LANGUAGES[l]}, ${l.toUpperCase()}`}
                aria-pressed={l === lang}
                onClick={() => p.setLang(l)}
              >
                <span>{LANGUAGES[l]}</span>
                <abbr>{l.toUpperCase()}</abbr>
              </button>
            </li>
          ))}
        </ul>
        <button type="button" class="exit" title={w.exitMore} onClick={p.exit}>
          {w.exit} <kbd>Esc Esc</kbd>
        </button>
      </div>
    </header>
  );
}

export function StepBar(): JSX.Element {
  const w = useWords(FRAME);
  const { flow } = useFlow();
  const now = stepOf(flow.place);
  return (
    <nav class="steps" aria-label={w.steps}>
      <ol>
        {STEPS.map((id, i) => (
          <li key={id} class={i < now ? "done" : ""} aria-current={i === now ? "step" : undefined}>
            <span>{w.step[id]}</span>
          </li>
        ))}
      </ol>
      <p class="stepname" aria-hidden="true">
        {w.stepShort(now + 1, STEPS.length, w.step[STEPS[now]!])}
      </p>
    </nav>
  );
}

export function Foot(): JSX.Element {
  const w = useWords(FRAME);
  const { flow } = useFlow();
  return (
    <footer class="foot">
      <div>
        <p>{w.version(`${VERSION} (${buildId()})`)}</p>
        <p>{w.signs(signLists + flow.signs.length)}</p>
        <Keep />
      </div>
    </footer>
  );
}

/** Back to where one was. */
export function Back(): JSX.Element | null {
  const w = useWords(FRAME);
  const { flow, dispatch } = useFlow();
  if (flow.trail.length === 0) return null;
  return (
    <p class="eyebrow">
      <button type="button" class="link" onClick={() => dispatch({ type: "back" })}>
        {w.back}
      </button>
    </p>
  );
}
