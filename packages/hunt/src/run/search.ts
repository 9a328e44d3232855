/**
 * `hunt search`: one value over all cases of a lab. A whole value is found as a sign of it would be, through keys: a domain with all names
 * below it, a folder with all that is in it, a network with its addresses. The beginning of a value (`evil*`) is in no key: every record
 * of every case is read for it, and it is found where its plain letters stand so, in upper or lower case (a host in full-width letters
 * is found whole, not by its beginning). Nothing of a query is kept.
 * @module
 */
import {
  type ArtifactRecord,
  byCodeUnit,
  ContraluzError,
  isoUtc,
  type Observable,
  type ObservableType,
  type RecordRef,
} from "@contraluz/core";
import { compileIndicators, createMatcher, normalIndicator } from "@contraluz/detection";
import { guessType, refang } from "@contraluz/detection/indicators/guess.ts";
import { KEY_LETTER } from "@contraluz/detection/indicators/keys.ts";
import type { Place } from "../engine/types.ts";
import { keyTexts } from "../keys/stored.ts";
import { joinReadable, placesOf, type Searched } from "./hunt.ts";
import { DamagedCheck, type LabRecord, recordsOf, recordsWith, rowsOf } from "./records.ts";
import { signKeys } from "./signs.ts";
import type { HuntGap } from "./types.ts";

/** Records of one check that are handed over; all are counted. */
export const SEARCH_RECORDS = 100;
/** Letters or digits in a row that a beginning must have: of fewer, every phone has thousands. */
export const PREFIX_LEAST = 3;
const MAX_QUERY = 8192;

export interface SearchRecord extends RecordRef {
  /** The values of the record that were asked for, as they stand in it. */
  readonly values: readonly Observable[];
}

export interface SearchHit extends Place {
  readonly count: number;
  readonly first?: string;
  readonly last?: string;
  /** Artifact → records. */
  readonly artifacts: Readonly<Record<string, number>>;
  /** The first `SEARCH_RECORDS`. */
  readonly records: readonly SearchRecord[];
}

export interface SearchReport {
  readonly schema: "contraluz/hunt-search@1";
  readonly how: "keys" | "records";
  /** As what kinds of value it was looked for. */
  readonly types: readonly ObservableType[];
  readonly searched: readonly Place[];
  readonly gaps: readonly HuntGap[];
  readonly hits: readonly SearchHit[];
}

/** Says which values of a record were asked for. */
type Asked = (record: ArtifactRecord) => readonly Observable[];

class Hit {
  count = 0;
  first: bigint | undefined;
  last: bigint | undefined;
  readonly artifacts = new Map<string, number>();
  readonly records: SearchRecord[] = [];

  note(r: LabRecord, values: readonly Observable[]): void {
    this.count++;
    this.artifacts.set(r.artifact, (this.artifacts.get(r.artifact) ?? 0) + 1);
    const { at, origin } = r.record;
    const utc = at?.utc;
    if (utc !== undefined && (this.first === undefined || utc < this.first)) this.first = utc;
    if (utc !== undefined && (this.last === undefined || utc > this.last)) this.last = utc;
    if (this.records.length < SEARCH_RECORDS)
      this.records.push({ artifact: r.artifact, ordinal: r.ordinal, origin, ...(at ? { at } : {}), values });
  }

  of(place: Place): SearchHit {
    const span = this.first === undefined ? {} : { first: isoUtc(this.first, "s"), last: isoUtc(this.last!, "s") };
    const artifacts = Object.fromEntries([...this.artifacts].sort(([a], [b]) => byCodeUnit(a, b)));
    return { ...place, count: this.count, ...span, artifacts, records: this.records };
  }
}

/** The longest run of printable ASCII that JSON writes as it is: what of a beginning stands so in every line that holds it. */
function plainRun(text: string): string {
  return text.split(/[^ !#-[\]-~]+/).reduce((best, run) => (run.length > best.length ? run : best), "");
}

type Look = (place: Place, batches: () => AsyncIterable<readonly LabRecord[]>) => Promise<void>;

function gather(o: Searched, hits: SearchHit[], gaps: HuntGap[], asked: Asked): Look {
  return async (place, batches) => {
    const hit = new Hit();
    try {
      for await (const batch of batches()) {
        if (o.cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
        for (const r of batch) {
          const values = asked(r.record);
          if (values.length > 0) hit.note(r, values);
        }
      }
      if (hit.count > 0) hits.push(hit.of(place));
    } catch (e) {
      if (!(e instanceof DamagedCheck)) throw e;
      gaps.push({ ...place, why: "damaged" });
    }
  };
}

const TYPES = Object.keys(KEY_LETTER) as ObservableType[];

async function searchWhole(o: Searched, value: string): Promise<SearchReport> {
  const signs = TYPES.flatMap((type) => {
    const normal = normalIndicator(type, value);
    return normal ? [{ type, normal: normal.type }] : [];
  });
  const types = [...new Set(signs.map((s) => s.normal))];
  // What is too wide for a sign of its kind stands in every phone; other kinds of it would say that it does not.
  const guessed = guessType(value);
  if (types.length === 0 || (guessed && !normalIndicator(guessed, value)))
    throw new ContraluzError("usage", "no value that can be searched");
  const compiled = await compileIndicators([
    {
      meta: { name: "search", source: "", licence: "", date: "" },
      async read(sink) {
        for (const { type } of signs) sink.add({ type, value });
        return undefined;
      },
    },
  ]);
  const matcher = createMatcher(compiled);
  const { places, gaps } = placesOf(o.cases, o.missing, o.damaged);
  const table = await o.engine.putSigns(signKeys(compiled, o.keying));
  const hits: SearchHit[] = [];
  const look = gather(o, hits, gaps, (r) => r.observables.filter((x) => matcher.match(x, r.observables).length > 0));
  for (const { place, keys } of await joinReadable(o, places, table, gaps))
    await look(place, async function* () {
      yield* recordsOf(o.engine, place, await rowsOf(o.engine, place, keys));
    });
  return report("keys", types, places, gaps, hits);
}

async function searchBeginning(o: Searched, beginning: string): Promise<SearchReport> {
  const text = plainRun(beginning);
  if (text.replace(/[^0-9a-z]/gi, "").length < PREFIX_LEAST)
    throw new ContraluzError("usage", `a beginning needs ${PREFIX_LEAST} letters or digits of ASCII in a row`);
  const lower = beginning.toLowerCase();
  const begins = (o: Observable): boolean =>
    o.value.toLowerCase().startsWith(lower) ||
    keyTexts(o).some((k) =>
      k
        .slice(k.indexOf(":") + 1)
        .toLowerCase()
        .startsWith(lower),
    );
  const { places, gaps } = placesOf(o.cases, o.missing, o.damaged);
  const hits: SearchHit[] = [];
  const look = gather(o, hits, gaps, (r) => r.observables.filter(begins));
  for (const place of places) {
    if (o.cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
    await look(place, () => recordsWith(o.engine, place, text));
  }
  return report("records", [], places, gaps, hits);
}

function report(
  how: SearchReport["how"],
  types: readonly ObservableType[],
  places: readonly Place[],
  gaps: readonly HuntGap[],
  hits: readonly SearchHit[],
): SearchReport {
  const left = new Set(gaps.map((g) => `${g.caseId} ${g.checkId}`));
  const searched = places.filter((p) => !left.has(`${p.caseId} ${p.checkId}`));
  return { schema: "contraluz/hunt-search@1", how, types, searched, gaps, hits };
}

/**
 * Looks for a value, or with `*` at its end for what begins so. Throws ContraluzError ("usage") for what cannot be searched: no value, or one
 * that every phone has.
 */
export async function search(o: Searched, query: string): Promise<SearchReport> {
  const value = refang(query.trim());
  if (value.length > MAX_QUERY) throw new ContraluzError("usage", "no value that can be searched");
  return value.endsWith("*") ? searchBeginning(o, value.slice(0, -1)) : searchWhole(o, value);
}
