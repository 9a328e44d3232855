/**
 * Entities in pages against the truth of `gen_archive.py`, as text that reads without error: recall and precision by type. Found is what has
 * the same type and shares at least half of the longer of the two spans. What stands under a bar does not count; nor does the name of the
 * office itself, which the truth does not list. Rules were written with seed 7 in view; the other seeds were not looked at.
 * @module
 */
import { entitiesOf, groupsOf, learn, nothingLearned, together } from "@contraluz/archive/entities/index.ts";
import type { Entity } from "@contraluz/archive/entities/types.ts";
import { madeArchive } from "./archive-truth.ts";
import { type Case, must } from "./runner.ts";

const SEEDS = ["7", "11", "23"];
const OWN_NAME = /direcci[oó]n de informes|centro de an[aá]lisis/i;

/** The least recall and precision of each type. */
const BARS: Readonly<Record<string, readonly [recall: number, precision: number]>> = {
  person: [0.98, 0.97],
  alias: [0.95, 0.97],
  agent: [0.98, 0.98],
  // Names of ministries and sections in running text are offices, and not in the truth.
  office: [0.95, 0.75],
  org: [0.97, 0.98],
  place: [0.97, 0.98],
  plate: [0.99, 0.99],
  phone: [0.98, 0.98],
  date: [0.99, 0.98],
  time: [0.99, 0.99],
  "file-number": [0.99, 0.99],
  amount: [0.99, 0.99],
};

interface Span {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function meets(a: Span, b: Span): boolean {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return a.type === b.type && both >= 0.5 * Math.max(a.end - a.start, b.end - b.start);
}

const spanOf = (e: Entity): Span => ({ type: e.type, start: e.span[0], end: e.span[1] });

/** Places by code point as places by code unit. */
function units(text: string): number[] {
  const out: number[] = [];
  let at = 0;
  for (const c of text) {
    out.push(at);
    at += c.length;
  }
  out.push(at);
  return out;
}

function measured(temp: string, seed: string): Case {
  return {
    name: `entities, archive of seed ${seed}`,
    run() {
      const a = madeArchive(temp, seed, "400");
      const pages = a.truth.pages.map((t) => ({ t, page: { ...a.page(t.file, t.page), text: t.text } }));
      const learned = nothingLearned();
      for (const { page } of pages) learn(page, learned);
      const counts = new Map<string, { truth: number; hit: number; found: number; right: number }>();
      const of = (type: string): { truth: number; hit: number; found: number; right: number } => {
        let c = counts.get(type);
        if (!c) counts.set(type, (c = { truth: 0, hit: 0, found: 0, right: 0 }));
        return c;
      };
      const all = pages.map(({ t, page }) => ({ t, page, found: entitiesOf(page, learned) }));
      for (const { t, found } of all) {
        const u = units(t.text);
        const spans = t.entities.map((e) => ({
          type: e.type,
          start: u[e.span[0]]!,
          end: u[e.span[1]]!,
          bar: e.redaction !== undefined,
        }));
        const truth = spans.filter((s) => !s.bar && Object.hasOwn(BARS, s.type));
        const bars = spans.filter((s) => s.bar);
        const ours = found.entities.map(spanOf);
        for (const s of truth) {
          of(s.type).truth++;
          if (ours.some((o) => meets(o, s))) of(s.type).hit++;
        }
        for (const o of ours) {
          const text = t.text.slice(o.start, o.end).replace(/\s+/g, " ");
          if (OWN_NAME.test(text) || bars.some((b) => o.start < b.end && b.start < o.end)) continue;
          of(o.type).found++;
          if (truth.some((s) => meets(o, s))) of(o.type).right++;
        }
      }
      const said: string[] = [];
      for (const [type, [recall, precision]] of Object.entries(BARS)) {
        const c = of(type);
        const [r, p] = [c.hit / Math.max(1, c.truth), c.right / Math.max(1, c.found)];
        said.push(`${type} ${r.toFixed(3)}/${p.toFixed(3)}`);
        must(r >= recall && p >= precision, `${type}: recall ${r.toFixed(3)}, precision ${p.toFixed(3)} of ${c.truth}`);
      }
      const groups = groupsOf(all.map((x) => x.found));
      const pairs = together(
        all.map((x) => [x.page, x.found] as const),
        groups,
      );
      return `recall/precision: ${said.join(", ")}; ${groups.groups.length} names, ${pairs.pairs.length} pairs`;
    },
  };
}

export function entityCases(temp: string): readonly Case[] {
  return SEEDS.map((seed) => measured(temp, seed));
}
