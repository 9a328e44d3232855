/** Compiles sets: sorted keys, packed rows, one filter. @module */
import { byCodeUnit, ContraluzError, hex } from "@contraluz/core";
import { sha256 } from "@noble/hashes/sha2.js";
import { Builder, NONE } from "./builder.ts";
import { Column } from "./columns.ts";
import { allocate32, fillFilter, filterSize } from "./filter.ts";
import { cheapKey, key64 } from "./key64.ts";
import { CUTS, indicatorKey, KEY_LETTER, KEYS_VERSION } from "./keys.ts";
import { orderRows, sortByKey } from "./order.ts";
import { TYPES, typeIndex, unpack } from "./packed.ts";
import { Counts, SetSums } from "./sums.ts";
import type { CompiledIndicators, IndicatorSource, SetMeta } from "./types.ts";
import { hostOfNormalUrl } from "./urls.ts";

const MAX_SETS = 65_535;

/**
 * Reads and compiles the sets, in their order. The hash of a set depends on what it says, not on the order or number of
 * its objects. Rejects with the error of a source that cannot be read: half a list must not look like a list.
 * @example const compiled = await compileIndicators([BUILTIN_SET, readIndicators(file, "pegasus.stix2", report)]);
 */
export async function compileIndicators(sources: readonly IndicatorSource[]): Promise<CompiledIndicators> {
  if (sources.length > MAX_SETS) throw new ContraluzError("usage", `more than ${MAX_SETS} sets`);
  const builder = new Builder();
  const metas: SetMeta[] = [];
  for (const [i, source] of sources.entries()) {
    const stated = await source.read(builder.sink(i));
    metas.push({ ...source.meta, ...stated });
  }
  return assemble(builder, metas);
}

/** Kind of the hosts of URLs in the filter. */
const HOSTS = "U".charCodeAt(0);
/** Kind of the keys of each type, as `cheapKey` tells it. */
const KIND: readonly number[] = TYPES.map((t) => KEY_LETTER[t]!.charCodeAt(0));

/** Keys beside those of the rows themselves: the cut forms of process names, of which a set may have millions. */
class Aliases {
  readonly rows: Column = new Column();
  readonly cuts: Column = new Column();

  /** Calls back with each key and its row. */
  each(b: Builder, f: (key: string, row: number, i: number) => void): void {
    for (let i = 0; i < this.rows.length; i++) {
      const row = this.rows.get(i);
      const cut = this.cuts.get(i);
      f(`p${cut}:${b.value(row).slice(0, cut)}`, row, i);
    }
  }
}

function assemble(b: Builder, metas: readonly SetMeta[]): CompiledIndicators {
  const rows = orderRows(b);
  const sums = new SetSums(metas);
  const counts = new Counts(metas, b.campaigns);
  const aliases = new Aliases();
  const hosts = new Column();
  const letters = new Set<string>();
  const ranges = [new Set<number>(), new Set<number>()] as const;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const value = b.value(row);
    const campaign = b.campaign.get(row);
    const set = b.set.get(row);
    const p = unpack(b.packed.get(row));
    const key = indicatorKey({ type: p.type, value });
    const name = campaign === NONE ? "" : b.campaigns[campaign]!;
    const common = p.common ? "common" : "";
    const also = b.also(row);
    const more = also === "" ? "" : `\t${also.replaceAll("\n", " ")}`;
    sums.add(
      set,
      `${p.type}\t${value}\t${name}\t${p.role}\t${p.grade}\t${common}\t${b.validUntil.get(row)}\t${p.tlp}${more}\n`,
    );
    counts.add(key, p.type, p.role, campaign, set);
    letters.add(key[0]!);
    if (p.type === "process")
      for (const cut of CUTS) {
        if (value.length <= cut) continue;
        aliases.rows.push(row);
        aliases.cuts.push(cut);
      }
    if (p.type === "url") hosts.push(cheapKey(`U:${hostOfNormalUrl(value)}`).hash);
    const slash = p.type === "ip" ? value.indexOf("/") : -1;
    if (slash > 0) ranges[value.includes(":") ? 1 : 0].add(Number(value.slice(slash + 1)));
  }
  const filter = allocate32(filterSize(rows.length + aliases.rows.length + hosts.length));
  for (const row of rows) fillFilter(filter, { hash: b.cheap.get(row), kind: KIND[typeIndex(b.packed.get(row))]! });
  aliases.each(b, (key) => fillFilter(filter, cheapKey(key)));
  for (let i = 0; i < hosts.length; i++) fillFilter(filter, { hash: hosts.get(i) | 0, kind: HOSTS });
  const sets = sums.finish();
  return {
    keysVersion: KEYS_VERSION,
    sha256: hex(sha256(new TextEncoder().encode([KEYS_VERSION, ...sets.map((s) => s.sha256)].join("\n")))),
    sets,
    counts: counts.finish(),
    campaigns: b.campaigns,
    ...sortedKeys(b, rows, aliases),
    rows: b.data,
    pages: b.texts.pages,
    filter,
    letters: [...letters].sort(byCodeUnit).join(""),
    ranges4: [...ranges[0]].sort((x, y) => x - y),
    ranges6: [...ranges[1]].sort((x, y) => x - y),
  };
}

function sortedKeys(
  b: Builder,
  rows: Uint32Array,
  aliases: Aliases,
): Pick<CompiledIndicators, "keyHi" | "keyLo" | "keyRow"> {
  const n = rows.length;
  const keyHi = allocate32(n + aliases.rows.length);
  const keyLo = allocate32(keyHi.length);
  const keyRow = allocate32(keyHi.length);
  for (let i = 0; i < n; i++) {
    keyHi[i] = b.hi.get(rows[i]!);
    keyLo[i] = b.lo.get(rows[i]!);
    keyRow[i] = rows[i]!;
  }
  // Rows are in the order of their keys already.
  if (keyHi.length === n) return { keyHi, keyLo, keyRow };
  aliases.each(b, (key, row, i) => {
    const k = key64(key);
    keyHi[n + i] = k.hi;
    keyLo[n + i] = k.lo;
    keyRow[n + i] = row;
  });
  const order = sortByKey(keyHi, keyLo);
  const pick = (column: Uint32Array): Uint32Array => {
    const out = allocate32(column.length);
    for (let i = 0; i < out.length; i++) out[i] = column[order[i]!]!;
    return out;
  };
  return { keyHi: pick(keyHi), keyLo: pick(keyLo), keyRow: pick(keyRow) };
}
