/** Gathers problems within a bound: equal ones of a file are joined, the first ones keep their place. @module */
import { LIMITS, own, type Problem } from "@contraluz/core";

/** Of all files together: a hostile list names a million of them. */
export const MAX_PROBLEMS = 10_000;

export interface Problems {
  readonly list: Problem[];
  /** How many were reported for a path, joined ones too. */
  add(p: Problem): void;
}

/** What a problem shows may be cut out of the text of a whole file. */
function kept(p: Problem): Problem {
  const { path, found, expected } = p;
  return {
    ...p,
    ...(path === undefined ? {} : { path: own(path) }),
    ...(found === undefined ? {} : { found: own(found) }),
    ...(expected === undefined ? {} : { expected: own(expected) }),
  };
}

export function createProblems(): Problems {
  const list: Problem[] = [];
  const perKey = new Map<string, number>();
  const perPath = new Map<string, number>();
  return {
    list,
    add(p) {
      const path = `${p.evidence ?? 0}\n${p.path ?? ""}`;
      const key = own(`${path}\n${p.code}\n${p.found ?? ""}\n${p.expected ?? ""}`);
      const at = perKey.get(key);
      if (at !== undefined) {
        const old = list[at]!;
        list[at] = { ...old, count: (old.count ?? 1) + (p.count ?? 1) };
        return;
      }
      if (list.length >= MAX_PROBLEMS) {
        if (list.length === MAX_PROBLEMS) list.push({ code: "problems-limit", lost: "nothing" });
        return;
      }
      const n = (perPath.get(path) ?? 0) + 1;
      perPath.set(path, n);
      if (n > LIMITS.problems) return;
      perKey.set(key, list.length);
      list.push(
        n < LIMITS.problems
          ? kept(p)
          : {
              code: "problems-limit",
              lost: "nothing",
              ...(p.path ? { path: p.path } : {}),
              ...(p.evidence === undefined ? {} : { evidence: p.evidence }),
            },
      );
    },
  };
}
