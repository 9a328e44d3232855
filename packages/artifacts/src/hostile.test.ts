/** Every artifact on values of every type, in every column and key: records that hold what they promise, and no exception. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord, EvidenceFile, Moment, Problem } from "@contraluz/core";
import type { Row } from "@contraluz/formats/sqlite/index.ts";
import { createRandom } from "../../../samples/lib/random.ts";
import { checkRecords, FILE } from "./artifacts.fixture.ts";
import { JSON_PATHS, json, key, scalar, TEXTS, value } from "./hostile.fixture.ts";
import { captureItem, logItem } from "./hostile-feeds.fixture.ts";
import { dumped, element, eventOf, line } from "./hostile-texts.fixture.ts";
import { ARTIFACTS, type SectionItem, type SqliteItem } from "./index.ts";

interface Run {
  readonly records: ArtifactRecord[];
  readonly problems: Problem[];
}
const fresh = (): Run => ({ records: [], problems: [] });

function sound(m: Moment | undefined): void {
  // What the timeline keeps in 64 bits, and ISO 8601 in four digits of a year.
  if (m?.utc !== undefined) assert.ok(m.utc > 0n && m.utc < 7_258_118_400_000_000_000n, String(m.utc));
}

for (const artifact of ARTIFACTS) {
  test(`${artifact.id}: 400 files of any values`, () => {
    const r = createRandom(artifact.id.length * 7919);
    for (let n = 0; n < 400; n++) {
      const { records, problems } = fresh();
      const content = n % 2 === 0;
      const emit = (x: ArtifactRecord): void => void records.push(x);
      const run = {
        acquisition: {
          kind: Object.keys(artifact.where)[0]!,
          os: { name: "ios" as const, version: "17.6" },
          zone: "-06:00",
        },
        file: FILE,
        path: TEXTS[r.below(TEXTS.length)]!,
        content,
        problem: (p: Problem) => void problems.push(p),
      };
      if (artifact.feed === "sqlite") {
        const parser = artifact.parse(run);
        const { tables } = Object.values(artifact.where)[0]!.want;
        /** `past`: rows that do not stand any more; of some the rowid is lost. */
        const hand = (table: (typeof tables)[number], past: boolean): void => {
          const here = table.columns.filter(() => r.below(8) > 0);
          const rows = Array.from({ length: r.below(12) }, (_, i) => ({
            rowid: past && i % 2 === 0 ? undefined : i,
            page: 1,
            cell: past ? -1 - i : i,
            wal: false,
            values: here.map(() => scalar(r)),
          })) as readonly Row[];
          const item: SqliteItem = {
            table: table.name,
            rows,
            column: (name) => here.indexOf(name),
            complete: () => r.below(2) === 0,
            origin: ({ rowid, cell }) => ({
              file: FILE,
              ...(cell < 0 ? { state: "deleted" } : {}),
              at: { table: table.name, ...(rowid === undefined ? {} : { row: rowid }) },
            }),
          };
          parser.take(item, emit);
        };
        for (const table of tables) hand(table, false);
        parser.end?.(emit);
        const standing = records.length;
        for (const table of tables) if (!table.lookup && table.deleted !== false) hand(table, true);
        for (const x of records.slice(standing)) {
          assert.equal(x.origin.state, "deleted", x.kind);
          // What belonged to a deleted row is gone as a matter of course.
          assert.notEqual(x.fields.orphan, true, x.kind);
        }
      } else if (artifact.feed === "plist") {
        const root =
          r.below(10) === 0 ? value(r, 0) : new Map(Array.from({ length: r.below(8) }, () => [key(r), value(r, 1)]));
        artifact.parse(run).take({ value: root, origin: (k) => ({ file: FILE, at: { key: k } }) }, emit);
      } else if (artifact.feed === "json") {
        const list = r.below(2) === 0;
        const elements = Array.from({ length: list ? r.below(8) : 1 }, () => json(r, 0));
        const parser = artifact.parse({
          ...run,
          path: JSON_PATHS[r.below(JSON_PATHS.length)]!,
          acquisition: { kind: "mvt-result", device: { times: r.below(2) === 0 ? "utc" : "local", alerts: "" } },
        });
        parser.take({ elements, first: 0, list, origin: (k) => ({ file: FILE, at: { key: k } }) }, emit);
        parser.end?.(emit);
      } else if (artifact.feed === "lines") {
        const parser = artifact.parse(run);
        const lines = Array.from({ length: r.below(20) }, (_, i) => ({ text: line(r), number: i + 1, offset: i * 9 }));
        parser.take({ lines, origin: (l) => ({ file: FILE, at: { line: l.number, offset: l.offset } }) }, emit);
        parser.end?.(emit);
      } else if (artifact.feed === "dumpstate") {
        const parser = artifact.parse(run);
        const { sections } = Object.values(artifact.where)[0]!.want;
        const origin: SectionItem["origin"] = (l) => ({ file: FILE, at: { line: l.number, offset: l.offset } });
        for (let i = 0; i < 6; i++) {
          const lines = Array.from({ length: r.below(24) }, (_, n) => ({
            text: dumped(r),
            number: n + 1,
            offset: n * 9,
          }));
          const section = sections[r.below(sections.length)]!;
          parser.take({ section, lines, starts: r.below(2) === 0, ends: r.below(2) === 0, origin }, emit);
        }
        parser.end?.(emit);
      } else if (artifact.feed === "bytes") {
        const bytes = new Uint8Array(Array.from({ length: r.below(400) }, () => r.below(5) * r.below(64)));
        for (const magic of [0, 52])
          if (r.below(2) === 0 && bytes.length > 56) bytes.set([0x53, 0x45, 0x47, 0x42], magic);
        const origin = (offset: number, length: number) => ({ file: FILE, at: { offset, length } });
        artifact.parse(run).take({ bytes, origin }, emit);
      } else if (artifact.feed === "ndjson") {
        const parser = artifact.parse(run);
        const line = { text: "{}", number: 1, offset: 0 };
        const objects = Array.from({ length: r.below(9) }, () => ({ value: eventOf(r), line }));
        parser.take({ objects, origin: () => ({ file: FILE, at: { line: 1, offset: 0 } }) }, emit);
        parser.end?.(emit);
      } else if (artifact.feed === "apk") {
        const signers = Array.from({ length: r.below(3) }, () => ({ sha256: "aa", sha1: "bb", schemes: [] }));
        const manifest = r.below(9) === 0 ? undefined : element(r, 0);
        const item = { manifest, signers, sha256: r.below(4) === 0 ? undefined : "cc", size: 5 };
        artifact.parse(run).take({ ...item, origin: () => ({ file: FILE, at: { offset: 0, length: 5 } }) }, emit);
      } else if (artifact.feed === "capture") {
        const parser = artifact.parse(run);
        for (let i = r.below(20); i > 0; i--) parser.take(captureItem(r), emit);
        parser.end?.(emit);
      } else if (artifact.feed === "tracev3") {
        const parser = artifact.parse(run);
        for (let i = r.below(12); i > 0; i--) parser.take(logItem(r, content), emit);
      } else {
        const files: EvidenceFile[] = Array.from({ length: r.below(12) }, () => ({
          path: "x",
          kind: "file",
          listing: {
            row: 1,
            values: Object.fromEntries(
              ["domain", "relativePath", "mode", "userId", "target", "fileID"].map((k) => [k, scalar(r) ?? undefined]),
            ),
          },
        }));
        artifact.parse(run).take({ files, origin: () => ({ file: FILE, at: { table: "Files", row: 1 } }) }, emit);
      }
      checkRecords(artifact, records, content);
      for (const x of records) {
        sound(x.at);
        for (const f of Object.values(x.fields))
          if (typeof f === "object" && f !== null && "utc" in f) sound(f as Moment);
      }
      for (const p of problems) assert.ok(p.code && p.lost);
    }
  });
}
