/** A guide: how to make the evidence, act by act, with a drawing of what to touch. @module */
import { sheetText } from "@contraluz/report/send/sheet.ts";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { DRAWINGS } from "../../guides/drawings/index.ts";
import type { GuideAside, GuideStep, GuideVariant, GuideWords } from "../../guides/guide.ts";
import { GUIDES } from "../../guides/index.ts";
import { guideSheet } from "../../guides/sheet.ts";
import { KINDS } from "../../kinds.ts";
import { useLang, useWords } from "../../lang.ts";
import { CopyText } from "../../parts/copy-text.tsx";
import { Helplines } from "../../parts/helplines.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useFlow } from "../../use-flow.ts";
import { GUIDE } from "./words.ts";

/** The variant that this page does itself. */
const PAGE = "page";

function Picture({ step }: { readonly step: GuideStep }): JSX.Element | null {
  if (!step.picture) return null;
  const Draw = DRAWINGS[step.picture.draw];
  return (
    <figure class="night" role="img" aria-label={step.picture.shows}>
      <Draw labels={step.picture.labels ?? []} />
    </figure>
  );
}

function Step({ step }: { readonly step: GuideStep }): JSX.Element {
  const w = useWords(GUIDE);
  return (
    <li class={step.picture ? "" : "bare"}>
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
        {step.type ? (
          <ul class="type" aria-label={w.type}>
            {step.type.map((line) => (
              <li key={line}>
                <code>{line}</code>
              </li>
            ))}
          </ul>
        ) : null}
        {step.fail ? <p class="fine">{step.fail}</p> : null}
      </div>
      <Picture step={step} />
    </li>
  );
}

function Variants(p: {
  readonly list: readonly GuideVariant[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
}): JSX.Element | null {
  const w = useWords(GUIDE);
  if (p.list.length < 2) return null;
  return (
    <ul class="tabs" aria-label={w.variants}>
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

function Aside({ aside }: { readonly aside: GuideAside }): JSX.Element {
  return (
    <details class="paper">
      <summary>{aside.title}</summary>
      {aside.text.map((t) => (
        <p key={t}>{t}</p>
      ))}
      {aside.list ? (
        <ol>
          {aside.list.map((t) => (
            <li key={t}>{t}</li>
          ))}
        </ol>
      ) : null}
      {aside.paths ? (
        <dl class="facts">
          {aside.paths.map(([of, path]) => (
            <div class="one" key={of}>
              <dt>{of}</dt>
              <dd>
                <code>{path}</code>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </details>
  );
}

/** What comes after the last act: permission, or what to do with a file that we do not read. */
function End({ words, page }: { readonly words: GuideWords; readonly page: boolean }): JSX.Element {
  const w = useWords(GUIDE);
  const { dispatch } = useFlow();
  if (words.noFile)
    return (
      <Notice title={w.keep}>
        {words.noFile.map((t) => (
          <p key={t}>{t}</p>
        ))}
        <p>
          <button type="button" class="btn quiet" onClick={() => dispatch({ type: "go", to: "ways" })}>
            {w.back}
          </button>
        </p>
      </Notice>
    );
  return (
    <div class="stack">
      <p class="fine">{w.readyMore}</p>
      <div class="row">
        <button
          type="button"
          class="btn"
          onClick={() => {
            dispatch({ type: "cable", on: page });
            dispatch({ type: "go", to: "consent" });
          }}
        >
          {page ? w.cable : w.ready}
        </button>
        {page ? (
          <button
            type="button"
            class="btn quiet"
            onClick={() => {
              dispatch({ type: "cable", on: false });
              dispatch({ type: "go", to: "consent" });
            }}
          >
            {w.ready}
          </button>
        ) : null}
      </div>
    </div>
  );
}

/** The guide as text, to be forwarded to whoever has nothing but a chat. */
function Forward({ guide, variant }: { readonly guide: string; readonly variant: string }): JSX.Element {
  const w = useWords(GUIDE);
  const lang = useLang();
  const [open, setOpen] = useState(false);
  return (
    <section class="stack screen-only">
      <div class="row">
        <button type="button" class="btn quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {w.forward}
        </button>
        <button type="button" class="btn quiet" onClick={() => print()}>
          {w.print}
        </button>
      </div>
      {open ? <CopyText text={sheetText(guideSheet(GUIDES[guide]!, variant, lang))} label={w.forward} /> : null}
    </section>
  );
}

/** The variants that this browser and this device can do. */
function possible(words: GuideWords | undefined, device: string | undefined): readonly GuideVariant[] {
  const usb = "usb" in navigator && device !== "phone";
  return words?.variants.filter((v) => v.id !== PAGE || usb) ?? [];
}

/** The variant to begin with: the one of the device that was said, else of the system that runs the page. */
function firstVariant(variants: readonly GuideVariant[], device: string | undefined): string {
  const system = /Windows/.test(navigator.userAgent)
    ? "windows"
    : /Mac OS X/.test(navigator.userAgent)
      ? "mac"
      : "linux";
  const own = variants.find((v) => v.id === PAGE || v.id === device || v.id === system);
  return (own ?? variants[0])?.id ?? "";
}

export function GuideScreen(): JSX.Element | null {
  const w = useWords(GUIDE);
  const lang = useLang();
  const { flow, dispatch } = useFlow();
  const kind = KINDS.find((k) => k.id === flow.kind);
  const words = kind?.guide === undefined ? undefined : GUIDES[kind.guide]?.[lang];
  const variants = possible(words, flow.hand.device);
  const [chosen, choose] = useState(() => firstVariant(variants, flow.hand.device));
  const variant = variants.find((v) => v.id === chosen) ?? variants[0];
  if (!words || !variant) return null;
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
        <p class="takes">{words.takes}</p>
      </header>
      <div class="split">
        <div class="stack">
          {words.care ? (
            <Notice kind="care" title={words.care.title}>
              <p>{words.care.text}</p>
            </Notice>
          ) : null}
          <Variants list={variants} chosen={variant.id} choose={choose} />
          <ol class="guide sheet" key={variant.id}>
            {variant.steps.map((step) => (
              <Step key={step.what} step={step} />
            ))}
          </ol>
          <End words={words} page={variant.id === PAGE} />
          {variant.id === PAGE ? null : <Forward guide={kind!.guide!} variant={variant.id} />}
          {words.asides ? (
            <section>
              <h2>{w.asides}</h2>
              {words.asides.map((a) => (
                <Aside key={a.title} aside={a} />
              ))}
            </section>
          ) : null}
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
