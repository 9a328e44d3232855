/** From the engine's progress by file to the page's progress by place. @module */
import type { PlannedFile, Progress } from "@contraluz/engine";
import type { PlannedPlace, Step } from "./protocol.ts";

/** A message in so many milliseconds at most: a phone has thousands of small files. */
const PAUSE_MS = 80;
/** A file of so many bytes takes a while: that it is being read is said at once. */
const LARGE = 1 << 18;

/** Posts at most one message in `PAUSE_MS`, and always the last one; what was read in between is added up. */
export function stepTeller(
  post: (step: Step) => void,
  o: { readonly places: readonly string[]; readonly allowed: (id: string) => boolean; readonly now: () => number },
): (p: Progress) => void {
  let files = new Map<string, PlannedFile>();
  const left = new Map<string, number>();
  /** Of files that are on their way: the share that was told of, from 0 to 1. */
  const begun = new Map<string, number>();
  let bytes = 0;
  let done: string[] = [];
  let told = 0;

  const tellRead = (): void => {
    if (done.length === 0 && bytes === 0) return;
    post({ step: "read", places: done, bytes });
    done = [];
    bytes = 0;
  };
  const plan = (list: readonly PlannedFile[]): void => {
    files = new Map(list.map((f) => [f.path, f]));
    const sums = new Map<string, { files: number; bytes: number }>();
    for (const f of list) {
      for (const id of f.artifacts) {
        const sum = sums.get(id) ?? { files: 0, bytes: 0 };
        sums.set(id, { files: sum.files + 1, bytes: sum.bytes + f.size });
        left.set(id, (left.get(id) ?? 0) + 1);
      }
    }
    const places = o.places.map((id): PlannedPlace => {
      const sum = sums.get(id) ?? { files: 0, bytes: 0 };
      return { id, ...sum, allowed: o.allowed(id) };
    });
    post({ step: "planned", places });
  };

  return (p) => {
    switch (p.step) {
      case "planned":
        return plan(p.files);
      case "read":
        for (const id of p.artifacts) {
          const n = (left.get(id) ?? 0) - 1;
          left.set(id, n);
          if (n <= 0) done.push(id);
        }
        // A file counts once for each place that reads it, as in the plan.
        bytes += (files.get(p.file)?.size ?? 0) * p.artifacts.length * (1 - (begun.get(p.file) ?? 0));
        if (o.now() - told > PAUSE_MS) {
          told = o.now();
          tellRead();
        }
        return;
      case "reading": {
        const file = files.get(p.file);
        if (!file) return;
        const before = begun.get(p.file);
        if (p.bytes !== undefined && file.size > 0) {
          const share = Math.min(1, p.bytes / file.size);
          bytes += Math.max(0, share - (before ?? 0)) * file.size * file.artifacts.length;
          begun.set(p.file, Math.max(share, before ?? 0));
        }
        if ((file.size < LARGE || p.bytes !== undefined) && o.now() - told < PAUSE_MS) return;
        told = o.now();
        tellRead();
        return post({ step: "reading", places: file.artifacts, bytes: 0 });
      }
      case "listing":
        if (o.now() - told < PAUSE_MS) return;
        told = o.now();
        return post(p);
      case "hashing":
        tellRead();
        return post({ step: "hashing" });
      default:
        return post({ step: p.step });
    }
  };
}
