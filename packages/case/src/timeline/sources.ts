/** Sources of a timeline (an artifact of a check each) and their streams, in one order. @module */
import { instant64 } from "@contraluz/store/instant.ts";
import { IndexDamaged } from "./chunks.ts";
import { type ArtifactHead, BLOCK } from "./head.ts";
import type { Undated } from "./line.ts";
import type { CheckIndex } from "./open-index.ts";
import { decodePage, ENTRY, PAGE, type Page } from "./pages.ts";
import type { ClockCorrection, ExtraRow, TimelineCheck } from "./types.ts";

export interface Source {
  /** Place among all sources: by check, then artifact, by code unit. */
  readonly no: number;
  readonly check: string;
  readonly artifact: string;
  /** Of records. */
  readonly of?: { readonly index: CheckIndex; readonly head: ArtifactHead; readonly stored: TimelineCheck };
  /** Of what is no record, by ordinal. */
  readonly extra?: readonly ExtraRow[];
  readonly clock?: ClockCorrection;
  /** What the clock adds, in nanoseconds. */
  readonly shift: bigint;
}

/** A place in the order. */
export interface Key {
  readonly ns: bigint;
  readonly source: number;
  readonly ordinal: number;
}

export function compareKeys(a: Key, b: Key): number {
  return a.ns < b.ns ? -1 : a.ns > b.ns ? 1 : a.source - b.source || a.ordinal - b.ordinal;
}

/** Entries of one source, one kind, dated or with one reason; sorted. Keys have the clock as corrected. */
export interface Stream {
  readonly source: Source;
  readonly kind: string;
  readonly when: "dated" | Undated;
  readonly n: number;
  readonly pages: number;
  first(page: number): Key;
  last(page: number): Key;
  load(page: number): Promise<Page>;
}

/** Blocks of a source: number, and that of one of its rows. */
export const blockOf = (ordinal: number): number => Math.floor(ordinal / BLOCK);

function indexStreams(source: Source): Stream[] {
  const { index, head } = source.of!;
  const { ends } = index.tables;
  return head.streams.map((s): Stream => {
    const pages = Math.ceil(s.n / PAGE);
    const shift = s.when === "dated" ? source.shift : 0n;
    return {
      source,
      kind: s.kind,
      when: s.when,
      n: s.n,
      pages,
      first: (p) => ({
        ns: ends.firstNs[s.page + p]! + shift,
        source: source.no,
        ordinal: ends.firstOrdinal[s.page + p]!,
      }),
      last: (p) => ({
        ns: ends.lastNs[s.page + p]! + shift,
        source: source.no,
        ordinal: ends.lastOrdinal[s.page + p]!,
      }),
      async load(p) {
        const n = Math.min(PAGE, s.n - p * PAGE);
        const page = decodePage(await index.entries.read(s.at + p * PAGE * ENTRY, n * ENTRY));
        const k = s.page + p;
        const whole = page.ns[0] === ends.firstNs[k] && page.ns[n - 1] === ends.lastNs[k];
        if (!whole || page.ordinals[0] !== ends.firstOrdinal[k] || page.ordinals[n - 1] !== ends.lastOrdinal[k])
          throw new IndexDamaged(source.check, `page ${p} of ${source.artifact} is another one`);
        for (let i = 0; i < n; i++)
          if (page.ordinals[i]! >= head.rows)
            throw new IndexDamaged(source.check, `row ${page.ordinals[i]} of ${head.rows}`);
        return page;
      },
    };
  });
}

function extraStreams(source: Source): Stream[] {
  const rows = source.extra!;
  const out: Stream[] = [];
  const groups = new Map<string, { when: "dated" | Undated; kind: string; rows: { ns: bigint; ordinal: number }[] }>();
  for (const [ordinal, r] of rows.entries()) {
    const utc = r.at?.utc;
    const when =
      utc !== undefined ? "dated" : r.at?.wall !== undefined ? "wall" : r.at?.boot !== undefined ? "boot" : "none";
    const name = `${when}\n${r.kind}`;
    let g = groups.get(name);
    if (!g) groups.set(name, (g = { when, kind: r.kind, rows: [] }));
    g.rows.push({ ns: utc === undefined ? 0n : instant64(utc), ordinal });
  }
  for (const g of groups.values()) {
    g.rows.sort((a, b) => (a.ns < b.ns ? -1 : a.ns > b.ns ? 1 : a.ordinal - b.ordinal));
    const at = (i: number): Key => ({ ...g.rows[i]!, source: source.no });
    out.push({
      source,
      kind: g.kind,
      when: g.when,
      n: g.rows.length,
      pages: Math.ceil(g.rows.length / PAGE),
      first: (p) => at(p * PAGE),
      last: (p) => at(Math.min(g.rows.length, (p + 1) * PAGE) - 1),
      load: async (p) => {
        const some = g.rows.slice(p * PAGE, (p + 1) * PAGE);
        return { ns: BigInt64Array.from(some, (r) => r.ns), ordinals: Uint32Array.from(some, (r) => r.ordinal) };
      },
    });
  }
  return out;
}

export function streamsOf(source: Source): Stream[] {
  return source.of ? indexStreams(source) : extraStreams(source);
}

/** What a correction adds in nanoseconds: at most a century, else nothing is true any more. */
export function shiftOf(c: ClockCorrection | undefined): bigint {
  if (c === undefined || !Number.isFinite(c.seconds) || Math.abs(c.seconds) > 3_200_000_000) return 0n;
  const whole = Math.trunc(c.seconds);
  return BigInt(whole) * 1_000_000_000n + BigInt(Math.round((c.seconds - whole) * 1e9));
}
