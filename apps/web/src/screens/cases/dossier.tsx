/** The dossier: what leaves the case, for whom, perhaps signed. @module */
import { count } from "@contraluz/core";
import { TLP_LEVELS } from "@contraluz/report/exports/share/types.ts";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { DossierAsk, EditionView, Withholding } from "../../cases/ask.ts";
import { useLang } from "../../lang.ts";
import { download } from "../../parts/download.ts";
import { Option } from "../../parts/option.tsx";
import { Seen } from "../../parts/seen.tsx";
import { useFlow } from "../../use-flow.ts";
import { type TabProps, whenOf } from "./case.tsx";
import { useDesk } from "./desk.ts";
import { Left, NOTHING_WITHHELD, Withhold, withholds } from "./edition.tsx";
import { Fold, Select, Text } from "./fields.tsx";
import { Proofs } from "./proofs.tsx";
import { type Key, KeyFields, signBy } from "./sign.tsx";

export function DossierTab({ view }: TabProps): JSX.Element {
  const lang = useLang();
  const tools = useDesk();
  const { dossier: w, along } = tools.w;
  const { dispatch } = useFlow();
  const consent = view.state.consents.at(-1)?.consent;
  const [to, setTo] = useState<"person" | "named" | "public">("person");
  const [f, setForm] = useState({
    who: "",
    title: view.state.title,
    organisation: consent?.organisation ?? "",
    never: "",
  });
  const [key, setKey] = useState<Key>({ phrase: "", label: "lab" });
  const [withhold, setWithhold] = useState<Withholding>(NOTHING_WITHHELD);
  const [left, setLeft] = useState<EditionView>();
  const [evidence, setEvidence] = useState(false);
  const [tlp, setTlp] = useState("");
  const kept = view.state.evidence.some((e) => e.folder !== undefined && !e.removed);
  const shown = useRef<HTMLDivElement>(null);
  // What was looked at is of this choice, this case and these words.
  useEffect(() => setLeft(undefined), [withhold, f, to, evidence, tlp, view, lang]);
  useEffect(() => shown.current?.querySelector<HTMLElement>("h3")?.focus(), [left]);
  const asked = async (): Promise<DossierAsk> => {
    const { fonts } = await import("contraluz:fonts");
    const { who, ...rest } = f;
    const held = withholds(withhold) ? { withhold } : {};
    return { to: to === "named" ? who : to, ...rest, fonts, evidence, tlp, ...held };
  };
  const look = async (): Promise<void> => {
    const found = await tools.ask("preview", await asked());
    if (found) setLeft(found);
  };
  const make = async (e: Event): Promise<void> => {
    e.preventDefault();
    const sign = signBy(key);
    const made = await tools.ask("dossier", { ...(await asked()), ...(sign ? { sign } : {}) });
    if (!made) return;
    setKey({ ...key, phrase: "" });
    const name = w.name(view.today);
    download(made.blob, name);
    dispatch({ type: "saved", name });
    const all = made.made.parts.reduce((n, p) => n + p.committed, 0);
    const disclosed = made.made.parts.reduce((n, p) => n + p.disclosed, 0);
    const now = await tools.ask("open", { name: view.name });
    const said = [
      w.made(name, count(disclosed), count(all)),
      `${w.list}: ${made.made.tagmanifest}`,
      ...(made.stay.length > 0 ? [along.stay(made.stay.join(", "))] : []),
      ...(made.without > 0 ? [along.without(count(made.without))] : []),
      ...(sign ? [] : [w.unsigned]),
      ...(to === "person" && made.edition === "full" ? [] : [w.read]),
    ];
    tools.set({ said, ...(now ? { view: now } : {}) });
  };
  const radio = (value: typeof to, text: string): JSX.Element => (
    <Option
      id={`to-${value}`}
      type="radio"
      group="to"
      label={text}
      checked={to === value}
      onChange={() => setTo(value)}
    />
  );
  const text = (id: keyof typeof f, o: { more?: string; lines?: number } = {}): JSX.Element => (
    <Text id={`dossier-${id}`} label={w[id]} {...o} value={f[id]} onInput={(v) => setForm({ ...f, [id]: v })} />
  );
  return (
    <div class="stack narrow">
      <h2>{tools.w.tab.leave}</h2>
      <p>{w.intro}</p>
      <form class="stack" onSubmit={(e) => void make(e)} autocomplete="off">
        <section class="sheet stack">
          <fieldset>
            <legend>{w.to}</legend>
            {radio("person", w.toPerson)}
            {radio("named", w.toNamed)}
            {radio("public", w.toPublic)}
          </fieldset>
          {to === "named" ? text("who") : null}
          {text("title")}
          {text("organisation")}
          {text("never", { more: w.neverMore, lines: 2 })}
          <Select
            id="dossier-tlp"
            label={along.tlp}
            value={tlp}
            options={[["", along.noTlp], ...TLP_LEVELS.map((l) => [l, l.toUpperCase()] as const)]}
            onChange={setTlp}
          />
          {kept ? (
            <Option
              id="dossier-evidence"
              type="checkbox"
              group="along"
              label={along.evidence}
              more={along.evidenceMore}
              checked={evidence}
              onChange={setEvidence}
            />
          ) : null}
        </section>
        <Withhold view={view} chosen={withhold} set={setWithhold} />
        <Fold title={w.sign}>
          <KeyFields id="sign" value={key} set={setKey} />
        </Fold>
        <div ref={shown}>{left ? <Left left={left} /> : null}</div>
        <div class="row">
          <button type="submit" class="btn">
            {w.make}
          </button>
          <button type="button" class="btn quiet" onClick={() => void look()}>
            {tools.w.edition.look}
          </button>
        </div>
      </form>
      {view.state.dossiers.length === 0 ? null : (
        <section class="sheet">
          <h3>{w.before}</h3>
          <ul class="plain-list">
            {view.state.dossiers.map((d) => (
              <li key={d.seq}>
                {whenOf(d.at, lang)} · {w.edition[d.edition]}
                {d.recipient === undefined ? null : (
                  <>
                    {" "}
                    · <Seen text={d.recipient} letters={60} />
                  </>
                )}
                <p class="tiny">
                  <code class="sum">{d.tagmanifest}</code>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Proofs view={view} />
    </div>
  );
}
