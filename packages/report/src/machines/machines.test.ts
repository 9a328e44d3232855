import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord, RandomAccess, Result } from "@contraluz/core";
import { encodeRecord } from "@contraluz/store/encode.ts";
import { type MachinesSeen, machinesSeen } from "./machines.ts";
import { machinesText } from "./text.ts";

type Fields = ArtifactRecord["fields"];
const record = (kind: string, fields: Fields): ArtifactRecord => ({
  kind,
  fields,
  observables: [],
  origin: { file: 0, at: { packet: 1, offset: 24 } },
});

/** A stored result that holds these records and findings. */
function stored(records: Readonly<Record<string, readonly ArtifactRecord[]>>, findings: readonly object[] = []) {
  const files = new Map<string, Uint8Array>();
  const entries: Record<string, unknown> = {};
  for (const [id, list] of Object.entries(records)) {
    const file = `records/${id.replace("/", ".")}.jsonl`;
    files.set(file, new TextEncoder().encode(list.map((r) => `${encodeRecord(r)}\n`).join("")));
    entries[id] = { file, version: 1, count: list.length, sha256: "" };
  }
  const folder = {
    async read(name: string): Promise<RandomAccess> {
      const bytes = files.get(name)!;
      return { size: bytes.length, read: async (from, n) => bytes.slice(from, from + n) };
    },
  };
  return { folder, result: { records: entries, findings } as unknown as Result };
}

const CAMERA = record("device", {
  mac: "m1",
  maker: "Tuya",
  names: ["ESP_1"],
  says: ["dhcp host: ESP_1", "ssdp server: x/1"],
  addresses: ["192.168.1.5"],
  sent: 3_400_000,
  received: 20_000,
  out: 3_000_000,
  outside: 2,
  hours: ["2026-04-03T18 12000", "2026-04-03T19 3300000", "2026-04-05T00 5"],
});
const ROUTER = record("device", { mac: "m0", router: true, sent: 9_000_000, hours: [] });
const findings = [
  { rule: "network/camera", level: "lead", subject: "m1" },
  { rule: "network/camera", level: "ask", subject: "m3" },
  { rule: "network/upload", level: "lead", subject: "m2" },
];

test("machines of the wire and the air as one, those that sent most first, with what a rule says of them", async () => {
  const { folder, result } = stored(
    {
      "network/devices": [CAMERA, ROUTER],
      "network/wifi": [
        record("network", { bssid: "m0", ssid: "Casa", security: "wpa2", channel: 6 }),
        record("network", { bssid: "m9", security: "open" }),
        record("transmitter", { mac: "m3", up: 100, down: 7, hours: ["2026-04-03T18 100"] }),
        // Open Wi-Fi: heard, and read as packets; it counts once.
        record("transmitter", { mac: "m1", up: 3_300_000, down: 1, hours: ["2026-04-03T18 3300000"] }),
      ],
    },
    findings,
  );
  const seen = await machinesSeen(folder, result);
  assert.deepEqual(
    seen.machines.map((m) => [m.mac, m.sent, m.received, m.camera, m.air, m.router]),
    [
      ["m0", 9_000_000, 0, undefined, false, true],
      ["m1", 3_400_000, 20_000, "lead", true, false],
      ["m3", 100, 7, "ask", true, false],
    ],
  );
  assert.deepEqual(seen.machines[1]!.hours[1], ["2026-04-03T19", 3_300_000]);
  assert.deepEqual(seen.networks, [
    { bssid: "m0", security: "wpa2", name: "Casa", channel: 6 },
    { bssid: "m9", security: "open" },
  ]);
  const text = machinesText(seen, { lang: "es", width: 80 });
  assert.ok(text.includes(`      ${"·".repeat(18)}▂▆····  3 abr 2026`), text);
  assert.ok(text.includes(`      ▁${"·".repeat(23)}  5 abr 2026`));
  assert.ok(text.indexOf("Parecen una cámara:") < text.indexOf("¿Los conoces?"));
  assert.ok(text.includes("ESP_1, Tuya (m1)") && text.includes("mandó 3.4 MB, recibió 20 kB · 3.0 MB hacia afuera"));
  assert.ok(text.includes("ssdp server: x/1") && !text.includes("dhcp host"));
  assert.ok(text.includes("Casa (m0): wpa2, canal 6") && text.includes("(sin nombre) (m9): abierta"));
});

test("no capture: it says so; names and hours of a stranger's making do no harm", async () => {
  const none = stored({});
  const empty = await machinesSeen(none.folder, none.result);
  assert.deepEqual<MachinesSeen>(empty, { machines: [], networks: [] });
  assert.match(machinesText(empty, { lang: "en", width: 80 }), /has no machines of a network/);
  const hostile = record("device", {
    mac: "m\u001b[2J",
    names: ["\u202e\n", 7 as unknown as string],
    hours: ["x", "2026-04-03T99 5", "9999-99-99T00 1"],
    sent: 1,
  });
  const { folder, result } = stored({ "network/devices": [hostile, record("device", { mac: 5 }), record("x", {})] });
  const seen = await machinesSeen(folder, result);
  assert.equal(seen.machines.length, 1);
  const text = machinesText(seen, { lang: "en", width: 40 });
  for (const bad of ["\u001b", "\u202e", "NaN", "undefined"]) assert.ok(!text.includes(bad), bad);
});
