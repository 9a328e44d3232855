/**
 * files.json of AndroidQF: the files that can be listed without root.
 *
 * A list, in older versions one object a line. The mode is `-rw-rw----` (from the collector) or octal, `644` (from `find`); times are
 * seconds, 0 where they are not known; files of the system's image have a date of 2008 or 2009. Of what people keep (pictures, sounds,
 * documents in the shared storage) a record says how many there are, not their names: nothing published names such a file.
 * Sources: android.md 1.2 and 2; AndroidQF (android-collector/cmd/find.go, adb/files.go); measured: the published paths of Android lie in
 * /data/local/tmp.
 * @module
 */
import { type Moment, type Observable, type Origin, unixSeconds } from "@contraluz/core";
import { isPackage } from "../../android-names.ts";
import type { Artifact, Emit, JsonItem, ParseRun, Parser } from "../../artifact.ts";
import { of } from "../../json.ts";
import { kept, said } from "../../text.ts";
import { fields, words } from "./words.ts";

/** 2 January 2009: no phone with Android has a file of its own from before. */
const FIRST = 1_230_854_400;

/** The shared storage, by each of its names. */
const SHARED =
  /^\/(?:sdcard|storage\/(?:emulated\/\d{1,3}|self\/primary|[0-9A-F]{4}-[0-9A-F]{4})|data\/media\/\d{1,3})(?=\/|$)/;
/** What people keep there. A picture in the form of a camera (.dng) is no everyday one, and stays. */
const PERSONAL =
  /\.(?:jpe?g|png|gif|webp|hei[cf]|bmp|mp4|mov|3gpp?|mkv|webm|avi|mp3|m4a|aac|ogg|opus|wav|amr|flac|pdf|docx?|xlsx?|pptx?|odt|ods|txt|rtf|csv|vcf|ics|eml)$/i;
/** Folders that bear the name of an app: in the shared storage, and the app's own. */
const APP_FOLDER = /^\/Android\/(?:data|media|obb)\/([^/]+)(?:\/|$)/;
const OWN_FOLDER = /^\/data\/(?:data|user(?:_de)?\/\d{1,3})\/([^/]+)(?:\/|$)/;

/** Folders of which files are counted; beyond that they are counted together. */
const MAX_FOLDERS = 500;

interface Mode {
  readonly text: string | undefined;
  readonly folder: boolean;
  readonly executable: boolean;
  readonly setuid: boolean;
}

/** Of `-rwsr-xr-x` or `4755`. */
function modeOf(v: unknown): Mode {
  const s = typeof v === "number" ? v.toString(8) : typeof v === "string" && v.length <= 20 ? v : "";
  if (/^[0-7]{1,6}$/.test(s)) {
    const n = Number.parseInt(s, 8);
    return { text: s, folder: (n & 0o170000) === 0o040000, executable: (n & 0o111) !== 0, setuid: (n & 0o6000) !== 0 };
  }
  // Go writes `u` and `g` before the nine letters for files that run as their owner or group.
  const letters = s.slice(-9);
  const setuid = /[sS]/.test(letters) || /[ug]/.test(s.slice(0, -9));
  return { text: s || undefined, folder: s.startsWith("d"), executable: /[xst]/.test(letters), setuid };
}

function sizeOf(v: unknown): number | undefined {
  return typeof v === "number" && Number.isSafeInteger(v) && v >= 0 ? v : undefined;
}

function modifiedOf(file: unknown): Moment | undefined {
  const v = of(file, "modified_time");
  return typeof v === "number" && v >= FIRST ? unixSeconds(v) : undefined;
}

/** The app whose folder this is. */
function appOf(path: string, shared: string | undefined): string | undefined {
  const name = shared === undefined ? OWN_FOLDER.exec(path)?.[1] : APP_FOLDER.exec(path.slice(shared.length))?.[1];
  return isPackage(name) ? kept(name) : undefined;
}

class Files implements Parser<JsonItem> {
  readonly #run: ParseRun;
  readonly #personal = new Map<string, { count: number; readonly origin: Origin }>();
  #errors = 0;
  #odd = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: JsonItem, emit: Emit): void {
    for (const [i, element] of item.elements.entries()) {
      const path = said(of(element, "path"));
      if (!path?.startsWith("/")) {
        this.#odd++;
        continue;
      }
      if (said(of(element, "error"))) this.#errors++;
      const shared = SHARED.exec(path)?.[0];
      const mode = modeOf(of(element, "mode"));
      const origin = item.origin(String(item.first + i));
      if (shared !== undefined && !mode.folder && PERSONAL.test(path)) this.#count(path, shared, origin);
      else this.#file(element, path, shared, mode, origin, emit);
    }
  }

  #count(path: string, shared: string, origin: Origin): void {
    const end = path.indexOf("/", shared.length + 1);
    const folder = end < 0 ? shared : path.slice(0, end);
    const key = this.#personal.has(folder) || this.#personal.size < MAX_FOLDERS ? folder : shared;
    const known = this.#personal.get(key);
    if (known) known.count++;
    else this.#personal.set(kept(key)!, { count: 1, origin });
  }

  #file(element: unknown, path: string, shared: string | undefined, mode: Mode, origin: Origin, emit: Emit): void {
    const at = modifiedOf(element);
    const app = appOf(path, shared);
    const observables: Observable[] = [{ type: "file-path", value: path, contact: "present" }];
    for (const key of ["sha256", "sha1", "md5"]) {
      const hash = of(element, key);
      if (typeof hash === "string" && /^[0-9A-Fa-f]{32,64}$/.test(hash))
        observables.push({ type: "hash", value: hash.toLowerCase(), contact: "present" });
    }
    // The folder of an app stays when the app goes.
    if (app !== undefined) observables.push({ type: "app-id", value: app, contact: "listed" });
    const user = of(element, "user_id");
    const context = said(of(element, "context"));
    emit({
      kind: "file",
      ...(at ? { at } : {}),
      fields: {
        path,
        size: mode.folder ? undefined : sizeOf(of(element, "size")),
        mode: mode.text,
        executable: mode.executable && !mode.folder && shared === undefined ? true : undefined,
        setuid: mode.setuid && !mode.folder ? true : undefined,
        owner: said(of(element, "user_name")) ?? (Number.isSafeInteger(user) ? String(user) : undefined),
        context,
        app,
        sha256: said(of(element, "sha256")),
      },
      observables,
      origin,
    });
  }

  end(emit: Emit): void {
    for (const [folder, { count, origin }] of this.#personal)
      emit({ kind: "personal", fields: { folder, count }, observables: [], origin });
    if (this.#odd > 0) this.#run.problem({ code: "artifact-value", found: `${this.#odd} without a path`, lost: "row" });
    if (this.#errors > 0)
      this.#run.problem({
        code: "artifact-value",
        found: `${this.#errors} files: error`,
        lost: "nothing",
      });
  }
}

export const androidFiles: Artifact<"json"> = {
  id: "android/files",
  version: 1,
  feed: "json",
  where: { androidqf: { paths: ["files.json"], want: { lines: true } } },
  fields,
  key: { file: ["path"], personal: ["folder"] },
  observes: [
    ["file-path", "present", ["/data/local/tmp"]],
    ["hash", "present"],
    ["app-id", "listed"],
  ],
  words,
  sources: ["AndroidQF files.json"],
  parse: (run) => new Files(run),
};
