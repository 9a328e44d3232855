import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc, type Moment } from "@contraluz/core";
import { fieldsOf, parseSections, seen } from "../../artifacts.fixture.ts";
import { installLog } from "./index.ts";

const LOG = `Packages:
  Package [com.example.banco] (1):
    codePath=/data/app/x
Package warning messages:
2026-03-01 13:40:45.340: START INSTALL PACKAGE: observer{133061357}
          stagedDir{/data/app/vmdl1456751445.tmp}
          pkg{com.example.banco}
          versionCode{81253240}
          Request from{com.android.vending}
2026-03-01 13:40:45.717: result of install: 1{133061357}
2026-03-01 13:40:46.062: setApplicationCategoryHint, pkg: com.example.banco, caller: com.android.vending/10253
2026-03-02 09:52:01.536: START DELETE PACKAGE: observer{49463941}
pkg{com.example.borrada}, user{10}, caller{1010253} flags{4}
2026-03-02 09:52:01.538: result of delete: -2{49463941}
2026-03-03 09:52:01.536: START DELETE PACKAGE: observer{49463941}
pkg{com.example.borrada}, user{0}, caller{2000} flags{2}
`;

const SESSIONS = `Active install sessions:
  Active Session 201486112:
    userId=0 mOriginalInstallerUid=10128 mOriginalInstallerPackageName=com.android.vending
    installerPackageName=com.android.vending mInstallerUid=10128 createdMillis=1773504000000
    mode=1 installFlags=0x440002 appPackageName=com.example.pendiente appIcon=false appLabel=null originatingUri=null

Historical install sessions:
  Session 1587917642:
    userId=0 mOriginalInstallerUid=10028 mOriginalInstallerPackageName=com.android.packageinstaller
    installerPackageName=com.android.packageinstaller installInitiatingPackageName=com.android.packageinstaller
    installOriginatingPackageName=org.chromium.chrome mInstallerUid=10028 createdMillis=1719595345907
    updatedMillis=1719595364364 committedMillis=1719595350972 stageDir=/data/app/vmdl1587917642.tmp stageCid=null
    mode=1 installFlags=0x404012 installLocation=1 installReason=4 sizeBytes=42928 appPackageName=com.example.oculta
    appIcon=false appLabel=Mi app appPackageName=com.example.otra originatingUri=https://descargas.example/a.apk originatingUid=10085
    referrerUri=https://descargas.example/ packageSource=4
    mClientProgress=0.9 mFinalStatus=1 mFinalMessage=null
  Session 2:
    userId=0 createdMillis=1719595345907 appPackageName=com.example.mala mFinalStatus=-115
  Session 3:
    userId=0 createdMillis=1719595345907 appPackageName=null mFinalStatus=0

Legacy install sessions:
  x
`;

test("Samsung's log: who asked, what came of it, also of an app that is gone", async () => {
  const { records, problems } = await parseSections(installLog, { package: LOG });
  assert.deepEqual(problems, []);
  assert.deepEqual(records.map(fieldsOf), [
    {
      app: "com.example.banco",
      action: "install",
      by: "com.android.vending",
      version: 81253240,
      result: 1,
      log: "log",
    },
    { app: "com.example.borrada", action: "delete-failed", user: 10, by: "1010253", result: -2, log: "log" },
    { app: "com.example.borrada", action: "delete", user: 0, by: "2000", log: "log" },
  ]);
  assert.equal(isoUtc(records[0]!.at!.utc!, "ms"), "2026-03-01T19:40:45.340Z");
  assert.deepEqual(seen(records[2]!), ["app-id listed com.example.borrada"]);
  assert.deepEqual(records[0]!.origin.at, { line: 7, offset: 105 + LOG.indexOf("2026-03-01 13:40:45.340") });
});

test("sessions: the app that the file came from, its address, the first of a name", async () => {
  const { records, problems } = await parseSections(installLog, { package: SESSIONS });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.fields.app, r.fields.action, r.fields.by]),
    [
      ["com.example.pendiente", "install-open", "com.android.vending"],
      ["com.example.oculta", "install", "com.android.packageinstaller"],
      ["com.example.mala", "install-failed", undefined],
    ],
  );
  const { committed, ...rest } = fieldsOf(records[1]!);
  assert.deepEqual(rest, {
    app: "com.example.oculta",
    action: "install",
    user: 0,
    by: "com.android.packageinstaller",
    initiator: "com.android.packageinstaller",
    originator: "org.chromium.chrome",
    from: "https://descargas.example/a.apk",
    referrer: "https://descargas.example/",
    reason: 4,
    source: 4,
    result: 1,
    log: "sessions",
  });
  assert.equal(isoUtc(records[1]!.at!.utc!, "ms"), "2024-06-28T17:22:25.907Z");
  assert.equal(isoUtc((committed as Moment).utc!, "ms"), "2024-06-28T17:22:30.972Z");
  assert.deepEqual(seen(records[1]!), [
    "app-id listed com.example.oculta",
    "url visited https://descargas.example/a.apk",
  ]);
});

test("a label of a thousand words hides nothing of what stands behind it", async () => {
  const long = SESSIONS.replace("Mi app", "x ".repeat(1000).trim());
  const { records } = await parseSections(installLog, { package: long });
  assert.equal(records[1]!.fields.from, "https://descargas.example/a.apk");
});
