/**
 * mount.txt of a sysdiagnose: what was mounted, as mount(8) prints it: `/dev/disk1s1 on / (apfs, sealed, local, read-only)`.
 *
 * The volume of the system is sealed and read-only since iOS 15; a second one over a folder of it is none of Apple's but for Cryptexes.
 * Sources: ios.md 4.2; mount(8) of Apple's diskdev_cmds.
 * @module
 */
import type { Moment } from "@contraluz/core";
import type { Artifact, Emit, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { captured } from "../../capture.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";

/** A phone has some tens. */
const MAX_MOUNTS = 5000;
const MAX_OPTIONS = 100;

const MOUNT = /^(.{1,2048}?) on (\/.{0,2048}) \(([^()]{1,2000})\)$/;

class Mounts implements Parser<LinesItem> {
  readonly #run: ParseRun;
  readonly #at: Moment | undefined;
  #mounts = 0;
  #odd = 0;

  constructor(run: ParseRun) {
    this.#run = run;
    this.#at = captured(run.acquisition);
  }

  take(item: LinesItem, emit: Emit): void {
    for (const line of item.lines) {
      const m = line.text.length < 8192 ? MOUNT.exec(line.text.trimEnd()) : null;
      if (!m) {
        if (line.text.trim() !== "") this.#odd++;
        continue;
      }
      if (this.#mounts++ >= MAX_MOUNTS) continue;
      const [type, ...options] = m[3]!.split(", ", MAX_OPTIONS);
      emit({
        kind: "mount",
        ...(this.#at ? { at: this.#at } : {}),
        fields: { device: text(m[1]), folder: text(m[2]), type: text(type), options: options.map((o) => text(o)!) },
        observables: [],
        origin: item.origin(line),
      });
    }
  }

  end(): void {
    if (this.#mounts > MAX_MOUNTS)
      this.#run.problem({ code: "record-limit", found: `${this.#mounts} mounts`, lost: "row" });
    if (this.#odd > 0)
      this.#run.problem({
        code: "artifact-value",
        found: `${this.#odd} other lines`,
        expected: "DEVICE on FOLDER (…)",
        lost: this.#mounts === 0 ? "file" : "row",
      });
  }
}

export const mounts: Artifact<"lines"> = {
  id: "ios/mounts",
  version: 1,
  feed: "lines",
  where: { sysdiagnose: { paths: ["mount.txt"], want: {} } },
  fields,
  key: { mount: ["folder", "device"] },
  observes: [],
  words,
  sources: ["mount.txt"],
  parse: (run) => new Mounts(run),
};
