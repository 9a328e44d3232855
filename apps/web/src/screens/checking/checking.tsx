/** Progress: windows that light up, what is read now, how long it may take. No finding before the end. @module */
import { count, type Lang } from "@contraluz/core";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Running } from "../../flow.ts";
import { useLang, useWords } from "../../lang.ts";
import { Notice } from "../../parts/notice.tsx";
import { type Pane, Strip, TaskPane } from "../../parts/strip.tsx";
import { useFlow } from "../../use-flow.ts";
import { PasswordPart } from "./password.tsx";
import { CHECKING, type CheckingWords } from "./words.ts";

const PANE: Readonly<Record<Running["places"][number]["state"], Pane>> = {
  waiting: "waiting",
  reading: "reading",
  read: "read",
  "not-allowed": "not-consented",
  "not-there": "absent",
};

/** A screen reader hears of it no more often than this. */
const SPOKEN_MS = 5000;
/** Before it has read so much nobody can say how long it takes. */
const KNOWN = 0.05;

function doing(r: Running, w: CheckingWords, nameOf: (id: string) => string): string {
  switch (r.step) {
    case "opening":
      return w.opening;
    case "signs":
      return w.signs;
    case "unlocking":
      return w.unlocking;
    case "listing":
      return w.listing(count(r.listed));
    case "copying":
      return w.copying(count(Math.round(r.listed / 1e6)));
    case "planned":
      return w.planned;
    case "hashing":
      return w.hashing;
    default: {
      const now = r.places.find((p) => p.state === "reading");
      return now ? w.reading(nameOf(now.id)) : w.planned;
    }
  }
}

/** Share of the work that is done, from 0 to 1: listing is a tenth, the end another. */
function share(r: Running): number {
  if (r.step === "hashing") return 0.95;
  if (r.places.length === 0) return r.step === "listing" ? 0.05 : 0.02;
  return 0.1 + 0.85 * (r.allBytes === 0 ? 0 : Math.min(1, r.doneBytes / r.allBytes));
}

/** A text that changes at most every `SPOKEN_MS`. */
function useSlowly(text: string): string {
  const [slow, setSlow] = useState(text);
  const newest = useRef(text);
  newest.current = text;
  useEffect(() => {
    const timer = setInterval(() => setSlow(newest.current), SPOKEN_MS);
    return () => clearInterval(timer);
  }, []);
  return slow;
}

function Tasks({
  running,
  nameOf,
}: {
  readonly running: Running;
  readonly nameOf: (id: string) => string;
}): JSX.Element {
  const w = useWords(CHECKING);
  return (
    <ul class="tasks">
      {running.places.map((p) => (
        <li key={p.id} class={p.state === "reading" ? "cur" : ""}>
          <TaskPane state={PANE[p.state]} />
          <span>{nameOf(p.id)}</span>
          <span class="st">{w.state[p.state]}</span>
        </li>
      ))}
    </ul>
  );
}

function Night({
  running,
  nameOf,
}: {
  readonly running: Running;
  readonly nameOf: (id: string) => string;
}): JSX.Element {
  const w = useWords(CHECKING);
  const { flow, session } = useFlow();
  const [stopping, setStopping] = useState(false);
  const began = useRef(performance.now());
  const now = doing(running, w, nameOf);
  const spoken = useSlowly(now);
  const part = share(running);
  const percent = Math.round(part * 100);
  const spent = performance.now() - began.current;
  const minutes = Math.round((spent * (1 - part)) / part / 60_000);
  const of = (...states: Pane[]): number => running.places.filter((p) => states.includes(PANE[p.state])).length;
  const time = running.places.length > 0 && part > KNOWN && spent > SPOKEN_MS ? ` · ${w.left(minutes)}` : "";
  return (
    <section class="night pad">
      <div class="stack">
        <h1 class="m0">{w.title}</h1>
        <p class="now" aria-hidden="true">
          {stopping ? w.stopping : now}
        </p>
        <p class="vh" role="status">
          {stopping ? w.stopping : spoken}
        </p>
        {running.places.length > 0 ? (
          <Strip
            panes={running.places.map((p) => PANE[p.state])}
            label={w.strip(of("read"), of("waiting", "reading"), of("not-consented", "absent"))}
          />
        ) : null}
        <div>
          <label for="progress" class="vh">
            {w.progress}
          </label>
          <progress id="progress" max={100} value={percent}>
            {w.percent(percent)}
          </progress>
          <p class="bar-text">
            {w.percent(percent)}
            {time}
          </p>
        </div>
        <div class="row">
          <button
            type="button"
            class="btn quiet on-night"
            onClick={() => {
              setStopping(true);
              session.cancel();
            }}
          >
            {w.stop}
          </button>
          <span class="fine">{flow.desk ? w.stopCase : w.stopMore}</span>
        </div>
      </div>
    </section>
  );
}

function nameIn(lang: Lang, names: ReturnType<typeof useFlow>["flow"]["names"]): (id: string) => string {
  return (id) => names?.artifacts.get(id)?.name[lang] ?? id;
}

export function CheckingScreen(): JSX.Element | null {
  const w = useWords(CHECKING);
  const lang = useLang();
  const { flow } = useFlow();
  const { running, names } = flow;
  if (!running) return null;
  const nameOf = nameIn(lang, names);
  return (
    <div class="split">
      <div class="stack">
        {running.password ? <PasswordPart asking={running.password} /> : <Night running={running} nameOf={nameOf} />}
        {running.places.length > 0 ? (
          <section class="sheet">
            <h2>{w.list}</h2>
            <Tasks running={running} nameOf={nameOf} />
          </section>
        ) : null}
      </div>
      <aside class="rail stack">
        <section class="sheet stack">
          <h2 class="h-small">{w.meanwhile}</h2>
          {w.meanwhileText.map((t) => (
            <p key={t}>{t}</p>
          ))}
        </section>
        <Notice title={w.connections} icon="offline">
          <p class="fine">{w.connectionsMore}</p>
        </Notice>
      </aside>
    </div>
  );
}
