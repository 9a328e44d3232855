/** Reads a STIX 2.0 or 2.1 bundle, however large, as a stream. @module */
import { type Grade, parseIso, type Report } from "@contraluz/core";
import { splitArray } from "@contraluz/formats/json-stream/index.ts";
import { oneLine } from "./builder.ts";
import { Column } from "./columns.ts";
import { hashId, IdTable } from "./id-table.ts";
import { Links } from "./links.ts";
import { patternSigns } from "./stix-values.ts";
import { tlpOf } from "./tlp.ts";
import type { IndicatorSink, SetMeta } from "./types.ts";

type Json = { readonly [k: string]: unknown };

const text = (v: unknown): string | undefined => (typeof v === "string" ? v : undefined);
const list = (v: unknown): readonly unknown[] => (Array.isArray(v) ? v : []);

/** Later than any time: seconds fill 32 bits. */
const REVOKED = 0xffffffff * 1000;

/** Milliseconds since 1970 of a STIX timestamp, or 0. STIX times are RFC 3339 in UTC. */
function milliseconds(v: unknown): number {
  const t = typeof v === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(v) ? Date.parse(v) : 0;
  return t > 0 && t < REVOKED ? t : 0; // NaN too
}

/** Seconds since 1970 of a STIX timestamp, or 0. */
function seconds(v: unknown): number {
  const t = typeof v === "string" ? parseIso(v) : undefined;
  if (t === undefined) return 0;
  const s = Number(t / 1_000_000_000n);
  return s > 0 ? Math.min(s, 0xffffffff) : 0;
}

/** Names that a sign can point to, the best kind first: the program itself before who used it. */
const KINDS: readonly string[] = ["malware", "tool", "campaign", "intrusion-set", "threat-actor", "report", "grouping"];

/** Relationships that say what a sign is a sign of. */
const NAMING: readonly string[] = ["indicates", "related-to", "attributed-to"];

function gradeOf(o: Json): Grade {
  const words = [...list(o.labels), ...list(o.malware_types), ...list(o.tool_types)].filter(
    (x) => typeof x === "string",
  );
  // AssoEchap's generated bundle says it in the description alone.
  const said = `${words.join(" ")} ${text(o.description)?.slice(0, 40) ?? ""}`.toLowerCase();
  if (/\bwatchware/.test(said)) return "watchware";
  return /\bstalkerware\b/.test(words.join(" ").toLowerCase()) ||
    /^\s*stalkerware/.test(text(o.description)?.toLowerCase() ?? "")
    ? "stalkerware"
    : "spyware";
}

/** The state of one bundle while it passes. Objects are numbered; their ids are kept as hashes. */
class Bundle {
  readonly #sink: IndicatorSink;
  readonly #report: Report;
  readonly #objects = new IdTable();
  /** First row of each object, and when it was last changed; rows of an object follow each other. */
  readonly #firstRow = new Column();
  readonly #rowCount = new Column();
  readonly #modified: readonly [Column, Column] = [new Column(), new Column()];
  readonly #links = new Links(this.#objects);
  readonly #markings = new Map<string, string>();
  newest = "";
  objects = 0;
  /** Signs taken, whether or not they were dropped later, and those taken back. */
  signs = 0;

  constructor(sink: IndicatorSink, report: Report) {
    this.#sink = sink;
    this.#report = report;
  }

  take(value: unknown): void {
    this.objects++;
    const o = value as Json | null;
    const type = typeof o === "object" && o !== null && !Array.isArray(o) ? text(o.type) : undefined;
    if (o === null || type === undefined) {
      this.#report({ code: "stix-object", found: "not an object with a type", lost: "row" });
      return;
    }
    const changed = text(o.modified) ?? text(o.created);
    if (changed !== undefined && /^\d{4}-\d\d-\d\dT/.test(changed) && changed.slice(0, 10) > this.newest)
      this.newest = changed.slice(0, 10);
    // A list of bundles, as some servers answer.
    if (type === "bundle") for (const inner of list(o.objects)) this.take(inner);
    else if (type === "indicator") this.#indicator(o);
    else if (type === "relationship") this.#relationship(o);
    else if (type === "marking-definition") this.#marking(o);
    else if (KINDS.includes(type)) this.#named(type, o);
  }

  #indicator(o: Json): void {
    const id = text(o.id) ?? "";
    const pattern = text(o.pattern);
    if (pattern === undefined) {
      this.#report({ code: "stix-object", found: `indicator without a pattern ${oneLine(id, 60)}`, lost: "row" });
      return;
    }
    const object = this.#version(id, o);
    if (object === undefined) return;
    if (o.revoked === true) {
      this.signs++;
      return;
    }
    if (list(o.indicator_types).includes("benign") || list(o.labels).includes("benign")) return;
    const language = text(o.pattern_type) ?? "stix";
    if (language === "stix") this.#rows(object, id, pattern, o);
    else this.#report({ code: "stix-pattern", found: oneLine(`${language} ${id}`, 100), lost: "row" });
  }

  /**
   * The number of the object, its earlier rows dropped; undefined where what is there is as new. Nothing is newer than a
   * revocation. It holds in this bundle alone: one file must not silence the signs of another.
   */
  #version(id: string, o: Json): number | undefined {
    // Without an id every object is its own.
    const [a, b] = id === "" ? [this.#objects.size, 0xffffffff] : hashId(id);
    const modified = o.revoked === true ? REVOKED : milliseconds(o.modified) || milliseconds(o.created);
    let object = id === "" ? undefined : this.#objects.find(a, b);
    if (object !== undefined) {
      if (modified <= this.#modified[0].get(object) * 1000 + this.#modified[1].get(object)) return undefined;
      for (let k = 0; k < this.#rowCount.get(object); k++) this.#sink.drop(this.#firstRow.get(object) + k);
      this.#rowCount.set(object, 0);
    } else {
      object = this.#objects.add(a, b);
      for (const column of [...this.#modified, this.#firstRow, this.#rowCount]) column.push(0);
    }
    this.#modified[0].set(object, Math.floor(modified / 1000));
    this.#modified[1].set(object, modified % 1000);
    return object;
  }

  #rows(object: number, id: string, pattern: string, o: Json): void {
    const { signs, unsupported } = patternSigns(pattern);
    const tlp = tlpOf(list(o.object_marking_refs), this.#markings);
    const validUntil = seconds(o.valid_until);
    let first = -1;
    let count = 0;
    for (const s of signs) {
      const row = this.#sink.add({ ...s, id, validUntil, tlp });
      if (row < 0) this.#report({ code: "indicator-value", found: oneLine(`${s.type} ${s.value}`, 120), lost: "row" });
      else {
        if (first < 0) first = row;
        count++;
      }
    }
    this.signs += count;
    if (count > 0) {
      this.#firstRow.set(object, first);
      this.#rowCount.set(object, count);
    }
    for (const found of unsupported) this.#report({ code: "stix-pattern", found: oneLine(found), lost: "row" });
  }

  #relationship(o: Json): void {
    const from = text(o.source_ref);
    const to = text(o.target_ref);
    if (from === undefined || to === undefined || o.revoked === true) return;
    if (!NAMING.includes(String(o.relationship_type))) return;
    // Some publishers draw the arrow from the malware to its sign.
    if (to.startsWith("indicator--") && !from.startsWith("indicator--")) this.#links.link(to, from);
    else this.#links.link(from, to);
  }

  #marking(o: Json): void {
    // TLP 1 says it in the definition, TLP 2 in an extension, some only in the name (`TLP:AMBER+STRICT`).
    const extended = Object.values((o.extensions ?? {}) as Json)
      .map((x) => text((x as Json | null)?.tlp_2_0))
      .find((x) => x !== undefined);
    const tlp =
      extended ?? text((o.definition as Json | null | undefined)?.tlp) ?? /^tlp:(.+)$/i.exec(text(o.name) ?? "")?.[1];
    const id = text(o.id);
    if (id !== undefined && tlp !== undefined && this.#markings.size < 1000) this.#markings.set(id, tlp.toLowerCase());
  }

  #named(type: string, o: Json): void {
    const id = text(o.id);
    const name = oneLine(text(o.name) ?? "");
    if (id === undefined || o.revoked === true) return;
    if (name !== "") this.#links.name(id, { rank: KINDS.indexOf(type), name, grade: gradeOf(o) });
    for (const ref of list(o.object_refs))
      if (typeof ref === "string" && ref.startsWith("indicator--")) this.#links.link(ref, id);
  }

  /** Names come before or after what points to them: all is known only now. */
  finish(): void {
    if (this.#links.lost > 0)
      this.#report({ code: "stix-object", found: `${this.#links.lost} names and links more`, lost: "bytes" });
    this.#links.each((object, target) => {
      for (let k = 0; k < this.#rowCount.get(object); k++)
        this.#sink.setCampaign(this.#firstRow.get(object) + k, target.name, target.grade);
    });
  }
}

/**
 * Reads the `objects` of a bundle (or of a TAXII answer, or a bare array) into the sink. Malformed objects, patterns
 * that cannot be compared and values that are not valid each give a Problem and cost themselves. Of several versions of
 * one object the newest stands; a revoked one matches nothing. Signs take the name of the malware they indicate, else
 * of the tool, campaign, group or report. Memory does not grow with the text, only with signs and links (about 90 bytes each).
 */
export async function readStix(
  source: AsyncIterable<Uint8Array>,
  sink: IndicatorSink,
  report: Report,
): Promise<Partial<SetMeta>> {
  const bundle = new Bundle(sink, report);
  for await (const batch of splitArray(source, "objects", {}, report)) for (const o of batch) bundle.take(o);
  if (bundle.signs === 0) {
    const found = bundle.objects === 0 ? "no STIX objects" : `${bundle.objects} objects, no sign`;
    report({ code: "indicator-file", found, expected: "a STIX 2 bundle", lost: "file" });
  }
  bundle.finish();
  return bundle.newest === "" ? {} : { date: bundle.newest };
}
