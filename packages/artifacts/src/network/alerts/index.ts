/**
 * What TinyCheck or SpyGuard concluded: their alerts with level, code and words. Nothing of it was checked by us: the capture is read by itself.
 *
 * Both write `assets/alerts.json`: an object with the lists `high`, `moderate` and `low`; an alert has `title`, `description`, `host`,
 * `level` and `id`. The words are those of the language that the box was set to.
 * Sources: TinyCheck 4f989dc and SpyGuard cb93165 (facts of the format alone); network.md 1.2.
 * @module
 */
import type { Artifact, Emit, JsonItem, ParseRun, Parser } from "../../artifact.ts";
import { said } from "../../text.ts";
import { fields, words } from "./words.ts";

const LISTS = ["high", "moderate", "low"] as const;
/** Alerts of one file, and letters of their words. */
const MAX_ALERTS = 20_000;
const MAX_WORDS = 1000;

type Row = Readonly<Record<string, unknown>>;
const isRow = (v: unknown): v is Row => typeof v === "object" && v !== null && !Array.isArray(v);
const own = (r: Row, key: string): unknown => (Object.hasOwn(r, key) ? r[key] : undefined);
const texts = (r: Row, key: string): string | undefined => said(own(r, key))?.slice(0, MAX_WORDS);

class Alerts implements Parser<JsonItem> {
  readonly #run: ParseRun;
  #count = 0;
  #strange = 0;

  constructor(run: ParseRun) {
    this.#run = run;
  }

  take(item: JsonItem, emit: Emit): void {
    for (const value of item.elements) {
      if (!isRow(value) || item.list) {
        this.#strange++;
        continue;
      }
      for (const list of LISTS) {
        const alerts = own(value, list);
        if (!Array.isArray(alerts)) this.#strange++;
        else for (const [i, alert] of alerts.entries()) this.#alert(alert, list, item.origin(`${list}[${i}]`), emit);
      }
    }
  }

  #alert(alert: unknown, level: string, origin: ReturnType<JsonItem["origin"]>, emit: Emit): void {
    if (!isRow(alert)) {
      this.#strange++;
      return;
    }
    if (this.#count++ >= MAX_ALERTS) return;
    emit({
      kind: "alert",
      fields: {
        level,
        id: texts(alert, "id")?.slice(0, 40),
        host: texts(alert, "host"),
        title: texts(alert, "title"),
        description: texts(alert, "description"),
      },
      observables: [],
      origin,
    });
  }

  end(): void {
    if (this.#strange > 0)
      this.#run.problem({
        code: "artifact-value",
        found: `${this.#strange} values`,
        expected: "alerts in high, moderate, low",
        lost: "row",
      });
    if (this.#count > MAX_ALERTS)
      this.#run.problem({ code: "record-limit", found: `${this.#count}`, expected: `<= ${MAX_ALERTS}`, lost: "row" });
  }
}

export const alerts: Artifact<"json"> = {
  id: "network/alerts",
  version: 1,
  feed: "json",
  where: { capture: { paths: ["said/alerts/**"], want: {} } },
  fields,
  key: {},
  observes: [],
  words,
  secondHand: true,
  sources: ["TinyCheck and SpyGuard, assets/alerts.json", "network.md 1.2"],
  parse: (run) => new Alerts(run),
};
