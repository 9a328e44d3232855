/** The page: the frame, and the screen of the place where the person is. @module */
import type { Lang } from "@contraluz/core";
import type { FunctionComponent, JSX } from "preact";
import { useEffect, useErrorBoundary, useLayoutEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { PARTS } from "./engine/parts.ts";
import { firstFlow, next, type PlaceId, STEPS, stepOf } from "./flow.ts";
import { Bar, Foot, StepBar } from "./frame/bar.tsx";
import { onEscEsc, quickExit } from "./frame/exit.ts";
import { FRAME } from "./frame/words.ts";
import { firstLang, LangContext, useWords } from "./lang.ts";
import { lazy } from "./lazy.tsx";
import { Notice } from "./parts/notice.tsx";
import { ConsentScreen } from "./screens/consent/consent.tsx";
import { FileScreen } from "./screens/file/file.tsx";
import { HandScreen } from "./screens/hand/hand.tsx";
import { StartScreen } from "./screens/start/start.tsx";
import { StoppedScreen } from "./screens/stopped/stopped.tsx";
import { WaysScreen } from "./screens/ways/ways.tsx";
import { createSession } from "./session.ts";
import { FlowContext } from "./use-flow.ts";

/** Heavy screens are chunks of their own. */
const SCREENS: Readonly<Record<PlaceId, FunctionComponent>> = {
  start: StartScreen,
  hand: HandScreen,
  ways: WaysScreen,
  guide: lazy(() => import("./screens/guide/guide.tsx").then((m) => m.GuideScreen)),
  consent: ConsentScreen,
  file: FileScreen,
  cable: lazy(() => import("./screens/cable/cable.tsx").then((m) => m.CableScreen)),
  checking: lazy(() => import("./screens/checking/checking.tsx").then((m) => m.CheckingScreen)),
  answer: lazy(() => import("./screens/answer/answer.tsx").then((m) => m.AnswerScreen)),
  air: lazy(() => import("./screens/air/air.tsx").then((m) => m.AirScreen)),
  bench: lazy(() => import("./bench/bench.tsx").then((m) => m.BenchScreen)),
  leave: lazy(() => import("./screens/leave/leave.tsx").then((m) => m.LeaveScreen)),
  stopped: StoppedScreen,
  cases: lazy(() => import("./screens/cases/cases.tsx").then((m) => m.CasesScreen)),
  archive: lazy(() => import("./screens/archive/archive.tsx").then((m) => m.ArchiveScreen)),
  hunt: lazy(() => import("./screens/hunt/hunt.tsx").then((m) => m.HuntScreen)),
};

/** Places that are no step of a check, and what the title says there: nothing that tells a passer-by what this is. */
const OWN_TITLE: Partial<Readonly<Record<PlaceId, "bench" | "folder" | "papers" | "list">>> = {
  bench: "bench",
  cases: "folder",
  archive: "papers",
  hunt: "list",
};

/** A fault of ours must not look like an answer. */
function Screen({ place }: { readonly place: PlaceId }): JSX.Element {
  const w = useWords(FRAME);
  const [error] = useErrorBoundary();
  const Place = SCREENS[place];
  if (error === undefined) return <Place />;
  return (
    <Notice kind="stop" title={w.crashed}>
      <p>{w.crashedMore}</p>
      <p class="tiny">{error instanceof Error ? error.name : ""}</p>
    </Notice>
  );
}

export function App(): JSX.Element {
  const [lang, setLang] = useState<Lang>(() => firstLang(navigator.languages));
  const [flow, dispatch] = useReducer(next, undefined, () => firstFlow(PARTS.filter((p) => p.on).map((p) => p.id)));
  const session = useMemo(() => createSession(dispatch, () => import("contraluz:signs").then((m) => m.signs)), []);
  const tools = useMemo(() => ({ flow, dispatch, session }), [flow, session]);
  const main = useRef<HTMLElement>(null);
  const w = FRAME[lang];
  const exit = (): void => void quickExit(lang, session.kill);

  useEffect(() => onEscEsc(exit), [lang]);
  useEffect(() => {
    // Also where the tab is closed or left: nothing may outlive it.
    const leave = (e: PageTransitionEvent): void => {
      void session.kill();
      // A browser may keep a page that was left, to show it again as it was: the answer, to whoever presses "back".
      if (e.persisted) document.body.replaceChildren();
    };
    const again = (e: PageTransitionEvent): void => {
      if (e.persisted) location.reload();
    };
    addEventListener("pagehide", leave);
    addEventListener("pageshow", again);
    return () => {
      removeEventListener("pagehide", leave);
      removeEventListener("pageshow", again);
    };
  }, [session]);
  useLayoutEffect(() => {
    document.documentElement.lang = lang;
    const own = OWN_TITLE[flow.place];
    document.title = own === undefined ? w.stepOf(stepOf(flow.place) + 1, STEPS.length) : w[own];
  }, [lang, flow.place]);
  const first = useRef(true);
  useLayoutEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    scrollTo(0, 0);
    // A screen may have put the focus where it wants it.
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [flow.place]);

  return (
    <LangContext.Provider value={lang}>
      <FlowContext.Provider value={tools}>
        <button type="button" class="skip" onClick={() => main.current?.focus()}>
          {w.skip}
        </button>
        <Bar setLang={setLang} exit={exit} />
        {OWN_TITLE[flow.place] === undefined ? <StepBar /> : null}
        <main id="main" tabIndex={-1} class="page" ref={main}>
          <Screen key={flow.place} place={flow.place} />
        </main>
        <Foot />
      </FlowContext.Provider>
    </LangContext.Provider>
  );
}
