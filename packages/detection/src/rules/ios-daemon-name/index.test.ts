import assert from "node:assert/strict";
import { test } from "node:test";
import type { ArtifactRecord } from "@contraluz/core";
import { say } from "@contraluz/core";
import { CONTEXT, ref } from "../../detection.fixture.ts";
import { daemonName } from "./index.ts";

const ran = (value: string): ArtifactRecord => ({
  kind: "process",
  fields: {},
  observables: [{ type: "file-path", value, contact: "ran" }],
  origin: { file: 0, at: { line: 1, offset: 0 } },
});
const hits = (...paths: string[]) => [
  ...daemonName.judge(
    paths.flatMap((p, i) => daemonName.fact(ran(p), () => ref(i), "ios/processes") ?? []),
    CONTEXT,
  ),
];

test("Predator's two names, and the same ones where Apple has them", () => {
  assert.deepEqual(
    hits(
      "/private/var/tmp/UserEventAgent",
      "/usr/libexec/UserEventAgent",
      "/var/tmp/com.apple.WebKit.Networking",
      "/System/Library/Frameworks/WebKit.framework/XPCServices/com.apple.WebKit.Networking.xpc/com.apple.WebKit.Networking",
    ).map((h) => h.subject),
    ["/private/var/tmp/UserEventAgent", "/private/var/tmp/com.apple.WebKit.Networking"],
  );
});

test("a path in the text cannot break its line", () => {
  const [hit] = hits("/private/var/tmp/a\nb\u202e/imagent");
  assert.doesNotMatch(say(daemonName.words.why, "es", hit!.params!), /[\n\u202e]/);
});
