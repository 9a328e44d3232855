/**
 * root_binaries.json of AndroidQF: where `which -a` found su, busybox, magisk and others. Each text is the whole output for one name, and
 * so may have several lines.
 * Sources: android.md 1.2; AndroidQF (modules/root_binaries.go: the names that are asked for).
 * @module
 */
import type { Artifact } from "../../artifact.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Lines of one output. */
const MAX_LINES = 100;

export const rootBinaries: Artifact<"json"> = {
  id: "android/root-binaries",
  version: 1,
  feed: "json",
  where: { androidqf: { paths: ["root_binaries.json"], want: {} } },
  fields,
  key: { binary: ["path"] },
  observes: [["file-path", "present"]],
  words,
  sources: ["AndroidQF root_binaries.json"],
  parse: (run) => ({
    take(item, emit) {
      for (const [i, element] of item.elements.entries()) {
        const origin = item.origin(String(item.first + i));
        const paths = (typeof element === "string" ? element.slice(0, 65_536) : "")
          .split("\n", MAX_LINES)
          .map((l) => l.trim())
          .filter((l) => l.startsWith("/"));
        if (paths.length === 0)
          run.problem({ code: "artifact-value", origin, found: "no path of a program", lost: "row" });
        for (const path of paths) {
          const value = kept(path)!;
          emit({
            kind: "binary",
            fields: { path: value, name: kept(path.slice(path.lastIndexOf("/") + 1)) },
            observables: [{ type: "file-path", value, contact: "present" }],
            origin,
          });
        }
      }
    },
  }),
};
