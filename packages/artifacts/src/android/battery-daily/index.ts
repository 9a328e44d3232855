/**
 * Updates and removals of apps in the last days, by the battery's daily list.
 *
 * `  Daily from 2022-08-16-15-56-39 to 2022-08-17-01-15-45:`, in it `    Package changes:` and a line for each, `Update com.x vers=7` or
 * `Uninstall com.x`; some phones write a removal as `vers=0`. The day that is still open stands first (`  Current start time: …`), then
 * the others, the latest first, ten in all. Lines come twice and more: an app is updated in parts.
 * Sources: AOSP BatteryStats.dumpDailyStats, dumpDailyPackageChanges; MVT's sample; android.md 2.
 * @module
 */
import { type Moment, type Origin, own } from "@contraluz/core";
import { isPackage } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { nothingKnown, readSections, type SectionReader } from "../../android-section.ts";
import { dashedMoment } from "../../android-when.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { fields, words } from "./words.ts";

/** Changes that are held until all days are known, and days: the phone keeps ten. */
const MAX_CHANGES = 50_000;
const MAX_DAYS = 1000;
const DAY = /^ {1,8}Daily from (\S{1,40}) to (\S{1,40}):$/;
const CURRENT = /^ {1,8}Current start time: (\S{1,40})$/;
const CHANGE = /^ {1,12}(Update|Uninstall) ([\w.]{1,256})(?: vers=(\d{1,15}))?$/;

interface Day {
  readonly from: Moment | undefined;
  readonly to: Moment | undefined;
  readonly changes: Change[];
}
interface Change {
  readonly app: string;
  /** None: it was removed. */
  readonly version: number | undefined;
  readonly origin: Origin;
  times: number;
}

class Reader implements SectionReader {
  readonly #run: ParseRun;
  /** The latest first. */
  readonly #days: Day[] = [];
  #count = 0;
  #over = 0;
  #known = false;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  line(line: Line, item: SectionItem): void {
    const s = line.text;
    if (s.startsWith("Daily stats:")) this.#known = true;
    // Other parts of the section are long and of another form.
    if (!this.#known || s.charCodeAt(0) !== 0x20) return;
    const day = s.endsWith(":") ? DAY.exec(s) : s.startsWith("  Current start") ? CURRENT.exec(s) : null;
    if (day) {
      if (this.#days.length >= MAX_DAYS) {
        this.#over++;
        return;
      }
      const { acquisition } = this.#run;
      this.#days.push({ from: dashedMoment(day[1], acquisition), to: dashedMoment(day[2], acquisition), changes: [] });
      return;
    }
    const m = this.#days.length > 0 ? CHANGE.exec(s) : null;
    if (m && isPackage(m[2])) this.#change(m[2], m[1] === "Uninstall" ? 0 : Number(m[3] ?? 0), item.origin(line));
  }

  #change(app: string, version: number, origin: Origin): void {
    const { changes } = this.#days.at(-1)!;
    const before = changes.at(-1);
    const now = version === 0 ? undefined : version;
    if (before && before.app === app && before.version === now) before.times++;
    else if (++this.#count <= MAX_CHANGES) changes.push({ app: own(app), version: now, origin, times: 1 });
  }

  end(emit: Emit): void {
    const versions = new Map<string, number | undefined>();
    for (const day of this.#days.reverse())
      for (const c of day.changes) {
        this.#emit(c, day, versions, emit);
        versions.set(c.app, c.version);
      }
    if (this.#count > MAX_CHANGES)
      this.#run.problem({ code: "lookup-limit", found: `changes > ${MAX_CHANGES}`, lost: "row" });
    if (this.#over > 0) this.#run.problem({ code: "record-limit", found: `${this.#over} more days`, lost: "row" });
    if (!this.#known) nothingKnown(this.#run, "Daily stats:");
  }

  /** `versions`: what was the last to be known of each app before. */
  #emit(c: Change, { from, to }: Day, versions: ReadonlyMap<string, number | undefined>, emit: Emit): void {
    const before = versions.get(c.app);
    const type =
      c.version === undefined
        ? "uninstall"
        : before !== undefined && c.version < before
          ? "downgrade"
          : versions.has(c.app) && before === undefined
            ? "install"
            : "update";
    emit({
      kind: "change",
      ...(from ? { at: { ...from, precision: "day" } } : {}),
      fields: { app: c.app, version: c.version, type, before, from, to, times: c.times },
      observables: [{ type: "app-id", value: c.app, contact: "listed" }],
      origin: c.origin,
    });
  }
}

export const batteryDaily: Artifact<"dumpstate"> = {
  id: "android/battery-daily",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["batterystats"]),
  fields,
  observes: [["app-id", "listed"]],
  words,
  sources: ["dumpsys batterystats"],
  parse: (run) => readSections(() => new Reader(run)),
};
