/** What AndroidQF's list of hashes says stands among the gaps, by name, before what merely is missing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { KINDS } from "../answer/kind-words.ts";
import { ARTIFACTS as artifacts, MATCH } from "../sample.fixture.ts";
import { gapsOf } from "./gaps.ts";

test("changed and missing files are named, each once, in both languages", () => {
  const problems = [
    { code: "androidqf-hash-different", path: "packages.json", found: "a", expected: "b", lost: "nothing" },
    ...Array.from(
      { length: 30 },
      (_, i) => ({ code: "androidqf-hash-missing", path: `apks/${i}.apk`, lost: "file" }) as const,
    ),
    { code: "androidqf-hash-none", path: "acquisition.json", lost: "nothing" },
  ] as const;
  for (const lang of ["es", "en"] as const) {
    const kind = KINDS[lang].androidqf!;
    const before = gapsOf(MATCH, lang, kind, { artifacts });
    const gaps = gapsOf({ ...MATCH, problems }, lang, kind, { artifacts });
    const own = gaps.filter((g) => !before.some((b) => b.state === g.state));
    assert.deepEqual(
      own.map((g) => [g.state, g.about.length, g.about[0]]),
      [
        ["changed", 1, "packages.json"],
        ["gone", 20, "apks/0.apk"],
      ],
    );
    assert.ok(own.every((g) => g.what !== "" && g.why !== ""));
    assert.equal(own[0]!.what.includes("AndroidQF"), true);
  }
});
