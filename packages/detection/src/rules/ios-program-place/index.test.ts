import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, type RecordRef, say } from "@contraluz/core";
import { CONTEXT, ref } from "../../detection.fixture.ts";
import { daemonName } from "../ios-daemon-name/index.ts";
import { programPlace } from "./index.ts";

const ran = (value: string, more: Partial<ArtifactRecord> = {}): ArtifactRecord => ({
  kind: "process",
  fields: {},
  observables: [
    { type: "process", value, contact: "ran" },
    { type: "file-path", value, contact: "ran" },
  ],
  origin: { file: 0, at: { line: 1, offset: 0 } },
  ...more,
});

function judge(rule: typeof programPlace, records: readonly ArtifactRecord[], known: readonly string[] = []) {
  const facts = records.flatMap((r, i) => {
    const of = (): RecordRef => ref(i, undefined, i % 2 === 0 ? "ios/shutdown-log" : "ios/spindump");
    return rule.fact(r, of, "ios/spindump") ?? [];
  });
  return [...rule.judge(facts, { ...CONTEXT, known })];
}
const subjects = (rule: typeof programPlace, ...paths: string[]) =>
  judge(
    rule,
    paths.map((p) => ran(p)),
  ).map((h) => h.subject);

test("programs in folders for data", () => {
  const odd = [
    "/private/var/tmp/upgrade.dylib",
    "/private/var/db/com.apple.xpc.roleaccountd.staging/mptbd",
    "/var/root/x",
    "/tmp/x",
    "/private/var/mobile/Library/x",
  ];
  assert.deepEqual(
    subjects(programPlace, ...odd),
    odd.map((p) => p.replace(/^\/var\//, "/private/var/").replace(/^\/tmp\//, "/private/var/tmp/")),
  );
});

test("an empty name, a dot or a way up in a path hides nothing", () => {
  const [x, ...same] = ["/private/var/tmp/x", "/private//var/tmp/x", "/private/var/./tmp/x", "/usr/../var/tmp//x"];
  assert.deepEqual(subjects(programPlace, x!, ...same), [x]);
  assert.deepEqual(subjects(daemonName, "/private/var//tmp/UserEventAgent"), ["/private/var/tmp/UserEventAgent"]);
});

test("programs of the system, of apps, of Cryptexes and of developers' images are where they belong", () => {
  const ordinary = [
    "/usr/libexec/logd",
    "/System/Library/CoreServices/SpringBoard.app/SpringBoard",
    "/private/preboot/Cryptexes/OS/System/Library/Frameworks/WebKit.framework/XPCServices/com.apple.WebKit.Networking.xpc/com.apple.WebKit.Networking",
    "/private/var/run/com.apple.security.cryptexd/mnt/x/usr/bin/debugserver",
    "/private/var/containers/Bundle/Application/E6A40C89/Chrome.app/Chrome",
    "/private/var/personalized_debug/usr/libexec/x",
    "/private/var/tmpx/y",
    "/kernel",
    "kernel_task",
    "/private/var/tmp/../../../usr/libexec/logd",
  ];
  assert.deepEqual(subjects(programPlace, ...ordinary), []);
  assert.deepEqual(subjects(daemonName, ...ordinary), []);
});

test("a name of Apple's elsewhere is told once, by its own rule", () => {
  const paths = ["/private/var/tmp/UserEventAgent", "/private/var/containers/Bundle/Application/A/B.app/imagent"];
  assert.deepEqual(subjects(programPlace, ...paths), []);
  assert.deepEqual(subjects(daemonName, ...paths), paths);
  // Names that others use, too, tell nothing.
  assert.deepEqual(subjects(daemonName, "/private/var/containers/Bundle/Application/A/B.app/sshd"), []);
});

test("shutdowns that it held up are told with it; one finding for each path, the rest in one", () => {
  const slow = ran("/private/var/tmp/a", { kind: "client", fields: { notices: 4 } });
  const quick = ran("/private/var/tmp/a", { kind: "client", fields: { notices: 1 } });
  const [hit] = judge(programPlace, [slow, slow, quick]);
  assert.deepEqual([hit!.params!.slow, hit!.params!.places, hit!.records.length], [2, 2, 3]);
  const many = judge(
    programPlace,
    Array.from({ length: 9 }, (_, i) => ran(`/private/var/tmp/${i}`)),
  );
  assert.deepEqual([many.length, many[5]!.params!.paths], [6, 4]);
  const words = (rule: typeof programPlace, paths: number) =>
    [rule.words.title, rule.words.why].map((w) => say(w, "es", { path: "", name: "", paths, slow: 0 }));
  assert.match(words(programPlace, 1).join(" "), /^Se ejecutó otro programa .* Está en /);
  assert.match(words(programPlace, 4).join(" "), /^Se ejecutaron otros 4 programas .* Están en /);
  assert.match(words(daemonName, 1)[0]!, /^Otro programa usa /);
});

test("what is known, and what was only listed, are no findings", () => {
  const path = "/private/var/tmp/a";
  assert.deepEqual(judge(programPlace, [ran(path)], [path]), []);
  const listed = { type: "file-path", value: path, contact: "listed" } as const;
  assert.deepEqual(judge(programPlace, [ran(path, { observables: [listed] })]), []);
});
