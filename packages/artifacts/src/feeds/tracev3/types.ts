/** What the feed of unified logs gives. Plain data. @module */
import type { Moment, Origin } from "@contraluz/core";

/** A program or library whose texts logd keeps: it has run and logged. From a uuidtext file. */
export interface LogImage {
  readonly kind: "image";
  readonly uuid: string;
  readonly path: string;
  readonly origin: Origin;
}

/** launchd started a program. */
export interface LogLaunch {
  readonly kind: "launch";
  readonly at: Moment;
  readonly name: string;
  readonly pid: number;
  /** `system/com.apple.locationd` */
  readonly service: string;
  readonly reason: string;
  readonly origin: Origin;
}

/** launchd saw a program end by a signal. */
export interface LogExit {
  readonly kind: "exit";
  readonly at: Moment;
  readonly service: string;
  readonly pid: number | undefined;
  /** `SIGSEGV` */
  readonly signal: string;
  readonly by: string | undefined;
  readonly origin: Origin;
}

/** One run of a program, over all files. Comes when the last file was read, as do those below. */
export interface LogProcess {
  readonly kind: "process";
  readonly boot: string;
  readonly pid: number | undefined;
  readonly euid: number | undefined;
  readonly uuid: string | undefined;
  readonly path: string | undefined;
  readonly first: Moment;
  readonly last: Moment;
  readonly entries: number;
  readonly errors: number;
  readonly faults: number;
  /** Of its first chunk of entries. */
  readonly origin: Origin;
}

/** What all runs of one program logged in one hour. */
export interface LogHour {
  readonly kind: "hour";
  /** Its beginning. */
  readonly at: Moment;
  readonly uuid: string | undefined;
  readonly path: string | undefined;
  readonly entries: number;
  readonly errors: number;
  readonly faults: number;
  /** The busiest first. */
  readonly subsystems: readonly (readonly [name: string, entries: number])[];
  readonly origin: Origin;
}

/** One boot of the phone. */
export interface LogBoot {
  readonly kind: "boot";
  readonly boot: string;
  /** When it began; its beginning itself where the wall clock is not known. */
  readonly at: Moment;
  readonly first: Moment;
  readonly last: Moment;
  readonly entries: number;
  readonly lost: number;
  readonly build: string;
  readonly hardware: string;
  readonly zone: string;
  readonly origin: Origin;
}

/** What a program wrote that lies where the system and apps have none; only where content is asked for. */
export interface LogMessage {
  readonly kind: "message";
  readonly at: Moment;
  readonly path: string;
  readonly pid: number | undefined;
  readonly text: string;
  readonly origin: Origin;
}

export type LogItem = LogImage | LogLaunch | LogExit | LogProcess | LogHour | LogBoot | LogMessage;
