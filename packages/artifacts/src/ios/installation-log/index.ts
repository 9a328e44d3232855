/**
 * mobile_installation.log.0, .1 of a sysdiagnose: installations and removals of apps, as installd wrote them.
 *
 * The form of entries and their clock: `log-entry.ts`. What they say: `actions.ts`. The type of an installation is `Customer` for the
 * store, `Placeholder` for an icon whose app is still to come, others for developers and companies.
 * Sources: as those two; ios.md 4.2.
 * @module
 */
import type { Artifact, Emit, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { LogEntries, type LogEntry } from "../../log-entry.ts";
import { text } from "../../text.ts";
import { actionOf } from "./actions.ts";
import { fields, words } from "./words.ts";

class Log implements Parser<LinesItem> {
  readonly #run: ParseRun;
  readonly #entries: LogEntries;
  #count = 0;

  constructor(run: ParseRun) {
    this.#run = run;
    this.#entries = new LogEntries(run);
  }

  take(item: LinesItem, emit: Emit): void {
    for (const line of item.lines) {
      const entry = this.#entries.take(line, item.origin);
      if (entry) this.#entry(entry, emit);
    }
  }

  #entry(e: LogEntry, emit: Emit): void {
    this.#count++;
    const a = actionOf(e.text);
    if (!a) return;
    const app = text(a.app);
    emit({
      kind: "event",
      ...(e.at ? { at: e.at } : {}),
      fields: { action: a.action, app, type: a.type, by: text(a.by), version: a.version, path: text(a.path) },
      observables: app ? [{ type: "app-id", value: app, contact: "installed" }] : [],
      origin: e.origin,
    });
  }

  end(emit: Emit): void {
    const last = this.#entries.end();
    if (last) this.#entry(last, emit);
    const { path, file } = this.#run;
    if (this.#count === 0)
      this.#run.problem({
        code: "artifact-value",
        found: "no entry",
        expected: "Mon Sep  2 05:47:19 2024 [73]",
        lost: "file",
      });
    emit({
      kind: "log",
      fields: { name: text(path.slice(path.lastIndexOf("/") + 1)), entries: this.#count },
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
  parse: (run) => new Log(run),
};
