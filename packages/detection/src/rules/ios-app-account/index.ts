/**
 * Apps that another Apple Account got than the one that got most of them. Somebody who held the phone may have signed in with
 * an account of their own. The accounts themselves are not kept: `ios/applications` numbers them.
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { some } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

interface App {
  readonly app: string;
  readonly account: number;
  readonly ref: RecordRef;
}

const NAMED = 5;

export const appAccount: Rule<App> = {
  id: "ios/app-account",
  version: 1,
  level: "ask",
  words,
  needs: ["ios/applications"],
  baseRate: {
    fired: 0,
    samples: 2,
    what: "MVT's test backup and the generator's phone (neither names an account); expected to ask in families that share apps",
  },
  sources: ["Apple iOS backup format: iTunesMetadata, com.apple.iTunesStore.downloadInfo"],
  budget: 100_000,
  fact(r, ref) {
    const { app, account } = r.fields;
    if (r.kind !== "app" || typeof app !== "string" || typeof account !== "number") return undefined;
    return { app, account, ref: ref() };
  },
  *judge(facts, context) {
    const counts = new Map<number, number>();
    for (const f of facts) counts.set(f.account, (counts.get(f.account) ?? 0) + 1);
    // Of accounts with as many apps, the one that is met first.
    const [main] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const known = new Set(context.known.map((k) => k.toLowerCase()));
    const others = facts.filter((f) => f.account !== main?.[0] && !known.has(f.app.toLowerCase()));
    if (others.length === 0) return;
    yield {
      subject: "other accounts",
      params: {
        count: others.length,
        accounts: new Set(others.map((f) => f.account)).size,
        apps: some(
          others.map((f) => f.app),
          NAMED,
        ),
      },
      records: others.map((f) => f.ref),
    };
  },
};
