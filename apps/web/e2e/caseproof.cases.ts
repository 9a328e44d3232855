/** A case in the page: what is told with its records, clocks that were wrong, what is withheld, and stamps that are carried by hand. @module */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { bagTree, trustedFrom, type Verified, verifyDossier } from "@contraluz/case/dossier/index.ts";
import { OPENSSL, testAuthority } from "@contraluz/case/timestamp/tsa.fixture.ts";
import { openVault } from "@contraluz/case/vault/index.ts";
import type { Lang } from "@contraluz/core";
import { openInput } from "@contraluz/evidence";
import { inputOf, nodePlatform, vaultFolder } from "@contraluz/platform-node";
import type { Page } from "playwright-core";
import { CASES } from "../src/screens/cases/words.ts";
import { NOTHING, SAMPLE, stored } from "./app.fixture.ts";
import { breaches, tooWide } from "./axe.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import {
  addEvidence,
  addIncident,
  backToCase,
  giveAll,
  newCase,
  PHRASE,
  purge,
  saidOf,
  saved,
  tab,
  toList,
  unpack,
  untilSaid,
} from "./casework.fixture.ts";
import { loadedAhead, press } from "./steps.fixture.ts";

const LOOKS = [
  { lang: "es", width: 360, scheme: "dark" },
  { lang: "en", width: 1440, scheme: "light" },
] as const;
const TAG = "reservado";
const BAG = "contraluz-dossier";
const platform = nodePlatform();

async function verified(zip: string, keys: string): Promise<Verified> {
  const opened = await openInput(await inputOf(zip), { platform, report: () => {} });
  try {
    const bag = await bagTree(opened.tree, platform);
    return await verifyDossier(bag!, { platform, trusted: trustedFrom(keys) });
  } finally {
    await opened.close();
  }
}

/** All bytes of a dossier as text. */
function textOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((n) => join(folder, n))
    .filter((n) => statSync(n).isFile())
    .map((n) => readFileSync(n, "latin1"))
    .join("\n");
}

/** A sentence and what it rests on, chosen from the list by its words. */
async function sentence(page: Page, lang: Lang, n: number, text: string, on: RegExp): Promise<void> {
  const w = CASES[lang].story;
  await page.locator(`#sentence-${n}`).fill(text);
  const option = page.locator(`#rests-${n} option`).filter({ hasText: on }).first();
  await option.waitFor({ state: "attached" });
  await page.locator(`#rests-${n}`).selectOption((await option.getAttribute("value")) ?? "");
  await page.getByRole("button", { name: `${w.add} ${w.rests(String(n))}`, exact: true }).click();
  await page.locator(".plain-list .seen-text").filter({ hasText: on }).first().waitFor();
}

export function caseproofCases(inBrowser: Cases): void {
  const dir = mkdtempSync(join(tmpdir(), "contraluz-caseproof-"));
  after(() => rmSync(dir, { recursive: true, force: true }));

  for (const { lang, width, scheme } of LOOKS)
    inBrowser(`stories, clocks, what is withheld, stamps: ${lang}, ${width} px, ${scheme}`, async (app) => {
      const w = CASES[lang];
      await app.context.setOffline(false);
      const page = await app.page({ lang, width });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await loadedAhead(page);
      app.requests.length = 0;
      await app.context.setOffline(true);
      const found: string[] = [];
      const look = async (at: string): Promise<void> => {
        for (const b of await breaches(page)) found.push(`${at}: ${b}`);
        for (const b of await tooWide(page)) found.push(`${at}: ${b}`);
        if (width !== 360) return;
        await page.setViewportSize({ width: 320, height: 640 });
        for (const b of await tooWide(page)) found.push(`${at} at 320: ${b}`);
        await page.setViewportSize({ width, height: 740 });
      };
      await toList(page, lang);
      await newCase(page, lang, "Jacaranda");
      await giveAll(page, lang);
      await addEvidence(page, lang, SAMPLE);
      await backToCase(page, lang);
      await addIncident(page, lang);

      // A record of the timeline is marked for a story, and tagged.
      await tab(page, lang, "time");
      const row = page
        .locator(".heard li")
        .filter({ has: page.locator("code") })
        .first();
      const key = (await row.locator("code").textContent())!;
      assert.match(key, /^0001\/[a-z]+\/[a-z-]+\/\d+$/);
      await row.getByRole("button", { name: `${w.story.cite} ${key}` }).click();
      await untilSaid(page, w.story.cited(key));
      await row.getByRole("button", { name: `${w.time.tagIt} ${key}` }).click();
      await page.locator("#tag-record").fill(TAG);
      await page
        .locator("form", { has: page.locator("#tag-record") })
        .getByRole("button")
        .click();
      await page.locator(".heard").getByText(`#${TAG}`).first().waitFor();

      // The clock of the phone was fast: said with a reason, seen, taken back.
      const before = (await row.locator(".clock").textContent())!;
      await page.locator("summary", { hasText: w.clock.title }).click();
      await page.locator("#clock-minutes").fill("1:07");
      await press(page, w.clock.save);
      await untilSaid(page, w.notDone);
      await page.locator("#clock-why").fill("Se comparó con el de la redacción");
      await press(page, w.clock.save);
      await page.getByText(w.clock.was(true, w.clock.amount(1, 7, 0))).waitFor();
      await row.getByText("Se comparó con el de la redacción").waitFor();
      assert.notEqual(await row.locator(".clock").textContent(), before);
      await look("clocks");
      await page.locator(".plain-list summary", { hasText: w.clock.undo }).click();
      await page.locator("[id^=undo-]").fill("Era el reloj de otro teléfono");
      await page.locator(".plain-list form").getByRole("button", { name: w.clock.undo }).click();
      await page.getByText(w.clock.none).waitFor();
      await page
        .locator(".heard")
        .getByText("Se comparó con el de la redacción")
        .first()
        .waitFor({ state: "detached" });
      assert.equal(await row.locator(".clock").textContent(), before);

      // Each sentence rests on something, or nothing is kept.
      await tab(page, lang, "stories");
      await press(page, w.story.write);
      await page.locator("#story-title").fill("El día del retén");
      await page.locator("#sentence-1").fill("El teléfono tenía un respaldo.");
      await press(page, w.story.save);
      await untilSaid(page, w.notDone);
      await sentence(page, lang, 1, "El teléfono tenía un respaldo.", new RegExp(key));
      await press(page, w.story.another);
      await sentence(page, lang, 2, "Hay un rastro de un programa espía.", /Pegasus/);
      await look("a story that is written");
      await press(page, w.story.save);
      const story = page.locator("article.sheet", { hasText: "El día del retén" });
      await story.waitFor();
      await story.locator("summary").click();
      await story
        .getByText(/SHA-256 [0-9a-f]{64}/)
        .first()
        .waitFor();
      await look("a story that is told");
      await story.getByRole("button", { name: w.story.change }).click();
      await page.locator("#sentence-2").fill("Un rastro coincide con Pegasus.");
      await press(page, w.story.save);
      await story.getByText("Un rastro coincide con Pegasus.").waitFor();

      // All of it; then an edition that withholds, after a look at what is left.
      await tab(page, lang, "leave");
      const full = await saved(page, join(dir, `${lang}-full.zip`), () => press(page, w.dossier.make));
      await saidOf(page);
      await page.locator("summary", { hasText: w.edition.title }).click();
      await page.locator("summary", { hasText: w.edition.check("0001") }).click();
      await page.locator('[id="withhold-0001/ios.sms"]').check();
      await page.locator(`#withhold-tag-${TAG}`).check();
      await page.locator("#withhold-records").fill("0001/ios/sms");
      await page.locator("#withhold-texts").fill("ninguno lo dice así\nlucia@correo.example");
      await press(page, w.edition.look);
      await untilSaid(page, w.notDone);
      await page.locator("#withhold-records").fill("0001/ios/calls/0");
      await press(page, w.edition.look);
      const left = page.locator("section[aria-labelledby=what-is-left]");
      await left.waitFor();
      await left.getByText(w.edition.saidNone).waitFor();
      await left.getByText(w.edition.part("40", "41")).waitFor();
      await left.getByText(`${w.edition.stories}, ${w.edition.staysIn}:`).waitFor();
      await look("what is left");
      const part = await saved(page, join(dir, `${lang}-part.zip`), () => press(page, w.dossier.make));
      await untilSaid(page, w.dossier.read);

      // The question goes out as a file; an answer that is none stays out; one that holds comes in.
      await page.locator("summary", { hasText: w.proof.title }).click();
      await page.setInputFiles("#made-file", part);
      await page.locator("#stamp-label").waitFor();
      const ask = await saved(page, join(dir, `${lang}.tsq`), () => press(page, w.proof.ask));
      await page.setInputFiles("#stamp-answer", ask);
      await press(page, w.proof.take);
      await untilSaid(page, w.notDone);
      await look("a stamp");
      if (OPENSSL === false) {
        const authority = testAuthority(join(dir, `tsa-${lang}`));
        const answer = join(dir, `${lang}.tsr`);
        writeFileSync(answer, authority.answer(new Uint8Array(readFileSync(ask))));
        await page.setInputFiles("#stamp-answer", answer);
        await page.locator("#stamp-authority").fill(authority.chain);
        const stamped = await saved(page, join(dir, `${lang}-stamped.zip`), () => press(page, w.proof.take));
        await untilSaid(page, w.proof.next);
        const times = (await verified(stamped, authority.root)).attested.times;
        assert.deepEqual(
          times.map((t) => [t.label, t.trusted]),
          [["tsa1", true]],
        );
      }

      // What the page made, read by the command's side.
      for (const [zip, edition] of [
        [full, "full"],
        [part, "redacted"],
      ] as const) {
        const { verdict, facts } = await verified(zip, "");
        assert.deepEqual([verdict, facts.edition], ["unproven", edition]);
        await unpack(zip, zip.slice(0, -4));
      }
      const [whole, rest] = [full, part].map((zip) => join(zip.slice(0, -4), BAG));
      const sums = [whole, rest].map((d) => readFileSync(join(d!, "data/commitments.txt"), "utf8"));
      assert.equal(sums[0], sums[1], "both editions commit to the same records");
      assert.ok(textOf(whole!).includes("Un rastro coincide con Pegasus."));
      const open = textOf(rest!);
      for (const gone of ["Un rastro coincide con Pegasus.", "lucia@correo.example", "Era el reloj de otro"])
        assert.equal(open.includes(Buffer.from(gone).toString("latin1")), gone.startsWith("Era"), gone);
      assert.deepEqual(app.requests, []);
      assert.deepEqual(found, []);
      assert.deepEqual(app.said, []);
      await tab(page, lang, "case");
      const copy = await saved(page, join(dir, `${lang}-copy.zip`), () => press(page, w.keepCopy));
      await unpack(copy, join(dir, `${lang}-copy`));
      const machine = { platform, now: () => "2026-11-26T03:30:00Z", random: () => new Uint8Array(32) };
      const vault = await openVault(vaultFolder(join(dir, `${lang}-copy/case-0001`)), { passphrase: PHRASE }, machine);
      assert.deepEqual([vault.trouble, vault.state.clocks], [[], []]);
      assert.deepEqual(
        vault.state.stories.map((s) => [s.id, s.sentences.map((x) => x.cites.length)]),
        [["s1", [1, 1]]],
      );
      assert.deepEqual(
        vault.log.filter((e) => e.head.action === "clock" || e.head.action === "story").map((e) => e.head.action),
        ["clock", "clock", "story", "story"],
      );
      await press(page, w.toList);
      await purge(page, lang);
      assert.deepEqual(await stored(page), NOTHING);
      await app.context.setOffline(false);
      await page.close();
    });
}
