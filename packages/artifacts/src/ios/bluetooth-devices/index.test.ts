import assert from "node:assert/strict";
import type { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { fieldsOf, parseSqlite } from "../../artifacts.fixture.ts";
import { bluetoothDevices } from "./index.ts";

const table = (name: string) => (db: DatabaseSync) =>
  db.exec(`CREATE TABLE ${name} (Uuid TEXT, Name TEXT, NameOrigin INT, Address TEXT, ResolvedAddress TEXT, LastSeenTime INT,
    LastConnectionTime INT, GATTServiceChangeConfig INT, Tags TEXT, iCloudIdentifier TEXT);
    INSERT INTO ${name} VALUES ('u', 'Reloj', 2, 'Random 50:32:66:45:35:EF', 'Public F8:6F:C1:4E:FF:6A', 4315986, 9639, 0, '', ''),
      ('u', '', 2, 'Public AA', 'Public AA', NULL, NULL, 0, '', ''), (NULL, x'00', NULL, x'01', x'02', 'x', 'y', NULL, NULL, NULL)`);

test("paired devices, without a date that they do not have", async () => {
  const { records, problems } = await parseSqlite(bluetoothDevices, table("PairedDevices"));
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    {
      name: "Reloj",
      address: "Random 50:32:66:45:35:EF",
      resolved: "Public F8:6F:C1:4E:FF:6A",
      seen: 4_315_986,
      connected: 9639,
    },
    { address: "Public AA" },
    {},
  ]);
  assert.ok(records.every((r) => r.kind === "paired" && r.at === undefined));
});

test("names of devices that passed by are other people's", async () => {
  const bare = await parseSqlite(bluetoothDevices, table("OtherDevices"));
  assert.deepEqual(
    bare.records.map((r) => [r.kind, r.fields.name]),
    Array.from({ length: 3 }, () => ["nearby", undefined]),
  );
  const asked = await parseSqlite(bluetoothDevices, table("OtherDevices"), { content: true });
  assert.equal(asked.records[0]!.fields.name, "Reloj");
});
