/**
 * containermanagerd.log of a sysdiagnose (iOS 12 to 17): each start of the phone, and folders of apps that were made or deleted.
 *
 * `containermanagerd first boot cleanup complete` is written once after each start. The form of entries and their clock: `log-entry.ts`.
 * Sources: plaso's sample; the tests of EC-DIGIT-CSIRC/sysdiagnose; ios.md 4.2 and 4.3. The wording of made and deleted folders differs
 * between versions and was seen in no original: what does not fit is passed over.
 * @module
 */
import type { Moment } from "@contraluz/core";
import type { Artifact, Emit, ParseRun } from "../../artifact.ts";
import { type EntryReader, type LogEntry, parseEntries } from "../../log-entry.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";

const BOOT = "containermanagerd first boot cleanup complete";
const CONTAINER =
  /(?:^|[:\]] )(Created|Creating|Destroyed|Destroying|Deleted|Deleting) (?:(?:data|bundle|temporary|group|plugin) )?container (?:for |with identifier )?([A-Za-z0-9][\w.-]{1,254})(?: [^/\n]{0,200})? at (\/[^\n]{1,2048})/;

class Log implements EntryReader {
  readonly #run: ParseRun;
  #boots = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  entry(e: LogEntry, emit: Emit): void {
    const when = (): { at?: Moment } => {
      const at = e.at();
      return at ? { at } : {};
    };
    if (e.text.includes(BOOT)) {
      this.#boots++;
      emit({ kind: "boot", ...when(), fields: {}, observables: [], origin: e.origin() });
      return;
    }
    const m = e.text.includes("container ") ? CONTAINER.exec(e.text.slice(0, 4096)) : null;
    if (!m) return;
    emit({
      kind: "container",
      ...when(),
      fields: { action: m[1]!.startsWith("Creat") ? "made" : "deleted", app: m[2], path: text(m[3]) },
      observables: [{ type: "app-id", value: m[2]!, contact: "installed" }],
      origin: e.origin(),
    });
  }

  end(emit: Emit, count: number): void {
    const { path, file } = this.#run;
    emit({
      kind: "log",
      fields: { name: text(path.slice(path.lastIndexOf("/") + 1)), entries: count, boots: this.#boots },
      observables: [],
      origin: { file, at: { line: 1, offset: 0 } },
    });
  }
}

export const containerLog: Artifact<"lines"> = {
  id: "ios/container-log",
  version: 1,
  feed: "lines",
  where: {
    sysdiagnose: { paths: ["logs/MobileContainerManager/containermanagerd.log*"], want: {} },
    "ios-filesystem": {
      paths: [
        "private/var/root/Library/Logs/MobileContainerManager/containermanagerd.log*",
        "private/var/mobile/Library/Logs/MobileContainerManager/containermanagerd.log*",
      ],
      want: {},
    },
  },
  fields,
  observes: [["app-id", "installed"]],
  words,
  sources: ["containermanagerd.log"],
  parse: (run) => parseEntries(run, new Log(run)),
};
