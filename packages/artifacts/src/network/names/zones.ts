/**
 * Zones of which one machine asks many long names that come once: so look-ups carry data out, and answers carry it in (a tunnel). Those who
 * ask a service for a hash of each file do the same, with less.
 *
 * Worked out when a file is over, from the names that are kept anyway. Source: RFC 1035; network.md 3(b) B12.
 * @module
 */

/** What is known of one look-up. */
export interface Asked {
  readonly client: string;
  readonly name: string;
  readonly type: string;
  readonly count: number;
  /** Data in the answers, in bytes. */
  readonly bytes: number;
  readonly rcode: number | undefined;
  readonly answered: boolean;
}

export interface Zone<T extends Asked> {
  readonly client: string;
  readonly name: string;
  /** The look-ups of long names, in their order. */
  readonly asked: readonly T[];
  /** Letters before the zone, of all of them. */
  readonly letters: number;
  readonly longest: number;
  readonly bytes: number;
  /** Look-ups of types whose answer can carry data: TXT, NULL, CNAME, MX, SRV. */
  readonly carriers: number;
  readonly missing: number;
  readonly unanswered: number;
}

/** Letters before a zone (of two labels) that make a name long, and such names that make a zone worth telling. */
export const LONG = 25;
export const MANY = 20;
/** Labels of a zone. */
const [SHORTEST, DEEPEST] = [2, 5];
/** Share of the names of a zone that a deeper one must hold to stand for it. */
const MOST = 0.9;
const MAX_ZONES = 100_000;

export const CARRIERS: ReadonlySet<string> = new Set(["TXT", "NULL", "10", "CNAME", "MX", "SRV"]);

/** The last `labels` of a name, and what stands before; undefined where nothing does. */
function split(name: string, labels: number): { readonly zone: string; readonly before: string } | undefined {
  let at = name.length;
  for (let i = 0; i < labels; i++) {
    at = name.lastIndexOf(".", at - 1);
    if (at <= 0) return undefined;
  }
  return { zone: name.slice(at + 1), before: name.slice(0, at) };
}

/** Of a country, under which everybody has names: `com.mx`. */
const SHARED = /^(?:ac|co|com|edu|go|gob|gov|mil|ne|net|nom|or|org)\.[a-z]{2}$/;

/** The last two labels of a name that has more of them; three where the last two are of everybody. */
export function zoneOf(name: string): string | undefined {
  const zone = split(name, SHORTEST)?.zone;
  return zone !== undefined && SHARED.test(zone) ? split(name, SHORTEST + 1)?.zone : zone;
}

function sums<T extends Asked>(client: string, name: string, asked: readonly T[]): Zone<T> {
  let [letters, longest, bytes, carriers, missing, unanswered] = [0, 0, 0, 0, 0, 0];
  for (const a of asked) {
    const before = a.name.length - name.length - 1;
    letters += before;
    longest = Math.max(longest, before);
    bytes += a.bytes;
    if (CARRIERS.has(a.type)) carriers++;
    if (a.rcode === 3) missing++;
    if (!a.answered) unanswered++;
  }
  return { client, name, asked, letters, longest, bytes, carriers, missing, unanswered };
}

/** Letters of a name that has no zone of its own, only a beginning that says what it is. */
const LONG_ALONE = 40;

/** What stands for a name that may begin like others: `dnscat.*`; undefined of a short one. */
export function beginningOf(name: string): string | undefined {
  const dot = name.indexOf(".");
  return dot > 0 && name.length >= LONG_ALONE ? `${name.slice(0, dot)}.*` : undefined;
}

/** Names that begin alike and end each in another way: a tunnel that asks its server directly needs no zone. Named `dnscat.*`. */
function beginnings<T extends Asked>(all: Iterable<T>): Zone<T>[] {
  const by = new Map<string, { readonly asked: T[]; readonly ends: Set<string> }>();
  for (const a of all) {
    const dot = a.name.indexOf(".");
    const end = split(a.name, SHORTEST);
    if (dot <= 0 || !end || a.name.length < LONG_ALONE) continue;
    const key = `${a.client} ${a.name.slice(0, dot)}`;
    let g = by.get(key);
    if (!g && by.size < MAX_ZONES) by.set(key, (g = { asked: [], ends: new Set() }));
    g?.asked.push(a);
    g?.ends.add(end.zone);
  }
  return [...by].flatMap(([key, { asked, ends }]) => {
    if (asked.length < MANY || ends.size < MOST * asked.length) return [];
    return [sums(asked[0]!.client, `${key.slice(key.indexOf(" ") + 1)}.*`, asked)];
  });
}

/** Zones under which many long names were asked, each as deep as nearly all of its names go. */
export function zonesOf<T extends Asked>(all: readonly T[]): Zone<T>[] {
  const by = new Map<string, T[]>();
  for (const a of all) {
    const top = split(a.name, SHORTEST);
    if (!top || top.before.length < LONG) continue;
    const key = `${a.client} ${top.zone}`;
    const list = by.get(key);
    if (list) list.push(a);
    else if (by.size < MAX_ZONES) by.set(key, [a]);
  }
  const out: Zone<T>[] = [];
  for (const asked of by.values()) {
    if (asked.length < MANY) continue;
    let [zone, of] = [split(asked[0]!.name, SHORTEST)!.zone, asked];
    for (let labels = SHORTEST + 1; labels <= DEEPEST; labels++) {
      const deeper = new Map<string, T[]>();
      for (const a of of) {
        const s = split(a.name, labels);
        if (!s || s.before.length < LONG) continue;
        const list = deeper.get(s.zone);
        if (list) list.push(a);
        else deeper.set(s.zone, [a]);
      }
      const best = [...deeper].find(([, list]) => list.length >= MOST * of.length);
      if (!best) break;
      [zone, of] = best;
    }
    out.push(sums(asked[0]!.client, zone, of));
  }
  return [...out, ...beginnings(all)];
}
