/** Small cases in memory, and the timeline as a loop over everything would make it. @module */
import { createHash } from "node:crypto";
import type { ArtifactRecord, Finding, Moment, Platform, RandomAccess, Result, ResultFolder } from "@contraluz/core";
import { keys } from "@contraluz/detection/indicators/keys.ts";
import { decodeRecord, encodeRecord, type StoredFolder } from "@contraluz/store";
import type { IndexStore } from "./check-indexes.ts";
import { fold, terms } from "./fold.ts";
import { wantedKey } from "./selection.ts";
import type { ClockCorrection, TagMark, TimelineCheck, TimelineFilter } from "./types.ts";

export const platform: Pick<Platform, "sha256"> = {
  sha256: () => {
    const h = createHash("sha256");
    return { update: (b) => void h.update(b), hex: () => h.digest("hex") };
  },
};

/** Numbers that look random, the same every time. */
export class Seeded {
  #x: bigint;
  constructor(seed: number) {
    this.#x = BigInt(seed) * 2n + 1n;
  }
  n(below: number): number {
    this.#x = (this.#x * 6364136223846793005n + 1442695040888963407n) & ((1n << 64n) - 1n);
    return Number(this.#x >> 33n) % below;
  }
  of<T>(list: readonly T[]): T {
    return list[this.n(list.length)]!;
  }
}

export function access(bytes: Uint8Array): RandomAccess {
  return { size: bytes.length, read: async (o, n) => bytes.subarray(o, o + n) };
}

export class Memory implements ResultFolder {
  readonly files: Map<string, Uint8Array> = new Map();
  committed = false;
  async append(name: string, bytes: Uint8Array): Promise<void> {
    this.files.set(name, Buffer.concat([this.files.get(name) ?? new Uint8Array(0), bytes]));
  }
  async read(name: string): Promise<RandomAccess> {
    const bytes = this.files.get(name);
    if (!bytes) throw new Error(`no ${name}`);
    return access(bytes);
  }
  async remove(name: string): Promise<void> {
    this.files.delete(name);
  }
  async commit(): Promise<void> {
    this.committed = true;
  }
  async discard(): Promise<void> {
    this.files.clear();
  }
}

export class Indexes implements IndexStore {
  readonly folders: Map<string, Memory> = new Map();
  built = 0;
  async read(check: string): Promise<StoredFolder | undefined> {
    const f = this.folders.get(check);
    return f?.committed ? f : undefined;
  }
  async write(check: string): Promise<ResultFolder> {
    const f = new Memory();
    this.folders.set(check, f);
    this.built++;
    return f;
  }
  async remove(check: string): Promise<void> {
    this.folders.delete(check);
  }
}

const WORDS = [
  "Acción",
  "accion",
  "ÑANDÚ",
  "caravana",
  "Straße",
  "plaza",
  "ab",
  "Σίσυφος",
  '"cita"',
  "a\\b",
  "línea\nnueva",
  "李四",
  "x",
];
const HOSTS = ["evil.example", "a.evil.example", "otro.example", "münchen.example", "b.a.evil.example"];

function moment(r: Seeded): Moment | undefined {
  const ns = 1_700_000_000_000_000_000n + BigInt(r.n(400)) * 250_000_000_000n;
  switch (r.n(16)) {
    case 0:
      return undefined;
    case 1:
      return { wall: "2024-05-06T07:08:09", seen: "x", precision: "s" };
    case 2:
      return { boot: { id: "b", ns: 12n }, seen: "12", precision: "ns" };
    case 3:
      return { utc: -5_000_000_000n, seen: "1969", precision: "s" };
    case 4:
      return { utc: 2n ** 63n + 10n ** 18n, seen: "4001", precision: "s" };
    case 5:
      return { utc: -(2n ** 63n) - 10n ** 18n, seen: "0001", precision: "day" };
    case 6:
      return { utc: ns, seen: "a", precision: "ms", zone: { name: "UTC", from: "stated" } };
    case 7:
      return {
        utc: ns + 123_456_000n,
        seen: String(Number((ns + 123_456_000n) / 1000n) / 1e6 - 978_307_200),
        precision: "us",
      };
    default:
      return { utc: ns, seen: String(ns / 1_000_000_000n - 978_307_200n), precision: "s" };
  }
}

function record(r: Seeded, i: number): ArtifactRecord {
  const url = `https://${r.of(HOSTS)}/${r.of(WORDS)}`;
  const text = `${r.of(WORDS)} ${r.of(WORDS)}${r.of(WORDS)}`;
  const observables: ArtifactRecord["observables"][number][] = [{ type: "url", value: url, contact: "visited" }];
  if (r.n(3) === 0) observables.push({ type: "phone", value: "+52 55 1234 5678", contact: "received" });
  if (r.n(3) === 0) observables.push({ type: "process", value: "bh", contact: "ran" });
  const at = moment(r);
  return {
    kind: r.of(["visit", "message", "tab"]),
    ...(at ? { at } : {}),
    fields: { url, text, n: r.n(5000), list: [r.of(WORDS), "bh"], deep: { a: [{ b: r.of(WORDS) }] }, when: at },
    observables: r.n(5) === 0 ? [] : observables,
    origin: { file: 0, at: { line: i, offset: i * 9 } },
  };
}

/** A check of made-up records. `rows` of each artifact; `spoil` puts lines in that are no records. */
export function check(r: Seeded, name: string, rows: Readonly<Record<string, number>>, spoil = false): TimelineCheck {
  const folder = new Memory();
  const records: Record<string, Result["records"][string]> = {};
  const findings: Finding[] = [];
  for (const [id, n] of Object.entries(rows)) {
    const lines: string[] = [];
    for (let i = 0; i < n; i++)
      lines.push(spoil && r.n(40) === 0 ? r.of(["{", "", "[1]", '{"a":1}', "\ufeff{}"]) : encodeRecord(record(r, i)));
    const bytes = Buffer.from(lines.map((l) => `${l}\n`).join(""));
    const file = `records/${id.replace("/", ".")}.jsonl`;
    folder.files.set(file, bytes);
    records[id] = { file, version: 1, count: n, sha256: createHash("sha256").update(bytes).digest("hex") };
    if (n === 0) continue;
    const refs = Array.from({ length: r.n(6) }, () => ({
      artifact: id,
      ordinal: r.n(n),
      origin: { file: 0, at: { key: "" } },
    }));
    for (const level of ["match", "lead"] as const)
      findings.push({
        id: `${name}${id}${level}`,
        level,
        subject: "s",
        count: 1,
        records: refs.slice(level === "lead" ? 2 : 0),
      } as unknown as Finding);
  }
  const result = { schema: "contraluz/result@1", records, findings, files: [] } as unknown as Result;
  return { check: name, folder, result };
}

export interface Plain {
  readonly check: string;
  readonly artifact: string;
  readonly ordinal: number;
  readonly ns?: bigint;
}

/** Lines of a check's artifacts, decoded once. */
const decoded = new WeakMap<TimelineCheck, Map<string, (ArtifactRecord | undefined)[]>>();

function recordsOf(c: TimelineCheck): ReadonlyMap<string, readonly (ArtifactRecord | undefined)[]> {
  const before = decoded.get(c);
  if (before) return before;
  const all = new Map<string, (ArtifactRecord | undefined)[]>();
  for (const [artifact, { file }] of Object.entries(c.result.records)) {
    const lines = Buffer.from((c.folder as Memory).files.get(file) ?? [])
      .toString("utf8")
      .split("\n")
      .slice(0, -1);
    all.set(
      artifact,
      lines.map((line) => {
        try {
          return decodeRecord(line);
        } catch {
          return undefined;
        }
      }),
    );
  }
  decoded.set(c, all);
  return all;
}

const LAST = 2n ** 63n - 1n;
const clamp = (n: bigint): bigint => (n > LAST ? LAST : n < -LAST ? -LAST : n);

function textsOf(v: unknown, out: string[]): string[] {
  if (typeof v === "string" || typeof v === "number" || typeof v === "bigint") out.push(String(v));
  else if (typeof v === "object" && v !== null && !("seen" in v && "precision" in v))
    for (const x of Object.values(v)) textsOf(x, out);
  return out;
}

/** What the timeline must say, by reading everything. */
export function naive(
  checks: readonly TimelineCheck[],
  f: TimelineFilter,
  o: {
    readonly clocks?: readonly ClockCorrection[];
    readonly tags?: readonly TagMark[];
    readonly undated?: boolean;
  } = {},
): Plain[] {
  const out: Plain[] = [];
  const words = f.text === undefined ? [] : terms(f.text);
  for (const c of checks)
    for (const [artifact, all] of recordsOf(c)) {
      const of = (o.clocks ?? []).filter((k) => k.check === c.check && (k.artifact ?? artifact) === artifact);
      const clock = of.filter((k) => k.artifact !== undefined).at(-1) ?? of.at(-1);
      for (const [ordinal, d] of all.entries()) {
        const utc = d?.at?.utc;
        if ((utc === undefined) !== (o.undated ?? false)) continue;
        const ns = utc === undefined ? undefined : clamp(utc) + BigInt(Math.round((clock?.seconds ?? 0) * 1e9));
        if (ns !== undefined && ((f.from !== undefined && ns < f.from) || (f.to !== undefined && ns >= f.to))) continue;
        if (f.checks && !f.checks.includes(c.check)) continue;
        if (f.artifacts && !f.artifacts.includes(artifact)) continue;
        if (f.kinds && !f.kinds.includes(d?.kind ?? "")) continue;
        const cites = c.result.findings.filter((x) =>
          x.records.some((y) => y.artifact === artifact && y.ordinal === ordinal),
        );
        if (f.levels && !cites.some((x) => f.levels!.includes(x.level))) continue;
        if (f.finding && (f.finding.check !== c.check || !cites.some((x) => x.id === f.finding!.finding))) continue;
        const tagged = (o.tags ?? []).some(
          (t) =>
            t.tag === f.tag && t.cite.check === c.check && t.cite.artifact === artifact && t.cite.ordinal === ordinal,
        );
        if (f.tag !== undefined && !tagged) continue;
        const texts = d
          ? textsOf(
              d.fields,
              d.observables.map((x) => x.value),
            ).map(fold)
          : [];
        if (words.some((w) => !texts.some((t) => t.includes(w)))) continue;
        const key = f.observable && wantedKey(f.observable);
        if (f.observable && (key === undefined || !d?.observables.some((x) => keys(x).includes(key)))) continue;
        out.push({ check: c.check, artifact, ordinal, ...(ns === undefined ? {} : { ns }) });
      }
    }
  const cmp = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return out.sort(
    (a, b) =>
      (a.ns === undefined || a.ns === b.ns ? 0 : a.ns < b.ns! ? -1 : 1) ||
      cmp(a.check, b.check) ||
      cmp(a.artifact, b.artifact) ||
      a.ordinal - b.ordinal,
  );
}
