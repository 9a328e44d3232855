/**
 * What apps ask to be woken for, and as what they can serve: the resolver tables of the service `package`.
 *
 * `Receiver Resolver Table:` at the start of a line; below it kinds of filters (`  Non-Data Actions:`), in each one actions or schemes
 * (`      android.intent.action.BOOT_COMPLETED:`; one maker writes 15 spaces), in each one components (`        2fbcd45 com.x/.Boot (2
 * filters)`). Filters with data stand under their schemes and types, without their action. Categories are not written: an icon on the
 * screen is MAIN, but not every MAIN is an icon.
 * Sources: AOSP IntentResolver.dump, ComponentResolver; android.md 2.
 * @module
 */
import { componentOf } from "../../android-names.ts";
import { inDumpstate } from "../../android-places.ts";
import { indentOf, readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, SectionItem } from "../../artifact.ts";
import { ACTIONS, MAIN, type Table } from "./actions.ts";
import { fields, words } from "./words.ts";

const TABLES: Readonly<Record<string, Table>> = {
  "Activity Resolver Table:": "activity",
  "Receiver Resolver Table:": "receiver",
  "Service Resolver Table:": "service",
  "Provider Resolver Table:": "provider",
};

class Reader implements SectionReader {
  #table: Table | undefined;
  #action: string | undefined;

  line(line: Line, item: SectionItem, emit: Emit): void {
    const s = line.text;
    if (s.charCodeAt(0) !== 0x20) {
      if (s === "") return;
      this.#table = Object.hasOwn(TABLES, s) ? TABLES[s] : undefined;
      this.#action = undefined;
    } else if (this.#table === undefined) return;
    else if (s.endsWith(":")) this.#head(s.slice(indentOf(s), -1), this.#table);
    else if (this.#action !== undefined) this.#entry(line, this.#table, this.#action, item, emit);
  }

  #head(name: string, table: Table): void {
    this.#action = ACTIONS[table].has(name) || (table === "activity" && name === MAIN) ? name : undefined;
  }

  #entry(line: Line, table: Table, action: string, item: SectionItem, emit: Emit): void {
    const m = /^ +[0-9a-f]{1,16} (\S{3,512})(?: \((\d{1,6}) filters\))?$/.exec(line.text);
    const of = m && componentOf(m[1]!);
    if (!of) return;
    const kind = action === MAIN ? "launcher" : "component";
    emit({
      kind,
      fields: kind === "launcher" ? { ...of } : { ...of, action, table },
      observables: [],
      origin: item.origin(line),
    });
  }
}

export const components: Artifact<"dumpstate"> = {
  id: "android/components",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["package"]),
  fields,
  key: { component: ["component", "action"], launcher: ["component"] },
  observes: [],
  words,
  sources: ["dumpsys package"],
  parse: () => readSections(() => new Reader()),
};
