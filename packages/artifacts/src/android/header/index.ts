/**
 * The head of a bug report: build and kernel, and how the phone was started, as its kernel was told (`Command line:`, `Bootconfig:`).
 *
 * Programs that hide an open start change the properties of the system (`ro.boot.verifiedbootstate`); what the kernel was told stays as it
 * was. Of its parameters only those are kept that say how the phone was started: others are numbers of the phone.
 * Sources: android.md 1.1 and 2; AOSP dumpstate (PrintHeader), fs_mgr (boot parameters), Verified Boot.
 * @module
 */
import type { Origin } from "@contraluz/core";
import { inDumpstate } from "../../android-places.ts";
import { readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { captured } from "../../capture.ts";
import { HEADER } from "../../feeds/dumpstate.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Bytes of one line, and lines, of a head: the command line of a kernel has at most 4,096. */
const MAX_LINE = 16_384;
const MAX_LINES = 1000;

/** What is kept of the parameters, and how it is called here. */
const PARAMETERS: Readonly<Record<string, string>> = {
  verifiedbootstate: "verified",
  "vbmeta.device_state": "device",
  "flash.locked": "locked",
  selinux: "selinux",
  veritymode: "verity",
  warranty_bit: "warranty",
};
const LABELS: ReadonlyMap<string, string> = new Map([
  ["Build", "build"],
  ["Build fingerprint", "fingerprint"],
  ["Bootloader", "bootloader"],
  ["Kernel", "kernel"],
]);

class Header implements SectionReader {
  readonly #run: ParseRun;
  readonly #said = new Map<string, string>();
  #report = false;
  #lines = 0;
  #origin: Origin | undefined;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  line(line: Line, item: SectionItem): void {
    if (this.#lines++ >= MAX_LINES) return;
    const s = line.text.slice(0, MAX_LINE);
    if (s.startsWith("== dumpstate: ")) {
      this.#report = true;
      this.#origin ??= item.origin(line);
    }
    const colon = s.indexOf(": ");
    const label = colon < 0 ? undefined : LABELS.get(s.slice(0, colon));
    if (label !== undefined && !this.#said.has(label))
      this.#said.set(label, s.slice(colon + 2).replace(/^'(.*)'$/, "$1"));
    if (!s.includes("androidboot.")) return;
    if (s.startsWith("Command line: ")) this.#origin = item.origin(line);
    for (const m of s.matchAll(/androidboot\.([a-z_.]{1,40}) ?= ?"?([\w.-]{0,60})/g)) {
      const name = Object.hasOwn(PARAMETERS, m[1]!) ? PARAMETERS[m[1]!]! : undefined;
      if (name !== undefined && !this.#said.has(name)) this.#said.set(name, m[2]!);
    }
  }

  end(emit: Emit): void {
    if (!this.#report || !this.#origin) return;
    const at = captured(this.#run.acquisition);
    const said = (name: string): string | undefined => kept(this.#said.get(name)) || undefined;
    emit({
      kind: "boot",
      ...(at ? { at } : {}),
      fields: {
        build: said("build"),
        fingerprint: said("fingerprint"),
        bootloader: said("bootloader"),
        kernel: said("kernel"),
        verified: said("verified"),
        device: said("device"),
        locked: said("locked"),
        selinux: said("selinux"),
        verity: said("verity"),
        warranty: said("warranty"),
      },
      observables: [],
      origin: this.#origin,
    });
  }
}

export const header: Artifact<"dumpstate"> = {
  id: "android/header",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate([HEADER]),
  fields,
  key: { boot: [] },
  observes: [],
  words,
  sources: ["== dumpstate", "Command line", "Bootconfig"],
  parse: (run) => readSections(() => new Header(run)),
};
