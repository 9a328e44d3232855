/** Names and things of all pages: a list, one of them, and what people decided. What is typed stays here. @module */
import { ENTITY_WORDS } from "@contraluz/archive/entities/shown-words.ts";
import { ENTITY_TYPES, type EntityType } from "@contraluz/archive/entities/types.ts";
import { say } from "@contraluz/core";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { PeopleFacts, Thing, ThingRow } from "../../../archive/people.ts";
import { useLang, useWords } from "../../../lang.ts";
import { Notice } from "../../../parts/notice.tsx";
import { Seen } from "../../../parts/seen.tsx";
import { Select, Text } from "../../cases/fields.tsx";
import { useArchive } from "../tools.ts";
import { Decided, Joining } from "./decide.tsx";
import { OneThing } from "./one.tsx";
import { PEOPLE } from "./words.ts";

interface Listed {
  readonly type: EntityType;
  readonly text: string;
  readonly rows: readonly ThingRow[];
  readonly total: number;
}

function Rows(p: {
  readonly listed: Listed;
  readonly picked: readonly ThingRow[];
  /** Left out: nothing is decided of it. */
  readonly pick: ((row: ThingRow) => void) | undefined;
  readonly open: (row: ThingRow) => void;
  readonly more: () => void;
}): JSX.Element {
  const w = useWords(PEOPLE);
  const { rows, total } = p.listed;
  return (
    <>
      <p class="m0" role="status">
        {total === 0 ? w.none : w.total(total)}
      </p>
      <ol class="plain-list">
        {rows.map((r) => (
          <li key={r.id} class="thing-row">
            {p.pick ? (
              <input
                type="checkbox"
                aria-label={w.pick(r.text)}
                checked={p.picked.some((x) => x.id === r.id)}
                onChange={() => p.pick?.(r)}
              />
            ) : null}
            <span>
              <button type="button" class="link" onClick={() => p.open(r)}>
                <Seen text={r.text} letters={90} />
              </button>
              <br />
              <span class="fine">
                {w.row(r.n, r.pages)}
                {r.merged > 0 ? ` · ${w.merged(r.merged)}` : ""}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {rows.length < total ? (
        <div class="row">
          <button type="button" class="btn quiet small" onClick={p.more}>
            {w.more}
          </button>
        </div>
      ) : null}
    </>
  );
}

export function PeopleTab(): JSX.Element {
  const w = useWords(PEOPLE);
  const lang = useLang();
  const { w: aw, archive, state, say: tell } = useArchive();
  const [facts, setFacts] = useState<PeopleFacts>();
  const [busy, setBusy] = useState(false);
  const [type, setType] = useState<EntityType>("person");
  const [text, setText] = useState("");
  const [listed, setListed] = useState<Listed>();
  const [thing, setThing] = useState<Thing>();
  const [picked, setPicked] = useState<readonly ThingRow[]>([]);
  const seen = `${state.coverage.pages} ${state.corrections}`;
  const [made, setMade] = useState("");
  const title = useRef<HTMLHeadingElement>(null);

  const list = async (of: EntityType, words: string, from = 0): Promise<void> => {
    const got = await archive.ask("things", { type: of, text: words, from });
    setListed((was) => ({
      ...got,
      type: of,
      text: words,
      rows: from > 0 && was ? [...was.rows, ...got.rows] : got.rows,
    }));
  };
  const look = async (): Promise<void> => {
    setBusy(true);
    try {
      setFacts(await archive.ask("people", {}));
      setMade(seen);
      await list(type, text);
    } catch {
      tell(w.broke, true);
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => void look(), [archive]);
  const show = (of: EntityType, words: string): void => void list(of, words).catch(() => tell(w.broke, true));
  const decided = (now: PeopleFacts, back: boolean): void => {
    setFacts(now);
    setPicked([]);
    if (back) setThing(undefined);
    tell(w.done);
    requestAnimationFrame(() => title.current?.focus());
    show(listed?.type ?? type, listed?.text ?? "");
  };
  const pick = (r: ThingRow): void =>
    setPicked((was) => (was.some((x) => x.id === r.id) ? was.filter((x) => x.id !== r.id) : [...was, r]));
  const back = (): void => {
    setThing(undefined);
    requestAnimationFrame(() => title.current?.focus());
  };
  const of = facts ? new Map(facts.counts.map((c) => [c.type, c.values])) : undefined;
  const options = ENTITY_TYPES.map((t) => [t, w.typeCount(say(ENTITY_WORDS[t], lang), of?.get(t) ?? 0)] as const);
  if (thing)
    return <OneThing key={`${thing.type} ${thing.id}`} thing={thing} open={setThing} back={back} decided={decided} />;
  return (
    <div class="stack">
      <section class="sheet stack" aria-labelledby="people-title">
        <h2 id="people-title" tabIndex={-1} ref={title}>
          {aw.tab.people}
        </h2>
        <Notice>
          <p>
            {w.rules} {w.notWho}
          </p>
        </Notice>
        <p class="m0" role="status">
          {busy || !facts
            ? w.working
            : [
                w.looked(facts.pages),
                facts.unread > 0 ? w.unread(facts.unread) : "",
                facts.left > 0 ? w.left(facts.left) : "",
              ]
                .filter((t) => t !== "")
                .join(" ")}
        </p>
        {facts && !busy && made !== seen ? (
          <div class="row screen-only">
            <p class="m0">{w.older}</p>
            <button type="button" class="btn quiet small" onClick={() => void look()}>
              {w.again}
            </button>
          </div>
        ) : null}
        <form
          class="filters screen-only"
          autocomplete="off"
          onSubmit={(e) => {
            e.preventDefault();
            show(type, text);
          }}
        >
          <Select
            id="thing-type"
            label={w.type}
            value={type}
            options={options}
            onChange={(t) => {
              setType(t);
              setPicked([]);
              show(t, text);
            }}
          />
          <Text id="thing-text" label={w.filter} more={w.filterMore} type="search" value={text} onInput={setText} />
          <button type="submit" class="btn quiet small">
            {w.show}
          </button>
        </form>
        {listed ? (
          <Rows
            listed={listed}
            picked={picked}
            pick={listed.type === "person" && !state.sealed ? pick : undefined}
            open={(r) => setThing({ type: listed.type, id: r.id })}
            more={() => void list(listed.type, listed.text, listed.rows.length).catch(() => tell(w.broke, true))}
          />
        ) : null}
      </section>
      {type === "person" && facts && !state.sealed ? (
        <>
          <Joining picked={picked} none={() => setPicked([])} decided={(f) => decided(f, false)} />
          <Decided facts={facts} decided={(f) => decided(f, false)} />
        </>
      ) : null}
    </div>
  );
}
