/** Incidents in the order of time, with the number that each has on the map, in the table and in the text; and as rows of a timeline. @module */
import { byCodeUnit, type Lang, type Moment, say } from "@contraluz/core";
import { bySpoken, momentOf, type ZoneOffset } from "../dates/interval.ts";
import type { Incident } from "./types.ts";
import { KIND_WORDS } from "./words.ts";

export interface Numbered {
  readonly n: number;
  readonly incident: Incident;
}

/** By when they began, as told; the more precise one first, then by id. */
export function inSequence(incidents: readonly Incident[]): readonly Numbered[] {
  return [...incidents]
    .sort((a, b) => bySpoken(a.at, b.at) || byCodeUnit(a.id, b.id))
    .map((incident, i) => ({ n: i + 1, incident }));
}

/**
 * Those that may be published, without who told them: what an edition for everybody may hold. Their ids are numbers here: the id of a case is
 * a hash of all that was told, in which a label of few letters could be guessed, or that of a form. Files have no names.
 */
export function publishable(incidents: readonly Incident[]): readonly Incident[] {
  return inSequence(incidents.filter((i) => i.consent.publish)).map(({ n, incident: { origin: _origin, ...i } }) => ({
    ...i,
    id: String(n).padStart(4, "0"),
    source: { ...i.source, label: "" },
    evidence: i.evidence.map((e) => ("sha256" in e ? { sha256: e.sha256 } : e)),
  }));
}

/** What an incident is called in one line. */
export function titleOf(i: Incident, lang: Lang): string {
  return i.kinds.map((k) => say(KIND_WORDS[k], lang)).join(", ");
}

/** A row of a case's timeline (`timeline/types.ts` ExtraRow). Without a zone its wall clock is told, and no instant is invented. */
export interface IncidentRow {
  readonly at: Moment;
  readonly kind: "incident";
  readonly id: string;
  readonly text: string;
}

export function incidentRows(
  incidents: readonly Incident[],
  lang: Lang,
  zoneOffset?: ZoneOffset,
): readonly IncidentRow[] {
  return inSequence(incidents).map(({ incident: i }) => ({
    at: momentOf(i.at, zoneOffset),
    kind: "incident",
    id: i.id,
    text: [titleOf(i, lang), i.place.name, i.what].filter((t) => t !== "").join(" · "),
  }));
}
