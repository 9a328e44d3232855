/**
 * mobile_installation.log.0, .1 of a sysdiagnose: installations and removals of apps, as installd wrote them.
 *
 * The form of entries and their clock: `log-entry.ts`. What they say: `actions.ts`. The type of an installation is `Customer` for the
 * store, `Placeholder` for an icon whose app is still to come, others for developers and companies. Folders are given to all
 * extensions again with each version of the system, so those of one app are one record; where the app itself lies is an event.
 * Sources: as those two; ios.md 4.2.
 * @module
 */
import type { Moment, Origin } from "@contraluz/core";
import type { Artifact, Emit, ParseRun } from "../../artifact.ts";
import { type EntryReader, type LogEntry, parseEntries } from "../../log-entry.ts";
import { kept, text } from "../../text.ts";
import { type Action, actionOf } from "./actions.ts";
import { fields, words } from "./words.ts";

/** Apps whose folders are told apart. */
const MAX_APPS = 50_000;

/** Folders that one app was given. */
interface Given {
  readonly at: Moment | undefined;
  readonly origin: Origin;
  last: Moment | undefined;
  path: string | undefined;
  times: number;
}

class Log implements EntryReader {
  readonly #run: ParseRun;
  readonly #given = new Map<string, Given>();
  #over = false;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  entry(e: LogEntry, emit: Emit): void {
    const a = actionOf(e.text);
    if (!a) return;
    const app = kept(a.app);
    // Where an app itself lies is an event; folders of data and extensions are told again and again.
    if (a.action === "container" && app !== undefined && a.path?.includes("/Bundle/Application/") !== true) {
      this.#folder(app, a, e);
      return;
    }
    const at = e.at();
    emit({
      kind: "event",
      ...(at ? { at } : {}),
      fields: { action: a.action, app, type: a.type, by: text(a.by), version: a.version, path: text(a.path) },
      observables: app ? [{ type: "app-id", value: app, contact: "installed" }] : [],
      origin: e.origin(),
    });
  }

  #folder(app: string, a: Action, e: LogEntry): void {
    const known = this.#given.get(app);
    if (known) {
      known.times++;
      known.last = e.at();
      known.path = kept(a.path) ?? known.path;
    } else if (this.#given.size < MAX_APPS)
      this.#given.set(app, { at: e.at(), origin: e.origin(), last: undefined, path: kept(a.path), times: 1 });
    else {
      if (!this.#over) this.#run.problem({ code: "lookup-limit", found: `> ${MAX_APPS} apps`, lost: "row" });
      this.#over = true;
    }
  }

  end(emit: Emit, count: number): void {
    for (const [app, { at, origin, last, path, times }] of this.#given)
      emit({
        kind: "folder",
        ...(at ? { at } : {}),
        fields: { app, path: text(path), times, last },
        observables: [{ type: "app-id", value: app, contact: "installed" }],
        origin,
      });
    const { path, file } = this.#run;
    emit({
      kind: "log",
      fields: { name: text(path.slice(path.lastIndexOf("/") + 1)), entries: count },
      observables: [],
      origin: { file, at: { line: 1, offset: 0 } },
    });
  }
}

export const installationLog: Artifact<"lines"> = {
  id: "ios/installation-log",
  version: 1,
  feed: "lines",
  where: {
    sysdiagnose: { paths: ["logs/MobileInstallation/mobile_installation.log*"], want: {} },
    "ios-filesystem": {
      paths: [
        "private/var/installd/Library/Logs/MobileInstallation/mobile_installation.log*",
        "private/var/installd/Library/Logs/mobile_installation.log*",
        "private/var/mobile/Library/Logs/mobile_installation.log*",
      ],
      want: {},
    },
  },
  fields,
  observes: [["app-id", "installed"]],
  words,
  sources: ["mobile_installation.log"],
  parse: (run) => parseEntries(run, new Log(run)),
};
