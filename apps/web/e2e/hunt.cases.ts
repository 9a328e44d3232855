/** What a lab found over all its cases: hunts and groups of a made-up lab of sixty phones; at both widths, by axe, on paper. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Lang } from "@contraluz/core";
import { linkCases } from "@contraluz/hunt/links/index.ts";
import { ASOF, huntOf, memorySource, signsOf, world } from "@contraluz/hunt/links/world.fixture.ts";
import { huntText } from "@contraluz/hunt/run/stored.ts";
import type { HuntReport } from "@contraluz/hunt/run/types.ts";
import { encodeStructure } from "@contraluz/store";
import { CASES } from "../src/screens/cases/words.ts";
import { HUNT } from "../src/screens/hunt/words.ts";
import { START } from "../src/screens/start/words.ts";
import { breaches, tooWide } from "./axe.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { loadedAhead, press } from "./steps.fixture.ts";

/** Meetings of signs for which a check had no room. */
const LOST = 1234;

/** A lab as the command leaves it: two hunts, the groups, and what is none of the page's business. */
export async function madeLab(at: string): Promise<{ readonly hunt: HuntReport; readonly groups: number }> {
  const w = world(7);
  const compiled = await signsOf(w);
  const whole = huntOf(w, compiled);
  const [gone] = whole.cases;
  const before = { ...whole, asOf: "2026-05-01", cases: whole.cases.slice(1) };
  const gap = { caseId: gone!.caseId, checkId: "0002", why: "missing" } as const;
  const cases = whole.cases.map((c, i) => (i === 0 ? { ...c, lost: LOST } : c));
  const hunt: HuntReport = { ...whole, cases, hunt: "0002", gaps: [gap] };
  const report = await linkCases({ source: memorySource(w), lab: hunt.lab, cases: w.labCases, hunt, asOf: ASOF });
  const write = (name: string, text: string): void => {
    mkdirSync(join(at, name, ".."), { recursive: true });
    writeFileSync(join(at, name), text);
  };
  write("lab/lab.json", "{}\n");
  write("lab/cases/00.json", "{}\n");
  write("lab/hunts/0001/hunt.json", huntText(before));
  write("lab/hunts/0002/hunt.json", huntText(hunt));
  write("groups.json", `${encodeStructure(report)}\n`);
  write("other.json", '{"schema":"contraluz/result@1"}\n');
  return { hunt, groups: report.campaigns.length };
}

const LOOKS: readonly { readonly lang: Lang; readonly width: number; readonly scheme: "light" | "dark" }[] = [
  { lang: "es", width: 360, scheme: "light" },
  { lang: "en", width: 1440, scheme: "dark" },
];

export function huntCases(inBrowser: Cases): void {
  for (const { lang, width, scheme } of LOOKS)
    inBrowser(`a lab's hunts and groups, ${lang}, ${width} px, ${scheme}`, async (app) => {
      const dir = mkdtempSync(join(tmpdir(), "contraluz-hunt-"));
      const page = await app.page({ lang, width });
      const w = HUNT[lang];
      try {
        const { hunt, groups } = await madeLab(dir);
        assert.ok(groups > 0);
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
        await loadedAhead(page);
        app.requests.length = 0;
        await press(page, START[lang].cases);
        await press(page, CASES[lang].huntGo);
        await page.getByRole("heading", { level: 1, name: w.title, exact: true }).waitFor();
        const found = await breaches(page);
        // A file that is none of these is named, and nothing else happens.
        await page.setInputFiles("#lab-files", join(dir, "other.json"));
        await page.getByText(w.notRead(1), { exact: true }).waitFor();
        await page.setInputFiles("#lab-folder", join(dir, "lab"));
        const sign = hunt.cases[0]!.findings[0]!.subject;
        await page.getByRole("rowheader", { name: sign }).first().waitFor();
        const tab = async (name: string): Promise<void> => {
          await page.getByRole("button", { name, exact: true }).focus();
          await page.keyboard.press("Enter");
          found.push(...(await breaches(page)), ...(await tooWide(page)));
        };
        await page.locator("tbody summary").first().press("Enter");
        const met = new Set(hunt.cases.filter((c) => c.findings.some((f) => f.subject === sign)).map((c) => c.caseId));
        assert.ok(
          await page
            .getByText(w.case([...met][0]!, "0001"), { exact: false })
            .first()
            .isVisible(),
        );
        await tab(w.tabs.met);
        await page.locator("#find-sign").fill("no hay tal cosa");
        await page.getByText(w.findNone, { exact: true }).waitFor();
        await tab(w.tabs.fresh);
        await page.getByRole("heading", { name: w.added(hunt.cases[0]!.findings.length), exact: true }).waitFor();
        await tab(w.tabs.gaps);
        await page.getByText(w.why.missing, { exact: false }).waitFor();
        await page.getByText(w.lost(LOST), { exact: false }).waitFor();
        await page.locator("details > summary", { hasText: w.more }).press("Enter");
        await page.setInputFiles("#lab-files", join(dir, "groups.json"));
        await tab(w.tabs.groups);
        assert.equal(await page.locator("section svg.band").count(), groups);
        await page.locator("section details summary").first().press("Enter");
        found.push(...(await breaches(page)), ...(await tooWide(page)));
        await page.emulateMedia({ media: "print" });
        found.push(...(await tooWide(page)));
        await page.emulateMedia({ media: "screen" });
        assert.deepEqual(found, []);
        assert.doesNotMatch((await page.locator("main").textContent()) ?? "", /undefined|NaN|1970/);
        assert.deepEqual([app.requests, app.said], [[], []]);
      } finally {
        await page.close();
        rmSync(dir, { recursive: true, force: true });
      }
    });
}
