/**
 * Apps that read all notifications: the service `notification`.
 *
 * Three lists of `notification listeners`: `Allowed …:` (`com.x/.A:com.y/.B (user: 0 isPrimary: true)`), `All … (2) enabled for current
 * profiles:` (`ComponentInfo{com.x/com.x.A}`), `Live … (2):` (the same with `(user 0): …`). Assistants and condition providers have
 * lists of the same form, under other names.
 * Sources: AOSP ManagedServices.dump, Android 8 to 16.
 * @module
 */
import { componentOf } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { nothingKnown, readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { fields, words } from "./words.ts";

const HEAD = /^ {0,12}(Allowed|All|Live|Snoozed) notification listeners\b/;
const STATES: Readonly<Record<string, string>> = { Allowed: "allowed", All: "enabled", Live: "live" };
/** Components in one line. */
const MAX_LISTENERS = 200;

class Reader implements SectionReader {
  readonly #run: ParseRun;
  #state: string | undefined;
  #known = false;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    const s = line.text;
    // Most of the section are notifications.
    const head = s.endsWith(":") ? HEAD.exec(s) : null;
    if (head) {
      this.#state = STATES[head[1]!];
      this.#known = true;
      return;
    }
    if (this.#state === undefined) return;
    if (!this.#entry(line, this.#state, item, emit)) this.#state = undefined;
  }

  /** False for a line of another form: the list has ended. */
  #entry(line: Line, state: string, item: SectionItem, emit: Emit): boolean {
    const s = line.text.trim();
    const user = /\(user:? (\d{1,5})\b/.exec(s);
    const one = /^ComponentInfo\{([^{}]{3,512})\}/.exec(s);
    const names = one
      ? [one[1]!]
      : s.includes(" (user: ")
        ? s.slice(0, s.indexOf(" (user: ")).split(":", MAX_LISTENERS)
        : [];
    for (const name of names) {
      const of = componentOf(name);
      if (!of) continue;
      emit({
        kind: "listener",
        fields: { ...of, user: user ? Number(user[1]) : undefined, state },
        observables: [{ type: "app-id", value: of.app, contact: "installed" }],
        origin: item.origin(line),
      });
    }
    return names.length > 0;
  }

  end(): void {
    if (!this.#known) nothingKnown(this.#run, "All notification listeners (…)");
  }
}

export const notificationListeners: Artifact<"dumpstate"> = {
  id: "android/notification-listeners",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["notification"]),
  fields,
  key: { listener: ["component", "state", "user"] },
  observes: [["app-id", "installed"]],
  words,
  sources: ["dumpsys notification"],
  parse: (run) => readSections(() => new Reader(run)),
};
