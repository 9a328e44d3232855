/** Drawings of the report: glyphs of levels and verdicts, the strip of windows, bands of time. @module */
import type { Level, ReadState } from "@contraluz/core";
import type { Tone } from "../answer/words.ts";
import { Html, html } from "../safe.ts";

const of = (markup: string): Html => new Html(markup);
const MATCH =
  '<path d="M20 2l18 18-18 18L2 20z" fill="currentColor"/><path d="M14 15h12M12 20h16M14 25h12" stroke="var(--sheet)" stroke-width="2.6"/>';
const LEAD = '<path d="M20 4l16 16-16 16L4 20z"/><circle cx="20" cy="20" r="4.2" fill="currentColor" stroke="none"/>';
const TARGETED = '<path d="M31.5 28.5A14.5 14.5 0 1128 9.2"/><path d="M38 4L22 18M22 9v9h9"/>';
const glyph = (tone: string, width: number, inner: string): Html =>
  of(
    `<svg viewBox="0 0 40 40" aria-hidden="true" class="tone-${tone}" fill="none" stroke="currentColor" stroke-width="${width}">${inner}</svg>`,
  );

const filled = of(`<svg viewBox="0 0 40 40" aria-hidden="true" class="tone-match">${MATCH}</svg>`);

/** Shape first, colour after: each verdict has its own. */
export const TONE_GLYPH: Readonly<Record<Tone, Html>> = {
  match: filled,
  lead: glyph("lead", 3.4, LEAD),
  targeted: glyph("targeted", 3.4, TARGETED),
  "none-found": glyph(
    "none",
    3,
    '<path d="M8 4h24v32H8z"/><path d="M14 14h12M14 20h12M14 26h7" stroke-width="2" stroke-dasharray="3 2.5"/>',
  ),
  unchecked: glyph("unchecked", 3, '<path d="M8 4h24v32H8z" stroke-dasharray="5 4"/><path d="M14 26l12-12"/>'),
};

export const LEVEL_GLYPH: Readonly<Record<Level, Html>> = {
  match: filled,
  targeted: TONE_GLYPH.targeted,
  lead: TONE_GLYPH.lead,
  ask: glyph(
    "noted",
    3,
    '<path d="M5 6h30v22H19l-8 7v-7H5z"/><path d="M16 14.5a4 4 0 117 2.6c-1.7 1.3-3 1.7-3 3.4M20 23.5v.5"/>',
  ),
  info: glyph("noted", 3, '<circle cx="20" cy="20" r="15"/><path d="M13 20h14"/>'),
};

export const MARK: Html = of(
  '<svg viewBox="0 0 40 40" aria-hidden="true"><rect width="40" height="40" fill="#141A2A"/><circle cx="24" cy="16" r="11" fill="#FFD27A"/><path d="M7 11h20v23H7z" fill="#F3EFE4" fill-opacity=".3" stroke="#F3EFE4" stroke-width="1.6"/><path d="M16 16h9M15 20h10M17 24h8" stroke="#141A2A" stroke-width="2.2"/></svg>',
);

export const TABLE_GLYPH: Html = of(
  '<svg viewBox="0 0 40 40" aria-hidden="true"><rect x="1.5" y="4.5" width="37" height="31" fill="none" stroke="#828CA5" stroke-width="2"/><rect x="6" y="9" width="7" height="22" fill="#FFD27A"/><rect x="16.5" y="9" width="7" height="22" fill="#FFD27A"/><rect x="27.5" y="9.5" width="6" height="21" fill="none" stroke="#828CA5"/></svg>',
);

/** The order of windows: what was read first, then what was not. */
export const WINDOW_ORDER: readonly ReadState[] = [
  "read",
  "partly",
  "absent",
  "unreadable",
  "not-consented",
  "not-asked",
  "not-in-this-kind",
];

/** Counts of states that occur, in the order of the windows. */
export function stateCounts(states: readonly ReadState[]): readonly (readonly [ReadState, number])[] {
  return WINDOW_ORDER.map((s) => [s, states.filter((x) => x === s).length] as const).filter(([, n]) => n > 0);
}

const n1 = (x: number): string => String(Math.round(x * 10) / 10);

/** One window with its upper left corner at `x`, `y`. The state is told by fill and mark, never by colour alone. */
function pane(state: ReadState, x: number, y: number, w: number, h: number): string {
  if (state === "read") return `<rect x="${n1(x)}" y="${n1(y)}" width="${n1(w)}" height="${n1(h)}" fill="#FFD27A"/>`;
  const box = `<rect class="box" x="${n1(x + 0.5)}" y="${n1(y + 0.5)}" width="${n1(w - 1)}" height="${n1(h - 1)}" fill="none" stroke="#828CA5"/>`;
  const [cx, cy] = [x + w / 2, y + h / 2];
  switch (state) {
    case "partly":
      return `${box}<rect x="${n1(x)}" y="${n1(cy)}" width="${n1(w)}" height="${n1(h / 2)}" fill="#FFD27A"/>`;
    case "unreadable":
      return `${box}<path d="M${n1(x + 1.5)} ${n1(y + 1.5)}L${n1(x + w - 1.5)} ${n1(y + h - 1.5)}M${n1(x + w - 1.5)} ${n1(y + 1.5)}L${n1(x + 1.5)} ${n1(y + h - 1.5)}" stroke="#B7BFD0" stroke-width="1.5"/>`;
    case "not-consented":
      return `${box}<circle cx="${n1(cx)}" cy="${n1(cy)}" r="2.2" fill="#B7BFD0"/>`;
    case "not-asked":
      return `<rect x="${n1(x + 0.5)}" y="${n1(y + 0.5)}" width="${n1(w - 1)}" height="${n1(h - 1)}" fill="none" stroke="#828CA5" stroke-dasharray="3 3"/>`;
    default:
      return box;
  }
}

const GAP = 4;
const WIDE = 461;
const PER_ROW = 31;

/** The strip: one window an artifact, grouped by state, in rows of at most 31. */
export function strip(states: readonly ReadState[], label: string): Html {
  const sorted = WINDOW_ORDER.flatMap((s) => states.filter((x) => x === s));
  const perRow = Math.min(PER_ROW, Math.max(sorted.length, 1));
  const w = Math.min(30, (WIDE + GAP) / perRow - GAP);
  const rows = Math.max(1, Math.ceil(sorted.length / perRow));
  const width = rows > 1 ? WIDE : sorted.length * (w + GAP) - GAP;
  const panes = sorted.map((s, i) => pane(s, (i % perRow) * (w + GAP), Math.floor(i / perRow) * 44, w, 40)).join("");
  const height = rows * 44 - 4;
  return html`<svg class="strip" viewBox="0 0 ${n1(Math.max(width, w))} ${height}" width="${n1(Math.max(width, w))}" role="img" aria-label="${label}">${of(panes)}</svg>`;
}

/** The key of one state. */
export function keyPane(state: ReadState): Html {
  return of(`<svg viewBox="0 0 14 22" aria-hidden="true">${pane(state, 1, 1, 12, 20)}</svg>`);
}

export const DIAMOND_KEY: Html = of(
  '<svg viewBox="0 0 14 22" aria-hidden="true"><path d="M7 2l6 9-6 9-6-9z" fill="#141A2A" stroke="#FCFCFA" stroke-width="1.5"/></svg>',
);

/** A band of time: light from `from` to `to` (shares of the axis), diamonds at `marks`. */
export function band(
  state: ReadState,
  from: number | undefined,
  to: number | undefined,
  marks: readonly number[],
): Html {
  const pc = (x: number): string => `${Math.round(Math.min(1, Math.max(0, x)) * 100_000) / 1000}%`;
  let inner = '<rect x="0" y="0" width="100%" height="20" fill="none" stroke="#828CA5" stroke-opacity=".7"/>';
  if (from !== undefined && to !== undefined) {
    const half = state === "partly" ? 'y="10" height="10"' : 'y="0" height="20"';
    const width = Math.max(to - from, 0.004);
    inner += `<rect x="${pc(Math.min(from, 1 - width))}" ${half} width="${pc(width)}" fill="#FFD27A"/>`;
  }
  if (state === "unreadable") inner += '<path d="M2 2l16 16M18 2L2 18" stroke="#B7BFD0" stroke-width="1.5"/>';
  if (state === "not-consented") inner += '<circle cx="10" cy="10" r="2.2" fill="#B7BFD0"/>';
  for (const m of marks) {
    inner += `<svg x="${pc(m)}" y="10" overflow="visible"><path d="M0-9l6 9-6 9-6-9z" fill="#141A2A" stroke="#FCFCFA" stroke-width="1.5"/></svg>`;
  }
  return of(`<svg class="band" height="20" aria-hidden="true">${inner}</svg>`);
}
