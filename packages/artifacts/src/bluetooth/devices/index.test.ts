import assert from "node:assert/strict";
import { test } from "node:test";
import { heard, records, tag } from "../bluetooth.fixture.ts";
import { nearDevices } from "./index.ts";

test("devices with the maker of their address or of what they send; tags are told elsewhere", () => {
  const found = records(nearDevices, [
    heard("44:19:b6:00:00:01", 0, 9, { addressKind: "public", name: "Cámara", makers: [76] }),
    heard("c0:00:00:00:00:02", 0, 9, { makers: [9999, 117], services: ["180d"], strongest: -50, connected: true }),
    heard("c0:00:00:00:00:03", 0, 9, { makers: [9999] }),
    heard("40:00:00:00:00:04", 0, 9, { addressKind: "resolvable" }),
    tag("c0:00:00:00:00:05", 0, 9),
  ]);
  assert.deepEqual(
    found.map(({ fields: f }) => [f.name, f.maker, f.services, f.strongest, f.connected]),
    [
      ["Cámara", "Hikvision", [], undefined, false],
      [undefined, "Samsung", ["180d"], -50, true],
      [undefined, "0x270f", [], undefined, false],
      [undefined, undefined, [], undefined, false],
    ],
  );
});
