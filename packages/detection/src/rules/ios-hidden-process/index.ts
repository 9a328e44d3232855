/**
 * H20: a process that the kernel's list of tasks or the sample of spindump has, and `ps` of the same diagnosis has not, although it had been
 * running for long. Who hides from `ps` hides from whoever looks.
 *
 * Each list is made at another moment of the diagnosis, which takes minutes: what started less than a quarter of an hour before is left out.
 * Where many are missing the list of `ps` is not whole, and that says nothing. Process 0 is the kernel, which `ps` does not print.
 * @module
 */
import type { ArtifactRecord, Moment, RecordRef } from "@contraluz/core";
import { plain, string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

/** In the list of `ps`. */
interface Listed {
  readonly pid: number;
}
interface Running {
  readonly pid: number;
  readonly name: string;
  readonly ref: RecordRef;
}
type Fact = Listed | Running;

/** A diagnosis takes no longer: what ran before it began. */
const AGE_NS = 900_000_000_000n;
/** More than these: the list is cut short. */
const MAX_HIDDEN = 3;
/** Of a list with fewer processes it is not known what it is. */
const MIN_LISTED = 20;

function running(r: ArtifactRecord, pid: number, ref: () => RecordRef): Fact | undefined {
  const started = (r.fields.started as Moment | undefined)?.utc;
  const at = r.at?.utc;
  if (typeof started !== "bigint" || typeof at !== "bigint" || at - started < AGE_NS) return undefined;
  const name = string(r.fields.path) || string(r.fields.name);
  return name === "" ? undefined : { pid, name: name.slice(0, 1024), ref: ref() };
}

export const hiddenProcess: Rule<Fact> = {
  id: "ios/hidden-process",
  version: 1,
  level: "lead",
  words,
  needs: ["ios/processes", "ios/task-list", "ios/spindump"],
  baseRate: {
    fired: 0,
    samples: 4,
    what: "the reference generator's sysdiagnoses of iOS 15, 17, 18 and 26 without what they plant; no whole sysdiagnose of a real phone was at hand",
  },
  sources: ["EC-DIGIT-CSIRC/sysdiagnose, ps_everywhere (the idea of comparing all lists)"],
  budget: 50_000,
  once: (f) => ("ref" in f ? undefined : String(f.pid)),
  fact(r, ref, artifact) {
    const { pid } = r.fields;
    if (r.kind !== "process" || typeof pid !== "number" || !(pid > 0)) return undefined;
    return artifact === "ios/processes" ? { pid } : running(r, pid, ref);
  },
  *judge(facts) {
    const listed = new Set(facts.flatMap((f) => ("ref" in f ? [] : [f.pid])));
    if (listed.size < MIN_LISTED) return;
    const hidden = new Map<number, Running[]>();
    for (const f of facts) {
      if (!("ref" in f) || listed.has(f.pid)) continue;
      const of = hidden.get(f.pid);
      if (of) of.push(f);
      else hidden.set(f.pid, [f]);
    }
    if (hidden.size > MAX_HIDDEN) return;
    for (const [pid, of] of hidden) {
      const name = of.find((f) => f.name.startsWith("/"))?.name ?? of[0]!.name;
      yield {
        subject: plain(name, 200) || "?",
        params: { name: plain(name, 200), pid },
        records: of.map((f) => f.ref),
      };
    }
  },
};
