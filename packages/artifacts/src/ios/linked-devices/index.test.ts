import assert from "node:assert/strict";
import { test } from "node:test";
import { type Plain, xmlPlist } from "../../../../../samples/lib/plist.ts";
import { fieldsOf, parsePlistFile } from "../../artifacts.fixture.ts";
import { linkedDevices } from "./index.ts";
import { computersOf } from "./itunes-prefs.ts";

const BLUETOOTH =
  "SysSharedContainerDomain-systemgroup.com.apple.bluetooth/Library/Preferences/com.apple.MobileBluetooth.devices.plist";

/** A file `frpd` with these texts in fields of 65 and 193 bytes, the mark at `at`. */
function prefs(texts: readonly string[], at = 300): Uint8Array {
  const b = new Uint8Array(at + 92 + texts.length * 200 + 8);
  b.set(new TextEncoder().encode("frpd"));
  b.set([1, 1, 0x80, 0, 0], at);
  texts.forEach((t, i) => {
    b.set(new TextEncoder().encode(t), at + 92 + i * 200);
  });
  return b;
}

test("computers that synchronised", async () => {
  const { records, problems } = await parsePlistFile(
    linkedDevices,
    xmlPlist({ "iTunes Files": { iTunesPrefs: prefs(["ana", "PC-DE-ANA", "ana", "PC-DE-ANA", "luis", "MÁC"]) } }),
    { path: "Info.plist" },
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    { user: "ana", computer: "PC-DE-ANA" },
    { user: "luis", computer: "MÁC" },
  ]);
  assert.deepEqual(records[0]!.origin.at, { key: "iTunes Files.iTunesPrefs" });
});

test("an Info.plist without them, or with something else in their place", async () => {
  for (const files of [undefined, "x", {}, { iTunesPrefs: "x" }, { iTunesPrefs: new Uint8Array(5) }] as const) {
    const value: Plain = files === undefined ? {} : { "iTunes Files": files };
    const { records, problems } = await parsePlistFile(linkedDevices, value, { path: "Info.plist" });
    assert.deepEqual([records, problems], [[], []]);
  }
});

test("paired devices: the name given, and no time that nobody knows", async () => {
  const { records } = await parsePlistFile(
    linkedDevices,
    {
      "AA:BB:CC:00:11:22": { Name: "Auto", DefaultName: "CAR", LastSeenTime: 1_690_000_000 },
      "AA:BB:CC:00:11:23": { Name: "", DefaultName: "Audífonos", LastSeenTime: "x" },
      "AA:BB:CC:00:11:24": "x",
    },
    { path: BLUETOOTH },
  );
  assert.deepEqual(records.map(fieldsOf), [
    { address: "AA:BB:CC:00:11:22", name: "Auto", seen: 1_690_000_000 },
    { address: "AA:BB:CC:00:11:23", name: "Audífonos" },
  ]);
  assert.equal(records[0]!.at, undefined);
  const none = await parsePlistFile(linkedDevices, ["x"], { path: BLUETOOTH });
  assert.deepEqual([none.records, none.problems.map((p) => p.code)], [[], ["plist-damaged"]]);
});

test("hostile files end: no mark, texts without end, an odd number of texts", () => {
  assert.deepEqual(computersOf(new TextEncoder().encode("frpd")), []);
  assert.deepEqual(computersOf(prefs(["ana"])), [{ user: "ana", computer: undefined }]);
  const long = new Uint8Array(300_000).fill(0x41);
  long.set(prefs([]).subarray(0, 397));
  const [only, ...more] = computersOf(long);
  assert.deepEqual([only!.user.length, only!.computer, more], [200, undefined, []]);
});
