/**
 * Sightings of a lab for another organisation, as STIX 2.1 or an event of MISP: which published signs were met, on how many phones, in which
 * months. They go through the same exports as those of one case; nothing of a case is in what these get to see.
 * @module
 */
import type { Finding, Lang, RecordRef, Result } from "@contraluz/core";
import { say } from "@contraluz/core";
import { sha256Text } from "@contraluz/engine/hash-text.ts";
import { type DocumentOutput, misp, stix, type Tlp } from "@contraluz/report";
import { publicList } from "@contraluz/report/exports/share/share.ts";
import type { HuntReport } from "../run/types.ts";
import { mayGo, type Phones, signsOfMany } from "./signs.ts";
import type { MetByMany } from "./types.ts";
import { SW } from "./words.ts";

export interface ShareInput {
  readonly hunt: HuntReport;
  /** Cases that may be told of to whom it goes (`phonesOf`). */
  readonly cases: Phones;
  readonly asOf: string;
}

export interface LabShareOptions {
  readonly by?: string;
  /** AMBER+STRICT if not given. Signs that were published for fewer stay. */
  readonly tlp?: Tlp;
  /** Fewer phones than these are told as "seen": 3 if not given. */
  readonly fewest?: number;
  readonly lang?: Lang;
  /** Only signs of public lists: who made a list of their own did not publish it. */
  readonly publicLists?: true;
}

const EMPTY = { title: "", why: "", otherwise: "", next: "" };

/** A sign as a finding that names nothing but months. */
function findingOf(s: MetByMany, fewest: number): Finding {
  const count = s.phones >= fewest ? s.phones : 1;
  const at = (ms: number | undefined): Partial<RecordRef> =>
    ms === undefined ? {} : { at: { utc: BigInt(ms) * 1_000_000n, seen: "", precision: "month" } };
  // As many as are counted, so that nobody reads them as the first ones of more.
  const records = Array.from({ length: Math.max(2, count) }, (_, i) => ({
    artifact: "",
    ordinal: 0,
    origin: { file: 0, at: { key: "" } },
    ...at(i === 0 ? s.first : s.last),
  }));
  const { type, value } = s.indicator;
  return {
    id: sha256Text(`${type}\n${value}`).slice(0, 16),
    level: s.level,
    rule: null,
    indicator: s.indicator,
    subject: value,
    count,
    records,
    params: {},
    text: { es: EMPTY, en: EMPTY },
  };
}

function resultOf(of: ShareInput, met: readonly MetByMany[], fewest: number): Result {
  const context = { asOf: `${of.asOf.slice(0, 10)}T00:00:00Z`, custody: [], known: [] };
  const acquisition = { kind: "" };
  return {
    schema: "contraluz/result@1",
    tool: { ...of.hunt.tool, catalogue: "" },
    asOf: context.asOf,
    scope: { artifacts: [], content: false, evidenceCopies: false },
    context,
    // Sets apart what this lab says in ids; the same from hunt to hunt, so that what is sent again takes the place of what was.
    evidence: [{ id: sha256Text(`lab\n${of.hunt.lab}`), name: "", hashed: "read", bytes: 0, acquisition }],
    acquisition,
    indicators: of.hunt.signs,
    verdict: { evidence: "unchecked", complete: false, gaps: [] },
    coverage: [],
    applicability: [],
    findings: met.map((s) => findingOf(s, fewest)),
    problems: [],
    files: [],
    records: {},
  };
}

/** The document, how many signs it tells of, and how many stayed. */
export function shareDocument(format: "stix" | "misp", of: ShareInput, o: LabShareOptions = {}): DocumentOutput {
  const tlp = o.tlp ?? "amber+strict";
  const fewest = Math.max(1, Math.floor(o.fewest ?? 3));
  const all = signsOfMany(of.hunt, of.cases, of.asOf);
  const isPublic = (s: MetByMany): boolean => publicList(of.hunt.signs[s.indicator.set]) !== undefined;
  const met = all.filter((s) => mayGo(s.indicator.tlp, tlp) && (!o.publicLists || isPublic(s)));
  const lang = o.lang ?? "en";
  const out = (format === "stix" ? stix : misp)(resultOf(of, met, fewest), {
    tlp,
    lang,
    notes: [{ text: say(SW.countsNote, lang, { n: fewest }) }],
    ...(o.by === undefined ? {} : { by: { name: o.by } }),
  });
  return { ...out, withheld: out.withheld + all.length - met.length };
}
