/** Papers of an opened archive: given, read, searched, marked, saved. A chunk of its own; what reads papers is loaded when somebody comes here. @module */
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Archive } from "../../archive/client.ts";
import type { ArchiveState, PageLang, ReadingNow } from "../../archive/protocol.ts";
import type { CaseView } from "../../cases/ask.ts";
import { deviceOf } from "../../engine/threads.ts";
import { useLang, useWords } from "../../lang.ts";
import { Notice } from "../../parts/notice.tsx";
import { useFlow } from "../../use-flow.ts";
import { Gate, type ReadChoice } from "./gate.tsx";
import { ReadingBar } from "./reading.tsx";
import { Room } from "./room.tsx";
import { type SealedChoice, SealedGate } from "./sealed/gate.tsx";
import { SEALED } from "./sealed/words.ts";
import { readingThreads } from "./threads.ts";
import { ArchiveContext, type BaseTools } from "./tools.ts";
import { ARCHIVE } from "./words.ts";

export function ArchiveScreen(): JSX.Element {
  const w = useWords(ARCHIVE);
  const sw = useWords(SEALED);
  const lang = useLang();
  const { flow, dispatch, session } = useFlow();
  const [archive, setArchive] = useState<Archive>();
  const [failed, fail] = useState<"" | "brought" | "broke">("");
  const [state, set] = useState<ArchiveState>();
  const [now, setNow] = useState<ReadingNow>();
  const [said, say] = useState<{ readonly text: string; readonly wrong: boolean }>();
  const [busy, setBusy] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const by = useRef({ now: "" });
  useLayoutEffect(() => title.current?.focus({ preventScroll: true }), []);

  useEffect(() => {
    let gone = false;
    const start = async (): Promise<void> => {
      const a = await session.archive();
      const first = await a.ask("state", {});
      if (gone) return;
      a.onBroken(() => {
        void session.dropArchive();
        setArchive(undefined);
        fail("broke");
      });
      let drawn = 0;
      a.onNow((n) => {
        if (gone) return;
        setNow(n);
        // What is there is counted again now and then, not at every page.
        if (n.pages - drawn < 20 && drawn > 0) return;
        drawn = n.pages;
        a.ask("state", {}).then(set, () => {});
      });
      set(first);
      setArchive(a);
      // Somebody was elsewhere while it went on.
      a.running()?.then(
        (end) => gone || set(end.state),
        () => {},
      );
    };
    start().catch(() => gone || fail("brought"));
    return () => {
      gone = true;
    };
  }, [session, failed === "broke"]);

  const run = async (lang: PageLang, letters: boolean, copies?: readonly string[]): Promise<void> => {
    if (!archive) return;
    setBusy(true);
    setNow(undefined);
    say(undefined);
    try {
      await (letters ? archive.letters(lang) : undefined);
    } catch {
      setBusy(false);
      return say({ text: w.broughtNot, wrong: true });
    }
    try {
      const threads = readingThreads(deviceOf(navigator));
      const reading = archive.read({ lang, letters, threads, ...(copies && { copies }) });
      set(await archive.ask("state", {}));
      const end = await reading;
      set(end.state);
      if (end.why === "other") say({ text: w.otherPapers, wrong: true });
    } catch {
      say({ text: w.broke, wrong: true });
    } finally {
      setBusy(false);
    }
  };
  const read = async (c: ReadChoice): Promise<void> => {
    if (c.keep && !(await archive?.ask("keep", {}).catch(() => false))) say({ text: w.keepNot, wrong: true });
    await run(c.lang, c.letters);
  };
  const sealed = state?.sealed;
  const toCase = async (): Promise<void> => {
    await session.dropArchive();
    const name = flow.desk?.view?.name;
    const told =
      name === undefined ? undefined : await session.desk({ what: "open", ask: { name }, lang }).catch(() => undefined);
    if (told?.ok) dispatch({ type: "desk", change: { view: told.value as CaseView, said: [], wrong: false } });
    dispatch({ type: "go", to: "cases" });
  };
  const base = useMemo(
    () =>
      archive && state
        ? ({
            w,
            archive,
            state,
            set,
            by: by.current,
            refresh: async () => set(await archive.ask("state", {})),
            say: (text: string, wrong = false) => say(text === "" ? undefined : { text, wrong }),
            async give(p) {
              archive.picked(p);
              say(undefined);
              const { kind, state: next } = await archive.ask("open", { chosen: p.chosen });
              if (kind === "nothing") say({ text: w.empty, wrong: true });
              set(next);
            },
          } satisfies BaseTools)
        : undefined,
    [archive, state, w],
  );
  const reading = busy || state?.stage === "reading";
  const pages = (state?.coverage.pages ?? 0) > 0;
  const half = sealed?.copies.filter((c) => c.read && !c.read.whole) ?? [];
  const goOn =
    state?.evidence && !state.whole && state.full === undefined && !reading && pages
      ? () =>
          half[0]?.read
            ? void run(
                half[0].read.lang,
                half[0].read.letters,
                half.map((c) => c.folder),
              )
            : void run(state.lang, state.letters)
      : undefined;
  const readSealed = (c: SealedChoice): Promise<void> => run(c.lang, c.letters, c.copies);
  return (
    <div class="stack archive-screen">
      <header>
        <p class="eyebrow screen-only">
          {sealed ? (
            <button type="button" class="link" onClick={() => void toCase()}>
              {sw.toCase}
            </button>
          ) : (
            <button type="button" class="link" onClick={() => dispatch({ type: "go", to: "start" })}>
              {w.back}
            </button>
          )}
        </p>
        <h1 ref={title} tabIndex={-1}>
          {sealed ? sw.part : w.title}
        </h1>
        {pages ? null : <p class="intro">{sealed ? sw.intro : w.intro}</p>}
      </header>
      <div role="status">
        {said ? (
          <Notice kind={said.wrong ? "stop" : "plain"}>
            <p>{said.text}</p>
          </Notice>
        ) : null}
        {failed === "" && !archive ? <p class="fine">{w.bringing}</p> : null}
      </div>
      {failed === "" ? null : (
        <Notice kind="stop">
          <p>{failed === "broke" ? w.broke : w.broughtNot}</p>
        </Notice>
      )}
      {base ? (
        <>
          {pages ? null : (
            <Notice>
              <p>{w.others}</p>
            </Notice>
          )}
          <ArchiveContext.Provider value={{ ...base, look: () => {}, tab: () => {}, quotes: [], takeQuote: () => {} }}>
            {reading ? <ReadingBar now={now} /> : null}
            {pages || reading ? null : sealed ? <SealedGate facts={sealed} read={readSealed} /> : <Gate read={read} />}
          </ArchiveContext.Provider>
          {pages ? (
            <Room
              tools={base}
              goOn={goOn}
              reading={reading}
              readSealed={readSealed}
              close={() => {
                if (sealed) return void toCase();
                void session.dropArchive();
                dispatch({ type: "go", to: "start" });
              }}
            />
          ) : null}
        </>
      ) : null}
    </div>
  );
}
