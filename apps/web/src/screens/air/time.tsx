/** Lines of time on the light table: bars by hour, spans in which something was there, moments, and the hours beneath. @module */
import { LEVELS, type Level } from "@contraluz/core";
import type { TimeSpan } from "@contraluz/report/air/air.ts";
import type { JSX } from "preact";
import { ticks } from "../../bench/map/ticks.ts";
import { useWidth } from "../../bench/width.ts";
import type { Zone } from "../../bench/zone.ts";
import { useLang } from "../../lang.ts";

const [LIGHT, INK, EDGE] = ["#FFD27A", "#F3EFE4", "#828CA5"];
const HOUR = 3_600_000;
/** Bars of one chart: longer recordings are told by days. */
const MOST = 500;
/** Pixels from one mark of the hours to the next. */
const MARK = 96;

export interface Axis {
  readonly span: TimeSpan;
  readonly zone: Zone;
}

function Ticks({ axis, width, y }: { readonly axis: Axis; readonly width: number; readonly y: number }): JSX.Element {
  const lang = useLang();
  const [from, to] = axis.span;
  const x = (ms: number): number => ((ms - from) / Math.max(1, to - from)) * width;
  const marks = ticks(from, to, Math.max(2, Math.floor(width / MARK)), axis.zone, lang);
  return (
    <>
      {marks.map((t, i) =>
        x(marks[i + 1]?.ms ?? to) - x(t.ms) < 44 ? null : (
          <g key={t.ms}>
            <rect x={x(t.ms)} y={y} width="1" height="16" fill={EDGE} />
            <text x={x(t.ms) + 5} y={y + 14} class="tick">
              {t.text}
            </text>
          </g>
        ),
      )}
    </>
  );
}

/** How much was sent, hour by hour. */
export function HourBars(p: {
  readonly axis: Axis;
  readonly hours: readonly (readonly [ms: number, bytes: number])[];
  /** Bytes of a bar of full height: the same for all machines, so that they can be compared. */
  readonly most: number;
  readonly label: string;
  readonly high: number;
  readonly marks?: true;
}): JSX.Element {
  const [ref, width] = useWidth();
  const [from, to] = p.axis.span;
  const step = (to - from) / HOUR > MOST ? 24 * HOUR : HOUR;
  const first = Math.floor(from / step) * step;
  const parts = new Map<number, number>();
  for (const [ms, bytes] of p.hours) {
    const at = Math.floor(ms / step) * step;
    parts.set(at, (parts.get(at) ?? 0) + bytes);
  }
  const long = Math.max(step, Math.ceil((to - first) / step) * step);
  const x = (ms: number): number => ((ms - first) / long) * width;
  const pitch = (step / long) * width;
  const full = p.most * (step / HOUR);
  let d = "";
  for (const [ms, bytes] of parts) {
    const h = Math.max(3, Math.min(1, Math.sqrt(bytes / Math.max(1, full))) * p.high);
    d += `M${x(ms).toFixed(1)} ${p.high + 2}v${-h.toFixed(1)}h${Math.max(1.5, pitch - 2).toFixed(1)}V${p.high + 2}z`;
  }
  return (
    <div ref={ref}>
      {width === 0 ? null : (
        <svg class="band" width={width} height={p.high + (p.marks ? 26 : 6)} role="img" aria-label={p.label}>
          <path d={d} fill={LIGHT} />
          <rect x="0" y={p.high + 2} width={width} height="1" fill={EDGE} />
          {p.marks ? <Ticks axis={{ ...p.axis, span: [first, first + long] }} width={width} y={p.high + 5} /> : null}
        </svg>
      )}
    </div>
  );
}

/** When something was there. A dashed frame where a finding names it. */
export function SpanBar(p: {
  readonly axis: Axis;
  readonly spans: readonly TimeSpan[];
  readonly level?: Level;
  readonly label: string;
}): JSX.Element {
  const [ref, width] = useWidth();
  const [from, to] = p.axis.span;
  const x = (ms: number): number => ((ms - from) / Math.max(1, to - from)) * width;
  return (
    <div ref={ref}>
      {width === 0 ? null : (
        <svg class="band" width={width} height="16" role="img" aria-label={p.label}>
          <rect x="0" y="8" width={width} height="1" fill={EDGE} />
          {p.spans.map(([a, b]) => (
            <rect
              key={`${a} ${b}`}
              x={Math.min(x(a), width - 3).toFixed(1)}
              y="3"
              width={Math.max(3, x(b) - x(a)).toFixed(1)}
              height="11"
              fill={LIGHT}
              stroke={p.level === undefined ? "none" : INK}
              stroke-width="2"
              stroke-dasharray="4 2"
            />
          ))}
        </svg>
      )}
    </div>
  );
}

/** Moments as diamonds, filled from `lead` on, with the hours beneath. */
export function Moments(p: {
  readonly axis: Axis;
  readonly marks: readonly { readonly ms: number; readonly level: Level }[];
  readonly label: string;
}): JSX.Element {
  const [ref, width] = useWidth();
  const [from, to] = p.axis.span;
  const x = (ms: number): number => 7 + ((ms - from) / Math.max(1, to - from)) * (width - 14);
  return (
    <div ref={ref}>
      {width === 0 ? null : (
        <svg class="band" width={width} height="44" role="img" aria-label={p.label}>
          <rect x="0" y="22" width={width} height="1" fill={EDGE} />
          {p.marks.map((m) => (
            <path
              key={`${m.ms} ${m.level}`}
              d={`M${x(m.ms).toFixed(1)} 5l6 6-6 6-6-6z`}
              fill={LEVELS.indexOf(m.level) < 3 ? INK : "#141A2A"}
              stroke={INK}
            />
          ))}
          <Ticks axis={p.axis} width={width} y={23} />
        </svg>
      )}
    </div>
  );
}

/** The hours alone, over rows of spans. */
export function Hours({ axis }: { readonly axis: Axis }): JSX.Element {
  const [ref, width] = useWidth();
  return (
    <div ref={ref}>
      {width === 0 ? null : (
        <svg class="band" width={width} height="20" aria-hidden="true">
          <Ticks axis={axis} width={width} y={2} />
        </svg>
      )}
    </div>
  );
}
