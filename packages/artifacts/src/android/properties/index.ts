/**
 * Properties of the system (`getprop`): build, patch level, state of the start, zone, and whatever programs left there.
 *
 * `[name]: [value]`, one a line; a value may be empty or go on over lines. Values that are numbers of the phone, its SIM cards or its
 * antennas are left out: nothing here needs them.
 * Sources: android.md 2; AOSP toybox getprop.
 * @module
 */
import type { Origin } from "@contraluz/core";
import { inDumpstate } from "../../android-places.ts";
import { readSections, type SectionReader } from "../../android-section.ts";
import type { Artifact, Emit, Line, ParseRun, SectionItem } from "../../artifact.ts";
import { kept } from "../../text.ts";
import { fields, words } from "./words.ts";

/** A phone has about 1,000. */
const MAX_PROPERTIES = 20_000;
/** Lines of one value. */
const MAX_LINES = 100;
const MAX_VALUE = 4096;
const PRIVATE =
  /serial(?:no|number)?$|imei|meid|imsi|iccid|msisdn|mac(?:addr|_addr)?(?:ess)?$|\.bdaddr|line1|\.em\.did$/i;

interface Held {
  readonly name: string;
  value: string;
  lines: number;
  readonly origin: Origin;
}

class Properties implements SectionReader {
  readonly #run: ParseRun;
  #count = 0;
  #odd = 0;
  #held: Held | undefined;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  line(line: Line, item: SectionItem, emit: Emit): void {
    const s = line.text;
    const head = s.startsWith("[") ? s.indexOf("]: [") : -1;
    if (head > 1) {
      this.#flush(emit);
      this.#held = { name: s.slice(1, head), value: s.slice(head + 4), lines: 1, origin: item.origin(line) };
    } else if (this.#held && this.#held.lines < MAX_LINES && this.#held.value.length < MAX_VALUE) {
      this.#held.value += `\n${s}`;
      this.#held.lines++;
    } else if (s.trim() !== "") this.#odd++;
    if (this.#held?.value.endsWith("]")) this.#flush(emit);
  }

  #flush(emit: Emit): void {
    const held = this.#held;
    this.#held = undefined;
    const name = kept(held?.name);
    if (!held || !name || this.#count++ >= MAX_PROPERTIES) return;
    const whole = held.value.endsWith("]");
    if (!whole) this.#odd++;
    const secret = PRIVATE.test(name);
    emit({
      kind: "property",
      fields: {
        name,
        value: secret ? undefined : kept(whole ? held.value.slice(0, -1) : held.value),
        withheld: secret ? true : undefined,
      },
      observables: [{ type: "property", value: name, contact: "present" }],
      origin: held.origin,
    });
  }

  end(emit: Emit): void {
    this.#flush(emit);
    if (this.#count > MAX_PROPERTIES)
      this.#run.problem({ code: "record-limit", found: `${this.#count} properties`, lost: "row" });
    if (this.#odd > 0)
      this.#run.problem({
        code: "artifact-value",
        found: `${this.#odd} other lines`,
        expected: "[name]: [value]",
        lost: this.#count === 0 ? "file" : "row",
      });
  }
}

export const properties: Artifact<"dumpstate"> = {
  id: "android/properties",
  version: 1,
  feed: "dumpstate",
  where: inDumpstate(["SYSTEM PROPERTIES"], { "getprop.txt": "SYSTEM PROPERTIES" }),
  fields,
  key: { property: ["name"] },
  observes: [["property", "present"]],
  words,
  sources: ["SYSTEM PROPERTIES", "getprop.txt"],
  parse: (run) => readSections(() => new Properties(run)),
};
