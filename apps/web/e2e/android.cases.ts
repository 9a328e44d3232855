/** Every kind of Android evidence, from its guide to the answer: small made-up phones. @module */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Lang } from "@contraluz/core";
import { androidQf, BACKUP, bugReport, IDENTITY, LOGS, makeAge } from "@contraluz/evidence/android/phone.fixture.ts";
import { makeTar, makeZip } from "@contraluz/evidence/ios-backup/harness.fixture.ts";
import { makeAb } from "@contraluz/formats/android-backup/write.fixture.ts";
import type { Page } from "playwright-core";
import type { KindId } from "../src/kinds.ts";
import { CHECKING } from "../src/screens/checking/words.ts";
import { GUIDE } from "../src/screens/guide/words.ts";
import { HAND } from "../src/screens/hand/words.ts";
import { START } from "../src/screens/start/words.ts";
import { WAYS } from "../src/screens/ways/words.ts";
import { NOTHING, stored } from "./app.fixture.ts";
import { breaches, tooWide } from "./axe.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { choose, giveConsent, press, untilAnswer } from "./steps.fixture.ts";

const PASSWORD = "una contraseña de prueba";

interface Case {
  readonly name: string;
  readonly kind: KindId;
  readonly lang: Lang;
  readonly width: number;
  readonly from: "file" | "folder";
  /** Writes it below a folder, and says where. */
  make(dir: string): string;
  /** What it is asked for. */
  readonly secret?: { readonly of: "android" | "key"; readonly text: string };
  /** Words of the answer: what was known of the phone. */
  readonly says: RegExp;
}

const file =
  (name: string, bytes: () => Buffer) =>
  (dir: string): string => {
    writeFileSync(join(dir, name), bytes());
    return join(dir, name);
  };

function folder(dir: string): string {
  for (const [path, bytes] of androidQf()) {
    const at = join(dir, "copia", path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, bytes);
  }
  return join(dir, "copia");
}

const CASES: readonly Case[] = [
  {
    name: "a bug report, on the phone",
    kind: "android-bugreport",
    lang: "es",
    width: 360,
    from: "file",
    make: file("bugreport.zip", () => makeZip(bugReport(), true)),
    says: /Android 14/,
  },
  {
    name: "intrusion logs, on the phone",
    kind: "intrusion-logs",
    lang: "en",
    width: 360,
    from: "file",
    make: file("registros.zip", () => makeZip(LOGS, true)),
    says: /Developer options/,
  },
  {
    name: "a folder of AndroidQF",
    kind: "androidqf",
    lang: "es",
    width: 1440,
    from: "folder",
    make: folder,
    says: /Android 14/,
  },
  {
    name: "a zip of AndroidQF with a backup that has a password",
    kind: "androidqf",
    lang: "en",
    width: 1440,
    from: "file",
    make: file("copia.zip", () => makeZip(androidQf({ ab: makeAb(makeTar(BACKUP), { password: PASSWORD }) }), true)),
    secret: { of: "android", text: PASSWORD },
    says: /Android 14/,
  },
  {
    name: "what age encrypted",
    kind: "androidqf",
    lang: "es",
    width: 360,
    from: "file",
    make: file("copia.zip.age", () => makeAge(makeZip(androidQf(), true))),
    secret: { of: "key", text: IDENTITY },
    says: /Android 14/,
  },
  {
    name: "a backup of adb with a password",
    kind: "androidqf",
    lang: "es",
    width: 1440,
    from: "file",
    make: file("backup.ab", () => makeAb(makeTar(BACKUP), { password: PASSWORD })),
    secret: { of: "android", text: PASSWORD },
    says: /Opciones de desarrollador/,
  },
];

async function toGuide(page: Page, { lang, kind, width }: Case): Promise<void> {
  await press(page, START[lang].go);
  const device = width < 600 && kind !== "androidqf" ? "device-phone" : "device-computer";
  for (const id of ["phone-android", device, ...(device === "device-phone" ? [] : ["has-cable"])])
    await page.locator(`#${id}`).check();
  await press(page, HAND[lang].go);
  await page.getByRole("button", { name: WAYS[lang].kinds[kind].name }).click();
  await page.locator(".guide").waitFor();
}

export function androidCases(inBrowser: Cases): void {
  for (const c of CASES) {
    const { lang, width, secret } = c;
    inBrowser(`Android: ${c.name}, from its guide to the answer: ${lang}, ${width} px`, async (app) => {
      const dir = mkdtempSync(join(tmpdir(), "contraluz-android-"));
      const page = await app.page({ lang, width });
      try {
        const found: string[] = [];
        const look = async (where: string): Promise<void> => {
          for (const b of [...(await breaches(page)), ...(await tooWide(page))]) found.push(`${where}: ${b}`);
        };
        await toGuide(page, c);
        await look("guide");
        await press(page, GUIDE[lang].ready);
        await giveConsent(page, lang);
        await page.locator("#file").waitFor({ state: "attached" });
        await look("file");
        app.requests.length = 0;
        await choose(page, c.from, c.make(dir));
        if (secret) {
          await page.getByRole("heading", { name: CHECKING[lang].secrets[secret.of].passwordTitle }).waitFor();
          await look("password");
          await page.locator("#password").fill(secret.text);
          await press(page, CHECKING[lang].secrets[secret.of].open);
        }
        await untilAnswer(page);
        await look("answer");
        assert.equal(await page.locator(".verdict .seen").count(), 1, "an answer with both parts");
        const text = (await page.locator(".answer").textContent()) ?? "";
        assert.match(text, c.says);
        // What is advised is Android's; a time that is none is no time.
        assert.doesNotMatch(text, /iPhone|1970/);
        assert.ok(!(await page.content()).includes(secret?.text ?? "SECRETO"), "no secret stays");
        assert.deepEqual(found, []);
        assert.deepEqual(app.requests, []);
        assert.deepEqual(app.said, []);
        assert.deepEqual(await stored(page), NOTHING);
      } finally {
        await page.close();
        rmSync(dir, { recursive: true, force: true });
      }
    });
  }
}
