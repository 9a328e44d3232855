/** Papers that can be asked: what could be read, and the ways into it. @module */
import type { Source } from "@contraluz/archive/ledger/types.ts";
import { count } from "@contraluz/core";
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { useWords } from "../../lang.ts";
import { Notice } from "../../parts/notice.tsx";
import { Seen } from "../../parts/seen.tsx";
import { PaperDrop } from "./drop.tsx";
import { LedgerTab } from "./ledger/ledger.tsx";
import { type ListChoice, PagesTab } from "./list.tsx";
import { LookTab } from "./look.tsx";
import { NamesTab } from "./names.tsx";
import { PageScreen } from "./page.tsx";
import { PeopleTab } from "./people/people.tsx";
import { SaveTab } from "./save.tsx";
import { type SealedChoice, SealedGate } from "./sealed/gate.tsx";
import { SealedSave } from "./sealed/save.tsx";
import { SEALED } from "./sealed/words.ts";
import { SearchTab } from "./search.tsx";
import { ArchiveContext, type ArchiveTools, type BaseTools, type Looking, TABS, type Tab } from "./tools.ts";

const STATES = ["read", "poor", "unreadable", "blank"] as const;

/** What could be read, in numbers; what could not is told first. */
function Head({ tools, goOn }: { readonly tools: ArchiveTools; readonly goOn: (() => void) | undefined }): JSX.Element {
  const { w, state, tab, give } = tools;
  const sw = useWords(SEALED);
  const { coverage: c } = state;
  return (
    <>
      <p class="m0">
        <Seen text={state.name} letters={60} /> {w.pages(c.pages)}.{" "}
        {STATES.filter((s) => c[s] > 0)
          .map((s) => `${w.states[s]}: ${count(c[s])}`)
          .join(" · ")}{" "}
        {c.unreadable + c.poor > 0 ? (
          <button
            type="button"
            class="link small screen-only"
            onClick={() => tab("pages", c.unreadable > 0 ? "unreadable" : "poor")}
          >
            {w.gapShow}
          </button>
        ) : null}
      </p>
      {state.problems > 0 ? <p class="fine m0">{w.problems(state.problems)}</p> : null}
      {state.full === undefined ? null : (
        <Notice>
          <p>{(state.sealed ? sw : w).full(state.full)}</p>
        </Notice>
      )}
      {goOn ? (
        <div class="row screen-only">
          <p class="m0">{w.stopped}</p>
          <button type="button" class="btn small" onClick={goOn}>
            {w.goOn}
          </button>
        </div>
      ) : null}
      {state.evidence ? null : (
        <details class="screen-only">
          <summary>{w.giveAgain}</summary>
          <p>{w.noEvidence}</p>
          <PaperDrop onPick={give} />
        </details>
      )}
    </>
  );
}

export function Room(p: {
  readonly tools: BaseTools;
  readonly goOn: (() => void) | undefined;
  readonly reading: boolean;
  readonly readSealed: (c: SealedChoice) => Promise<void>;
  readonly close: () => void;
}): JSX.Element {
  const { w } = p.tools;
  const { sealed } = p.tools.state;
  const sw = useWords(SEALED);
  const [tab, setTab] = useState<Tab>("search");
  const [choice, choose] = useState<ListChoice>("all");
  const [looking, look] = useState<Looking>();
  /** Where the focus was before a page was shown. */
  const from = useRef<Element | null>(null);
  const top = useRef(0);
  /** Tabs that look through everything are begun when somebody goes there. */
  const visited = useRef(new Set<Tab>());
  visited.current.add(tab);
  const [quotes, setQuotes] = useState<readonly Source[]>([]);
  const tools: ArchiveTools = {
    ...p.tools,
    quotes,
    takeQuote: (s) => setQuotes((was) => [...was, s]),
    look(at) {
      p.tools.say("");
      if (!looking) {
        from.current = document.activeElement;
        top.current = scrollY;
      }
      look(at);
    },
    tab(to, list) {
      p.tools.say("");
      look(undefined);
      setTab(to);
      if (list) choose(list);
    },
  };
  const back = (): void => {
    p.tools.say("");
    look(undefined);
    const [to, y] = [from.current, top.current];
    requestAnimationFrame(() => {
      scrollTo(0, y);
      if (to instanceof HTMLElement) to.focus({ preventScroll: true });
    });
  };
  return (
    <ArchiveContext.Provider value={tools}>
      {looking ? <PageScreen looking={looking} back={back} /> : null}
      <div class="stack" hidden={looking !== undefined}>
        <Head tools={tools} goOn={p.goOn} />
        {sealed && !p.reading ? (
          <details class="screen-only">
            <summary>{sw.readMore}</summary>
            <SealedGate facts={sealed} read={p.readSealed} />
          </details>
        ) : null}
        <nav aria-label={w.title} class="screen-only">
          <ul class="tabs">
            {TABS.filter((t) => t !== "ledger" || !sealed).map((t) => (
              <li key={t}>
                <button type="button" class="link" aria-pressed={t === tab} onClick={() => tools.tab(t)}>
                  {w.tab[t]}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        {/* What was asked stays where it is while a page or another list is looked at. */}
        <div hidden={tab !== "search"}>
          <SearchTab />
        </div>
        <div hidden={tab !== "names"}>
          <NamesTab />
        </div>
        {visited.current.has("people") ? (
          <div hidden={tab !== "people"}>
            <PeopleTab />
          </div>
        ) : null}
        {visited.current.has("ledger") ? (
          <div hidden={tab !== "ledger"}>
            <LedgerTab />
          </div>
        ) : null}
        {tab === "pages" ? <PagesTab choice={choice} choose={choose} /> : null}
        {tab === "look" ? <LookTab /> : null}
        {tab !== "save" ? null : sealed ? (
          <SealedSave close={p.close} />
        ) : (
          <SaveTab close={p.close} reading={p.reading} />
        )}
      </div>
    </ArchiveContext.Provider>
  );
}
