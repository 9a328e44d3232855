/**
 * STIX 2.1 (OASIS, 10 June 2021): a bundle that says which published signs were met, how often and on which days. There is no victim in it, no
 * device, no file: `share/share.ts` chose what may leave.
 *
 * | object | of what |
 * |---|---|
 * | `identity` | who shares |
 * | `sighting` | one sign that was met; `sighting_of_ref` is the id that its publisher gave it: that object is never issued again |
 * | `indicator` | only of signs whose publisher gave no id |
 * | `observed-data` and observables | the sign's own value, with days; where STIX has an object for it and a day is known |
 * | `malware`, `infrastructure`, `relationship` | by name of campaign; infrastructure where the sign is a server |
 * | `note` | words of the analyst; of rules of ours the id and the level |
 * | `report` | all of it |
 * @module
 */
import { type Json, type Lang, type Result, say } from "@contraluz/core";
import { jsonText } from "../share/json-text.ts";
import { shareOf } from "../share/share.ts";
import type { DocumentOutput, Shared, ShareOptions, Sighting, Tlp } from "../share/types.ts";
import { OURS, uuid5 } from "../share/uuid.ts";
import { SHARED } from "../share/words.ts";
import { markingObject, TLP_IDS } from "./marking.ts";
import { observablesOf, patternOf, type StixObject } from "./observables.ts";

/** Most that STIX can count (section 5.2, `count`; section 4.14, `number_observed`). */
const MOST = 999_999_999;
/** When objects were made that depend on their name alone: whoever makes them makes the same version of them. */
const MADE = "2026-01-01T00:00:00.000Z";
const ALWAYS = "1970-01-01T00:00:00.000Z";

const time = (ms: number): string => new Date(ms).toISOString();

class Bundle {
  readonly #s: Shared;
  readonly #objects = new Map<string, StixObject>();
  readonly #marks = new Set<Tlp>();
  readonly #at: string;

  constructor(s: Shared) {
    this.#s = s;
    this.#at = time(s.at);
  }

  get by(): string {
    return `identity--${this.#s.by.id}`;
  }

  /** Takes an object that anybody would make the same: an observable, an identity. */
  keep(o: StixObject): string {
    if (!this.#objects.has(o.id)) this.#objects.set(o.id, o);
    return o.id;
  }

  /** An observable: its id comes from its value alone. */
  observed(o: StixObject, tlp: Tlp): string {
    this.#marks.add(tlp);
    return this.keep({ ...o, object_marking_refs: [TLP_IDS[tlp]] });
  }

  /** An object of who shares. `seed`: what tells it from others of its type. */
  make(
    type: string,
    seed: string,
    tlp: Tlp,
    values: { readonly [k: string]: unknown },
    made: string = this.#at,
  ): string {
    this.#marks.add(tlp);
    return this.keep({
      type,
      spec_version: "2.1",
      id: `${type}--${uuid5(this.#s.by.id, `${type}\n${made === MADE ? `${tlp}\n` : ""}${seed}`)}`,
      created_by_ref: this.by,
      created: made,
      modified: made,
      ...values,
      object_marking_refs: [TLP_IDS[tlp]],
    });
  }

  /** As one text, in an order that hangs on ids alone. */
  text(): string {
    const marks = [...this.#marks].map((t) => markingObject(t) as unknown as StixObject);
    const objects = [...marks, ...this.#objects.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const id = `bundle--${uuid5(OURS, objects.map((o) => `${o.id} ${String(o.modified ?? "")}`).join("\n"))}`;
    return jsonText({ type: "bundle", id, objects: objects as unknown as Json[] });
  }
}

/** The id that a sign has, or that its object gets here; undefined where it cannot be said in STIX. */
function signOf(b: Bundle, s: Sighting): string | undefined {
  if (s.published) return s.sign.id;
  const { type, value, campaign } = s.sign;
  const pattern = patternOf(type, value);
  if (pattern === undefined) return undefined;
  const values = {
    name: value,
    ...(s.list ? { external_references: [{ source_name: s.list.name, description: s.list.publisher }] } : {}),
    indicator_types: ["malicious-activity"],
    pattern,
    pattern_type: "stix",
    valid_from: ALWAYS,
  };
  return b.make("indicator", `${type}\n${value}\n${campaign ?? ""}`, s.tlp, values, MADE);
}

/** What the sign is a sign of, by the name that its publisher gave. */
function campaignOf(b: Bundle, s: Sighting, sign: string): string[] {
  const { campaign, role, grade } = s.sign;
  if (campaign === undefined || !["implant", "server", "account"].includes(role)) return [];
  const types = grade === "spyware" ? ["spyware"] : ["unknown"];
  const malware = b.make("malware", campaign, s.tlp, { name: campaign, malware_types: types, is_family: true }, MADE);
  const target = role === "server" ? b.make("infrastructure", campaign, s.tlp, { name: campaign }, MADE) : malware;
  const link = (from: string, kind: string, to: string): string =>
    b.make(
      "relationship",
      `${from}\n${kind}\n${to}`,
      s.tlp,
      { relationship_type: kind, source_ref: from, target_ref: to },
      MADE,
    );
  const links = [link(sign, "indicates", target)];
  return target === malware ? [malware, ...links] : [malware, target, ...links, link(malware, "uses", target)];
}

/** What is said of a sighting beside its numbers. */
function told(s: Sighting, lang: Lang): string {
  const met = say(SHARED.met, lang, { level: s.level });
  return s.partly ? `${met} ${say(SHARED.partly, lang)}` : met;
}

/** One sign that was met; its ids, those that the report lists. */
function sightingOf(
  b: Bundle,
  s: Sighting,
  seed: string,
  lang: Lang,
): { readonly id: string; readonly refs: string[] } | undefined {
  const sign = signOf(b, s);
  if (sign === undefined) return undefined;
  const refs = s.published ? [] : [sign];
  const objects = observablesOf(s.sign.type, s.sign.value);
  const observed: string[] = [];
  if (s.first !== undefined && s.last !== undefined && objects.length > 0) {
    const ids = objects.map((o) => b.observed(o, s.tlp));
    observed.push(
      b.make("observed-data", `${seed}\n${s.finding}`, s.tlp, {
        first_observed: time(s.first),
        last_observed: time(s.last),
        number_observed: Math.min(s.count, MOST),
        object_refs: ids,
      }),
    );
    refs.push(...observed, ...ids);
  }
  refs.push(...campaignOf(b, s, sign));
  const id = b.make("sighting", `${seed}\n${s.finding}\n${sign}`, s.tlp, {
    description: told(s, lang),
    ...(s.first === undefined ? {} : { first_seen: time(s.first), last_seen: time(s.last!) }),
    count: Math.min(s.count, MOST),
    sighting_of_ref: sign,
    ...(observed.length > 0 ? { observed_data_refs: observed } : {}),
    where_sighted_refs: [b.by],
    summary: true,
    ...(s.published && s.list
      ? { external_references: [{ source_name: s.list.name, description: s.list.publisher }] }
      : {}),
  });
  return { id, refs: [id, ...refs] };
}

/**
 * The bundle of a result.
 * @example const { text, withheld } = stix(result, { by: { name: "Helpline" }, tlp: "amber" });
 */
export function stix(result: Result, o: ShareOptions = {}): DocumentOutput {
  const s = shareOf(result, o);
  const b = new Bundle(s);
  b.keep({
    type: "identity",
    spec_version: "2.1",
    id: b.by,
    created: MADE,
    modified: MADE,
    name: s.by.name,
    identity_class: "organization",
  });
  const refs = new Set<string>([b.by]);
  const about = new Map<string, string>();
  let written = 0;
  for (const sighting of s.sightings) {
    const made = sightingOf(b, sighting, s.seed, s.lang);
    if (!made) continue;
    written++;
    about.set(sighting.finding, made.id);
    for (const r of made.refs) refs.add(r);
  }
  const report = b.make("report", s.seed, s.tlp, {
    name: say(SHARED.title, s.lang),
    report_types: ["observed-data"],
    published: time(s.at),
    object_refs: [...refs].sort(),
  });
  for (const [i, n] of s.notes.entries()) {
    const of = n.finding === undefined ? report : about.get(n.finding);
    if (of !== undefined)
      b.make("note", `${s.seed}\n${i}\n${n.text}`, s.tlp, {
        abstract: say(SHARED.analyst, s.lang),
        content: n.text,
        object_refs: [of],
      });
  }
  for (const h of s.heuristics)
    b.make("note", `${s.seed}\nrule\n${h.rule}\n${h.level}`, s.tlp, {
      abstract: say(SHARED.ruleSpoke, s.lang),
      content: `${h.rule}: ${h.level}`,
      object_refs: [report],
    });
  return { text: b.text(), written, withheld: s.withheld + s.sightings.length - written };
}
