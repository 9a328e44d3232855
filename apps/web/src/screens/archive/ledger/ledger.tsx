/** What was said and what was done, beside the papers that show it. Kept and broken are worked out each time. @module */
import { dateWords } from "@contraluz/archive/ledger/say.ts";
import { L, lineFaultWords, refusalWords, uncheckedWords } from "@contraluz/archive/ledger/words.ts";
import { say } from "@contraluz/core";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { LedgerShown } from "../../../archive/ledger.ts";
import { useLang, useWords } from "../../../lang.ts";
import { Notice } from "../../../parts/notice.tsx";
import { Text } from "../../cases/fields.tsx";
import { Plain } from "../hits.tsx";
import { useArchive } from "../tools.ts";
import { ActForm } from "./act-form.tsx";
import { ClaimForm } from "./claim-form.tsx";
import { LedgerFiles } from "./files.tsx";
import type { FormProps } from "./form.tsx";
import { LinkForm } from "./link-form.tsx";
import { ActPart, ClaimPart } from "./shown.tsx";
import { LEDGER } from "./words.ts";

function Lines(p: {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
}): JSX.Element | null {
  if (p.lines.length === 0) return null;
  return (
    <section class="sheet stack" aria-labelledby={p.id}>
      <h2 class="h-small" id={p.id}>
        {p.title}
      </h2>
      <ul>
        {p.lines.map((t, i) => (
          <li key={i}>
            <Plain text={t} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A form that is there once it is asked for, and gone when its line is written. */
function Adding(p: { readonly title: string; readonly children: (done: () => void) => JSX.Element }): JSX.Element {
  const [open, set] = useState(false);
  return (
    <details class="sheet screen-only" open={open} onToggle={(e) => set(e.currentTarget.open)}>
      <summary>{p.title}</summary>
      {open ? p.children(() => set(false)) : null}
    </details>
  );
}

export function LedgerTab(): JSX.Element {
  const w = useWords(LEDGER);
  const lang = useLang();
  const { archive, state, say: tell } = useArchive();
  const [shown, set] = useState<LedgerShown>();
  const [day, setDay] = useState("");
  const [wrong, setWrong] = useState("");
  const title = useRef<HTMLHeadingElement>(null);
  const ask = async (): Promise<void> => {
    if (day !== "" && !/^\d{4}-\d\d-\d\d$/.test(day)) return setWrong(w.atBad);
    setWrong("");
    try {
      set(await archive.ask("ledger", day === "" ? {} : { at: day }));
    } catch {
      tell(w.broke, true);
    }
  };
  // A page that came or was corrected may hold a quote now, or hold it no more.
  useEffect(() => void ask(), [archive, state.coverage.pages, state.corrections]);
  if (!shown) return <p role="status">{""}</p>;
  const done: FormProps["done"] = (s) => {
    setDay("");
    set(s);
    // The form is gone, and its button with it.
    requestAnimationFrame(() => title.current?.focus());
  };
  const { claims, acts, links } = shown.entries;
  const none = claims + acts + links === 0;
  const form = { shown, done };
  return (
    <div class="stack">
      <section class="sheet stack" aria-labelledby="ledger-title">
        <h2 id="ledger-title" tabIndex={-1} ref={title}>
          {say(L.title, lang)}
        </h2>
        <p class="m0">{say(L.intro, lang)}</p>
        {none ? (
          <Notice>
            <p>{w.none}</p>
          </Notice>
        ) : (
          <>
            <p class="m0" role="status">
              {say(L.sum, lang, { claims, acts, links })} {say(L.asOf, lang, { day: dateWords(shown.at, lang) })}.
            </p>
            <p class="fine m0">{w.counts}</p>
            <form
              class="row pair screen-only"
              autocomplete="off"
              onSubmit={(e) => {
                e.preventDefault();
                void ask();
              }}
            >
              <Text id="ledger-at" label={w.at} more={w.atMore} type="date" value={day} onInput={setDay} />
              <button type="submit" class="btn quiet small">
                {w.show}
              </button>
            </form>
            <p class="m0" role="alert">
              {wrong}
            </p>
          </>
        )}
      </section>
      {shown.claims.map((c) => (
        <ClaimPart key={c.claim.id} claim={c} {...form} />
      ))}
      {!none && shown.claims.length === 0 ? <p class="m0">{say(L.none, lang)}</p> : null}
      {shown.alone.length === 0 ? null : (
        <section class="sheet stack" aria-labelledby="acts-alone">
          <h2 class="h-small" id="acts-alone">
            {say(L.others, lang)}
          </h2>
          <ul class="plain-list">
            {shown.alone.map((a) => (
              <li key={a.act.id}>
                <ActPart act={a} {...form} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Lines
        id="ledger-faults"
        title={say(L.faults, lang)}
        lines={[
          ...shown.faults.map((f) => lineFaultWords(f, lang)),
          ...shown.refusals.map((r) => refusalWords(r, lang)),
        ]}
      />
      <Lines id="ledger-gaps" title={say(L.gaps, lang)} lines={shown.unchecked.map((u) => uncheckedWords(u, lang))} />
      <Adding title={w.addClaim}>
        {(close) => (
          <ClaimForm
            shown={shown}
            done={(s, id) => {
              close();
              done(s, id);
            }}
          />
        )}
      </Adding>
      <Adding title={w.addAct}>
        {(close) => (
          <ActForm
            shown={shown}
            done={(s, id) => {
              close();
              done(s, id);
            }}
          />
        )}
      </Adding>
      <Adding title={w.addLink}>
        {(close) => (
          <LinkForm
            shown={shown}
            done={(s, id) => {
              close();
              done(s, id);
            }}
          />
        )}
      </Adding>
      <LedgerFiles at={day} changed={set} />
    </div>
  );
}
