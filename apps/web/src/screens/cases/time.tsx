/** The timeline of a case: windows of rows, days as bars, what has no date apart. Rows stay in the thread. @module */
import { count, type Level } from "@contraluz/core";
import { SAY } from "@contraluz/report/words.ts";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { TimeAsk, TimeRow, TimeView } from "../../cases/ask.ts";
import { useLang } from "../../lang.ts";
import { LevelGlyph } from "../../parts/glyphs.tsx";
import { Seen } from "../../parts/seen.tsx";
import type { TabProps } from "./case.tsx";
import { Clocks } from "./clocks.tsx";
import { useDesk } from "./desk.ts";
import { Select, Text } from "./fields.tsx";

const NO_FILTER: TimeAsk = {
  since: "",
  until: "",
  artifact: "",
  level: "",
  tag: "",
  text: "",
  value: "",
  check: "",
  undated: false,
};
const LEVELS: readonly Level[] = ["match", "targeted", "lead", "ask", "info"];
/** Bars at most: more days are put together. */
const BARS = 160;
const [WIDE, HIGH] = [800, 90];

function Days({ bars, label }: { readonly bars: TimeView["bars"]; readonly label: string }): JSX.Element {
  const day = (text: string): number => Math.round(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
  const from = day(bars[0]!.day);
  const span = day(bars.at(-1)!.day) - from + 1;
  const each = Math.max(1, Math.ceil(span / BARS));
  const sums = new Map<number, number>();
  for (const b of bars) {
    const at = Math.floor((day(b.day) - from) / each);
    sums.set(at, (sums.get(at) ?? 0) + b.n);
  }
  const most = Math.max(...sums.values());
  const n = Math.ceil(span / each);
  const wide = WIDE / n;
  return (
    <figure class="night pad-small">
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={label} class="days" preserveAspectRatio="none">
        {[...sums].map(([at, sum]) => {
          // One record is seen beside ten thousand.
          const high = 4 + (HIGH - 6) * (Math.log1p(sum) / Math.log1p(most));
          return (
            <rect key={at} x={at * wide} y={HIGH - high} width={Math.max(1, wide - 1)} height={high} class="bar" />
          );
        })}
      </svg>
      <figcaption class="ends">
        <span>{bars[0]!.day}</span>
        <span>{bars.at(-1)!.day}</span>
      </figcaption>
    </figure>
  );
}

/** What can be done with a row. */
interface RowActs {
  readonly onTag: (r: TimeRow) => void;
  readonly onCite: (r: TimeRow) => void;
}

function Row({ row: r, onTag, onCite }: RowActs & { readonly row: TimeRow }): JSX.Element {
  const lang = useLang();
  const { w } = useDesk();
  return (
    <li>
      <p class="m0">
        <span class="clock">{r.clock}</span> {r.levels[0] ? <LevelGlyph level={r.levels[0]} /> : null} <b>{r.place}</b>{" "}
        {r.fields.length === 0 ? <Seen text={r.what} letters={400} /> : <span class="tiny">{r.what}</span>}
      </p>
      {r.fields.length === 0 ? null : (
        <dl class="pairs">
          {r.fields.map(([k, v]) => (
            <div key={k}>
              <dt>{k}</dt>
              <dd>
                <Seen text={v} letters={120} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p class="tiny m0">
        {r.levels.map((l) => SAY[lang].level[l]).join(", ")}{" "}
        {r.remark === "" ? null : <Seen text={r.remark} letters={300} />}{" "}
        {r.tags.map((t) => (
          <Seen key={t} text={`#${t}`} letters={50} />
        ))}{" "}
        {r.cite ? (
          <>
            <code>{r.key}</code>{" "}
            <button type="button" class="link small" onClick={() => onTag(r)}>
              {w.time.tagIt}
              <span class="vh"> {r.key}</span>
            </button>{" "}
            <button type="button" class="link small" onClick={() => onCite(r)}>
              {w.story.cite}
              <span class="vh"> {r.key}</span>
            </button>
          </>
        ) : null}
      </p>
    </li>
  );
}

function Rows(p: RowActs & { readonly rows: readonly TimeRow[] }): JSX.Element {
  const days: { day: string; rows: TimeRow[] }[] = [];
  for (const r of p.rows) {
    const last = days.at(-1);
    if (last && last.day === r.day) last.rows.push(r);
    else days.push({ day: r.day, rows: [r] });
  }
  return (
    <>
      {days.map((d, i) => (
        <section key={i} class="sheet">
          {d.day === "" ? null : <h3>{d.day}</h3>}
          <ol class="heard">
            {d.rows.map((r) => (
              <Row key={r.key} row={r} onTag={p.onTag} onCite={p.onCite} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

export function TimeTab({ view }: TabProps): JSX.Element {
  const lang = useLang();
  const tools = useDesk();
  const w = tools.w.time;
  const [typed, setTyped] = useState(NO_FILTER);
  const [asked, setAsked] = useState(NO_FILTER);
  const [shown, setShown] = useState<TimeView>();
  const [tagged, setTagged] = useState<TimeRow>();
  const [tag, setTag] = useState("");
  useEffect(() => {
    let live = true;
    void tools.ask("timeline", asked, { quiet: true }).then((v) => live && v && setShown(v));
    return () => {
      live = false;
    };
  }, [asked, view, lang]);
  const set = (c: Partial<TimeAsk>): void => setTyped({ ...typed, ...c });
  const go = (c: Partial<TimeAsk> = {}): void => {
    const { after: _, before: __, ...rest } = typed;
    setAsked({ ...rest, ...c });
  };
  const text = (id: "since" | "until" | "text" | "value", more?: string): JSX.Element => (
    <Text
      id={`time-${id}`}
      label={w[id]}
      {...(more === undefined ? {} : { more })}
      value={typed[id]}
      onInput={(v) => set({ [id]: v })}
    />
  );
  const putTag = async (e: Event): Promise<void> => {
    e.preventDefault();
    if (!tagged?.cite || !(await tools.write({ act: "tag", about: [tagged.cite], tag, on: true }))) return;
    setTagged(undefined);
    setTag("");
  };
  const cite = (r: TimeRow): void => {
    if (!r.cite) return;
    const label = [tools.w.story.record(r.key), r.place, r.day, r.clock].filter((x) => x !== "").join(" · ");
    const others = tools.desk.cites.filter((c) => c.label !== label);
    tools.set({ cites: [...others, { cite: r.cite, label }], said: [tools.w.story.cited(r.key)], wrong: false });
  };
  const any = [["", w.any] as const];
  return (
    <div class="stack">
      <h2>{w.title}</h2>
      <details class="sheet">
        <summary>{w.filters}</summary>
        <form
          class="filters"
          autocomplete="off"
          onSubmit={(e) => {
            e.preventDefault();
            go();
          }}
        >
          {text("since", w.dates)}
          {text("until", w.dates)}
          {text("text")}
          {text("value")}
          <Select
            id="time-place"
            label={w.place}
            value={typed.artifact}
            options={[...any, ...(shown?.places ?? []).map((x) => [x.id, `${x.name} (${count(x.n)})`] as const)]}
            onChange={(artifact) => set({ artifact })}
          />
          <Select
            id="time-level"
            label={w.level}
            value={typed.level}
            options={[...any, ...LEVELS.map((l) => [l, SAY[lang].level[l]] as const)]}
            onChange={(level) => set({ level: level as Level | "" })}
          />
          <Select
            id="time-tag"
            label={w.tag}
            value={typed.tag}
            options={[...any, ...(shown?.tags ?? []).map((t) => [t, t] as const)]}
            onChange={(t) => set({ tag: t })}
          />
          <div class="row">
            <button type="submit" class="btn small">
              {w.apply}
            </button>
            <button
              type="button"
              class="btn quiet small"
              onClick={() => {
                setTyped(NO_FILTER);
                setAsked(NO_FILTER);
              }}
            >
              {w.reset}
            </button>
          </div>
        </form>
      </details>
      {shown ? (
        <>
          {shown.trouble.map((t) => (
            <p key={t}>
              <Seen text={t} letters={300} />
            </p>
          ))}
          {shown.bars.length > 1 ? (
            <Days
              bars={shown.bars}
              label={w.days(count(shown.bars.length), count(Math.max(...shown.bars.map((b) => b.n))))}
            />
          ) : null}
          <div class="row">
            <p class="m0" role="status">
              {w.count(count(shown.count), shown.exact)}. {asked.undated ? "" : w.utc}
            </p>
            {asked.undated ? (
              <button type="button" class="btn quiet small" onClick={() => go({ undated: false })}>
                {w.dated}
              </button>
            ) : shown.undated > 0 ? (
              <button type="button" class="btn quiet small" onClick={() => go({ undated: true })}>
                {w.undated(count(shown.undated))}
              </button>
            ) : null}
          </div>
          {tagged ? (
            <form class="sheet stack" onSubmit={(e) => void putTag(e)} autocomplete="off">
              <Text id="tag-record" label={`${w.tag}: ${tagged.key}`} value={tag} onInput={setTag} />
              <button type="submit" class="btn quiet small">
                {w.tagIt}
              </button>
            </form>
          ) : null}
          {shown.rows.length === 0 ? (
            <p>{view.state.checks.length === 0 ? w.empty : w.none}</p>
          ) : (
            <Rows rows={shown.rows} onTag={setTagged} onCite={cite} />
          )}
          <div class="row">
            {shown.first !== undefined && (asked.after !== undefined || (asked.before !== undefined && shown.more)) ? (
              <button
                type="button"
                class="btn quiet"
                onClick={() => go({ undated: asked.undated, before: shown.first! })}
              >
                ‹ {w.earlier}
              </button>
            ) : null}
            {shown.last !== undefined && (asked.before !== undefined || shown.more) ? (
              <button
                type="button"
                class="btn quiet"
                onClick={() => go({ undated: asked.undated, after: shown.last! })}
              >
                {w.later} ›
              </button>
            ) : null}
          </div>
          <Clocks view={view} />
        </>
      ) : null}
    </div>
  );
}
