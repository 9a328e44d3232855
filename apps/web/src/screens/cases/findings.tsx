/** Findings, and what a named person decides about each. @module */
import { REVIEW_STATUS } from "@contraluz/case/review/words.ts";
import { count, say } from "@contraluz/core";
import { SAY } from "@contraluz/report/words.ts";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { FindingView } from "../../cases/ask.ts";
import { useLang } from "../../lang.ts";
import { LevelGlyph, levelClass } from "../../parts/glyphs.tsx";
import { Option } from "../../parts/option.tsx";
import { Seen, Sentence } from "../../parts/seen.tsx";
import { type TabProps, whenOf } from "./case.tsx";
import { useDesk } from "./desk.ts";
import { Text } from "./fields.tsx";

/** Who decides: asked once, kept while the page is open. */
const me = { name: "", role: "" };

function Decide({ finding: f }: { readonly finding: FindingView }): JSX.Element {
  const tools = useDesk();
  const w = tools.w.review;
  const [decision, setDecision] = useState<"confirm" | "dismiss" | "ask">("ask");
  const [name, setName] = useState(me.name);
  const [role, setRole] = useState(me.role);
  const [why, setWhy] = useState("");
  const save = async (e: Event): Promise<void> => {
    e.preventDefault();
    me.name = name;
    me.role = role;
    const reviewer = { name: name.trim(), role: role.trim() };
    await tools.write({ act: "review", about: { check: f.check, finding: f.id }, decision, why: why.trim(), reviewer });
  };
  const one = (d: typeof decision, label: string): JSX.Element => (
    <Option
      id={`${f.id}-${d}`}
      type="radio"
      group={`${f.id}-decision`}
      label={label}
      checked={decision === d}
      onChange={() => setDecision(d)}
    />
  );
  return (
    <form class="stack" onSubmit={(e) => void save(e)} autocomplete="off">
      <fieldset>
        <legend class="vh">{w.decide}</legend>
        {one("ask", w.ask)}
        {one("dismiss", w.dismiss)}
        {one("confirm", w.confirm)}
      </fieldset>
      <Text id={`${f.id}-name`} label={w.name} value={name} onInput={setName} />
      <Text id={`${f.id}-role`} label={w.role} value={role} onInput={setRole} />
      <Text id={`${f.id}-why`} label={w.why} lines={2} value={why} onInput={setWhy} />
      <button type="submit" class="btn quiet small">
        {w.save}
      </button>
    </form>
  );
}

function Tags({ finding: f }: { readonly finding: FindingView }): JSX.Element {
  const tools = useDesk();
  const w = tools.w.review;
  const [tag, setTag] = useState("");
  const put = (t: string, on: boolean): Promise<boolean> =>
    tools.write({ act: "tag", about: [{ check: f.check, finding: f.id }], tag: t, on });
  return (
    <form
      class="row pair"
      autocomplete="off"
      onSubmit={(e) => {
        e.preventDefault();
        void put(tag, true).then((done) => done && setTag(""));
      }}
    >
      <Text id={`${f.id}-tag`} label={w.tag} value={tag} onInput={setTag} />
      <button type="submit" class="btn quiet small">
        {w.addTag}
      </button>
      {f.tags.map((t) => (
        <button key={t} type="button" class="btn quiet small" onClick={() => void put(t, false)}>
          {w.dropTag(t)}
        </button>
      ))}
    </form>
  );
}

function Card({ finding: f, n }: { readonly finding: FindingView; readonly n: number }): JSX.Element {
  const lang = useLang();
  const tools = useDesk();
  const w = tools.w.review;
  return (
    <article class="finding">
      <LevelGlyph level={f.level} />
      <div>
        <p class={`level tone-${levelClass(f.level)}`}>
          {n}. {SAY[lang].level[f.level]}
        </p>
        <h3>
          <Sentence text={f.title} values={f.values} letters={60} />
        </h3>
        <p>
          <Sentence text={f.why} values={f.values} />
        </p>
        <p>
          <b>{SAY[lang].otherwise}</b> <Sentence text={f.otherwise} values={f.values} />
        </p>
        <p class="reviewed">
          <b>{say(REVIEW_STATUS[f.status], lang)}</b>
          {f.by ? (
            <>
              : <Seen text={f.by.name} letters={60} />
              {f.by.role === "" ? null : (
                <>
                  {" "}
                  (<Seen text={f.by.role} letters={60} />)
                </>
              )}
              {f.at === undefined ? "" : `, ${whenOf(f.at, lang)}`}
            </>
          ) : null}
          {f.disputed ? <> {w.disputed}</> : null}
        </p>
        {f.reason === undefined ? null : <Seen text={f.reason} letters={600} />}
        {f.earlier === undefined ? null : <Seen text={f.earlier} letters={400} />}
        <details>
          <summary>
            {w.decide}
            <span class="vh"> {n}</span>
          </summary>
          <Decide finding={f} />
          {f.level === "ask" ? (
            <p>
              <button
                type="button"
                class="btn quiet small"
                onClick={() => void tools.write({ act: "known", values: [f.subject] })}
              >
                {w.known}
              </button>
            </p>
          ) : null}
          <Tags finding={f} />
        </details>
      </div>
      <div class="when">
        <p class="tiny">
          {w.check(f.check)}
          {f.count > 1 ? ` · ${w.times(count(f.count))}` : ""}
        </p>
        <Seen text={f.subject} letters={80} />
        {f.tags.length === 0 ? null : (
          <p class="tiny">
            {f.tags.map((t) => (
              <Seen key={t} text={`#${t}`} letters={50} />
            ))}
          </p>
        )}
      </div>
    </article>
  );
}

export function FindingsTab({ view }: TabProps): JSX.Element | null {
  const tools = useDesk();
  const lang = useLang();
  const w = tools.w.review;
  const [list, setList] = useState<readonly FindingView[]>();
  const none = view.state.checks.every((c) => c.removed);
  useEffect(() => {
    let live = true;
    if (!none) void tools.ask("findings", {}, { quiet: true }).then((l) => live && l && setList(l));
    return () => {
      live = false;
    };
  }, [view, lang]);
  if (none) return <p>{w.noChecks}</p>;
  if (!list) return null;
  return (
    <div class="stack">
      <h2>{tools.w.tab.findings}</h2>
      <p>{list.length === 0 ? w.none : w.intro}</p>
      <div>
        {list.map((f, i) => (
          <Card key={`${f.check}/${f.id}`} finding={f} n={i + 1} />
        ))}
      </div>
    </div>
  );
}
