import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseLines } from "../../artifacts.fixture.ts";
import { suricata } from "./index.ts";

const AT = "2026-02-25T06:13:00.250000-0600";
const event = (event_type: string, more: object = {}): string =>
  `${JSON.stringify({ timestamp: AT, event_type, src_ip: "192.168.1.20", src_port: 50_000, dest_ip: "203.0.113.7", dest_port: 443, proto: "TCP", ...more })}\n`;

test("alerts with rule, ends and time; other events are counted; what is no event is told", async () => {
  const alert = {
    action: "allowed",
    signature_id: 2_000_001,
    signature: "CASA beacon",
    category: "Trojan",
    severity: 1,
  };
  const text = `${event("dns")}${event("alert", { alert, app_proto: "tls" })}${event("dns")}{"cut\n${event("alert", { alert: 7 })}`;
  const { records, problems } = await parseLines(suricata, text, { path: "said/suricata/eve.json" });
  assert.deepEqual(
    records.map((r) => [r.kind, fieldsOf(r)]),
    [
      [
        "alert",
        {
          signature: "CASA beacon",
          number: 2_000_001,
          category: "Trojan",
          severity: 1,
          client: "192.168.1.20",
          clientPort: 50_000,
          server: "203.0.113.7",
          port: 443,
          transport: "TCP",
          app: "tls",
        },
      ],
      ["events", { alerts: 1, kinds: ["alert: 2", "dns: 2"] }],
    ],
  );
  assert.equal(records[0]!.at?.utc, 1_772_021_580_250_000_000n);
  assert.deepEqual(
    problems.map((p) => [p.code, p.found]),
    [["json-damaged", "2 lines"]],
  );
});

test("an empty file says nothing", async () => {
  assert.deepEqual((await parseLines(suricata, "\n\n")).records, []);
});
