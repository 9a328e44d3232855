/**
 * Roles of a grid. Its rows are drawn a few at a time in a layer of their own, which elements of a table cannot be; the grid has
 * the focus and names the chosen row (`aria-activedescendant`), so rows and cells take none.
 * @module
 */
export const GRID = {
  grid: { role: "grid", tabIndex: 0 },
  group: { role: "rowgroup" },
  row: { role: "row" },
  cell: { role: "gridcell" },
  head: { role: "columnheader" },
  none: { role: "presentation" },
} as const;

/** A part that scrolls sideways: it takes the focus, so that keys can scroll it. */
export function scrolls(label: string): {
  readonly role: "region";
  readonly tabIndex: 0;
  readonly "aria-label": string;
} {
  return { role: "region", tabIndex: 0, "aria-label": label };
}
