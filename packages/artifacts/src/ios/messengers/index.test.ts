import assert from "node:assert/strict";
import { test } from "node:test";
import { type EvidenceFile, isoUtc, type Moment, unixSeconds } from "@contraluz/core";
import { fieldsOf, parseListing } from "../../artifacts.fixture.ts";
import { isStore, MESSENGERS, messengerOf } from "./apps.ts";
import { messengers } from "./index.ts";

let row = 0;
function entry(
  domain: unknown,
  relativePath: unknown,
  modified?: number,
  kind: EvidenceFile["kind"] = "file",
): EvidenceFile {
  const m = unixSeconds(modified);
  return {
    path: `${domain}/${relativePath}`,
    kind,
    listing: { row: ++row, values: { domain, relativePath } as never },
    ...(m ? { times: { modified: m } } : {}),
  };
}

test("per app: how many files, from when to when, the file with the messages, and where the first stands", () => {
  row = 0;
  const { records } = parseListing(messengers, [
    entry("HomeDomain", "Library/SMS/sms.db", 1_700_000_000),
    entry("AppDomain-ph.telegra.Telegraph", "Library/Preferences/ph.telegra.Telegraph.plist", 1_700_000_500),
    entry("AppDomainPlugin-ph.telegra.Telegraph.Share", "Library/Preferences", 1_600_000_000, "dir"),
    entry("AppDomainGroup-group.ph.telegra.Telegraph", "x/y.dat", 1_700_000_100),
    entry("AppDomainPlugin-ph.telegra.Telegraph.Share", "a.plist"),
    entry("AppDomainGroup-group.net.whatsapp.WhatsApp.shared", "ChatStorage.sqlite", 1_700_000_900),
    entry("AppDomainGroup-group.viber.share.container", "com.viber/database/Contacts.data", 1_700_000_900),
    entry("AppDomain-com.facebook.Facebook", "a", 1),
  ]);
  assert.deepEqual(
    records.map((r) => [r.fields.app, r.fields.files, r.fields.store, (r.origin.at as { row: number }).row]),
    [
      ["WhatsApp", 1, "ChatStorage.sqlite", 6],
      ["Telegram", 3, undefined, 2],
      ["Viber", 1, "com.viber/database/Contacts.data", 7],
    ],
  );
  const telegram = records[1]!;
  assert.equal(isoUtc(telegram.at!.utc!, "s"), "2023-11-14T22:21:40Z");
  assert.equal((telegram.fields.first as Moment).seen, "1700000100");
  assert.deepEqual(fieldsOf(records[0]!).first, records[0]!.at);
});

test("folders alone are no sign of use; rows without names are passed over", () => {
  const { records } = parseListing(messengers, [
    entry("AppDomain-org.whispersystems.signal", "Library", 1, "dir"),
    entry(null, null),
    entry(7, "x"),
    { path: "AppDomain-com.viber/x", kind: "file" },
  ]);
  assert.deepEqual(records, []);
});

test("domains: an app, its groups and extensions; no look-alike", () => {
  for (const [domain, app] of [
    ["AppDomain-net.whatsapp.WhatsApp", "WhatsApp"],
    ["AppDomainGroup-group.net.whatsapp.WhatsAppSMB.shared", "WhatsApp"],
    ["AppDomainGroup-group.org.whispersystems.signal.group", "Signal"],
    ["AppDomainPlugin-org.whispersystems.signal.shareextension", "Signal"],
    ["AppDomainGroup-group.ch.threema", "Threema"],
    ["AppDomain-net.whatsapp", undefined],
    ["AppDomain-net.whatsapp.WhatsAppX", undefined],
    ["AppDomain-evil.net.whatsapp.WhatsApp", undefined],
    ["HomeDomain-net.whatsapp.WhatsApp", undefined],
    [`AppDomain-${"a.".repeat(50_000)}`, undefined],
    ["AppDomain-", undefined],
    ["AppDomain-constructor", undefined],
  ] as const)
    assert.equal(messengerOf(domain)?.name, app, domain.slice(0, 80));
});

test("which file holds the messages", () => {
  const of = (name: string) => MESSENGERS.find((m) => m.name === name)!;
  assert.ok(isStore(of("WhatsApp"), "ChatStorage.sqlite"));
  assert.ok(!isStore(of("WhatsApp"), "OldChatStorage.sqlite"));
  assert.ok(isStore(of("Telegram"), "telegram-data/account-1/postbox/db/db_sqlite"));
  assert.ok(isStore(of("Signal"), "grdb/signal.sqlite") && !isStore(of("Signal"), "x/signal.sqlite"));
  assert.ok(isStore(of("Facebook Messenger"), "lightspeed-userDatabases/100.db"));
  assert.ok(!isStore(of("Instagram"), "x.db"));
});
