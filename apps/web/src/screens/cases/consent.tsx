/** The permission: filled in together, printed as a letter, written down; and taken back. @module */
import type { Consent, DataGroup, Recipient, Share } from "@contraluz/case/consent/types.ts";
import { GROUP_WORDS, PUBLICATION_WORDS, SHARE_WORDS } from "@contraluz/case/consent/words.ts";
import { say } from "@contraluz/core";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLang } from "../../lang.ts";
import { download } from "../../parts/download.ts";
import { Notice } from "../../parts/notice.tsx";
import { Option } from "../../parts/option.tsx";
import { Seen } from "../../parts/seen.tsx";
import { useFlow } from "../../use-flow.ts";
import type { TabProps } from "./case.tsx";
import { useDesk } from "./desk.ts";
import { FileButton, Fold, Select, Text } from "./fields.tsx";

const GROUPS = Object.keys(GROUP_WORDS) as DataGroup[];
const SHARES = Object.keys(SHARE_WORDS) as Share[];
const PUBLICATIONS = Object.keys(PUBLICATION_WORDS) as Consent["publication"][];

type Draft = { -readonly [K in keyof Consent]: Consent[K] };

/** What is there, or least: nothing is allowed that nobody ticked. */
function firstDraft(view: TabProps["view"]): Draft {
  const last = view.state.consents.at(-1)?.consent;
  const id = `c${view.state.consents.length + 1}`;
  if (last) return { ...last, id, given: { on: view.today, how: last.given.how } };
  return {
    id,
    person: { label: "" },
    organisation: "",
    purpose: "",
    artifacts: [],
    content: false,
    copies: false,
    publication: "none",
    after: "delete",
    recipients: [],
    incidents: false,
    compare: false,
    given: { on: view.today, how: "signed" },
  };
}

/** As it is read: without what was left empty. */
function formOf(d: Draft): string {
  const { keepUntil, witness, ...rest } = d;
  const name = d.person.name?.trim() ?? "";
  return JSON.stringify({
    ...rest,
    person: { label: d.person.label.trim(), ...(name === "" ? {} : { name }) },
    ...(keepUntil === undefined || keepUntil === "" ? {} : { keepUntil }),
    ...(witness === undefined || witness === "" ? {} : { witness }),
    recipients: d.recipients.filter((r) => r.name.trim() !== ""),
  });
}

function Recipients(p: {
  readonly list: readonly Recipient[];
  readonly set: (l: readonly Recipient[]) => void;
}): JSX.Element {
  const lang = useLang();
  const w = useDesk().w.form;
  const change = (i: number, c: Partial<Recipient>): void =>
    p.set(p.list.map((r, k) => (k === i ? { ...r, ...c } : r)));
  return (
    <fieldset>
      <legend>{w.recipients}</legend>
      {p.list.map((r, i) => (
        <div class="row pair" key={i}>
          <Text id={`to-${i}`} label={w.recipientName} value={r.name} onInput={(name) => change(i, { name })} />
          <Select
            id={`what-${i}`}
            label={w.recipientWhat}
            value={r.what}
            options={SHARES.map((s) => [s, say(SHARE_WORDS[s], lang)] as const)}
            onChange={(what) => change(i, { what })}
          />
          <button type="button" class="btn quiet small" onClick={() => p.set(p.list.filter((_, k) => k !== i))}>
            {w.dropRecipient}
            <span class="vh"> {r.name}</span>
          </button>
        </div>
      ))}
      <button type="button" class="btn quiet small" onClick={() => p.set([...p.list, { name: "", what: "result" }])}>
        {w.addRecipient}
      </button>
    </fieldset>
  );
}

export function ConsentTab({ view }: TabProps): JSX.Element {
  const lang = useLang();
  const tools = useDesk();
  const { ask, write } = tools;
  const w = tools.w.form;
  const { dispatch } = useFlow();
  const [d, setDraft] = useState(() => firstDraft(view));
  const [letter, setLetter] = useState<File>();
  const [why, setWhy] = useState("");
  const set = (c: Partial<Draft>): void => setDraft((now) => ({ ...now, ...c }));
  const had = view.state.consents.at(-1);
  const list = d.artifacts === "all" ? [] : d.artifacts;
  const toggle = (g: string, on: boolean): void => set({ artifacts: on ? [...list, g] : list.filter((x) => x !== g) });
  const print = async (): Promise<void> => {
    const { fonts } = await import("contraluz:fonts");
    const page = await ask("sheet", { what: "letter", form: formOf(d), fonts });
    if (!page) return;
    download(page, w.letterName);
    dispatch({ type: "saved", name: w.letterName });
  };
  const save = async (e: Event): Promise<void> => {
    e.preventDefault();
    const done = `${tools.w.done} ${tools.w.next.evidence}`;
    const first = view.state.evidence.length === 0;
    if (await write({ act: "consent", form: formOf(d), ...(letter ? { letter } : {}) }, first ? done : tools.w.done))
      set({ id: `c${view.state.consents.length + 2}` });
  };
  const radio = (group: string, value: string, label: string, checked: boolean, on: () => void): JSX.Element => (
    <Option
      key={value}
      id={`${group}-${value}`}
      type="radio"
      group={group}
      label={label}
      checked={checked}
      onChange={on}
    />
  );
  const box = (id: "content" | "copies" | "incidents" | "compare", label: string, more?: string): JSX.Element => (
    <Option
      id={`may-${id}`}
      type="checkbox"
      group="may"
      label={label}
      {...(more === undefined ? {} : { more })}
      checked={d[id] === true}
      onChange={(on) => set({ [id]: on })}
    />
  );
  return (
    <div class="stack narrow">
      <h2>{w.title}</h2>
      <p>{w.intro}</p>
      <form class="stack" onSubmit={(e) => void save(e)} autocomplete="off">
        <section class="sheet stack">
          <Text
            id="person-label"
            label={w.label}
            value={d.person.label}
            onInput={(label) => set({ person: { ...d.person, label } })}
          />
          <Text
            id="person-name"
            label={w.name}
            value={d.person.name ?? ""}
            onInput={(name) => set({ person: { ...d.person, name } })}
          />
          <Text
            id="organisation"
            label={w.organisation}
            value={d.organisation}
            onInput={(organisation) => set({ organisation })}
          />
          <Text id="purpose" label={w.purpose} lines={2} value={d.purpose} onInput={(purpose) => set({ purpose })} />
        </section>
        <section class="sheet">
          <fieldset>
            <legend>{w.which}</legend>
            <Option
              id="group-all"
              type="checkbox"
              group="groups"
              label={w.all}
              checked={d.artifacts === "all"}
              onChange={(on) => set({ artifacts: on ? "all" : [] })}
            />
            {GROUPS.map((g) => (
              <Option
                key={g}
                id={`group-${g}`}
                type="checkbox"
                group="groups"
                label={say(GROUP_WORDS[g], lang)}
                checked={d.artifacts === "all" || list.includes(g)}
                onChange={(on) =>
                  d.artifacts === "all" ? set({ artifacts: GROUPS.filter((x) => x !== g) }) : toggle(g, on)
                }
              />
            ))}
            {box("content", w.content)}
          </fieldset>
        </section>
        <section class="sheet">
          <fieldset>
            <legend>{w.kept}</legend>
            {box("copies", w.copies, w.copiesMore)}
            {box("incidents", w.incidents)}
            {box("compare", w.compare, w.compareMore)}
          </fieldset>
        </section>
        <section class="sheet stack">
          <Recipients list={d.recipients} set={(recipients) => set({ recipients })} />
        </section>
        <section class="sheet">
          <fieldset>
            <legend>{w.publication}</legend>
            {PUBLICATIONS.map((p) =>
              radio("publication", p, say(PUBLICATION_WORDS[p], lang), d.publication === p, () =>
                set({ publication: p }),
              ),
            )}
          </fieldset>
        </section>
        <section class="sheet stack">
          <Text
            id="until"
            label={w.until}
            more={w.untilMore}
            type="date"
            value={d.keepUntil ?? ""}
            onInput={(keepUntil) => set({ keepUntil })}
          />
          <fieldset>
            <legend>{w.after}</legend>
            {radio("after", "delete", w.afterDelete, d.after === "delete", () => set({ after: "delete" }))}
            {radio("after", "anonymised", w.afterAnonymised, d.after === "anonymised", () =>
              set({ after: "anonymised" }),
            )}
          </fieldset>
        </section>
        <section class="sheet stack">
          <div class="row">
            <button type="button" class="btn quiet" onClick={() => void print()}>
              {w.letter}
            </button>
          </div>
          <Text
            id="given-on"
            label={w.givenOn}
            type="date"
            value={d.given.on}
            onInput={(on) => set({ given: { ...d.given, on } })}
          />
          <fieldset>
            <legend>{w.how}</legend>
            {(["signed", "spoken", "recorded"] as const).map((how) =>
              radio("how", how, w[how], d.given.how === how, () => set({ given: { ...d.given, how } })),
            )}
          </fieldset>
          <div>
            <FileButton id="letter" label={w.letterFile} onFile={([f]) => setLetter(f)} />{" "}
            {letter ? <Seen text={letter.name} letters={60} /> : null}
            <p class="fine">{w.letterMore}</p>
          </div>
          <div class="row">
            <button type="submit" class="btn">
              {had ? w.change : w.save}
            </button>
          </div>
        </section>
      </form>
      {had && !had.withdrawn ? (
        <Fold title={w.withdraw}>
          <Notice kind="care">
            <p>{w.withdrawMore}</p>
          </Notice>
          <Text id="withdraw-why" label={w.withdrawWhy} value={why} onInput={setWhy} />
          <button type="button" class="btn quiet" onClick={() => void write({ act: "withdraw", why })}>
            {w.withdrawDo}
          </button>
        </Fold>
      ) : null}
    </div>
  );
}
