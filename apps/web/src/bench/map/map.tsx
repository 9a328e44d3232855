/** The night map over the list: how many records there are in each part of a span, findings below, the rows that are seen framed. @module */
import { count, LEVELS, type Level } from "@contraluz/core";
import type { JSX, TargetedPointerEvent } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useLang, useWords } from "../../lang.ts";
import { type Signal, useSignal } from "../signal.ts";
import { type Span, within, zoomed } from "../state.ts";
import { type Ask, useAnswer } from "../use-bench.ts";
import { lengthWords, minuteWords } from "../when.ts";
import { useWidth } from "../width.ts";
import { BENCH } from "../words.ts";
import type { Zone } from "../zone.ts";
import { ticks } from "./ticks.ts";

const [PITCH, HIGH, BASE, TALL] = [6, 48, 56, 86];
const LIGHT = "#FFD27A";

export interface Mark {
  readonly ms: number;
  readonly level: Level;
}

export interface MapProps {
  readonly ask: Ask;
  readonly view: number | undefined;
  readonly all: Span;
  readonly span: Span;
  /** What the list shows now. */
  readonly seen: Signal<Span | undefined>;
  readonly marks: readonly Mark[];
  readonly zone: Zone;
  /** Days without any record, the longest in the span, in words. */
  readonly hole: string | undefined;
  /** What stays in place when the span is made longer or shorter. */
  readonly center: () => number;
  readonly change: (span: Span) => void;
  readonly go: (ms: number) => void;
}

/** Bars of the parts: heights by square root, so that a day with one record is seen beside one with thousands. */
function bars(bins: Uint32Array, width: number): string {
  let most = 1;
  for (const n of bins) most = Math.max(most, n);
  const pitch = width / bins.length;
  let d = "";
  bins.forEach((n, i) => {
    if (n === 0) return;
    const h = Math.max(3, Math.sqrt(n / most) * (HIGH - 6));
    d += `M${(i * pitch).toFixed(1)} ${BASE - 2}v${-h.toFixed(1)}h${Math.max(1, pitch - 1.5).toFixed(1)}V${BASE - 2}z`;
  });
  return d;
}

export function NightMap(p: MapProps): JSX.Element {
  const lang = useLang();
  const w = useWords(BENCH);
  const [ref, width] = useWidth();
  const drag = useRef<number | undefined>(undefined);
  const [dragged, setDragged] = useState<Span | undefined>();
  const parts = Math.max(20, Math.min(400, Math.floor(width / PITCH)));
  const { span, view } = p;
  const bins = useAnswer(
    view === undefined || width === 0 ? undefined : () => p.ask("bins", { view, ...span, count: parts }),
    `${view} ${span.from} ${span.to} ${parts}`,
  );
  const long = Math.max(1, span.to - span.from);
  const x = (ms: number): number => ((ms - span.from) / long) * width;
  const inside = (ms: number): boolean => ms >= span.from && ms <= span.to;
  const total = bins?.reduce((a, b) => a + b, 0) ?? 0;
  const words = `${w.map(minuteWords(span.from, p.zone, lang), minuteWords(span.to, p.zone, lang))}. ${w.inMap(count(total))}.`;
  const msAt = (e: TargetedPointerEvent<SVGSVGElement>): number => {
    const box = e.currentTarget.getBoundingClientRect();
    return span.from + ((e.clientX - box.left) / Math.max(1, box.width)) * long;
  };
  const up = (e: TargetedPointerEvent<SVGSVGElement>): void => {
    const from = drag.current;
    drag.current = undefined;
    setDragged(undefined);
    if (from === undefined) return;
    const to = msAt(e);
    if (Math.abs(x(to) - x(from)) < 5) p.go(to);
    else p.change(within({ from: Math.min(from, to), to: Math.max(from, to) }, p.all));
  };
  const slide = (share: number): void =>
    p.change(within({ from: span.from + long * share, to: span.to + long * share }, p.all));
  // The canvas of text is as wide as the map: a label of some 90 pixels each.
  const marks = ticks(span.from, span.to, Math.max(2, Math.floor(width / 96)), p.zone, lang);
  useLayoutEffect(() => () => void (drag.current = undefined), []);
  return (
    <section class="mapwrap night" aria-label={words}>
      <div ref={ref}>
        <svg
          class="band map"
          width={width}
          height={TALL}
          role="img"
          aria-label={words}
          onPointerDown={(e) => {
            if (e.button !== 0) return;
            drag.current = msAt(e);
            e.currentTarget.setPointerCapture(e.pointerId);
          }}
          onPointerMove={(e) => {
            if (drag.current === undefined) return;
            const to = msAt(e);
            setDragged({ from: Math.min(drag.current, to), to: Math.max(drag.current, to) });
          }}
          onPointerUp={up}
          onPointerCancel={() => {
            drag.current = undefined;
            setDragged(undefined);
          }}
        >
          {bins ? <path d={bars(bins, width)} fill={LIGHT} fill-opacity="0.85" /> : null}
          <rect x="0" y={BASE - 1} width={width} height="1" fill="#828CA5" />
          <Frame seen={p.seen} dragged={dragged} x={x} width={width} />
          {p.marks
            .filter((m) => inside(m.ms))
            .map((m) => (
              <path
                key={`${m.ms}${m.level}`}
                d={`M${x(m.ms).toFixed(1)} ${BASE + 3}l5 5-5 5-5-5z`}
                fill={LEVELS.indexOf(m.level) < 3 ? "#F3EFE4" : "none"}
                stroke="#F3EFE4"
              />
            ))}
          {marks.map((t, i) => {
            const next = marks[i + 1];
            return x(next?.ms ?? span.to) - x(t.ms) < 40 ? null : (
              <g key={t.ms}>
                <rect x={x(t.ms)} y={BASE + 14} width="1" height="16" fill="#828CA5" />
                <text x={x(t.ms) + 5} y={TALL - 4} class="tick">
                  {t.text}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      <div class="map-foot">
        <p class="tiny m0">
          {minuteWords(span.from, p.zone, lang)} – {minuteWords(span.to, p.zone, lang)} · {w.inMap(count(total))} ·{" "}
          {w.each(lengthWords(long / parts, w))}
          {p.hole === undefined ? "" : ` · ${w.emptyDays(p.hole)}`}
        </p>
        <div class="row gap2">
          <MapButton label={w.earlier} text="‹" press={() => slide(-0.5)} />
          <MapButton label={w.later} text="›" press={() => slide(0.5)} />
          <MapButton label={w.zoomOut} text="−" press={() => p.change(zoomed(span, 2, p.center(), p.all))} />
          <MapButton label={w.zoomIn} text="+" press={() => p.change(zoomed(span, 0.5, p.center(), p.all))} />
          <MapButton text={w.whole} press={() => p.change(p.all)} />
        </div>
      </div>
    </section>
  );
}

/** The rows that are seen, or the span that is being drawn with the pointer. */
function Frame(p: {
  readonly seen: Signal<Span | undefined>;
  readonly dragged: Span | undefined;
  readonly x: (ms: number) => number;
  readonly width: number;
}): JSX.Element | null {
  const seen = useSignal(p.seen);
  const frame = p.dragged ?? seen;
  if (!frame) return null;
  const [from, to] = [p.x(frame.from), p.x(frame.to)];
  if (to < 0 || from > p.width) return null;
  const left = Math.max(1, Math.min(from, p.width - 5));
  return (
    <rect
      x={left}
      y="2"
      width={Math.max(4, Math.min(to, p.width - 1) - left)}
      height={BASE + 2}
      fill="none"
      stroke="#F3EFE4"
      stroke-width="2"
      stroke-dasharray={p.dragged ? "4 3" : undefined}
    />
  );
}

function MapButton(p: { readonly label?: string; readonly text: string; readonly press: () => void }): JSX.Element {
  return (
    <button
      type="button"
      class="btn small quiet on-night"
      {...(p.label ? { "aria-label": p.label } : {})}
      onClick={p.press}
    >
      {p.text}
    </button>
  );
}
