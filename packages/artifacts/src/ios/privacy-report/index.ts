/**
 * App Privacy Report: which app used camera, microphone, location or others, and which servers each app asked for, over the last seven days.
 *
 * A line is an object. `type` `access`: `accessor.identifier` is the app, `category` what it used, `kind` `intervalBegin`, `intervalEnd` or
 * `event`; both ends carry the same `identifier`. `networkActivity`: `bundleID`, `domain`, `hits`, first and last time, `initiatedType`,
 * and `context`, the site whose page asked for the domain, in a browser or inside an app.
 * Sources: plaso's sample of a report (iOS 15); ios.md 2.2.
 * @module
 */
import { type Moment, type Observable, type Origin, parseIso } from "@contraluz/core";
import type { Artifact, Emit, LinesItem, ParseRun, Parser } from "../../artifact.ts";
import { BROWSERS } from "../../browsers.ts";
import { isObject, type Obj, of } from "../../json.ts";
import { number, said, text } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Uses that have begun and not ended, while the report is read. */
const MAX_OPEN = 50_000;

function when(row: Obj, key: string): Moment | undefined {
  const seen = of(row, key);
  if (typeof seen !== "string" || seen.length > 40) return undefined;
  const m = /(Z|[+-]\d\d:?\d\d)$/.exec(seen);
  const utc = m ? parseIso(seen) : undefined;
  return utc === undefined || utc <= 0n ? undefined : { utc, seen, precision: "ms" };
}

interface Use {
  readonly app: string | undefined;
  readonly category: string | undefined;
  readonly at: Moment | undefined;
  readonly origin: Origin;
}

class ReportLines implements Parser<LinesItem> {
  readonly #run: ParseRun;
  readonly #open = new Map<string, Use>();
  #odd = 0;
  #known = 0;
  #over = false;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: LinesItem, emit: Emit): void {
    for (const line of item.lines) {
      if (line.text.trim() === "") continue;
      let row: unknown;
      try {
        row = JSON.parse(line.text);
      } catch {
        // Not in the words of the engine: they quote the text.
      }
      const type = of(row, "type");
      this.#known++;
      if (isObject(row) && type === "access") this.#access(row, item.origin(line), emit);
      else if (isObject(row) && type === "networkActivity") this.#network(row, item.origin(line), emit);
      else {
        this.#known--;
        this.#odd++;
      }
    }
  }

  #access(row: Obj, origin: Origin, emit: Emit): void {
    const accessor = of(row, "accessor");
    const app = said(of(accessor, "identifier"));
    const at = when(row, "timeStamp");
    const kind = of(row, "kind");
    const id = `${text(of(row, "identifier")) ?? ""}\n${app}`;
    const begun = this.#open.get(id);
    if (kind === "intervalEnd" && begun) {
      this.#open.delete(id);
      this.#use(begun, at, emit);
      return;
    }
    const use: Use = { app, category: said(of(row, "category")), at, origin };
    if (kind !== "intervalBegin") {
      // An end alone: the report begins in the middle of it.
      if (kind === "intervalEnd") this.#use({ ...use, at: undefined }, at, emit);
      else this.#use(use, undefined, emit);
      return;
    }
    if (begun) this.#use(begun, undefined, emit);
    if (this.#open.size < MAX_OPEN) this.#open.set(id, use);
    else {
      if (!this.#over) this.#run.problem({ code: "lookup-limit", found: `> ${MAX_OPEN} uses`, lost: "nothing" });
      this.#over = true;
      this.#use(use, undefined, emit);
    }
  }

  #use({ app, category, at, origin }: Use, until: Moment | undefined, emit: Emit): void {
    const observables: Observable[] = app === undefined ? [] : [{ type: "app-id", value: app, contact: "ran" }];
    const first = at ?? until;
    emit({ kind: "access", ...(first ? { at: first } : {}), fields: { app, category, until }, observables, origin });
  }

  #network(row: Obj, origin: Origin, emit: Emit): void {
    const app = said(of(row, "bundleID"));
    const domain = said(of(row, "domain"));
    const site = said(of(row, "context"));
    const at = when(row, "timeStamp");
    const observables: Observable[] = [];
    if (app !== undefined) observables.push({ type: "app-id", value: app, contact: "ran" });
    const browser = app !== undefined && BROWSERS.has(app);
    // A page inside an app is a page: it was opened, and its servers were asked for because of that.
    const contact = browser || site !== undefined ? "visited" : "resolved";
    if (domain !== undefined) observables.push({ type: "domain", value: domain, contact });
    if (site !== undefined && site !== domain) observables.push({ type: "domain", value: site, contact: "visited" });
    emit({
      kind: "network",
      ...(at ? { at } : {}),
      fields: {
        app,
        domain,
        site,
        owner: said(of(row, "domainOwner")),
        hits: number(of(row, "hits")),
        first: when(row, "firstTimeStamp"),
        by:
          of(row, "initiatedType") === "AppInitiated"
            ? "app"
            : of(row, "initiatedType") === "NonAppInitiated"
              ? "page"
              : undefined,
      },
      observables,
      origin,
    });
  }

  end(emit: Emit): void {
    for (const use of this.#open.values()) this.#use(use, undefined, emit);
    if (this.#odd > 0)
      this.#run.problem({
        code: "json-damaged",
        found: `${this.#odd} other lines`,
        expected: "access, networkActivity",
        lost: this.#known === 0 ? "file" : "row",
      });
  }
}

export const privacyReport: Artifact<"lines"> = {
  id: "ios/privacy-report",
  version: 1,
  feed: "lines",
  where: { "privacy-report": { paths: ["**"], want: {} } },
  fields,
  key: { access: ["app", "category"], network: ["app", "domain", "site"] },
  observes: [
    ["app-id", "ran"],
    ["domain", "resolved"],
    ["domain", "visited"],
  ],
  words,
  sources: ["App_Privacy_Report_v4_*.ndjson"],
  parse: (run) => new ReportLines(run),
};
