/**
 * security-sysdiagnose.txt of a sysdiagnose: the circle of the keychain, entries of Rapport and HomeKit, and what security daemons counted.
 *
 * `ccstatus: In Circle (0)`; `NAME keychain state:` with a line `name: key=value,…` for each entry (`labl`, `svce`, `cdat` made, `mdat` changed; a
 * value in `{…}` may hold commas); `Client: NAME` with lines `2023-05-24 19:55:51 +0000 EventSoftFailure: NAME - Attributes: {…`, with a clock of
 * twelve hours since iOS 18. Attributes, values and keys are not read.
 * Sources: ios.md 4.2; lines of samples in the tests of EC-DIGIT-CSIRC/sysdiagnose. The lines about peers differ between versions and
 * are left to otctl_status.txt.
 * @module
 */
import type { Artifact, Emit, Line, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { text } from "../../text.ts";
import { ZONED_IN, zonedMoment } from "../../zoned.ts";
import { fields, words } from "./words.ts";

/** Records of one file: a phone gives some hundreds. */
const MAX_RECORDS = 100_000;

const EVENT = /^ ?([A-Za-z]{1,60}): ([\w .-]{1,120}?) - Attributes:/;
const STATE = /^([\w ]{1,60}) keychain state:$/;
/** What stands in braces, which may look like other pairs. */
const BYTES = /\{[^{}]{0,4000}\}/g;
const MAX_ENTRY = 16_384;
const PAIR = (key: string): RegExp => new RegExp(`[,:] ?${key}=([^,{}\\n]{1,400})`);
const [LABEL, SERVICE, MADE, CHANGED] = [PAIR("labl"), PAIR("svce"), PAIR("cdat"), PAIR("mdat")];

class Status implements Parser<LinesItem> {
  readonly #run: ParseRun;
  /** The part of the file, by the line that it begins with. */
  #state: string | undefined;
  #client: string | undefined;
  #known = false;
  #records = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: LinesItem, emit: Emit): void {
    for (const line of item.lines) {
      const s = line.text;
      if (s === "" || s.startsWith("\t") || s.startsWith(" ")) continue;
      if (this.#head(s, line, item, emit)) this.#known = true;
      else if (this.#client !== undefined) this.#event(s, this.#client, line, item, emit);
      else if (this.#state !== undefined) this.#identity(s, this.#state, line, item, emit);
    }
  }

  #head(s: string, line: Line, item: LinesItem, emit: Emit): boolean {
    const state = STATE.exec(s.trimEnd())?.[1];
    const client = s.startsWith("Client: ") ? text(s.slice(8).trim()) : undefined;
    if (s.startsWith("ccstatus:"))
      this.#emit({ kind: "circle", fields: { status: text(s.slice(9).trim()) } }, line, item, emit);
    else if (
      state === undefined &&
      client === undefined &&
      !/^(?:Engine state|Analytics sysdiagnose|All (?:keys|values))/.test(s)
    )
      return false;
    this.#state = state;
    this.#client = client;
    return true;
  }

  #event(s: string, client: string, line: Line, item: LinesItem, emit: Emit): void {
    const time = ZONED_IN.exec(s);
    if (time?.index !== 0) return;
    const m = EVENT.exec(s.slice(time[0].length));
    if (!m) return;
    const at = zonedMoment(time[0]);
    const of = { client, event: m[2], result: m[1] };
    this.#emit({ kind: "event", ...(at ? { at } : {}), fields: of }, line, item, emit);
  }

  #identity(raw: string, section: string, line: Line, item: LinesItem, emit: Emit): void {
    if (!raw.includes("=")) return;
    const s = raw.slice(0, MAX_ENTRY).replace(BYTES, "");
    const [label, service] = [LABEL.exec(s)?.[1], SERVICE.exec(s)?.[1]];
    if (label === undefined && service === undefined) return;
    const [at, changed] = [zonedMoment(MADE.exec(s)?.[1]), zonedMoment(CHANGED.exec(s)?.[1])];
    const of = { section: text(section.toLowerCase()), label, service, changed };
    this.#emit({ kind: "identity", ...(at ? { at } : {}), fields: of }, line, item, emit);
  }

  #emit(r: Omit<Parameters<Emit>[0], "observables" | "origin">, line: Line, item: LinesItem, emit: Emit): void {
    if (this.#records++ < MAX_RECORDS) emit({ ...r, observables: [], origin: item.origin(line) });
  }

  end(): void {
    if (this.#records > MAX_RECORDS)
      this.#run.problem({ code: "record-limit", found: `${this.#records} entries`, lost: "row" });
    if (!this.#known)
      this.#run.problem({ code: "artifact-value", found: "other text", expected: "ccstatus:", lost: "file" });
  }
}

export const keychainStatus: Artifact<"lines"> = {
  id: "ios/keychain-status",
  version: 1,
  feed: "lines",
  where: { sysdiagnose: { paths: ["security-sysdiagnose.txt"], want: {} } },
  fields,
  observes: [],
  words,
  sources: ["security-sysdiagnose.txt"],
  parse: (run) => new Status(run),
};
