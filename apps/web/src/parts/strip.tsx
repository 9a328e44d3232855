/** Windows: one a place, lit where it was read. Its state is told by fill and mark, never by colour alone. @module */
import type { ReadState } from "@contraluz/core";
import type { JSX } from "preact";

export type Pane = ReadState | "waiting" | "reading";

const LIGHT = "#FFD27A";
const EDGE = "#828CA5";
const MARK = "#B7BFD0";

function inside(state: Pane, x: number, y: number, w: number, h: number): JSX.Element | null {
  switch (state) {
    case "partly":
      return <rect x={x} y={y + h / 2} width={w} height={h / 2} fill={LIGHT} />;
    case "reading":
      return <rect x={x + 2} y={y + h * 0.7} width={Math.max(1, w - 4)} height={h * 0.3 - 2} fill={LIGHT} />;
    case "unreadable": {
      const [l, r, t, b] = [x + 1.5, x + w - 1.5, y + 1.5, y + h - 1.5];
      return <path d={`M${l} ${t}L${r} ${b}M${r} ${t}L${l} ${b}`} stroke={MARK} stroke-width="1.5" />;
    }
    case "not-consented":
      return <circle cx={x + w / 2} cy={y + h / 2} r="2.2" fill={MARK} />;
    default:
      return null;
  }
}

function PaneAt(p: { state: Pane; x: number; y: number; w: number; h: number }): JSX.Element {
  const { state, x, y, w, h } = p;
  if (state === "read") return <rect x={x} y={y} width={w} height={h} fill={LIGHT} />;
  const dashed = state === "waiting" ? "2 2" : state === "not-asked" ? "3 3" : undefined;
  return (
    <>
      <rect
        x={x + 0.5}
        y={y + 0.5}
        width={w - 1}
        height={h - 1}
        fill="none"
        stroke={state === "reading" ? LIGHT : EDGE}
        stroke-width={state === "reading" ? 2 : 1}
        stroke-dasharray={dashed}
      />
      {inside(state, x, y, w, h)}
    </>
  );
}

const [GAP, WIDE, PER_ROW, HIGH, PITCH] = [4, 461, 31, 40, 44];

/** `label` says all counts in words. */
export function Strip({ panes, label }: { readonly panes: readonly Pane[]; readonly label: string }): JSX.Element {
  const perRow = Math.min(PER_ROW, Math.max(panes.length, 1));
  const w = Math.min(30, (WIDE + GAP) / perRow - GAP);
  const rows = Math.max(1, Math.ceil(panes.length / perRow));
  const width = rows > 1 ? WIDE : Math.max(w, panes.length * (w + GAP) - GAP);
  return (
    <svg class="strip" viewBox={`0 0 ${width} ${rows * PITCH - GAP}`} width={width} role="img" aria-label={label}>
      {panes.map((state, i) => (
        <PaneAt
          key={`${i}${state}`}
          state={state}
          x={(i % perRow) * (w + GAP)}
          y={Math.floor(i / perRow) * PITCH}
          w={w}
          h={HIGH}
        />
      ))}
    </svg>
  );
}

/** The key of one state. */
export function KeyPane({ state }: { readonly state: Pane }): JSX.Element {
  return (
    <svg viewBox="0 0 14 22" aria-hidden="true">
      <PaneAt state={state} x={1} y={1} w={12} h={20} />
    </svg>
  );
}

/** A window in a list on paper: it lies in an ink frame. */
export function TaskPane({ state }: { readonly state: Pane }): JSX.Element {
  return (
    <svg viewBox="0 0 12 18" aria-hidden="true">
      <rect class="frame" width="12" height="18" />
      <PaneAt state={state} x={2} y={2} w={8} h={14} />
    </svg>
  );
}
