/** Work on cases: from an empty browser to a dossier that is checked; nothing is stored but the case, and nothing is asked of anybody. @module */
import assert from "node:assert/strict";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { V } from "@contraluz/case/dossier/words.ts";
import { readPartName } from "@contraluz/case/pack/index.ts";
import { makeMinisignKey } from "@contraluz/case/sign/index.ts";
import { createVault, openVault, resultOfCheck } from "@contraluz/case/vault/index.ts";
import { nodePlatform, vaultFolder } from "@contraluz/platform-node";
import { CASES } from "../src/screens/cases/words.ts";
import { START } from "../src/screens/start/words.ts";
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
  zipFolder,
} from "./casework.fixture.ts";
import { choose, loadedAhead, press } from "./steps.fixture.ts";

const RUNS = [
  { lang: "es", width: 360, scheme: "dark" },
  { lang: "en", width: 1440, scheme: "light" },
] as const;

const machine = {
  platform: nodePlatform(),
  now: () => "2026-11-26T03:30:00Z",
  random: (n: number) => crypto.getRandomValues(new Uint8Array(n)),
};

export function caseworkCases(inBrowser: Cases): void {
  const dir = mkdtempSync(join(tmpdir(), "contraluz-casework-"));
  after(() => rmSync(dir, { recursive: true, force: true }));

  for (const { lang, width, scheme } of RUNS)
    inBrowser(`a case to its dossier, ${lang}, ${width} px, ${scheme}: axe, width, requests, storage`, async (app) => {
      const w = CASES[lang];
      await app.context.setOffline(false);
      const page = await app.page({ lang, width });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await loadedAhead(page);
      app.requests.length = 0;
      // Whoever takes the page off the network loses nothing.
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
      await press(page, START[lang].cases);
      await page.locator("#phrase").waitFor();
      await look("gate");
      await press(page, w.back);
      await toList(page, lang);
      assert.deepEqual(await stored(page), NOTHING, "looking at cases stores nothing");
      await look("empty list");
      await press(page, w.newCase);
      await look("new");
      await press(page, w.toList);
      await newCase(page, lang, "Jacaranda");
      assert.match(await page.title(), /^(Carpeta|Folder)$/);
      assert.deepEqual(await stored(page), { ...NOTHING, files: ["contraluz-cases"] });
      await look("first day");
      await tab(page, lang, "evidence");
      await page.getByText(w.add.first).waitFor();
      await giveAll(page, lang);
      await look("consent");
      await addEvidence(page, lang, SAMPLE);
      await look("answer");
      await backToCase(page, lang);
      await look("evidence");
      await tab(page, lang, "findings");
      await page.locator(".finding details summary").first().click();
      await look("findings");
      await tab(page, lang, "time");
      await page.locator(".heard li").first().waitFor();
      await look("timeline");
      await addIncident(page, lang);
      await page.locator("img.case-map").waitFor();
      await look("incidents");
      await tab(page, lang, "case");
      await look("case");
      await tab(page, lang, "leave");
      await look("dossier");
      const zip = await saved(page, join(dir, `${lang}.zip`), () => press(page, w.dossier.make));
      await saidOf(page);
      await press(page, w.toList);
      await page.locator("table.cases").waitFor();
      await look("list");
      await press(page, w.verifyGo);
      await choose(page, "file", zip);
      await page.getByRole("heading", { name: V.unproven[lang] }).waitFor();
      assert.equal(await page.getByRole("heading", { name: V.failsHead[lang] }).count(), 0);
      await look("verify");
      await press(page, w.title);
      await purge(page, lang);
      assert.deepEqual(found, []);
      assert.deepEqual(app.requests, []);
      assert.deepEqual(app.said, []);
      assert.deepEqual(await stored(page), NOTHING, "a case that is gone leaves nothing in the browser");
      await app.context.setOffline(false);
      await page.close();
    });

  inBrowser("what a person writes down is there again, after the page was closed", async (app) => {
    const w = CASES.es;
    let page = await app.page({ lang: "es", width: 1440 });
    await toList(page, "es");
    await newCase(page, "es", "Maguey");
    // Without permission nothing is read, whoever asks.
    await giveAll(page, "es");
    await addEvidence(page, "es", SAMPLE);
    await backToCase(page, "es");
    await tab(page, "es", "case");
    await page.locator("#note").fill("Llamar el martes");
    await press(page, w.noteAdd);
    await saidOf(page);
    await tab(page, "es", "findings");
    await page.locator(".finding details summary").first().click();
    const card = page.locator(".finding").first();
    await card.getByLabel(w.review.confirm).check();
    await card.getByLabel(w.review.why).fill("Vi el mismo rastro en el respaldo");
    await card.getByRole("button", { name: w.review.save }).click();
    assert.match(await saidOf(page), /Falta el nombre/, "nobody stands behind it without a name");
    await card.getByLabel(w.review.name).fill("N. Ibarra");
    await card.getByLabel(w.review.role).fill("revisora");
    await card.getByRole("button", { name: w.review.save }).click();
    await card.getByText("N. Ibarra").first().waitFor();
    await tab(page, "es", "time");
    await page.locator("summary", { hasText: w.time.filters }).click();
    await page.locator("#time-text").fill("no existe esa palabra");
    await press(page, w.time.apply);
    await page.getByText(w.time.none).waitFor();
    await press(page, w.time.reset);
    await page.locator(".heard li").first().waitFor();
    await page.close();

    page = await app.page({ lang: "es", width: 1440 });
    await toList(page, "es", "otra contraseña");
    assert.match(await saidOf(page), /Ninguno de los casos/);
    await press(page, w.where);
    await page.locator("#phrase").fill(PHRASE);
    await press(page, w.open);
    await page.getByRole("button", { name: "Maguey" }).click();
    await page.getByText("Llamar el martes").waitFor();
    // A copy of it opens on the command line's side, whole.
    const zip = await saved(page, join(dir, "copia.zip"), () => press(page, w.keepCopy));
    await unpack(zip, join(dir, "copia"));
    const vault = await openVault(vaultFolder(join(dir, "copia/case-0001")), { passphrase: PHRASE }, machine);
    assert.deepEqual([vault.trouble, vault.state.title, vault.state.reviews.length], [[], "Maguey", 1]);
    assert.equal((await resultOfCheck(vault, "0001")).verdict.evidence, "match");
    await saidOf(page);
    await press(page, w.toList);
    await purge(page, "es");
    await page.setInputFiles("#restore", zip);
    await page.getByRole("button", { name: "Maguey" }).click();
    await page.getByText("Llamar el martes").waitFor();
    await press(page, w.toList);
    await purge(page, "es");
    assert.deepEqual(app.said, []);
    await page.close();
  });

  inBrowser("a pack for a lab, and its way into the lab's own folder; a dossier that the lab signs", async (app) => {
    const w = CASES.es;
    const page = await app.page({ lang: "es", width: 1440 });
    // A folder that is picked: here one of the browser's own, which has the same handles.
    await page.addInitScript(
      `globalThis.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("picked", { create: true })`,
    );
    await page.reload();
    await press(page, START.es.cases);
    await page.locator("#key-file").check();
    const key = await saved(page, join(dir, "llave.txt"), () => press(page, w.keyMake));
    const recipient = /public key: (age1\S+)/.exec(readFileSync(key, "utf8"))![1]!;
    await page.locator("#shelf-folder").check();
    await press(page, w.pickFolder);
    await page.getByText(`${w.picked}: picked`).waitFor();
    await press(page, w.open);
    await page.getByText(recipient).waitFor();
    await newCase(page, "es", "Nopal");
    await giveAll(page, "es", async () => {
      await press(page, w.form.addRecipient);
      await page.locator("#to-0").fill("Laboratorio Ejemplo");
      await page.locator("#what-0").selectOption("pack");
    });
    await addEvidence(page, "es", SAMPLE);
    await backToCase(page, "es");
    await page.locator("summary", { hasText: w.add.pack }).click();
    await page.locator("#pack-key").fill(recipient);
    await press(page, w.add.packDo);
    const part = /contraluz-[0-9a-f]{16}-001-of-001\.age/.exec(await saidOf(page))![0];
    assert.ok(readPartName(part));
    const bytes = (await page.evaluate(`(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("picked");
      const file = await (await folder.getFileHandle(${JSON.stringify(part)})).getFile();
      const url = await new Promise((resolve) => { const r = new FileReader(); r.onload = () => resolve(r.result); r.readAsDataURL(file); });
      return url.slice(url.indexOf(",") + 1);
    })()`)) as string;
    const arrivals = join(dir, "llegadas");
    mkdirSync(arrivals);
    writeFileSync(join(arrivals, part), Buffer.from(bytes, "base64"));

    const made = await makeMinisignKey((n) => crypto.getRandomValues(new Uint8Array(n)));
    writeFileSync(join(dir, "firma"), made.secret);
    await tab(page, "es", "leave");
    await page.locator("summary", { hasText: w.dossier.sign }).click();
    await page.setInputFiles("#sign-key", join(dir, "firma"));
    const zip = await saved(page, join(dir, "firmado.zip"), () => press(page, w.dossier.make));
    await saidOf(page);
    await page.locator("#to-public").check();
    await press(page, w.dossier.make);
    await page.getByText(/no permitió publicar/).waitFor();
    await press(page, w.toList);
    await purge(page, "es");

    await page.setInputFiles("#arrivals", arrivals);
    await page.getByRole("heading", { name: w.outcome }).waitFor();
    await page.getByText(/^[0-9a-f]{16}: caso nuevo/).waitFor();
    assert.equal(await page.locator("table.cases tbody tr").count(), 1);
    await purge(page, "es");
    // What the command line made goes on in the page.
    const made2 = { title: "De la terminal", lang: "es", actor: "r7", to: { recipients: [recipient] } } as const;
    const there = await createVault(vaultFolder(join(dir, "terminal")), made2, machine);
    await there.write({ actor: "r7", action: "note", data: { id: "n1", text: "Empezó en otro lado" } });
    await there.close();
    await zipFolder(join(dir, "terminal"), join(dir, "terminal.zip"));
    await page.setInputFiles("#restore", join(dir, "terminal.zip"));
    await page.getByRole("button", { name: "De la terminal" }).click();
    await page.getByText("Empezó en otro lado").waitFor();
    await press(page, w.toList);
    await purge(page, "es");
    await press(page, w.verifyGo);
    await page.locator("#trusted-0").fill(made.public);
    await choose(page, "file", zip);
    await page.getByText("Firma «lab»").waitFor();
    assert.equal(await page.getByRole("heading", { name: V.failsHead.es }).count(), 0);
    // Its folder says the same, and one byte more in it is found.
    await unpack(zip, join(dir, "bolsa"));
    appendFileSync(join(dir, "bolsa/contraluz-dossier/data/custody.jsonl"), " ");
    await choose(page, "folder", join(dir, "bolsa/contraluz-dossier"));
    await page.getByRole("heading", { name: V.failsHead.es }).waitFor();
    await page.evaluate(`navigator.storage.getDirectory().then((d) => d.removeEntry("picked", { recursive: true }))`);
    assert.deepEqual(app.said, []);
    await page.close();
  });

  inBrowser(
    "the single file from a disk: no case in the browser, and a dossier is checked all the same",
    async (app) => {
      const w = CASES.es;
      const page = await app.page({ lang: "es", width: 360, file: true });
      await press(page, START.es.cases);
      await page.getByText(w.ownNone).waitFor();
      await page.locator("#phrase").fill(PHRASE);
      await press(page, w.open);
      assert.ok((await saidOf(page)).includes(w.pickFolder));
      await press(page, w.verifyGo);
      await choose(page, "file", join(dir, "es.zip"));
      await page.getByRole("heading", { name: V.unproven.es }).waitFor();
      assert.deepEqual(app.said, []);
      await page.close();
    },
  );
}
