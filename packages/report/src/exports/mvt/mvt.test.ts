/** The MVT layout: names, fields and lines as MVT's own folders have them, from stored records. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord, Finding, Moment, RandomAccess, Result } from "@contraluz/core";
import { encodeRecord } from "@contraluz/store/encode.ts";
import { MATCH } from "../../sample.fixture.ts";
import { mvtFolder } from "./index.ts";
import { EventKeys } from "./keys.ts";
import { MVT_MODULES } from "./modules.ts";
import { python, quotedRow } from "./value.ts";

const T = BigInt(Date.UTC(2024, 4, 6, 7, 8, 9)) * 1_000_000n;
const us = (n: number, seen = "736672089.5"): Moment => ({ utc: T + BigInt(n) * 1000n, seen, precision: "us" });

function record(kind: string, fields: ArtifactRecord["fields"], o: Partial<ArtifactRecord> = {}): ArtifactRecord {
  return { kind, fields, observables: [], origin: { file: 0, at: { table: "t", row: 7 } }, ...o };
}

const RECORDS: { readonly [artifact: string]: readonly ArtifactRecord[] } = {
  "ios/tcc": [
    record(
      "grant",
      { service: "kTCCServiceCamera", client: "a.b", client_type: "app", decision: "denied", reason: 3 },
      { at: us(2) },
    ),
    record("grant", { service: "gone", client: "x" }, { at: us(0), state: "deleted" }),
    record("grant", { service: "gone", client: "before" }, { at: us(0), state: "superseded" }),
  ],
  "ios/sms": [
    record(
      "message",
      {
        from_me: false,
        handle: "+525500000000",
        service: "iMessage",
        guid: "G",
        links: ["https://a.example/"],
        read: us(9),
        text: '=1+1 "hola"\n\\',
      },
      { at: { utc: T + 123_456_789n, seen: "736672089123456789", precision: "ns" } },
    ),
  ],
  "ios/data-usage": [
    record("process", { name: "app", bundle: "a.b", first: us(1), process: 1 }, { at: us(3) }),
    record("process", { name: "idle", first: us(5), process: 2 }, { at: us(6) }),
    record("usage", { name: "app", process: 1, cell_in: 10, cell_out: 2 }, { at: us(4) }),
    record("usage", { process: 9, orphan: true, cell_in: 1 }, { at: us(7) }),
  ],
  "ios/backup-info": [
    record("backup", { model: "iPhone12,1", version: "17.6" }, { at: us(0) }),
    record("app", { app: "a.b" }),
  ],
  "ios/manifest": [
    record(
      "file",
      { domain: "HomeDomain", path: "Library/x", type: "file", mode: 33188, born: us(8), changed: us(8), id: "ab" },
      { at: us(10) },
    ),
  ],
  "ios/wifi-networks": [record("network", { name: "Café" }, { at: us(0) })],
};

function finding(level: Finding["level"], artifact: string, ordinal: number, at?: Moment): Finding {
  const origin = { file: 0, at: { table: "t", row: 7 } };
  const text = { title: "Title", why: "", otherwise: "", next: "" };
  return {
    ...MATCH.findings[0]!,
    id: "0".repeat(16),
    level,
    subject: "a.b",
    records: [{ artifact, ordinal, origin, ...(at ? { at } : {}) }],
    text: { es: text, en: text },
  };
}

function stored(findings: readonly Finding[] = []): {
  result: Result;
  folder: { read(n: string): Promise<RandomAccess> };
} {
  const files = new Map<string, Uint8Array>();
  const entries: { [id: string]: Result["records"][string] } = {};
  for (const [id, list] of Object.entries(RECORDS)) {
    const file = `records/${id.replace("/", ".")}.jsonl`;
    files.set(file, new TextEncoder().encode(list.map((r) => `${encodeRecord(r)}\n`).join("")));
    entries[id] = { file, version: 1, count: list.length, sha256: "" };
  }
  const coverage = Object.entries(RECORDS).map(([artifact, list]) => ({
    artifact,
    state: "read" as const,
    records: list.length,
    undated: 0,
    deleted: list.filter((r) => r.state === "deleted").length,
    problems: 0,
  }));
  const read = async (name: string): Promise<RandomAccess> => {
    const b = files.get(name)!;
    return { size: b.length, read: async (o, n) => b.slice(o, o + n) };
  };
  return { result: { ...MATCH, records: entries, coverage, findings }, folder: { read } };
}

async function exported(findings: readonly Finding[] = []): Promise<{ files: Map<string, string>; stats: object }> {
  const { result, folder } = stored(findings);
  const out = mvtFolder(folder, result);
  const files = new Map<string, string>();
  for await (const { name, chunks } of out.files) {
    let text = "";
    for await (const c of chunks) text += c;
    assert.ok(!files.has(name));
    files.set(name, text);
  }
  return { files, stats: out.stats };
}

test("a file a module, under MVT's names; nothing for what has no rows", async () => {
  const { files, stats } = await exported();
  assert.deepEqual(
    [...files.keys()],
    [
      "backup_info.json",
      "manifest.json",
      "tcc.json",
      "sms.json",
      "datausage.json",
      "alerts.json",
      "alerts_timeline.csv",
      "timeline.csv",
      "urls.json",
      "info.json",
    ],
  );
  // Eight records are rows of seven: a process that was used stands in the row of its use, an app in the row of its phone.
  assert.deepEqual(stats, { written: 7, deleted: 2, without: 3 });
  for (const [name, text] of files) if (name.endsWith(".json")) JSON.parse(text);
});

test("fields of rows", async () => {
  const { files } = await exported();
  const of = (name: string) => JSON.parse(files.get(`${name}.json`)!);
  assert.deepEqual(of("tcc"), [
    {
      service: "kTCCServiceCamera",
      client: "a.b",
      client_type: "bundle_id",
      auth_value: "denied",
      auth_reason_desc: "user_set",
      last_modified: "2024-05-06 07:08:09.000002",
    },
  ]);
  assert.ok(files.get("sms.json")!.includes('"date":736672089123456789,'));
  const [sms] = of("sms");
  assert.deepEqual(
    [sms.ROWID, sms.isodate, sms.isodate_read, sms.direction, sms.links, sms.text],
    [
      7,
      "2024-05-06 07:08:09.123456",
      "2024-05-06 07:08:09.000009",
      "received",
      ["https://a.example/"],
      '=1+1 "hola"\n\\',
    ],
  );
  assert.deepEqual(
    of("datausage").map((r: Record<string, unknown>) => [
      r.proc_name,
      r.bundle_id,
      r.proc_id,
      r.live_proc_id,
      r.wwan_in,
      r.live_isodate,
    ]),
    [
      ["idle", null, 2, null, null, "2024-05-06 07:08:09.000005"],
      ["app", "a.b", 1, 1, 10, "2024-05-06 07:08:09.000004"],
      [null, null, null, 9, 1, "2024-05-06 07:08:09.000007"],
    ],
  );
  assert.deepEqual(of("backup_info")["Installed Applications"], ["a.b"]);
  assert.equal(of("manifest")[0].mode, "0o100644");
  assert.deepEqual(of("urls"), [
    { url: "https://a.example/", expanded_url: null, timestamp: "2024-05-06 07:08:09.123456", source: "sms" },
  ]);
  assert.match(of("info").mvt_version, /^contraluz /);
});

test("timeline: every cell quoted, sorted by time, no formula; nothing of deleted records", async () => {
  const { files } = await exported();
  const lines = files.get("timeline.csv")!.split("\r\n");
  assert.equal(lines[0], '"UTC Timestamp","Plugin","Event","Description"');
  assert.equal(lines.pop(), "");
  const times = lines.slice(1).map((l) => l.slice(1, 27));
  assert.deepEqual(times, [...times].sort());
  assert.deepEqual(
    lines.slice(1, 4).map((l) => l.slice(28)),
    [
      ',"Datausage","first_usage","app (Bundle ID: a.b, ID: 1)"',
      ',"TCC","AccessRequest","Access to kTCCServiceCamera by a.b denied"',
      ',"Datausage","current_usage","app (Bundle ID: a.b, ID: 1)"',
    ],
  );
  assert.ok(lines.some((l) => l.includes('"Manifest","--CB","Library/x - HomeDomain"')));
  assert.ok(lines.some((l) => l.includes('"live_usage","app (Bundle ID: a.b, ID: 1) WWAN IN: 10.0, WWAN OUT: 2.0"')));
  assert.ok(!files.get("timeline.csv")!.includes("gone"));
  assert.equal(quotedRow(["-a", '=1 "x" \\'], 1), '"-a","\'=1 ""x"" \\\\"\r\n');
});

test("findings are alerts with their row; those without a module keep their fields; deleted ones say so", async () => {
  const { files } = await exported([
    finding("match", "ios/tcc", 0, us(2)),
    finding("lead", "ios/wifi-networks", 0),
    finding("targeted", "ios/tcc", 1, us(0)),
    finding("info", "ios/tcc", 99),
  ]);
  const alerts = JSON.parse(files.get("alerts.json")!);
  assert.deepEqual(
    alerts.map((a: Record<string, unknown>) => [a.level, a.module, a.event_time, a.message]),
    [
      ["CRITICAL", "tcc", "2024-05-06 07:08:09.000002", "Title: a.b"],
      ["MEDIUM", "wifi_networks", "", "Title: a.b"],
      ["HIGH", "tcc", "2024-05-06 07:08:09.000000", "Title: a.b"],
      ["INFORMATIONAL", "tcc", "", "Title: a.b"],
    ],
  );
  assert.equal(alerts[0].event.client, "a.b");
  assert.deepEqual(alerts[1].event, { name: "Café" });
  assert.equal(alerts[2].event.contraluz_state, "deleted");
  assert.equal(JSON.parse(files.get("tcc_detected.json")!).length, 3);
  const csv = files.get("alerts_timeline.csv")!.split("\r\n");
  assert.equal(csv[0], '"Event Time","Module","Message","Event"');
  assert.match(csv[1]!, /^"2024-05-06 07:08:09\.000000","tcc","Title: a\.b","\{'service': 'gone'/);
  assert.equal(csv.length, 4);
});

test("the same result gives the same bytes", async () => {
  const findings = [finding("match", "ios/tcc", 0, us(2))];
  assert.deepEqual(await exported(findings), await exported(findings));
});

test("values as Python writes them", () => {
  assert.equal(
    python({ a: null, b: [true, 1, 2n ** 70n], c: "it's", d: 'a"b', e: "x\\\n", f: undefined }),
    `{'a': None, 'b': [True, 1, 1180591620717411303424], 'c': "it's", 'd': 'a"b', 'e': 'x\\\\\\n'}`,
  );
});

test("a hundred thousand events in any order come out by time, then as they came", () => {
  const keys = new EventKeys();
  const n = 100_000;
  for (let i = 0; i < n; i++)
    keys.add(BigInt((i * 7919) % 1000) * 1000n - 500_000n, { module: 0, ordinal: i, event: 0 });
  let last = Number.NEGATIVE_INFINITY;
  let before = -1;
  let seen = 0;
  for (const window of keys.sorted(4096)) {
    assert.ok(window.length <= 4096);
    for (const k of window) {
      const at = (k.ordinal * 7919) % 1000;
      assert.ok(at > last || (at === last && k.ordinal > before));
      last = at;
      before = k.ordinal;
      seen++;
    }
  }
  assert.equal(seen, n);
});

test("every module reads an artifact that there is, and a kind of it", async () => {
  const { ARTIFACTS } = await import("@contraluz/artifacts");
  for (const m of MVT_MODULES) {
    const artifact = ARTIFACTS.find((a) => a.id === m.artifact);
    assert.ok(artifact, m.artifact);
    for (const kind of m.kinds) assert.ok(artifact.fields[kind], `${m.artifact} ${kind}`);
    assert.match(m.slug, /^[a-z_]+$/);
  }
  // A record of any kind and no fields is no reason to throw.
  for (const m of MVT_MODULES) {
    const state = m.open?.() ?? {};
    for (const kind of m.kinds) {
      for (const fields of [{}, { with: 1, from: [], links: "x", timer: "y", lasted: "z", payloads: 3, value: null }]) {
        const s = {
          artifact: m.artifact,
          ordinal: 0,
          record: { kind, fields, origin: { file: 0, at: { key: "k" } } },
          file: undefined,
        };
        m.gather?.(s, state);
        m.row(s, state);
        m.events(s, state);
      }
    }
  }
});
