/**
 * One check of a hunt: the records that its keys name go through the exact matcher, as a re-check passes all of them through it. Records
 * that no key names meet no sign, so the findings of signs are the same.
 * @module
 */
import { type ArtifactRecord, type Cancel, type Context, ContraluzError, type Finding, isoUtc } from "@contraluz/core";
import {
  type Collector,
  contactOf,
  createCollector,
  levelOf,
  localContext,
  type Matcher,
  makeFindings,
  mergeCollected,
} from "@contraluz/detection";
import { CATALOGUE } from "@contraluz/engine/catalogue.ts";
import { sha256Text } from "@contraluz/engine/hash-text.ts";
import type { HuntEngine, Place } from "../engine/types.ts";
import type { Keying } from "../lab/secret.ts";
import type { LabCheck } from "../lab/types.ts";
import { recordsOf, rowsOf } from "./records.ts";
import { keysOfSign } from "./signs.ts";

export interface Verified {
  readonly findings: readonly Finding[];
  readonly first?: string;
  readonly last?: string;
  /** Meetings of signs for which there was no room. */
  readonly lost: number;
  /** Records that were read, and keys that came to nothing. */
  readonly records: number;
  readonly refused: number;
}

export interface VerifyInput {
  readonly engine: HuntEngine;
  readonly matcher: Matcher;
  readonly place: Place;
  readonly check: Pick<LabCheck, "evidence" | "context">;
  /** Of the check and the signs, ascending. */
  readonly keys: readonly bigint[];
  readonly keying?: Keying;
  readonly asOf: string;
  readonly cancel?: Cancel;
}

/** First and last instant of each sign. */
class Spans {
  readonly #of = new Map<string, [bigint, bigint]>();

  note(sign: string, at: bigint): void {
    const span = this.#of.get(sign);
    if (!span) this.#of.set(sign, [at, at]);
    else if (at < span[0]) span[0] = at;
    else if (at > span[1]) span[1] = at;
  }

  over(findings: readonly Finding[]): { readonly first?: string; readonly last?: string } {
    let [first, last]: [bigint | undefined, bigint | undefined] = [undefined, undefined];
    for (const { indicator } of findings) {
      const span = indicator && this.#of.get(`${indicator.type} ${indicator.value}`);
      if (!span) continue;
      if (first === undefined || span[0] < first) first = span[0];
      if (last === undefined || span[1] > last) last = span[1];
    }
    return first === undefined || last === undefined ? {} : { first: isoUtc(first, "s"), last: isoUtc(last, "s") };
  }
}

/** Reads and matches. Throws DamagedCheck where a file of the lab does not hold what it should. */
export async function verify(o: VerifyInput): Promise<Verified> {
  const { matcher } = o;
  const spans = new Spans();
  let record: ArtifactRecord | undefined;
  const noting: Pick<Matcher, "match"> = {
    match(observable, beside) {
      const met = matcher.match(observable, beside);
      const at = met.length > 0 ? record?.at?.utc : undefined;
      if (at !== undefined && record)
        for (const i of met)
          if (levelOf(i, contactOf(observable.contact, record.origin))) spans.note(`${i.type} ${i.value}`, at);
      return met;
    },
  };
  const parts = new Map<string, Collector>();
  const rows = await rowsOf(o.engine, o.place, o.keys);
  for await (const batch of recordsOf(o.engine, o.place, rows)) {
    if (o.cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
    for (const r of batch) {
      const part = `${r.artifact} ${r.evidence}`;
      let collector = parts.get(part);
      if (!collector) parts.set(part, (collector = createCollector(noting, [])));
      record = r.record;
      collector.take(r.artifact, r.record, r.ordinal);
    }
  }
  const collected = mergeCollected(inOrder(parts), []);
  const context: Context = localContext(
    { ...o.check.context, asOf: o.asOf },
    o.check.evidence.map((e) => e.acquisition),
  );
  const findings = makeFindings(collected, [], matcher.compiled.sets, context, sha256Text);
  const met = new Set<bigint>();
  for (const h of collected.hits.values()) for (const k of keysOfSign(h.top.indicator, o.keying)) met.add(k);
  const refused = o.keys.reduce((n, k) => n + (met.has(k) ? 0 : 1), 0);
  return { findings, ...spans.over(findings), lost: collected.lost, records: rows.length, refused };
}

const RANK: ReadonlyMap<string, number> = new Map(CATALOGUE.artifacts.map((a, i): [string, number] => [a.id, i]));

/** By place in the catalogue, then by evidence, as judging takes them. */
function inOrder(parts: ReadonlyMap<string, Collector>): Collector["collected"][] {
  const rank = (key: string): readonly [number, number] => {
    const [artifact, evidence] = key.split(" ");
    return [RANK.get(artifact!) ?? RANK.size, Number(evidence)];
  };
  return [...parts]
    .map(([key, c]) => [rank(key), c.collected] as const)
    .sort(([a], [b]) => a[0] - b[0] || a[1] - b[1])
    .map(([, c]) => c);
}
