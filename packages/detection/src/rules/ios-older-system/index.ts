/**
 * H19: the phone had a newer version of iOS before an older one. iOS goes back only if somebody restores it with a computer, and files of another
 * phone, or with false dates, look the same.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { isOlder } from "../../versions.ts";
import { words } from "./words.ts";

interface Had {
  readonly version: string;
  readonly at: bigint;
  readonly ref: RecordRef;
}

const VERSION = /^\d{1,3}(?:\.\d{1,3}){0,3}$/;

export const olderSystem: Rule<Had> = {
  id: "ios/older-system",
  version: 1,
  level: "info",
  words,
  needs: ["ios/system-versions"],
  baseRate: {
    fired: 0,
    samples: 4,
    what: "the reference generator's dumps of iOS 15, 17, 18 and 26; no dump of a real phone with these files was at hand",
  },
  sources: ["MVT, module IOSVersionHistory (the files)"],
  budget: 10_000,
  fact(r, ref) {
    const version = string(r.fields.version);
    const at = r.at?.utc;
    return r.kind === "version" && typeof at === "bigint" && VERSION.test(version)
      ? { version, at, ref: ref() }
      : undefined;
  },
  *judge(facts) {
    const all = [...facts].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    for (let i = 1; i < all.length; i++) {
      const [before, after] = [all[i - 1]!, all[i]!];
      if (!isOlder(after.version, before.version)) continue;
      yield {
        subject: `${before.version} ${after.version}`,
        params: { before: before.version, after: after.version },
        records: [before.ref, after.ref],
      };
      return;
    }
  },
};
