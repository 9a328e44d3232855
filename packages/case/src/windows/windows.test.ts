/** A window that a person tells becomes the hours that a check marks. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LANGS } from "@contraluz/core";
import { custodyOf, isIn } from "@contraluz/detection/android/moments.ts";
import { localContext } from "@contraluz/detection/local-context.ts";
import { custodyFormHtml, custodyFormText } from "./form.ts";
import type { CustodyTold } from "./types.ts";
import { readCustody, windowData } from "./window.ts";

const told = (o: object): CustodyTold => {
  const r = readCustody(JSON.stringify({ why: "inspected", ...o }), "2026-11-26");
  assert.ok("value" in r, JSON.stringify(r));
  return r.value;
};

test("what was told, as data of the log, by the clock of the phone or of the zone that was told", () => {
  const t = told({
    from: "20/11/2026 9:00",
    to: "20/11/2026 a las 5 pm",
    where: "Tapachula",
    unlocked: "yes",
    changed: "Otro fondo",
  });
  assert.deepEqual(windowData(t, { lang: "es", today: "2026-11-26" }), {
    from: "2026-11-20T09:00:00",
    to: "2026-11-20T17:59:59",
    why: "Lo revisaron en un retén o una detención. Tenían el código o estaba desbloqueado: sí. Después cambió: Otro fondo",
    where: "Tapachula",
    told: "20/11/2026 9:00 – 20/11/2026 a las 5 pm",
  });
  const zoned = told({ from: "2026-11-20 9:00", to: "2026-11-20 10:00", zone: "America/Mexico_City" });
  const w = windowData(zoned, { lang: "en", today: "2026-11-26", zoneOffset: () => -360 });
  assert.deepEqual([w.from, w.to], ["2026-11-20T09:00:00-06:00", "2026-11-20T10:00:59-06:00"]);
  const open = windowData(told({ from: "noviembre de 2026", returned: false }), {
    lang: "en",
    today: "2026-11-26T03:00:00Z",
  });
  assert.deepEqual([open.from, open.to], ["2026-11-01", "2026-11-26"]);
  assert.match(open.why, /It has not been given back/);
});

test("the check takes the window as it was meant", () => {
  const { from, to } = windowData(told({ from: "20/11/2026", to: "21/11/2026" }), { lang: "es", today: "2026-11-26" });
  const context = localContext({ asOf: "2026-11-26T00:00:00Z", custody: [[from, to]], known: [] }, [
    { kind: "androidqf", zone: "-06:00" } as never,
  ]);
  const [window] = custodyOf(context);
  const at = (iso: string): boolean => isIn(BigInt(Date.parse(iso)) * 1_000_000n, window!);
  assert.deepEqual(
    ["2026-11-20T05:59:59Z", "2026-11-20T06:00:00Z", "2026-11-22T05:59:59Z", "2026-11-22T06:00:00Z"].map(at),
    [false, true, true, false],
  );
});

test("faults are named; nothing is guessed", () => {
  const faults = (o: object): string[] => readCustody(JSON.stringify(o)).faults.map((f) => `${f.code} ${f.at}`);
  assert.deepEqual(faults({ from: "2026-11-20", why: "stolen" }), ["unknown-value why"]);
  assert.deepEqual(faults({ from: "11/20/2026", why: "taken" }), ["wrong-type from"]);
  assert.deepEqual(faults({ why: "taken", form: "2026" }), ["unknown-field form", "missing from"]);
  assert.equal(
    readCustody(JSON.stringify({ from: "2026-11-20", to: "2026-11-19", why: "taken" })).dates?.[0]?.fault,
    "order",
  );
});

test("the form: blank for a pen, or with what was told", () => {
  for (const lang of LANGS) {
    const blank = custodyFormHtml({ lang });
    assert.equal(blank.match(/class="clause"/g)?.length, 2);
    assert.doesNotMatch(blank, /tick on|<script/);
    assert.equal(custodyFormText({ lang }).match(/_{36}/g)?.length, 11);
    const bad = told({ from: "20/11/2026 9:00", returned: false, who: "<b>x</b>", where: "a\u00adb" });
    const page = custodyFormHtml({ lang, told: [bad], person: "r1" });
    assert.equal(page.match(/tick on/g)?.length, 4, "why, not back, two answers");
    assert.doesNotMatch(page, /<b>x/);
    assert.ok(page.includes("U+00AD"));
  }
});
