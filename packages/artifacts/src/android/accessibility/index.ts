/**
 * Accessibility services, which see the screen and can touch it: the service `accessibility`.
 *
 * Lists of each user (`attributes:{id=0, …`): `Enabled services:{{com.x/com.x.Service}, {…}}` since Android 9; Samsung's
 * `installed services: {`, `enabled services: {` with a line `    0 : com.x/.Service` for each one. Services that are bound are named by
 * their label alone, in Android 8 nothing else is written.
 * Sources: AOSP AccessibilityUserState.dump, AccessibilityManagerService.dump (Android 8), Samsung's of Android 9 to 16; android.md 2.
 * @module
 */
import { componentOf } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { nothingKnown, readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

const LIST = /^ {1,20}(?:(installed|enabled|bound|binding|crashed) )?services: ?\{/i;
const USER = /attributes:\{id=(\d{1,5})[,}]/;
const LABEL = "Service[label=";
/** Letters of a label that are kept. */
const MAX_LABEL = 300;

class Reader implements SectionReader {
  readonly #run: ParseRun;
  #user: number | undefined;
  #state: string | undefined;
  #known = false;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    const s = line.text;
    const user = USER.exec(s);
    if (user) this.#user = Number(user[1]);
    const list = LIST.exec(s);
    if (list) {
      this.#state = (list[1] ?? "bound").toLowerCase();
      this.#known = true;
      // `{{a/b}, {c/d}}`
      for (const m of s.slice(list[0].length).matchAll(/\{([^{}\s]{3,512})\}/g)) this.#service(m[1]!, line, item, emit);
    } else if (/^ *\}/.test(s)) this.#state = undefined;
    if (this.#state === undefined) return;
    const one = /^ {1,20}\d{1,6} : (\S{3,512})(?: {1,4}\(A11yTool\))?$/.exec(s);
    if (one) this.#service(one[1]!, line, item, emit);
    this.#labels(line, item, emit);
  }

  #service(name: string, line: Line, item: SectionItem, emit: Emit): void {
    const of = componentOf(name);
    if (!of) return;
    emit({
      kind: "service",
      fields: { ...of, state: this.#state, user: this.#user },
      observables: [{ type: "app-id", value: of.app, contact: "installed" }],
      origin: item.origin(line),
    });
  }

  #labels(line: Line, item: SectionItem, emit: Emit): void {
    const s = line.text;
    for (let at = s.indexOf(LABEL); at >= 0; at = s.indexOf(LABEL, at + LABEL.length)) {
      const from = at + LABEL.length;
      const label = s.slice(from, from + MAX_LABEL);
      const end = label.indexOf(", feedbackType");
      emit({
        kind: "service",
        fields: { label: kept(end < 0 ? label : label.slice(0, end)), state: this.#state, user: this.#user },
        observables: [],
        origin: item.origin(line),
      });
    }
  }

  end(): void {
    if (!this.#known) nothingKnown(this.#run, "Enabled services:{…}");
  }
}

export const accessibility: Artifact<"dumpstate"> = {
  id: "android/accessibility",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["accessibility"]),
  fields,
  key: { service: ["state", "component", "label", "user"] },
  observes: [["app-id", "installed"]],
  words,
  sources: ["dumpsys accessibility"],
  parse: (run) => readSections(() => new Reader(run)),
};
