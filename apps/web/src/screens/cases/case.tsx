/** One case: what comes next, what it holds, who did what. @module */

import { termOf, termWords } from "@contraluz/case/consent/term.ts";
import { PUBLICATION_WORDS, refusalWords } from "@contraluz/case/consent/words.ts";
import { WAITING } from "@contraluz/case/inbox/words.ts";
import { ACTION } from "@contraluz/case/log/words.ts";
import { count, say } from "@contraluz/core";
import { ANSWER } from "@contraluz/report/answer/words.ts";
import { isoWords } from "@contraluz/report/when.ts";
import type { FunctionComponent, JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { CaseView } from "../../cases/ask.ts";
import { CASE_TABS, type CaseTab } from "../../flow.ts";
import { useLang } from "../../lang.ts";
import { ToneGlyph, toneClass } from "../../parts/glyphs.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Seen } from "../../parts/seen.tsx";
import { ConsentTab } from "./consent.tsx";
import { useDesk } from "./desk.ts";
import { DossierTab } from "./dossier.tsx";
import { EndPart } from "./end.tsx";
import { EvidenceTab } from "./evidence.tsx";
import { Fact, Said, Select, Text } from "./fields.tsx";
import { FindingsTab } from "./findings.tsx";
import { IncidentsTab } from "./incidents.tsx";
import { Openers } from "./openers.tsx";
import { StoriesTab } from "./stories.tsx";
import { TimeTab } from "./time.tsx";

export interface TabProps {
  readonly view: CaseView;
}

const TABS: Readonly<Record<Exclude<CaseTab, "case">, FunctionComponent<TabProps>>> = {
  consent: ConsentTab,
  evidence: EvidenceTab,
  findings: FindingsTab,
  time: TimeTab,
  incidents: IncidentsTab,
  stories: StoriesTab,
  leave: DossierTab,
};

/** `2026-11-26T03:30:00Z` as people read it; the log is written in UTC. */
export function whenOf(at: string, lang: "es" | "en"): string {
  return `${isoWords(at.slice(0, 10), lang, true)} ${at.slice(11, 16)} UTC`;
}

type NextStep = "consent" | "evidence" | "check" | "review" | "none" | "dossier";
const LEADS: Readonly<Record<NextStep, CaseTab>> = {
  consent: "consent",
  evidence: "evidence",
  check: "evidence",
  review: "findings",
  none: "time",
  dossier: "leave",
};

function nextStep({ state, refusal }: CaseView): NextStep {
  if (refusal) return "consent";
  const checks = state.checks.filter((c) => !c.removed);
  if (state.evidence.length === 0) return "evidence";
  if (checks.length === 0) return "check";
  const last = checks.at(-1)!;
  if (state.reviews.some((r) => r.about.check === last.check)) return "dossier";
  return last.verdict === "none-found" || last.verdict === "unchecked" ? "none" : "review";
}

function Summary({ view }: TabProps): JSX.Element {
  const lang = useLang();
  const { w, ask, set } = useDesk();
  const { state } = view;
  const step = nextStep(view);
  const consent = state.consents.at(-1)?.consent;
  const see = async (check: string): Promise<void> => void (await ask("answer", { check }));
  return (
    <div class="stack">
      <Notice title={w.next.title}>
        <p>{view.refusal ? refusalWords(view.refusal, lang) : w.next[step]}</p>
        <p>
          <button type="button" class="btn small" onClick={() => set({ tab: LEADS[step], said: [], wrong: false })}>
            {w.next.go[step]}
          </button>
        </p>
      </Notice>
      <div class="three">
        <section class="sheet">
          <h2>{w.permission}</h2>
          {consent ? (
            <dl class="facts">
              <Fact name={w.whose}>
                <Seen text={consent.person.label} letters={60} />
              </Fact>
              <Fact name={w.reads}>
                {consent.artifacts === "all" ? w.readsAll : w.readsSome(consent.artifacts.length)};{" "}
                {consent.content ? w.withContent : w.withoutContent}
              </Fact>
              <Fact name={w.publish}>{say(PUBLICATION_WORDS[consent.publication], lang)}</Fact>
              <Fact name={w.recipients}>
                {consent.recipients.length === 0
                  ? w.nobody
                  : consent.recipients.map((r) => <Seen key={r.name + r.what} text={r.name} letters={60} />)}
              </Fact>
              <Fact name={w.form.until}>{termWords(termOf(consent, view.today), lang)}</Fact>
            </dl>
          ) : (
            <p>{w.noPermission}</p>
          )}
        </section>
        <section class="sheet">
          <h2>{w.evidence}</h2>
          {state.evidence.length === 0 ? <p>{w.noEvidence}</p> : null}
          <ul class="plain-list">
            {state.evidence.map((e) => (
              <li key={`${e.seq}-${e.id}`}>
                <Seen text={e.name} letters={60} />
                <p class="tiny">
                  {count(Math.max(1, Math.round(e.bytes / 1e6)))} MB · {e.how === "copy" ? w.copy : w.hash}
                  {e.removed ? ` · ${w.removed}` : ""} · <code>{e.id.slice(0, 16)}…</code>
                </p>
              </li>
            ))}
          </ul>
        </section>
        <section class="sheet">
          <h2>{w.checks}</h2>
          {state.checks.length === 0 ? <p>{w.noChecks}</p> : null}
          <ul class="plain-list">
            {[...state.checks].reverse().map((c) => (
              <li key={c.check}>
                <span class={`level-tag tone-${toneClass(c.verdict)}`}>
                  <ToneGlyph tone={c.verdict} />
                  <span>{ANSWER[lang].short[c.verdict]}</span>
                </span>
                <p class="tiny">
                  {c.check} · {whenOf(c.at, lang)} · {c.complete ? w.complete : w.gaps}
                  {c.removed ? ` · ${w.removed}` : ""}
                </p>
                {c.removed ? null : (
                  <button type="button" class="link" onClick={() => void see(c.check)}>
                    {w.seeCheck}
                    <span class="vh"> {c.check}</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      </div>
      <Work view={view} />
      <Custody view={view} />
      <Openers view={view} />
      <EndPart view={view} />
    </div>
  );
}

/** Notes, and whom the case waits for. */
function Work({ view }: TabProps): JSX.Element {
  const lang = useLang();
  const { w, write } = useDesk();
  const { state } = view;
  const [note, setNote] = useState("");
  const [waiting, setWaiting] = useState(state.status?.waiting ?? "us");
  const [next, setNext] = useState(state.status?.next ?? "");
  const [due, setDue] = useState(state.status?.due ?? "");
  const keepNote = async (e: Event): Promise<void> => {
    e.preventDefault();
    if (note.trim() !== "" && (await write({ act: "note", text: note }))) setNote("");
  };
  const keepStatus = async (e: Event): Promise<void> => {
    e.preventDefault();
    await write({ act: "status", waiting, next, ...(due === "" ? {} : { due }) });
  };
  return (
    <div class="three two">
      <section class="sheet">
        <h2>{w.notes}</h2>
        <ul class="plain-list">
          {state.notes.map((n) => (
            <li key={n.id}>
              <p class="tiny">
                {whenOf(n.at, lang)} · <Seen text={n.actor} letters={40} />
              </p>
              <Seen text={n.text} letters={2000} />
            </li>
          ))}
        </ul>
        <form class="stack" onSubmit={(e) => void keepNote(e)} autocomplete="off">
          <Text id="note" label={w.note} lines={3} value={note} onInput={setNote} />
          <button type="submit" class="btn quiet small">
            {w.noteAdd}
          </button>
        </form>
      </section>
      <section class="sheet">
        <form class="stack" onSubmit={(e) => void keepStatus(e)} autocomplete="off">
          <Select
            id="waiting"
            label={w.status}
            value={waiting}
            options={(["us", "person", "lab", "none"] as const).map((k) => [k, say(WAITING[k], lang)] as const)}
            onChange={setWaiting}
          />
          <Text id="status-next" label={w.statusNext} value={next} onInput={setNext} />
          <Text id="status-due" label={w.statusDue} type="date" value={due} onInput={setDue} />
          <button type="submit" class="btn quiet small">
            {w.statusAdd}
          </button>
        </form>
      </section>
    </div>
  );
}

function Custody({ view }: TabProps): JSX.Element {
  const lang = useLang();
  const { w } = useDesk();
  const whole = view.trouble.length === 0;
  return (
    <section class="sheet">
      <h2>{w.custody}</h2>
      <p class="fine">
        {w.custodyMore} {whole ? w.custodyWhole(count(view.log.length + view.earlier)) : w.custodyBroken}
      </p>
      {whole ? null : (
        <Notice kind="stop" title={w.trouble}>
          <ul>
            {view.trouble.map((t) => (
              <li key={t.file}>
                <code>{t.file}</code>: <Seen text={t.found} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <ol class="custody" reversed start={view.log[0]?.seq ?? 1}>
        {view.log.map((l) => (
          <li key={l.seq}>
            <span class="when">{whenOf(l.at, lang)}</span>
            <span>
              <Seen text={l.actor} letters={40} />: {ACTION[l.action] ? say(ACTION[l.action]!, lang) : l.action}
            </span>
            <code class="tiny">
              {l.seq} · {l.sum.slice(0, 12)}
            </code>
          </li>
        ))}
      </ol>
      {view.earlier > 0 ? <p class="fine">{w.earlier(count(view.earlier))}</p> : null}
    </section>
  );
}

export function CaseScreen(): JSX.Element | null {
  const lang = useLang();
  const { desk, w, set, ask } = useDesk();
  const { view, tab } = desk;
  /** What was typed on one tab is there when one comes back to it. */
  const visited = useRef(new Set<CaseTab>());
  visited.current.add(tab);
  if (!view) return null;
  const leave = async (): Promise<void> => {
    const rows = await ask("rows", {});
    set({ stage: "list", ...(rows ? { rows } : {}) });
  };
  return (
    <div class="stack">
      <header>
        <p class="eyebrow">
          <button type="button" class="link" onClick={() => void leave()}>
            {w.toList}
          </button>
        </p>
        <div class="casehead">
          <h1 tabIndex={-1}>
            <Seen text={view.state.title === "" ? w.untitled : view.state.title} letters={60} />
          </h1>
          <p class="fine">
            {view.name} · {w.opened(isoWords(view.state.created.slice(0, 10), lang))}
          </p>
        </div>
      </header>
      <nav aria-label={w.tabs}>
        <ul class="tabs">
          {CASE_TABS.map((t) => (
            <li key={t}>
              <button type="button" aria-pressed={t === tab} onClick={() => set({ tab: t, said: [], wrong: false })}>
                {w.tab[t]}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <Said />
      {tab === "case" ? <Summary view={view} /> : null}
      {CASE_TABS.map((t) => {
        if (t === "case" || !visited.current.has(t)) return null;
        // Findings and rows are asked for anew: what they show may have changed.
        if ((t === "findings" || t === "time") && t !== tab) return null;
        const Tab = TABS[t];
        return (
          <section key={t} hidden={t !== tab} aria-label={w.tab[t]}>
            <Tab view={view} />
          </section>
        );
      })}
    </div>
  );
}
