/**
 * processes.json of AndroidQF: programs that ran, with the file that each was started from, as its collector read them from /proc.
 *
 * A list of `{ pid, uid, ppid, filename: "(name)", path, context, command_line: […], env: […], cwd }`. What a program has in its
 * environment and behind its name may be secret: neither is kept.
 * Sources: android.md 1.2; proc(5).
 * @module
 */
import type { Moment, Observable, Origin } from "@contraluz/core";
import { appOfProcess, userOf } from "../../android-names.ts";
import type { Artifact, Emit, JsonItem, ParseRun, Parser } from "../../artifact.ts";
import { captured } from "../../capture.ts";
import { isObject, type Obj } from "../../json.ts";
import { programSeen } from "../../program.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

const MAX_PROCESSES = 50_000;
const GONE = " (deleted)";

const whole = (v: unknown): number | undefined =>
  typeof v === "number" && Number.isSafeInteger(v) && v >= 0 ? v : undefined;
const said = (v: unknown): string | undefined => (typeof v === "string" && v !== "" ? v : undefined);

/** Its own name for itself, else that of the kernel, which is cut at 15 letters. */
function nameOf(p: Obj): string | undefined {
  const words: unknown = p.command_line;
  const first = Array.isArray(words) ? said(words[0]) : undefined;
  return first ?? said(p.filename)?.replace(/^\((.*)\)$/, "$1");
}

class Processes implements Parser<JsonItem> {
  readonly #run: ParseRun;
  readonly #at: Moment | undefined;
  #count = 0;
  #odd = 0;

  constructor(run: ParseRun) {
    this.#run = run;
    this.#at = captured(run.acquisition);
  }

  take(item: JsonItem, emit: Emit): void {
    for (const [i, p] of item.elements.entries()) {
      const pid = isObject(p) ? whole(p.pid) : undefined;
      if (!isObject(p) || pid === undefined) this.#odd++;
      else if (this.#count++ < MAX_PROCESSES) this.#one(p, pid, item.origin(String(item.first + i)), emit);
    }
  }

  #one(p: Obj, pid: number, origin: Origin, emit: Emit): void {
    const name = kept(nameOf(p)?.trim());
    const file = kept(said(p.path));
    const gone = file?.endsWith(GONE) === true;
    const path = gone ? file!.slice(0, -GONE.length) : file;
    const app = name === undefined ? undefined : appOfProcess(name);
    const uid = whole(p.uid);
    const observables: Observable[] = programSeen(name, "ran");
    if (path?.startsWith("/") && path !== name) observables.push({ type: "file-path", value: path, contact: "ran" });
    if (app !== undefined) observables.push({ type: "app-id", value: app, contact: "ran" });
    emit({
      kind: "process",
      ...(this.#at ? { at: this.#at } : {}),
      fields: {
        name,
        app,
        path,
        gone: gone ? true : undefined,
        uid,
        user: uid === undefined ? undefined : userOf(uid),
        pid,
        ppid: whole(p.ppid),
        label: kept(said(p.context)),
        folder: kept(said(p.cwd)),
      },
      observables,
      origin,
    });
  }

  end(): void {
    if (this.#count > MAX_PROCESSES)
      this.#run.problem({ code: "record-limit", found: `${this.#count} processes`, lost: "row" });
    if (this.#odd > 0)
      this.#run.problem({
        code: "artifact-value",
        found: `${this.#odd} other elements`,
        expected: "{pid, …}",
        lost: "row",
      });
  }
}

export const processDetails: Artifact<"json"> = {
  id: "android/process-details",
  version: 1,
  feed: "json",
  where: { androidqf: { paths: ["processes.json"], want: {} } },
  fields,
  key: { process: ["name", "path", "uid"] },
  observes: [
    ["process", "ran"],
    ["file-path", "ran"],
    ["app-id", "ran"],
  ],
  words,
  sources: ["processes.json"],
  parse: (run) => new Processes(run),
};
