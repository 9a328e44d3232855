/** Cells, tags and what happened, each on a line of time with its twin in words. @module */
import { count, type Finding, type Lang, LEVELS, type Level } from "@contraluz/core";
import type { AirEvent, CellSeen, TagSeen, TimeSpan } from "@contraluz/report/air/air.ts";
import { cellWords, tagName } from "@contraluz/report/air/text.ts";
import { AIR } from "@contraluz/report/air/words.ts";
import { foreignValues } from "@contraluz/report/foreign.ts";
import type { JSX } from "preact";
import { minuteWords } from "../../bench/when.ts";
import type { Zone } from "../../bench/zone.ts";
import { useLang } from "../../lang.ts";
import { Seen, Sentence } from "../../parts/seen.tsx";
import { Folded, LETTERS, LevelTag, Part, Row } from "./list.tsx";
import { type Axis, Hours, Moments, SpanBar } from "./time.tsx";

/** Spans of one tag, and moments, that are drawn. */
const [SPANS, MOMENTS] = [100, 400];

/** `3 abr 2026, 15:00 a 15:20`. */
function between([from, to]: TimeSpan, zone: Zone, lang: Lang): string {
  const [a, b] = [minuteWords(from, zone, lang), minuteWords(to, zone, lang)];
  if (a === b) return a;
  const [day, clock] = b.split(", ") as [string, string];
  return AIR[lang].fromTo(a, a.startsWith(`${day}, `) ? clock : b);
}

export function Cells({
  cells,
  axis,
}: {
  readonly cells: readonly CellSeen[];
  readonly axis: Axis | undefined;
}): JSX.Element | null {
  const lang = useLang();
  const w = AIR[lang];
  if (cells.length === 0) return null;
  const more = (c: CellSeen): string =>
    [
      w.heard(c.count),
      ...(c.strongest === undefined ? [] : [`${Math.round(c.strongest)} dBm`]),
      axis && c.span ? between(c.span, axis.zone, lang) : w.undated,
    ].join(" · ");
  return (
    <Part id="cells" title={w.cells} more={`${w.cellsMore} ${w.cellsHide}`}>
      {axis ? (
        <div class="night pad-small">
          <Hours axis={axis} />
        </div>
      ) : null}
      <Folded
        list={cells}
        row={(c, i) => (
          <Row
            key={i}
            head={
              <>
                <Seen text={c.networks[0] ?? w.unnamed} letters={LETTERS} />
                {cellWords(c, lang)}
              </>
            }
            more={more(c)}
            level={c.level}
            bar={
              axis && c.span ? (
                <SpanBar
                  axis={axis}
                  spans={[c.span]}
                  label={more(c)}
                  {...(c.level === undefined ? {} : { level: c.level })}
                />
              ) : null
            }
          />
        )}
      />
    </Part>
  );
}

export function Tags({
  tags,
  axis,
}: {
  readonly tags: readonly TagSeen[];
  readonly axis: Axis | undefined;
}): JSX.Element | null {
  const lang = useLang();
  const w = AIR[lang];
  if (tags.length === 0) return null;
  return (
    <Part id="tags" title={w.tags} more={w.tagsMore}>
      {axis ? (
        <div class="night pad-small">
          <Hours axis={axis} />
        </div>
      ) : null}
      <Folded
        list={tags}
        row={(t) => (
          <Row
            key={t.address}
            head={
              <>
                {tagName(t, lang)} <Seen text={t.address} letters={LETTERS} />
              </>
            }
            more={w.near(t.minutes)}
            level={t.level}
            bar={
              axis && t.spans.length > 0 ? (
                <SpanBar
                  axis={axis}
                  spans={t.spans.slice(0, SPANS)}
                  label={`${tagName(t, lang)}: ${w.near(t.minutes)}`}
                  {...(t.level === undefined ? {} : { level: t.level })}
                />
              ) : null
            }
          />
        )}
      />
    </Part>
  );
}

/** A finding with the times that it names. */
interface Told {
  readonly finding: Finding;
  readonly span: TimeSpan;
}

function told(events: readonly AirEvent[], findings: readonly Finding[]): Told[] {
  const by = new Map<string, [number, number]>();
  for (const { finding, ms } of events) {
    const span = by.get(finding);
    if (span) span[1] = ms;
    else by.set(finding, [ms, ms]);
  }
  const rank = (f: Finding): number => LEVELS.indexOf(f.level);
  return findings
    .flatMap((f): Told[] => {
      const span = by.get(f.id);
      return span ? [{ finding: f, span }] : [];
    })
    .sort((a, b) => a.span[0] - b.span[0] || rank(a.finding) - rank(b.finding));
}

export function Events(p: {
  readonly events: readonly AirEvent[];
  readonly findings: readonly Finding[];
  readonly axis: Axis;
}): JSX.Element | null {
  const lang = useLang();
  const w = AIR[lang];
  const { axis } = p;
  const list = told(p.events, p.findings);
  if (list.length === 0) return null;
  const marks: { ms: number; level: Level }[] = p.events.slice(0, MOMENTS).map(({ ms, level }) => ({ ms, level }));
  return (
    <Part id="events" title={w.events} more={w.eventsMore}>
      <div class="night pad-small">
        <Moments axis={axis} marks={marks} label={`${w.events}: ${count(list.length)}`} />
      </div>
      <Folded
        list={list}
        row={({ finding: f, span }) => (
          <li key={f.id}>
            <p class="tiny m0">{between(span, axis.zone, lang)}</p>
            <p class="m0">
              <Sentence text={f.text[lang].title} values={foreignValues(f)} letters={LETTERS} />{" "}
              <LevelTag level={f.level} />
            </p>
          </li>
        )}
      />
    </Part>
  );
}
