/** Each finding: what it is, what else it could be, what to do, and where it comes from, to the byte. @module */
import type { Finding, Result } from "@contraluz/core";
import { foreignValues } from "@contraluz/report/foreign.ts";
import { type Names, nameOf } from "@contraluz/report/gaps/gaps.ts";
import { PAGE } from "@contraluz/report/html/words.ts";
import { inOrder } from "@contraluz/report/order.ts";
import { chainOf, type Link } from "@contraluz/report/origin/origin.ts";
import { momentWords } from "@contraluz/report/when.ts";
import { SAY } from "@contraluz/report/words.ts";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLang, useWords } from "../../lang.ts";
import { LevelGlyph, levelClass } from "../../parts/glyphs.tsx";
import { Seen, Sentence } from "../../parts/seen.tsx";
import { useFlow } from "../../use-flow.ts";
import { ANSWER } from "./words.ts";

/** Cards that are drawn; the report has more. */
const CARDS = 50;

function LinkValue({ link }: { readonly link: Link }): JSX.Element {
  const { kind, text, more } = link;
  const mono = kind === "mono" || kind === "foreign";
  return (
    <span class="v">
      {kind === "foreign" ? <Seen text={text} /> : kind === "mono" ? <code>{text}</code> : text}
      {more === undefined ? null : (
        <>
          <br />
          {mono ? <code class="tiny">{more}</code> : more}
        </>
      )}
    </span>
  );
}

/** From the evidence to the bytes. Drawn when it is opened. */
function Chain({ finding, result }: { readonly finding: Finding; readonly result: Result }): JSX.Element | null {
  const lang = useLang();
  const w = useWords(ANSWER);
  const [open, setOpen] = useState(false);
  const first = finding.records[0];
  if (!first) return null;
  return (
    <details onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{w.origin}</summary>
      {open ? (
        <>
          <ol class="chain">
            {chainOf(first, result, lang).map((l) => (
              <li key={l.label} class={l.lit ? "lit" : ""}>
                <span class="k">{l.label}</span>
                <LinkValue link={l} />
              </li>
            ))}
          </ol>
          <p class="tiny">
            {w.findingNo} <code>{finding.id}</code>
          </p>
        </>
      ) : null}
    </details>
  );
}

/** "I know it": the question is answered, and goes. Only where what was compared with is at hand. */
function KnowIt({ finding, result }: { readonly finding: Finding; readonly result: Result }): JSX.Element | null {
  const w = useWords(ANSWER);
  const { flow, dispatch, session } = useFlow();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  if (finding.level !== "ask" || flow.done?.stored !== false || flow.desk) return null;
  const tell = (): void => {
    setState("busy");
    session.ask("known", { known: [...result.context.known, finding.subject], finding: finding.id }).then(
      (done) => dispatch({ type: "judged", done }),
      () => setState("failed"),
    );
  };
  return (
    <p class="screen-only">
      <button type="button" class="btn quiet small" disabled={state === "busy"} onClick={tell}>
        {w.known}
      </button>{" "}
      <span class="fine" role="status">
        {state === "busy" ? w.knownBusy : state === "failed" ? w.knownFailed : w.knownMore}
      </span>
    </p>
  );
}

function Card(p: {
  readonly finding: Finding;
  readonly n: number;
  readonly result: Result;
  readonly names: Names;
}): JSX.Element {
  const lang = useLang();
  const w = useWords(ANSWER);
  const { finding: f, n } = p;
  const say = SAY[lang];
  const text = f.text[lang];
  const values = foreignValues(f);
  const places = [...new Set(f.records.map((r) => nameOf(r.artifact, lang, p.names)))].join(", ");
  return (
    <article class="finding">
      <LevelGlyph level={f.level} />
      <div>
        <p class={`level tone-${levelClass(f.level)}`}>
          {n}. {say.level[f.level]}
        </p>
        <h3>
          <Sentence text={text.title} values={values} letters={60} />
        </h3>
        <p>
          <Sentence text={text.why} values={values} />
        </p>
        {f.window === "custody" ? (
          <p>
            <b>{say.custody}</b>
          </p>
        ) : null}
        <dl class="more">
          <div>
            <dt>{say.otherwise}</dt>
            <dd>
              <Sentence text={text.otherwise} values={values} />
            </dd>
          </div>
          <div>
            <dt>{say.next}</dt>
            <dd>
              <Sentence text={text.next} values={values} />
            </dd>
          </div>
        </dl>
        <KnowIt finding={f} result={p.result} />
      </div>
      <div class="when">
        <dl>
          <dt class="vh">{say.subject}</dt>
          <dd>
            <Seen text={f.subject} letters={80} />
          </dd>
          <dt class="vh">{w.where}</dt>
          <dd>
            {momentWords(f.records[0]?.at, lang)}
            {f.count > 1 ? ` · ${say.times(f.count)}` : ""}
            <br />
            {places}
          </dd>
        </dl>
      </div>
      <div class="from">
        <Chain finding={f} result={p.result} />
      </div>
    </article>
  );
}

export function FindingsPart({
  result,
  names,
}: {
  readonly result: Result;
  readonly names: Names;
}): JSX.Element | null {
  const lang = useLang();
  const w = useWords(ANSWER);
  const list = inOrder(result.findings);
  if (list.length === 0) return null;
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{PAGE[lang].findings}</h2>
      {list.slice(0, CARDS).map((f, i) => (
        <Card key={f.id} finding={f} n={i + 1} result={result} names={names} />
      ))}
      {list.length > CARDS ? <p class="fine">{w.more(String(list.length - CARDS))}</p> : null}
    </section>
  );
}
