/** Messages between the engine and its workers. Plain data; bytes are transferred, never copied. @module */
import type { Acquisition, Problem } from "@contraluz/core";
import type { CompiledIndicators } from "@contraluz/detection";
import type { FileOutcome, LaneJob } from "./lane.ts";
import type { LaneResult } from "./output.ts";

/** Chunks a worker may have sent without an acknowledgement: the back-pressure. */
export const MAX_UNACKNOWLEDGED = 4;

export type ToWorker =
  | {
      readonly type: "start";
      readonly compiled: CompiledIndicators;
      readonly acquisition: Acquisition;
      readonly content: boolean;
      readonly keys: boolean;
      readonly rules: readonly string[];
      readonly first: Readonly<Record<string, number>>;
    }
  | { readonly type: "lane"; readonly job: LaneJob }
  /** A chunk was taken; its memory comes back. */
  | { readonly type: "ack"; readonly block?: Uint8Array };

export type FromWorker =
  | { readonly type: "records"; readonly artifact: string; readonly chunk: Uint8Array; readonly rows: number }
  | { readonly type: "times"; readonly artifact: string; readonly times: BigInt64Array; readonly ordinals: Uint32Array }
  | { readonly type: "problem"; readonly problem: Problem }
  | { readonly type: "hashed"; readonly file: number; readonly sha256: string; readonly size: number }
  | { readonly type: "outcome"; readonly outcome: FileOutcome }
  | { readonly type: "progress"; readonly file: string; readonly bytes?: number | undefined }
  | { readonly type: "done"; readonly result: LaneResult }
  | { readonly type: "failed"; readonly message: string };
