/** What somebody said in public, as a line of the ledger. @module */
import { glossOf } from "@contraluz/archive/ledger/say.ts";
import {
  CLAIM_KINDS,
  type Claim,
  type ClaimKind,
  type Source,
  TERMS,
  type Term,
} from "@contraluz/archive/ledger/types.ts";
import { KIND_WORDS } from "@contraluz/archive/ledger/words.ts";
import { say } from "@contraluz/core";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLang, useWords } from "../../../lang.ts";
import { Select, Text } from "../../cases/fields.tsx";
import { type FormProps, filled, inLang, LineForm, Sources } from "./form.tsx";
import { LEDGER } from "./words.ts";

/** `of`: the line that this one replaces. */
export function ClaimForm(p: FormProps & { readonly of?: Claim }): JSX.Element {
  const w = useWords(LEDGER);
  const lang = useLang();
  const { of } = p;
  const [c, set] = useState({
    speaker: of?.speaker.name ?? "",
    office: of?.speaker.office ?? "",
    body: of?.speaker.body ?? "",
    said: of?.said_on ?? "",
    gloss: of ? glossOf(of, lang) : "",
    kind: of?.kind ?? ("promise" as ClaimKind),
    actor: of?.scope.actor ?? "",
    also: (of?.scope.also ?? []).join("\n"),
    subject: of?.scope.subject ?? "",
    place: of?.scope.place ?? "",
    term: of?.term ?? ("during" as Term),
    from: of?.holds_from ?? "",
    until: of?.holds_until ?? "",
  });
  const [sources, setSources] = useState<readonly Source[]>(of?.source ?? []);
  const field = (k: keyof typeof c) => ({ value: c[k], onInput: (v: string) => set({ ...c, [k]: v }) });
  const id = of ? `claim-${of.id}` : "claim";
  return (
    <LineForm
      id={id}
      done={p.done}
      line={() => ({
        ...filled({
          supersedes: of?.id,
          speaker: filled({ name: c.speaker, office: c.office, body: c.body }),
          said_on: c.said,
          quote: of?.quote ?? sources.find((s) => s.quote !== undefined)?.quote,
          ...inLang("gloss", c.gloss, lang, of?.gloss_es, of?.gloss_en),
          kind: c.kind,
          scope: filled({
            actor: c.actor,
            also: c.also.split("\n").filter((t) => t.trim() !== ""),
            subject: c.subject,
            place: c.place,
          }),
          term: c.term,
          holds_from: c.from.trim() === "" ? c.said : c.from,
          holds_until: c.until,
          source: sources,
        }),
        type: "claim",
      })}
    >
      <Sources id={`${id}-sources`} label={w.quotes} had={of?.source ?? []} chosen={sources} onChange={setSources} />
      <p class="fine m0">{w.claimQuote}</p>
      <Text id={`${id}-speaker`} label={w.speaker} {...field("speaker")} />
      <Text id={`${id}-office`} label={w.office} {...field("office")} />
      <Text id={`${id}-body`} label={w.body} {...field("body")} />
      <Text id={`${id}-said`} label={w.saidOn} more={w.dateMore} {...field("said")} />
      <Text id={`${id}-gloss`} label={w.gloss} more={w.glossMore} lines={2} {...field("gloss")} />
      <Select
        id={`${id}-kind`}
        label={w.kind}
        value={c.kind}
        options={CLAIM_KINDS.map((k) => [k, say(KIND_WORDS[k], lang)] as const)}
        onChange={(kind) => set({ ...c, kind })}
      />
      <Text id={`${id}-actor`} label={w.scopeActor} {...field("actor")} />
      <Text id={`${id}-also`} label={w.scopeAlso} lines={2} {...field("also")} />
      <Text id={`${id}-subject`} label={w.subject} {...field("subject")} />
      <Text id={`${id}-place`} label={w.place} {...field("place")} />
      <Select
        id={`${id}-term`}
        label={w.term}
        value={c.term}
        options={TERMS.map((t) => [t, w.terms[t]] as const)}
        onChange={(term) => set({ ...c, term })}
      />
      <Text id={`${id}-from`} label={w.from} more={w.fromMore} {...field("from")} />
      <Text id={`${id}-until`} label={w.until} more={w.dateMore} {...field("until")} />
    </LineForm>
  );
}
