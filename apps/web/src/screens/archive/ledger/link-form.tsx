/** What a named person says of a claim and an act, and whether the party could answer. @module */
import { either, saidIn, whatDone } from "@contraluz/archive/ledger/say.ts";
import {
  type Act,
  type Claim,
  type Link,
  RELATIONS,
  REPLY_STATES,
  type Relation,
  type ReplyState,
  type Source,
} from "@contraluz/archive/ledger/types.ts";
import { RELATION_WORDS, REPLY_WORDS } from "@contraluz/archive/ledger/words.ts";
import { say } from "@contraluz/core";
import { plain } from "@contraluz/report/safe.ts";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLang, useWords } from "../../../lang.ts";
import { Option } from "../../../parts/option.tsx";
import { Select, Text } from "../../cases/fields.tsx";
import { useArchive } from "../tools.ts";
import { type FormProps, filled, inLang, LineForm, Sources } from "./form.tsx";
import { LEDGER } from "./words.ts";

/** Letters of a claim or an act in a choice. */
const LETTERS = 100;
/** States in which somebody was asked or spoke. */
const SPOKE: ReadonlySet<ReplyState> = new Set(["answered", "public", "no-answer"]);

function today(): string {
  const d = new Date();
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
}

/** `claim`: the one that it is beside. `of`: the review that this one replaces. */
export function LinkForm(p: FormProps & { readonly claim?: Claim; readonly of?: Link }): JSX.Element {
  const w = useWords(LEDGER);
  const lang = useLang();
  const { by: last } = useArchive();
  const { of, shown } = p;
  const { claims, acts } = shown.standing;
  const r = of?.reply_of_the_party;
  const [l, set] = useState({
    claim: of?.claim_id ?? p.claim?.id ?? claims[0]?.id ?? "",
    act: of?.act_id ?? acts[0]?.id ?? "",
    relation: of?.relation ?? ("contradicts" as Relation),
    why: either(of?.why_es, of?.why_en, lang),
    reviewer: of?.reviewer?.name ?? last.now,
    role: of?.reviewer?.role ?? "",
    on: today(),
    state: r?.state ?? ("not-asked" as ReplyState),
    replyOn: r?.on ?? "",
    text: either(r?.text_es, r?.text_en, lang),
  });
  const [disputes, setDisputes] = useState(r?.disputes ?? false);
  const [sources, setSources] = useState<readonly Source[]>(r?.source ?? []);
  const field = (k: keyof typeof l) => ({ value: l[k], onInput: (v: string) => set({ ...l, [k]: v }) });
  if (claims.length === 0 || acts.length === 0) return <p class="m0">{w.needBoth}</p>;
  const id = of ? `link-${of.id}` : p.claim ? `link-of-${p.claim.id}` : "link";
  const spoke = SPOKE.has(l.state);
  const claimOption = (c: Claim): readonly [string, string] => [
    c.id,
    plain(`${c.id}: ${saidIn(c, lang)}`, lang, LETTERS),
  ];
  const actOption = (a: Act): readonly [string, string] => [
    a.id,
    plain(`${a.id}: ${whatDone(a, lang)}`, lang, LETTERS),
  ];
  return (
    <LineForm
      id={id}
      done={(s, n) => {
        last.now = l.reviewer.trim();
        p.done(s, n);
      }}
      line={() => ({
        ...filled({
          supersedes: of?.id,
          claim_id: l.claim,
          act_id: l.act,
          relation: l.relation,
          ...inLang("why", l.why, lang, of?.why_es, of?.why_en),
          reviewer: filled({ name: l.reviewer, role: l.role }),
          on: l.on,
          reply_of_the_party: filled({
            state: l.state,
            ...(spoke
              ? {
                  on: l.replyOn,
                  ...inLang("text", l.text, lang, r?.text_es, r?.text_en),
                  disputes,
                  source: sources,
                }
              : {}),
          }),
        }),
        type: "link",
      })}
    >
      {p.claim || of ? null : (
        <Select
          id={`${id}-claim`}
          label={w.claim}
          value={l.claim}
          options={claims.map(claimOption)}
          onChange={(claim) => set({ ...l, claim })}
        />
      )}
      {of ? null : (
        <Select
          id={`${id}-act`}
          label={w.act}
          value={l.act}
          options={acts.map(actOption)}
          onChange={(act) => set({ ...l, act })}
        />
      )}
      <Select
        id={`${id}-relation`}
        label={w.relation}
        value={l.relation}
        options={RELATIONS.map((x) => [x, say(RELATION_WORDS[x], lang)] as const)}
        onChange={(relation) => set({ ...l, relation })}
      />
      <Text id={`${id}-why`} label={w.why} more={w.whyMore} lines={2} {...field("why")} />
      <Text id={`${id}-reviewer`} label={w.reviewer} {...field("reviewer")} />
      <Text id={`${id}-role`} label={w.role} {...field("role")} />
      <Text id={`${id}-on`} label={w.reviewOn} type="date" {...field("on")} />
      <Select
        id={`${id}-reply`}
        label={w.reply}
        value={l.state}
        options={REPLY_STATES.map((s) => [s, say(REPLY_WORDS[s], lang)] as const)}
        onChange={(state) => set({ ...l, state })}
      />
      <p class="fine m0">{w.replyMore}</p>
      {spoke ? (
        <>
          <Text id={`${id}-reply-on`} label={w.replyOn} more={w.dateMore} {...field("replyOn")} />
          <Text id={`${id}-reply-text`} label={w.replyText} lines={2} {...field("text")} />
          <Option
            id={`${id}-disputes`}
            type="checkbox"
            group={`${id}-disputes`}
            label={w.disputes}
            checked={disputes}
            onChange={setDisputes}
          />
          <Sources
            id={`${id}-reply-sources`}
            label={w.replyQuotes}
            had={r?.source ?? []}
            chosen={sources}
            onChange={setSources}
          />
        </>
      ) : null}
    </LineForm>
  );
}
