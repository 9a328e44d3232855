/**
 * swcutil_show.txt of a sysdiagnose: which domains are tied to which apps (associated domains).
 *
 * The part DATABASE has a block of `Key: value` lines for each tie, parted by lines of `-`: `Service`, `App ID` (team and bundle identifier), `Domain`,
 * `Site/Fmwk Approval`, `Last Checked` with its zone. Others (NETWORK, SETTINGS, MEMORY USAGE) are not read.
 * Sources: ios.md 4.2; the form as EC-DIGIT-CSIRC/sysdiagnose takes it (iOS 13 to 18).
 * @module
 */
import type { Observable } from "@contraluz/core";
import type { Artifact, Emit, Line, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { text } from "../../text.ts";
import { zonedMoment } from "../../zoned.ts";
import { fields, words } from "./words.ts";

const PART = /^=+ ([A-Z ]{1,40}) =+$/;
const PAIR = /^([A-Z][A-Za-z/ ]{1,40}):\s+(.*)$/;
/** `ABCDE12345.com.example.app` */
const APP = /^([A-Z0-9]{10})\.(\S{1,255})$/;
const WANTED: ReadonlySet<string> = new Set(["Service", "App ID", "Domain", "Site/Fmwk Approval", "Last Checked"]);

interface Tie {
  readonly line: Line;
  readonly values: Map<string, string>;
}

class Ties implements Parser<LinesItem> {
  readonly #run: ParseRun;
  #inDatabase = false;
  #seen = false;
  #tie: Tie | undefined;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: LinesItem, emit: Emit): void {
    for (const line of item.lines) {
      const part = PART.exec(line.text.trim())?.[1];
      if (part !== undefined) {
        this.#flush(emit, item);
        this.#inDatabase = part === "DATABASE";
        this.#seen ||= this.#inDatabase;
      } else if (!this.#inDatabase) continue;
      else if (line.text.startsWith("-----")) this.#flush(emit, item);
      else {
        const m = PAIR.exec(line.text);
        if (!m || !WANTED.has(m[1]!)) continue;
        this.#tie ??= { line, values: new Map() };
        this.#tie.values.set(m[1]!, m[2]!.trim());
      }
    }
  }

  #flush(emit: Emit, item: Pick<LinesItem, "origin">): void {
    const tie = this.#tie;
    this.#tie = undefined;
    if (!tie) return;
    const of = (key: string): string | undefined => text(tie.values.get(key)) || undefined;
    const [id, domain] = [of("App ID"), of("Domain")];
    const m = APP.exec(id ?? "");
    const app = m?.[2] ?? id;
    const at = zonedMoment(of("Last Checked"));
    const observables: Observable[] = app ? [{ type: "app-id", value: app, contact: "installed" }] : [];
    const host = domain?.replace(/^\*\./, "");
    if (host) observables.push({ type: "domain", value: host, contact: "listed" });
    emit({
      kind: "tie",
      ...(at ? { at } : {}),
      fields: { app, team: m?.[1], service: of("Service"), domain, approval: of("Site/Fmwk Approval") },
      observables,
      origin: item.origin(tie.line),
    });
  }

  end(emit: Emit): void {
    const { file } = this.#run;
    this.#flush(emit, { origin: ({ number, offset }) => ({ file, at: { line: number, offset } }) });
    if (!this.#seen)
      this.#run.problem({ code: "artifact-value", found: "other text", expected: "=== DATABASE ===", lost: "file" });
  }
}

export const associatedDomains: Artifact<"lines"> = {
  id: "ios/associated-domains",
  version: 1,
  feed: "lines",
  where: { sysdiagnose: { paths: ["swcutil_show.txt"], want: {} } },
  fields,
  key: { tie: ["app", "domain", "service"] },
  observes: [
    ["app-id", "installed"],
    ["domain", "listed"],
  ],
  words,
  sources: ["swcutil_show.txt"],
  parse: (run) => new Ties(run),
};
