import assert from "node:assert/strict";
import { test } from "node:test";
import { type EvidenceFile, unixSeconds } from "@contraluz/core";
import { fieldsOf, parseListing, seen } from "../../artifacts.fixture.ts";
import { manifest } from "./index.ts";

type Values = NonNullable<EvidenceFile["listing"]>["values"];
function file(
  domain: string,
  relativePath: string,
  more: Partial<EvidenceFile> & { values?: Values } = {},
): EvidenceFile {
  const { values, ...rest } = more;
  return {
    path: relativePath === "" ? domain : `${domain}/${relativePath}`,
    kind: "file",
    listing: { row: 5, page: 2, cell: 1, values: { domain, relativePath, ...values } },
    ...rest,
  };
}
const observed = (domain: string, path: string, more: Parameters<typeof file>[2] = {}) =>
  seen(parseListing(manifest, [file(domain, path, more)]).records[0]!);

test("a file with its dates, owner and place", () => {
  const [modified, changed, born] = [1_714_979_289, 1_714_979_290, 1_714_979_291].map((s) => unixSeconds(s)!);
  const f = file("HomeDomain", "Library/SMS/sms.db", {
    size: 12,
    times: { modified: modified!, changed: changed!, born: born! },
    values: { mode: 0o100644, userId: 501, fileID: "3d0d" },
  });
  const [r] = parseListing(manifest, [f]).records;
  assert.equal(r!.at, modified);
  assert.deepEqual(fieldsOf(r!), {
    domain: "HomeDomain",
    path: "Library/SMS/sms.db",
    type: "file",
    size: 12,
    mode: 0o100644,
    owner: 501,
    born,
    changed,
    id: "3d0d",
  });
  assert.deepEqual(seen(r!), ["file-path present /private/var/mobile/Library/SMS/sms.db"]);
});

test("paths on the device, domain by domain", () => {
  for (const [domain, path, expected] of [
    ["HomeDomain", "Library/x", "/private/var/mobile/Library/x"],
    ["RootDomain", "Library/x", "/private/var/root/Library/x"],
    ["WirelessDomain", "Library/x", "/private/var/wireless/Library/x"],
    ["MediaDomain", "Media/x", "/private/var/mobile/Media/x"],
    ["CameraRollDomain", "Media/DCIM/x", "/private/var/mobile/Media/DCIM/x"],
    ["DatabaseDomain", "com.apple.xpc.roleaccountd.staging/x", "/private/var/db/com.apple.xpc.roleaccountd.staging/x"],
    ["HealthDomain", "Health/x", "/private/var/mobile/Library/Health/x"],
    ["KeychainDomain", "TrustStore.sqlite3", "/private/var/Keychains/TrustStore.sqlite3"],
    ["ManagedPreferencesDomain", "mobile/x", "/private/var/Managed Preferences/mobile/x"],
    ["InstallDomain", "Library/x", "/private/var/installd/Library/x"],
  ])
    assert.deepEqual(observed(domain!, path!), [`file-path present ${expected}`], domain);
});

test("containers have no path that we could know: the name counts, and the app once", () => {
  const { records } = parseListing(manifest, [
    file("AppDomain-com.example.app", "", { kind: "dir" }),
    file("AppDomain-com.example.app", "Documents/x.dat"),
    file("AppDomainPlugin-com.example.app.part", "Library/y"),
    file("AppDomainGroup-group.com.example", "z"),
    file("AppDomain-com.example.app", "Documents", { kind: "dir" }),
    file("SysContainerDomain-com.example", "tmp/z"),
  ]);
  assert.deepEqual(records.map(seen), [
    ["app-id present com.example.app"],
    ["file-name present x.dat"],
    ["file-name present y", "app-id present com.example.app.part"],
    ["file-name present z"],
    ["file-name present Documents"],
    ["file-name present z"],
  ]);
});

test("storage of sites in an app's web view", () => {
  const app = "SysContainerDomain-x";
  const site = (path: string): string[] => observed(app, path).filter((o) => o.startsWith("domain"));
  for (const [path, host] of [
    ["Library/WebKit/WebsiteData/LocalStorage/https_evil.example_0.localstorage", "evil.example"],
    ["Library/WebKit/WebsiteData/LocalStorage/http_evil.example_8443.localstorage-wal", "evil.example"],
    ["Library/WebKit/WebsiteData/WebSQL/https_www.evil.example_0/f9d2.db", "www.evil.example"],
    ["Library/WebKit/WebsiteData/IndexedDB/v1/https_a_b.evil.example_0", "a_b.evil.example"],
    ["https_xn--maana-pta.example_0.indexeddb.leveldb/LOG", "xn--maana-pta.example"],
  ])
    assert.deepEqual(site(path!), [`domain visited ${host}`], path);
  for (const path of [
    "Library/https_evil.example",
    "Library/xhttps_evil.example_0",
    "Library/com.evil.example_1.plist",
    "Library/http_",
    "https__0",
    "Library/https_a/b_0",
  ])
    assert.deepEqual(site(path), [], path);
});

test("a link says where it points", () => {
  const [r] = parseListing(manifest, [
    file("RootDomain", "x", { kind: "link", values: { target: "/var/tmp/evil" } }),
  ]).records;
  assert.equal(r!.fields.target, "/var/tmp/evil");
  assert.deepEqual(seen(r!), ["file-path present /private/var/root/x", "file-path listed /var/tmp/evil"]);
  assert.deepEqual(observed("RootDomain", "x", { kind: "link", values: { target: "../x" } }), [
    "file-path present /private/var/root/x",
  ]);
});

test("hostile names are kept as they stand and lead nowhere", () => {
  for (const name of ["../../../etc/passwd", "a\u0000b", "\u202e\u001b[2J", "constructor", "__proto__"])
    assert.deepEqual(observed("HomeDomain", name), [`file-path present /private/var/mobile/${name}`]);
  assert.deepEqual(observed("__proto__", "x"), ["file-name present x"]);
  assert.deepEqual(observed("AppDomain-", "x/"), []);
});

test("what has no row in the list gives no record; damaged rows give what is there", () => {
  const { records } = parseListing(manifest, [
    { path: "x", kind: "file" },
    { path: "y", kind: "other", listing: { row: 1, values: {} } },
  ]);
  assert.deepEqual(records.map(fieldsOf), [{ domain: "", path: "", type: "other" }]);
});
