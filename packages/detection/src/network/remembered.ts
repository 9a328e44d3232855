/** What was worked out of a name, kept while it is asked for again: a capture looks up the same names all day. @module */

/** Names that are kept; of more, all are forgotten, and kept anew. */
const KEPT = 8192;

/** The same answers as `of` gives, which must depend on the name alone. */
export function remembered<T>(of: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined || known.has(name)) return before as T;
    const answer = of(name);
    if (known.size >= KEPT) known.clear();
    known.set(name, answer);
    return answer;
  };
}
