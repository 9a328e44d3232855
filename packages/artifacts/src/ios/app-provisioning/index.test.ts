import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, isoUtc, type Moment, type Problem } from "@contraluz/core";
import { cpu } from "@contraluz/core/cpu.fixture.ts";
import { checkRecords, FILE, fieldsOf, memory, seen } from "../../artifacts.fixture.ts";
import { runBytes } from "../../feeds/bytes.ts";
import { appProvisioning } from "./index.ts";

const PATH = "private/var/containers/Bundle/Application/E6A40C89-9EFA/Red.app/embedded.mobileprovision";
const PERMIT = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>AppIDName</key><string>Mi Red</string>
<key>Name</key><string>In-House</string><key>ProvisionsAllDevices</key><true/>
<key>TeamIdentifier</key><array><string>ABCDE12345</string></array><key>TeamName</key><string>Ejemplo, S.A.</string>
<key>UUID</key><string>0F0E0D0C-0B0A-4908-8706-050403020100</string>
<key>CreationDate</key><date>2022-03-04T05:06:07Z</date><key>ExpirationDate</key><date>2023-03-04T05:06:07Z</date>
</dict></plist>`;

async function parse(body: string, before = "0\u0001<?x<?xm", after = "\u0001\u0002") {
  const problems: Problem[] = [];
  const records: ArtifactRecord[] = [];
  const report = (p: Problem): void => void problems.push(p);
  const run = { acquisition: { kind: "ios-filesystem" }, file: FILE, path: PATH, content: false, problem: report };
  const parser = appProvisioning.parse(run);
  const subs = [{ take: (i: Parameters<typeof parser.take>[0]) => parser.take(i, (r) => void records.push(r)) }];
  const bytes = new TextEncoder().encode(before + body + after);
  await runBytes(memory(bytes), subs, { file: FILE, report });
  checkRecords(appProvisioning, records, false);
  return { records, codes: problems.map((p) => p.code) };
}

test("a company's permit: who claims to have made it, and since when", async () => {
  const { records, codes } = await parse(PERMIT);
  const { expires, ...rest } = fieldsOf(records[0]!);
  assert.deepEqual([records.length, codes], [1, []]);
  assert.deepEqual(rest, {
    folder: "E6A40C89-9EFA",
    app: "Mi Red",
    name: "In-House",
    uuid: "0F0E0D0C-0B0A-4908-8706-050403020100",
    team: "ABCDE12345",
    team_name: "Ejemplo, S.A.",
    company: true,
  });
  assert.equal(isoUtc(records[0]!.at!.utc!, "s"), "2022-03-04T05:06:07Z");
  assert.equal(isoUtc((expires as Moment).utc!, "s"), "2023-03-04T05:06:07Z");
  assert.deepEqual(seen(records[0]!), ["profile-id installed 0F0E0D0C-0B0A-4908-8706-050403020100"]);
  assert.deepEqual(records[0]!.origin, { file: FILE, at: { offset: 9, length: PERMIT.length } });
});

test("phones of testers are counted, not kept", async () => {
  const list =
    "<key>ProvisionedDevices</key><array><string>00008030-AAAA</string><string>00008030-BBBB</string></array>";
  const { records } = await parse(PERMIT.replace("<key>ProvisionsAllDevices</key><true/>", list));
  assert.deepEqual([records[0]!.fields.devices, records[0]!.fields.company], [2, undefined]);
  assert.doesNotMatch(
    JSON.stringify(fieldsOf(records[0]!), (_, v) => (typeof v === "bigint" ? "" : v)),
    /00008030/,
  );
});

test("no list, a cut one, one that is no dictionary: a problem, no record", async () => {
  for (const body of ["", PERMIT.slice(0, 400), PERMIT.replace("</plist>", "")])
    assert.deepEqual(await parse(body), { records: [], codes: ["plist-damaged"] });
  const { records, codes } = await parse('<?xml version="1.0"?><plist version="1.0"><array/></plist>');
  assert.deepEqual([records, codes], [[], ["plist-damaged"]]);
  // Values of other types are left out.
  const odd = await parse('<?xml version="1.0"?><plist version="1.0"><dict><key>UUID</key><true/></dict></plist>');
  assert.deepEqual([odd.codes, fieldsOf(odd.records[0]!)], [[], { folder: "E6A40C89-9EFA" }]);
});

test("thousands of half marks cost no time", async () => {
  const spent = cpu();
  assert.deepEqual((await parse("", "<?xm".repeat(200_000))).codes, ["plist-damaged"]);
  assert.ok(spent() < 2000);
});
