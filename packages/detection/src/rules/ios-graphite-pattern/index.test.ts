import assert from "node:assert/strict";
import { test } from "node:test";
import { type ArtifactRecord, LANGS, parseIso, say, utcNs } from "@contraluz/core";
import { cpu } from "@contraluz/core/cpu.fixture.ts";
import { account } from "../../accounts.ts";
import { CONTEXT, ref } from "../../detection.fixture.ts";
import { graphitePattern as rule } from "./index.ts";

type Of = readonly [artifact: string, record: ArtifactRecord];
const when = (iso: string) => utcNs(parseIso(iso)!, iso, "s");
const DAY = "2025-01-20T10:00:00Z";
const make = (artifact: string, kind: string, more: Partial<ArtifactRecord>, iso: string | null = DAY): Of => [
  artifact,
  {
    kind,
    fields: {},
    observables: [],
    origin: ref(0).origin,
    ...(iso === null ? {} : { at: when(iso) }),
    ...more,
  },
];
const LINK = "https://share.icloud.com/photos/0ab1c2d3e4f5";
const message = (handle: string, url = LINK, fields: ArtifactRecord["fields"] = {}, iso = DAY): Of =>
  make(
    "ios/sms",
    "message",
    {
      fields: { handle, service: "iMessage", ...fields },
      observables: [{ type: "url", value: url, contact: "received" }],
    },
    iso,
  );
const contact = (value: string): Of => make("ios/contacts", "value", { fields: { value } }, null);
const lookup = (handle: string, iso = DAY, service = "com.apple.madrid"): Of =>
  make("ios/id-status-cache", "lookup", { fields: { handle, service } }, iso);
const crash = (name: string, iso: string, type = "309"): Of =>
  make("ios/crash-reports", "report", { fields: { name, type } }, iso);
const asked = (value: string, iso: string | null = DAY, artifact = "ios/cached-requests"): Of =>
  make(artifact, "request", { observables: [{ type: "url", value, contact: "looked-up" }] }, iso);
const judge = (all: readonly Of[], ...known: string[]) => [
  ...rule.judge(
    all.flatMap(([artifact, r], i) => rule.fact(r, () => ref(i), artifact) ?? []),
    { ...CONTEXT, known },
  ),
];
const ANA = contact("+52 55 1234 5678");
const EVIL = "evil@example.org";

test("an iCloud link to photos from a stranger, in those months, is a lead that claims no more", () => {
  const [hit, ...others] = judge([ANA, message(EVIL), message(EVIL, "https://www.icloud.com/photos/#0AbC")]);
  assert.deepEqual([hit!.subject, hit!.records.length, others], [EVIL, 2, []]);
  assert.match(say(rule.words.why, "es", hit!.params!), /«evil@example\.org».*no hay en el teléfono una señal pública/);
  assert.match(say(rule.words.why, "en", hit!.params!), /there is no public sign on the phone/);
});

test("near misses: a contact, somebody who was written to or called, SMS, other links, other months, no address book", () => {
  assert.deepEqual(judge([ANA, message("+525512345678")]), []);
  assert.deepEqual(judge([ANA, message(EVIL, LINK, { from_me: true }), message("EVIL@example.org")]), []);
  const call = make("ios/calls", "call", { observables: [{ type: "email", value: EVIL, contact: "looked-up" }] });
  assert.deepEqual(judge([ANA, call, message(EVIL)]), []);
  assert.deepEqual(judge([ANA, message(EVIL, LINK, { service: "SMS" })]), []);
  for (const url of [
    "https://www.icloud.com/attachment/?u=x",
    "https://share.icloud.com.example.org/photos/1",
    "https://example.org/?https://share.icloud.com/photos/1",
    "https://www.icloud.com/sharedalbum/#B0",
  ])
    assert.deepEqual(judge([ANA, message(EVIL, url)]), [], url);
  for (const iso of ["2024-11-30T23:59:59Z", "2025-03-03T00:00:00Z"])
    assert.deepEqual(judge([ANA, message(EVIL, LINK, {}, iso)]), []);
  assert.deepEqual(judge([message(EVIL)]), []);
  assert.deepEqual(judge([ANA, message(EVIL)], "Evil@example.org"), []);
});

test("an account that stands nowhere else, with a crash of Messages within the hour", () => {
  const [hit, ...others] = judge([ANA, lookup(`mailto:${EVIL}`), crash("imagent", "2025-01-20T10:59:00Z")]);
  assert.deepEqual([hit!.subject, hit!.params!.case, hit!.records.length, others], [EVIL, "lookup", 2, []]);
  for (const all of [
    [lookup(`mailto:${EVIL}`)],
    [lookup(`mailto:${EVIL}`), crash("imagent", "2025-01-20T11:01:00Z")],
    [lookup(`mailto:${EVIL}`), crash("imagent", "2025-01-20T09:59:00Z")],
    [lookup(`mailto:${EVIL}`), crash("WhatsApp", "2025-01-20T10:30:00Z")],
    [lookup(`mailto:${EVIL}`), crash("imagent", "2025-01-20T10:30:00Z", "202")],
    [lookup(`mailto:${EVIL}`, DAY, "com.apple.ess"), crash("imagent", "2025-01-20T10:30:00Z")],
    [lookup(`mailto:${EVIL}`), message(EVIL, "https://example.org/"), crash("imagent", "2025-01-20T10:30:00Z")],
    [lookup("tel:+525512345678"), crash("imagent", "2025-01-20T10:30:00Z")],
    [lookup(`mailto:${EVIL}`, "2025-06-20T10:00:00Z"), crash("imagent", "2025-06-20T10:30:00Z")],
  ])
    assert.deepEqual(judge([ANA, ...all]), []);
});

test("the address that the report names, as a host and in its time", () => {
  const [hit, ...others] = judge([asked("https://46.183.184.91/"), asked("46.183.184.91", null, "ios/privacy-report")]);
  assert.deepEqual([hit!.subject, hit!.records.length, others], ["46.183.184.91", 2, []]);
  const text = make("ios/unified-log", "message", { fields: { text: "GET https://46.183.184.91:443/x" } });
  assert.equal(judge([text]).length, 1);
  for (const near of [
    asked("https://146.183.184.91/"),
    asked("https://46.183.184.910/"),
    asked("https://46.183.184.91.example.org/"),
    asked("https://example.org/46.183.184.91"),
    asked("https://46.183.184.91/", "2025-07-02T00:00:00Z"),
  ])
    assert.deepEqual(judge([near]), []);
  assert.deepEqual(judge([asked("https://46.183.184.91/")], "46.183.184.91"), []);
});

test("hundreds of strangers end in a few findings; thousands of look-ups cost no time", () => {
  const many = judge([ANA, ...Array.from({ length: 300 }, (_, i) => message(`a${i}@example.org`))]);
  assert.deepEqual([many.length, many[3]!.subject, many[3]!.records.length], [4, "…", 297]);
  for (const lang of LANGS) assert.match(say(rule.words.title, lang, many[3]!.params!), /297/);
  const spent = cpu();
  const all = Array.from({ length: 20_000 }, (_, i) => [
    lookup(`mailto:a${i}@example.org`),
    crash("imagent", "2025-01-20T12:00:00Z"),
  ]).flat();
  assert.deepEqual(judge([ANA, ...all]), []);
  assert.ok(spent() < 3000);
});

test("accounts as contacts, messages and look-ups share them", () => {
  assert.deepEqual(["MAILTO:A@b.c", "tel:+52 (55) 1234-5678", "123", "mailto:"].map(account), [
    "a@b.c",
    "5512345678",
    "",
    "",
  ]);
});
