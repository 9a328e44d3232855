/** A phone by its cable, from this page: the whole way, and where it stops. The phone is a script behind `navigator.usb`. @module */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { STEP } from "@contraluz/acquire/words.ts";
import type { Lang } from "@contraluz/core";
import type { Page } from "playwright-core";
import yauzl from "yauzl";
import { ANSWER } from "../src/screens/answer/words.ts";
import { CABLE } from "../src/screens/cable/words.ts";
import { CHECKING } from "../src/screens/checking/words.ts";
import { GUIDE } from "../src/screens/guide/words.ts";
import { HAND } from "../src/screens/hand/words.ts";
import { LEAVE } from "../src/screens/leave/words.ts";
import { START } from "../src/screens/start/words.ts";
import { WAYS } from "../src/screens/ways/words.ts";
import { NOTHING, type OpenApp, stored } from "./app.fixture.ts";
import { breaches, tooWide } from "./axe.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { giveConsent, loadedAhead, press, untilAnswer, untilNoThread } from "./steps.fixture.ts";
import { type UsbPhone, usbPhone } from "./usb.fixture.ts";

/** From the first screen to the one with the button that connects. */
async function toCable(page: Page, lang: Lang, at: (where: string) => Promise<void> = async () => {}): Promise<void> {
  await press(page, START[lang].go);
  for (const id of ["phone-android", "device-computer", "has-cable"]) await page.locator(`#${id}`).check();
  await press(page, HAND[lang].go);
  await page.getByRole("button", { name: WAYS[lang].kinds.androidqf.name }).click();
  await page.locator(".guide").waitFor();
  await at("guide");
  await page.getByRole("button", { name: GUIDE[lang].cable, exact: true }).click();
  await giveConsent(page, lang);
  await page.getByRole("heading", { level: 1, name: CABLE[lang].title }).waitFor();
  await at("cable");
}

interface Opened {
  readonly page: Page;
  readonly phone: UsbPhone;
}

async function opened(
  app: OpenApp,
  lang: Lang,
  width: number,
  o: Parameters<typeof usbPhone>[1] = {},
): Promise<Opened> {
  const page = await app.page({ lang, width });
  await loadedAhead(page);
  const phone = await usbPhone(page, o);
  return { page, phone };
}

const reads = (phone: UsbPhone): string[] => phone.fake.asked.filter((a) => a.startsWith("RECV "));

function entriesOf(path: string): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(readFileSync(path), { lazyEntries: true }, (e, zip) => {
      if (e) return reject(e);
      const found = new Map<string, Buffer>();
      zip.on("entry", (entry: yauzl.Entry) =>
        zip.openReadStream(entry, async (error, stream) => {
          if (error) return reject(error);
          const parts: Buffer[] = [];
          for await (const b of stream) parts.push(b as Buffer);
          found.set(entry.fileName, Buffer.concat(parts));
          zip.readEntry();
        }),
      );
      zip.on("end", () => resolve(found));
      zip.readEntry();
    });
  });
}

export function cableCases(inBrowser: Cases): void {
  for (const [lang, width, scheme] of [
    ["es", 1440, "light"],
    ["en", 360, "dark"],
  ] as const) {
    inBrowser(`a phone is copied from this page and checked at once: ${lang}, ${width} px`, async (app) => {
      const { page, phone } = await opened(app, lang, width);
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      app.requests.length = 0;
      const found: string[] = [];
      const look = async (where: string): Promise<void> => {
        for (const b of [...(await breaches(page)), ...(await tooWide(page))]) found.push(`${where}: ${b}`);
      };
      await toCable(page, lang, look);
      assert.ok(!(await page.locator("#messages").isChecked()), "messages are the person's own choice");
      assert.deepEqual(phone.opened, { claimed: 0, closed: 0, forgotten: 0 }, "nothing is touched before");
      await press(page, CABLE[lang].connect);
      await page.getByRole("heading", { level: 1, name: CABLE[lang].taking }).waitFor();
      await look("taking");
      assert.equal(await page.evaluate("document.activeElement.id"), "main", "the keyboard is not lost");
      await untilAnswer(page);
      await look("answer");
      assert.equal(await page.locator(".verdict .seen").count(), 1, "an answer with both parts");
      assert.deepEqual(phone.fake.breaches, []);
      assert.deepEqual(phone.opened, { claimed: 1, closed: 1, forgotten: 1 }, "the phone is given back");
      assert.ok(!phone.fake.asked.some((a) => a.includes("bu backup")), "no messages were asked for");
      await press(page, ANSWER[lang].close);
      await page.getByText(LEAVE[lang].phoneMore).waitFor();
      await look("leave");
      const saving = page.waitForEvent("download");
      await press(page, LEAVE[lang].saveCopy);
      const entries = await entriesOf(await (await saving).path());
      const rows = entries.get("android/hashes.csv")!.toString().trim().split("\n");
      assert.ok(rows.length > 15);
      for (const [name, hash] of rows.map((r) => r.split(",") as [string, string]))
        assert.equal(
          createHash("sha256")
            .update(entries.get(`android/${name}`)!)
            .digest("hex"),
          hash,
          name,
        );
      await page.getByText(LEAVE[lang].copySaved(LEAVE[lang].copyName)).waitFor();
      await press(page, LEAVE[lang].remove);
      await page.getByText(START[lang].removed).waitFor();
      assert.deepEqual(found, []);
      assert.deepEqual(app.requests, []);
      assert.deepEqual(app.said, []);
      assert.deepEqual(await stored(page), NOTHING);
      await untilNoThread(page);
      await page.close();
    });
  }

  inBrowser("no phone chosen, one that another program holds, one that does not let us in", async (app) => {
    const { page, phone } = await opened(app, "es", 1440, { allows: "no" });
    await toCable(page, "es");
    for (const why of ["none", "busy"] as const) {
      phone.next = why;
      await page.getByRole("button", { name: /^Conectar/ }).click();
      await page.getByRole("heading", { name: CABLE.es.stopped[why].title }).waitFor();
    }
    assert.deepEqual(await breaches(page), []);
    await press(page, CABLE.es.again);
    await page.getByRole("heading", { level: 1, name: CABLE.es.asking }).waitFor();
    assert.deepEqual(await breaches(page), []);
    await press(page, CABLE.es.stop);
    await page.getByRole("heading", { name: CABLE.es.stopped.cancelled.title }).waitFor();
    // What could not be claimed was opened, and is given back too.
    assert.deepEqual(phone.opened, { claimed: 1, closed: 2, forgotten: 2 });
    assert.deepEqual(phone.fake.asked, []);
    await page.close();
  });

  inBrowser("a copy is stopped where the phone says nothing more, and goes on where it was", async (app) => {
    let stuck = true;
    const { page, phone } = await opened(app, "es", 360, {
      more: (line) => (line === "bugreportz -s" && stuck ? { out: "PK", hangs: true } : undefined),
    });
    await toCable(page, "es");
    await press(page, CABLE.es.connect);
    await page.getByText(STEP.bugreport.es as string).waitFor({ timeout: 60_000 });
    await press(page, CABLE.es.stop);
    await page.getByRole("heading", { name: CABLE.es.stopped.cancelled.title }).waitFor();
    assert.deepEqual(await breaches(page), []);
    assert.equal(await page.locator("#messages").count(), 0, "what was chosen stands");
    stuck = false;
    const dumps = (): number => phone.fake.asked.filter((a) => a === "dumpsys").length;
    assert.equal(dumps(), 1);
    await press(page, CABLE.es.again);
    await untilAnswer(page);
    assert.equal(dumps(), 1, "what was done is not asked for again");
    assert.deepEqual(phone.fake.breaches, []);
    await page.close();
  });

  inBrowser("a check of a copy that is stopped leaves the copy: it is checked again without the phone", async (app) => {
    const line = "05-21 10:00:00.000  1000  1  1 I etiqueta: un renglón que no dice nada\n";
    const long = `DUMP OF SERVICE package:\n${line.repeat(300_000)}`;
    const { page, phone } = await opened(app, "es", 1440, {
      more: (l) => (l === "dumpsys" ? { out: long } : undefined),
    });
    await toCable(page, "es");
    await press(page, CABLE.es.connect);
    await page.locator(".tasks li").first().waitFor({ timeout: 60_000 });
    await press(page, CHECKING.es.stop);
    await page.getByRole("heading", { name: CABLE.es.done }).waitFor();
    assert.deepEqual(await breaches(page), []);
    const asked = phone.fake.asked.length;
    await press(page, CABLE.es.check);
    await untilAnswer(page);
    assert.equal(phone.fake.asked.length, asked);
    assert.equal(phone.opened.claimed, 1);
    await page.close();
  });

  inBrowser(
    "a cable that is pulled is said; plugged in again it goes on, or everything is thrown away",
    async (app) => {
      const { page, phone } = await opened(app, "es", 1440, { bytes: 2_000_000 });
      await toCable(page, "es");
      let pulled = 0;
      phone.fake.onRead = (path) => {
        if (!path.endsWith(".apk") || pulled++ > 0) return;
        setTimeout(() => void phone.cut(), 5);
      };
      await press(page, CABLE.es.connect);
      await page.getByRole("heading", { name: CABLE.es.stopped.lost.title }).waitFor({ timeout: 60_000 });
      assert.equal(pulled, 1);
      await press(page, CABLE.es.again);
      await untilAnswer(page);
      const again = reads(phone).filter((a, i, all) => all.indexOf(a) !== i);
      assert.ok(again.length <= 1, `read again: ${again}`);
      await press(page, LEAVE.es.remove);
      await page.getByText(START.es.removed).waitFor();
      assert.deepEqual(await stored(page), NOTHING);
      await page.close();
    },
  );

  inBrowser("without a cable in the browser the guide shows the program", async (app) => {
    const page = await app.page({ lang: "es", width: 1440 });
    await page.evaluate("delete Navigator.prototype.usb");
    await press(page, START.es.go);
    for (const id of ["phone-android", "device-computer", "has-cable"]) await page.locator(`#${id}`).check();
    await press(page, HAND.es.go);
    await page.getByRole("button", { name: WAYS.es.kinds.androidqf.name }).click();
    await page.locator(".guide").waitFor();
    assert.equal(await page.getByRole("button", { name: GUIDE.es.cable, exact: true }).count(), 0);
    await page.getByText("npx contraluz acquire android").waitFor();
    await page.close();
  });
}
