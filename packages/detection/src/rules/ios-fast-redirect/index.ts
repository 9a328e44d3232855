/**
 * H16: a page without encryption (http://) that led elsewhere in less than a second.
 *
 * Whoever controls the network can answer such a page instead of its server and send the phone elsewhere: so Pegasus and Predator came to
 * some phones. Ordinary sites do the same all day, so this informs and weighs nothing by itself. The two visits name each other by number
 * in Safari's history; both are facts, and are joined once. Left out are links of shorteners, redirects within one organisation, and a
 * page that led to itself with encryption. What led to another page of the same site counts, but stands behind what left the site.
 * Sources: Amnesty International, 2019 and 2020 (network injection, Morocco); Citizen Lab, 2023 (Predator, Egypt); mvt.md 3 (MVT's
 * condition: http, another registered name, under a second).
 * @module
 */
import type { ArtifactRecord, RecordRef } from "@contraluz/core";
import { registeredName } from "../../indicators/hosts.ts";
import { splitUrl } from "../../indicators/urls.ts";
import type { Rule } from "../../rule.ts";
import { isOrdinary } from "./sites.ts";
import { words } from "./words.ts";

const SECOND_NS = 1_000_000_000n;
/** Redirects that a sentence names. */
const NAMED = 3;
/** Letters of a name in a sentence. */
const MAX_NAME = 60;
/** Letters of a page that are compared. */
const MAX_PAGE = 300;

/** A visit that led on, or was led to, or both. */
interface Visit {
  /** Visits of different files have the same numbers. */
  readonly file: number;
  readonly visit: string;
  readonly ns: bigint;
  readonly site: string;
  /** The page, without scheme, `www.` and the slash at its end: equal for one that led to itself with encryption. */
  readonly page: string;
  /** Of a page without encryption: the visit that it led to. */
  readonly to?: string;
  readonly ref?: RecordRef;
}

const id = (v: unknown): string | undefined => (typeof v === "number" || typeof v === "bigint" ? String(v) : undefined);

/** The number of a visit is the row where it stands. */
const rowOf = (r: ArtifactRecord): string | undefined => ("table" in r.origin.at ? String(r.origin.at.row) : undefined);

function factOf(r: ArtifactRecord, ref: () => RecordRef): Visit | undefined {
  // What only old pages still hold may be half of a row.
  if (r.kind !== "visit") return undefined;
  const { url } = r.fields;
  const [to, from, visit, ns] = [id(r.fields.redirect_to), id(r.fields.redirect_from), rowOf(r), r.at?.utc];
  if ((to === undefined && from === undefined) || visit === undefined || ns === undefined) return undefined;
  if (typeof url !== "string") return undefined;
  const leads = to !== undefined && url.slice(0, 7).toLowerCase() === "http://";
  if (!leads && from === undefined) return undefined;
  const parts = splitUrl(url);
  if (!parts) return undefined;
  const { host, port, rest } = parts;
  const site = host.ip ? host.text : registeredName(host.text);
  const page = `${host.text.replace(/^www\./, "")}:${port}${rest.slice(0, MAX_PAGE).replace(/\/$/, "")}`;
  const fact = { file: r.origin.file, visit, ns, site, page };
  return leads ? { ...fact, to, ref: ref() } : fact;
}

const short = (name: string): string => (name.length > MAX_NAME ? `${name.slice(0, MAX_NAME - 1)}…` : name);

export const fastRedirect: Rule<Visit> = {
  id: "ios/fast-redirect",
  version: 1,
  level: "info",
  words,
  needs: ["ios/safari-history"],
  baseRate: {
    fired: 1,
    samples: 2,
    what: "a History.db of a Mac (plaso: 25 visits, of which one to a mistyped name that its owner sends on); the generator's phone without what it planted; most phones are expected to have some",
  },
  sources: [
    "Amnesty International, Moroccan human rights defenders targeted (network injection), 2019 and 2020",
    "Citizen Lab, Predator in the wires, 2023",
  ],
  budget: 200_000,
  fact: (r, ref) => factOf(r, ref),
  *judge(facts) {
    const ends = new Map<string, Visit>();
    for (const f of facts) {
      const key = `${f.file} ${f.visit}`;
      if (!ends.has(key)) ends.set(key, f);
    }
    /** Visits that left their site, and those that led to another page of it. */
    const left: RecordRef[] = [];
    const stayed: RecordRef[] = [];
    const named = new Set<string>();
    for (const f of facts) {
      const end = f.to === undefined ? undefined : ends.get(`${f.file} ${f.to}`);
      if (end === undefined || f.ref === undefined) continue;
      const took = end.ns - f.ns;
      if (took < 0n || took >= SECOND_NS || f.page === end.page) continue;
      if (f.site === end.site) stayed.push(f.ref);
      else if (!isOrdinary(f.site, end.site)) {
        left.push(f.ref);
        if (named.size < NAMED) named.add(`${short(f.site)} → ${short(end.site)}`);
      }
    }
    const records = [...left, ...stayed];
    if (records.length === 0) return;
    const params = { pages: records.length, left: left.length, examples: [...named].join("; ") };
    yield { subject: "http", params, records };
  },
};
