import assert from "node:assert/strict";
import { test } from "node:test";
import { type Acquisition, isoUtc, type Moment } from "@contraluz/core";
import { fieldsOf, parseLines, seen } from "../../artifacts.fixture.ts";
import { installationLog } from "./index.ts";

const acquisition: Acquisition = { kind: "sysdiagnose", zone: "-06:00" };
const path = "logs/MobileInstallation/mobile_installation.log.0";
const head = "Mon Sep  2 05:47:19 2024 [446] <notice> (0x16fc9b000)";
const U = "1EC20F02-263B-4299-AE05-3F5D7A7744E9";

const LOG = `cut line
${head} -[MIClientConnection x]: Install of "/private/var/staging/App.app" type Placeholder (LSInstallType = D, Domain: 1) requested by installcoordinationd (pid 960 (501/501))
${head} -[MIInstaller x]: Installing <MIInstallableBundle ID=com.example.app; Version=(null), ShortVersion=(null)>
${head} -[MIInstaller x]: Installing <MIInstallableBundle ID=com.example.app; Persona=P-1, Version=20.3, ShortVersion=20>
${head} -[MIContainer x]: Made container live for com.example.app at /private/var/containers/Bundle/Application/${U}
${head} -[MIInstaller x]: Install Successful for (Customer:com.example.app); Overall: 6.48s
${head} -[MIInstaller x]: Successfully registered {
    "com.example.app"
} for 501
${head} -[MIClientConnection x]: Uninstall requested by SpringBoard (pid 188 (501/501)) for identity [com.example.app/P-1] with options: {
}
${head} -[MIUninstaller x]: Uninstalling identifier com.example.app
${head} -[MIUninstaller x]: Destroying container com.example.app with persona (null) at /private/var/containers/Bundle/Application/${U}
`;

test("installations and removals, with who asked, and a count of entries", async () => {
  const { records, problems } = await parseLines(installationLog, LOG, { path, acquisition });
  assert.deepEqual(problems, []);
  const bundle = `/private/var/containers/Bundle/Application/${U}`;
  const app = "com.example.app";
  assert.deepEqual(records.map(fieldsOf), [
    { action: "requested", type: "Placeholder", by: "installcoordinationd", path: "/private/var/staging/App.app" },
    { action: "installing", app },
    { action: "installing", app, version: "20.3" },
    { action: "container", app, path: bundle },
    { action: "installed", app, type: "Customer" },
    { action: "removal-requested", app, by: "SpringBoard" },
    { action: "removing", app },
    { action: "removed", app, path: bundle },
    { name: "mobile_installation.log.0", entries: 9 },
  ]);
  assert.deepEqual(seen(records[4]!), [`app-id installed ${app}`]);
  assert.equal(isoUtc(records[0]!.at!.utc!, "s"), "2024-09-02T11:47:19Z");
  assert.equal(records[0]!.at!.zone?.from, "assumed");
  assert.deepEqual(records[7]!.origin.at, { line: 13, offset: LOG.indexOf(`${head} -[MIUninstaller x]: Destroying`) });
});

test("folders of one app are one record, with the first and the last time", async () => {
  const later = "Tue Sep  3 05:47:19 2024 [446] <notice> (0x16fc9b000)";
  const live =
    "-[MIContainer x]: Made container live for com.example.ext at /private/var/mobile/Containers/Data/PluginKitPlugin";
  const { records } = await parseLines(installationLog, `${head} ${live}/A\n${later} ${live}/B\n`, {
    path,
    acquisition,
  });
  const [folder] = records;
  const { last, ...rest } = fieldsOf(folder!);
  assert.deepEqual(rest, {
    app: "com.example.ext",
    path: "/private/var/mobile/Containers/Data/PluginKitPlugin/B",
    times: 2,
  });
  assert.deepEqual(
    [isoUtc(folder!.at!.utc!, "s"), isoUtc((last as Moment).utc!, "s"), folder!.origin.at],
    ["2024-09-02T11:47:19Z", "2024-09-03T11:47:19Z", { line: 1, offset: 0 }],
  );
});

test("a file without entries is a problem", async () => {
  const { records, problems } = await parseLines(installationLog, "x\n", { path, acquisition });
  assert.deepEqual([records.length, records[0]?.fields.entries, problems[0]?.lost], [1, 0, "file"]);
});
