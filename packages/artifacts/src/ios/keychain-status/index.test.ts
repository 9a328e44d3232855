import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc } from "@contraluz/core";
import { fieldsOf, parseLines } from "../../artifacts.fixture.ts";
import { keychainStatus } from "./index.ts";

test("the circle, entries of other devices, notices; attributes and values stay out", async () => {
  const text = `ccstatus: In Circle (0)
  iPhone de Ana    iPhone14,5    X kSOSPeerTrusted
Engine state:
local {b8f7} [4] 1
Rapport keychain state:
rapport: accc=<SecAccessControlRef: ck>,acct=SECRET-1,agrp=com.apple.rapport,cdat=2023-05-24 19:56:14 +0000,gena={length = 33, labl=no, bytes = 0xe3 ... 09 },labl=iPhone,mdat=2023-05-25 19:56:14 +0000,svce=RPIdentity-SameAccountDevice,sync=1
HomeKit keychain state:
Analytics sysdiagnose

Client: trust
2023-05-24 19:57:58 +0000 EventSoftFailure: MitmDetectionEvent - Attributes: {product : iPhone OS, rootUsages : (
 foo, bar
), errorCode : 0 }
2024-09-06 9:45:15 AM +0000 EventHardFailure: CloudServicesSetConfirmedManifest - Attributes: {product : macOS }
Client: ckks
No data to report
All keys and values
~PCS-Notes: SECRET-2
`;
  const { records, problems } = await parseLines(keychainStatus, text);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.kind, { ...fieldsOf(r), changed: undefined }, r.at && isoUtc(r.at.utc!, "s")]),
    [
      ["circle", { status: "In Circle (0)", changed: undefined }, undefined],
      [
        "identity",
        { section: "rapport", label: "iPhone", service: "RPIdentity-SameAccountDevice", changed: undefined },
        "2023-05-24T19:56:14Z",
      ],
      [
        "event",
        { client: "trust", event: "MitmDetectionEvent", result: "EventSoftFailure", changed: undefined },
        "2023-05-24T19:57:58Z",
      ],
      [
        "event",
        { client: "trust", event: "CloudServicesSetConfirmedManifest", result: "EventHardFailure", changed: undefined },
        "2024-09-06T09:45:15Z",
      ],
    ],
  );
  assert.ok(!JSON.stringify(records, (_, v) => (typeof v === "bigint" ? String(v) : v)).includes("SECRET"));
  assert.equal((await parseLines(keychainStatus, "x\n")).problems[0]?.lost, "file");
});
