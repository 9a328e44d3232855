/** Writes a result folder: records first, `result.json` last. Until then it is no result. @module */
import type { Cancel, Hasher, Platform, ResultFolder } from "@contraluz/core";
import { TimelineWriter } from "./timeline.ts";

/** `ios/safari-history` → `records/ios.safari-history.jsonl` */
export function recordsName(artifact: string): string {
  return `records/${artifact.replace("/", ".")}.jsonl`;
}

export interface RecordsSum {
  readonly file: string;
  readonly count: number;
  readonly sha256: string;
}

export class ResultWriter {
  readonly #folder: ResultFolder;
  readonly #platform: Pick<Platform, "sha256">;
  readonly #timeline: TimelineWriter;
  readonly #sums = new Map<string, { hasher: Hasher; count: number }>();

  constructor(folder: ResultFolder, platform: Pick<Platform, "sha256">) {
    this.#folder = folder;
    this.#platform = platform;
    this.#timeline = new TimelineWriter(folder);
  }

  /** Encoded lines of one artifact. Awaiting it is the back-pressure. */
  async records(artifact: string, chunk: Uint8Array, rows: number): Promise<void> {
    let sum = this.#sums.get(artifact);
    if (!sum) this.#sums.set(artifact, (sum = { hasher: this.#platform.sha256(), count: 0 }));
    sum.count += rows;
    sum.hasher.update(chunk);
    await this.#folder.append(recordsName(artifact), chunk);
  }

  /** Instants of one artifact's records, in record order. */
  times(artifact: number, times: BigInt64Array, ordinals: Uint32Array): Promise<void> {
    return this.#timeline.add(artifact, times, ordinals);
  }

  /** Counts and hashes of the record files, and the timeline. Called once, before `finish`. */
  async close(artifacts: readonly string[], cancel?: Cancel): Promise<ReadonlyMap<string, RecordsSum>> {
    await this.#timeline.finish(artifacts, cancel);
    return new Map(
      [...this.#sums].map(([id, s]) => [id, { file: recordsName(id), count: s.count, sha256: s.hasher.hex() }]),
    );
  }

  /** A further file of ours: `report.html`, `run.json`. */
  async file(name: string, text: string): Promise<void> {
    await this.#folder.append(name, new TextEncoder().encode(text));
  }

  /** Writes the text of `result.json` and makes the folder a result. */
  async finish(json: string): Promise<void> {
    await this.file("result.json", json);
    await this.#folder.commit();
  }

  discard(): Promise<void> {
    return this.#folder.discard();
  }
}
