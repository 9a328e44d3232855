/**
 * Which app has which role (SMS, calls, browser, home screen): the service `role`, Android 10 and later.
 *
 * Nested names and values: `user_id=0`, in `roles=[` for each one `name=android.app.role.SMS` and `holders=com.x`, or the holders in a
 * list of their own, `holders=[` and one a line.
 * Sources: AOSP RoleManagerService.dump (RoleUserState), DualDumpOutputStream.
 * @module
 */
import { isPackage } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { nothingKnown, readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

class Reader implements SectionReader {
  readonly #run: ParseRun;
  #user: number | undefined;
  #role: string | undefined;
  #holders = false;
  #known = false;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    const s = line.text.trim();
    const user = /^user_id=(\d{1,5})$/.exec(s);
    if (user) this.#user = Number(user[1]);
    else if (s.startsWith("name=")) {
      this.#role = kept(s.slice(5, 260));
      this.#known = true;
    } else if (s === "holders=[") this.#holders = true;
    else if (s === "]" || s === "}") this.#holders = false;
    else if (s.startsWith("holders=")) this.#holder(s.slice(8), line, item, emit);
    else if (this.#holders) this.#holder(s, line, item, emit);
  }

  #holder(name: string, line: Line, item: SectionItem, emit: Emit): void {
    if (!isPackage(name)) return;
    emit({
      kind: "role",
      fields: { role: this.#role, app: kept(name), user: this.#user },
      observables: [],
      origin: item.origin(line),
    });
  }

  end(): void {
    if (!this.#known) nothingKnown(this.#run, "name=android.app.role…");
  }
}

export const roles: Artifact<"dumpstate"> = {
  id: "android/roles",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["role"]),
  fields,
  key: { role: ["role", "app", "user"] },
  observes: [],
  words,
  sources: ["dumpsys role"],
  parse: (run) => readSections(() => new Reader(run)),
};
