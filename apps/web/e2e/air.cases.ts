/** What was heard around: a room, cells, and tags, from small made-up captures; from the keyboard, by axe, on paper. @module */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Lang } from "@contraluz/core";
import { type Frame, pcap } from "@contraluz/formats/pcap/pcap.fixture.ts";
import { joined, said } from "@contraluz/formats/qmdl/qmdl.fixture.ts";
import { AIR } from "@contraluz/report/air/words.ts";
import { ANSWER } from "../src/screens/answer/words.ts";
import { breaches, tooWide } from "./axe.fixture.ts";
import type { Cases } from "./cases.fixture.ts";
import { choose, loadedAhead, press, toFile, untilAnswer } from "./steps.fixture.ts";

const START = 1_775_239_200;
const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.replaceAll(" ", "").match(/../g) ?? [], (x) => Number.parseInt(x, 16));

/** A packet of UDP to an address outside, from a machine of the room. */
const packet = (mac: string, last: string): Uint8Array =>
  bytes(`020000000001 ${mac} 0800 45000020 00000000 40110000 c0a801${last} 08080808 1000 0009 000c 0000 61626364`);

/** Fourteen machines, for some hours. */
function room(): Uint8Array {
  const frames: Frame[] = [];
  for (let hour = 0; hour < 5; hour++)
    for (let n = 1; n <= 14; n++)
      if ((n + hour) % 3 > 0) {
        const last = (n + 4).toString(16).padStart(2, "0");
        const maker = ["4419b6", "a4cf12", "3cef8c"][n % 3]!;
        frames.push({ seconds: START + hour * 3600 + n, bytes: packet(`${maker}0000${last}`, last) });
      }
  return pcap(frames);
}

const AWAY = `1eff4c00121910${"00".repeat(24)}`;

/** A tag away from its owner, and devices that stand still, for an hour. */
function scan(): string {
  const rows = ["time,mac,address type,rssi,payload"];
  for (let m = 0; m < 60; m++) {
    const at = START + m * 60;
    rows.push(`${at},c0:00:00:00:00:01,random,-60,${AWAY}`);
    for (let k = 0; k < 4; k++) rows.push(`${at + 1},00:11:22:33:${m < 30 ? "00" : "01"}:0${k},public,-70,020106`);
  }
  return rows.join("\n");
}

interface Case {
  readonly name: string;
  readonly lang: Lang;
  readonly width: number;
  readonly scheme: "light" | "dark";
  readonly file: string;
  readonly make: () => Uint8Array | string;
  readonly parts: readonly (keyof Pick<(typeof AIR)["es"], "machines" | "talk" | "cells" | "tags" | "events">)[];
  readonly rows: number;
  readonly bars: number;
}

const CASES: readonly Case[] = [
  {
    name: "a room",
    lang: "es",
    width: 360,
    scheme: "light",
    file: "cuarto.pcap",
    make: room,
    parts: ["machines", "talk", "events"],
    rows: 14,
    bars: 14,
  },
  {
    name: "a room at night",
    lang: "en",
    width: 1440,
    scheme: "dark",
    file: "room.pcap",
    make: room,
    parts: ["machines", "talk", "events"],
    rows: 14,
    bars: 14,
  },
  {
    name: "cells",
    lang: "es",
    width: 1440,
    scheme: "light",
    file: "antenas.qmdl",
    make: () => {
      const other = { pci: 33, earfcn: 2175 };
      return joined(
        said("sib1", START),
        said("sib3", START + 60),
        said("sib1", START + 600),
        said("sib1", START + 300, other),
        said("toGeran", START + 400),
      );
    },
    parts: ["cells", "events"],
    rows: 2,
    bars: 2,
  },
  {
    name: "tags",
    lang: "en",
    width: 360,
    scheme: "dark",
    file: "scan.csv",
    make: scan,
    parts: ["tags", "events"],
    rows: 1,
    bars: 1,
  },
];

export function airCases(inBrowser: Cases): void {
  for (const c of CASES) {
    const { lang, width } = c;
    inBrowser(`what was heard around: ${c.name}, ${lang}, ${width} px, ${c.scheme}`, async (app) => {
      const dir = mkdtempSync(join(tmpdir(), "contraluz-air-"));
      const page = await app.page({ lang, width });
      try {
        await page.emulateMedia({ colorScheme: c.scheme, reducedMotion: "reduce" });
        writeFileSync(join(dir, c.file), c.make());
        await toFile(page, lang);
        // What is loaded ahead is loaded.
        await loadedAhead(page);
        app.requests.length = 0;
        await choose(page, "file", join(dir, c.file));
        await untilAnswer(page);
        // The way there by keyboard; the heading has the focus, and going back leads to the answer.
        await page.getByRole("button", { name: ANSWER[lang].air, exact: true }).focus();
        await page.keyboard.press("Enter");
        const heading = page.getByRole("heading", { level: 1, name: AIR[lang].title, exact: true });
        await heading.waitFor();
        assert.equal(await page.evaluate("document.activeElement.tagName"), "H1");
        await page.locator(".air section svg").first().waitFor();
        const headings = await page.locator(".air h2").allTextContents();
        assert.deepEqual(
          headings.map((h) => h.trim()),
          c.parts.map((p) => AIR[lang][p]),
        );
        const first = page.locator(".air section").first();
        for (const fold of await first.locator("details summary").all()) await fold.press("Enter");
        assert.equal(await first.locator(".heard > li").count(), c.rows);
        assert.equal(await first.locator(".heard > li svg.band").count(), c.bars);
        const found = [...(await breaches(page)), ...(await tooWide(page))];
        await page.emulateMedia({ media: "print" });
        found.push(...(await tooWide(page)));
        await page.emulateMedia({ media: "screen" });
        assert.deepEqual(found, []);
        const text = (await page.locator(".air").textContent()) ?? "";
        assert.doesNotMatch(text, /undefined|NaN|1970/);
        await press(page, `‹ ${lang === "es" ? "Volver" : "Back"}`);
        await page.locator(".verdict h1").waitFor();
        assert.deepEqual([app.requests, app.said], [[], []]);
      } finally {
        await page.close();
        rmSync(dir, { recursive: true, force: true });
      }
    });
  }
}
