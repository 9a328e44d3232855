/**
 * What a line of the battery's history says: `+top=u0a280:"com.whatsapp"`, `-job=…`, `pkginst=12:"com.x"`, `+usb_data`.
 *
 * `+` begins, `-` ends. Before the colon stands the user of Linux, of installations the version. What stands in quotes is an app
 * (`top`, `pkginst`), a part of one (`job`), or what somebody called it: `*walarm*:com.x/.Alarm`, `@queue@com.x/.Job`.
 * Sources: AOSP BatteryStats.HistoryPrinter, HISTORY_EVENT_NAMES, JobStatus.getBatteryName; MVT's sample; android.md 2.
 * @module
 */
import { isPackage } from "../../android-names.ts";

export interface HistoryEvent {
  readonly sign: "+" | "-" | "";
  readonly name: string;
  readonly of: string;
  readonly tag: string;
}

/** Events in one line: the phone writes a dozen. */
const MAX_EVENTS = 200;
/** Letters of a tag that are looked at. */
const MAX_TAG = 1000;

/** Where the text that begins at `from` ends: at a quotation mark without a backslash before it. -1 where it does not. */
function closing(s: string, from: number): number {
  let end = s.indexOf('"', from);
  while (end > from && s.charCodeAt(end - 1) === 0x5c) end = s.indexOf('"', end + 1);
  return end;
}

/** Those that name somebody: each letter of the line is read once. */
export function eventsIn(rest: string): HistoryEvent[] {
  const out: HistoryEvent[] = [];
  let from = 0;
  while (out.length < MAX_EVENTS) {
    const mark = rest.indexOf(':"', from);
    const end = mark < 0 ? -1 : closing(rest, mark + 2);
    if (end < 0) break;
    const head = rest.slice(Math.max(from, mark - 60), mark);
    const m = /(?:^| )([+-]?)([a-z_]{2,24})=([0-9a-z]{1,16})$/.exec(head);
    if (m) {
      const tag = rest.slice(mark + 2, Math.min(end, mark + 2 + MAX_TAG));
      out.push({ sign: m[1] as HistoryEvent["sign"], name: m[2]!, of: m[3]!, tag });
    }
    from = end + 1;
  }
  return out;
}

/** The app that a tag names; undefined where it names none. */
export function appOfTag(tag: string): string | undefined {
  // `*walarm*:`, `*job*/`, `@androidx.work.systemjobscheduler@`
  const plain = tag.replace(/^(?:\*[a-z_]{1,40}\*[:/]|@[^@]{0,200}@|#[^#]{0,200}#)/, "");
  const end = plain.search(/[/:# @]/);
  const app = end < 0 ? plain : plain.slice(0, end);
  return isPackage(app) ? app : undefined;
}

/** What the phone itself did, by words of a line. */
export const PHONE_EVENTS: readonly (readonly [word: string, type: string])[] = [
  ["+usb_data", "usb-connected"],
  ["-usb_data", "usb-disconnected"],
  ["plug=usb", "plugged-usb"],
  ["SHUTDOWN", "shutdown"],
  ["START", "start"],
];
