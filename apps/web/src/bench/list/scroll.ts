/**
 * The arithmetic of a list of any length. Browsers draw elements up to some 17 (Firefox) or 33 million pixels: a longer list
 * stands in a box of `MAX_HEIGHT`, and what the scroll bar says is stretched. Rows still move by what the wheel asks for.
 * @module
 */

/** Height of the box that is scrolled, in pixels. */
export const MAX_HEIGHT = 8_000_000;

export interface Box {
  /** Rows, their height, and the height that is seen. */
  readonly total: number;
  readonly row: number;
  readonly view: number;
}

/** Height of the box that the browser scrolls. */
export function boxHeight(b: Box): number {
  return Math.min(b.total * b.row, MAX_HEIGHT);
}

/** How far the list itself can move. */
export function reach(b: Box): number {
  return Math.max(0, b.total * b.row - b.view);
}

function topMost(b: Box): number {
  return Math.max(0, boxHeight(b) - b.view);
}

export function isStretched(b: Box): boolean {
  return b.total * b.row > MAX_HEIGHT;
}

export function clampOffset(b: Box, offset: number): number {
  return Math.max(0, Math.min(offset, reach(b)));
}

/** Where the browser's scroll bar stands for a place of the list. */
export function topOf(b: Box, offset: number): number {
  const all = reach(b);
  return all === 0 ? 0 : (clampOffset(b, offset) / all) * topMost(b);
}

/**
 * The place of the list after the browser has scrolled from `before` to `top`: a short way (finger, key) moves the list as far,
 * a long one (the bar was dragged) to where the bar stands.
 */
export function moved(b: Box, offset: number, before: number, top: number): number {
  if (!isStretched(b)) return clampOffset(b, top);
  if (top <= 0) return 0;
  if (top >= topMost(b) - 0.5) return reach(b);
  const way = top - before;
  return clampOffset(b, Math.abs(way) <= b.view ? offset + way : (top / topMost(b)) * reach(b));
}

/** Rows that are seen, and one more at each end. */
export function seenRows(b: Box, offset: number): { readonly from: number; readonly to: number } {
  if (b.row <= 0 || b.total === 0) return { from: 0, to: 0 };
  const from = Math.max(0, Math.floor(offset / b.row) - 1);
  return { from, to: Math.min(b.total, Math.ceil((offset + b.view) / b.row) + 1) };
}

/** The nearest offset at which a row is wholly seen; `middle`: at which it stands in the middle, unless it is seen already. */
export function reveal(b: Box, offset: number, row: number, middle = false): number {
  const top = row * b.row;
  if (top >= offset && top + b.row <= offset + b.view) return offset;
  if (middle) return clampOffset(b, top - (b.view - b.row) / 2);
  return clampOffset(b, top < offset ? top : top + b.row - b.view);
}
