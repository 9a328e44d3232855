/** Enough of Markdown to write tables and lists: text of others must not become markup. @module */

/** Text in a sentence or a cell. */
export function text(s: string): string {
  return s.replace(/[\\`*_<>|[\]#]/g, (c) => `\\${c}`).replace(/\s+/g, " ");
}

/** As it stands, in a code span; a bar would end the cell of a table. */
export function code(s: string): string {
  if (s === "") return "";
  const longest = Math.max(0, ...[...s.matchAll(/`+/g)].map((m) => m[0].length));
  const fence = "`".repeat(longest + 1);
  const room = longest > 0 ? " " : "";
  return `${fence}${room}${s.replace(/[\r\n]+/g, " ").replaceAll("|", "\\|")}${room}${fence}`;
}

export const list = (items: readonly string[]): string => items.map((i) => `- ${i}`).join("\n");

/** `head` and the cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), `|${head.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
}
