/** A phone by its cable: what is copied, the phone's question, how far it is, what to do where it stops. @module */
import type { Progress, StepId } from "@contraluz/acquire";
import { AFTER, megabytes, STEP, TAKEN } from "@contraluz/acquire/words.ts";
import { count, say } from "@contraluz/core";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { CopyFacts } from "../../flow.ts";
import { Back } from "../../frame/bar.tsx";
import { useLang, useWords } from "../../lang.ts";
import { Helplines } from "../../parts/helplines.tsx";
import { Missing } from "../../parts/missing.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Option } from "../../parts/option.tsx";
import { SaveCopy } from "../../parts/save-copy.tsx";
import { useFlow } from "../../use-flow.ts";
import type { Stopped } from "./es-words.ts";
import { type CableState, type Choices, type Phase, useCable } from "./use-cable.ts";
import { CABLE } from "./words.ts";

/** In the order in which they come, with the share of the time that each takes on a phone in use. */
const ORDER: readonly (readonly [StepId, number])[] = [
  ["about", 1],
  ["processes", 1],
  ["logcat", 3],
  ["system", 2],
  ["settings", 1],
  ["packages", 12],
  ["dumpsys", 10],
  ["backup", 5],
  ["intrusion", 2],
  ["bugreport", 25],
  ["files", 8],
  ["logs", 5],
  ["apks", 24],
  ["end", 1],
];

/** What a person may not get past alone. */
const HARD: ReadonlySet<Stopped> = new Set(["wrong", "too-old", "connect", "not-allowed", "bug"]);

function percentOf(p: Progress | undefined): number {
  let n = 0;
  for (const [step, share] of ORDER) {
    if (step === p?.step) return Math.floor(n + (p.of ? (share * (p.at ?? 0)) / p.of : 0));
    n += share;
  }
  return 0;
}

function Setup({ state }: { readonly state: CableState }): JSX.Element {
  const w = useWords(CABLE);
  const { flow, dispatch } = useFlow();
  const mayRead = flow.consent.parts.includes("messages");
  const [choices, setChoices] = useState<Choices>({ apks: true, messages: false });
  const { phase, begun } = state;
  return (
    <>
      {phase.is === "stopped" ? (
        <div role="alert">
          <Notice kind={phase.why === "cancelled" ? "plain" : "care"} title={w.stopped[phase.why].title}>
            <p>{phase.why === "cancelled" && !begun ? w.nothing : w.stopped[phase.why].what}</p>
          </Notice>
        </div>
      ) : null}
      {phase.is === "ready" && phase.dropped ? (
        <p role="status" class="fine">
          {w.dropped}
        </p>
      ) : null}
      <section class="sheet">
        <h2>{w.first}</h2>
        <ol>
          {w.firstList.map((t) => (
            <li key={t}>{t}</li>
          ))}
        </ol>
      </section>
      <section class="sheet">
        <fieldset>
          <legend>{w.what}</legend>
          <p>{w.always}</p>
          {begun ? (
            <p class="fine">{w.chosen}</p>
          ) : (
            <>
              <Option
                id="apks"
                type="checkbox"
                group="copy"
                label={w.apks}
                more={w.apksMore}
                checked={choices.apks}
                onChange={(apks) => setChoices({ ...choices, apks })}
              />
              {mayRead ? (
                <Option
                  id="messages"
                  type="checkbox"
                  group="copy"
                  label={w.messages}
                  more={w.messagesMore}
                  checked={choices.messages}
                  onChange={(messages) => setChoices({ ...choices, messages })}
                />
              ) : (
                <p class="fine">{w.noMessages}</p>
              )}
            </>
          )}
        </fieldset>
      </section>
      <div class="row">
        <button type="button" class="btn" onClick={() => state.connect(choices)}>
          {begun || phase.is === "stopped" ? w.again : w.connect}
        </button>
        {begun ? (
          <button type="button" class="btn quiet" onClick={state.drop}>
            {w.drop}
          </button>
        ) : (
          <button
            type="button"
            class="btn quiet"
            onClick={() => {
              dispatch({ type: "cable", on: false });
              dispatch({ type: "go", to: "file" });
            }}
          >
            {w.already}
          </button>
        )}
      </div>
    </>
  );
}

function Night({ phase, stop }: { readonly phase: Phase & { is: "asking" | "taking" }; stop(): void }): JSX.Element {
  const w = useWords(CABLE);
  const lang = useLang();
  const p = phase.is === "taking" ? phase.progress : undefined;
  const stopping = phase.is === "taking" && phase.stopping;
  const percent = percentOf(p);
  const parts = p
    ? [
        ...(p.of === undefined ? [] : [w.of(count((p.at ?? 0) + 1), count(p.of))]),
        ...(p.bytes < 1e6 ? [] : [megabytes(p.bytes)]),
      ]
    : [];
  return (
    <section class="night pad">
      <div class="stack">
        <h1 class="m0">{phase.is === "asking" ? w.asking : w.taking}</h1>
        <p class="now" role="status">
          {stopping ? w.stopping : phase.is === "asking" ? w.askingMore : say(STEP[p?.step ?? "about"], lang)}
        </p>
        {phase.is === "taking" ? (
          <div>
            <label for="progress" class="vh">
              {w.progress}
            </label>
            <progress id="progress" max={100} value={percent}>
              {w.percent(percent)}
            </progress>
            <p class="bar-text">{[w.percent(percent), ...parts].join(" · ")}</p>
          </div>
        ) : null}
        <div class="row">
          <button type="button" class="btn quiet on-night" onClick={stop}>
            {w.stop}
          </button>
          <span class="fine">{w.stopMore}</span>
        </div>
      </div>
    </section>
  );
}

function Logs({ answer }: { readonly answer: (there: boolean) => void }): JSX.Element {
  const w = useWords(CABLE);
  return (
    <section class="sheet" role="alert">
      <h1>{w.logs}</h1>
      <p>{w.logsMore}</p>
      <div class="row">
        <button type="button" class="btn" onClick={() => answer(true)}>
          {w.logsDone}
        </button>
        <button type="button" class="btn quiet" onClick={() => answer(false)}>
          {w.logsWithout}
        </button>
      </div>
    </section>
  );
}

function Complete({ copied, state }: { readonly copied: CopyFacts; readonly state: CableState }): JSX.Element {
  const w = useWords(CABLE);
  const lang = useLang();
  return (
    <section class="sheet">
      <h2>{w.done}</h2>
      <p>{say(TAKEN, lang, copied)}</p>
      <div class="row">
        <button type="button" class="btn" onClick={state.check}>
          {w.check}
        </button>
        <button type="button" class="btn quiet" onClick={state.drop}>
          {w.drop}
        </button>
      </div>
      <SaveCopy />
      <Missing copied={copied} />
    </section>
  );
}

export function CableScreen(): JSX.Element {
  const w = useWords(CABLE);
  const lang = useLang();
  const { flow } = useFlow();
  const state = useCable();
  const { phase } = state;
  // The button that was pressed is gone: whoever uses the keyboard goes on from the beginning of the screen.
  useEffect(() => {
    const main = document.getElementById("main");
    if (!main?.contains(document.activeElement)) main?.focus({ preventScroll: true });
  }, [phase.is]);
  const busy = phase.is === "asking" || phase.is === "taking";
  return (
    <div class="split">
      <div class="stack">
        {busy ? (
          <Night phase={phase} stop={state.stop} />
        ) : phase.is === "logs" ? (
          <Logs answer={phase.answer} />
        ) : (
          <>
            <header>
              <Back />
              <h1>{w.title}</h1>
              <p class="intro">{w.intro}</p>
            </header>
            {flow.copied ? <Complete copied={flow.copied} state={state} /> : <Setup state={state} />}
          </>
        )}
      </div>
      <aside class="rail stack">
        {busy || phase.is === "logs" ? (
          <section class="sheet stack">
            <h2 class="h-small">{w.meanwhile}</h2>
            {w.meanwhileText.map((t) => (
              <p key={t}>{t}</p>
            ))}
          </section>
        ) : null}
        <Notice title={w.where}>
          <p>{w.whereMore}</p>
        </Notice>
        <section class="sheet stack">
          <h2 class="h-small">{w.leaves}</h2>
          <p>{say(AFTER, lang)}</p>
        </section>
        {phase.is === "stopped" && HARD.has(phase.why) ? (
          <section>
            <h2 class="h-small">{w.stuck}</h2>
            <p>{w.stuckMore}</p>
            <Helplines />
          </section>
        ) : null}
      </aside>
    </div>
  );
}
