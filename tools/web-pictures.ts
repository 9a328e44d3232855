/**
 * The pictures of the web app in the docs, made again from the sample: `node tools/run.js tools/web-pictures.ts [FOLDER]`.
 *
 * `docs/pictures/web-SCREEN-LANG.png`: the screens of the whole way on a computer, and three of them on a telephone at night.
 * @module
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Lang } from "@contraluz/core";
import type { Page } from "playwright-core";
import { openApp, ROOT, SAMPLE, SIGNS } from "../apps/web/e2e/app.fixture.ts";
import { type Stop, wholeWay } from "../apps/web/e2e/steps.fixture.ts";

/** No picture may weigh more. */
const MAX_BYTES = 200_000;
const OUT = process.argv[2] ?? join(ROOT, "docs/pictures");

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
    stops: ["start", "guide", "consent", "answer", "bench", "leave"],
  },
  { name: "web-phone", width: 390, height: 780, scheme: "dark", langs: ["es"], stops: ["start", "ways", "answer"] },
];

async function picture(page: Page, name: string): Promise<void> {
  // The bench shows its first tab; later calls of the same stop would show others.
  if (taken.has(name)) return;
  taken.add(name);
  await page.evaluate("document.fonts.ready");
  await page.evaluate("scrollTo(0, 0)");
  const bytes = await page.screenshot({ animations: "disabled", caret: "hide" });
  if (bytes.length > MAX_BYTES) throw new Error(`${name} has ${bytes.length} bytes, more than ${MAX_BYTES}`);
  writeFileSync(join(OUT, `${name}.png`), bytes);
  process.stdout.write(`${name}.png ${bytes.length} bytes\n`);
}

const taken = new Set<string>();
mkdirSync(OUT, { recursive: true });
const app = await openApp();
if (typeof app === "string") throw new Error(app);
try {
  for (const c of CAMERAS) {
    for (const lang of c.langs) {
      const page = await app.page({ lang, width: c.width });
      await page.setViewportSize({ width: c.width, height: c.height });
      await page.emulateMedia({ colorScheme: c.scheme, reducedMotion: "reduce" });
      await wholeWay(page, { lang, folder: SAMPLE, signs: SIGNS }, async (stop) => {
        if (c.stops.includes(stop)) await picture(page, `${c.name}-${stop}-${lang}`);
      });
      await page.close();
    }
  }
} finally {
  await app.close();
}
