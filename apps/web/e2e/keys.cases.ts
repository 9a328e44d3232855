/** A capture and its keys: only with permission, beside it or in one folder with it; nothing of a key is kept. @module */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { framesOf } from "@contraluz/artifacts/feeds/capture/crossed.fixture.ts";
import type { Lang } from "@contraluz/core";
import { openStored } from "@contraluz/engine";
import { pcap } from "@contraluz/formats/pcap/pcap.fixture.ts";
import { type Crossed, tlsPair } from "@contraluz/formats/tls-keys/tls.fixture.ts";
import { inputOf, nodePlatform } from "@contraluz/platform-node";
import type { Page } from "playwright-core";
import { ANSWER } from "../src/screens/answer/words.ts";
import { CONSENT } from "../src/screens/consent/words.ts";
import { FILE } from "../src/screens/file/words.ts";
import { HAND } from "../src/screens/hand/words.ts";
import { START } from "../src/screens/start/words.ts";
import { WAYS } from "../src/screens/ways/words.ts";
import { NOTHING, stored } from "./app.fixture.ts";
import { breaches, tooWide } from "./axe.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { choose, giveConsent, press, untilAnswer } from "./steps.fixture.ts";

const AT = 1_772_000_000;

async function asked(): Promise<Crossed> {
  const { crossed, client, server } = tlsPair({ version: "TLSv1.3" });
  const answering = await server;
  answering.once("data", () => void answering.write("HTTP/1.1 204 No Content\r\n\r\n"));
  await new Promise<void>((resolve) => {
    client.once("data", () => resolve());
    client.write("GET /uno?clave=secreta HTTP/1.1\r\nHost: casa.example\r\nCookie: galleta\r\n\r\n");
  });
  client.destroy();
  answering.destroy();
  return crossed;
}

/** All texts of the result that a person saves. */
async function savedTexts(page: Page, lang: Lang, path: string): Promise<ReadonlyMap<string, string>> {
  const coming = page.waitForEvent("download");
  await press(page, ANSWER[lang].saveResult);
  await (await coming).saveAs(path);
  const found = await openStored(await inputOf(path), { platform: nodePlatform() });
  assert.ok(found);
  const texts = new Map<string, string>();
  for (const name of await found.names()) {
    const source = await found.folder.read(name);
    texts.set(name, Buffer.from(await source.read(0, source.size)).toString("latin1"));
    await source.close?.();
  }
  await found.close();
  return texts;
}

/** As somebody goes who has a computer and time: a capture needs no more. */
async function toConsent(page: Page, lang: Lang): Promise<void> {
  await press(page, START[lang].go);
  for (const id of ["device-computer", "has-time"]) await page.locator(`#${id}`).check();
  await press(page, HAND[lang].go);
  await page.getByRole("button", { name: WAYS[lang].kinds.capture.name }).click();
  await page.locator(".guide").waitFor();
  await page.locator("main .btn").first().click();
}

/** `keys`: as the person allows them, and gives them. */
interface Way {
  readonly lang: Lang;
  readonly width: number;
  readonly keys: "not allowed" | "beside" | "in the folder";
}

export function keysCases(inBrowser: Cases): void {
  const ways: readonly Way[] = [
    { lang: "es", width: 360, keys: "beside" },
    { lang: "en", width: 1440, keys: "in the folder" },
    { lang: "es", width: 1440, keys: "not allowed" },
  ];
  for (const { lang, width, keys } of ways)
    inBrowser(`keys of a capture: ${keys}, ${lang}, ${width} px`, async (app) => {
      const dir = mkdtempSync(join(tmpdir(), "contraluz-keys-"));
      const page = await app.page({ lang, width });
      try {
        const crossed = await asked();
        const folder = join(dir, "pirogue");
        mkdirSync(folder);
        writeFileSync(join(folder, "red.pcap"), pcap(framesOf(crossed, AT)));
        const log = join(keys === "beside" ? dir : folder, "sslkeylog.txt");
        writeFileSync(log, crossed.keyLog);
        await toConsent(page, lang);
        const box = page.locator("#keys");
        assert.equal(await box.isChecked(), false, "nobody says it for them");
        if (keys !== "not allowed") {
          await box.check();
          await page.getByText(CONSENT[lang].opensIs).waitFor();
        }
        assert.deepEqual([...(await breaches(page)), ...(await tooWide(page))], []);
        await giveConsent(page, lang);
        await page.locator("#folder").waitFor({ state: "attached" });
        assert.equal(await page.locator("#key-logs").count(), keys === "not allowed" ? 0 : 1);
        if (keys === "beside") {
          await page.setInputFiles("#key-logs", log);
          await page.getByText(FILE[lang].keysPicked).waitFor();
          assert.deepEqual([...(await breaches(page)), ...(await tooWide(page))], []);
          await choose(page, "file", join(folder, "red.pcap"));
        } else await choose(page, "folder", folder);
        await untilAnswer(page);
        assert.deepEqual(await stored(page), NOTHING);
        const texts = await savedTexts(page, lang, join(dir, "result.zip"));
        const heads = texts.get("records/network.http.jsonl") ?? "";
        const hellos = texts.get("records/network.tls.jsonl") ?? "";
        assert.equal(heads.includes('"path":"/uno"'), keys !== "not allowed");
        assert.equal(hellos.includes("CN=casa.example"), keys !== "not allowed", "a certificate of TLS 1.3");
        const used = texts.get("records/network.keys.jsonl") ?? "";
        assert.match(used, keys === "not allowed" ? /"used":false/ : /"opened":1/);
        const secrets = crossed.keyLog.split("\n").flatMap((line) => line.split(" ")[2] ?? []);
        assert.ok(secrets.length >= 4);
        for (const [name, text] of texts)
          for (const word of [...secrets, "galleta", "secreta"]) assert.ok(!text.includes(word), `${name}: ${word}`);
        assert.deepEqual(app.said, []);
      } finally {
        await page.close();
        rmSync(dir, { recursive: true, force: true });
      }
    });
}
