/**
 * The pictures of the web app in the docs, made again from the sample: `node tools/run.js tools/web-pictures.ts`. With a FOLDER
 * behind it: every screen, whole, in both languages, on a computer and on a telephone at night, to be looked at.
 *
 * `docs/pictures/web-SCREEN-LANG.png`: the main screens on a computer; `web-phone-SCREEN-es.png`: two on a telephone at night.
 * @module
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LANGS, type Lang } from "@contraluz/core";
import type { Page } from "playwright-core";
import { openApp, ROOT, SAMPLE, SIGNS } from "../apps/web/e2e/app.fixture.ts";
import { type Stop, wholeWay } from "../apps/web/e2e/steps.fixture.ts";

/** No picture may weigh more. */
const MAX_BYTES = 200_000;
const [, , ALL] = process.argv;
const OUT = ALL ?? join(ROOT, "docs/pictures");

interface Camera {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: "light" | "dark";
  readonly langs: readonly Lang[];
  readonly stops: readonly Stop[];
}

const CAMERAS: readonly Camera[] = [
  {
    name: "web",
    width: 1200,
    height: 860,
    scheme: "light",
    langs: ["es", "en"],
    stops: ["start", "answer", "bench"],
  },
  { name: "web-phone", width: 390, height: 780, scheme: "dark", langs: ["es"], stops: ["start", "answer"] },
];

async function picture(page: Page, name: string): Promise<void> {
  // The bench comes once for each of its tabs: the first is the one of the docs.
  const n = (taken.get(name) ?? 0) + 1;
  taken.set(name, n);
  if (n > 1 && ALL === undefined) return;
  await page.evaluate("document.fonts.ready");
  await page.evaluate("scrollTo(0, 0)");
  const bytes = await page.screenshot({ animations: "disabled", caret: "hide", fullPage: ALL !== undefined });
  if (bytes.length > MAX_BYTES && ALL === undefined)
    throw new Error(`${name} has ${bytes.length} bytes, more than ${MAX_BYTES}`);
  const file = n > 1 ? `${name}-${n}` : name;
  writeFileSync(join(OUT, `${file}.png`), bytes);
  process.stdout.write(`${file}.png ${bytes.length} bytes\n`);
}

const taken = new Map<string, number>();
mkdirSync(OUT, { recursive: true });
const app = await openApp();
if (typeof app === "string") throw new Error(app);
try {
  for (const c of CAMERAS) {
    for (const lang of ALL === undefined ? c.langs : LANGS) {
      const page = await app.page({ lang, width: c.width });
      await page.setViewportSize({ width: c.width, height: c.height });
      await page.emulateMedia({ colorScheme: c.scheme, reducedMotion: "reduce" });
      await wholeWay(page, { lang, folder: SAMPLE, signs: SIGNS }, async (stop) => {
        if (ALL !== undefined || c.stops.includes(stop)) await picture(page, `${c.name}-${stop}-${lang}`);
      });
      await page.close();
    }
  }
} finally {
  await app.close();
}
