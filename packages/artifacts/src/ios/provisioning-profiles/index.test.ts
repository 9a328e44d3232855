import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parseSqlite, seen } from "../../artifacts.fixture.ts";
import { provisioningProfiles } from "./index.ts";

const PROFILES =
  "CREATE TABLE profiles (uuid, team_id, install_time, name, expires, is_for_all_devices, is_apple_internal, is_local, is_beta, cms_blob, is_der)";

test("a company's permit, with the name of its team", async () => {
  const { records, problems } = await parseSqlite(provisioningProfiles, (db) =>
    db.exec(`${PROFILES}; CREATE TABLE team_id_info (team_id, team_name);
      INSERT INTO team_id_info VALUES ('T1', 'Ejemplo, S.A.');
      INSERT INTO profiles VALUES ('AA-1', 'T1', 100, 'Interno', 200, 1, 0, 0, 0, x'30', 1), ('AA-2', 'T2', NULL, NULL, NULL, 0, 1, 1, 1, NULL, 0)`),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    {
      uuid: "AA-1",
      name: "Interno",
      team: "T1",
      team_name: "Ejemplo, S.A.",
      company: true,
      installed: 100,
      expires: 200,
    },
    { uuid: "AA-2", team: "T2", apple: true, local: true, beta: true },
  ]);
  assert.deepEqual(seen(records[0]!), ["profile-id installed AA-1"]);
});

test("odd values, fewer columns, no teams", async () => {
  const { records, problems } = await parseSqlite(provisioningProfiles, (db) =>
    db.exec("CREATE TABLE profiles (uuid, team_id); INSERT INTO profiles VALUES (NULL, 5), (x'00', x'01'), ('', 'T')"),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [{}, {}, { uuid: "", team: "T" }]);
  assert.deepEqual(records.flatMap(seen), []);
});
