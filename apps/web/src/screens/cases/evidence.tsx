/** What the person handed over: it comes in, is checked, is packed for another lab; and when the phone was not with them. @module */

import { refusalWords } from "@contraluz/case/consent/words.ts";
import type { Answer, WindowWhy } from "@contraluz/case/windows/types.ts";
import { ANSWER_WORDS, FORM, WHY_WORDS } from "@contraluz/case/windows/words.ts";
import { count, say } from "@contraluz/core";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { CaseQuestions, Told } from "../../cases/ask.ts";
import type { Picked } from "../../flow.ts";
import { useLang } from "../../lang.ts";
import { download } from "../../parts/download.ts";
import { Drop } from "../../parts/drop.tsx";
import { Option } from "../../parts/option.tsx";
import { Seen } from "../../parts/seen.tsx";
import { useFlow } from "../../use-flow.ts";
import { PapersOfCase } from "../archive/sealed/link.tsx";
import { type TabProps, whenOf } from "./case.tsx";
import { canPickFolder, pickFolder, useDesk } from "./desk.ts";
import { FileButton, Fold, Select, Text } from "./fields.tsx";

/** Starts a check; the screen of progress takes over, then the answer. What stops it is said here. */
function useCheck(view: TabProps["view"]): {
  readonly check: (from: string, picked?: Picked) => Promise<void>;
  readonly recheck: (of: string) => Promise<void>;
} {
  const lang = useLang();
  const { set, w } = useDesk();
  const { flow, dispatch, session } = useFlow();
  const copy = view.state.consents.at(-1)?.consent.copies === true;
  const run = async (work: () => Promise<Told<unknown>>, then: (done: unknown) => readonly string[]): Promise<void> => {
    set({ said: [], wrong: false });
    dispatch({ type: "begin", desk: true });
    const stopped = (why: readonly string[]): void => {
      dispatch({ type: "failed", failure: { code: "cancelled", message: "" } });
      set({ said: why, wrong: true });
    };
    try {
      const told = await work();
      if (told.ok) set({ said: then(told.value) });
      else stopped(told.why);
    } catch {
      stopped([]);
    }
    const now = await session.desk({ what: "open", ask: { name: view.name }, lang }).catch(() => undefined);
    if (now?.ok) set({ view: now.value as TabProps["view"] });
  };
  return {
    check: (from, picked) =>
      run(
        async () => {
          const signs = await session.signs(flow);
          const ask = { ...(picked ? { chosen: picked.chosen } : {}), copy, from, signs };
          return session.desk({ what: "check", ask, lang }, picked);
        },
        () => [],
      ),
    recheck: (of) =>
      run(
        async () => session.desk({ what: "recheck", ask: { of, signs: await session.signs(flow) }, lang }),
        (done) => {
          const { carried, again, gone } = done as CaseQuestions["recheck"]["answer"];
          return [
            ...(carried > 0 ? [w.add.carried(carried)] : []),
            ...(again > 0 ? [w.add.again(again)] : []),
            ...(gone > 0 ? [w.add.gone(gone)] : []),
          ];
        },
      ),
  };
}

function WindowForm({ view }: TabProps): JSX.Element {
  const lang = useLang();
  const { write } = useDesk();
  const w = FORM[lang];
  const tools = useDesk();
  const first = { from: "", to: "", where: "", who: "", changed: "" };
  const [f, setForm] = useState(first);
  const [why, setWhy] = useState<WindowWhy>("inspected");
  const [unlocked, setUnlocked] = useState<Answer>("unknown");
  const [cable, setCable] = useState<Answer>("unknown");
  const [away, setAway] = useState(false);
  const text = (id: keyof typeof first, label: string, more?: string): JSX.Element => (
    <Text
      id={`window-${id}`}
      label={label}
      {...(more === undefined ? {} : { more })}
      value={f[id]}
      onInput={(v) => setForm({ ...f, [id]: v })}
    />
  );
  const answers = (["yes", "no", "unknown"] as const).map((a) => [a, say(ANSWER_WORDS[a], lang)] as const);
  const save = async (e: Event): Promise<void> => {
    e.preventDefault();
    const told = Object.fromEntries(Object.entries(f).filter(([, v]) => v.trim() !== ""));
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const form = { from: "", ...told, zone, why, unlocked, cable, returned: !away };
    if (await write({ act: "window", form: JSON.stringify(form) })) setForm(first);
  };
  return (
    <form class="stack" onSubmit={(e) => void save(e)} autocomplete="off" aria-label={tools.w.add.windows}>
      <Select
        id="window-why"
        label={w.why}
        value={why}
        options={(Object.keys(WHY_WORDS) as WindowWhy[]).map((k) => [k, say(WHY_WORDS[k], lang)] as const)}
        onChange={setWhy}
      />
      {text("from", w.from, w.hint)}
      {text("to", w.to)}
      <Option id="window-away" type="checkbox" group="away" label={w.notBack} checked={away} onChange={setAway} />
      {text("where", w.where)}
      {text("who", w.who)}
      <Select id="window-unlocked" label={w.unlocked} value={unlocked} options={answers} onChange={setUnlocked} />
      <Select id="window-cable" label={w.cable} value={cable} options={answers} onChange={setCable} />
      {text("changed", w.changed)}
      <p class="fine">{w.use}</p>
      <button type="submit" class="btn quiet">
        {tools.w.add.addWindow}
        <span class="vh"> {view.name}</span>
      </button>
    </form>
  );
}

function PackForm({ view }: TabProps): JSX.Element | null {
  const tools = useDesk();
  const w = tools.w.add;
  const { flow, dispatch, session } = useFlow();
  const kept = view.state.evidence.filter((e) => e.folder !== undefined && !e.removed);
  const names = view.state.consents.at(-1)?.consent.recipients.filter((r) => r.what === "pack") ?? [];
  const [evidence, setEvidence] = useState(kept[0]?.folder ?? "");
  const [to, setTo] = useState(names[0]?.name ?? "");
  const [key, setKey] = useState("");
  if (kept.length === 0) return null;
  const pack = async (e: Event): Promise<void> => {
    e.preventDefault();
    const folder = canPickFolder() ? await pickFolder() : undefined;
    const chosen = evidence === "" ? (kept[0]!.folder as string) : evidence;
    const ask = { evidence: chosen, to, recipients: key.split("\n"), signs: await session.signs(flow) };
    const made = await tools.ask("pack", { ...ask, ...(folder ? { folder } : {}) });
    if (!made) return;
    for (const p of made.parts)
      if (p.blob) {
        download(p.blob, p.name);
        dispatch({ type: "saved", name: p.name });
      }
    const view2 = await tools.ask("open", { name: view.name });
    const said = [
      w.packed(made.parts.length, count(made.files), count(made.leftOut)),
      ...made.parts.map((p) => p.name),
    ];
    tools.set({ said, ...(view2 ? { view: view2 } : {}) });
  };
  return (
    <Fold title={w.pack}>
      <p>{w.packMore}</p>
      <form class="stack" onSubmit={(e) => void pack(e)} autocomplete="off">
        {kept.length > 1 ? (
          <Select
            id="pack-evidence"
            label={tools.w.evidence}
            value={evidence}
            options={kept.map((e) => [e.folder!, e.name] as const)}
            onChange={setEvidence}
          />
        ) : null}
        <Text id="pack-to" label={w.packTo} value={to} onInput={setTo} />
        <Text id="pack-key" label={w.packKey} lines={2} value={key} onInput={setKey} />
        <button type="submit" class="btn quiet">
          {w.packDo}
        </button>
      </form>
    </Fold>
  );
}

export function EvidenceTab({ view }: TabProps): JSX.Element {
  const lang = useLang();
  const tools = useDesk();
  const w = tools.w.add;
  const { flow, dispatch } = useFlow();
  const [from, setFrom] = useState("");
  const { check, recheck } = useCheck(view);
  const last = view.state.checks.filter((c) => !c.removed).at(-1)?.check;
  const copies = view.state.consents.at(-1)?.consent.copies === true;
  const kept = view.state.evidence.some((e) => e.folder !== undefined && !e.removed);
  const sheet = async (): Promise<void> => {
    const { fonts } = await import("contraluz:fonts");
    const page = await tools.ask("sheet", { what: "window", fonts });
    if (!page) return;
    download(page, w.sheetName);
    dispatch({ type: "saved", name: w.sheetName });
  };
  if (view.refusal)
    return (
      <section class="stack narrow">
        <p>{w.first}</p>
        <p>{refusalWords(view.refusal, lang)}</p>
        <p>
          <button type="button" class="btn" onClick={() => tools.set({ tab: "consent" })}>
            {tools.w.next.go.consent}
          </button>
        </p>
      </section>
    );
  return (
    <div class="stack narrow">
      <h2>{w.title}</h2>
      <p>{copies ? w.intro : w.noCopy}</p>
      <section class="sheet stack">
        <Text id="from" label={w.from} value={from} onInput={setFrom} />
        <Drop onPick={(p) => void check(from, p)} />
        <div>
          <FileButton
            id="case-signs"
            label={w.signs}
            many
            onFile={(files) => dispatch({ type: "signs", signs: files.map((file) => ({ name: file.name, file })) })}
          />
          {flow.signs.length === 0 ? null : (
            <p>
              {w.signsPicked}:{" "}
              {flow.signs.map((s) => (
                <Seen key={s.name} text={s.name} letters={60} />
              ))}
            </p>
          )}
        </div>
      </section>
      {kept ? (
        <section class="sheet">
          <button type="button" class="btn quiet" onClick={() => void check("")}>
            {w.recheck}
          </button>
          <p class="fine">{w.recheckMore}</p>
        </section>
      ) : null}
      {last === undefined ? null : (
        <section class="sheet">
          <button type="button" class="btn quiet" onClick={() => void recheck(last)}>
            {w.recheckSigns}
          </button>
          <p class="fine">{w.recheckSignsMore}</p>
        </section>
      )}
      <section class="sheet stack">
        <h3>{w.windows}</h3>
        {view.state.windows.length === 0 ? <p>{w.windowsNone}</p> : null}
        <ul class="plain-list">
          {view.state.windows.map((x) => (
            <li key={x.seq}>
              <b>
                {x.from.length > 10 ? whenOf(x.from, lang) : x.from} – {x.to.length > 10 ? whenOf(x.to, lang) : x.to}
              </b>
              <p>
                <Seen text={x.why} letters={400} /> {x.where === undefined ? null : <Seen text={x.where} />}
              </p>
            </li>
          ))}
        </ul>
        <div class="row">
          <button type="button" class="btn quiet small" onClick={() => void sheet()}>
            {w.sheet}
          </button>
        </div>
        <details>
          <summary>{w.addWindow}</summary>
          <WindowForm view={view} />
        </details>
      </section>
      <PapersOfCase name={view.name} wrong={(said) => tools.set({ said, wrong: said.length > 0 })} />
      <PackForm view={view} />
    </div>
  );
}
