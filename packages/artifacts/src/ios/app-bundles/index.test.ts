import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsOf, parsePlistFile, seen } from "../../artifacts.fixture.ts";
import { appBundles } from "./index.ts";

const FOLDER = "private/var/containers/Bundle/Application/E6A40C89-9EFA";

test("a receipt: where the app came from, and not whose account it is", async () => {
  const path = `${FOLDER}/iTunesMetadata.plist`;
  const { records, problems } = await parsePlistFile(
    appBundles,
    {
      softwareVersionBundleId: "mx.example.notas",
      itemName: "Notas",
      sourceApp: "com.apple.TestFlight",
      "com.apple.iTunesStore.downloadInfo": {
        purchaseDate: "2022-03-04T05:06:07Z",
        accountInfo: { AppleID: "ana@example.org", DSPersonID: 17 },
      },
    },
    { path },
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(fieldsOf(records[0]!), {
    app: "mx.example.notas",
    receipt: true,
    folder: "E6A40C89-9EFA",
    name: "Notas",
    source: "com.apple.TestFlight",
  });
  assert.equal(records[0]!.at!.seen, "2022-03-04T05:06:07Z");
  assert.deepEqual(seen(records[0]!), ["app-id installed mx.example.notas", "process installed mx.example.notas"]);
  assert.doesNotMatch(
    JSON.stringify(records, (_, v) => (typeof v === "bigint" ? "" : v)),
    /ana@/,
  );
});

test("the folder of an app", async () => {
  const path = `${FOLDER}/.com.apple.mobile_container_manager.metadata.plist`;
  const { records } = await parsePlistFile(appBundles, { MCMMetadataIdentifier: "mx.example.notas" }, { path });
  assert.deepEqual(
    records.map((r) => [r.kind, fieldsOf(r)]),
    [["bundle", { app: "mx.example.notas", folder: "E6A40C89-9EFA" }]],
  );
  assert.deepEqual((await parsePlistFile(appBundles, { MCMMetadataIdentifier: 7 }, { path })).records, []);
});

test("a receipt that names no app, and what is no dictionary", async () => {
  const path = `${FOLDER}/iTunesMetadata.plist`;
  const { records } = await parsePlistFile(appBundles, { softwareVersionBundleId: 5, s: "x" }, { path });
  assert.deepEqual(fieldsOf(records[0]!), { app: "", receipt: false, folder: "E6A40C89-9EFA" });
  const other = await parsePlistFile(appBundles, ["a"], { path });
  assert.deepEqual([other.records, other.problems.map((p) => p.code)], [[], ["plist-damaged"]]);
});
