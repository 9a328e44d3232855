/** What a person decides of names: one person, two people, taken back. Each is a line with who, when and why. @module */
import { DECISION_WORDS } from "@contraluz/archive/entities/shown-words.ts";
import { faultWords } from "@contraluz/case/forms/words.ts";
import { say } from "@contraluz/core";
import { plain } from "@contraluz/report/safe.ts";
import { isoWords } from "@contraluz/report/when.ts";
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import type { DecidedRow, Deciding, PeopleFacts, ThingRow } from "../../../archive/people.ts";
import type { HitRow } from "../../../archive/protocol.ts";
import { useLang, useWords } from "../../../lang.ts";
import { Option } from "../../../parts/option.tsx";
import { Seen } from "../../../parts/seen.tsx";
import { Select, Text } from "../../cases/fields.tsx";
import { Plain } from "../hits.tsx";
import { useArchive } from "../tools.ts";
import { PEOPLE } from "./words.ts";

/** Letters of a name or a path in a choice. */
const PATH = 90;

/** Who and why, and the button: the same of every decision. `what`: the decision, or why there is none yet. */
function DecideForm(p: {
  readonly id: string;
  readonly what: () => Deciding | string;
  readonly decided: (facts: PeopleFacts) => void;
  readonly whyLabel?: string;
  readonly children?: ComponentChildren;
}): JSX.Element {
  const w = useWords(PEOPLE);
  const lang = useLang();
  const { archive, by: last, refresh } = useArchive();
  const [by, setBy] = useState(last.now);
  const [why, setWhy] = useState("");
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const save = async (): Promise<void> => {
    const what = p.what();
    if (typeof what === "string") return setWrong([what]);
    if (by.trim() === "" || why.trim() === "") {
      setWrong([w.need]);
      document.getElementById(by.trim() === "" ? `${p.id}-by` : `${p.id}-why`)?.focus();
      return;
    }
    last.now = by.trim();
    try {
      const got = await archive.ask("decide", { what, by, why });
      if ("faults" in got) return setWrong(got.faults.map((f) => faultWords(f, lang)));
      if ("refused" in got) return setWrong(got.refused.map((f) => say(DECISION_WORDS[f.code], lang, f)));
      setWrong([]);
      setWhy("");
      p.decided(got.facts);
      await refresh();
    } catch {
      setWrong([w.broke]);
    }
  };
  return (
    <form
      class="stack"
      autocomplete="off"
      onSubmit={(e) => {
        e.preventDefault();
        void save();
      }}
    >
      {p.children}
      <Text id={`${p.id}-by`} label={w.by} value={by} onInput={setBy} />
      <Text id={`${p.id}-why`} label={p.whyLabel ?? w.why} more={w.whyMore} value={why} onInput={setWhy} />
      <div role="alert">
        {wrong.map((t) => (
          <p key={t} class="m0">
            <Plain text={t} />
          </p>
        ))}
      </div>
      <div class="row">
        <button type="submit" class="btn small">
          {w.save}
        </button>
      </div>
    </form>
  );
}

/** Several names of a list are one person. */
export function Joining(p: {
  readonly picked: readonly ThingRow[];
  readonly none: () => void;
  readonly decided: (facts: PeopleFacts) => void;
}): JSX.Element {
  const w = useWords(PEOPLE);
  const lang = useLang();
  const { picked } = p;
  const [stays, setStays] = useState("");
  const into = picked.find((r) => r.id === stays) ?? picked[0];
  return (
    <section class="sheet stack screen-only" aria-labelledby="join-title">
      <h2 id="join-title" class="h-small">
        {w.decide}
      </h2>
      <p class="m0">{w.decideMore}</p>
      <p class="m0" role="status">
        {picked.length < 2 ? w.pickTwo : w.picked(picked.length)}
      </p>
      {picked.length < 2 || !into ? null : (
        <>
          <h3>{w.join}</h3>
          <p class="m0">{w.joinMore}</p>
          <DecideForm
            id="join"
            what={() => ({ type: "merge", from: picked.filter((r) => r !== into).map((r) => r.id), into: into.id })}
            decided={p.decided}
          >
            <Select
              id="join-into"
              label={w.into}
              value={into.id}
              options={picked.map((r) => [r.id, plain(r.text, lang, PATH)] as const)}
              onChange={setStays}
            />
          </DecideForm>
          <div class="row">
            <button type="button" class="btn quiet small" onClick={p.none}>
              {w.unpick}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

/** Some pages of a name speak of somebody else. */
export function Splitting(p: {
  readonly row: ThingRow;
  readonly rows: readonly HitRow[];
  readonly total: number;
  readonly decided: (facts: PeopleFacts) => void;
}): JSX.Element | null {
  const w = useWords(PEOPLE);
  const lang = useLang();
  const { w: aw } = useArchive();
  const { row, rows, total } = p;
  const [other, setOther] = useState<readonly number[]>([]);
  const [name, setName] = useState("");
  if (total < 2) return null;
  const what = (): Deciding | string => {
    const mine = rows.filter((r) => other.includes(r.page.id));
    if (mine.length === 0) return w.splitNone;
    if (mine.length === total) return w.splitAll;
    if (name.trim() === "") return w.needName;
    const places = mine.flatMap((r) => r.spans.map((s) => ({ doc: r.page.doc, page: r.page.page, start: s.start })));
    return { type: "split", from: row.id, into: name.trim(), places };
  };
  return (
    <details class="sheet screen-only">
      <summary>{w.split}</summary>
      <p>{w.splitMore}</p>
      <DecideForm id="split" what={what} decided={p.decided}>
        <fieldset>
          <legend class="h-small">{w.splitPages}</legend>
          {rows.map((r) => (
            <Option
              key={r.page.id}
              id={`split-${r.page.id}`}
              type="checkbox"
              group="split-pages"
              label={`${plain(r.page.path, lang, PATH)}, ${aw.page(r.page.page, r.page.of)}`}
              checked={other.includes(r.page.id)}
              onChange={(on) => setOther(on ? [...other, r.page.id] : other.filter((x) => x !== r.page.id))}
            />
          ))}
          {rows.length < total ? <p class="fine m0">{w.splitMany}</p> : null}
        </fieldset>
        <Text id="split-name" label={w.splitName} more={w.splitNameMore} value={name} onInput={setName} />
      </DecideForm>
    </details>
  );
}

function what(d: DecidedRow, w: (typeof PEOPLE)["es"]): string {
  if (d.type === "undo") return w.undid(d.from[0] ?? "");
  return (d.type === "merge" ? w.joined : w.parted)(d.from.join(", "), d.into);
}

/** All that was decided, the newest first; each can be taken back. */
export function Decided(p: {
  readonly facts: PeopleFacts;
  readonly decided: (facts: PeopleFacts) => void;
}): JSX.Element {
  const w = useWords(PEOPLE);
  const lang = useLang();
  const [undoing, setUndoing] = useState("");
  const { decisions, faults } = p.facts;
  return (
    <section class="sheet stack" aria-labelledby="decided-title">
      <h2 id="decided-title" class="h-small">
        {w.decisions}
      </h2>
      {decisions.length === 0 ? <p class="m0">{w.decisionsNone}</p> : null}
      {faults.map((f) => (
        <p key={`${f.id} ${f.found}`} class="m0">
          <Plain text={say(DECISION_WORDS[f.code], lang, f)} />
        </p>
      ))}
      <ol class="plain-list">
        {decisions.map((d) => (
          <li key={d.id}>
            <p class="m0">
              <b>{d.id}</b> · <Seen text={what(d, w)} letters={300} />
              {d.undone ? <span class="tag">{w.undone}</span> : null}
            </p>
            <p class="fine m0">
              <Seen text={w.byOn(d.by, isoWords(d.on, lang, true))} letters={120} /> ·{" "}
              <Seen text={d.why} letters={300} />
            </p>
            {d.undone ? null : undoing === d.id ? (
              <>
                <DecideForm
                  id="undo"
                  whyLabel={w.undoWhy}
                  what={() => ({ type: "undo", of: d.id })}
                  decided={(f) => {
                    setUndoing("");
                    p.decided(f);
                  }}
                />
                <button type="button" class="btn quiet small" onClick={() => setUndoing("")}>
                  {w.cancel}
                </button>
              </>
            ) : (
              <button
                type="button"
                class="btn quiet small screen-only"
                aria-label={w.undoOf(d.id)}
                onClick={() => setUndoing(d.id)}
              >
                {w.undo}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
