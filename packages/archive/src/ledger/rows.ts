/**
 * Claims, acts and what was said of both as rows of a timeline: of a case (`timeline/types.ts` ExtraRow), and as JSON lines that Timesketch imports (`message`,
 * `datetime` with offset, `timestamp_desc`: Timesketch, "Create timeline from JSON/CSV file").
 * @module
 */
import { momentOf, type ZoneOffset } from "@contraluz/case/dates/interval.ts";
import type { DossierRow } from "@contraluz/case/dossier/types.ts";
import type { ExtraRow } from "@contraluz/case/timeline/types.ts";
import { byCodeUnit, type Json, type Lang, say } from "@contraluz/core";
import type { Checked } from "./check.ts";
import { firstDay } from "./dates.ts";
import { saidIn, spokenTime, whatDone } from "./say.ts";
import { stateOf } from "./state.ts";
import type { Act, CaseCite, Claim, Link } from "./types.ts";
import { KIND_WORDS, RELATION_WORDS, STATE_WORDS, STATUS_WORDS } from "./words.ts";

interface Row {
  readonly kind: "claim" | "act" | "link";
  readonly id: string;
  readonly from: string;
  readonly until?: string;
  readonly text: string;
  readonly entry: Claim | Act | Link;
}

/** Those that stand and were not refused, in the order of days. */
function rowsOf(c: Checked, at: string, lang: Lang): Row[] {
  const claims = c.ledger.claims
    .filter((x) => !c.refused(x.id))
    .flatMap((x): Row[] => {
      const state = stateOf(x, c, at);
      if (!state) return [];
      const text = `${x.speaker.name} · ${say(KIND_WORDS[x.kind], lang)}: ${saidIn(x, lang)} · ${say(STATE_WORDS[state.state], lang)}`;
      return [{ kind: "claim", id: x.id, from: x.said_on, text, entry: x }];
    });
  const acts = c.ledger.acts
    .filter((x) => !c.refused(x.id) && !c.acts.successor(x.id) && firstDay(x.on ?? x.from ?? "") <= at)
    .map((x): Row => {
      const text = `${x.actor} · ${whatDone(x, lang)} · ${say(STATUS_WORDS[x.status], lang)}`;
      const until = x.until === undefined ? {} : { until: x.until };
      return { kind: "act", id: x.id, from: x.on ?? x.from ?? "", ...until, text, entry: x };
    });
  const links = c.ledger.links
    .filter((x) => !c.refused(x.id) && !c.links.successor(x.id) && firstDay(x.on) <= at)
    .flatMap((x): Row[] => {
      const claim = c.ledger.claims.find((k) => k.id === x.claim_id);
      const act = c.ledger.acts.find((a) => a.id === x.act_id);
      if (!claim || !act || !x.reviewer) return [];
      const said = `${claim.speaker.name}: ${saidIn(claim, lang)}`;
      const text = `${x.reviewer.name} · ${said} · ${whatDone(act, lang)} · ${say(RELATION_WORDS[x.relation], lang)}`;
      return [{ kind: "link", id: x.id, from: x.on, text, entry: x }];
    });
  return [...claims, ...acts, ...links].sort(
    (a, b) => byCodeUnit(firstDay(a.from), firstDay(b.from)) || byCodeUnit(a.id, b.id),
  );
}

/** A zone that somebody states for days that have none. */
export interface DaysIn {
  readonly zone?: string;
  readonly zoneOffset?: ZoneOffset;
}

const zoneOf = (days: DaysIn): { readonly zone?: string } => (days.zone === undefined ? {} : { zone: days.zone });

/** A day has no zone: it stays the wall clock that it is, and no instant is invented, unless a zone is stated. */
export function ledgerRows(c: Checked, at: string, lang: Lang, days: DaysIn = {}): readonly ExtraRow[] {
  const zone = zoneOf(days);
  return rowsOf(c, at, lang).map((r) => ({
    at: momentOf({ ...spokenTime(r.from, r.until), ...zone }, days.zoneOffset),
    kind: r.kind,
    id: r.id,
    text: r.text,
  }));
}

/** The same rows for the timeline of a dossier, in both languages, with what of the case they rest on. */
export function ledgerDossierRows(c: Checked, at: string, days: DaysIn = {}): readonly DossierRow[] {
  const acts = new Map(c.ledger.acts.map((a) => [a.id, a]));
  const en = new Map(ledgerRows(c, at, "en", days).map((r) => [`${r.kind} ${r.id}`, r.text]));
  return rowsOf(c, at, "es").map((r): DossierRow => {
    const act = r.entry.type === "link" ? acts.get(r.entry.act_id) : r.entry.type === "act" ? r.entry : undefined;
    return {
      at: momentOf({ ...spokenTime(r.from, r.until), ...zoneOf(days) }, days.zoneOffset),
      kind: r.kind,
      id: r.id,
      text: { es: r.text, en: en.get(`${r.kind} ${r.id}`) ?? r.text },
      cites: act?.cites ?? [],
    };
  });
}

/** Acts of the ledger that rest on something of the case that is not shown. */
export function withheldActs(c: Checked, shown: (cite: CaseCite) => boolean): readonly string[] {
  return c.ledger.acts.flatMap((a) => (a.cites.every(shown) ? [] : [a.id]));
}

const DESC = { claim: "Said", act: "Done", link: "Reviewed" } as const;

/** One object a line. The first moment of a day in UTC stands for the day; `precision` says how exact it is. */
export function timesketchRows(c: Checked, at: string, lang: Lang): readonly Json[] {
  return rowsOf(c, at, lang).map((r): Json => {
    const precision = r.from.length === 4 ? "year" : r.from.length === 7 ? "month" : "day";
    const source = r.entry.type === "link" ? [] : r.entry.source;
    const sources = source.map((s) => s.url ?? s.name ?? s.sha256);
    return {
      message: r.text,
      datetime: `${firstDay(r.from)}T00:00:00+00:00`,
      timestamp_desc: DESC[r.kind],
      precision,
      ...(r.until === undefined ? {} : { until: r.until }),
      data_type: `contraluz:ledger:${r.kind}`,
      ledger_id: r.id,
      ...(r.entry.type === "act" ? { status: r.entry.status } : {}),
      source_urls: sources,
      source_sha256: source.map((s) => s.sha256),
      tag: ["ledger", r.kind],
    };
  });
}
