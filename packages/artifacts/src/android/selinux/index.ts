/**
 * selinux.txt of AndroidQF: what `getenforce` said, one word. Phones as they are sold say `Enforcing`.
 * Sources: android.md 1.5 and 2; AOSP toybox getenforce.
 * @module
 */
import type { Artifact, Emit, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { captured } from "../../capture.ts";
import { fields, words } from "./words.ts";

const MODES: readonly string[] = ["Enforcing", "Permissive", "Disabled"];

class Mode implements Parser<LinesItem> {
  readonly #run: ParseRun;
  #read = false;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: LinesItem, emit: Emit): void {
    for (const line of item.lines) {
      const mode = line.text.trim();
      if (this.#read || !MODES.includes(mode)) continue;
      this.#read = true;
      const at = captured(this.#run.acquisition);
      emit({ kind: "mode", ...(at ? { at } : {}), fields: { mode }, observables: [], origin: item.origin(line) });
    }
  }

  end(): void {
    if (!this.#read) this.#run.problem({ code: "artifact-value", expected: MODES.join(" | "), lost: "file" });
  }
}

export const selinux: Artifact<"lines"> = {
  id: "android/selinux",
  version: 1,
  feed: "lines",
  where: { androidqf: { paths: ["selinux.txt"], want: {} } },
  fields,
  key: { mode: [] },
  observes: [],
  words,
  sources: ["selinux.txt"],
  parse: (run) => new Mode(run),
};
