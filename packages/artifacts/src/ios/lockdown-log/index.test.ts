import assert from "node:assert/strict";
import { test } from "node:test";
import { type Acquisition, isoUtc } from "@contraluz/core";
import { fieldsOf, parseLines } from "../../artifacts.fixture.ts";
import { lockdownLog } from "./index.ts";

const acquisition: Acquisition = { kind: "sysdiagnose", zone: "-07:00" };
const at = (s: string): string => `04/07/25 06:35:${s} pid=79`;
const HOST = "1D51D961-006E-1B4D-39B2-C3C470B52619";

test("pairing, with the computer and the outcome", async () => {
  const log = `${at("07.106")} handle_pair: Preparing to pair for usbmuxd .
${at("07.107")} handle_pair: Pair message: {
    HostID = "${HOST}";
    MarketingName = "Windows PC";
}
${at("07.131")} handle_pair: Pair for usbmuxd failed : PairingDialogResponsePending
${at("10.456")} ask_user_to_trust_block_invoke: Allowing pairing from connection 8 since we're still on that connection.
${at("10.549")} store_escrow_record: Creating escrow bag for ${HOST}
${at("10.563345")} handle_pair: Pair for usbmuxd succeeded .
${at("11.0")} handle_pair: Buddy has not completed. Implicitly trusting host.
${at("12.0")} on_queue_destroy_pair_record: Deleted pair record (/private/var/root/Library/Lockdown/pair_records/${HOST}.plist).
${at("13.0")} _load_dict: Failed to load /var/root/Library/Lockdown/pair_records/${HOST}.plist.
${at("14.0")} handle_start_session: No pairing record for ${HOST}.
`;
  const { records, problems } = await parseLines(lockdownLog, log, { acquisition });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { what: "asked", host: HOST, client: "Windows PC" },
    { what: "failed", client: "usbmuxd", why: "PairingDialogResponsePending" },
    { what: "allowed" },
    { what: "keys", host: HOST },
    { what: "paired", client: "usbmuxd" },
    { what: "implicit" },
    { what: "deleted", host: HOST },
    { what: "unknown-host", host: HOST },
    { what: "unknown-host", host: HOST },
  ]);
  const paired = records[4]!;
  assert.equal(isoUtc(paired.at!.utc!, "us"), "2025-04-07T13:35:10.563345Z");
  assert.deepEqual([paired.at!.seen, paired.at!.zone?.from], ["04/07/25 06:35:10.563345", "assumed"]);
  assert.deepEqual(paired.origin.at, { line: 9, offset: log.indexOf(at("10.563345")) });
});

test("services that a computer started, and how often it asked for values", async () => {
  const log = `${at("01.0")} lockstart_local: Build version: 20A362
${at("02.0")} handle_get_value: AMPDevicesAgent attempting to get [PhoneNumber]
${at("03.0")} handle_get_value: AMPDevicesAgent attempting to get [SerialNumber]
${at("04.0")} handle_start_service_with_socket: pymobiledevice3 attempting to spawn com.apple.mobilebackup2 service.
`;
  const { records } = await parseLines(lockdownLog, log, { acquisition });
  assert.deepEqual(
    records.map((r) => [r.kind, { ...fieldsOf(r), first: undefined }]),
    [
      ["start", { build: "20A362", first: undefined }],
      ["service", { client: "pymobiledevice3", service: "com.apple.mobilebackup2", first: undefined }],
      ["client", { client: "AMPDevicesAgent", asked: 2, first: undefined }],
    ],
  );
  assert.ok(!JSON.stringify(records, (_, v) => (typeof v === "bigint" ? String(v) : v)).includes("PhoneNumber"));
});

test("lines that are none, bytes that are no text", async () => {
  const bytes = new Uint8Array([0x00, 0xff, 0x0a, 0x2f, 0x2f]);
  const { records, problems } = await parseLines(lockdownLog, bytes, { acquisition });
  assert.deepEqual([records.length, problems.map((p) => p.code)], [0, ["text-damaged", "artifact-value"]]);
});
