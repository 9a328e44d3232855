/** Rows of the timeline as the screen draws them. @module */
import { ARTIFACTS } from "@contraluz/artifacts";
import { isoEdge } from "@contraluz/case/dates/interval.ts";
import { parseSpoken } from "@contraluz/case/dates/parse.ts";
import { DATE_FAULTS } from "@contraluz/case/dates/words.ts";
import { ACTION } from "@contraluz/case/log/words.ts";
import type { CiteSource } from "@contraluz/case/review/stories.ts";
import { tagsOf } from "@contraluz/case/review/tags.ts";
import {
  citeText,
  cursorText,
  indexesIn,
  readCursor,
  rowsOfCase,
  Timeline,
  type TimelineCheck,
  type TimelineFilter,
  type TimelineRow,
} from "@contraluz/case/timeline/index.ts";
import { T, UNDATED_WORDS } from "@contraluz/case/timeline/words.ts";
import { checksOf, type OpenVault, resultOfCheck, storedCheck } from "@contraluz/case/vault/index.ts";
import { isoUtc, type Lang, type ObservableType, parseIso, type Result, say } from "@contraluz/core";
import { guessType, refang } from "@contraluz/detection/indicators/guess.ts";
import { KEY_LETTER } from "@contraluz/detection/indicators/keys.ts";
import { fieldText } from "@contraluz/report/exports/record.ts";
import { dayWords, isoDay, momentWords } from "@contraluz/report/when.ts";
import { fieldsOf } from "../../bench/thread/fields.ts";
import type { TimeAsk, TimeRow, TimeView } from "../ask.ts";
import { Unsaid } from "./told.ts";
import { DESK } from "./words.ts";

const DAY = 86_400_000_000_000n;
const SECOND = 1_000_000_000n;
const PAGE = 40;
const FIELDS = 6;
/** Letters of a value: the rest is in the record. */
const LETTERS = 300;

/** A date as people write it, as its first instant, or the first one behind it. */
function instantOf(text: string, end: boolean, vault: OpenVault, lang: Lang): bigint {
  const spoken = parseSpoken(text, "", { today: vault.machine.now().slice(0, 10) });
  if ("fault" in spoken) throw new Unsaid(say(DATE_FAULTS[spoken.fault], lang, { found: spoken.found }));
  const { from, to, zone } = spoken.time;
  const iso = isoEdge(end ? (to ?? from) : from, end, zone, vault.machine.platform.zoneOffset);
  const ns = parseIso(iso.length > 10 && !/[Z+]|-\d\d:\d\d$/.test(iso.slice(10)) ? `${iso}Z` : iso);
  if (ns === undefined) throw new Unsaid(say(DATE_FAULTS["not-a-date"], lang, { found: text }));
  return end ? ns + (iso.length > 10 ? SECOND : DAY) : ns;
}

function observableOf(text: string, lang: Lang): NonNullable<TimelineFilter["observable"]> {
  const colon = text.indexOf(":");
  const type = text.slice(0, colon);
  if (colon > 0 && Object.hasOwn(KEY_LETTER, type))
    return { type: type as ObservableType, value: text.slice(colon + 1) };
  const value = refang(text.trim());
  const guessed = guessType(value) ?? (/^\+?[0-9 ().-]{5,20}$/.test(value) ? "phone" : undefined);
  if (!guessed) throw new Unsaid(say(DESK.noValue, lang));
  return { type: guessed, value };
}

function filterOf(q: TimeAsk, vault: OpenVault, lang: Lang): TimelineFilter {
  const has = (t: string): boolean => t.trim() !== "";
  return {
    ...(has(q.since) ? { from: instantOf(q.since, false, vault, lang) } : {}),
    ...(has(q.until) ? { to: instantOf(q.until, true, vault, lang) } : {}),
    ...(has(q.artifact) ? { artifacts: [q.artifact] } : {}),
    ...(q.level === "" ? {} : { levels: [q.level] }),
    ...(has(q.tag) ? { tag: q.tag } : {}),
    ...(has(q.text) ? { text: q.text } : {}),
    ...(has(q.value) ? { observable: observableOf(q.value, lang) } : {}),
    ...(has(q.check) ? { checks: [q.check] } : {}),
  };
}

function clockOf(row: TimelineRow): string {
  const precision = row.record?.at?.precision ?? row.extra?.at?.precision ?? "s";
  if (row.ns === undefined || precision === "day" || precision === "month" || precision === "year") return "";
  const text = isoUtc(row.ns, precision === "ns" || precision === "us" || precision === "ms" ? "s" : precision);
  return precision === "min" ? text.slice(11, 16) : text.slice(11, 19);
}

function nameOf(artifact: string, lang: Lang): string {
  if (artifact.startsWith("case/")) return say(T.own, lang);
  const a = ARTIFACTS.find((x) => x.id === artifact);
  return a ? say(a.words.name, lang) : artifact;
}

function drawn(row: TimelineRow, lang: Lang): TimeRow {
  const { record, extra } = row;
  const labels = new Map(fieldsOf(row.artifact, row.kind).map((f) => [f.name, f.label[lang]]));
  const fields = Object.entries(record?.fields ?? {})
    .filter(([, v]) => v !== null && v !== undefined && v !== "")
    .slice(0, FIELDS)
    .map(([k, v]) => [labels.get(k) ?? k, fieldText(v).slice(0, LETTERS)] as const);
  const remark = row.corrected
    ? say(T.clock, lang, { seen: momentWords(record?.at, lang), why: row.corrected.why })
    : row.undated
      ? `${momentWords(record?.at ?? extra?.at, lang)}: ${say(UNDATED_WORDS[row.undated], lang)}`
      : "";
  return {
    key: extra ? `${extra.kind}/${extra.id}` : citeText(row),
    ...(record ? { cite: { check: row.check, artifact: row.artifact, ordinal: row.ordinal } } : {}),
    ...(row.ns === undefined ? {} : { ns: row.ns }),
    day: row.ns === undefined ? "" : dayWords(row.ns, lang),
    clock: clockOf(row),
    place: nameOf(row.artifact, lang),
    what: extra ? extra.text : record ? row.kind : say(UNDATED_WORDS.damaged, lang),
    fields,
    levels: [...new Set(row.findings.map((f) => f.level))],
    tags: row.tags,
    remark,
  };
}

/** The timeline of an open case; made anew when the case has another entry. */
export class CaseTimeline {
  #open: { readonly at: number; readonly lang: Lang; readonly timeline: Promise<Timeline> } | undefined;

  async #of(vault: OpenVault, lang: Lang): Promise<Timeline> {
    const at = vault.log.length;
    if (this.#open?.at === at && this.#open.lang === lang) return this.#open.timeline;
    await this.close();
    const make = async (): Promise<Timeline> => {
      const checks: TimelineCheck[] = [];
      for (const { check } of checksOf(vault.state))
        checks.push({ check, folder: storedCheck(vault, check), result: await resultOfCheck(vault, check) });
      const { platform } = vault.machine;
      const zone = platform.zoneOffset ? { zoneOffset: platform.zoneOffset } : {};
      const own = rowsOfCase(vault.state, lang, { ...zone, log: vault.log.map((e) => e.head), words: ACTION });
      return Timeline.open({ checks, indexes: indexesIn(vault.files, true), platform, ...own });
    };
    const timeline = make();
    this.#open = { at, lang, timeline };
    timeline.catch(() => {
      this.#open = undefined;
    });
    return timeline;
  }

  /** What answers to the cites of stories. */
  async source(vault: OpenVault, lang: Lang): Promise<CiteSource> {
    const timeline = await this.#of(vault, lang);
    const results = new Map<string, Result>();
    for (const { check } of checksOf(vault.state)) results.set(check, await resultOfCheck(vault, check));
    return { row: (c) => timeline.row(c), result: (check) => results.get(check) };
  }

  async view(q: TimeAsk, vault: OpenVault, lang: Lang): Promise<TimeView> {
    const t = await this.#of(vault, lang);
    const f = filterOf(q, vault, lang);
    const [after, before] = [q.after, q.before].map((c) => (c === undefined ? undefined : readCursor(c)));
    const o = { limit: PAGE, ...(after ? { after } : {}), ...(before && !after ? { before } : {}) };
    const page = await (q.undated ? t.undated(f, o) : t.page(f, o));
    const { n, exact } = await t.count(f, { undated: q.undated });
    const undated = q.undated ? n : (await t.count(f, { undated: true })).n;
    const { bars } = q.undated ? { bars: [] } : await t.histogram(f, "day");
    const places = new Map<string, number>();
    for (const x of t.facets()) places.set(x.artifact, (places.get(x.artifact) ?? 0) + x.dated + x.undated);
    return {
      rows: page.rows.map((r) => drawn(r, lang)),
      count: n,
      exact,
      undated,
      ...(page.first ? { first: cursorText(page.first) } : {}),
      ...(page.last ? { last: cursorText(page.last) } : {}),
      more: !page.end,
      bars: bars.map((b) => ({ day: isoDay(b.ns), n: b.n })),
      places: [...places].map(([id, count]) => ({
        id,
        name: id.startsWith("case/") ? `${nameOf(id, lang)} · ${id.slice(5)}` : nameOf(id, lang),
        n: count,
      })),
      tags: tagsOf(vault.state.tags).names.map((x) => x.tag),
      trouble: t.trouble.map((x) =>
        say(T.trouble, lang, { check: x.check, artifact: x.artifact ?? "", found: x.found }),
      ),
    };
  }

  async close(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    await open?.timeline.then((t) => t.close()).catch(() => {});
  }
}
