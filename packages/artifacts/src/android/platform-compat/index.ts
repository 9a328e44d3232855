/**
 * Apps for which the behaviour of the system was changed: the service `platform_compat`, Android 11 and later.
 *
 * `ChangeId(168419799; name=DOWNSCALED; disabled; packageOverrides={com.x=false}; rawOverrides={com.x=false, com.y=false}; overridable)`:
 * the first are in force, of apps that are there; the second are all that were ever asked for. An app that has only the second is most
 * likely gone: makers of games and of phones ask for many apps, and forget none.
 * Sources: AOSP CompatChange.toString, OverrideValidatorImpl; MVT's sample; android.md 2.
 * @module
 */
import type { Origin } from "@contraluz/core";
import { isPackage } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { nothingKnown, readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Apps that are held. */
const MAX_APPS = 20_000;
/** Changes that are named for one app. */
const MAX_CHANGES = 50;
const CHANGE = /^ *ChangeId\((\d{1,19})(?:; name=([A-Za-z0-9_]{1,200}))?/;

interface App {
  readonly origin: Origin;
  readonly changes: string[];
  inForce: boolean;
}

/** Names of apps in `name={a=false, b=true}`. */
function appsIn(s: string, name: string): string[] {
  const from = s.indexOf(`${name}={`);
  if (from < 0) return [];
  const end = s.indexOf("}", from);
  const body = s.slice(from + name.length + 2, end < 0 ? undefined : end);
  return body.split(", ", MAX_APPS).flatMap((part) => {
    const app = part.slice(0, Math.max(0, part.indexOf("=")));
    return isPackage(app) ? [app] : [];
  });
}

class Reader implements SectionReader {
  readonly #run: ParseRun;
  readonly #apps = new Map<string, App>();
  #known = false;
  #over = false;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  line(line: Line, item: SectionItem): void {
    const m = CHANGE.exec(line.text);
    if (!m) return;
    this.#known = true;
    const change = kept(m[2] ?? m[1])!;
    for (const app of appsIn(line.text, "rawOverrides")) this.#note(app, change, line, item, false);
    for (const app of appsIn(line.text, "packageOverrides")) this.#note(app, change, line, item, true);
  }

  #note(app: string, change: string, line: Line, item: SectionItem, inForce: boolean): void {
    const known = this.#apps.get(app);
    if (known) {
      if (known.changes.length < MAX_CHANGES && !known.changes.includes(change)) known.changes.push(change);
      if (inForce) known.inForce = true;
    } else if (this.#apps.size < MAX_APPS)
      this.#apps.set(kept(app)!, { origin: item.origin(line), changes: [change], inForce });
    else this.#over = true;
  }

  end(emit: Emit): void {
    for (const [app, { origin, changes, inForce }] of this.#apps)
      emit({
        kind: "override",
        fields: { app, gone: !inForce, changes },
        observables: [{ type: "app-id", value: app, contact: "listed" }],
        origin,
      });
    if (this.#over) this.#run.problem({ code: "lookup-limit", found: `apps > ${MAX_APPS}`, lost: "row" });
    if (!this.#known) nothingKnown(this.#run, "ChangeId(…)");
  }
}

export const platformCompat: Artifact<"dumpstate"> = {
  id: "android/platform-compat",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["platform_compat"]),
  fields,
  key: { override: ["app"] },
  observes: [["app-id", "listed"]],
  words,
  sources: ["dumpsys platform_compat"],
  parse: (run) => readSections(() => new Reader(run)),
};
