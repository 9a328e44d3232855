/** A computer of many cores, taken off the network once the page stands: the lanes of the engine start all the same. @module */
import assert from "node:assert/strict";
import { serveWeb } from "../../cli/src/web-server.ts";
import { ANSWER } from "../src/screens/answer/words.ts";
import { SAMPLE, SIGNS } from "./app.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { choose, chooseSigns, loadedAhead, press, toFile, untilAnswer } from "./steps.fixture.ts";

/** Before every script of the page and of its threads: eight cores and memory enough, and each further thread is told of. */
const EIGHT = `{
  const PlainBlob = Blob;
  const first = \`Object.defineProperty(navigator, "hardwareConcurrency", { value: 8 });
    Object.defineProperty(navigator, "deviceMemory", { value: 8 });
    globalThis.Worker = class extends Worker { constructor(...a) { super(...a); console.log("lane"); } };\`;
  globalThis.Blob = class extends PlainBlob {
    constructor(parts, o) { super(o?.type === "text/javascript" ? [first, ...parts] : parts, o); }
  };
}`;

export function laneCases(inBrowser: Cases): void {
  inBrowser("off the network after the first screen, with more threads: answer, report and bench", async (app) => {
    const server = await serveWeb(app.folder);
    const page = await app.page({ lang: "en", width: 1440 });
    await page.addInitScript(EIGHT);
    await page.goto(server.address);
    await loadedAhead(page);
    await server.close();
    await toFile(page, "en");
    await chooseSigns(page, SIGNS);
    await choose(page, "folder", SAMPLE);
    await untilAnswer(page);
    assert.equal(await page.locator(".verdict").count(), 1);
    const coming = page.waitForEvent("download");
    await press(page, ANSWER.en.save);
    await coming;
    await press(page, ANSWER.en.bench);
    await page.locator(".bench h1").waitFor();
    assert.deepEqual(app.said, ["lane", "lane"]);
    await page.close();
  });
}
