/** A guide: how to make the evidence, act by act. @module */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Guide, GuideStep, GuideVariant } from "../../guides/guide.ts";
import { GUIDES } from "../../guides/index.ts";
import { KINDS } from "../../kinds.ts";
import { useLang, useWords } from "../../lang.ts";
import { Helplines } from "../../parts/helplines.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useFlow } from "../../use-flow.ts";
import { GUIDE } from "./words.ts";

function Step(p: { readonly step: GuideStep; readonly picture: (() => JSX.Element) | undefined }): JSX.Element {
  const w = useWords(GUIDE);
  const { step, picture: Picture } = p;
  return (
    <li>
      <div>
        <h2>{step.what}</h2>
        {step.time ? <p class="time">{step.time}</p> : null}
        {step.path ? (
          <ol class="path" aria-label={w.path}>
            {step.path.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ol>
        ) : null}
        {step.text.map((t) => (
          <p key={t}>{t}</p>
        ))}
        {step.fail ? <p class="fine">{step.fail}</p> : null}
      </div>
      {Picture ? (
        <figure class="night" role="img" aria-label={step.picture ?? step.what}>
          <Picture />
        </figure>
      ) : null}
    </li>
  );
}

function Variants(p: {
  readonly list: readonly GuideVariant[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
}): JSX.Element | null {
  if (p.list.length < 2) return null;
  return (
    <ul class="tabs">
      {p.list.map((v) => (
        <li key={v.id}>
          <button type="button" aria-pressed={v.id === p.chosen} onClick={() => p.choose(v.id)}>
            {v.name}
          </button>
        </li>
      ))}
    </ul>
  );
}

function picture(guide: Guide, variant: string, step: number): (() => JSX.Element) | undefined {
  return guide.pictures?.[`${variant}.${step}`];
}

export function GuideScreen(): JSX.Element | null {
  const w = useWords(GUIDE);
  const lang = useLang();
  const { flow, dispatch } = useFlow();
  const [chosen, choose] = useState("");
  const kind = KINDS.find((k) => k.id === flow.kind);
  const guide = kind?.guide === undefined ? undefined : GUIDES[kind.guide];
  if (!guide) return null;
  const words = guide.words[lang];
  const variant = words.variants.find((v) => v.id === chosen) ?? words.variants[0]!;
  return (
    <>
      <header>
        <p class="eyebrow">
          <button type="button" class="link" onClick={() => dispatch({ type: "back" })}>
            {w.back}
          </button>
        </p>
        <h1>{words.title}</h1>
        <p class="intro">{words.intro}</p>
      </header>
      <div class="split">
        <div class="stack">
          {words.care ? (
            <Notice kind="care" title={words.care.title}>
              <p>{words.care.text}</p>
            </Notice>
          ) : null}
          <Variants list={words.variants} chosen={variant.id} choose={choose} />
          <ol class="guide sheet">
            {variant.steps.map((step, i) => (
              <Step key={step.what} step={step} picture={picture(guide, variant.id, i)} />
            ))}
          </ol>
          {words.noFile ? null : (
            <div class="stack">
              <p class="fine">{w.readyMore}</p>
              <div class="row">
                <button type="button" class="btn" onClick={() => dispatch({ type: "go", to: "consent" })}>
                  {w.ready}
                </button>
              </div>
            </div>
          )}
        </div>
        <aside class="rail stack">
          <section class="sheet stack">
            <h2 class="h-small">{w.shows}</h2>
            {words.shows.map((t) => (
              <p key={t}>{t}</p>
            ))}
          </section>
          <section>
            <h2 class="h-small">{w.stuck}</h2>
            <p>{w.stuckMore}</p>
            <Helplines />
          </section>
        </aside>
      </div>
    </>
  );
}
