/** A list of tests of one opened app. @module */
import { type TestContext, test } from "node:test";
import type { OpenApp } from "./app.fixture.ts";

export type Cases = (name: string, f: (app: OpenApp) => Promise<void>) => void;

/** Tests that need the browser; skipped with the reason where it does not start. */
export function casesOf(opened: () => OpenApp | string): Cases {
  return (name, f) => {
    test(name, async (t: TestContext) => {
      const app = opened();
      if (typeof app === "string") return t.skip(app);
      app.said.length = 0;
      await f(app);
    });
  };
}
