import assert from "node:assert/strict";
import { test } from "node:test";
import { isoUtc, type Moment } from "@contraluz/core";
import { fieldsOf, parseSections, seen } from "../../artifacts.fixture.ts";
import { packages } from "./index.ts";

const FLAGS = "HAS_CODE ALLOW_CLEAR_USER_DATA";
/** Android 16: the app that came by a file, for the phone's owner, and not for the other user. */
const NEW = `Database versions:
  Internal:
    sdkVersion=36 databaseVersion=3

Packages:
  Package [com.example.oculta] (672e433):
    appId=10333
    pkg=Package{2e4e3f0 com.example.oculta}
    codePath=/data/app/~~l6tHbjufc==/com.example.oculta-6UZto==
    versionCode=16 minSdk=26 targetSdk=34
    versionName=1.2.0
    flags=[ ${FLAGS} DEBUGGABLE ]
    lastUpdateTime=2026-03-01 13:40:57
    installerPackageName=com.google.android.packageinstaller
    installerPackageUid=10078
    initiatingPackageName=com.google.android.packageinstaller
    originatingPackageName=com.example.navegador
    packageSource=4
    signatures=PackageSignatures{4885d69 version:2, signatures:[9cff67fe], past signatures:[]}
    pkgFlags=[ ${FLAGS} DEBUGGABLE ]
    declared permissions:
      com.example.oculta.OWN: prot=signature
    requested permissions:
      android.permission.CAMERA
      android.permission.READ_SMS: restricted=true
    install permissions:
      android.permission.INTERNET: granted=true
    User 0: ceDataInode=122761 installed=true hidden=false suspended=false distractionFlags=0 stopped=false notLaunched=false enabled=3 instant=false virtual=false
      installReason=4
      firstInstallTime=2026-02-28 09:00:00
      lastDisabledCaller: com.android.settings
      gids=[3003]
      runtime permissions:
        android.permission.CAMERA: granted=true, flags=[ USER_SET]
        android.permission.READ_SMS: granted=false, flags=[ USER_SET]
      disabledComponents:
        com.example.oculta.Icono
    User 10: ceDataInode=0 installed=false hidden=false suspended=false stopped=true notLaunched=true enabled=0 instant=false virtual=false
      firstInstallTime=1970-01-01 00:00:00
  Package [com.example.borrada] (1):
    appId=10334
    codePath=/data/app/x
    User 0: ceDataInode=0 installed=false hidden=false suspended=false stopped=true notLaunched=true enabled=0 instant=false virtual=false
  Package [huaweiext] (2):
    appId=1000
    codePath=/system/framework
    timeStamp=2008-12-31 18:00:00
    lastUpdateTime=2008-12-31 18:00:00
    pkgFlags=[ SYSTEM HAS_CODE UPDATED_SYSTEM_APP ]
    User 0: ceDataInode=1 installed=true hidden=true suspended=false stopped=false notLaunched=false enabled=0 instant=false virtual=false
    User 10: ceDataInode=1 installed=true hidden=false suspended=false stopped=false notLaunched=false enabled=0 instant=false virtual=false

Hidden system packages:
  Package [com.example.mapas] (3):
    codePath=/product/app/Mapas
    versionCode=7 minSdk=24 targetSdk=36
    versionName=14.0

Shared users:
  SharedUser [android.uid.system] (abc):
    appId=1000
    install permissions:
      android.permission.CAMERA: granted=true
    User 0: 
      runtime permissions:
        android.permission.READ_SMS: granted=true

Package Changes:
  Sequence number=7
  User 0:
    seq=2, package=com.example.ya.no
`;

test("Android 16: who brought an app, what it may do, for whom it is there", async () => {
  const { records, problems } = await parseSections(packages, { package: NEW });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    records.map((r) => [r.kind, r.fields.app ?? r.fields.name, r.fields.user]),
    [
      ["package", "com.example.oculta", 0],
      ["package", "com.example.borrada", 0],
      ["package", "huaweiext", 0],
      ["package", "huaweiext", 10],
      ["hidden-system", "com.example.mapas", undefined],
      ["shared-user", "android.uid.system", 0],
      ["change", "com.example.ya.no", 0],
    ],
  );
  const { firstInstall, lastUpdate, ...rest } = fieldsOf(records[0]!);
  assert.deepEqual(rest, {
    app: "com.example.oculta",
    user: 0,
    uid: 10333,
    installed: true,
    codePath: "/data/app/~~l6tHbjufc==/com.example.oculta-6UZto==",
    installer: "com.google.android.packageinstaller",
    initiator: "com.google.android.packageinstaller",
    originator: "com.example.navegador",
    source: "downloaded-file",
    reason: 4,
    system: false,
    updatedSystem: false,
    debuggable: true,
    enabled: "disabled-user",
    disabledBy: "com.android.settings",
    hidden: false,
    suspended: false,
    stopped: false,
    signature: "9cff67fe",
    versionName: "1.2.0",
    versionCode: 16,
    targetSdk: 34,
    granted: ["android.permission.CAMERA"],
    requested: ["android.permission.CAMERA", "android.permission.READ_SMS"],
    disabledComponents: ["com.example.oculta.Icono"],
  });
  assert.equal(isoUtc((firstInstall as Moment).utc!, "s"), "2026-02-28T15:00:00Z");
  assert.equal(isoUtc((lastUpdate as Moment).utc!, "s"), "2026-03-01T19:40:57Z");
  assert.deepEqual(records[0]!.at, firstInstall);
  assert.deepEqual(seen(records[0]!), [
    "app-id installed com.example.oculta",
    "file-path present /data/app/~~l6tHbjufc==/com.example.oculta-6UZto==",
  ]);
  assert.deepEqual(records[0]!.origin.at, { line: 8, offset: 105 + NEW.indexOf("  Package [") });
});

test("an app that no user has is only listed; a date of the image is a text; permissions of a shared user", async () => {
  const { records } = await parseSections(packages, { package: NEW });
  assert.equal(records[1]!.fields.installed, false);
  assert.equal(seen(records[1]!)[0], "app-id listed com.example.borrada");
  const image = records[2]!;
  assert.deepEqual(
    [image.at, image.fields.lastUpdate, image.fields.system, image.fields.updatedSystem, image.fields.hidden],
    [undefined, "2008-12-31 18:00:00", true, true, true],
  );
  assert.equal(records[3]!.fields.uid, 1_001_000);
  assert.deepEqual(records[5]!.fields.granted, ["android.permission.CAMERA", "android.permission.READ_SMS"]);
  assert.deepEqual(seen(records[6]!), ["app-id listed com.example.ya.no"]);
});

test("Android 8: an app made for Android 5 has what it asked for since it was installed", async () => {
  const body = `Packages:
  Package [com.example.vieja] (1f2e):
    userId=10123
    codePath=/data/app/com.example.vieja-1
    versionCode=3 minSdk=14 targetSdk=22
    versionName=1.0
    pkgFlags=[ ${FLAGS} ]
    timeStamp=2020-05-01 10:00:00
    firstInstallTime=2020-05-01 10:00:00
    lastUpdateTime=2020-05-02 10:00:00
    signatures=PackageSignatures{6c98c74 [b378e95c]}
    installPermissionsFixed=true installStatus=1
    requested permissions:
      android.permission.READ_SMS
    install permissions:
      android.permission.READ_SMS: granted=true
      android.permission.INTERNET: granted=true
    User 0: ceDataInode=1 installed=true hidden=false suspended=false stopped=false notLaunched=false enabled=0 instant=false
      gids=[3003]`;
  const { records, problems } = await parseSections(packages, { package: body });
  assert.deepEqual(problems, []);
  const { app, uid, installer, signature, granted } = records[0]!.fields;
  assert.deepEqual(
    [app, uid, installer, signature, granted],
    ["com.example.vieja", 10123, undefined, "b378e95c", ["android.permission.READ_SMS"]],
  );
  assert.equal(isoUtc(records[0]!.at!.utc!, "s"), "2020-05-01T16:00:00Z");
});

test("permissions whose heads are missing", async () => {
  const { records } = await parseSections(packages, {
    package: `Packages:
  Package [com.example.sin.cabeza] (1):
    appId=10001
    android.permission.INTERNET: granted=true
    android.permission.READ_SMS: granted=true
    User 0: installed=true
      android.permission.CAMERA: granted=true, flags=[ USER_SET]
      android.permission.RECORD_AUDIO: granted=false`,
  });
  assert.deepEqual(records[0]!.fields.granted, ["android.permission.CAMERA", "android.permission.READ_SMS"]);
});

test("a list without apps, odd names and endless lists are problems", async () => {
  const none = await parseSections(packages, { package: "Database versions:\n  x\n" });
  assert.deepEqual([none.records.length, none.problems[0]?.lost], [0, "artifact"]);
  const odd = await parseSections(packages, {
    package: "Packages:\n  Package [a b] (1):\n  Package [c.d] (1):\n    appId=1",
  });
  assert.deepEqual([odd.records.length, odd.problems[0]?.found], [1, "1 apps of another form"]);
  const many = Array.from({ length: 1500 }, (_, i) => `      p.${i}`).join("\n");
  const long = await parseSections(packages, {
    package: `Packages:\n  Package [c.d] (1):\n    requested permissions:\n${many}`,
  });
  assert.deepEqual(
    [(long.records[0]!.fields.requested as string[]).length, long.problems[0]?.code],
    [1000, "record-limit"],
  );
});

test("a version whose name has ends of lines in it neither says who brought the app nor hides others", async () => {
  const block = (name: string, version: string) => `  Package [${name}] (1):
    appId=10333
    codePath=/data/app/x
    versionCode=1 minSdk=26 targetSdk=34
    versionName=${version}
    flags=[ HAS_CODE ]
    lastUpdateTime=2026-03-01 13:40:57
    initiatingPackageName=com.example.navegador
    pkgFlags=[ HAS_CODE ]
    User 0: ceDataInode=1 installed=true hidden=false suspended=false stopped=false enabled=0
`;
  const forged = `1
    flags=[ SYSTEM ]
    lastUpdateTime=2020-01-01 00:00:00
    installerPackageName=com.android.vending
    pkgFlags=[ SYSTEM ]
    User 0: ceDataInode=1 installed=false`;
  const { records, problems } = await parseSections(packages, {
    package: `Packages:
${block("com.example.falsa", forged)}${block("com.example.esconde", "1\n\nShared users:")}${block("com.example.otra", "1\n\nHidden system packages:")}${block("com.example.ultima", "1")}`,
  });
  assert.deepEqual(
    records.map((r) => [
      r.kind,
      r.fields.app ?? r.fields.name,
      r.fields.installer,
      r.fields.system,
      r.fields.installed,
    ]),
    [
      ["package", "com.example.falsa", undefined, false, true],
      ["package", "com.example.esconde", undefined, false, true],
      ["package", "com.example.otra", undefined, false, true],
      ["package", "com.example.ultima", undefined, false, true],
    ],
  );
  assert.equal(records[0]!.fields.initiator, "com.example.navegador");
  assert.equal(problems.length, 1);
});
