import assert from "node:assert/strict";
import { test } from "node:test";
import type { EvidenceFile } from "@contraluz/core";
import { utcNs } from "@contraluz/core";
import { fieldsOf, parseListing, seen } from "../../artifacts.fixture.ts";
import { fileSystem } from "./index.ts";

const file = (path: string, more: Partial<EvidenceFile> = {}): EvidenceFile => ({
  path,
  kind: "file",
  size: 3,
  ...more,
});
const parse = (...files: EvidenceFile[]) => parseListing(fileSystem, files).records;

test("a file is present under its path on the phone", () => {
  const modified = utcNs(1_714_979_289n * 1_000_000_000n, "1714979289", "s");
  const [r] = parse(file("private/var/tmp/l/upgrade.dylib", { times: { modified } }));
  assert.equal(r!.at, modified);
  assert.deepEqual(fieldsOf(r!), { path: "/private/var/tmp/l/upgrade.dylib", size: 3 });
  assert.deepEqual(seen(r!), ["file-path present /private/var/tmp/l/upgrade.dylib", "process present upgrade.dylib"]);
});

test("names of programs where programs lie, and nowhere else", () => {
  const names = (path: string, kind: EvidenceFile["kind"] = "file") =>
    seen(parse(file(path, { kind }))[0]!).filter((s) => s.startsWith("process"));
  assert.deepEqual(names("usr/libexec/BackupAgent"), ["process present BackupAgent"]);
  assert.deepEqual(names("private/var/db/com.apple.xpc.roleaccountd.staging/bh"), ["process present bh"]);
  assert.deepEqual(names("sbin/launchd"), ["process present launchd"]);
  for (const path of ["private/var/mobile/Media/bh", "usr/lib/bh", "usr/libexec/.bh", "xusr/libexec/bh"])
    assert.deepEqual(names(path), [], path);
  assert.deepEqual(names("usr/libexec/folder", "dir"), []);
});

test("sites that keep data in an app", () => {
  const app = "private/var/mobile/Containers/Data/Application/A/Library/WebKit/WebsiteData";
  const sites = (path: string) => seen(parse(file(path))[0]!).filter((s) => s.startsWith("domain"));
  assert.deepEqual(sites(`${app}/IndexedDB/v1/https_evil.example_0/x.sqlite3`), ["domain visited evil.example"]);
  assert.deepEqual(sites(`${app}/LocalStorage/http_www.example.org_8080.localstorage`), [
    "domain visited www.example.org",
  ]);
  assert.deepEqual(sites(`${app}/LocalStorage/https.localstorage`), []);
});

test("folders and links say that they are; a folder may end in a slash", () => {
  const all = parse(file("private/var/jb", { kind: "link" }), file("private/var/lib/", { kind: "dir" }), file("/"));
  assert.deepEqual(
    all.map((r) => [r.fields.path, r.fields.type]),
    [
      ["/private/var/jb", "link"],
      ["/private/var/lib", "dir"],
    ],
  );
});

test("the phone was set up anew", () => {
  const what = parse(
    file("private/var/root/.obliterated"),
    file("private/var/root/.bootstrapped"),
    file("private/var/mobile/MobileSoftwareUpdate/restore.log"),
    file("constructor"),
  ).filter((r) => r.kind === "marker");
  assert.deepEqual(
    what.map((r) => r.fields.what),
    ["obliterated", "bootstrapped", "restored"],
  );
});
