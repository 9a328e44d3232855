/**
 * A list of which only the rows that are seen are drawn. The rows lie in a layer that stays in place while the browser scrolls
 * an empty box behind it. A grid for screen readers: it has the focus, and says which row is chosen.
 * @module
 */

import type { ComponentChildren, JSX, TargetedKeyboardEvent, TargetedMouseEvent } from "preact";
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";
import type { BenchRow } from "../ask.ts";
import { GRID } from "./roles.ts";
import { type Box, boxHeight, clampOffset, isStretched, moved, reveal, seenRows, topOf } from "./scroll.ts";
import type { Windows } from "./windows.ts";

export type Draw = (row: BenchRow | undefined) => JSX.Element;

/** A row that is drawn, and what it was drawn from. */
interface Made {
  readonly row: BenchRow | undefined;
  readonly chosen: boolean;
  readonly draw: Draw;
  readonly element: JSX.Element;
}

export interface ListProps {
  readonly windows: Windows;
  readonly label: string;
  readonly columns: number;
  readonly row: number;
  readonly choose: (row: number) => void;
  /** Draws what stands in a row; undefined: it has not come yet. */
  readonly draw: Draw;
  readonly header?: ComponentChildren;
  readonly class: string;
  /** Told when other rows are seen. */
  readonly seen?: (first: BenchRow | undefined, last: BenchRow | undefined) => void;
}

/** After the last scroll of a stretched list the bar is put where it belongs. */
const CALM_MS = 150;

export function VirtualList(p: ListProps): JSX.Element {
  const outer = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLDivElement>(null);
  const spacer = useRef<HTMLDivElement>(null);
  const place = useRef({ offset: 0, top: 0, calm: 0 });
  const [size, setSize] = useState({ row: 30, view: 600 });
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const box: Box = { total: p.windows.total, ...size };
  const at = place.current;
  at.offset = clampOffset(box, at.offset);
  const { from, to } = seenRows(box, at.offset);
  const drawn = useRef({ from, to });
  const made = useRef(new Map<number, Made>());
  drawn.current = { from, to };

  const shift = (): void => {
    inner.current?.style.setProperty("transform", `translateY(${drawn.current.from * box.row - at.offset}px)`);
  };
  /** Goes to an offset: at once if the same rows are seen, else with the next drawing. */
  const go = (offset: number, bar: boolean): void => {
    at.offset = clampOffset(box, offset);
    if (bar && outer.current) {
      outer.current.scrollTop = topOf(box, at.offset);
      at.top = outer.current.scrollTop;
    }
    const next = seenRows(box, at.offset);
    if (next.from !== drawn.current.from || next.to !== drawn.current.to) redraw(undefined);
    else shift();
  };

  useLayoutEffect(() => {
    const measure = (): void => {
      const row = probe.current?.offsetHeight ?? 0;
      const view = (outer.current?.clientHeight ?? 0) - (head.current?.offsetHeight ?? 0);
      if (row > 0 && view > 0) setSize((s) => (s.row === row && s.view === view ? s : { row, view }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (outer.current) observer.observe(outer.current);
    if (probe.current) observer.observe(probe.current);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    spacer.current?.style.setProperty("height", `${boxHeight(box)}px`);
    // Another height of rows: the bar moves with them.
    if (outer.current) {
      outer.current.scrollTop = topOf(box, at.offset);
      at.top = outer.current.scrollTop;
    }
  }, [box.total, box.row, box.view]);
  useLayoutEffect(shift);
  useEffect(() => {
    p.windows.want(from, to);
    p.seen?.(p.windows.at(Math.min(from + 1, to - 1)), p.windows.at(Math.max(from, to - 2)));
  });
  useEffect(() => p.windows.listen(() => redraw(undefined)), [p.windows]);
  // Another list begins at its start.
  const list = useRef(p.windows);
  if (list.current !== p.windows) {
    list.current = p.windows;
    made.current = new Map();
    at.offset = 0;
  }
  useLayoutEffect(() => {
    if (p.row >= 0) go(reveal(box, at.offset, p.row, true), true);
  }, [p.row, p.windows]);

  useEffect(() => {
    // Preact's own listeners are passive here, and this one must stop the browser's scroll.
    const element = outer.current;
    if (!element) return;
    const wheel = (e: WheelEvent): void => {
      if (!isStretched(box) || e.ctrlKey || e.deltaY === 0 || Math.abs(e.deltaX) > Math.abs(e.deltaY)) return;
      const unit = e.deltaMode === 1 ? box.row : e.deltaMode === 2 ? box.view : 1;
      const next = clampOffset(box, at.offset + e.deltaY * unit);
      if (next === at.offset) return;
      e.preventDefault();
      go(next, true);
    };
    element.addEventListener("wheel", wheel, { passive: false });
    return () => element.removeEventListener("wheel", wheel);
  });

  const scrolled = (): void => {
    const top = outer.current?.scrollTop ?? 0;
    if (Math.abs(top - at.top) < 0.5) return;
    const offset = moved(box, at.offset, at.top, top);
    at.top = top;
    go(offset, false);
    clearTimeout(at.calm);
    if (isStretched(box)) at.calm = setTimeout(() => go(at.offset, true), CALM_MS) as unknown as number;
  };
  const key = (e: TargetedKeyboardEvent<HTMLDivElement>): void => {
    if (e.ctrlKey || e.altKey || e.metaKey) return;
    const page = Math.max(1, Math.floor(box.view / box.row) - 1);
    const now = p.row < 0 ? Math.ceil(at.offset / box.row) - 1 : p.row;
    const to: Record<string, number> = {
      ArrowDown: now + 1,
      ArrowUp: now - 1,
      PageDown: now + page,
      PageUp: now - page,
      Home: 0,
      End: box.total - 1,
    };
    const row = to[e.key];
    if (row === undefined || box.total === 0) return;
    e.preventDefault();
    p.choose(Math.max(0, Math.min(row, box.total - 1)));
  };

  const click = (e: TargetedMouseEvent<HTMLDivElement>): void => {
    const row = (e.target as Element).closest<HTMLElement>("[data-row]")?.dataset.row;
    if (row !== undefined) p.choose(Number(row));
  };
  const rows: JSX.Element[] = [];
  const before = made.current;
  made.current = new Map();
  for (let i = from; i < to; i++) {
    const chosen = i === p.row;
    const row = p.windows.at(i);
    // What has not changed is handed over as it is: Preact then leaves it alone.
    const old = before.get(i);
    if (old && old.row === row && old.chosen === chosen && old.draw === p.draw) {
      made.current.set(i, old);
      rows.push(old.element);
      continue;
    }
    const says = { ...GRID.row, "aria-rowindex": i + 1, "aria-selected": chosen };
    const element = (
      <div key={i} id={`row-${i}`} data-row={i} class="vrow" {...says}>
        {p.draw(row)}
      </div>
    );
    made.current.set(i, { row, chosen, draw: p.draw, element });
    rows.push(element);
  }
  const says = {
    ...GRID.grid,
    "aria-label": p.label,
    "aria-rowcount": box.total,
    "aria-colcount": p.columns,
    ...(p.row >= from && p.row < to ? { "aria-activedescendant": `row-${p.row}` } : {}),
    onScroll: scrolled,
    onKeyDown: key,
    onClick: click,
  };
  return (
    <div class={`vlist ${p.class}`} ref={outer} {...says}>
      <div class="vlayer" {...GRID.none}>
        <div class="vhead" {...GRID.group} ref={head}>
          {p.header}
        </div>
        <div class="vclip" {...GRID.none}>
          <div class="vrows" {...GRID.group} ref={inner}>
            {rows}
          </div>
        </div>
      </div>
      <div class="vspace" ref={spacer} {...GRID.none} />
      <div class="vprobe" ref={probe} {...GRID.none} aria-hidden="true" />
    </div>
  );
}
