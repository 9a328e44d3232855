/** Pages of a dossier that people read beside its reports: what happened in one order, what was told, what was seen on the way. @module */
import type { AnyArtifact } from "@contraluz/artifacts";
import { type ArtifactRecord, byCodeUnit, type Finding, type Lang, type Level, parseIso, say } from "@contraluz/core";
import { summary } from "@contraluz/report/exports/record.ts";
import { cell, table } from "@contraluz/report/html/parts.ts";
import type { ReportFonts } from "@contraluz/report/html/style.ts";
import { type Html, html, seen } from "@contraluz/report/safe.ts";
import { instant, momentWords } from "@contraluz/report/when.ts";
import { incidentRows } from "../incidents/order.ts";
import { incidentsHtml } from "../incidents/page.ts";
import type { Actions, Cite, RecordCite } from "../log/actions.ts";
import { ACTION } from "../log/words.ts";
import { paper } from "../paper/paper.ts";
import { type CiteSource, tellStory } from "../review/stories.ts";
import { storyHtml } from "../review/story-html.ts";
import { citeKey, isRecordCite, tagsOf } from "../review/tags.ts";
import { labelOf } from "./records.ts";
import { TOLD } from "./told-words.ts";
import type { DossierRow, ExportView, Told } from "./types.ts";
import { pickRecords } from "./view.ts";

/** Rows of records on the page: a person reads them. All of them are in the records, and in `data/export/timesketch.jsonl`. */
const MOST = 2000;
const LETTERS = 300;
const WEIGHED: readonly Level[] = ["match", "targeted", "lead", "ask"];

export interface TellOptions {
  readonly views: readonly ExportView[];
  readonly told: Told;
  readonly rows?: readonly DossierRow[];
  readonly title: string;
  readonly artifacts: ReadonlyMap<string, AnyArtifact>;
  readonly fonts?: ReportFonts;
}

/** Why a record stands on the page. */
interface Why {
  readonly cite: RecordCite;
  readonly findings: Finding[];
  readonly stories: string[];
  readonly tags: string[];
}

/** Records that somebody or something points at: a finding, a story, a tag. The heaviest findings first, so that what is left out weighs least. */
function pointedAt(views: readonly ExportView[], told: Told): ReadonlyMap<string, Why> {
  const all = new Map<string, Why>();
  const at = (cite: RecordCite): Why => {
    const key = citeKey(cite);
    let w = all.get(key);
    if (!w) all.set(key, (w = { cite, findings: [], stories: [], tags: [] }));
    return w;
  };
  for (const s of told.stories)
    for (const c of s.sentences.flatMap((x) => x.cites))
      if (isRecordCite(c)) {
        const { stories } = at(c);
        if (!stories.includes(s.title)) stories.push(s.title);
      }
  for (const level of WEIGHED)
    for (const { check, result } of views)
      for (const f of result.findings)
        if (f.level === level)
          for (const { artifact, ordinal } of f.records) at({ check, artifact, ordinal }).findings.push(f);
  for (const { cite, tag } of tagsOf(told.tags).records) at(cite).tags.push(tag);
  return all;
}

/** Seconds that were added to the clock of a source; that of a place counts before that of its check. */
function clockOf(told: Told, c: RecordCite): Actions["clock"] | undefined {
  const of = told.clocks.filter((k) => k.check === c.check);
  return of.findLast((k) => k.artifact === c.artifact) ?? of.findLast((k) => k.artifact === undefined);
}

interface Row {
  readonly ns?: bigint;
  readonly key: string;
  readonly drawn: Html;
}

export class Teller {
  readonly #o: TellOptions;
  readonly #why: ReadonlyMap<string, Why>;
  readonly #records: ReadonlyMap<string, ArtifactRecord>;

  private constructor(o: TellOptions, why: ReadonlyMap<string, Why>, records: ReadonlyMap<string, ArtifactRecord>) {
    this.#o = o;
    this.#why = why;
    this.#records = records;
  }

  static async open(o: TellOptions): Promise<Teller> {
    const why = pointedAt(o.views, o.told);
    const cites: Cite[] = [...why.values()].slice(0, MOST).map((w) => w.cite);
    return new Teller(o, why, await pickRecords(o.views, cites));
  }

  #name(artifact: string, lang: Lang): string {
    const a = this.#o.artifacts.get(artifact);
    return a ? say(a.words.name, lang) : artifact;
  }

  #page(body: Html, title: string, lang: Lang): string {
    const head = this.#o.title === "" ? title : this.#o.title;
    return paper(html`<h1>${title}</h1>${body}`, {
      lang,
      title,
      head: head.slice(0, LETTERS),
      foot: say(TOLD.foot, lang),
      ...(this.#o.fonts ? { fonts: this.#o.fonts } : {}),
    });
  }

  #record(w: Why, r: ArtifactRecord, lang: Lang): Row {
    const clock = clockOf(this.#o.told, w.cite);
    const own = instant(r.at);
    const ns = own === undefined ? undefined : own + BigInt(Math.round((clock?.seconds ?? 0) * 1000)) * 1_000_000n;
    const key = citeKey(w.cite);
    const when = ns === undefined ? momentWords(r.at, lang) : momentWords({ ...r.at!, utc: ns }, lang);
    const fixed = clock && own !== undefined ? html`<p class="fine">${say(TOLD.clock, lang, clock)}</p>` : "";
    const text = summary({ artifact: w.cite.artifact, ordinal: w.cite.ordinal, record: r });
    const why = [
      ...w.findings.map((f) => html`<p><b>${seen(f.text[lang].title, lang, LETTERS)}</b></p>`),
      ...w.stories.map((s) => html`<p>${say(TOLD.story, lang)}: ${seen(s, lang)}</p>`),
      ...w.tags.map((t) => html`<p>${say(TOLD.tag, lang)}: ${seen(t, lang)}</p>`),
    ];
    const what = html`<b>${this.#name(w.cite.artifact, lang)}</b><p>${seen(text, lang, LETTERS)}</p><p class="fine">${labelOf(w.cite)}</p>`;
    return {
      ...(ns === undefined ? {} : { ns }),
      key,
      drawn: html`<tr>${cell(say(TOLD.when, lang), html`${when}${fixed}`)}${cell(say(TOLD.what, lang), what)}${cell(say(TOLD.why, lang), html`${why}`)}</tr>`,
    };
  }

  #rows(): readonly DossierRow[] {
    return (this.#o.rows ?? []).slice(0, MOST);
  }

  #others(lang: Lang): Row[] {
    const row = (at: Parameters<typeof momentWords>[0], key: string, what: string, why: string): Row => {
      const ns = instant(at);
      return {
        ...(ns === undefined ? {} : { ns }),
        key,
        drawn: html`<tr>${cell(say(TOLD.when, lang), momentWords(at, lang))}${cell(say(TOLD.what, lang), seen(what, lang, LETTERS))}${cell(say(TOLD.why, lang), why)}</tr>`,
      };
    };
    const { told } = this.#o;
    const incidents = incidentRows(told.incidents, lang).map((i) =>
      row(i.at, `~incident ${i.id}`, i.text, say(TOLD.incident, lang)),
    );
    const log = told.log.map((l) => {
      const utc = parseIso(l.at);
      const at = utc === undefined ? undefined : ({ utc, seen: l.at, precision: "s" } as const);
      const words = Object.hasOwn(ACTION, l.action) ? say(ACTION[l.action]!, lang) : l.action;
      return row(at, `~log ${String(l.seq).padStart(12, "0")}`, `${l.actor}: ${words}`, say(TOLD.log, lang));
    });
    const rows = this.#rows().map((r) =>
      row(r.at, `~row ${r.at?.wall ?? ""} ${r.kind} ${r.id}`, r.text[lang], say(TOLD.rows[r.kind], lang)),
    );
    return [...incidents, ...rows, ...log];
  }

  /** What a finding, a story or a tag points at, what was seen, and the log, in one order of time; what has no place in it apart. */
  timeline(lang: Lang): string {
    const rows = this.#others(lang);
    for (const [key, w] of this.#why) {
      const r = this.#records.get(key);
      if (r) rows.push(this.#record(w, r, lang));
    }
    const at = (r: Row): bigint => r.ns ?? 0n;
    rows.sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : byCodeUnit(a.key, b.key)));
    const heads = [TOLD.when, TOLD.what, TOLD.why].map((w) => [say(w, lang), ""] as const);
    const list = (some: readonly Row[]): Html =>
      table(
        heads,
        some.map((r) => r.drawn),
      );
    const [dated, undated] = [rows.filter((r) => r.ns !== undefined), rows.filter((r) => r.ns === undefined)];
    const left = Math.max(0, this.#why.size - MOST);
    const all = this.#o.rows ?? [];
    const more = Math.max(0, all.length - MOST);
    const body = html`<p class="read">${say(TOLD.timelineIntro, lang)}</p>${all.length > 0 ? html`<p class="read">${say(TOLD.rowsToo, lang)}</p>` : ""}${left > 0 ? html`<p class="read">${say(TOLD.left, lang, { n: left })}</p>` : ""}${more > 0 ? html`<p class="read">${say(TOLD.leftRows, lang, { n: more })}</p>` : ""}${list(dated)}${
      undated.length === 0 ? "" : html`<h2>${say(TOLD.undated, lang)}</h2>${list(undated)}`
    }`;
    return this.#page(body, say(TOLD.timeline, lang), lang);
  }

  #source(): CiteSource {
    const { views, told } = this.#o;
    const byCheck = new Map(views.map((v) => [v.check, v.result]));
    return {
      result: (check) => byCheck.get(check),
      row: async (c) => {
        const record = this.#records.get(citeKey(c));
        if (!record) return undefined;
        const file = byCheck.get(c.check)?.files[record.origin.file];
        const clock = clockOf(told, c);
        return {
          ...c,
          kind: record.kind,
          record,
          ...(file ? { file } : {}),
          ...(clock ? { corrected: clock } : {}),
          findings: [],
          tags: [],
        };
      },
    };
  }

  /** Stories, each sentence with what it rests on, to the byte; undefined if there are none. */
  async stories(lang: Lang): Promise<string | undefined> {
    const parts: Html[] = [];
    const nameOf = (artifact: string): string => this.#name(artifact, lang);
    for (const s of this.#o.told.stories)
      parts.push(storyHtml(await tellStory(s, this.#source()), { lang, nameOf, id: `s${parts.length + 1}` }));
    return parts.length === 0 ? undefined : this.#page(html`${parts}`, say(TOLD.stories, lang), lang);
  }

  /** Map and table of incidents; undefined if there are none. */
  incidents(lang: Lang): string | undefined {
    const { told, fonts } = this.#o;
    return told.incidents.length === 0
      ? undefined
      : incidentsHtml(told.incidents, { lang, ...(fonts ? { fonts } : {}) });
  }
}
