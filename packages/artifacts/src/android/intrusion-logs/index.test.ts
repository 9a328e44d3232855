import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseNdjson, seen } from "../../artifacts.fixture.ts";
import { intrusionLogs } from "./index.ts";

const text = (...events: readonly unknown[]): string =>
  events.map((e) => `${typeof e === "string" ? e : JSON.stringify(e)}\n`).join("");
const time = 1773377344481;

test("what apps and browsers reached", async () => {
  const { records, problems } = await parseNdjson(intrusionLogs, [
    text(
      {
        dns_event: {
          package_name: "com.ejemplo.app",
          hostname: "c2.example",
          ip_addresses: ["/192.0.2.1", "/2001:db8::1"],
          event_time: time,
        },
      },
      {
        dns_event: {
          package_name: "com.android.chrome",
          hostname: "pagina.example",
          ip_addresses: [],
          event_time: time,
        },
      },
      {
        connect_event: {
          package_name: "com.ejemplo.app",
          ip_address: "c2.example/192.0.2.1",
          port: 443,
          event_time: time,
        },
      },
      { connect_event: { package_name: "root", ip_address: "/::1", port: 5555, event_time: 1 } },
    ),
  ]);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.kind, fieldsOf(r)]),
    [
      ["dns", { app: "com.ejemplo.app", host: "c2.example", addresses: ["192.0.2.1", "2001:db8::1"] }],
      ["dns", { app: "com.android.chrome", host: "pagina.example" }],
      ["connection", { app: "com.ejemplo.app", host: "c2.example", address: "192.0.2.1", port: 443 }],
      ["connection", { app: "root", address: "::1", port: 5555 }],
    ],
  );
  assert.deepEqual(records.map(seen), [
    ["domain resolved c2.example", "ip resolved 192.0.2.1", "ip resolved 2001:db8::1", "app-id ran com.ejemplo.app"],
    ["domain visited pagina.example", "app-id ran com.android.chrome"],
    ["domain resolved c2.example", "ip resolved 192.0.2.1", "app-id ran com.ejemplo.app"],
    ["ip resolved ::1"],
  ]);
  assert.deepEqual(
    records.map((r) => r.at && isoUtc(r.at.utc!, "ms")),
    [...new Array(3).fill("2026-03-13T04:49:04.481Z"), undefined],
  );
});

test("security events of both forms, with all nine decimals; no event comes twice", async () => {
  const process =
    '{"security_event":{"app_process_start":{"process":"com.ejemplo.app:remoto","uid":10103,"pid":7,"sha256":"SHA"},"event_time":1773117484710649637,"event_id":427}}'.replace(
      "SHA",
      "ab".repeat(32),
    );
  const raw = {
    security_event: {
      tag: 210005,
      data: ["com.ejemplo.app", "1773406147744", "10143", "4445", "x"],
      event_time: 1773406147744,
    },
  };
  const security = (type: string, values: unknown) => ({
    security_event: { event_id: 1, event_time: "1773117484000000001", [type]: values },
  });
  const { records, problems } = await parseNdjson(intrusionLogs, [
    text(process, raw, process),
    text(
      process,
      security("package_installed", { package_name: "com.ejemplo.app", version_code: 3, user_id: 0 }),
      security("package_uninstalled", { package_name: "com.ejemplo.app", version_code: 3, user_id: 10 }),
      security("adb_shell_cmd", { command: "pm install -r /data/local/tmp/x.apk; am start com.a.b/.C" }),
      security("adb_sync_send_file", { path: "/data/local/tmp/x.apk" }),
      security("keyguard_dismiss_auth_attempt", { success: false, method_strength: 1 }),
      security("os_startup", { verified_boot_state: "orange", dm_verity_mode: "disabled" }),
      security("wifi_connection", { bssid: "02:00:00:00:00:01", reason: "" }),
      security("cert_authority_installed", { success: 1, subject: "CN=x", target_user: "0" }),
      { security_event: { tag: 210012, event_time: time } },
      { security_event: { logging_started: null, event_time: time } },
    ),
  ]);
  assert.deepEqual(problems, []);
  assert.equal(records[0]!.at!.utc, 1773117484710649637n);
  assert.equal(records[0]!.at!.precision, "ns");
  assert.equal(isoUtc(records[1]!.at!.utc!, "ms"), "2026-03-13T12:49:07.744Z");
  assert.deepEqual(records.map(fieldsOf), [
    {
      type: "app_process_start",
      app: "com.ejemplo.app",
      process: "com.ejemplo.app:remoto",
      uid: 10103,
      pid: 7,
      sha256: "ab".repeat(32),
    },
    { type: "app_process_start", app: "com.ejemplo.app", process: "com.ejemplo.app", uid: 10143, pid: 4445 },
    { type: "package_installed", app: "com.ejemplo.app", version: 3, user: 0 },
    { type: "package_uninstalled", app: "com.ejemplo.app", version: 3, user: 10 },
    { type: "adb_shell_cmd", command: "pm install -r /data/local/tmp/x.apk; am start com.a.b/.C" },
    { type: "adb_sync_send_file", path: "/data/local/tmp/x.apk" },
    { type: "keyguard_dismiss_auth_attempt", success: false, strength: 1 },
    { type: "os_startup", state: "orange", verity: "disabled" },
    { type: "wifi_connection" },
    { type: "cert_authority_installed", success: true, subject: "CN=x", user: 0 },
    { type: "logging_stopped" },
    { type: "logging_started" },
  ]);
  assert.deepEqual(records.slice(0, 6).map(seen), [
    ["process ran com.ejemplo.app:remoto", "app-id ran com.ejemplo.app", `hash ran ${"ab".repeat(32)}`],
    ["process ran com.ejemplo.app", "app-id ran com.ejemplo.app"],
    ["app-id installed com.ejemplo.app"],
    ["app-id listed com.ejemplo.app"],
    ["file-path listed /data/local/tmp/x.apk", "app-id listed com.a.b"],
    ["file-path present /data/local/tmp/x.apk"],
  ]);
});

test("addresses of other people's things only with consent", async () => {
  const event = {
    security_event: { bluetooth_connection: { mac_address: "02:00:00:00:00:02", success: true }, event_time: time },
  };
  const { records } = await parseNdjson(intrusionLogs, [text(event)], { content: true });
  assert.equal(records[0]!.fields.device, "02:00:00:00:00:02");
});

test("what is no event is counted by its name", async () => {
  const { records, problems } = await parseNdjson(intrusionLogs, [
    text(
      { new_event: { a: 1 } },
      { new_event: { a: 2 } },
      { dns_event: 7 },
      { connect_event: { ip_address: 7 } },
      {},
      '{"dns_event":',
    ),
  ]);
  assert.equal(records.length, 0);
  assert.deepEqual(problems.map((p) => p.found).sort(), [
    "1 events: connect_event",
    "2 events: ?",
    "2 events: new_event",
    "line 6: no JSON object",
  ]);
});
