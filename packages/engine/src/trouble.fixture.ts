/** Artifacts that misbehave, on a database that good ones share; and the thread that serves them. @module */
import { isMainThread } from "node:worker_threads";
import type { AnyArtifact, Artifact } from "@contraluz/artifacts";
import { nodePlatform, portOfThread } from "@contraluz/platform-node";
import type { Catalogue } from "./catalogue.ts";
import { serve } from "./worker.ts";

export const SHARED = "Library/Shared/shared.db";

interface Trouble {
  /** When it is told to parse a file. */
  readonly atStart?: () => void;
  /** At every row. */
  readonly atRow?: (rowid: number) => void;
  readonly atEnd?: () => void;
}

function artifact(id: `${string}/${string}`, path: string, t: Trouble): Artifact<"sqlite"> {
  return {
    id,
    version: 1,
    feed: "sqlite",
    where: { "ios-backup": { paths: [`HomeDomain/${path}`], want: { tables: [{ name: "t", columns: ["name"] }] } } },
    fields: {},
    observes: [],
    words: { name: { es: id, en: id }, shows: { es: "", en: "" }, hides: { es: "", en: "" } },
    sources: [],
    parse() {
      t.atStart?.();
      return {
        take(item, emit) {
          for (const row of item.rows) {
            t.atRow?.(Number(row.rowid));
            const fields = { name: row.values[item.column("name")] as string };
            emit({ kind: "row", fields, observables: [], origin: item.origin(row) });
          }
        },
        end: () => t.atEnd?.(),
      };
    },
  };
}

const fail = (what: string) => (): never => {
  throw new TypeError(`bug ${what}`);
};
const at = (n: number, f: () => void) => (rowid: number) => {
  if (rowid === n) f();
};

/** Good and bad ones on one file. */
export const SHARING: readonly AnyArtifact[] = [
  artifact("test/good", SHARED, {}),
  artifact("test/start", SHARED, { atStart: fail("at the start") }),
  artifact("test/row", SHARED, { atRow: at(500, fail("at a row")) }),
  artifact("test/end", SHARED, { atEnd: fail("at the end") }),
  artifact("test/better", SHARED, {}),
];
/** A thread that ends by itself, and one that breaks outside of what anybody could catch. */
export const EXITS: AnyArtifact = artifact("test/exits", "Library/Shared/exits.db", {
  atRow: at(300, () => process.exit(7)),
});
export const BREAKS: AnyArtifact = artifact("test/breaks", "Library/Shared/breaks.db", {
  atRow: at(300, () => void queueMicrotask(fail("in the background"))),
});

export const TROUBLE: Catalogue = { artifacts: [...SHARING, EXITS, BREAKS], rules: [] };

if (!isMainThread) serve(portOfThread(), nodePlatform(), TROUBLE);
