/** What the forms of the ledger share: sources to choose, the button, and what the checks say before anything is written. @module */
import { either, sourceWords } from "@contraluz/archive/ledger/say.ts";
import type { Source } from "@contraluz/archive/ledger/types.ts";
import { lineFaultWords, refusalWords } from "@contraluz/archive/ledger/words.ts";
import { faultWords } from "@contraluz/case/forms/words.ts";
import type { Lang } from "@contraluz/core";
import { plain } from "@contraluz/report/safe.ts";
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import type { LedgerLine, LedgerQuestions, LedgerShown } from "../../../archive/ledger.ts";
import { useLang, useWords } from "../../../lang.ts";
import { Option } from "../../../parts/option.tsx";
import { Plain } from "../hits.tsx";
import { useArchive } from "../tools.ts";
import { LEDGER, type LedgerWords } from "./words.ts";

export interface FormProps {
  readonly shown: LedgerShown;
  readonly done: (shown: LedgerShown, id: string) => void;
}

/** Letters of a text in a choice. */
const LETTERS = 160;

/** Fields that were filled in; the others are left out, as in the file. */
export function filled(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const full = ([, v]: [string, unknown]): boolean =>
    v !== undefined && v !== "" && v !== false && !(Array.isArray(v) && v.length === 0);
  return Object.fromEntries(
    Object.entries(fields)
      .map(([k, v]): [string, unknown] => [k, typeof v === "string" ? v.trim() : v])
      .filter(full),
  );
}

/** A text that a person wrote in the language of the page; what stands in the other one stays. */
export const inLang = (
  name: string,
  text: string,
  lang: Lang,
  es: string | undefined,
  en: string | undefined,
): Record<string, string | undefined> =>
  text.trim() === either(es, en, lang)
    ? { [`${name}_es`]: es, [`${name}_en`]: en }
    : { [`${name}_es`]: lang === "es" ? text : undefined, [`${name}_en`]: lang === "en" ? text : undefined };

/** Quotes that were taken of pages, and those that the line has already. */
export function Sources(p: {
  readonly id: string;
  readonly label: string;
  readonly had?: readonly Source[];
  readonly chosen: readonly Source[];
  readonly onChange: (s: readonly Source[]) => void;
}): JSX.Element {
  const w = useWords(LEDGER);
  const lang = useLang();
  const { quotes } = useArchive();
  const all = [...(p.had ?? []), ...quotes];
  return (
    <fieldset>
      <legend class="h-small">{p.label}</legend>
      <p class="fine m0">{all.length === 0 ? w.quotesNone : w.quotesPick}</p>
      {all.map((s, i) => (
        <Option
          key={i}
          id={`${p.id}-${i}`}
          type="checkbox"
          group={p.id}
          label={plain(w.quoted(s.quote ?? s.paraphrase ?? "", sourceWords(s, lang)), lang, LETTERS)}
          checked={p.chosen.includes(s)}
          onChange={(on) => p.onChange(on ? [...p.chosen, s] : p.chosen.filter((x) => x !== s))}
        />
      ))}
    </fieldset>
  );
}

type Refused = Extract<LedgerQuestions["ledgerAdd"]["answer"], { readonly faults: unknown }>;

/** Names of fields as the form calls them. */
function labelOf(at: string, w: LedgerWords): string {
  const names: Readonly<Record<string, string>> = {
    "speaker.name": w.speaker,
    said_on: w.saidOn,
    quote: w.quotes,
    source: w.quotes,
    "scope.actor": w.scopeActor,
    "scope.subject": w.subject,
    holds_from: w.from,
    holds_until: w.until,
    actor: w.actor,
    what_es: w.what,
    why_es: w.why,
    on: w.on,
    from: w.on,
    until: w.actUntil,
    "reviewer.name": w.reviewer,
    reviewer: w.reviewer,
    claim_id: w.claim,
    act_id: w.act,
    "reply_of_the_party.on": w.replyOn,
  };
  return Object.hasOwn(names, at) ? names[at]! : at;
}

function sentences({ faults, refusals }: Refused, w: LedgerWords, lang: Lang): string[] {
  const said = faults.map((f) =>
    f.code === "form" ? faultWords({ ...f.fault, at: labelOf(f.fault.at, w) }, lang) : lineFaultWords(f, lang),
  );
  return [...new Set([...said, ...refusals.map((r) => refusalWords(r, lang))])];
}

export function LineForm(p: {
  readonly id: string;
  readonly line: () => LedgerLine;
  readonly done: FormProps["done"];
  readonly children: ComponentChildren;
}): JSX.Element {
  const w = useWords(LEDGER);
  const lang = useLang();
  const { archive, say, refresh } = useArchive();
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const save = async (): Promise<void> => {
    say("");
    try {
      const got = await archive.ask("ledgerAdd", { line: p.line() });
      if (!("shown" in got)) return setWrong(sentences(got, w, lang));
      setWrong([]);
      p.done(got.shown, got.id);
      say(w.saved(got.id));
      await refresh();
    } catch {
      setWrong([w.broke]);
    }
  };
  return (
    <form
      class="stack"
      autocomplete="off"
      id={`${p.id}-form`}
      onSubmit={(e) => {
        e.preventDefault();
        void save();
      }}
    >
      {p.children}
      <div role="alert">
        {wrong.length === 0 ? null : <p class="m0">{w.notSaved}</p>}
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
