import assert from "node:assert/strict";
import { test } from "node:test";
import { levelOf } from "../levels.ts";
import { BUILTIN_SET, BUILTIN_SIGNS } from "./builtin.ts";
import { compileIndicators } from "./compile.ts";
import { normalIndicator } from "./keys.ts";
import { createMatcher } from "./matcher.ts";
import { NOT_COVERED } from "./not-covered.ts";

test("every built-in sign is valid, has a source, and is no server", () => {
  const seen = new Set<string>();
  for (const s of BUILTIN_SIGNS) {
    assert.ok(normalIndicator(s.type, s.value), `${s.type} ${s.value}`);
    assert.ok(s.source.length > 10 && !s.source.includes("://"), s.value);
    assert.ok(!["domain", "url", "ip"].includes(s.type), s.value);
    const key = `${s.campaign} ${s.type} ${s.value}`;
    assert.ok(!seen.has(key), `twice: ${key}`);
    seen.add(key);
  }
});

test("a first check works with them", async () => {
  const compiled = await compileIndicators([BUILTIN_SET]);
  assert.equal(compiled.sets[0]!.count, BUILTIN_SIGNS.length);
  assert.equal(compiled.sets[0]!.name, "contraluz-builtin");
  const m = createMatcher(compiled);
  for (const [type, value, contact, campaign, level] of [
    ["process", "rlaccountd", "ran", "Pegasus", "match"],
    ["process", "bh", "ran", "Pegasus", "lead"],
    ["process", "payload", "ran", "Pegasus", "lead"],
    ["process", "BackupAgent", "ran", "Operation Triangulation", "match"],
    ["process", "com.apple.avcapt", "ran", "QuaDream KingsPawn", "lead"],
    ["file-path", "/private/var/db/com.apple.xpc.roleaccountd.staging/anything", "ran", "Pegasus", "lead"],
    ["file-path", "/private/var/db/com.apple.xpc.roleaccountd.staging/subridged", "ran", "QuaDream KingsPawn", "match"],
    ["file-path", "/private/var/tmp/UserEventAgent", "present", "Predator", "match"],
    ["profile-id", "76dab334-7e17-475d-a5d6-0794eb5818a5", "installed", "Predator", "match"],
    [
      "file-path",
      "/private/var/mobile/Library/Preferences/com.apple.photolibraryd.plist",
      "present",
      "Coruna",
      "match",
    ],
    ["file-path", "/private/var/tmp/icloud_dump/a/b", "present", "DarkSword", "match"],
    ["file-path", "/var/containers/Bundle/AppleAppLit/log", "present", "LightSpy", "match"],
    ["email", "mailto:bergers.o79@gmail.com", "looked-up", "Pegasus", "targeted"],
    ["app-id", "com.serv.services", "installed", "NoviSpy", "match"],
    ["property", "sys.brand.note", "present", "Mercenary spyware campaign of 2023", "match"],
  ] as const) {
    const found = m.match({ type, value, contact }).filter((i) => i.campaign === campaign);
    assert.ok(found.length > 0, value);
    assert.ok(
      found.some((i) => levelOf(i, contact) === level),
      `${value}: ${found.map((i) => levelOf(i, contact))}`,
    );
  }
  for (const value of ["BackupAgent2", "roleaccountd2", "UserEventAgent", "SpringBoard", "rolexD"])
    assert.deepEqual(m.match({ type: "process", value, contact: "ran" }), [], value);
  for (const value of [
    "/usr/libexec/UserEventAgent",
    "/private/var/mobile/Library/Preferences/com.apple.CrashReporter.plist",
    "/private/var/containers/Bundle/Application/0A/x.app",
  ])
    assert.deepEqual(m.match({ type: "file-path", value, contact: "present" }), [], value);
});

test("what they cannot show is said in both languages", () => {
  assert.ok(NOT_COVERED.some((n) => n.campaign.startsWith("Graphite")));
  for (const n of NOT_COVERED) for (const lang of ["es", "en"] as const) assert.match(String(n.why[lang]), /\.$/);
});
