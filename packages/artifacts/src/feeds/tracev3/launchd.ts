/**
 * What launchd leaves in full in the log (simple dumps, iOS 15 and later): which program it started and why, and which signal
 * ended one. Seen in the samples of log2timeline/plaso (macOS 13) and mandiant/macos-UnifiedLogs.
 * @module
 */

export interface Spawned {
  readonly name: string;
  readonly pid: number;
  readonly reason: string;
}

export interface Ended {
  readonly signal: string;
  readonly by: string | undefined;
}

const SPAWNED = /^Successfully spawned ([^[\n]{1,256})\[(\d{1,7})\] because ([^\n]{0,256})/;
const ENDED = /^exited due to (SIG[A-Z0-9]{1,10})(?: \| sent by ([^\n]{1,256}))?/;
const SERVICE = /^([^\n]{1,512}?)(?: \[(\d{1,7})\])?$/;

/** `Successfully spawned MRT[30] because speculative` */
export function spawned(message: string): Spawned | undefined {
  if (!message.startsWith("Successfully spawned ")) return undefined;
  const m = SPAWNED.exec(message);
  return m ? { name: m[1]!, pid: Number(m[2]), reason: m[3]! } : undefined;
}

/** `exited due to SIGKILL | sent by mds[98]` */
export function ended(message: string): Ended | undefined {
  if (!message.startsWith("exited due to SIG")) return undefined;
  const m = ENDED.exec(message);
  return m ? { signal: m[1]!, by: m[2] } : undefined;
}

/** `system/com.apple.locationd [52]` without the number, which is of one run. */
export function serviceOf(subsystem: string): { readonly service: string; readonly pid: number | undefined } {
  const m = SERVICE.exec(subsystem.slice(0, 600));
  return { service: m?.[1] ?? "", pid: m?.[2] === undefined ? undefined : Number(m[2]) };
}
