/** On the phone itself: the small kinds of evidence, from the guide to the answer, with nothing but a narrow window. @module */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pack } from "@contraluz/engine/check.fixture.ts";
import type { Page } from "playwright-core";
import type { KindId } from "../src/kinds.ts";
import { GUIDE } from "../src/screens/guide/words.ts";
import { HAND } from "../src/screens/hand/words.ts";
import { START } from "../src/screens/start/words.ts";
import { WAYS } from "../src/screens/ways/words.ts";
import { NOTHING, stored, sysdiagnoseFiles, sysdiagnoseName } from "./app.fixture.ts";
import { breaches, tooWide } from "./axe.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { choose, giveConsent, press, untilAnswer } from "./steps.fixture.ts";

/** As iOS exports it: an object a line. */
function privacyReport(dir: string): string {
  const file = join(dir, "App_Privacy_Report_v4_2024-05-21T10_00_00.ndjson");
  const app = "org.example.notas";
  const at = "2024-05-20T10:00:00.000-06:00";
  const lines = [
    {
      accessor: { identifier: app, identifierType: "bundleID" },
      category: "microphone",
      identifier: "0A",
      kind: "event",
      timeStamp: at,
      type: "access",
    },
    {
      bundleID: app,
      context: "",
      domain: "noticias.example",
      domainOwner: "",
      domainType: 2,
      firstTimeStamp: at,
      hits: 3,
      initiatedType: "AppInitiated",
      timeStamp: at,
      type: "networkActivity",
    },
  ];
  writeFileSync(file, lines.map((l) => `${JSON.stringify(l)}\n`).join(""));
  return file;
}

function sysdiagnose(dir: string): string {
  for (const [path, bytes] of sysdiagnoseFiles()) {
    const file = join(dir, sysdiagnoseName(), path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return pack(dir, "tar.gz");
}

async function toKind(page: Page, kind: KindId): Promise<void> {
  await press(page, START.es.go);
  for (const id of ["phone-iphone", "device-phone"]) await page.locator(`#${id}`).check();
  await press(page, HAND.es.go);
  await page.getByRole("button", { name: WAYS.es.kinds[kind].name }).click();
  await page.locator(".guide").waitFor();
}

export function phoneCases(inBrowser: Cases): void {
  for (const [kind, make] of [
    ["privacy-report", privacyReport],
    ["sysdiagnose", sysdiagnose],
  ] as const) {
    inBrowser(`on the phone itself: ${kind}, from its guide to the answer`, async (app) => {
      const dir = mkdtempSync(join(tmpdir(), "contraluz-phone-"));
      const page = await app.page({ lang: "es", width: 360 });
      try {
        const found: string[] = [];
        const look = async (where: string): Promise<void> => {
          for (const b of [...(await breaches(page)), ...(await tooWide(page))]) found.push(`${where}: ${b}`);
        };
        await toKind(page, kind);
        await look("guide");
        await press(page, GUIDE.es.ready);
        await giveConsent(page, "es");
        await page.locator("#file").waitFor({ state: "attached" });
        await look("file");
        app.requests.length = 0;
        await choose(page, "file", make(dir));
        await untilAnswer(page);
        await look("answer");
        assert.equal(await page.locator(".verdict .seen").count(), 1, "an answer with both parts");
        assert.deepEqual(found, []);
        assert.deepEqual(app.requests, []);
        assert.deepEqual(await stored(page), NOTHING);
      } finally {
        await page.close();
        rmSync(dir, { recursive: true, force: true });
      }
    });
  }
}
