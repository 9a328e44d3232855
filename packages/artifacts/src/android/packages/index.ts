/**
 * Apps of a phone, of the service `package`: who brought each one, when, what it may do, for which user it is there.
 *
 * A head at the start of a line begins a list. `Packages:` are the apps; `Hidden system packages:` those of the system's image that
 * an update replaced; `Shared users:` what apps have together; `Package Changes:` what was installed, changed or removed since the
 * phone started, also of apps that are gone.
 * Sources: as `block.ts`; AOSP ChangedPackagesTracker.
 * @module
 */

import { isPackage } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { kept } from "../../text.ts";
import { Block, whole } from "./block.ts";
import { packagesOf } from "./record.ts";
import { fields, words } from "./words.ts";

type Area = "packages" | "hidden" | "shared" | "changes" | undefined;
const AREAS: Readonly<Record<string, Area>> = {
  "Packages:": "packages",
  "Hidden system packages:": "hidden",
  "Shared users:": "shared",
  "Package Changes:": "changes",
};
/** Makers of phones have apps whose name has no point in it. */
const NAME = /^[A-Za-z][\w.]{0,255}$/;
/** Where apps lie that are no part of the system: none of them can be replaced by an update. */
const ADDED = /^\/(?:data|mnt|storage)\//;
const [PACKAGE, SHARED] = ["  Package [", "  SharedUser ["];

class Reader implements SectionReader {
  readonly #run: ParseRun;
  #area: Area;
  #block: Block | undefined;
  #changesOf: number | undefined;
  #apps = 0;
  #odd = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    const s = line.text;
    if (s === "") return;
    if (s.charCodeAt(0) !== 0x20) {
      this.#flush(emit);
      this.#area = Object.hasOwn(AREAS, s) ? AREAS[s] : undefined;
      return;
    }
    if (this.#area !== "packages" && this.#area !== "hidden" && this.#apps > 0 && s.startsWith(PACKAGE)) {
      // Apps stand in their lists alone: the head of another one was part of a text.
      this.#flush(emit);
      this.#area = "packages";
      this.#odd++;
    }
    if (this.#area === undefined) return;
    if (this.#area === "changes") this.#change(line, item, emit);
    else if (s.startsWith(PACKAGE) || s.startsWith(SHARED)) this.#begin(line, item, emit);
    else this.#block?.line(s);
  }

  #begin(line: Line, item: SectionItem, emit: Emit): void {
    this.#flush(emit);
    const open = line.text.indexOf("[");
    const name = kept(line.text.slice(open + 1, line.text.indexOf("]", open)));
    if (name === undefined || (this.#area !== "shared" && !NAME.test(name))) this.#odd++;
    else this.#block = new Block(name, item.origin(line));
  }

  /** `  User 0:`, below it `    seq=0, package=com.example.app`. */
  #change(line: Line, item: SectionItem, emit: Emit): void {
    const user = /^ {2}User (\d{1,5}):$/.exec(line.text);
    if (user) this.#changesOf = Number(user[1]);
    const m = /^ {4}seq=(\d{1,9}), package=(\S+)$/.exec(line.text);
    if (!m || !isPackage(m[2])) return;
    const app = kept(m[2])!;
    emit({
      kind: "change",
      fields: { app, user: this.#changesOf, sequence: Number(m[1]) },
      observables: [{ type: "app-id", value: app, contact: "listed" }],
      origin: item.origin(line),
    });
  }

  #flush(emit: Emit): void {
    const b = this.#block;
    if (!b) return;
    this.#block = undefined;
    if (b.over)
      this.#run.problem({ code: "record-limit", origin: b.origin, found: b.name.slice(0, 200), lost: "bytes" });
    if (b.twice) this.#odd++;
    if (this.#area === "shared") {
      for (const u of b.users.length > 0 ? b.users : [undefined]) {
        const granted = [...b.granted, ...(u?.granted ?? [])];
        emit({
          kind: "shared-user",
          fields: { name: b.name, uid: b.appId, user: u?.id, granted },
          observables: [],
          origin: b.origin,
        });
      }
    } else if (this.#area === "hidden" && !ADDED.test(b.values.codePath ?? "")) {
      const { codePath, versionName, versionCode } = b.values;
      emit({
        kind: "hidden-system",
        fields: {
          app: b.name,
          codePath: kept(codePath),
          versionName: kept(versionName),
          versionCode: whole(versionCode),
        },
        observables: [],
        origin: b.origin,
      });
    } else {
      this.#apps++;
      for (const { at, fields: of, seen } of packagesOf(b, this.#run.acquisition))
        emit({ kind: "package", ...(at ? { at } : {}), fields: of, observables: seen, origin: b.origin });
    }
  }

  end(emit: Emit): void {
    this.#flush(emit);
    if (this.#apps > 0 && this.#odd === 0) return;
    this.#run.problem({
      code: "artifact-value",
      found: this.#apps === 0 ? "no app" : `${this.#odd} apps of another form`,
      expected: "Package [name] (…):",
      lost: this.#apps === 0 ? "artifact" : "row",
    });
  }
}

export const packages: Artifact<"dumpstate"> = {
  id: "android/packages",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["package"]),
  fields,
  key: { package: ["app", "user"], "hidden-system": ["app"], change: ["app", "user"], "shared-user": ["name", "user"] },
  observes: [
    ["app-id", "installed"],
    ["app-id", "listed"],
    ["file-path", "present"],
  ],
  words,
  sources: ["dumpsys package"],
  parse: (run) => readSections(() => new Reader(run)),
};
