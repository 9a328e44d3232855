/**
 * Crashes of native programs that the phone kept (tombstones), as text and since Android 12 also as protobuf: one file each.
 *
 * Attempts to break into a program often crash it first; what was loaded from uncommon places shows in the list of mapped files.
 * Sources: android.md 1.1 and 2; see tombstone/text.ts and tombstone/proto.ts.
 * @module
 */
import type { Artifact, BytesItem, Emit, ParseRun, Parser } from "../../artifact.ts";
import { crashRecord } from "../../tombstone/crash.ts";
import { tombstoneProto } from "../../tombstone/proto.ts";
import { TombstoneText } from "../../tombstone/text.ts";
import { crashFields } from "../../tombstone/words.ts";
import { words } from "./words.ts";

const [LF, STAR] = [0x0a, 0x2a];
/** Lines of a text: that of a program with 1,000 threads has 50,000. */
const MAX_LINES = 500_000;
const MAX_LINE = 8192;
const decoder = new TextDecoder();

class Tombstone implements Parser<BytesItem> {
  readonly #run: ParseRun;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: BytesItem, emit: Emit): void {
    const { bytes } = item;
    // A text begins with a row of stars; a message cannot: a star would be a field that there is not.
    const done = bytes[0] === STAR ? this.#text(item, emit) : this.#proto(item, emit);
    if (!done)
      this.#run.problem({ code: "artifact-value", found: `${bytes.length} B`, expected: "tombstone", lost: "file" });
  }

  #text({ bytes, origin }: BytesItem, emit: Emit): boolean {
    const text = new TombstoneText(this.#run.acquisition);
    let named: [offset: number, length: number] = [0, bytes.length];
    let from = 0;
    for (let n = 0; from < bytes.length && n < MAX_LINES; n++) {
      const lf = bytes.indexOf(LF, from);
      const end = lf < 0 ? bytes.length : lf;
      if (text.take(decoder.decode(bytes.subarray(from, Math.min(end, from + MAX_LINE))))) named = [from, end - from];
      from = end + 1;
    }
    if (from < bytes.length) this.#run.problem({ code: "record-limit", found: `> ${MAX_LINES} lines`, lost: "bytes" });
    const record = crashRecord(text.crash, "text", origin(...named));
    if (record) emit(record);
    return record !== undefined;
  }

  #proto({ bytes, origin }: BytesItem, emit: Emit): boolean {
    const { crash, whole } = tombstoneProto(bytes);
    const record = crashRecord(crash, "protobuf", origin(0, bytes.length));
    if (!record) return false;
    emit(record);
    if (!whole)
      this.#run.problem({ code: "artifact-value", found: "cut message", expected: "tombstone", lost: "bytes" });
    return true;
  }
}

const PATHS = ["bugreport/FS/data/tombstones/tombstone_*"];

export const tombstones: Artifact<"bytes"> = {
  id: "android/tombstones",
  version: 1,
  feed: "bytes",
  where: {
    "android-bugreport": { paths: PATHS, want: {} },
    androidqf: { paths: [...PATHS, "logs/data/tombstones/tombstone_*"], want: {} },
  },
  fields: crashFields,
  observes: [
    ["process", "ran"],
    ["file-path", "ran"],
    ["app-id", "ran"],
  ],
  words,
  sources: ["FS/data/tombstones/tombstone_*", "FS/data/tombstones/tombstone_*.pb"],
  parse: (run) => new Tombstone(run),
};
