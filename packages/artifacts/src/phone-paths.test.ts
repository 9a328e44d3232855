import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTIFACTS } from "./index.ts";
import { inBackupAndDump, ownerOf, phonePaths } from "./phone-paths.ts";

test("each domain lies where the phone keeps it", () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    "HomeDomain/Library/SMS/sms.db": ["private/var/mobile/Library/SMS/sms.db"],
    "RootDomain/Library/Caches/locationd/clients.plist": ["private/var/root/Library/Caches/locationd/clients.plist"],
    "WirelessDomain/Library/Databases/DataUsage.sqlite": ["private/var/wireless/Library/Databases/DataUsage.sqlite"],
    "SystemPreferencesDomain/com.apple.wifi.plist": ["private/var/preferences/com.apple.wifi.plist"],
    "AppDomain-com.apple.mobilesafari/Library/Safari/History.db": [
      "private/var/mobile/Containers/Data/Application/*/Library/Safari/History.db",
    ],
    "AppDomainGroup-group.net.whatsapp.WhatsApp.shared/ChatStorage.sqlite": [
      "private/var/mobile/Containers/Shared/AppGroup/*/ChatStorage.sqlite",
    ],
    "SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles/Library/x": [
      "private/var/containers/Shared/SystemGroup/systemgroup.com.apple.configurationprofiles/Library/x",
      "private/var/containers/Shared/SystemGroup/*/Library/x",
    ],
    "*/Library/Safari/History.db": [
      "private/var/mobile/Library/Safari/History.db",
      "private/var/mobile/Containers/Data/Application/*/Library/Safari/History.db",
      "private/var/mobile/Containers/Shared/AppGroup/*/Library/Safari/History.db",
      "private/var/mobile/Containers/Data/PluginKitPlugin/*/Library/Safari/History.db",
    ],
  };
  for (const [backup, phone] of Object.entries(cases)) assert.deepEqual(phonePaths([backup]), phone, backup);
});

test("what only a backup has lies nowhere; what no domain tells is added", () => {
  assert.deepEqual(phonePaths(["Manifest.db", "Info.plist", "NoDomain/x"]), []);
  const where = inBackupAndDump({ paths: ["HomeDomain/x", "Info.plist"], want: {} }, [
    "private/var/y",
    "private/var/mobile/x",
  ]);
  assert.deepEqual(where["ios-filesystem"], { paths: ["private/var/mobile/x", "private/var/y"], want: {} });
  assert.deepEqual(where["ios-backup"], { paths: ["HomeDomain/x", "Info.plist"], want: {} });
});

test("every place of a backup but those of the backup itself is one of a dump", () => {
  for (const a of ARTIFACTS) {
    const backup = a.where["ios-backup"];
    if (!backup) continue;
    const own = backup.paths.every((p) => !p.includes("/"));
    assert.equal((a.where["ios-filesystem"]?.paths.length ?? 0) > 0, !own, a.id);
    for (const p of a.where["ios-filesystem"]?.paths ?? []) assert.match(p, /^private\/var\//, a.id);
  }
});

test("a container is called by the name of its folder", () => {
  assert.equal(ownerOf("private/var/mobile/Containers/Data/Application/0A/Library/x"), "0A");
  assert.equal(
    ownerOf("private/var/containers/Shared/SystemGroup/systemgroup.com.apple.x/Library/x"),
    "systemgroup.com.apple.x",
  );
  assert.equal(ownerOf("private/var/mobile/Library/x"), undefined);
  assert.equal(ownerOf("HomeDomain/x"), undefined);
});
