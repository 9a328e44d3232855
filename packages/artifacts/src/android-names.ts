/**
 * Names as Android's dumps write them: packages, components, users, durations, clocks without a year.
 * Sources: AOSP (UserHandle, PackageParser, ComponentName, TimeUtils.formatDuration), logcat's threadtime.
 * @module
 */
import { type Acquisition, isoUtc, type Moment, own } from "@contraluz/core";
import { localMoment } from "./local-time.ts";

/** Longest name of a package (PackageManager allows 223 letters) and of a class. */
const MAX_NAME = 256;
const PACKAGE = /^[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)+$/;

/** Whether this can be the name of a package: parts with points between them. `android` is none here. */
export function isPackage(s: string | undefined): s is string {
  return s !== undefined && s.length <= MAX_NAME && PACKAGE.test(s);
}

/**
 * The app of a process: `com.whatsapp:remote` is one of com.whatsapp.
 * @example appOfProcess("com.whatsapp:remote") // "com.whatsapp"
 */
export function appOfProcess(process: string): string | undefined {
  const colon = process.indexOf(":");
  const app = colon < 0 ? process : process.slice(0, colon);
  return isPackage(app) ? own(app) : undefined;
}

export interface Component {
  readonly app: string;
  /** With the name of its class in full. */
  readonly component: string;
}

/**
 * `com.x/.Main` and `com.x/com.x.Main`; undefined for what is no component.
 * @example componentOf("com.x/.Main") // { app: "com.x", component: "com.x/com.x.Main" }
 */
export function componentOf(s: string): Component | undefined {
  const slash = s.indexOf("/");
  if (slash <= 0 || s.length > 2 * MAX_NAME) return undefined;
  const app = s.slice(0, slash);
  const name = s.slice(slash + 1);
  if ((!isPackage(app) && app !== "android") || !/^[\w.$]+$/.test(name)) return undefined;
  return { app: own(app), component: own(`${app}/${name.startsWith(".") ? app : ""}${name}`) };
}

/** The user (profile) that an id of Android belongs to: 100,000 ids each. */
export const userOf = (uid: number): number => Math.floor(uid / 100_000);

const NAMED: Readonly<Record<string, number>> = {
  root: 0,
  system: 1000,
  radio: 1001,
  bluetooth: 1002,
  media: 1013,
  nfc: 1027,
  shell: 2000,
};

/**
 * The number of a user of Linux: `10123`, `u0_a123`, `u0a123`, `u10s1000`, `shell`.
 * @example uidOf("u10_a5") // 1010005
 */
export function uidOf(s: string): number | undefined {
  if (/^\d{1,10}$/.test(s)) return Number(s);
  if (Object.hasOwn(NAMED, s)) return NAMED[s];
  const m = /^u(\d{1,5})_?([ais])(\d{1,5})$/.exec(s);
  if (!m) return undefined;
  const base = { a: 10_000, i: 99_000, s: 0 }[m[2] as "a" | "i" | "s"];
  return Number(m[1]) * 100_000 + base + Number(m[3]);
}

const UNITS: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/**
 * Milliseconds of a duration, with its sign: `-314d1h25m2s33ms`, `+1h2m`, `0`. Undefined for what is none.
 * @example durationMs("-1m2s") // -62000
 */
export function durationMs(s: string): number | undefined {
  if (s === "0") return 0;
  if (s.length > 40 || !/^[+-]?(?:\d{1,9}(?:ms|[dhms]))+$/.test(s)) return undefined;
  let sum = 0;
  for (const m of s.matchAll(/(\d{1,9})(ms|[dhms])/g)) sum += Number(m[1]) * UNITS[m[2]!]!;
  return s.startsWith("-") ? -sum : sum;
}

const YEARLESS = /^(\d\d)-(\d\d) (\d\d:\d\d:\d\d)[.:](\d{1,6})/;
/** What clocks and zones may differ by. */
const SLACK = 86_400_000_000_000n;

/**
 * The wall clock of a line that says no year, in the year in which it is not after the evidence was made; the text that it is.
 * @example wallOfLine("03-14 10:20:30.123 1000 …", acquisition) // { wall: "2026-03-14T10:20:30.123", seen: "03-14 10:20:30.123" }
 */
export function wallOfLine(
  line: string,
  acquisition: Pick<Acquisition, "taken">,
): { readonly wall: string; readonly seen: string } | undefined {
  const m = YEARLESS.exec(line);
  const { taken } = acquisition;
  const last = taken?.utc === undefined ? taken?.wall : isoUtc(taken.utc + SLACK, "s");
  if (!m || last === undefined) return undefined;
  const rest = `${m[1]}-${m[2]}T${m[3]}.${m[4]}`;
  const year = Number(last.slice(0, 4));
  const wall = `${year}-${rest}` > last ? `${String(year - 1).padStart(4, "0")}-${rest}` : `${year}-${rest}`;
  return { wall, seen: own(m[0]) };
}

/** As `wallOfLine`, as a moment. */
export function momentOfLine(line: string, acquisition: Acquisition): Moment | undefined {
  const at = wallOfLine(line, acquisition);
  return at && localMoment(at.wall, at.seen, acquisition);
}
