/** Which signs were met, and in which cases. @module */
import { byCodeUnit, count, type Finding, LEVELS } from "@contraluz/core";
import type { HuntReport } from "@contraluz/hunt/run/types.ts";
import { isoWords } from "@contraluz/report/when.ts";
import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { useLang, useWords } from "../../lang.ts";
import { Seen, Sentence } from "../../parts/seen.tsx";
import { Select, Text } from "../cases/fields.tsx";
import { LevelTag, Place, Span, spanOf } from "./parts.tsx";
import { HUNT } from "./words.ts";

/** Rows and cases of a row that are drawn at once. */
const [ROWS, CASES, RECORDS] = [200, 100, 3];

interface In {
  readonly caseId: string;
  readonly checkId: string;
  readonly finding: Finding;
}

interface Sign {
  readonly id: string;
  /** The strongest. */
  readonly finding: Finding;
  readonly cases: readonly In[];
  readonly n: number;
}

const rank = (f: Finding): number => LEVELS.indexOf(f.level);

/** Signs by level, then by how many cases have them. */
function signsOf(report: HuntReport): Sign[] {
  const all = new Map<string, In[]>();
  for (const { caseId, checkId, findings } of report.cases)
    for (const finding of findings) {
      const list = all.get(finding.id);
      if (list) list.push({ caseId, checkId, finding });
      else all.set(finding.id, [{ caseId, checkId, finding }]);
    }
  return [...all]
    .map(([id, cases]): Sign => {
      const finding = cases.map((c) => c.finding).reduce((a, b) => (rank(b) < rank(a) ? b : a));
      return { id, finding, cases, n: new Set(cases.map((c) => c.caseId)).size };
    })
    .sort((a, b) => rank(a.finding) - rank(b.finding) || b.n - a.n || byCodeUnit(a.finding.subject, b.finding.subject));
}

function Row({ sign }: { readonly sign: Sign }): JSX.Element {
  const w = useWords(HUNT);
  const { finding } = sign;
  return (
    <tr>
      <th scope="row">
        <Seen text={finding.subject} letters={120} />
        <details>
          <summary>{w.inCases(sign.n)}</summary>
          <ul class="plain-list">
            {sign.cases.slice(0, CASES).map((c) => (
              <li key={`${c.caseId} ${c.checkId}`}>
                <Sentence text={w.case(c.caseId, c.checkId)} values={[c.caseId]} letters={20} /> ·{" "}
                {w.times(c.finding.count)}
                <p class="fine">
                  {c.finding.records.slice(0, RECORDS).map((r, i) => (
                    <span key={i}>
                      {i > 0 ? " · " : ""}
                      <Place at={r} />
                    </span>
                  ))}
                </p>
              </li>
            ))}
          </ul>
          {sign.cases.length > CASES ? <p class="fine">{w.moreCases(sign.cases.length - CASES)}</p> : null}
        </details>
      </th>
      <td data-h={`${w.head.level}:`}>
        <LevelTag level={finding.level} />
      </td>
      <td data-h={`${w.head.group}:`}>
        {finding.indicator?.campaign === undefined ? "–" : <Seen text={finding.indicator.campaign} letters={60} />}
      </td>
      <td class="num" data-h={`${w.head.cases}:`}>
        {count(sign.n)}
      </td>
      <td data-h={`${w.head.span}:`}>
        <Span {...spanOf(sign.cases.flatMap((c) => c.finding.records))} />
      </td>
    </tr>
  );
}

function Sets({ report }: { readonly report: HuntReport }): JSX.Element {
  const w = useWords(HUNT);
  return (
    <details class="sheet">
      <summary>{w.sets}</summary>
      <ul>
        {report.signs.map((s) => (
          <li key={`${s.name} ${s.sha256}`}>
            <Sentence text={w.setLine(s.name, Number(s.count), String(s.date))} values={[s.name]} letters={120} />
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Met({ hunts }: { readonly hunts: readonly HuntReport[] }): JSX.Element {
  const w = useWords(HUNT);
  const lang = useLang();
  const [at, setAt] = useState(hunts.length - 1);
  const [asked, ask] = useState("");
  const report = hunts[Math.min(at, hunts.length - 1)]!;
  const signs = useMemo(() => signsOf(report), [report]);
  const q = asked.trim().toLowerCase();
  const shown = useMemo(() => {
    const has = (s: Sign): boolean =>
      [s.finding.subject, s.finding.indicator?.campaign ?? "", ...s.cases.map((c) => c.caseId)].some((t) =>
        t.toLowerCase().includes(q),
      );
    return q === "" ? signs : signs.filter(has);
  }, [signs, q]);
  const total = report.signs.reduce((n, s) => n + (Number(s.count) || 0), 0);
  const of = new Set([...report.searched, ...report.gaps].map((p) => p.caseId)).size;
  const met = new Set(report.cases.filter((c) => c.findings.length > 0).map((c) => c.caseId)).size;
  const day = (r: HuntReport): string => isoWords(r.asOf.slice(0, 10), lang, true).slice(0, 40);
  return (
    <div class="stack">
      {hunts.length > 1 ? (
        <Select
          id="which-hunt"
          label={w.hunt}
          value={String(at)}
          options={hunts.map((h, i) => [String(i), w.huntOf(h.hunt.slice(0, 8), day(h))] as const)}
          onChange={(v) => setAt(Number(v))}
        />
      ) : (
        <h2>
          {w.hunt} {w.huntOf(report.hunt.slice(0, 8), day(report))}
        </h2>
      )}
      <p>
        {w.searched(total, report.searched.length, of)} {met === 0 ? w.none : w.met(met)}
      </p>
      {signs.length === 0 ? null : (
        <>
          <Text id="find-sign" label={w.find} type="search" value={asked} onInput={ask} />
          {shown.length === 0 ? (
            <p role="status">{w.findNone}</p>
          ) : (
            <section class="sheet scroll">
              <table class="fold">
                <caption class="vh">{w.tabs.met}</caption>
                <thead>
                  <tr>
                    {(["sign", "level", "group", "cases", "span"] as const).map((h) => (
                      <th key={h} scope="col" class={h === "cases" ? "num" : ""}>
                        {w.head[h]}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {shown.slice(0, ROWS).map((s) => (
                    <Row key={s.id} sign={s} />
                  ))}
                </tbody>
              </table>
              {shown.length > ROWS ? <p class="fine">{w.moreRows(shown.length - ROWS)}</p> : null}
            </section>
          )}
        </>
      )}
      <Sets report={report} />
    </div>
  );
}
