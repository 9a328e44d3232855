/** A crash of a native program, as tombstones tell it, and what of it matters. @module */
import type { ArtifactRecord, Moment, Observable, Origin } from "@contraluz/core";
import { appOfProcess, userOf } from "../android-names.ts";
import { programSeen } from "../program.ts";
import { kept } from "../text.ts";

/** Names of files that one crash tells. */
export const MAX_FILES = 256;

export interface Crash {
  process?: string | undefined;
  thread?: string | undefined;
  pid?: number | undefined;
  tid?: number | undefined;
  uid?: number | undefined;
  signal?: string | undefined;
  code?: string | undefined;
  cause?: string | undefined;
  abort?: string | undefined;
  label?: string | undefined;
  at?: Moment | undefined;
  /** Files of the calls of the thread that crashed, from the innermost one. */
  readonly frames: string[];
  /** All that was mapped. */
  readonly mapped: Set<string>;
}

export const newCrash = (): Crash => ({ frames: [], mapped: new Set() });

/** Where a phone has its programs and libraries: what apps bring is under /data/app. */
const USUAL =
  /^\/(?:system|system_ext|vendor|product|odm|apex|my_\w+|prism|optics|data\/app|data\/dalvik-cache|data\/misc\/apexdata|mnt\/(?:asec|expand)|dev|data\/resource-cache|data\/misc\/shared_relro)\//;
/** What the runtime makes for itself, and memory that programs share (`/dev/ashmem/MessageQueue (deleted)`). */
const RUNTIME = /^\/(?:memfd:(?:jit-cache|jit-zygote-cache|doublemapper)\b|dev\/)/;
/** Code that an app made or loaded later lies in its own folder. */
const OWN = /^\/data\/(?:data|user|user_de)\//;

/** Whether a mapped file lies where none is to be expected. */
export function oddFile(name: string): boolean {
  if (!name.startsWith("/")) return false;
  if (RUNTIME.test(name)) return false;
  if (name.startsWith("/memfd:") || name.endsWith("(deleted)")) return true;
  return !USUAL.test(name) && !(OWN.test(name) && !/\.(?:so|dex|jar|apk|odex)\b/.test(name));
}

const bare = (name: string): string => name.replace(/ \(deleted\)$/, "");
const last = (name: string): string => name.slice(name.lastIndexOf("/") + 1);

/** The record of a crash; undefined where not even the program is known. */
export function crashRecord(c: Crash, format: string, origin: Origin): ArtifactRecord | undefined {
  const process = kept(c.process?.trim());
  if (!process) return undefined;
  const program = process.split(" ", 1)[0]!;
  const odd = [...new Set([...c.frames, ...c.mapped])].filter(oddFile).slice(0, MAX_FILES);
  const app = appOfProcess(program);
  const observables: Observable[] = programSeen(program, "ran");
  if (app !== undefined) observables.push({ type: "app-id", value: app, contact: "ran" });
  // What was mapped into a program that ran had been loaded.
  for (const path of new Set(odd.map(bare)))
    if (path.startsWith("/") && path !== program && !path.startsWith("/memfd:"))
      observables.push({ type: "file-path", value: kept(path)!, contact: "ran" });
  return {
    kind: "crash",
    ...(c.at ? { at: c.at } : {}),
    fields: {
      process,
      app,
      path: program.startsWith("/") ? program : undefined,
      thread: kept(c.thread),
      pid: c.pid,
      tid: c.tid,
      uid: c.uid,
      user: c.uid === undefined ? undefined : userOf(c.uid),
      label: kept(c.label?.replaceAll("\0", "")),
      signal: kept(c.signal),
      code: kept(c.code),
      cause: kept(c.cause) || undefined,
      abort: kept(c.abort?.trim()) || undefined,
      frames: c.frames.map((f) => kept(last(f))!),
      mapped: odd.map((f) => kept(f)!),
      format,
    },
    observables,
    origin,
  };
}
