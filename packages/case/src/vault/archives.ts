/**
 * Pages of documents in a case: `archive/0001/pages/*.jsonl` and `corrections/*.json`, read of one evidence. What they say lies in the
 * room `archive`; here is only what it takes to keep them and to let them go.
 * @module
 */
import type { CaseState } from "./state.ts";

/** Archives that are there, in the order of their names. */
export function archivesThere(state: Pick<CaseState, "archives">): CaseState["archives"] {
  return state.archives.filter((a) => !a.removed);
}

/**
 * Where what finds words in them lies. It holds their text, so it has another name as soon as one of them was removed: an index from before
 * is what a crash left, and goes.
 */
export function archiveIndex(state: Pick<CaseState, "archivesSince">): string {
  return `index/archive-${state.archivesSince}`;
}

/** Archives that go with these parts: the text of documents whose copy goes. */
export function archivesOf(
  state: Pick<CaseState, "archives" | "evidence">,
  parts: readonly string[],
): readonly string[] {
  const going = new Set(parts);
  const stay = new Set(
    state.evidence.flatMap((e) => (e.folder === undefined || e.removed || going.has(e.folder) ? [] : [e.id])),
  );
  const gone = new Set(state.evidence.flatMap((e) => (e.folder !== undefined && going.has(e.folder) ? [e.id] : [])));
  return archivesThere(state).flatMap((a) =>
    gone.has(a.evidence) && !stay.has(a.evidence) ? [`archive/${a.archive}`] : [],
  );
}
