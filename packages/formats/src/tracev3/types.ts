/** What a log file (tracev3) is made of. Plain data. @module */
import type { Catalog, CatalogProcess } from "./catalog.ts";

/** The head of a file: which boot it belongs to, on which device. */
export interface LogHeader {
  /** A tick is `numerator / denominator` nanoseconds. */
  readonly numerator: number;
  readonly denominator: number;
  /** Ticks since boot when the file was begun, and the wall clock then in seconds since 1970 (0: not known). */
  readonly ticks: number;
  readonly wall: number;
  /** Minutes west of UTC; without daylight saving. */
  readonly bias: number;
  readonly daylight: boolean;
  readonly build: string;
  readonly hardware: string;
  /** UUID of the boot; all zero if unknown. */
  readonly boot: string;
  /** `/var/db/timezone/zoneinfo/America/Mexico_City` */
  readonly zone: string;
}

/** The kinds of entries that a firehose chunk holds. */
export const ACTIVITY = 2;
export const TRACE = 3;
export const LOG = 4;
export const SIGNPOST = 6;
export const LOSS = 7;

/** Levels of a log entry (`type`): 0 default, 1 info, 2 debug. */
export const ERROR = 0x10;
export const FAULT = 0x11;

/** Chunk of entries of one process. Valid, like its bytes, only while the sink is called. */
export interface Firehose {
  readonly catalog: Catalog | undefined;
  readonly process: CatalogProcess | undefined;
  /** `proc_id` of the process: `first@second`. */
  readonly first: number;
  readonly second: number;
  /** 0 persist, 1 special, 2 memory, 4 signpost. */
  readonly stream: number;
  /** Data of the chunk, without its head. */
  readonly bytes: Uint8Array;
  /** Where the private values of the entries begin in `bytes` (`bytes.length`: there are none), and their virtual offset. */
  readonly privateAt: number;
  readonly privateBase: number;
}

/** One entry. The same object for all entries: valid only while the sink is called. */
export interface LogEntry {
  readonly chunk: Firehose;
  /** ACTIVITY, TRACE, LOG, SIGNPOST or LOSS. */
  readonly kind: number;
  /** Level, or kind of activity or signpost. */
  readonly type: number;
  readonly flags: number;
  /** Ticks since boot. */
  readonly time: number;
  /** Place of its head in `chunk.bytes`; its data follow 24 bytes behind. */
  readonly at: number;
  readonly end: number;
  /** Reference of the format text, as stored; what lies above its 31 bits is in the next two. */
  readonly format: number;
  readonly largeOffset: number;
  readonly largeCache: number;
  /** Address of the code that logged, lower 32 bits and (absolute only) what lies above. */
  readonly load: number;
  readonly loadHigh: number;
  /** Place in `chunk.bytes` of the UUID of the image that holds the text; -1: none. */
  readonly imageAt: number;
  /** 0: none. */
  readonly subsystem: number;
  /** Of a log or signpost entry; 0: its values stand in the entry. */
  readonly oversize: number;
  /** Place in `chunk.bytes` of the private range (offset, size); -1: none. */
  readonly privateAt: number;
  /** Place in `chunk.bytes` of the 64-bit numbers; -1: none. */
  readonly activityAt: number;
  readonly signpostAt: number;
  /** Place in `chunk.bytes` of the count of values; -1: none, or the entry is cut. */
  readonly valuesAt: number;
  /** Messages lost, of a LOSS entry. */
  readonly lost: number;
}

/** A text that launchd or the kernel left in full. */
export interface SimpleDump {
  readonly catalog: Catalog | undefined;
  readonly first: number;
  readonly second: number;
  readonly type: number;
  readonly time: number;
  readonly thread: number;
  readonly sender: string;
  readonly subsystem: string;
  readonly message: string;
}

/** State that a process left when the log was collected. `data` is valid only while the sink is called. */
export interface StateDump {
  readonly catalog: Catalog | undefined;
  readonly first: number;
  readonly second: number;
  readonly time: number;
  readonly image: string;
  /** 1 property list, 2 protocol buffer, 3 own form. */
  readonly type: number;
  readonly library: string;
  readonly decoder: string;
  readonly title: string;
  readonly data: Uint8Array;
}

/** Values of an entry that were too large for it. `bytes` is valid only while the sink is called. */
export interface Oversize {
  readonly first: number;
  readonly second: number;
  readonly time: number;
  readonly reference: number;
  /** From the count of values on; private values behind `publicSize`. */
  readonly bytes: Uint8Array;
  readonly publicSize: number;
}

/** Who takes what is read. What is not asked for is passed over. */
export interface LogSink {
  header?(header: LogHeader): void;
  catalog?(catalog: Catalog): void;
  entry?(entry: LogEntry): void;
  simpleDump?(dump: SimpleDump): void;
  stateDump?(dump: StateDump): void;
  oversize?(oversize: Oversize): void;
}
