/** Evidence that wants to script, style, link or widen the page: names of files, texts, addresses, signs. @module */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { ANSWER } from "../src/screens/answer/words.ts";
import { breaches, tooWide } from "./axe.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { HOST, hostilePhone } from "./hostile.fixture.ts";
import { press, wholeWay } from "./steps.fixture.ts";

/** What our own screens never have, wherever it comes from. */
const STRANGE = `(() => {
  const out = [...document.querySelectorAll("script, style, link, base, iframe, object, embed, img, video, audio, meta[http-equiv]")]
    .filter((e) => !document.head.contains(e))
    .map((e) => e.outerHTML);
  for (const e of document.querySelectorAll("body *"))
    for (const a of e.attributes)
      if (/^on/i.test(a.name) || (a.name === "href" && !/^(#|tel:|mailto:)/.test(a.value)) || a.name === "srcdoc" || a.name === "action")
        out.push(e.localName + " " + a.name + "=" + a.value);
  if ("pwned" in globalThis) out.push("pwned");
  const hidden = /[\\u0000-\\u0008\\u001b\\u200b\\u202a-\\u202e\\u2066-\\u2069\\ufeff]/.exec(document.body.innerText);
  if (hidden) out.push("a character that cannot be seen: " + hidden[0].codePointAt(0).toString(16));
  return out;
})()`;

async function strange(page: Page): Promise<string[]> {
  return (await page.evaluate(STRANGE)) as string[];
}

export function hostileCases(inBrowser: Cases): void {
  inBrowser("hostile names, texts, addresses and signs stay text", async (app) => {
    const dir = mkdtempSync(join(tmpdir(), "contraluz-hostile-"));
    const page = await app.page({ lang: "es", width: 360 });
    try {
      const { folder, signs } = hostilePhone(dir);
      const requests = app.requests.length;
      const found: string[] = [];
      await wholeWay(page, { lang: "es", folder, signs: [signs] }, async (stop) => {
        for (const s of [...(await strange(page)), ...(await tooWide(page))]) found.push(`${stop}: ${s}`);
        if (stop === "answer") {
          for (const b of await breaches(page)) found.push(`${stop}: ${b}`);
          const text = (await page.locator("main").textContent()) ?? "";
          assert.ok(
            text.includes(HOST) && text.includes("<img src=x onerror"),
            "the sign was met, and its name is shown as it is",
          );
          const coming = page.waitForEvent("download");
          await press(page, ANSWER.es.save);
          const report = readFileSync(await (await coming).path(), "utf8");
          assert.doesNotMatch(report, /<script|<img src=x|<svg onload|<iframe/i);
        }
      });
      assert.deepEqual(found, []);
      for (const url of app.requests.slice(requests)) assert.ok(url.startsWith(app.server.address), url);
      assert.deepEqual(app.said, []);
      assert.match(await page.title(), /^Paso 1 de 5$/);
      await page.evaluate("document.body.append(document.createElement('iframe'))");
      assert.notDeepEqual(await strange(page), [], "what is strange is found");
    } finally {
      await page.close();
      rmSync(dir, { recursive: true, force: true });
    }
  });
}
