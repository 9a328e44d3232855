/**
 * Lines of the service `appops`, of all versions.
 *
 * Android 8: `      CAMERA: mode=0; time=+1h2m ago; rejectTime=+3d ago; duration=+5ms`. 9: `      CAMERA (allow / switch X=deny): `, below
 * it `Access: top  = 2018-10-02 10:20:30 (-2m)` and `        bg   = …`. 10: `Access: [fg-s] 2021-05-19 22:02:52.054 (-314d1h)
 * duration=+33ms proxy[uid=1, pkg=com.x]`, `Reject: [fg-s]2021-…`. 11 and later: the same in `null=[` or `tag=[`. The letters after the
 * state say who did it: itself (`s`), or for another app (`tp`, `tpd`, `up`, `upd`).
 * Sources: AOSP AppOpsService.dump of Android 8 to 16; MVT's sample; android.md 2.
 * @module
 */
import { own } from "@contraluz/core";
import { durationMs } from "../../android-names.ts";
import { MODES } from "./ops.ts";

export interface OpHead {
  readonly op: string;
  readonly mode: string;
  /** Android 8: how long ago, as written. */
  readonly ago?: string;
  readonly rejectedAgo?: string;
  readonly durationMs?: number;
}
export interface Use {
  readonly rejected: boolean;
  /** `fg-s` */
  readonly state: string;
  /** `2021-05-19 22:02:52.054` */
  readonly time: string;
  readonly durationMs?: number;
  /** The app for which it was done, or that did it. */
  readonly proxy?: string;
}

const NEW_HEAD = /^ {4,12}([A-Z][A-Z0-9_]{1,80}) \(([a-z0-9=_]{1,20})(?: \/ switch [^()]{1,120})?\): ?$/;
const OLD_HEAD = /^ {4,12}([A-Z][A-Z0-9_]{1,80}): mode=([0-4])(?:; (.{1,300}))?$/;
const USE =
  /^(?:\[([a-z]{1,10}(?:-[a-z]{1,10})?)\] ?|([a-z]{1,10}) {0,3}= )(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{3})?) \([^()]{1,40}\)(.{0,600})$/;

/** The head of an operation; undefined for another line. */
export function opHead(s: string): OpHead | undefined {
  const m = NEW_HEAD.exec(s);
  if (m) return { op: m[1]!, mode: m[2]! };
  const old = OLD_HEAD.exec(s);
  if (!old) return undefined;
  const parts = new Map<string, string>();
  for (const part of (old[3] ?? "").split("; ", 8)) {
    const eq = part.indexOf("=");
    if (eq > 0) parts.set(part.slice(0, eq), part.slice(eq + 1));
  }
  const [ago, rejectedAgo, ms] = [parts.get("time"), parts.get("rejectTime"), durationMs(parts.get("duration") ?? "")];
  return {
    op: old[1]!,
    mode: MODES[Number(old[2])]!,
    ...(ago?.endsWith(" ago") ? { ago: own(ago) } : {}),
    ...(rejectedAgo?.endsWith(" ago") ? { rejectedAgo: own(rejectedAgo) } : {}),
    ...(ms === undefined ? {} : { durationMs: ms }),
  };
}

/** A use, or an attempt. `rejected`: of a line that goes on without a word, what the one before it was. */
export function useOf(s: string, rejected: boolean): Use | undefined {
  const line = s.trimStart();
  const word = line.startsWith("Access: ") || line.startsWith("Reject: ") ? 8 : 0;
  const m = USE.exec(line.slice(word));
  if (!m || (word === 0 && m[2] === undefined)) return undefined;
  const rest = m[4]!;
  const ms = durationMs(/ duration=(\S{1,40})/.exec(rest)?.[1] ?? "");
  const proxy = / proxy\[uid=-?\d{1,10}, pkg=([\w.]{1,256})/.exec(rest)?.[1];
  return {
    rejected: word === 0 ? rejected : line.startsWith("R"),
    state: m[1] ?? m[2]!,
    time: m[3]!,
    ...(ms === undefined ? {} : { durationMs: ms }),
    ...(proxy === undefined || proxy === "null" ? {} : { proxy: own(proxy) }),
  };
}
