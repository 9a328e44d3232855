/**
 * What was mounted, with its options: mounts.json of AndroidQF and `mountinfo` of processes in a bug report.
 *
 * mounts.json is a list of texts in two grammars: `dev on /folder type fs (opts)` and that of /proc/mounts, `dev /folder fs opts 0 0`.
 * mountinfo: `id parent major:minor root /folder opts [tags …] - fs dev opts`; dumpstate adds one for each namespace. Spaces are `\040`.
 * Sources: android.md 1.2 and 2; proc_pid_mountinfo(5), AOSP dumpstate (do_mountinfo).
 * @module
 */
import type { Moment, Origin } from "@contraluz/core";
import type { Artifact, Emit, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { captured } from "../../capture.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

/** A phone has some hundreds, of apexes most of all. */
const MAX_MOUNTS = 5000;
const MAX_OPTIONS = 100;
/** Longest line of one mount: overlays name all their layers. */
const MAX_LINE = 16_384;

interface Mount {
  readonly device: string;
  readonly folder: string;
  readonly type: string;
  readonly options: string;
}

const plain = (s: string): string =>
  s.replace(/\\([0-7]{3})/g, (_, n: string) => String.fromCharCode(Number.parseInt(n, 8)));

/** `dev on /folder type fs (opts)` */
function ofMount(s: string): Mount | undefined {
  const on = s.indexOf(" on /");
  const type = s.lastIndexOf(" type ");
  const open = s.indexOf(" (", type);
  if (on <= 0 || type < on || open < 0 || !s.endsWith(")")) return undefined;
  return {
    device: s.slice(0, on),
    folder: s.slice(on + 4, type),
    type: s.slice(type + 6, open),
    options: s.slice(open + 2, -1),
  };
}

function ofWords(s: string): Mount | undefined {
  const w = s.split(" ", 200);
  if (w.length === 6 && w[1]!.startsWith("/")) {
    const [device, folder, type, options] = w as [string, string, string, string];
    return { device: plain(device), folder: plain(folder), type, options };
  }
  const dash = w.indexOf("-", 6);
  if (dash < 0 || !/^\d+:\d+$/.test(w[2]!) || w.length < dash + 4) return undefined;
  // Those of the mount itself and of its file system: a mount may be `ro` of one that is `rw`.
  return { device: plain(w[dash + 2]!), folder: plain(w[4]!), type: w[dash + 1]!, options: w[5]! };
}

export function mountOf(s: string): Mount | undefined {
  return s.length > MAX_LINE ? undefined : (ofMount(s) ?? ofWords(s));
}

/** Texts of a line of mounts.json, which has one on each line or all on one. */
function textsOf(line: string): readonly string[] {
  const s = line.trim();
  try {
    const v: unknown = JSON.parse(s.startsWith("[") && s.length > 1 ? s : `[${s.endsWith(",") ? s.slice(0, -1) : s}]`);
    return Array.isArray(v) ? v.map((x) => (typeof x === "string" ? x : "")) : [];
  } catch {
    return [""];
  }
}

class Mounts implements Parser<LinesItem> {
  readonly #run: ParseRun;
  readonly #at: Moment | undefined;
  readonly #json: boolean;
  readonly #pid: number | undefined;
  #mounts = 0;
  #odd = 0;

  constructor(run: ParseRun) {
    this.#run = run;
    this.#at = captured(run.acquisition);
    this.#json = run.path.endsWith(".json");
    const pid = /\/proc\/(\d{1,10})\//.exec(run.path)?.[1];
    this.#pid = pid === undefined ? undefined : Number(pid);
  }

  take(item: LinesItem, emit: Emit): void {
    for (const line of item.lines) {
      const s = line.text.trim();
      if (s === "" || (this.#json && (s === "[" || s === "]"))) continue;
      for (const text of this.#json ? textsOf(s) : [s])
        for (const one of text.split("\n")) this.#one(one.trim(), item.origin(line), emit);
    }
  }

  #one(s: string, origin: Origin, emit: Emit): void {
    const m = mountOf(s);
    if (!m) {
      this.#odd++;
      return;
    }
    if (this.#mounts++ >= MAX_MOUNTS) return;
    emit({
      kind: "mount",
      ...(this.#at ? { at: this.#at } : {}),
      fields: {
        device: kept(m.device),
        folder: kept(m.folder),
        type: kept(m.type),
        options: m.options.split(",", MAX_OPTIONS).map((o) => kept(o)!),
        pid: this.#pid,
      },
      observables: [],
      origin,
    });
  }

  end(): void {
    if (this.#mounts > MAX_MOUNTS)
      this.#run.problem({ code: "record-limit", found: `${this.#mounts} mounts`, lost: "row" });
    if (this.#odd > 0)
      this.#run.problem({
        code: "artifact-value",
        found: `${this.#odd} other lines`,
        expected: "DEVICE on FOLDER type TYPE (…)",
        lost: this.#mounts === 0 ? "file" : "row",
      });
  }
}

const IN_REPORT = "bugreport/FS/proc/*/mountinfo";

export const mounts: Artifact<"lines"> = {
  id: "android/mounts",
  version: 1,
  feed: "lines",
  where: {
    "android-bugreport": { paths: [IN_REPORT], want: {} },
    androidqf: { paths: ["mounts.json", IN_REPORT], want: {} },
  },
  fields,
  key: { mount: ["folder", "device"] },
  observes: [],
  words,
  sources: ["mounts.json", "FS/proc/*/mountinfo"],
  parse: (run) => new Mounts(run),
};
