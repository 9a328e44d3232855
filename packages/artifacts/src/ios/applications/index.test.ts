import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, isoUtc, type Problem } from "@contraluz/core";
import { bplist, type Plain, xmlPlist } from "../../../../../samples/lib/plist.ts";
import { FILE, fieldsOf, parsePlistFile, seen } from "../../artifacts.fixture.ts";
import { applications } from "./index.ts";

const receipt = (app: string, more: { readonly [k: string]: Plain } = {}): { readonly [k: string]: Plain } => ({
  softwareVersionBundleId: app,
  itemName: "Notas",
  artistName: "Ejemplo, S.A.",
  bundleShortVersionString: "1.2",
  sourceApp: "com.apple.AppStore",
  s: 143_468,
  "com.apple.iTunesStore.downloadInfo": {
    purchaseDate: "2022-03-04T05:06:07Z",
    accountInfo: { AppleID: "ana@example.org", DSPersonID: 17 },
  },
  ...more,
});

for (const [form, write] of [
  ["XML", xmlPlist],
  ["binary", bplist],
] as const) {
  test(`a receipt inside the list (${form})`, async () => {
    const { records, problems } = await parsePlistFile(applications, {
      Applications: { "mx.example.notas": { iTunesMetadata: write(receipt("mx.example.notas")) } },
      "Installed Applications": ["mx.example.notas", "mx.example.sola"],
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(fieldsOf(records[0]!), {
      app: "mx.example.notas",
      receipt: true,
      name: "Notas",
      version: "1.2",
      maker: "Ejemplo, S.A.",
      source: "com.apple.AppStore",
      store: 143_468,
      account: 1,
    });
    assert.equal(isoUtc(records[0]!.at!.utc!, "s"), "2022-03-04T05:06:07Z");
    assert.deepEqual(records[0]!.origin, { file: FILE, at: { key: "Applications.mx.example.notas" } });
    assert.deepEqual(seen(records[0]!), ["app-id installed mx.example.notas", "process installed mx.example.notas"]);
    assert.deepEqual(fieldsOf(records[1]!), { app: "mx.example.sola", receipt: false });
    assert.equal(records[1]!.at, undefined);
  });
}

test("no account is kept, only whether it is another one", async () => {
  const other = {
    "com.apple.iTunesStore.downloadInfo": { accountInfo: { AppleID: "mal@example.org", DSPersonID: 18 } },
  };
  const { records } = await parsePlistFile(applications, {
    Applications: {
      a: { iTunesMetadata: bplist(receipt("a")) },
      b: { iTunesMetadata: bplist(receipt("b", other)) },
      c: { iTunesMetadata: receipt("c") },
    },
  });
  assert.deepEqual(
    records.map((r) => r.fields.account),
    [1, 2, 1],
  );
  assert.doesNotMatch(
    JSON.stringify(records, (_, v) => (typeof v === "bigint" ? String(v) : v)),
    /example\.org|17|18/,
  );
});

test("a receipt of another app is said, and both are observed", async () => {
  const { records } = await parsePlistFile(applications, {
    Applications: { a: { iTunesMetadata: bplist(receipt("com.evil.agent")) } },
  });
  assert.equal(records[0]!.fields.receipt_app, "com.evil.agent");
  assert.ok(seen(records[0]!).includes("app-id installed com.evil.agent"));
});

test("purchase dates name their zone or are none", async () => {
  const at = async (purchaseDate: Plain) =>
    (
      await parsePlistFile(applications, {
        Applications: {
          a: { iTunesMetadata: bplist(receipt("a", { "com.apple.iTunesStore.downloadInfo": { purchaseDate } })) },
        },
      })
    ).records[0]!.at?.utc;
  assert.equal(await at("2022-03-04T05:06:07+02:00"), 1_646_363_167_000_000_000n);
  assert.equal(await at(new Date("2022-03-04T03:06:07Z")), 1_646_363_167_000_000_000n);
  for (const bad of ["2022-03-04 05:06:07", "ayer", "", "2022-13-04T05:06:07Z", ["x"]] as Plain[])
    assert.equal(await at(bad), undefined);
});

test("no list of receipts: nothing is said about any app", async () => {
  const { records } = await parsePlistFile(applications, { "Installed Applications": ["a", 5, "", "a"] });
  assert.deepEqual(records.map(fieldsOf), [{ app: "a" }]);
});

test("damaged receipts cost themselves, wrong types the value", async () => {
  const { records, problems } = await parsePlistFile(applications, {
    Applications: {
      cut: { iTunesMetadata: bplist(receipt("cut")).slice(0, 40) },
      junk: { iTunesMetadata: new Uint8Array([1, 2, 3]) },
      huge: { iTunesMetadata: new Uint8Array(4_194_305) },
      array: { iTunesMetadata: bplist(["x"]) },
      text: "x",
      odd: { iTunesMetadata: bplist({ itemName: 5, sourceApp: ["x"], softwareVersionBundleId: "", s: "x" }) },
    },
    "Installed Applications": { x: 1 },
  });
  assert.deepEqual(
    records.map((r) => [r.fields.app, r.fields.receipt, r.fields.source]),
    ["cut", "junk", "huge", "array", "text"].map((a) => [a, false, undefined]).concat([["odd", false, undefined]]),
  );
  assert.deepEqual([...new Set(problems.map((p) => p.code))].sort(), ["plist-damaged", "plist-limit"]);
  const none = await parsePlistFile(applications, ["x"]);
  assert.deepEqual([none.records, none.problems.map((p) => p.code)], [[], ["plist-damaged"]]);
});

test("one receipt under many apps is read as often as there is room for, and it is said", () => {
  const large = bplist({ ...receipt("a"), filler: "x".repeat(4_000_000) });
  const entry = new Map([["iTunesMetadata", large]]);
  const value = new Map([["Applications", new Map(Array.from({ length: 20 }, (_, i) => [`mx.example.a${i}`, entry]))]]);
  const [records, problems] = [[] as ArtifactRecord[], [] as Problem[]];
  const acquisition = { kind: "ios-backup" };
  const problem = (p: Problem): void => void problems.push(p);
  applications
    .parse({ acquisition, file: FILE, path: "Info.plist", content: false, problem })
    .take({ value, origin: (key) => ({ file: FILE, at: { key } }) }, (r) => void records.push(r));
  assert.deepEqual([records.length, records[0]!.fields.receipt, records[19]!.fields.receipt], [20, true, false]);
  assert.deepEqual([problems.length, problems[0]!.code], [4, "plist-limit"]);
});
