/** Groups of cases that have something published or rare in common, with the evidence of each link. @module */
import { count, say } from "@contraluz/core";
import type { Campaign, CampaignReport, Evidence, Link } from "@contraluz/hunt/links/types.ts";
import { ACTIVITY, LETTER } from "@contraluz/hunt/links/words.ts";
import { isoWords } from "@contraluz/report/when.ts";
import type { JSX } from "preact";
import { useLang, useWords } from "../../lang.ts";
import { Notice } from "../../parts/notice.tsx";
import { Seen, Sentence } from "../../parts/seen.tsx";
import { Graph } from "./graph.tsx";
import { LevelTag, Place, Span } from "./parts.tsx";
import { HUNT } from "./words.ts";

/** What of each list is drawn. */
const SHOWN = { groups: 50, values: 60, cases: 60, links: 60, evidence: 6 } as const;

function useKind(): (letter: string) => string {
  const lang = useLang();
  return (letter) => (Object.hasOwn(LETTER, letter) ? say(LETTER[letter]!, lang) : letter.slice(0, 4));
}

function Values({ group }: { readonly group: Campaign }): JSX.Element {
  const w = useWords(HUNT);
  const kind = useKind();
  const h = w.valueHead;
  return (
    <div class="scroll">
      <table class="fold">
        <caption class="vh">{h.value}</caption>
        <thead>
          <tr>
            {(["value", "kind", "cases", "phones", "span"] as const).map((k) => (
              <th key={k} scope="col" class={k === "cases" || k === "phones" ? "num" : ""}>
                {h[k]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.values.slice(0, SHOWN.values).map((v) => (
            <tr key={`${v.letter} ${v.value}`}>
              <th scope="row">
                <Seen text={v.value} letters={120} />
              </th>
              <td data-h={`${h.kind}:`}>
                {kind(v.letter)}
                {v.sign ? (
                  <>
                    {" · "}
                    {w.published} <LevelTag level={v.sign.level} />
                  </>
                ) : null}
              </td>
              <td class="num" data-h={`${h.cases}:`}>
                {count(v.cases)}
              </td>
              <td class="num" data-h={`${h.phones}:`}>
                {count(v.phones)}
              </td>
              <td data-h={`${h.span}:`}>
                <Span {...v} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {group.values.length > SHOWN.values ? <p class="fine">{w.alsoSame(group.values.length - SHOWN.values)}</p> : null}
    </div>
  );
}

function Cause({ e }: { readonly e: Evidence }): JSX.Element {
  const w = useWords(HUNT);
  const kind = useKind();
  const notes = [
    kind(e.letter),
    ...(e.sign ? [w.published] : []),
    w.weight(e.weight.toFixed(1)),
    ...(e.days === undefined ? [] : [w.apart(e.days)]),
    ...(e.also.length > 0 ? [w.alsoSame(e.also.length)] : []),
  ];
  return (
    <li>
      <Seen text={e.value} letters={120} /> ({notes.join("; ")})
      {e.sides.map((s) => (
        <p class="fine" key={s.case}>
          <Seen text={s.case} letters={20} />: {w.times(s.records)}, <Span {...s} />
          {s.seen.slice(0, 2).map((at, i) => (
            <span key={i}>
              {" · "}
              <Place at={at} />
            </span>
          ))}
        </p>
      ))}
    </li>
  );
}

function LinkItem({
  link,
  numbers,
}: {
  readonly link: Link;
  readonly numbers: ReadonlyMap<string, number>;
}): JSX.Element {
  const w = useWords(HUNT);
  const name = (id: string): string => `${numbers.get(id) ?? "?"} (${id.slice(0, 20)})`;
  return (
    <li>
      <Sentence text={w.link(name(link.cases[0]), name(link.cases[1]))} values={link.cases} letters={20} /> ·{" "}
      {w.weight(link.weight.toFixed(1))}
      <ul>
        {link.evidence.slice(0, SHOWN.evidence).map((e) => (
          <Cause key={`${e.letter} ${e.value}`} e={e} />
        ))}
      </ul>
    </li>
  );
}

function Group({ group }: { readonly group: Campaign }): JSX.Element {
  const w = useWords(HUNT);
  const lang = useLang();
  const names = group.names.slice(0, 12);
  const numbers = new Map(group.cases.map((c, i) => [c.case, i + 1]));
  const links = [...group.links].sort((a, b) => b.weight - a.weight);
  return (
    <section class="sheet stack">
      <h2>
        <Sentence text={w.group(group.id, group.cases.length)} values={[group.id]} letters={20} />
      </h2>
      <p>
        <Span {...group} />; {say(ACTIVITY[group.activity], lang)}
      </p>
      {group.names.length > 0 ? (
        <p>
          <Sentence text={w.names(names.join(", "))} values={names} letters={60} />
        </p>
      ) : null}
      {group.basis === "rare" ? (
        <Notice kind="care">
          <p>{w.onlyRare}</p>
        </Notice>
      ) : null}
      <Graph group={group} />
      <ol class="plain-list numbered">
        {group.cases.slice(0, SHOWN.cases).map((c, i) => (
          <li key={c.case}>
            <b>{i + 1}.</b> <Seen text={c.case} letters={20} /> · <Span {...c} />
          </li>
        ))}
      </ol>
      {group.cases.length > SHOWN.cases ? <p class="fine">{w.moreCases(group.cases.length - SHOWN.cases)}</p> : null}
      <Values group={group} />
      <details>
        <summary>{w.links}</summary>
        <ul class="plain-list">
          {links.slice(0, SHOWN.links).map((l) => (
            <LinkItem key={l.cases.join(" ")} link={l} numbers={numbers} />
          ))}
        </ul>
      </details>
    </section>
  );
}

export function Groups({ report }: { readonly report: CampaignReport }): JSX.Element {
  const w = useWords(HUNT);
  const lang = useLang();
  const { limits, campaigns } = report;
  const fine = [
    ...(limits.few ? [w.few] : []),
    ...(limits.many ? [w.many] : []),
    ...(report.same.length > 0 ? [w.samePhone(report.same.length)] : []),
    ...(limits.pairs > 0 ? [w.pairsLeft(limits.pairs)] : []),
    ...(limits.damaged > 0 ? [w.damaged(limits.damaged)] : []),
  ];
  return (
    <div class="stack">
      <p>{w.groupsOf(report.cases, isoWords(report.asOf.slice(0, 10), lang, true).slice(0, 40))}</p>
      {campaigns.length === 0 ? (
        <p>{w.noGroups}</p>
      ) : (
        <Notice kind="care">
          <p>{w.notProof}</p>
        </Notice>
      )}
      {fine.map((t) => (
        <p class="fine" key={t}>
          {t}
        </p>
      ))}
      {campaigns.slice(0, SHOWN.groups).map((g) => (
        <Group key={g.id} group={g} />
      ))}
    </div>
  );
}
