/**
 * When apps were used: the service `usagestats`.
 *
 * For each user (`user=0`) the events of the last day (`time="2026-03-14 04:09:31" type=ACTIVITY_RESUMED package=com.x class=…`) and, for
 * the day, the week, the month and the year, what each app was used: `package=com.x totalTimeUsed="33:06" lastTimeUsed="…"` (`totalTime`
 * and `lastTime` up to Android 9). The lists of the month and the year also name apps that are gone.
 * Sources: AOSP UserUsageStatsService.dump (printIntervalStats, printEvent), UsageEvents.Event, Android 8 to 16.
 * @module
 */
import { isPackage } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { nothingKnown, readSections, type SectionReader } from "../../android-section.ts";
import { dumpMoment } from "../../android-when.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { kept } from "../../text.ts";
import { dateOf, type Order, orderOf, secondsOfClock } from "./dates.ts";
import { fields, words } from "./words.ts";

/** Events of an app that was opened or works on in sight, and of the phone. */
const OF_APPS: ReadonlySet<string> = new Set(["ACTIVITY_RESUMED", "MOVE_TO_FOREGROUND", "FOREGROUND_SERVICE_START"]);
const OF_PHONE: ReadonlySet<string> = new Set([
  "DEVICE_SHUTDOWN",
  "DEVICE_STARTUP",
  "KEYGUARD_HIDDEN",
  "KEYGUARD_SHOWN",
  "SCREEN_INTERACTIVE",
  "SCREEN_NON_INTERACTIVE",
  "USER_STOPPED",
  "USER_UNLOCKED",
]);
const INTERVALS: ReadonlyMap<string, string> = new Map([
  ["daily", "day"],
  ["weekly", "week"],
  ["monthly", "month"],
  ["yearly", "year"],
]);

/** The value of `name=value` or `name="value"`. */
function valueIn(s: string, name: string): string | undefined {
  const at = s.startsWith(`${name}=`) ? 0 : s.indexOf(` ${name}=`) + 1;
  if (at === 0 && !s.startsWith(`${name}=`)) return undefined;
  const from = at + name.length + 1;
  const quoted = s.charCodeAt(from) === 0x22;
  const end = s.indexOf(quoted ? '"' : " ", from + 1);
  return s.slice(quoted ? from + 1 : from, end < 0 ? undefined : end);
}

class Reader implements SectionReader {
  readonly #run: ParseRun;
  #user: number | undefined;
  #interval: string | undefined;
  #order: Order;
  #known = false;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    const s = line.text.trim();
    if (s.startsWith('time="')) this.#event(s, line, item, emit);
    else if (s.startsWith("package=")) this.#usage(s, line, item, emit);
    else if (s.startsWith("timeRange=")) this.#order = orderOf(s, this.#run.acquisition);
    else if (s.startsWith("user=") && /^user=\d{1,5}$/.test(s)) {
      this.#user = Number(s.slice(5));
      this.#interval = undefined;
      this.#known = true;
    } else if (s.startsWith("In-memory ")) this.#interval = INTERVALS.get(s.slice(10, s.indexOf(" ", 10)));
  }

  #event(s: string, line: Line, item: SectionItem, emit: Emit): void {
    const type = valueIn(s, "type") ?? "";
    const name = valueIn(s, "package");
    const ofApp = OF_APPS.has(type);
    const app = ofApp && isPackage(name) ? kept(name) : undefined;
    if (!OF_PHONE.has(type) && app === undefined) return;
    const at = dumpMoment(valueIn(s, "time"), this.#run.acquisition);
    emit({
      kind: "event",
      ...(at ? { at } : {}),
      fields: { app, type: kept(type), class: ofApp ? kept(valueIn(s, "class")) : undefined, user: this.#user },
      observables: app === undefined ? [] : [{ type: "app-id", value: app, contact: "ran" }],
      origin: item.origin(line),
    });
  }

  #usage(s: string, line: Line, item: SectionItem, emit: Emit): void {
    const last = valueIn(s, "lastTimeUsed") ?? valueIn(s, "lastTime");
    const app = kept(valueIn(s, "package"));
    if (last === undefined || !isPackage(app)) return;
    const seconds = secondsOfClock(valueIn(s, "totalTimeUsed") ?? valueIn(s, "totalTime"));
    const date = (text: string | undefined) =>
      text === undefined ? undefined : dateOf(text, this.#order, this.#run.acquisition);
    const at = date(last);
    const service = date(valueIn(s, "lastTimeFS"));
    // Each app that was ever there is in the list, with zeros.
    if (!at && !service && !(seconds !== undefined && seconds > 0)) return;
    emit({
      kind: "usage",
      ...(at ? { at } : {}),
      fields: {
        app,
        type: this.#interval,
        seconds,
        last: at ?? kept(last.slice(0, 60)),
        service,
        user: this.#user,
      },
      observables: [{ type: "app-id", value: app, contact: "ran" }],
      origin: item.origin(line),
    });
  }

  end(): void {
    if (!this.#known) nothingKnown(this.#run, "user=0");
  }
}

export const usageStats: Artifact<"dumpstate"> = {
  id: "android/usage-stats",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["usagestats"]),
  fields,
  key: { usage: ["app", "type", "user"] },
  observes: [["app-id", "ran"]],
  words,
  sources: ["dumpsys usagestats"],
  parse: (run) => readSections(() => new Reader(run)),
};
