/** The dossier: what leaves the case, for whom, perhaps signed. @module */
import { count } from "@contraluz/core";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLang } from "../../lang.ts";
import { download } from "../../parts/download.ts";
import { Option } from "../../parts/option.tsx";
import { Seen } from "../../parts/seen.tsx";
import { useFlow } from "../../use-flow.ts";
import { type TabProps, whenOf } from "./case.tsx";
import { useDesk } from "./desk.ts";
import { FileButton, Fold, Text } from "./fields.tsx";

/** No file of a key is larger. */
const MOST_KEY = 65_536;

export function DossierTab({ view }: TabProps): JSX.Element {
  const lang = useLang();
  const tools = useDesk();
  const w = tools.w.dossier;
  const { dispatch } = useFlow();
  const consent = view.state.consents.at(-1)?.consent;
  const [to, setTo] = useState<"person" | "named" | "public">("person");
  const [f, setForm] = useState({
    who: "",
    title: view.state.title,
    organisation: consent?.organisation ?? "",
    never: "",
  });
  const [key, setKey] = useState<{ readonly name: string; readonly text: string }>();
  const [phrase, setPhrase] = useState("");
  const [label, setLabel] = useState("lab");
  const make = async (e: Event): Promise<void> => {
    e.preventDefault();
    const { fonts } = await import("contraluz:fonts");
    const sign = key ? { sign: { key: key.text, label, ...(phrase === "" ? {} : { phrase }) } } : {};
    const { who, ...rest } = f;
    const made = await tools.ask("dossier", { to: to === "named" ? who : to, ...rest, fonts, ...sign });
    if (!made) return;
    setPhrase("");
    const name = w.name(view.today);
    download(made.blob, name);
    dispatch({ type: "saved", name });
    const all = made.made.parts.reduce((n, p) => n + p.committed, 0);
    const shown = made.made.parts.reduce((n, p) => n + p.disclosed, 0);
    const now = await tools.ask("open", { name: view.name });
    const said = [
      w.made(name, count(shown), count(all)),
      `${w.list}: ${made.made.tagmanifest}`,
      ...(key ? [] : [w.unsigned]),
      ...(to === "person" ? [] : [w.read]),
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
        </section>
        <Fold title={w.sign}>
          <p>{w.signMore}</p>
          <p>
            <FileButton
              id="sign-key"
              label={w.signFile}
              onFile={([file]) => {
                if (file!.size <= MOST_KEY) void file!.text().then((t) => setKey({ name: file!.name, text: t }));
              }}
            />{" "}
            {key ? <Seen text={key.name} letters={60} /> : null}
          </p>
          <Text id="sign-phrase" label={w.signPhrase} type="password" value={phrase} onInput={setPhrase} />
          <Text id="sign-label" label={w.signLabel} value={label} onInput={setLabel} />
        </Fold>
        <div class="row">
          <button type="submit" class="btn">
            {w.make}
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
    </div>
  );
}
