/** From the first screen to the answer, what the person says that they know, and a result that is saved and opened again. @module */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import type { Lang, Result } from "@contraluz/core";
import { openStored } from "@contraluz/engine";
import { inputOf, nodePlatform } from "@contraluz/platform-node";
import { answerOf } from "@contraluz/report";
import { readResult } from "@contraluz/store";
import type { Page } from "playwright-core";
import { ANSWER } from "../src/screens/answer/words.ts";
import { HAND } from "../src/screens/hand/words.ts";
import { LEAVE } from "../src/screens/leave/words.ts";
import { START } from "../src/screens/start/words.ts";
import { WAYS } from "../src/screens/ways/words.ts";
import { NOTHING, SAMPLE, SIGNS, stored } from "./app.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { choose, chooseSigns, giveConsent, press, toFile, until } from "./steps.fixture.ts";

/** All screens up to the answer, as somebody goes who has an iPhone, a computer and time. */
async function wholeWay(page: Page, lang: Lang): Promise<void> {
  await press(page, START[lang].go);
  for (const id of ["phone-iphone", "device-computer", "has-cable", "has-space", "has-time"])
    await page.locator(`#${id}`).check();
  await press(page, HAND[lang].go);
  await page.getByRole("button", { name: WAYS[lang].kinds["ios-backup"].name }).click();
  await page.locator(".guide").waitFor();
  await page.locator("main .btn").first().click();
  await giveConsent(page, lang);
  await chooseSigns(page, SIGNS);
  await choose(page, "folder", SAMPLE);
  await page.locator(".verdict h1").waitFor();
}

async function resultIn(zip: string): Promise<Result> {
  const platform = nodePlatform();
  const found = await openStored(await inputOf(zip), { platform });
  assert.ok(found);
  try {
    return await readResult(found.folder);
  } finally {
    await found.close();
  }
}

async function saveZip(page: Page, lang: Lang, path: string): Promise<string> {
  const coming = page.waitForEvent("download");
  await press(page, ANSWER[lang].saveResult);
  await (await coming).saveAs(path);
  return path;
}

export function savedCases(inBrowser: Cases): void {
  const dir = mkdtempSync(join(tmpdir(), "contraluz-saved-"));
  after(() => rmSync(dir, { recursive: true, force: true }));

  for (const [lang, width] of [
    ["es", 360],
    ["en", 1440],
  ] as const) {
    inBrowser(
      `the whole way, ${lang}, ${width} px: the answer of the report, no request, nothing kept`,
      async (app) => {
        const page = await app.page({ lang, width });
        app.requests.length = 0;
        await wholeWay(page, lang);
        for (const url of app.requests) assert.ok(url.startsWith(app.server.address), url);
        assert.match(await page.title(), /^(Paso|Step) 5 (de|of) 5$/);
        assert.equal(new URL(page.url()).pathname + new URL(page.url()).search + new URL(page.url()).hash, "/");
        assert.equal(await page.evaluate("history.length"), 2, "no entry but about:blank and the page");
        const zip = await saveZip(page, lang, join(dir, `${lang}.zip`));
        const result = await resultIn(zip);
        const names = { artifacts: new Map(), rules: new Map() };
        assert.equal(await page.locator(".verdict h1").textContent(), answerOf(result, lang, names).found.headline);
        assert.equal(await page.locator(".finding").count(), result.findings.length);
        assert.ok(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "no sideways scrolling");
        await press(page, ANSWER[lang].close);
        await press(page, LEAVE[lang].remove);
        await page.getByText(START[lang].removed).waitFor();
        assert.deepEqual(await stored(page), NOTHING);
        assert.deepEqual(app.said, []);
        await page.close();
      },
    );
  }

  inBrowser("a question that the person answers goes, and the saved result says so", async (app) => {
    const page = await app.page({ lang: "es", width: 1440 });
    await wholeWay(page, "es");
    const questions = page.getByRole("button", { name: ANSWER.es.known, exact: true });
    const before = await questions.count();
    assert.ok(before >= 2);
    const findings = await page.locator(".finding").count();
    await questions.first().click();
    await until(page, `document.querySelectorAll(".finding").length < ${findings}`);
    assert.equal(await questions.count(), before - 1);
    assert.equal(await page.locator(".finding").count(), findings - 1);
    const result = await resultIn(await saveZip(page, "es", join(dir, "known.zip")));
    assert.equal(result.context.known.length, 1);
    assert.equal(result.findings.length, findings - 1);
    await page.close();
  });

  inBrowser("a saved zip opens again: the same answer, its records, and no question to answer", async (app) => {
    const page = await app.page({ lang: "en", width: 1440 });
    await press(page, START.en.open);
    await page.setInputFiles("#file", join(dir, "en.zip"));
    await page.locator(".verdict h1").waitFor();
    const result = await resultIn(join(dir, "en.zip"));
    assert.equal(await page.locator(".finding").count(), result.findings.length);
    assert.equal(await page.getByRole("button", { name: ANSWER.en.known, exact: true }).count(), 0);
    const again = await saveZip(page, "en", join(dir, "again.zip"));
    assert.deepEqual(readFileSync(again), readFileSync(join(dir, "en.zip")), "saved again: the same bytes");
    await page.close();
  });

  inBrowser("a list without signs is said in words, and the next try goes without it", async (app) => {
    const page = await app.page({ lang: "es", width: 360 });
    await toFile(page, "es");
    const list = { name: "notas.txt", mimeType: "text/plain", buffer: Buffer.from("nada de nada\n") };
    await page.setInputFiles("#signs", list);
    await page.setInputFiles("#folder", SAMPLE);
    await page.getByText(ANSWER.es.noSigns).waitFor();
    assert.equal(await page.locator(".notice bdi.seen-text").textContent(), "notas.txt");
    await press(page, ANSWER.es.again);
    await page.setInputFiles("#folder", SAMPLE);
    await page.locator(".verdict h1").waitFor();
    await page.close();
  });

  inBrowser("a thread from a Blob connects nowhere, also on a server that sends no policy", async (app) => {
    const asked: string[] = [];
    const bare = createServer((request, response) => {
      asked.push(request.url ?? "");
      const name = request.url === "/" ? "index.html" : (request.url ?? "").slice(1);
      const type = { html: "text/html", js: "text/javascript", css: "text/css" }[name.split(".").pop() ?? ""];
      const body = app.built.files.get(name);
      response.writeHead(body ? 200 : 404, type ? { "Content-Type": type } : {}).end(body ?? "");
    });
    await new Promise<void>((resolve) => bare.listen(0, "127.0.0.1", resolve));
    const origin = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`;
    try {
      const page = await app.context.newPage();
      await page.goto(origin);
      await page.locator("main h1").waitFor();
      const code = `fetch("${origin}/leak").then(() => postMessage("reached"), () => postMessage("refused"))`;
      const came = await page.evaluate(`new Promise((resolve) => {
        const url = URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: "text/javascript" }));
        const policy = trustedTypes.createPolicy("contraluz-keep", { createScriptURL: (u) => u });
        new Worker(policy.createScriptURL(url)).onmessage = (e) => resolve(e.data);
      })`);
      assert.equal(came, "refused");
      const fromPage = await page.evaluate(`fetch("${origin}/leak").then(() => "reached", () => "refused")`);
      assert.equal(fromPage, "refused");
      assert.ok(!asked.includes("/leak"));
      // Text becomes neither markup nor the address of a script.
      const refused = `(() => { try { document.body.innerHTML = "<b>"; return "done"; } catch { return "refused"; } })()`;
      assert.equal(await page.evaluate(refused), "refused");
      await page.close();
      app.said.length = 0; // the browser said that it refused
    } finally {
      bare.closeAllConnections();
      bare.close();
    }
  });
}
