/**
 * What the drawings of the guides are made of: lines on night, and the one thing to touch in light. Words inside come from the
 * guide, in its language; the step says in words what the drawing shows.
 * @module
 */
import type { ComponentChildren, JSX } from "preact";

export const INK = "#F3EFE4";
export const LIGHT = "#FFD27A";
export const NIGHT = "#141A2A";
export const DIM = "#828CA5";

/** Words of a drawing, in the order in which it wants them. */
export interface DrawingProps {
  readonly labels: readonly string[];
}

export function Sheet({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <svg class="drawing" viewBox="0 0 300 210" fill="none" stroke={INK} stroke-width="2" aria-hidden="true">
      {children}
    </svg>
  );
}

export function Text(p: {
  readonly x: number;
  readonly y: number;
  readonly children: string | undefined;
  /** On light: dark and bold. */
  readonly lit?: boolean;
  readonly mono?: boolean;
  readonly middle?: boolean;
}): JSX.Element {
  return (
    <text
      x={p.x}
      y={p.y}
      class={p.mono ? "mono" : ""}
      fill={p.lit ? NIGHT : INK}
      font-weight={p.lit ? 700 : 400}
      text-anchor={p.middle ? "middle" : "start"}
      stroke="none"
    >
      {p.children}
    </text>
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The thing to touch. */
export function Lit({ x, y, w, h, r = 3 }: Box & { readonly r?: number }): JSX.Element {
  return <rect x={x} y={y} width={w} height={h} rx={r} fill={LIGHT} stroke="none" />;
}

/** A button that is lit, with its words. */
export function Press(p: Box & { readonly children: string | undefined }): JSX.Element {
  return (
    <>
      <Lit x={p.x} y={p.y} w={p.w} h={p.h} r={6} />
      <Text x={p.x + p.w / 2} y={p.y + p.h / 2 + 4.5} lit middle>
        {p.children}
      </Text>
    </>
  );
}

/** A window of a computer. */
export function Frame({ x, y, w, h }: Box): JSX.Element {
  return (
    <>
      <rect x={x} y={y} width={w} height={h} rx="6" />
      <path d={`M${x} ${y + 20}h${w}`} />
      <path
        d={`M${x + 10} ${y + 10}h.1M${x + 19} ${y + 10}h.1M${x + 28} ${y + 10}h.1`}
        stroke-width="5"
        stroke-linecap="round"
      />
    </>
  );
}

export function Phone({ x, y, w = 90, h = 178 }: { x: number; y: number; w?: number; h?: number }): JSX.Element {
  return (
    <>
      <rect x={x} y={y} width={w} height={h} rx="14" />
      <rect x={x + w / 2 - 13} y={y + 8} width="26" height="6" rx="3" fill={INK} />
    </>
  );
}

/** A laptop; `x` and `y` of its screen. */
export function Laptop({ x, y }: { readonly x: number; readonly y: number }): JSX.Element {
  return <path d={`M${x} ${y}h100v66h-100zM${x - 12} ${y + 78}h124l-9 13h-106z`} stroke-linejoin="round" />;
}

export function Folder({
  x,
  y,
  lit = false,
}: {
  readonly x: number;
  readonly y: number;
  readonly lit?: boolean;
}): JSX.Element {
  return (
    <path
      d={`M${x} ${y}h22l8 9h34v38h-64z`}
      fill={lit ? LIGHT : "none"}
      stroke={lit ? LIGHT : INK}
      stroke-linejoin="round"
    />
  );
}

/** An arrow that lights the way. */
export function Arrow({
  x,
  y,
  long = 52,
}: {
  readonly x: number;
  readonly y: number;
  readonly long?: number;
}): JSX.Element {
  return <path d={`M${x} ${y}h${long}M${x + long - 20} ${y - 17}l20 17-20 17`} stroke={LIGHT} stroke-width="4" />;
}
