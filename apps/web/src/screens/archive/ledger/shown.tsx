/** Claims, acts beside them and what follows, each quote with what the checks say of it and the page that shows it. @module */
import {
  citeWords,
  dateWords,
  either,
  glossOf,
  saidIn,
  sourceWords,
  spanWords,
  whatDone,
  whenDone,
} from "@contraluz/archive/ledger/say.ts";
import {
  BECAUSE_WORDS,
  KIND_WORDS,
  L,
  RELATION_WORDS,
  REPLY_WORDS,
  STATE_MEANS,
  STATE_WORDS,
  STATUS_WORDS,
} from "@contraluz/archive/ledger/words.ts";
import { say } from "@contraluz/core";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ShownAct, ShownClaim, ShownLink, ShownSource } from "../../../archive/ledger.ts";
import { useLang, useWords } from "../../../lang.ts";
import { Seen } from "../../../parts/seen.tsx";
import { Plain } from "../hits.tsx";
import { useArchive } from "../tools.ts";
import { ActForm } from "./act-form.tsx";
import { ClaimForm } from "./claim-form.tsx";
import type { FormProps } from "./form.tsx";
import { LinkForm } from "./link-form.tsx";
import { LEDGER } from "./words.ts";

/** Letters of a quote or a sentence. */
const LETTERS = 2000;
const MARKS = { stands: L.checked, paraphrase: L.paraphrase, "not-checked": L.notChecked } as const;

function SourceList({ list }: { readonly list: readonly ShownSource[] }): JSX.Element | null {
  const w = useWords(LEDGER);
  const lang = useLang();
  const { look } = useArchive();
  if (list.length === 0) return null;
  return (
    <ul class="ledger-sources">
      {list.map(({ source: s, mark, stop }, i) => (
        <li key={i}>
          <Seen text={s.quote ?? s.paraphrase ?? ""} letters={LETTERS} />
          <span class="fine">
            <Plain text={[sourceWords(s, lang), s.url ?? ""].filter((t) => t !== "").join(" · ")} /> ·{" "}
            <b>{say(MARKS[mark], lang)}</b>{" "}
            {stop ? (
              <button
                type="button"
                class="link screen-only"
                aria-label={w.pageOf(sourceWords(s, lang))}
                onClick={() => look({ stops: [stop], at: 0 })}
              >
                {w.page}
              </button>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A button that opens the form which mends a line, until that is noted. */
function Mend(p: {
  readonly id: string;
  readonly done: FormProps["done"];
  readonly form: (done: FormProps["done"]) => JSX.Element;
}): JSX.Element {
  const w = useWords(LEDGER);
  const [open, setOpen] = useState(false);
  const done: FormProps["done"] = (s, id) => {
    setOpen(false);
    p.done(s, id);
  };
  return (
    <>
      {open ? (
        <>
          <p class="m0">{w.mending(p.id)}</p>
          {p.form(done)}
        </>
      ) : null}
      <div class="row screen-only">
        <button type="button" class="btn quiet small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? w.mendNot : w.mendOf(p.id)}
        </button>
      </div>
    </>
  );
}

/** What was done, how it is known, and by which sources. */
export function ActPart(p: FormProps & { readonly act: ShownAct; readonly origins?: number }): JSX.Element {
  const lang = useLang();
  const { act: a, sources } = p.act;
  // Beside a claim it stands under the claim's own heading.
  const Heading = p.origins === undefined ? "h3" : "h4";
  const facts = [a.actor, whenDone(a, lang), a.place ?? ""].filter((t) => t !== "").join(" · ");
  return (
    <>
      <Heading class="m0 h-small">
        <Plain text={whatDone(a, lang)} />
      </Heading>
      <p class="fine m0">
        {a.id} · <Plain text={facts} /> · {say(STATUS_WORDS[a.status], lang)}
        {p.origins === undefined ? "" : ` · ${say(L.origins, lang, { n: p.origins })}`}
      </p>
      <SourceList list={sources} />
      {a.cites.length === 0 ? null : <p class="fine m0">{a.cites.map((c) => citeWords(c, lang)).join("; ")}</p>}
      <Mend id={a.id} done={p.done} form={(done) => <ActForm shown={p.shown} of={a} done={done} />} />
    </>
  );
}

function Beside(p: FormProps & { readonly link: ShownLink }): JSX.Element {
  const lang = useLang();
  const { link: l, because, origins, reply, replaces } = p.link;
  const r = l.reply_of_the_party;
  const answer = either(r?.text_es, r?.text_en, lang);
  return (
    <li class="ledger-act">
      <p class="m0">
        <b>{say(RELATION_WORDS[l.relation], lang)}</b>
      </p>
      <ActPart act={p.link} origins={origins} shown={p.shown} done={p.done} />
      <p class="m0">
        <b>{say(L.why, lang)}:</b> <Plain text={either(l.why_es, l.why_en, lang)} />
      </p>
      <p class="fine m0">
        {l.reviewer ? (
          <Plain text={say(L.reviewed, lang, { name: l.reviewer.name, day: dateWords(l.on, lang) })} />
        ) : null}
        {replaces > 0 ? ` · ${say(L.history, lang, { n: replaces })}` : ""}
      </p>
      {because.length > 0 ? (
        <p class="m0">{say(L.settles, lang, { why: because.map((b) => say(BECAUSE_WORDS[b], lang)).join("; ") })}</p>
      ) : null}
      {r ? (
        <>
          <p class="m0">
            <b>{say(REPLY_WORDS[r.state], lang)}</b>
            {r.on === undefined ? "" : `, ${dateWords(r.on, lang)}`}.{" "}
            {answer === "" ? null : <Seen text={answer} letters={LETTERS} />}
          </p>
          <SourceList list={reply} />
        </>
      ) : null}
      <Mend id={l.id} done={p.done} form={(done) => <LinkForm shown={p.shown} of={l} done={done} />} />
    </li>
  );
}

export function ClaimPart(p: FormProps & { readonly claim: ShownClaim }): JSX.Element {
  const w = useWords(LEDGER);
  const lang = useLang();
  const [act, setAct] = useState<"" | "review" | "mend">("");
  const { claim: c, state, sources, beside } = p.claim;
  const gloss = glossOf(c, lang);
  const holds = c.term === "by" ? dateWords(c.holds_until ?? "", lang) : spanWords(c.holds_from, c.holds_until, lang);
  const speaker = [c.speaker.name, c.speaker.office ?? "", c.speaker.body ?? ""].filter((t) => t !== "").join(", ");
  const reach = [[c.scope.actor, ...(c.scope.also ?? [])].join(", "), c.scope.subject, c.scope.place ?? ""];
  const done: FormProps["done"] = (s, id) => {
    setAct("");
    p.done(s, id);
  };
  const toggle = (to: "review" | "mend"): void => setAct(act === to ? "" : to);
  return (
    <section class="sheet stack" aria-labelledby={`claim-of-${c.id}`}>
      <p class={`m0 ledger-state ${state}`}>{say(STATE_WORDS[state], lang)}</p>
      <h3 class="m0" id={`claim-of-${c.id}`}>
        <Seen text={saidIn(c, lang)} letters={LETTERS} />
      </h3>
      {gloss === "" || gloss === saidIn(c, lang) ? null : (
        <p class="m0">
          <b>{say(L.inShort, lang)}:</b> <Plain text={gloss} />
        </p>
      )}
      <p class="fine m0">{say(STATE_MEANS[state], lang)}</p>
      <dl class="facts">
        <div>
          <dt>{say(L.saidBy, lang)}</dt>
          <dd>
            <Plain text={speaker} />
          </dd>
        </div>
        <div>
          <dt>{say(L.said, lang)}</dt>
          <dd>
            {c.id} · {dateWords(c.said_on, lang)} · {say(KIND_WORDS[c.kind], lang)}
          </dd>
        </div>
        <div>
          <dt>{say(c.term === "by" ? L.by : L.holds, lang)}</dt>
          <dd>{holds}</dd>
        </div>
        <div>
          <dt>{say(L.reach, lang)}</dt>
          <dd>
            <Plain text={reach.filter((t) => t !== "").join(" · ")} />
          </dd>
        </div>
      </dl>
      <SourceList list={sources} />
      {beside.length === 0 ? (
        <p class="m0">{say(L.noActs, lang)}</p>
      ) : (
        <ul class="plain-list">
          {beside.map((b) => (
            <Beside key={b.link.id} link={b} shown={p.shown} done={done} />
          ))}
        </ul>
      )}
      <div class="row screen-only">
        <button type="button" class="btn quiet small" aria-expanded={act === "review"} onClick={() => toggle("review")}>
          {w.reviewOf(c.id)}
        </button>
        <button type="button" class="btn quiet small" aria-expanded={act === "mend"} onClick={() => toggle("mend")}>
          {w.mendOf(c.id)}
        </button>
      </div>
      {act === "review" ? <LinkForm shown={p.shown} claim={c} done={done} /> : null}
      {act === "mend" ? (
        <>
          <p class="m0">{w.mending(c.id)}</p>
          <ClaimForm shown={p.shown} of={c} done={done} />
        </>
      ) : null}
    </section>
  );
}
