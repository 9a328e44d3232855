/** Papers of an opened archive: given, read, searched, marked, saved. A chunk of its own; what reads papers is loaded when somebody comes here. @module */
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Archive } from "../../archive/client.ts";
import type { ArchiveState, PageLang, ReadingNow } from "../../archive/protocol.ts";
import { deviceOf } from "../../engine/threads.ts";
import { useWords } from "../../lang.ts";
import { Notice } from "../../parts/notice.tsx";
import { useFlow } from "../../use-flow.ts";
import { Gate, type ReadChoice } from "./gate.tsx";
import { ReadingBar } from "./reading.tsx";
import { Room } from "./room.tsx";
import { readingThreads } from "./threads.ts";
import { ArchiveContext, type BaseTools } from "./tools.ts";
import { ARCHIVE } from "./words.ts";

export function ArchiveScreen(): JSX.Element {
  const w = useWords(ARCHIVE);
  const { dispatch, session } = useFlow();
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

  const run = async (lang: PageLang, letters: boolean): Promise<void> => {
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
      const reading = archive.read({ lang, letters, threads });
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
  const goOn =
    state?.evidence && !state.whole && !reading && pages ? () => void run(state.lang, state.letters) : undefined;
  return (
    <div class="stack archive-screen">
      <header>
        <p class="eyebrow screen-only">
          <button type="button" class="link" onClick={() => dispatch({ type: "go", to: "start" })}>
            {w.back}
          </button>
        </p>
        <h1 ref={title} tabIndex={-1}>
          {w.title}
        </h1>
        {pages ? null : <p class="intro">{w.intro}</p>}
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
            {pages || reading ? null : <Gate read={read} />}
          </ArchiveContext.Provider>
          {pages ? (
            <Room
              tools={base}
              goOn={goOn}
              reading={reading}
              close={() => {
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
