/** Stories: what happened, in sentences that each say what they rest on. @module */
import type { Cite, StorySentence } from "@contraluz/case/log/actions.ts";
import { citeKey } from "@contraluz/case/review/tags.ts";
import { STORY } from "@contraluz/case/review/words.ts";
import { count, say } from "@contraluz/core";
import { plain } from "@contraluz/report/safe.ts";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { FindingView, StoryView } from "../../cases/ask.ts";
import { useLang } from "../../lang.ts";
import { Seen } from "../../parts/seen.tsx";
import { type TabProps, whenOf } from "./case.tsx";
import { useDesk } from "./desk.ts";
import { Select, Text } from "./fields.tsx";

interface Draft {
  /** Of a story that is there: it is told anew. */
  readonly id?: string;
  readonly title: string;
  readonly sentences: readonly StorySentence[];
}

/** What can be cited, by key. */
type Choices = ReadonlyMap<string, { readonly cite: Cite; readonly label: string }>;

/** Letters of a choice in a list. */
const LETTERS = 160;
const NEW: StorySentence = { text: "", cites: [] };

function Sentence(p: {
  readonly n: number;
  readonly sentence: StorySentence;
  readonly choices: Choices;
  readonly set: (s: StorySentence) => void;
  readonly drop?: () => void;
}): JSX.Element {
  const { n, sentence: s, choices } = p;
  const w = useDesk().w.story;
  const [chosen, setChosen] = useState("");
  const there = new Set(s.cites.map(citeKey));
  const left = [...choices].filter(([key]) => !there.has(key));
  const add = (): void => {
    const choice = choices.get(chosen);
    if (choice) p.set({ ...s, cites: [...s.cites, choice.cite] });
    setChosen("");
  };
  return (
    <div class="stack">
      <Text
        id={`sentence-${n}`}
        label={w.sentence(count(n))}
        lines={2}
        value={s.text}
        onInput={(text) => p.set({ ...s, text })}
      />
      {s.cites.length === 0 ? null : (
        <ul class="plain-list">
          {s.cites.map((c) => {
            const key = citeKey(c);
            const label = choices.get(key)?.label ?? key;
            return (
              <li key={key}>
                <Seen text={label} letters={LETTERS} />{" "}
                <button
                  type="button"
                  class="link small"
                  onClick={() => p.set({ ...s, cites: s.cites.filter((x) => citeKey(x) !== key) })}
                >
                  {w.drop}
                  <span class="vh"> {key}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <div class="row pair">
        <Select
          id={`rests-${n}`}
          label={w.rests(count(n))}
          value={chosen}
          options={[["", w.choose], ...left.map(([key, c]) => [key, c.label] as const)]}
          onChange={setChosen}
        />
        <button type="button" class="btn quiet small" aria-disabled={chosen === ""} onClick={add}>
          {w.add}
          <span class="vh"> {w.rests(count(n))}</span>
        </button>
      </div>
      {p.drop ? (
        <p class="m0">
          <button type="button" class="link small" onClick={p.drop}>
            {w.dropSentence}
            <span class="vh"> {count(n)}</span>
          </button>
        </p>
      ) : null}
    </div>
  );
}

function Editor(p: {
  readonly draft: Draft;
  readonly choices: Choices;
  readonly set: (d: Draft | undefined) => void;
}): JSX.Element {
  const tools = useDesk();
  const w = tools.w.story;
  const { draft: d } = p;
  const put = (i: number, s: StorySentence): void =>
    p.set({ ...d, sentences: d.sentences.map((x, k) => (k === i ? s : x)) });
  const save = async (e: Event): Promise<void> => {
    e.preventDefault();
    if (await tools.write({ act: "story", ...d })) p.set(undefined);
  };
  return (
    <form class="sheet stack tell" onSubmit={(e) => void save(e)} autocomplete="off">
      <Text id="story-title" label={w.title} value={d.title} onInput={(title) => p.set({ ...d, title })} />
      <p class="fine">
        {w.how}{" "}
        <button type="button" class="link small" onClick={() => tools.set({ tab: "time", said: [], wrong: false })}>
          {w.toTime}
        </button>
      </p>
      {d.sentences.map((s, i) => (
        <Sentence
          key={i}
          n={i + 1}
          sentence={s}
          choices={p.choices}
          set={(x) => put(i, x)}
          {...(d.sentences.length > 1
            ? { drop: () => p.set({ ...d, sentences: d.sentences.filter((_, k) => k !== i) }) }
            : {})}
        />
      ))}
      <div class="row">
        <button type="button" class="btn quiet small" onClick={() => p.set({ ...d, sentences: [...d.sentences, NEW] })}>
          {w.another}
        </button>
      </div>
      <div class="row">
        <button type="submit" class="btn">
          {w.save}
        </button>
        <button type="button" class="btn quiet" onClick={() => p.set(undefined)}>
          {w.cancel}
        </button>
      </div>
      {d.id === undefined ? null : <p class="fine">{w.kept}</p>}
    </form>
  );
}

function Told({ story: s, onChange }: { readonly story: StoryView; readonly onChange: () => void }): JSX.Element {
  const lang = useLang();
  const w = useDesk().w.story;
  return (
    <article class="sheet stack">
      <h3>
        <Seen text={s.title} letters={200} />
      </h3>
      {s.sentences.map((x, i) => (
        <p key={i} class="m0">
          <Seen text={x.text} letters={4000} /> {x.cites.map((c) => `[${count(c)}]`).join(" ")}
        </p>
      ))}
      {s.missing > 0 ? <p>{say(STORY.lost, lang, { n: s.missing })}</p> : null}
      <details>
        <summary>
          {say(STORY.sources, lang)}
          <span class="vh">
            : <Seen text={s.title} letters={60} />
          </span>
        </summary>
        <ol>
          {s.sources.map((x) => (
            <li key={citeKey(x.cite)}>
              <Seen text={x.head} letters={300} />
              {x.more.map((m) => (
                <p key={m} class="tiny">
                  <Seen text={m} letters={500} />
                </p>
              ))}
            </li>
          ))}
        </ol>
      </details>
      <p class="tiny m0">
        {whenOf(s.at, lang)} · <Seen text={s.actor} letters={40} />{" "}
        <button type="button" class="link small" onClick={onChange}>
          {w.change}
          <span class="vh">
            : <Seen text={s.title} letters={60} />
          </span>
        </button>
      </p>
    </article>
  );
}

export function StoriesTab({ view }: TabProps): JSX.Element {
  const lang = useLang();
  const tools = useDesk();
  const { w, desk } = tools;
  const [stories, setStories] = useState<readonly StoryView[]>([]);
  const [findings, setFindings] = useState<readonly FindingView[]>([]);
  const [draft, setDraft] = useState<Draft>();
  const here = desk.tab === "stories";
  const any = view.state.checks.some((c) => !c.removed);
  useEffect(() => {
    let live = here;
    const look = async (): Promise<void> => {
      const told = view.state.stories.length === 0 ? [] : await tools.ask("stories", {}, { quiet: true });
      const found = any ? await tools.ask("findings", {}, { quiet: true }) : [];
      if (!live) return;
      setStories(told ?? []);
      setFindings(found ?? []);
    };
    if (here) void look();
    return () => {
      live = false;
    };
  }, [view, lang, here]);
  const choices = new Map<string, { readonly cite: Cite; readonly label: string }>();
  for (const f of findings) {
    const cite = { check: f.check, finding: f.id };
    choices.set(citeKey(cite), { cite, label: w.story.finding(plain(f.title, lang, LETTERS)) });
  }
  for (const c of desk.cites) choices.set(citeKey(c.cite), c);
  // What a story rests on now can be chosen again.
  for (const x of stories.flatMap((s) => s.sources))
    if (!x.missing && !choices.has(citeKey(x.cite))) choices.set(citeKey(x.cite), { cite: x.cite, label: x.head });
  const change = (s: StoryView): void =>
    setDraft({
      id: s.id,
      title: s.title,
      sentences: s.sentences.map((x) => ({ text: x.text, cites: x.cites.map((n) => s.sources[n - 1]!.cite) })),
    });
  return (
    <div class="stack narrow">
      <h2>{w.tab.stories}</h2>
      <p>{w.story.intro}</p>
      {stories.length === 0 && !draft ? <p>{any ? w.story.none : w.review.noChecks}</p> : null}
      {stories.map((s) => (draft?.id === s.id ? null : <Told key={s.id} story={s} onChange={() => change(s)} />))}
      {draft ? (
        <Editor draft={draft} choices={choices} set={setDraft} />
      ) : any ? (
        <div class="row">
          <button type="button" class="btn" onClick={() => setDraft({ title: "", sentences: [NEW] })}>
            {w.story.write}
          </button>
        </div>
      ) : null}
    </div>
  );
}
