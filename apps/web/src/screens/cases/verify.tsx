/** A dossier that somebody handed over: what holds, what fails, what nobody can know from it. @module */

import type { Verified, VerifyItem } from "@contraluz/case/dossier/verify-types.ts";
import { FAILS, HOLDS, V, WHY } from "@contraluz/case/dossier/words.ts";
import { count, type Lang, say } from "@contraluz/core";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Picked } from "../../flow.ts";
import { useLang } from "../../lang.ts";
import { Drop } from "../../parts/drop.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Seen } from "../../parts/seen.tsx";
import { useDesk } from "./desk.ts";
import { FileButton, Said, Text } from "./fields.tsx";
import type { CasesWords } from "./words.ts";

/** Names that are shown. */
const FEW = 5;

function whyOf(i: VerifyItem, w: CasesWords, lang: Lang): string {
  if (i.why === undefined) return "";
  const own: Readonly<Record<string, string>> = w.verify.why;
  return Object.hasOwn(own, i.why) ? own[i.why]! : say(WHY[i.why], lang);
}

function Item({ item: i }: { readonly item: VerifyItem }): JSX.Element {
  const lang = useLang();
  const { w } = useDesk();
  const rest = i.count > FEW ? ` (+${count(i.count - FEW)})` : "";
  const names = i.about.slice(0, FEW).map((a) => (
    <>
      <Seen key={a} text={a} letters={80} />{" "}
    </>
  ));
  const words =
    i.state === "holds"
      ? say(HOLDS[i.code], lang)
      : i.state === "fails"
        ? say(FAILS[i.code], lang, { n: i.count, names: "" })
        : "";
  return (
    <li>
      {words} {names}
      {rest} {whyOf(i, w, lang)}
    </li>
  );
}

function Proofs({ v }: { readonly v: Verified }): JSX.Element | null {
  const lang = useLang();
  const { signatures, times } = v.attested;
  if (signatures.length + times.length === 0) return null;
  return (
    <section class="sheet">
      <h2>{say(V.attestedHead, lang)}</h2>
      <ul>
        {signatures.map((s) => (
          <li key={s.label + s.key}>
            <Seen text={V.signed[lang]({ label: s.label, key: s.key })} letters={300} />
          </li>
        ))}
        {times.map((t) => (
          <li key={t.label + t.time}>
            <Seen
              text={V.stamped[lang]({
                label: t.label,
                time: t.time.replace("T", " ").replace("Z", ""),
                authority: t.authority,
              })}
              letters={300}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Shown({ v }: { readonly v: Verified }): JSX.Element {
  const lang = useLang();
  const { w } = useDesk();
  const parts = [
    ["fails", V.failsHead],
    ["holds", V.holdsHead],
    ["unknown", V.unknownHead],
  ] as const;
  return (
    <>
      <Notice kind={v.verdict === "fails" ? "stop" : "plain"} title={say(V[v.verdict], lang)}>
        <p>
          {say(V.title, lang)}: <Seen text={v.facts.title} letters={120} /> · {say(V[v.facts.edition], lang)} ·{" "}
          {V.size[lang]({ files: count(v.facts.files), bytes: count(v.facts.bytes) })}
        </p>
        <p>{w.verify.shown(count(v.facts.disclosed), count(v.facts.committed))}</p>
      </Notice>
      {parts.map(([state, head]) => {
        const items = v.items.filter((i) => i.state === state);
        return items.length === 0 ? null : (
          <section class="sheet" key={state}>
            <h2>{say(head, lang)}</h2>
            <ul>
              {items.map((i, k) => (
                <Item key={k} item={i} />
              ))}
            </ul>
          </section>
        );
      })}
      <Proofs v={v} />
      <p class="fine">
        {w.dossier.list}: <code class="sum">{v.attested.tagmanifest}</code>
      </p>
      <p class="fine">{say(V.limits, lang)}</p>
    </>
  );
}

export function Verify(): JSX.Element {
  const tools = useDesk();
  const { desk } = tools;
  const w = tools.w.verify;
  const [keys, setKeys] = useState<readonly string[]>([""]);
  const [file, setFile] = useState<Picked>();
  const [full, setFull] = useState<File>();
  const [found, setFound] = useState<Verified>();
  const check = async (f: Picked, against?: File): Promise<void> => {
    setFile(f);
    // A full edition that was given for another dossier says nothing of this one.
    setFull(against);
    setFound(undefined);
    const given = keys.map((k) => k.trim()).filter((k) => k !== "");
    setFound(
      await tools.ask(
        "verify",
        { chosen: f.chosen, keys: given, ...(against ? { full: { kind: "file", file: against } as const } : {}) },
        { picked: f },
      ),
    );
  };
  const back = (): void =>
    tools.set({ stage: desk.rows.length > 0 || desk.view ? "list" : "gate", said: [], wrong: false });
  return (
    <div class="stack narrow">
      <header>
        <p class="eyebrow">
          <button type="button" class="link" onClick={back}>
            {tools.w.title}
          </button>
        </p>
        <h1 tabIndex={-1}>{w.title}</h1>
        <p class="intro">{w.intro}</p>
      </header>
      <Drop single onPick={(p) => void check(p)} />
      <Said />
      {found ? <Shown v={found} /> : null}
      <section class="sheet stack">
        <h2>{w.keys}</h2>
        <p class="fine">{w.keysMore}</p>
        {keys.map((k, i) => (
          <Text
            key={i}
            id={`trusted-${i}`}
            label={`${w.keys} ${count(i + 1)}`}
            lines={2}
            value={k}
            onInput={(v) => setKeys(keys.map((x, n) => (n === i ? v : x)))}
          />
        ))}
        {found?.facts.edition === "redacted" ? (
          <div>
            <FileButton id="full-edition" label={w.full} onFile={([f]) => setFull(f)} />{" "}
            {full ? <Seen text={full.name} letters={60} /> : null}
          </div>
        ) : null}
        <div class="row">
          <button type="button" class="btn quiet small" onClick={() => setKeys([...keys, ""])}>
            {w.addKey}
          </button>
          {file ? (
            <button type="button" class="btn small" onClick={() => void check(file, full)}>
              {w.again}
            </button>
          ) : null}
        </div>
      </section>
    </div>
  );
}
