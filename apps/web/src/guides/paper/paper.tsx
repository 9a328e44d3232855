/** A guide on paper and in pictures: the same parts, drawn for one page of A4 or for cards as wide as a telephone. @module */
import type { Lang } from "@contraluz/core";
import type { JSX } from "preact";
import { DRAWINGS } from "../drawings/index.ts";
import type { GuideStep, GuideVariant, GuideWords } from "../guide.ts";
import { aloneHelplines, aloneStep, aloneTitle, handsOver } from "../sheet.ts";
import { ALONE } from "../sheet-words.ts";

export interface PaperProps {
  readonly words: GuideWords;
  readonly variant: GuideVariant;
  readonly lang: Lang;
}

function Head({ words, variant }: PaperProps): JSX.Element {
  return (
    <section class="head">
      <h1>{aloneTitle(words, variant)}</h1>
      <p>{words.intro}</p>
      <p class="takes">{words.takes}</p>
    </section>
  );
}

function Care({ words }: PaperProps): JSX.Element | null {
  if (!words.care) return null;
  return (
    <section class="care">
      <h2>{words.care.title}</h2>
      <p>{words.care.text}</p>
    </section>
  );
}

function Drawing({ step }: { readonly step: GuideStep }): JSX.Element | null {
  if (!step.picture) return null;
  const Draw = DRAWINGS[step.picture.draw];
  return (
    <figure class="night" role="img" aria-label={step.picture.shows}>
      <Draw labels={step.picture.labels ?? []} />
    </figure>
  );
}

function Step({ step, n }: { readonly step: GuideStep; readonly n: number }): JSX.Element {
  const s = aloneStep(step);
  return (
    <section class="step">
      <Drawing step={s} />
      <h2>
        {n}. {s.what}
      </h2>
      {s.time === undefined ? null : <p class="time">{s.time}</p>}
      {s.path ? <p class="path">{s.path.join(" › ")}</p> : null}
      {s.text.map((t) => (
        <p key={t}>{t}</p>
      ))}
      {s.type?.map((line) => (
        <pre key={line}>{line}</pre>
      ))}
      {s.fail === undefined ? null : <p class="fail">{s.fail}</p>}
    </section>
  );
}

function Shows({ words, lang }: PaperProps): JSX.Element {
  return (
    <section class="shows">
      <h2>{ALONE[lang].shows}</h2>
      <ul>
        {words.shows.map((t) => (
          <li key={t}>{t}</li>
        ))}
      </ul>
    </section>
  );
}

function End({ words, lang }: PaperProps): JSX.Element {
  const w = ALONE[lang];
  return (
    <section class="end">
      <h2>{w.call}</h2>
      <p>{w.helplines(aloneHelplines(lang))}</p>
      <p>{[w.byName, ...(handsOver(words) ? [w.keepFile] : [])].join(" ")}</p>
    </section>
  );
}

/** The parts in their order; a card holds as many as fit. */
export function parts(p: PaperProps): readonly JSX.Element[] {
  return [
    <Head key="head" {...p} />,
    ...(p.words.care ? [<Care key="care" {...p} />] : []),
    ...p.variant.steps.map((step, i) => <Step key={step.what} step={step} n={i + 1} />),
    <Shows key="shows" {...p} />,
    <End key="end" {...p} />,
  ];
}

/** One page of A4. */
export function Paper(p: PaperProps): JSX.Element {
  return (
    <main class="guide-page">
      <Head {...p} />
      <Care {...p} />
      <div class="steps">
        {p.variant.steps.map((step, i) => (
          <Step key={step.what} step={step} n={i + 1} />
        ))}
      </div>
      <div class="ends">
        <Shows {...p} />
        <End {...p} />
      </div>
      <p class="foot">{ALONE[p.lang].foot}</p>
    </main>
  );
}

/** Cards of one width; `groups`: which parts stand on each. */
export function Cards(p: PaperProps & { readonly groups: readonly (readonly number[])[] }): JSX.Element {
  const all = parts(p);
  return (
    <main class="guide-cards">
      {p.groups.map((group, i) => (
        <article class="card" key={group.join()}>
          <header>
            <span>{i === 0 ? "Contraluz" : aloneTitle(p.words, p.variant)}</span>
            <span>{ALONE[p.lang].card(i + 1, p.groups.length)}</span>
          </header>
          {group.map((n) => all[n])}
        </article>
      ))}
    </main>
  );
}
