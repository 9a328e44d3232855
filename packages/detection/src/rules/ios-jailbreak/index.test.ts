import assert from "node:assert/strict";
import { test } from "node:test";
import { CONTEXT, ref } from "../../detection.fixture.ts";
import { jailbreak as rule } from "./index.ts";

const facts = (...paths: readonly unknown[]) =>
  paths.flatMap((path, i) => {
    const record = { kind: "file", fields: { path: path as string }, observables: [], origin: ref(0).origin };
    return rule.fact(record, () => ref(i), "ios/file-system") ?? [];
  });

test("tools by their files", () => {
  const what = (path: string) => facts(path)[0]?.what;
  assert.equal(what("/Applications/Cydia.app/Info.plist"), "Cydia");
  assert.equal(what("/private/var/jb"), "/var/jb");
  assert.equal(what("/private/preboot/0123ABCD/jb-abc/procursus"), undefined);
  assert.equal(what("/private/preboot/0123ABCD/procursus/Applications/Sileo.app"), "Sileo");
  assert.equal(what("/usr/sbin/sshd"), "sshd");
  assert.equal(what("/.installed_unc0ver"), "unc0ver");
});

test("ordinary files, and what is no path", () => {
  assert.deepEqual(
    facts(
      "/Applications/Camera.app",
      "/usr/lib/dyld",
      "/private/var/jbx",
      "/private/var/lib/aptitude",
      "/private/etc/hosts",
      undefined,
      7,
    ),
    [],
  );
});

test("one note for all of them", () => {
  const hits = [...rule.judge(facts("/private/var/jb", "/usr/sbin/sshd"), CONTEXT)];
  assert.deepEqual(
    hits.map((h) => [h.subject, h.params!.what, h.records.length]),
    [["jailbreak", "/var/jb, sshd", 2]],
  );
  assert.deepEqual([...rule.judge([], CONTEXT)], []);
});
