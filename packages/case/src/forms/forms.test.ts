/** Forms that anybody may have written: 300 mutations of each are read or refused, never thrown at, in bounded time. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { LANGS } from "@contraluz/core";
import { cpu } from "@contraluz/core/cpu.fixture.ts";
import { createRandom } from "../../../../samples/lib/random.ts";
import { CONSENT } from "../consent/consent.fixture.ts";
import { readConsent } from "../consent/read.ts";
import { parseSpoken } from "../dates/parse.ts";
import { readIncident } from "../incidents/make.ts";
import { readMapping } from "../incidents/mapping.ts";
import { readCustody } from "../windows/window.ts";
import type { Fault } from "./fields.ts";
import { faultWords } from "./words.ts";

const sha256 = () => {
  const h = createHash("sha256");
  return { update: (b: Uint8Array) => void h.update(b), hex: () => h.digest("hex") };
};

const FORMS: readonly (readonly [string, object, (text: string) => { readonly faults: readonly Fault[] }])[] = [
  ["consent", CONSENT, (t) => readConsent(t)],
  [
    "window",
    { from: "20/11/2026 9:00", to: "20/11/2026", why: "taken", unlocked: "no" },
    (t) => readCustody(t, "2026-11-26"),
  ],
  [
    "incident",
    {
      from: "2026-11-20",
      place: { name: "Huixtla", lat: 15.1, lon: -92.4 },
      what: "Un retén",
      kinds: ["checkpoint"],
      source: "r1",
      how: "direct",
      publish: false,
      evidence: [{ check: "0001", artifact: "ios/sms", ordinal: 3 }],
    },
    (t) => readIncident(t, sha256),
  ],
  ["mapping", { columns: { a: "what" }, kinds: { b: "dron" }, defaults: { how: "heard" } }, readMapping],
];

/** Other values in the places of the form: what a program that means harm would put there. */
const ODD: readonly unknown[] = [
  null,
  0,
  -1,
  1e308,
  "",
  "\u0000",
  "x".repeat(70_000),
  [],
  {},
  [[]],
  true,
  "__proto__",
  "2026-11-20",
];

for (const [name, form, read] of FORMS)
  test(`mutations of a ${name}`, () => {
    assert.deepEqual(read(JSON.stringify(form)).faults, []);
    const r = createRandom(name.length);
    const spent = cpu();
    let refused = 0;
    for (let n = 0; n < 300; n++) {
      let text: string;
      if (n % 2 === 0) {
        const copy = structuredClone(form) as { [k: string]: unknown };
        copy[r.pick(Object.keys(copy))] = r.pick(ODD);
        text = JSON.stringify(copy);
      } else {
        const bytes = new TextEncoder().encode(JSON.stringify(form));
        for (let k = 0; k <= r.below(3); k++) bytes[r.below(bytes.length)] = 32 + r.below(96);
        text = new TextDecoder().decode(bytes);
      }
      const { faults } = read(text);
      if (faults.length > 0) refused++;
      for (const f of faults) for (const l of LANGS) assert.ok(faultWords(f, l).length < 2000);
    }
    assert.ok(refused > 100, `${refused} were refused`);
    assert.ok(spent() < 10_000);
  });

test("dates: 3,000 texts out of their own words", () => {
  const words =
    "20 11 2026 2026-11-20 14:30 3 pm a las de noviembre nov del / - . : T Z -06:00 por la noche tarde manana 99 0 ayer at in 31 feb".split(
      " ",
    );
  const r = createRandom(3);
  let dates = 0;
  for (let n = 0; n < 3000; n++) {
    const text = Array.from({ length: 1 + r.below(9) }, () => r.pick(words)).join(r.pick(["", " "]));
    const p = parseSpoken(text, "", { today: "2026-11-26" });
    if ("fault" in p) continue;
    dates++;
    assert.match(p.time.from.wall, /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d(?::\d\d)?)?)?)?$/, text);
  }
  assert.ok(dates > 50 && dates < 2500, String(dates));
});
