/**
 * Crashes of native programs within the text of a bug report: sections `TOMBSTONE (FILE: TIME)`. Reports before Android 9 have them there,
 * and a text that was handed in without its archive has them nowhere else.
 * Sources: android.md 2; AOSP dumpstate (Android 8); see tombstone/text.ts.
 * @module
 */
import type { Origin } from "@contraluz/core";
import { inDumpstate } from "../../android-places.ts";
import { readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { localMoment } from "../../local-time.ts";
import { kept } from "../../text.ts";
import { crashRecord } from "../../tombstone/crash.ts";
import { TombstoneText } from "../../tombstone/text.ts";
import { crashFields } from "../../tombstone/words.ts";
import { words } from "./words.ts";

const MAX_LINES = 500_000;
/** `/data/tombstones/tombstone_00: 2020-06-07 10:19:12` */
const WRITTEN = /: (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/;

class Tombstone implements SectionReader {
  readonly #run: ParseRun;
  readonly #command: string | undefined;
  readonly #text: TombstoneText;
  #origin: Origin | undefined;
  #lines = 0;

  constructor(run: ParseRun, item: SectionItem) {
    this.#run = run;
    this.#command = item.command;
    this.#text = new TombstoneText(run.acquisition);
  }

  line(line: Line, item: SectionItem): void {
    if (this.#lines++ >= MAX_LINES) return;
    if (this.#text.take(line.text)) this.#origin = item.origin(line);
  }

  end(emit: Emit): void {
    const { crash } = this.#text;
    const m = WRITTEN.exec(this.#command ?? "");
    if (m) crash.at ??= localMoment(`${m[1]}T${m[2]}`, kept(m[0].slice(2))!, this.#run.acquisition);
    const record = this.#origin && crashRecord(crash, "text", this.#origin);
    if (record) emit(record);
    else if (this.#lines > 0) this.#run.problem({ code: "artifact-value", expected: "tombstone", lost: "row" });
    if (this.#lines > MAX_LINES)
      this.#run.problem({ code: "record-limit", found: `${this.#lines} lines`, lost: "bytes" });
  }
}

const NONE: SectionReader = { line: () => {} };

export const tombstoneSections: Artifact<"dumpstate"> = {
  id: "android/tombstone-sections",
  version: 1,
  feed: "dumpstate",
  // Every report has an UPTIME: that it holds no crash is then an answer, and no gap.
  where: inDumpstate(["TOMBSTONE", "UPTIME"]),
  fields: crashFields,
  observes: [
    ["process", "ran"],
    ["file-path", "ran"],
    ["app-id", "ran"],
  ],
  words,
  sources: ["TOMBSTONE"],
  parse: (run) => readSections((item) => (item.section === "TOMBSTONE" ? new Tombstone(run, item) : NONE)),
};
