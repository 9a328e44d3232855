/** Text of strangers inside a sentence of ours: one line, short. @module */

/** Letters of a name that go into a sentence. */
const NAME = 80;

/** One line, no controls or direction marks, cut. */
export function plain(text: string, max: number = NAME): string {
  const line = [
    ...text
      .slice(0, 4 * max)
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Z}]+/gu, " ")
      .trim(),
  ];
  return line.length > max ? `${line.slice(0, max - 1).join("")}…` : line.join("");
}

/** The first of some names, each once: `a, b, c …` */
export function some(names: Iterable<string>, most: number, max: number = NAME): string {
  const out = new Set<string>();
  for (const n of names) {
    const name = plain(n, max);
    if (name === "" || out.has(name)) continue;
    if (out.size === most) return `${[...out].join(", ")} …`;
    out.add(name);
  }
  return [...out].join(", ");
}

/** A field that is a text, else "". */
export const string = (v: unknown): string => (typeof v === "string" ? v : "");
