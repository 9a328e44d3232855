/** The answer on one screen. Sentences are those of `@contraluz/report`: no second wording of the same things. @module */
import type { AnyArtifact } from "@contraluz/artifacts/artifact.ts";
import type { Words } from "@contraluz/core";
import { PROBLEMS, say } from "@contraluz/core";
import { type Answer, answerOf } from "@contraluz/report/answer/answer.ts";
import { deviceLine } from "@contraluz/report/device.ts";
import { type Gap, type Names, repairsOf } from "@contraluz/report/gaps/gaps.ts";
import { PAGE } from "@contraluz/report/html/words.ts";
import { SAY } from "@contraluz/report/words.ts";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { Done, Failure } from "../../engine/protocol.ts";
import { useLang, useWords } from "../../lang.ts";
import { ToneGlyph, toneClass } from "../../parts/glyphs.tsx";
import { Helplines } from "../../parts/helplines.tsx";
import { Notice, Steps } from "../../parts/notice.tsx";
import { Seen } from "../../parts/seen.tsx";
import { useFlow } from "../../use-flow.ts";
import { AfterPart } from "../leave/after.tsx";
import { AccessPart } from "./access.tsx";
import { AirPart } from "./air.tsx";
import { FindingsPart } from "./findings.tsx";
import { SavePart } from "./save.tsx";
import { SendPart } from "./send.tsx";
import { VerdictPart } from "./verdict.tsx";
import { ANSWER } from "./words.ts";

/** Names of places in one gap. */
const LISTED = 8;

/** The names that came from the engine, as the report wants them. */
export function reportNames(done: Done): Names {
  return {
    artifacts: new Map<string, Pick<AnyArtifact, "words">>(
      [...done.names.artifacts].map(([id, words]) => [id, { words }]),
    ),
    rules: new Map<string, Words>(done.names.rules),
  };
}

function GapSteps({ gaps }: { readonly gaps: readonly Gap[] }): JSX.Element {
  const say = SAY[useLang()];
  const about = (g: Gap): string => {
    const head = g.about.slice(0, LISTED).join(", ");
    return g.about.length > LISTED ? `${head} ${say.others(g.about.length - LISTED)}` : head;
  };
  return (
    <ol class="todo">
      {gaps.map((g) => (
        <li key={g.state}>
          <div>
            <b>{g.about.length > 0 ? `${g.what}: ${about(g)}` : g.what}</b>
            <p>{g.why}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Focus goes to the answer when it comes. */
function useFocus(): (element: HTMLElement | null) => void {
  const done = useRef(false);
  return (element) => {
    if (done.current || !element) return;
    done.current = true;
    element.querySelector<HTMLElement>("h1")?.focus();
  };
}

function Missing({ answer: a }: { readonly answer: Answer }): JSX.Element | null {
  const p = PAGE[useLang()];
  if (a.repairs.length === 0 && a.gaps.length === 0) return null;
  return (
    <section class="sheet">
      <h2>{a.repairs.length > 0 ? p.fixing : p.closing}</h2>
      {a.repairs.length > 0 ? <Steps list={a.repairs} /> : <GapSteps gaps={a.gaps} />}
    </section>
  );
}

/** A check of a case: it lies in the case, and leaves it by a dossier alone. */
function CasePart(): JSX.Element {
  const w = useWords(ANSWER);
  const { dispatch } = useFlow();
  return (
    <section class="row screen-only">
      <button type="button" class="btn" onClick={() => dispatch({ type: "go", to: "cases" })}>
        {w.toCase}
      </button>
      <button type="button" class="btn quiet" onClick={() => dispatch({ type: "go", to: "bench" })}>
        {w.bench}
      </button>
      <button type="button" class="btn quiet" onClick={() => print()}>
        {w.print}
      </button>
    </section>
  );
}

function Answered({ done }: { readonly done: Done }): JSX.Element {
  const lang = useLang();
  const inCase = useFlow().flow.desk !== undefined;
  const focus = useFocus();
  const { result } = done;
  const names = reportNames(done);
  const a = answerOf(result, lang, names);
  const w = SAY[lang];
  return (
    <div class="stack answer" ref={focus}>
      {inCase ? <CasePart /> : null}
      <p class="eyebrow">{deviceLine(result, lang).join(" · ")}</p>
      <VerdictPart answer={a} result={result} />
      {a.gapsFirst ? <Missing answer={a} /> : null}
      <div class="qa">
        <section class="sheet">
          <h2 class="h-small">{w.means}</h2>
          <p>{a.means}</p>
        </section>
        <section class="sheet">
          <h2 class="h-small">{w.otherwise}</h2>
          <ul>
            {a.otherwise.map((o) => (
              <li key={o}>{o}</li>
            ))}
          </ul>
        </section>
      </div>
      <div class="split">
        <section class="sheet">
          <h2>{w.next}</h2>
          <Steps list={a.todo} />
        </section>
        <aside class="sheet">
          <h2>{w.call}</h2>
          <p>{a.call}</p>
          <Helplines />
        </aside>
      </div>
      <AirPart result={result} />
      <FindingsPart result={result} names={names} />
      <AccessPart result={result} names={names} />
      {a.gapsFirst ? null : <Missing answer={a} />}
      {inCase ? null : (
        <>
          <SavePart result={result} />
          <SendPart result={result} />
          <AfterPart />
        </>
      )}
    </div>
  );
}

function Failed({ failure }: { readonly failure: Failure }): JSX.Element {
  const lang = useLang();
  const w = useWords(ANSWER);
  const { flow, dispatch } = useFlow();
  const focus = useFocus();
  const { problem } = failure;
  const own: Readonly<Record<string, string>> = { "no-signs": w.noSigns, usage: w.notAResult };
  const words = problem
    ? say(PROBLEMS[problem.code] ?? PROBLEMS["evidence-unknown"], lang, {})
    : Object.hasOwn(own, failure.code)
      ? own[failure.code]!
      : w.bug;
  return (
    <div class="stack narrow answer" ref={focus}>
      <article class="verdict one">
        <div class={`thread-wrap tone-${toneClass("unchecked")}`}>
          <hr class="thread unchecked" />
        </div>
        <section class="found" aria-label={SAY[lang].found}>
          <p class="axis">
            <ToneGlyph tone="unchecked" />
            <span>
              <span class="q">{SAY[lang].found}</span>
            </span>
          </p>
          <h1 tabIndex={-1}>{w.noResultTitle}</h1>
          <p>{w.noResult}</p>
        </section>
      </article>
      <Notice kind="stop" title={words}>
        <p class="tiny">
          {w.code}: <code>{failure.code}</code>{" "}
          {problem?.path === undefined ? null : <Seen text={problem.path} letters={80} />}
          {failure.code === "no-signs" ? <Seen text={failure.message} letters={80} /> : null}
        </p>
      </Notice>
      {problem ? (
        <section class="sheet">
          <h2>{w.whatTitle}</h2>
          <Steps list={repairsOf([problem], lang)} />
        </section>
      ) : null}
      <section class="sheet">
        <h2>{SAY[lang].call}</h2>
        <Helplines />
      </section>
      <div class="row">
        <button type="button" class="btn" onClick={() => dispatch({ type: "go", to: flow.cable ? "cable" : "file" })}>
          {w.again}
        </button>
      </div>
    </div>
  );
}

export function AnswerScreen(): JSX.Element | null {
  const { flow } = useFlow();
  if (flow.failure) return <Failed failure={flow.failure} />;
  return flow.done ? <Answered done={flow.done} /> : null;
}
