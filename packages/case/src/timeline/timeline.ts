/**
 * The timeline of a case: all rows of all its checks in one order (instant, check, artifact, ordinal), the undated apart.
 *
 * Each check has an index of its own, built once; what is damaged or of another version is built anew. Records are read only for the
 * rows that are shown, and for those that a text or a value may be in.
 * @module
 */
import { ContraluzError } from "@contraluz/core";
import { RecordBlocks } from "./blocks.ts";
import { buildAnew, openOrBuild, type TimelineInput } from "./check-indexes.ts";
import { IndexDamaged } from "./chunks.ts";
import { addStream, Bars, countBetween } from "./counts.ts";
import { citedBy, type MarksOf, marksOf } from "./marks.ts";
import type { CheckIndex } from "./open-index.ts";
import { fetchRows, rowAt } from "./rows.ts";
import { selection, wantedOf } from "./selection.ts";
import { type Key, type Source, type Stream, shiftOf, streamsOf } from "./sources.ts";
import type {
  TimelineBar,
  TimelineCount,
  TimelineCursor,
  TimelineFilter,
  TimelinePage,
  TimelineRow,
  TimelineTrouble,
} from "./types.ts";
import { Verifier } from "./verify.ts";
import { type Walk, walk } from "./walk.ts";

export interface PageOptions {
  /** Rows at most; at most 10,000. */
  readonly limit?: number;
  /** Rows after this place, or before it; neither: from the beginning, or with `back` from the end. */
  readonly after?: TimelineCursor;
  readonly before?: TimelineCursor;
  readonly back?: boolean;
}

/** Rows that are looked into for a count before it becomes "at least". */
const BUDGET = 50_000;
const MOST = 10_000;

export interface Facet {
  readonly check: string;
  readonly artifact: string;
  readonly kind: string;
  readonly dated: number;
  readonly undated: number;
}

export class Timeline {
  readonly #input: TimelineInput;
  readonly #indexes = new Map<string, CheckIndex>();
  readonly #blocks = new RecordBlocks();
  #sources: readonly Source[] = [];
  #streams: readonly Stream[] = [];
  #marks!: MarksOf;
  /** Artifacts whose records are not as many as the result says. */
  trouble: readonly TimelineTrouble[] = [];

  private constructor(input: TimelineInput) {
    this.#input = input;
  }

  /** Opens the indexes, and builds those that are not there or not whole. */
  static async open(input: TimelineInput): Promise<Timeline> {
    const t = new Timeline(input);
    try {
      for (const c of input.checks) t.#indexes.set(c.check, await openOrBuild(c, input));
      t.#arrange();
      return t;
    } catch (e) {
      await t.close();
      throw e;
    }
  }

  /** Sources and streams in their order. */
  #arrange(): void {
    const { checks, clocks = [], extra = [], tags = [] } = this.#input;
    const sources: Source[] = [];
    const trouble: TimelineTrouble[] = [];
    const kinds = [...new Set(extra.map((x) => x.kind))].sort();
    for (const kind of kinds)
      sources.push({
        no: sources.length,
        check: "",
        artifact: `case/${kind}`,
        extra: extra.filter((x) => x.kind === kind),
        shift: 0n,
      });
    for (const stored of [...checks].sort((a, b) => (a.check < b.check ? -1 : 1))) {
      const index = this.#indexes.get(stored.check)!;
      for (const head of index.head.artifacts) {
        const of = clocks.filter((k) => k.check === stored.check && (k.artifact ?? head.id) === head.id);
        // The newest counts; one of the artifact before one of the check.
        const clock = of.filter((k) => k.artifact !== undefined).at(-1) ?? of.at(-1);
        const source = { check: stored.check, artifact: head.id, of: { index, head, stored }, shift: shiftOf(clock) };
        sources.push({ no: sources.length, ...source, ...(clock ? { clock } : {}) });
        const said = stored.result.records[head.id]!.count;
        if (said !== head.rows)
          trouble.push({ check: stored.check, artifact: head.id, found: `${head.rows} of ${said} records are there` });
      }
    }
    this.#sources = sources;
    this.#streams = sources.flatMap(streamsOf);
    this.#marks = marksOf(sources, tags);
    this.trouble = trouble;
  }

  /** Runs `f`; an index that turns out to be damaged is built anew, once for each check. */
  async #healing<T>(f: () => Promise<T>): Promise<T> {
    const healed = new Set<string>();
    for (;;) {
      try {
        return await f();
      } catch (e) {
        if (!(e instanceof IndexDamaged) || healed.has(e.check)) throw e;
        healed.add(e.check);
        await this.rebuild(e.check);
      }
    }
  }

  /** Builds the index of a check anew. */
  async rebuild(check: string): Promise<void> {
    const c = this.#input.checks.find((x) => x.check === check);
    if (!c) throw new ContraluzError("usage", `no check ${check} in this timeline`);
    await this.#indexes.get(check)?.close();
    await this.#blocks.close();
    this.#indexes.set(check, await buildAnew(c, this.#input));
    this.#arrange();
  }

  /** What the index of a check is known by: the same records always give the same. */
  fingerprint(check: string): string | undefined {
    return this.#indexes.get(check)?.fingerprint;
  }

  /** All rows, by check, artifact and kind. */
  facets(): readonly Facet[] {
    const out = new Map<string, { check: string; artifact: string; kind: string; dated: number; undated: number }>();
    for (const { source, kind, when, n } of this.#streams) {
      const key = `${source.no}\n${kind}`;
      const f = out.get(key) ?? { check: source.check, artifact: source.artifact, kind, dated: 0, undated: 0 };
      f[when === "dated" ? "dated" : "undated"] += n;
      out.set(key, f);
    }
    return [...out.values()];
  }

  #streamsFor(f: TimelineFilter, dated: boolean): Stream[] {
    return this.#streams.filter(
      ({ source, kind, when }) =>
        (when === "dated") === dated &&
        (!f.checks || f.checks.includes(source.check)) &&
        (!f.artifacts || f.artifacts.includes(source.artifact)) &&
        (!f.kinds || f.kinds.includes(kind)),
    );
  }

  async #walkOf(f: TimelineFilter, dated: boolean, o: Partial<Walk>): Promise<Walk> {
    const streams = this.#streamsFor(f, dated);
    const wanted = wantedOf(f);
    const cited = citedBy(this.#sources, this.#marks, f);
    const used = [...new Set(streams.map((s) => s.source))];
    return {
      streams,
      sources: this.#sources,
      left: await selection(used, wanted, cited),
      ...(wanted ? { verifier: new Verifier(this.#blocks, wanted, this.#input.cancel) } : {}),
      back: false,
      few: 1,
      ...(f.from === undefined ? {} : { from: f.from }),
      ...(f.to === undefined ? {} : { to: f.to }),
      ...o,
    };
  }

  /** A cursor as a key: of a source that is no longer there, the place where it would be. */
  #key(c: TimelineCursor | undefined): Key | undefined {
    if (!c) return undefined;
    const at = this.#sources.findIndex((s) => s.check > c.check || (s.check === c.check && s.artifact >= c.artifact));
    const no = at < 0 ? this.#sources.length : at;
    const s = this.#sources[no];
    const same = s?.check === c.check && s.artifact === c.artifact;
    return { ns: c.ns, source: same ? no : no - 0.5, ordinal: c.ordinal };
  }

  #cursor(k: Key): TimelineCursor {
    const { check, artifact } = this.#sources[k.source]!;
    return { ns: k.ns, check, artifact, ordinal: k.ordinal };
  }

  async #page(f: TimelineFilter, o: PageOptions, dated: boolean): Promise<TimelinePage> {
    const limit = Math.max(1, Math.min(MOST, o.limit ?? 100));
    const beyond = this.#key(o.after ?? o.before);
    const back = o.before !== undefined || (o.back === true && o.after === undefined);
    const w = await this.#walkOf(f, dated, { back, few: limit, ...(beyond ? { beyond } : {}) });
    const keys: Key[] = [];
    for await (const some of walk(w)) {
      if (this.#input.cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
      for (const k of some) keys.push(k);
      if (keys.length > limit) break;
    }
    const end = keys.length <= limit;
    const shown = keys.slice(0, limit);
    if (back) shown.reverse();
    const rows = await fetchRows(shown, this.#sources, this.#blocks, dated, this.#marks);
    const [first, last] = [shown[0], shown.at(-1)];
    return { rows, end, ...(first && last ? { first: this.#cursor(first), last: this.#cursor(last) } : {}) };
  }

  /** A window of dated rows. */
  page(f: TimelineFilter, o: PageOptions = {}): Promise<TimelinePage> {
    return this.#healing(() => this.#page(f, o, true));
  }

  /** Rows without an instant, by check, artifact and ordinal; a filter of time leaves none of them out. */
  undated(f: TimelineFilter, o: PageOptions = {}): Promise<TimelinePage> {
    return this.#healing(() => this.#page(f, o, false));
  }

  /** Rows as they are found, in order: with a text in 10,000,000 rows the first come long before the last. */
  async *find(f: TimelineFilter, o: { readonly undated?: boolean } = {}): AsyncGenerator<readonly TimelineRow[]> {
    const dated = o.undated !== true;
    let last: Key | undefined;
    const healed = new Set<string>();
    for (;;) {
      try {
        const w = await this.#walkOf(f, dated, { few: 100, ...(last ? { beyond: last } : {}) });
        for await (const some of walk(w)) {
          if (this.#input.cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
          for (let i = 0; i < some.length; i += MOST) {
            const part = some.slice(i, i + MOST);
            const rows = await fetchRows(part, this.#sources, this.#blocks, dated, this.#marks);
            last = part.at(-1);
            yield rows;
          }
        }
        return;
      } catch (e) {
        if (!(e instanceof IndexDamaged) || healed.has(e.check)) throw e;
        healed.add(e.check);
        await this.rebuild(e.check);
      }
    }
  }

  /** How many rows there are: exact where that takes no reading of records, or few; else at least. */
  count(f: TimelineFilter, o: { readonly undated?: boolean; readonly budget?: number } = {}): Promise<TimelineCount> {
    return this.#healing(async () => {
      const dated = o.undated !== true;
      const w = await this.#walkOf(f, dated, { few: 4096 });
      if (!w.verifier && [...w.left.values()].every((l) => !l.rows && !l.blocks)) {
        const streams = w.streams.filter((s) => w.left.has(s.source.no));
        return { n: await countBetween(streams, dated ? f.from : undefined, dated ? f.to : undefined), exact: true };
      }
      let n = 0;
      for await (const some of walk(w)) {
        n += some.length;
        if ((w.verifier?.rows ?? 0) > (o.budget ?? BUDGET)) return { n, exact: false };
      }
      return { n, exact: true };
    });
  }

  /** Rows per hour or day, of dated rows; only bars that have any. With a text or a value, as far as the budget goes. */
  histogram(
    f: TimelineFilter,
    bin: "hour" | "day",
    o: { readonly budget?: number } = {},
  ): Promise<{ readonly bars: readonly TimelineBar[]; readonly exact: boolean }> {
    return this.#healing(async () => {
      const bars = new Bars(bin === "hour" ? 3600 : 86_400);
      const w = await this.#walkOf(f, true, { few: 4096 });
      let exact = true;
      if (!w.verifier && [...w.left.values()].every((l) => !l.rows && !l.blocks)) {
        for (const s of w.streams) if (w.left.has(s.source.no)) await addStream(bars, s, f.from, f.to);
      } else
        for await (const some of walk(w)) {
          for (const k of some) bars.add(bars.bin(k.ns), 1);
          if ((w.verifier?.rows ?? 0) > (o.budget ?? BUDGET)) {
            exact = false;
            break;
          }
        }
      const sorted = [...bars.counts].sort((a, b) => a[0] - b[0]);
      return { bars: sorted.map(([b, n]) => ({ ns: bars.begins(b), n })), exact };
    });
  }

  /** One record, as a story or a tag cites it; undefined if the case has none. */
  row(c: {
    readonly check: string;
    readonly artifact: string;
    readonly ordinal: number;
  }): Promise<TimelineRow | undefined> {
    return this.#healing(async () => {
      const s = this.#sources.find((x) => x.check === c.check && x.artifact === c.artifact);
      if (!s?.of || !Number.isSafeInteger(c.ordinal) || c.ordinal < 0 || c.ordinal >= s.of.head.rows) return undefined;
      return rowAt(s, c.ordinal, this.#blocks, this.#marks);
    });
  }

  async close(): Promise<void> {
    await this.#blocks.close();
    for (const i of this.#indexes.values()) await i.close();
    this.#indexes.clear();
  }
}
